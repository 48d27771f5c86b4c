"""Named reads of resolutions: one text, lists, what the trail says about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from resolutions.records.assembly import Meeting
from resolutions.records.audit import AuditEntry
from resolutions.records.base import session
from resolutions.records.register.visibility import visible_resolutions
from resolutions.records.resolution import CoSponsorship, Resolution
from resolutions.rules.audience import may_see
from resolutions.rules.errors import NotFound
from resolutions.rules.roles import Actor
from resolutions.rules.states import ResolutionState

PUBLISHED = (ResolutionState.PUBLISHED, ResolutionState.IN_FOLLOW_UP, ResolutionState.IMPLEMENTED)
PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """What a list of texts is narrowed to; empty means everything."""

    state: str = ""
    words: str = ""
    meeting_id: int | None = None
    page: int = 1


def text_for(actor: Actor, resolution_id: int) -> Resolution:
    """The text with this key, if the reader may see it; nothing tells an unseen text from a missing one."""
    wanted = select(Resolution).where(Resolution.id == resolution_id)
    found = session().scalar(
        wanted.options(
            joinedload(Resolution.meeting).joinedload(Meeting.body),
            joinedload(Resolution.meeting).joinedload(Meeting.standing_orders),
            joinedload(Resolution.sponsor),
            selectinload(Resolution.revisions),
            selectinload(Resolution.co_sponsorships).joinedload(CoSponsorship.affiliate),
        )
    )
    if found is None or not may_see(actor, found):
        raise NotFound("not_found")
    return found


def published(reference: str) -> Resolution:
    """The published text with this public reference."""
    found = session().scalar(select(Resolution).where(Resolution.reference == reference))
    if found is None or found.state not in PUBLISHED:
        raise NotFound("not_found")
    return found


def texts_for(actor: Actor, wanted: Wanted) -> tuple[Sequence[Resolution], int]:
    """One page of the texts that the reader may see, newest first, and how many there are in all."""
    seen = select(Resolution).where(visible_resolutions(actor))
    if wanted.state:
        seen = seen.where(Resolution.state == wanted.state)
    if wanted.meeting_id:
        seen = seen.where(Resolution.meeting_id == wanted.meeting_id)
    if wanted.words.strip():
        like = f"%{wanted.words.strip().lower()}%"
        seen = seen.where(
            or_(func.lower(Resolution.title).like(like), func.lower(Resolution.number).like(like))
        )
    total = session().scalar(select(func.count()).select_from(seen.subquery())) or 0
    listed = (
        seen.options(joinedload(Resolution.sponsor), joinedload(Resolution.meeting).joinedload(Meeting.body))
        .order_by(Resolution.drafted_at.desc(), Resolution.id.desc())
        .limit(PAGE)
        .offset((max(wanted.page, 1) - 1) * PAGE)
    )
    return session().scalars(listed).all(), total


def pending(actor: Actor) -> Sequence[Resolution]:
    """The texts that wait for the committee's ruling, oldest first."""
    waiting = (
        select(Resolution)
        .where(Resolution.state == ResolutionState.SUBMITTED, visible_resolutions(actor))
        .options(
            joinedload(Resolution.sponsor),
            joinedload(Resolution.meeting).joinedload(Meeting.body),
            joinedload(Resolution.meeting).joinedload(Meeting.standing_orders),
            selectinload(Resolution.revisions),
            selectinload(Resolution.co_sponsorships).joinedload(CoSponsorship.affiliate),
        )
        .order_by(Resolution.submitted_at)
    )
    return session().scalars(waiting).all()


def record_of_published() -> Sequence[Resolution]:
    """Every published text, the latest first: the public record."""
    listed = (
        select(Resolution)
        .where(Resolution.state.in_(PUBLISHED))
        .options(joinedload(Resolution.meeting).joinedload(Meeting.body))
        .order_by(Resolution.published_at.desc())
    )
    return session().scalars(listed).all()


def trail_of(resolution: Resolution) -> Sequence[AuditEntry]:
    """Every entry of the trail about a text, its amendments, ballots, actions and reports, in order."""
    entries = select(AuditEntry).where(AuditEntry.resolution_id == resolution.id)
    return session().scalars(entries.order_by(AuditEntry.sequence)).all()
