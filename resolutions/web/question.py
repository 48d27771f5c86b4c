"""The question as it is put: one sentence, and what Yes changes as tracked words."""

from dataclasses import dataclass

from flask_babel import gettext as _

from resolutions.records.amendment import Amendment, Operation
from resolutions.records.ballot import Ballot
from resolutions.rules.clauses import Clause, labelled
from resolutions.rules.redline import Piece, words


@dataclass(frozen=True)
class Change:
    """What one operation does to one clause, as tracked words."""

    label: str
    clause: str
    pieces: tuple[Piece, ...]


def _base(operation: Operation, clauses: dict[str, Clause]) -> Clause | None:
    return clauses.get(operation.clause_id)


def change_of(operation: Operation, clauses: dict[str, Clause]) -> Change:
    """The tracked change that an operation makes."""
    base = _base(operation, clauses)
    place = (base.label or base.id) if base is not None else ""
    old = base.text if base is not None and operation.act != "insert" else ""
    new = operation.text if operation.act in ("replace", "insert") else old if operation.act == "move" else ""
    return Change(operation.label, place, words(old, new))


def changes_of(amendment: Amendment) -> list[Change]:
    """What an amendment would change, operation by operation."""
    clauses = {clause.id: clause for clause in labelled(amendment.revision.text)}
    return [change_of(operation, clauses) for operation in amendment.operations]


def asked(ballot: Ballot) -> str:
    """The question in one sentence."""
    number = ballot.resolution.number
    if ballot.amendment is None:
        return str(_("Shall %(number)s be adopted as it stands now?", number=number))
    label = ballot.amendment.label
    return str(_("Shall amendment %(label)s to %(number)s be carried?", label=label, number=number))


def effects(ballot: Ballot) -> tuple[str, str]:
    """What becomes of a Yes and of a No, each in one sentence."""
    if ballot.amendment is None:
        return (
            _("The text is adopted, as it stands in revision %(n)s.", n=ballot.revision.ordinal),
            _("The text is rejected."),
        )
    return _("The clause reads as shown."), _("The clause stays as it is.")
