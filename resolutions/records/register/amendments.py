"""Named reads of amendments: one with its operations, those of a text, and what they make of it together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from resolutions.records.amendment import Amendment, Conflict, Operation, Support
from resolutions.records.assembly import Meeting
from resolutions.records.base import session
from resolutions.records.register.findings import orders_of, timings_of
from resolutions.records.register.visibility import visible_amendments
from resolutions.records.resolution import Resolution, Revision
from resolutions.rules.admissibility import AmendmentFacts, Check, Finding, amendment_findings
from resolutions.rules.audience import may_see
from resolutions.rules.clauses import Clause, ClauseKind
from resolutions.rules.errors import NotFound
from resolutions.rules.merge import Act, Clash, Merged, merge
from resolutions.rules.merge import Operation as Change
from resolutions.rules.order import changed_share
from resolutions.rules.redline import words
from resolutions.rules.roles import Actor
from resolutions.rules.standing_orders.orders import SponsorKind
from resolutions.rules.states import AmendmentState

UNDECIDED = (AmendmentState.ADMISSIBLE, AmendmentState.IN_VOTE)
ALIVE = (*UNDECIDED, AmendmentState.CARRIED)
PROPOSED = (AmendmentState.SUBMITTED, *ALIVE)
SHOWN = (*PROPOSED, AmendmentState.LOST, AmendmentState.INCORPORATED)
ANOTHER_TEXT = 800
"""From how many changed words of a thousand on a clause counts as replaced and not as amended."""


@dataclass(frozen=True)
class Together:
    """What the living amendments of a text make of it: the contradictions before and after what people settled."""

    amendments: tuple[Amendment, ...]
    clashes: tuple[Clash, ...]
    merged: Merged
    settled: Mapping[str, Conflict]


def level_after(base: Sequence[Clause], anchor: str) -> int:
    """How deep a clause stands that is put after the anchor: beside it, or first of the clauses below it."""
    for clause, following in zip(base, [*base[1:], None], strict=True):
        if clause.id == anchor:
            return max(clause.level, following.level if following else 1)
    return 1


def changes_of(amendment: Amendment, base: Sequence[Clause]) -> tuple[Change, ...]:
    """The operations of an amendment as the rules of merging read them."""
    return tuple(
        Change(
            id=operation.label,
            act=Act(operation.act),
            clause=operation.clause_id,
            text=operation.text,
            new_id=operation.new_clause_id,
            kind=ClauseKind(operation.clause_kind),
            level=level_after(base, operation.clause_id) if operation.act == Act.INSERT else 1,
            after=operation.anchor_id,
        )
        for operation in amendment.operations
    )


def amendment_for(actor: Actor, amendment_id: int) -> Amendment:
    """The amendment with this key, if the reader may see it; an unseen one is as good as a missing one."""
    found = session().scalar(
        select(Amendment)
        .where(Amendment.id == amendment_id)
        .options(
            joinedload(Amendment.resolution)
            .joinedload(Resolution.meeting)
            .joinedload(Meeting.standing_orders),
            joinedload(Amendment.resolution).selectinload(Resolution.revisions),
            joinedload(Amendment.resolution).selectinload(Resolution.co_sponsorships),
            joinedload(Amendment.revision),
            joinedload(Amendment.sponsor),
            joinedload(Amendment.author),
            selectinload(Amendment.operations),
            selectinload(Amendment.supports).joinedload(Support.affiliate),
        )
    )
    if found is None or not may_see(actor, found):
        raise NotFound("not_found")
    return found


def amendments_of(actor: Actor, resolution: Resolution) -> Sequence[Amendment]:
    """The amendments to a text that the reader may see, by number, drafts last."""
    seen = (
        select(Amendment)
        .where(Amendment.resolution_id == resolution.id, visible_amendments(actor))
        .options(joinedload(Amendment.sponsor), selectinload(Amendment.operations))
        .order_by(Amendment.number.is_(None), Amendment.number, Amendment.id)
    )
    return session().scalars(seen).all()


def in_state(resolution: Resolution, *states: AmendmentState) -> tuple[Amendment, ...]:
    """The amendments to the revision in force that are in one of the states, by number."""
    found = (
        select(Amendment)
        .where(Amendment.revision_id == resolution.revision.id, Amendment.state.in_(states))
        .options(joinedload(Amendment.sponsor), selectinload(Amendment.operations))
        .order_by(Amendment.number, Amendment.id)
    )
    return tuple(session().scalars(found))


def conflicts_of(revision: Revision) -> dict[str, Conflict]:
    """What people decided about contradictions in a revision, by clause."""
    found = select(Conflict).where(Conflict.revision_id == revision.id)
    decided = session().scalars(found.options(joinedload(Conflict.decided_by)))
    return {conflict.clause_id: conflict for conflict in decided}


def alternatives_of(clash: Clash) -> list[dict[str, str | None]]:
    """The alternatives of a contradiction, as they are kept beside the decision."""
    return [{"operation": one.operation, "text": one.text} for one in clash.alternatives]


def together(resolution: Resolution) -> Together:
    """Merge all that may still come into the text: admissible, put to the vote and carried amendments.

    What was lost is out of it, so once everything is decided this is the consolidated text. A decision on a
    contradiction counts only for the very alternatives it was taken between.
    """
    base = resolution.revision.text
    living = in_state(resolution, *ALIVE)
    changes = [change for amendment in living for change in changes_of(amendment, base)]
    clashes = merge(base, changes).clashes
    decided = conflicts_of(resolution.revision)
    settled = {
        clash.clause: decided[clash.clause]
        for clash in clashes
        if clash.clause in decided and decided[clash.clause].alternatives == alternatives_of(clash)
    }
    merged = merge(base, changes, {clause: conflict.decided_text for clause, conflict in settled.items()})
    return Together(living, clashes, merged, settled)


def others_on(
    actor: Actor, resolution: Resolution, but: Amendment | None = None
) -> dict[str, list[Operation]]:
    """What is proposed for each clause, insertions under their anchor; one amendment may be left out."""
    seen = (
        select(Operation)
        .join(Operation.amendment)
        .where(
            Amendment.resolution_id == resolution.id,
            Amendment.state.in_(PROPOSED),
            visible_amendments(actor),
            Amendment.id != (but.id if but is not None else 0),
        )
        .options(joinedload(Operation.amendment).joinedload(Amendment.sponsor))
        .order_by(Amendment.number, Operation.ordinal)
    )
    by_clause: dict[str, list[Operation]] = {}
    for operation in session().scalars(seen):
        by_clause.setdefault(operation.clause_id, []).append(operation)
    return by_clause


def words_changed(changes: Iterable[Change], base: Sequence[Clause]) -> int:
    """How many words the operations take out or put in."""
    texts = {clause.id: clause.text for clause in base}
    changed = 0
    for change in changes:
        old = texts.get(change.clause, "") if change.act in (Act.REPLACE, Act.DELETE) else ""
        new = "" if change.act is Act.DELETE else change.text
        changed += sum(len(said.split()) for mark, said in words(old, new) if mark != "keep")
    return changed


def _replaces_all(changes: Sequence[Change], base: Sequence[Clause]) -> bool:
    texts = {clause.id: clause.text for clause in base if clause.kind is ClauseKind.OPERATIVE}
    gone = {
        change.clause
        for change in changes
        if change.act is Act.DELETE
        or (
            change.act is Act.REPLACE
            and changed_share(texts.get(change.clause, ""), change.text) >= ANOTHER_TEXT
        )
    }
    return set(texts) <= gone


def amendment_facts(
    amendment: Amendment, changes: Sequence[Change], submitted_at: datetime | None = None
) -> AmendmentFacts:
    """An amendment as the rules of admissibility see it; what no affiliate moves counts as the committee's own."""
    base, sponsor = amendment.revision.text, amendment.sponsor
    return AmendmentFacts(
        sponsor_kind=SponsorKind.COMMITTEE if sponsor is None else SponsorKind.AFFILIATE,
        words_changed=words_changed(changes, base),
        clauses_touched=len({change.clause for change in changes}),
        sponsor=sponsor.code if sponsor else "",
        sponsor_in_good_standing=sponsor is None or sponsor.in_good_standing,
        supporters=tuple((s.affiliate.code, s.affiliate.country) for s in amendment.supports),
        replaces_all=_replaces_all(changes, base),
        submitted_at=submitted_at,
    )


def findings_on(amendment: Amendment, at: datetime) -> tuple[Finding, ...]:
    """Everything the standing orders say about an amendment now, or as it was when it was handed in.

    The written time limit lies before an emergency text exists: such a text is amendable until its debate.
    Supporters come forward once an amendment is handed in, so they never stand in the way of a draft.
    """
    meeting = amendment.resolution.meeting
    facts = amendment_facts(amendment, changes_of(amendment, amendment.revision.text), amendment.submitted_at)
    found = amendment_findings(facts, orders_of(meeting), timings_of(meeting), at)
    urgent = amendment.resolution.type == "emergency"
    draft = amendment.state == AmendmentState.DRAFT
    return tuple(
        replace(finding, blocking=False) if draft and finding.code is Check.SUPPORTERS else finding
        for finding in found
        if not (urgent and finding.code is Check.IN_TIME)
    )
