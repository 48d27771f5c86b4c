"""Proposing: what delegates ask of a text clause by clause, who stands behind it, and the committee's ruling."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from resolutions.lifecycle.amending.naming import label_of, labels_of
from resolutions.lifecycle.procedure import note, performs
from resolutions.records.amendment import Amendment, Operation, Support
from resolutions.records.assembly import Affiliate
from resolutions.records.base import session
from resolutions.records.register.amendments import ALIVE, findings_on, in_state
from resolutions.records.resolution import Resolution
from resolutions.rules import errors
from resolutions.rules.admissibility import Check, blocking
from resolutions.rules.clauses import Clause, ClauseKind
from resolutions.rules.errors import Inadmissible, OutOfOrder
from resolutions.rules.merge import Act
from resolutions.rules.roles import Actor
from resolutions.rules.states import AmendmentState, ResolutionState
from resolutions.rules.steps import Step

REASON_LETTERS = 500


@dataclass(frozen=True)
class Change:
    """What a delegate asks of one clause: its whole new words, its end, or a new clause after it.

    `clause_id` is empty for a clause that is put before all others; `kind` matters for a new clause alone.
    """

    act: Act
    clause_id: str
    text: str = ""
    kind: ClauseKind | None = None


def _check_change(change: Change, base: Sequence[Clause]) -> None:
    before = next((clause.text for clause in base if clause.id == change.clause_id), None)
    label = label_of(base, change.clause_id)
    if change.act is Act.MOVE or (before is None and not (change.act is Act.INSERT and not change.clause_id)):
        raise Inadmissible("no_such_clause", clause=label)
    if change.act is not Act.DELETE and not change.text.strip():
        raise Inadmissible("a_clause_would_be_empty", clause=label)
    if change.act is Act.REPLACE and change.text.split() == (before or "").split():
        raise Inadmissible("a_clause_is_not_changed", clause=label)


def _checked(changes: Iterable[Change], base: Sequence[Clause]) -> list[Change]:
    """The changes in the order of the text; one clause cannot be replaced and deleted at once."""
    places = {clause.id: place for place, clause in enumerate(base)}
    asked = sorted(changes, key=lambda c: (places.get(c.clause_id, -1), c.act is Act.INSERT))
    if not asked:
        raise Inadmissible("an_amendment_changes_nothing")
    touched: set[str] = set()
    for change in asked:
        _check_change(change, base)
        if change.act is not Act.INSERT:
            if change.clause_id in touched:
                raise Inadmissible("a_clause_is_changed_twice", clause=label_of(base, change.clause_id))
            touched.add(change.clause_id)
    return asked


def _operations(amendment: Amendment, changes: Iterable[Change], reason: str) -> list[Operation]:
    """The delegate's whole new words of each clause, with the seal of the words they replace."""
    if len(reason.strip()) > REASON_LETTERS:
        raise Inadmissible("a_reason_is_too_long", have=len(reason.strip()), most=REASON_LETTERS)
    base = amendment.revision.text
    texts = {clause.id: clause for clause in base}
    return [
        Operation(
            ordinal=ordinal,
            act=change.act.value,
            clause_id=change.clause_id,
            anchor_id="",
            new_clause_id="",
            clause_kind=_kind(change, texts.get(change.clause_id), base).value,
            text="" if change.act is Act.DELETE else change.text.replace("\r\n", "\n").strip(),
            base_hash=_seal(texts.get(change.clause_id)),
        )
        for ordinal, change in enumerate(_checked(changes, base), start=1)
    ]


def _seal(clause: Clause | None) -> str:
    return hashlib.sha256(clause.text.encode()).hexdigest() if clause is not None else ""


def _keep(amendment: Amendment) -> None:
    """Give new clauses their ids at once, so that whatever hangs on them later finds them."""
    session().flush()
    for operation in amendment.operations:
        if operation.act == Act.INSERT:
            operation.new_clause_id = f"a{amendment.id}-{operation.ordinal}"
    note(operations=[f"{one.act} {one.clause_id or 'start'}" for one in amendment.operations])


def _kind(change: Change, before: Clause | None, base: Sequence[Clause]) -> ClauseKind:
    if change.act is Act.INSERT and change.kind is not None:
        return change.kind
    if before is not None:
        return before.kind
    return base[0].kind if base else ClauseKind.OPERATIVE


def _while_amending(resolution: Resolution) -> None:
    """Refuse when the debate has begun; the text is held so that it cannot begin meanwhile."""
    session().refresh(resolution, ["state", "version"], with_for_update=True)
    if resolution.state != ResolutionState.ADMITTED:
        raise OutOfOrder("amending_is_over", state=str(resolution.state))


def _affiliate_of(actor: Actor, meeting_id: int) -> int | None:
    """For whom the actor speaks at the meeting."""
    spoken_for = [m.affiliate_id for m in actor.mandates if m.meeting_id == meeting_id]
    return spoken_for[0] if spoken_for else actor.affiliate_id


def proposed(
    resolution: Resolution, actor: Actor, changes: Iterable[Change], reason: str, *, at: datetime
) -> Amendment:
    """An amendment to the revision in force as it would be, not on record yet: to be checked first."""
    affiliate_id = _affiliate_of(actor, resolution.meeting_id)
    amendment = Amendment(
        resolution=resolution,
        revision=resolution.revision,
        sponsor=session().get(Affiliate, affiliate_id) if affiliate_id is not None else None,
        author_id=actor.person_id,
        state=AmendmentState.DRAFT,
        reason=reason.strip(),
        drafted_at=at,
    )
    amendment.operations = _operations(amendment, changes, reason)
    return amendment


@performs(Step.DRAFT_AMENDMENT)
def draft_amendment(
    resolution: Resolution, actor: Actor, changes: Iterable[Change], reason: str = "", *, at: datetime
) -> Amendment:
    """Begin an amendment to the revision in force; only its mover sees it until it is handed in."""
    amendment = proposed(resolution, actor, changes, reason, at=at)
    session().add(amendment)
    _keep(amendment)
    return amendment


@performs(Step.CORRECT_AMENDMENT)
def correct_amendment(
    amendment: Amendment, actor: Actor, changes: Iterable[Change], reason: str = "", *, at: datetime
) -> Amendment:
    """Write a draft anew, on the revision in force."""
    _while_amending(amendment.resolution)
    amendment.revision = amendment.resolution.revision
    operations = _operations(amendment, changes, reason)
    amendment.operations.clear()
    session().flush()
    amendment.operations, amendment.reason = operations, reason.strip()
    _keep(amendment)
    return amendment


@performs(Step.SUBMIT_AMENDMENT)
def submit_amendment(amendment: Amendment, actor: Actor, *, at: datetime) -> Amendment:
    """Hand an amendment in under a number that is never used again; supporters may still come after."""
    _while_amending(amendment.resolution)
    if amendment.revision_id != amendment.resolution.revision.id:
        raise errors.Conflict("the_text_has_moved_on")
    found = findings_on(amendment, at)
    if in_the_way := blocking(found):
        raise Inadmissible("findings_stand_in_the_way", findings=[str(one.code) for one in in_the_way])
    given = select(func.max(Amendment.number)).where(Amendment.resolution_id == amendment.resolution_id)
    amendment.number = (session().scalar(given) or 0) + 1
    amendment.submitted_at = at
    note(amendment=amendment.label, findings={str(one.code): one.ok for one in found})
    return amendment


@performs(Step.SUPPORT_AMENDMENT)
def support_amendment(amendment: Amendment, actor: Actor, *, at: datetime) -> Support:
    """Stand behind the amendment of another affiliate."""
    affiliate_id = _affiliate_of(actor, amendment.meeting_id)
    if affiliate_id is None:
        raise Inadmissible("a_supporter_speaks_for_an_affiliate")
    if affiliate_id == amendment.sponsor_id:
        raise Inadmissible("a_mover_cannot_support")
    if any(support.affiliate_id == affiliate_id for support in amendment.supports):
        raise errors.Conflict("supported_already")
    support = Support(amendment=amendment, affiliate_id=affiliate_id, person_id=actor.person_id, given_at=at)
    session().add(support)
    session().flush()
    note(amendment=amendment.label, affiliate=support.affiliate.code)
    return support


@performs(Step.WITHDRAW_AMENDMENT)
def withdraw_amendment(amendment: Amendment, actor: Actor, *, at: datetime) -> Amendment:
    """Take an amendment back; its number stays used."""
    note(amendment=amendment.label)
    return amendment


@performs(Step.ADMIT_AMENDMENT)
def admit_amendment(amendment: Amendment, actor: Actor, reason: str = "", *, at: datetime) -> Amendment:
    """Rule that an amendment may be put, once enough affiliates stand behind it."""
    found = {finding.code: finding for finding in findings_on(amendment, at)}
    supporters = found[Check.SUPPORTERS]
    if not supporters.ok:
        raise Inadmissible("supporters_are_missing", **dict(supporters.facts))
    amendment.ruling = reason.strip()
    note(amendment=amendment.label, reason=amendment.ruling)
    return amendment


@performs(Step.REFUSE_AMENDMENT)
def refuse_amendment(amendment: Amendment, actor: Actor, reason: str, *, at: datetime) -> Amendment:
    """Rule that an amendment cannot be put, and say why in writing."""
    if not reason.strip():
        raise Inadmissible("a_ruling_needs_a_reason")
    amendment.ruling = reason.strip()
    note(amendment=amendment.label, reason=amendment.ruling)
    return amendment


@performs(Step.OPEN_DEBATE)
def open_debate(resolution: Resolution, actor: Actor, *, at: datetime) -> Resolution:
    """Close amending and open the debate; drafts that nobody handed in lapse."""
    if waiting := in_state(resolution, AmendmentState.SUBMITTED):
        raise OutOfOrder("amendments_wait_for_a_ruling", amendments=labels_of(waiting))
    note(amendments=[amendment.label for amendment in in_state(resolution, *ALIVE)])
    return resolution
