"""How clauses and amendments are called in what a step has to say."""

from collections.abc import Iterable, Sequence

from resolutions.records.amendment import Amendment
from resolutions.rules.clauses import Clause, labelled


def label_of(base: Sequence[Clause], clause_id: str) -> str:
    """How people call a clause: its number, or how it begins."""
    clause = next((clause for clause in labelled(base) if clause.id == clause_id), None)
    if clause is None:
        return clause_id
    return clause.label or f"“{' '.join(clause.text.split()[:3])} …”"


def labels_of(amendments: Iterable[Amendment]) -> str:
    """The amendments by their numbers: A1, A3."""
    return ", ".join(amendment.label for amendment in amendments)
