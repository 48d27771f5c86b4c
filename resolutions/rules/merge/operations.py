"""What an amendment asks for, clause by clause, and what comes of merging: a text and the clashes left to people."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from resolutions.rules.alignment import Pairing, aligned
from resolutions.rules.clauses import Clause, ClauseKind


class Act(StrEnum):
    """The four things an operation can do to a clause."""

    REPLACE = "replace"
    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"


@dataclass(frozen=True)
class Operation:
    """One numbered change (A7.2): it replaces, deletes or moves `clause`, or inserts a new one after it.

    The anchor of INSERT is `clause`, that of MOVE is `after`; an empty anchor is the start of the text.
    Anchors are places of the base version: they stay where they were when their clause is deleted or moved.
    """

    id: str
    act: Act
    clause: str
    text: str = ""
    new_id: str = ""
    kind: ClauseKind = ClauseKind.OPERATIVE
    level: int = 1
    after: str = ""


@dataclass(frozen=True)
class Alternative:
    """What one operation would make of a clause: its words (None: delete it), and its place if it moves."""

    operation: str
    text: str | None
    after: str | None = None


@dataclass(frozen=True)
class Clash:
    """Operations that contradict each other on one clause; somebody has to decide."""

    clause: str
    base: str
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True)
class Merged:
    """The text with all operations that agree; where they clash the clause keeps its base words."""

    clauses: tuple[Clause, ...]
    clashes: tuple[Clash, ...]


PARAGRAPH = "\n\n"


def same_words(one: str, other: str) -> bool:
    """Tell whether two clauses say the same in the same paragraphs; the width of a space says nothing."""
    return [part.split() for part in one.split(PARAGRAPH)] == [
        part.split() for part in other.split(PARAGRAPH)
    ]


def numbered(operation: Operation) -> tuple[tuple[int, int, str], ...]:
    """Order operations as people count: A2.1 comes before A10.1."""
    parts = re.findall(r"(\d+)|(\D+)", operation.id)
    return tuple((0, int(digits), "") if digits else (1, 0, other) for digits, other in parts)


def operations_between(
    base: Sequence[Clause], amended: Sequence[Clause], prefix: str
) -> tuple[Operation, ...]:
    """Tell from a plain amended text which operations its authors ask for; they are numbered after the prefix."""
    known = {clause.id for clause in base}
    found: list[Operation] = []
    anchor = ""
    amended, pairings = _unsplit(base, amended, aligned(base, amended))
    for pairing in pairings:
        number = f"{prefix}.{len(found) + 1}"
        if pairing.new is None:
            anchor = base[pairing.base or 0].id
            found.append(Operation(number, Act.DELETE, anchor))
            continue
        clause = amended[pairing.new]
        if pairing.base is None:
            new_id = clause.id if clause.id and clause.id not in known else number
            found.append(
                Operation(number, Act.INSERT, anchor, clause.text, new_id, clause.kind, clause.level)
            )
            anchor = new_id
            continue
        before = base[pairing.base]
        if pairing.moved:
            found.append(Operation(number, Act.MOVE, before.id, after=anchor))
        else:
            anchor = before.id
        if not same_words(before.text, clause.text):
            number = f"{prefix}.{len(found) + 1}"
            found.append(
                Operation(number, Act.REPLACE, before.id, clause.text, kind=before.kind, level=before.level)
            )
    return tuple(found)


def _unsplit(
    base: Sequence[Clause], amended: Sequence[Clause], pairings: Sequence[Pairing]
) -> tuple[Sequence[Clause], Sequence[Pairing]]:
    """Read a clause cut in two as one clause with a new paragraph, so that other changes of its words still merge."""
    texts = list(amended)
    kept: list[Pairing] = []
    for pairing in pairings:
        before = kept[-1] if kept else pairing
        source = before.base if before.base is not None else pairing.base
        halves = (before.new, pairing.new)
        joined = (before.base is None) != (pairing.base is None) and not (before.moved or pairing.moved)
        if joined and source is not None and halves[0] is not None and halves[1] is not None:
            text = texts[halves[0]].text + PARAGRAPH + texts[halves[1]].text
            if text.split() == base[source].text.split():
                texts[halves[1]] = replace(texts[halves[1]], text=text)
                kept[-1] = Pairing(source, halves[1])
                continue
        kept.append(pairing)
    return texts, kept
