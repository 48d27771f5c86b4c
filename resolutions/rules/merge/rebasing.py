"""The rebase: an amendment follows the text to a newer version, and its authors' words are never overwritten."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from resolutions.rules.alignment import aligned
from resolutions.rules.clauses import Clause
from resolutions.rules.merge.folding import merge, merge_words
from resolutions.rules.merge.operations import Act, Alternative, Clash, Operation


class Outcome(StrEnum):
    """What became of an operation, or of a whole amendment, when the text moved on."""

    CARRIED_OVER = "carried_over"
    MERGED = "merged"
    ALREADY_CONTAINED = "already_contained"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class Carried:
    """One operation on the new version; the operation as filed when it clashes or is already in the text."""

    operation: Operation
    outcome: Outcome
    clash: Clash | None = None


@dataclass(frozen=True)
class Rebased:
    """An amendment on the new version: its outcome, that of each operation, and the text it would make."""

    outcome: Outcome
    carried: tuple[Carried, ...]
    clauses: tuple[Clause, ...]
    clashes: tuple[Clash, ...]


@dataclass
class _Ground:
    """The old and the new version side by side."""

    base: dict[str, Clause]
    now: dict[str, Clause]
    became: dict[str, str]
    previous: dict[str, str]
    inserted: dict[tuple[str, str], str]
    moved: dict[str, str] = field(default_factory=dict)

    def anchor(self, name: str) -> str:
        """The place in the new version that stands for an old one: itself, or what is left in front of it."""
        while name in self.previous and name not in self.became:
            name = self.previous[name]
        return self.became.get(name, name)


def rebase(base: Sequence[Clause], operations: Sequence[Operation], new: Sequence[Clause]) -> Rebased:
    """Carry the operations of one amendment from its base on to a new version of the text."""
    ground = _survey(base, new)
    carried = tuple([_carry(ground, operation) for operation in operations])
    open_ones = (Outcome.CARRIED_OVER, Outcome.MERGED)
    result = merge(new, [step.operation for step in carried if step.outcome in open_ones])
    clashes = [step.clash for step in carried if step.clash is not None] + list(result.clashes)
    return Rebased(_overall(carried, clashes), carried, result.clauses, tuple(clashes))


def _overall(carried: Sequence[Carried], clashes: Sequence[Clash]) -> Outcome:
    outcomes = {step.outcome for step in carried}
    if clashes:
        return Outcome.CONFLICT
    if outcomes == {Outcome.ALREADY_CONTAINED}:
        return Outcome.ALREADY_CONTAINED
    return Outcome.MERGED if Outcome.MERGED in outcomes else Outcome.CARRIED_OVER


def _survey(base: Sequence[Clause], new: Sequence[Clause]) -> _Ground:
    became: dict[str, str] = {}
    inserted: dict[tuple[str, str], str] = {}
    moved: dict[str, str] = {}
    anchor = ""
    for pairing in aligned(base, new):
        if pairing.base is not None and pairing.new is not None:
            became[base[pairing.base].id] = new[pairing.new].id
        if pairing.moved and pairing.base is not None:
            moved[base[pairing.base].id] = anchor
        elif pairing.base is not None:
            anchor = base[pairing.base].id
        elif pairing.new is not None:
            inserted[anchor, _plain(new[pairing.new].text)] = new[pairing.new].id
            anchor = new[pairing.new].id
    names = [clause.id for clause in base]
    return _Ground(
        {clause.id: clause for clause in base},
        {clause.id: clause for clause in new},
        became,
        dict(zip(names, ["", *names], strict=False)),
        inserted,
        moved,
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


def _carry(ground: _Ground, operation: Operation) -> Carried:
    if operation.act is Act.INSERT:
        return _carry_insertion(ground, operation)
    before = ground.base.get(operation.clause)
    name = ground.became.get(operation.clause)
    if before is None:
        return Carried(operation, Outcome.CARRIED_OVER)
    if name is None:
        if operation.act is Act.DELETE:
            return Carried(operation, Outcome.ALREADY_CONTAINED)
        return _clashing(operation, before, None)
    here = replace(operation, clause=name)
    if operation.act is Act.REPLACE:
        return _carry_words(here, operation, before, ground.now[name])
    if operation.act is Act.DELETE:
        if ground.now[name].text == before.text:
            return Carried(here, Outcome.CARRIED_OVER)
        return _clashing(operation, before, ground.now[name].text)
    return _carry_move(ground, here, operation)


def _carry_words(here: Operation, filed: Operation, before: Clause, now: Clause) -> Carried:
    if _plain(now.text) == _plain(filed.text):
        return Carried(filed, Outcome.ALREADY_CONTAINED)
    if now.text == before.text:
        return Carried(here, Outcome.CARRIED_OVER)
    merged = merge_words(before.text, [filed.text, now.text])
    if merged is None:
        return _clashing(filed, before, now.text)
    if merged == now.text:
        return Carried(filed, Outcome.ALREADY_CONTAINED)
    return Carried(replace(here, text=merged), Outcome.MERGED)


def _carry_insertion(ground: _Ground, operation: Operation) -> Carried:
    words = _plain(operation.text)
    anchors = (operation.clause, ground.became.get(operation.clause, operation.clause))
    found = next(
        (ground.inserted[place, words] for place in anchors if (place, words) in ground.inserted), None
    )
    if found is not None:
        ground.became[operation.new_id or operation.id] = found
        return Carried(operation, Outcome.ALREADY_CONTAINED)
    return Carried(replace(operation, clause=ground.anchor(operation.clause)), Outcome.CARRIED_OVER)


def _carry_move(ground: _Ground, here: Operation, filed: Operation) -> Carried:
    target = ground.anchor(filed.after)
    before = ground.base[filed.clause]
    if filed.clause not in ground.moved:
        return Carried(replace(here, after=target), Outcome.CARRIED_OVER)
    if ground.anchor(ground.moved[filed.clause]) == target:
        return Carried(filed, Outcome.ALREADY_CONTAINED)
    return _clashing(filed, before, ground.now[here.clause].text)


def _clashing(filed: Operation, before: Clause, now: str | None) -> Carried:
    wanted = None if filed.act is Act.DELETE else filed.text if filed.act is Act.REPLACE else before.text
    alternatives = (Alternative(filed.id, wanted, filed.after or None), Alternative("", now))
    return Carried(filed, Outcome.CONFLICT, Clash(filed.clause, before.text, alternatives))
