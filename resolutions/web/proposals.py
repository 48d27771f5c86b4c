"""What is proposed for a text, clause by clause, as pages show it: tracked words, who agrees, who does not."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from resolutions.records.amendment import Amendment, Conflict, Operation
from resolutions.records.register.amendments import Together, changes_of
from resolutions.records.resolution import Resolution, Revision
from resolutions.rules.clauses import Clause, ClauseKind, labelled
from resolutions.rules.merge import Act, Clash, merge
from resolutions.rules.redline import Piece, words
from resolutions.web.words.amending import TONES, VERDICTS


@dataclass(frozen=True)
class Proposed:
    """One operation, with its amendment and its change as tracked words."""

    operation: Operation
    amendment: Amendment
    pieces: tuple[Piece, ...]


@dataclass
class ClauseRow:
    """One clause of the base: what is proposed for it, how that fits together, and what comes of it."""

    clause: Clause
    proposals: list[Proposed] = field(default_factory=list)
    insertions: list[Proposed] = field(default_factory=list)
    clash: Clash | None = None
    settled: Conflict | None = None
    result: tuple[Piece, ...] = ()

    @property
    def verdict(self) -> str:
        """How the proposals fit together: single, identical, compatible, conflict, settled."""
        if self.clash is not None:
            return "settled" if self.settled is not None else "conflict"
        if len(self.proposals) < 2:
            return "single" if self.proposals else ""
        said = {(one.operation.act, one.operation.text) for one in self.proposals}
        return "identical" if len(said) == 1 else "compatible"

    @property
    def verdict_word(self) -> str:
        """The same in words."""
        return str(VERDICTS[self.verdict])

    @property
    def tone(self) -> str:
        """The tone it is shown in."""
        return TONES[self.verdict]


def pieces_of(operation: Operation, base: Sequence[Clause]) -> tuple[Piece, ...]:
    """The change that one operation makes, as tracked words."""
    old = next((clause.text for clause in base if clause.id == operation.clause_id), "")
    return words("" if operation.act == Act.INSERT else old, operation.text)


def amended_revision(resolution: Resolution) -> Revision:
    """The revision that amendments were moved to: the one before consolidation, once that is done."""
    revisions = resolution.revisions
    consolidated = len(revisions) > 1 and revisions[-1].cause == "consolidated"
    return revisions[-2] if consolidated else revisions[-1]


def rows(
    revision: Revision, amendments: Sequence[Amendment], view: Together | None = None
) -> list[ClauseRow]:
    """A row for the start of the text and one for each clause, with all that the amendments propose.

    Without a view of what may still come into the text, the amendments are laid together as they are.
    """
    base = labelled(revision.text)
    made = {"": ClauseRow(Clause("", ClauseKind.PREAMBULAR, ""))} | {c.id: ClauseRow(c) for c in base}
    for amendment in amendments:
        for operation in amendment.operations:
            if operation.clause_id in made:
                row = made[operation.clause_id]
                proposed = Proposed(operation, amendment, pieces_of(operation, base))
                (row.insertions if operation.act == Act.INSERT else row.proposals).append(proposed)
    if view is None:
        merged = merge(base, [change for amendment in amendments for change in changes_of(amendment, base)])
        view = Together(tuple(amendments), merged.clashes, merged, {})
    become = {clause.id: clause.text for clause in view.merged.clauses}
    for name, row in made.items():
        row.result = words(row.clause.text, become.get(name, "")) if name else ()
        row.settled = view.settled.get(name)
    for clash in view.clashes:
        made[clash.clause].clash = clash
    return list(made.values())
