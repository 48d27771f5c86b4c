"""The sheet on which a delegate amends: every clause with an editor, and what was typed into it."""

from dataclasses import dataclass, field

from werkzeug.datastructures import MultiDict

from resolutions.lifecycle.amending import Change
from resolutions.records.amendment import Amendment
from resolutions.records.resolution import Resolution
from resolutions.rules.clauses import Clause, labelled
from resolutions.rules.merge import Act
from resolutions.rules.redline import Piece, words
from resolutions.web.keys import whole


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


@dataclass(frozen=True)
class Edit:
    """One clause as it stands, and what the delegate makes of it."""

    clause: Clause
    text: str
    deleted: bool = False
    inserted: str = ""
    moved_on: bool = False

    @property
    def changed(self) -> bool:
        """Whether the words of this clause are touched."""
        return self.deleted or self.text.split() != self.clause.text.split()

    @property
    def touched(self) -> bool:
        """Whether anything is proposed here, a new clause behind it included."""
        return self.changed or bool(self.inserted)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The change as tracked words."""
        return words(self.clause.text, "" if self.deleted else self.text)


@dataclass(frozen=True)
class Proposal:
    """Everything that was typed about an amendment; what a page shows is what it was sent."""

    ordinal: int
    edits: tuple[Edit, ...]
    first: str = ""
    reason: str = ""
    lost: tuple[str, ...] = field(default=())

    @property
    def moved_on(self) -> bool:
        """Whether words were typed into a clause that was changed meanwhile."""
        return bool(self.lost) or any(edit.moved_on for edit in self.edits)

    def changes(self) -> list[Change]:
        """What the amendment asks for."""
        asked = [Change(Act.INSERT, "", part) for part in _paragraphs(self.first)]
        for edit in self.edits:
            if edit.deleted:
                asked.append(Change(Act.DELETE, edit.clause.id))
            elif edit.changed:
                asked.append(Change(Act.REPLACE, edit.clause.id, edit.text))
            asked += [Change(Act.INSERT, edit.clause.id, part) for part in _paragraphs(edit.inserted)]
        return asked


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def blank(resolution: Resolution) -> Proposal:
    """The text as it stands, nothing changed yet."""
    revision = resolution.revision
    edits = tuple(Edit(clause, clause.text) for clause in labelled(revision.text))
    return Proposal(revision.ordinal, edits)


def from_amendment(amendment: Amendment) -> Proposal:
    """The sheet of a draft as it was kept."""
    typed: MultiDict[str, str] = MultiDict(
        {"revision": str(amendment.revision.ordinal), "reason": amendment.reason}
    )
    inserted: dict[str, list[str]] = {}
    for operation in amendment.operations:
        if operation.act == Act.INSERT:
            inserted.setdefault(operation.clause_id, []).append(operation.text)
        elif operation.act == Act.DELETE:
            typed[f"delete-{operation.clause_id}"] = "yes"
        else:
            typed[f"text-{operation.clause_id}"] = operation.text
    for anchor, texts in inserted.items():
        typed[f"insert-{anchor}"] = "\n\n".join(texts)
    return from_form(typed, amendment.resolution)


def from_form(form: MultiDict[str, str], resolution: Resolution) -> Proposal:
    """The sheet as a person sent it, laid on the revision in force; the words typed always win."""
    ordinal = form.get("revision", 0, type=whole)
    then = next((r for r in resolution.revisions if r.ordinal == ordinal), resolution.revision)
    before = {clause.id: clause.text for clause in then.text}
    now = labelled(resolution.revision.text)
    edits = tuple(_edit(form, clause, before.get(clause.id, clause.text)) for clause in now)
    standing = {clause.id for clause in now}
    lost = tuple(
        _plain(form.get(f"text-{name}", old))
        for name, old in before.items()
        if name not in standing and _plain(form.get(f"text-{name}", old)).split() != old.split()
    )
    first, reason = _plain(form.get("insert-", "")), _plain(form.get("reason", ""))
    return Proposal(resolution.revision.ordinal, edits, first, reason, lost)


def _edit(form: MultiDict[str, str], clause: Clause, before: str) -> Edit:
    typed = _plain(form.get(f"text-{clause.id}", before))
    touched = typed.split() != before.split()
    deleted = bool(form.get(f"delete-{clause.id}"))
    return Edit(
        clause=clause,
        text=typed if touched else clause.text,
        deleted=deleted,
        inserted=_plain(form.get(f"insert-{clause.id}", "")),
        moved_on=(touched or deleted) and before != clause.text,
    )
