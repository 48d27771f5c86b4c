"""Consolidating: contradictions settled by a person, and the text that the carried amendments make."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from resolutions.lifecycle.amending.naming import label_of, labels_of
from resolutions.lifecycle.procedure import note, performs
from resolutions.lifecycle.revising import Wording, add_revision
from resolutions.records.amendment import Amendment, Conflict
from resolutions.records.base import session
from resolutions.records.register.amendments import (
    UNDECIDED,
    alternatives_of,
    conflicts_of,
    in_state,
    together,
)
from resolutions.records.resolution import Resolution, Revision
from resolutions.rules.clauses import Clause, labelled
from resolutions.rules.errors import Inadmissible, OutOfOrder
from resolutions.rules.merge import Clash
from resolutions.rules.reading import understood
from resolutions.rules.roles import Actor
from resolutions.rules.states import AmendmentState
from resolutions.rules.steps import Step


def _clash_on(resolution: Resolution, clause_id: str) -> Clash:
    clash = next((clash for clash in together(resolution).clashes if clash.clause == clause_id), None)
    if clash is None:
        raise Inadmissible("no_conflict_there", clause=label_of(resolution.revision.text, clause_id))
    return clash


@performs(Step.SETTLE_CONFLICT)
def settle_conflict(
    resolution: Resolution, actor: Actor, clause_id: str, text: str | None, *, at: datetime
) -> Conflict:
    """Decide what a contested clause will say (None: it goes); until consolidation it may be decided anew."""
    clash = _clash_on(resolution, clause_id)
    label = label_of(resolution.revision.text, clause_id)
    if text is not None and not text.strip():
        raise Inadmissible("a_settlement_needs_words", clause=label)
    words = text.replace("\r\n", "\n").strip() if text is not None else None
    conflict = conflicts_of(resolution.revision).get(clause_id)
    if conflict is None:
        conflict = Conflict(revision=resolution.revision, clause_id=clause_id)
        session().add(conflict)
    else:
        note(replaces=conflict.decided_text, settled_by_then=conflict.decided_by_id)
    conflict.base = clash.base
    conflict.alternatives = alternatives_of(clash)
    conflict.decided_text = words
    conflict.decided_by_id, conflict.decided_at = actor.person_id or 0, at
    note(clause=clause_id, decided=words, between=[one.operation for one in clash.alternatives])
    return conflict


def _reread(clauses: Iterable[Clause], revision: Revision, language: str) -> tuple[Clause, ...]:
    """Read anew who is asked to act in the clauses whose words changed, and number them all."""
    before = {clause.id: clause for clause in revision.text}
    done = []
    for clause in clauses:
        old = before.get(clause.id)
        if old is None or old.text != clause.text:
            read = understood(clause, language, revision.enacting)
            clause = replace(read, addressees=read.addressees or (old.addressees if old else ()))
        done.append(clause)
    return labelled(done)


@performs(Step.CONSOLIDATE_TEXT)
def consolidate_text(resolution: Resolution, actor: Actor, *, at: datetime) -> Resolution:
    """Write the carried amendments into the text, with what people settled, and send it to the vote."""
    if undecided := in_state(resolution, AmendmentState.SUBMITTED, *UNDECIDED):
        raise OutOfOrder("amendments_are_undecided", amendments=labels_of(undecided))
    base, view = resolution.revision, together(resolution)
    if clauses := [clash.clause for clash in view.merged.clashes]:
        named = ", ".join(label_of(base.text, clause) for clause in clauses)
        raise OutOfOrder("conflicts_are_open", clauses=named)
    carried = view.amendments
    text = _reread(view.merged.clauses, base, resolution.language)
    if [(c.id, c.text) for c in text] != [(c.id, c.text) for c in base.text]:
        add_revision(resolution, Wording(base.title, base.enacting, text), "consolidated", (actor, at))
        session().expire(resolution, ["revisions"])
    for amendment in carried:
        incorporate_amendment(amendment, actor, at=at)
    note(incorporated=[amendment.label for amendment in carried])
    return resolution


@performs(Step.INCORPORATE_AMENDMENT)
def incorporate_amendment(amendment: Amendment, actor: Actor, *, at: datetime) -> Amendment:
    """Close a carried amendment: its words are in the text."""
    note(amendment=amendment.label, revision=amendment.resolution.revision.ordinal)
    return amendment
