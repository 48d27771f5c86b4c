"""What the standing orders say about a text as it stands in the records."""

from datetime import datetime

from sqlalchemy import func, select

from resolutions.records.assembly import Meeting
from resolutions.records.base import session
from resolutions.records.resolution import Resolution
from resolutions.rules.admissibility import DraftFacts, Finding, TextKind, findings
from resolutions.rules.clauses import ClauseKind
from resolutions.rules.standing_orders.orders import SponsorKind, StandingOrders
from resolutions.rules.standing_orders.windows import Timings, timings
from resolutions.rules.states import ResolutionState

NOT_COUNTED = (ResolutionState.DRAFT, ResolutionState.WITHDRAWN, ResolutionState.INADMISSIBLE)


def orders_of(meeting: Meeting) -> StandingOrders:
    """The standing orders that the meeting is bound to."""
    return StandingOrders.from_parameters(meeting.standing_orders.parameters)


def timings_of(meeting: Meeting) -> Timings:
    """The time limits of the meeting for texts and amendments."""
    return timings(orders_of(meeting), meeting.opens_at, meeting.time_zone)


def draft_facts(resolution: Resolution) -> DraftFacts:
    """A text as the rules of admissibility see it."""
    clauses = resolution.revision.text
    sponsor = resolution.sponsor
    return DraftFacts(
        kind=TextKind(resolution.type),
        sponsor_kind=SponsorKind.EXECUTIVE if sponsor is None else SponsorKind.AFFILIATE,
        operative_clauses=sum(c.kind is ClauseKind.OPERATIVE and c.level == 1 for c in clauses),
        words=sum(len(clause.text.split()) for clause in clauses),
        sponsor=sponsor.code if sponsor else "",
        sponsor_in_good_standing=sponsor is None or sponsor.in_good_standing,
        supporters=tuple(
            (c.affiliate.code, c.affiliate.country) for c in resolution.co_sponsorships if c.confirmed_at
        ),
        answers=resolution.answers,
        other_texts=_other_texts(resolution),
        submitted_at=resolution.submitted_at if resolution.state != ResolutionState.DRAFT else None,
    )


def _other_texts(resolution: Resolution) -> int:
    if resolution.sponsor_id is None:
        return 0
    others = select(func.count()).where(
        Resolution.meeting_id == resolution.meeting_id,
        Resolution.sponsor_id == resolution.sponsor_id,
        Resolution.id != resolution.id,
        Resolution.state.not_in(NOT_COUNTED),
    )
    return session().scalar(others) or 0


def findings_of(resolution: Resolution, at: datetime) -> tuple[Finding, ...]:
    """Everything the standing orders say about a text now, or as it was when it was handed in."""
    meeting = resolution.meeting
    return findings(draft_facts(resolution), orders_of(meeting), timings_of(meeting), at)
