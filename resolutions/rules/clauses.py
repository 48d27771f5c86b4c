"""The clause: a paragraph of a resolution with an id that survives renumbering."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class ClauseKind(StrEnum):
    """What a paragraph of a resolution is for: to head, to give reasons, to decide."""

    HEADING = "heading"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"


@dataclass(frozen=True)
class Clause:
    """One paragraph: its id, what it is for, its words, and what the reader made out in it."""

    id: str
    kind: ClauseKind
    text: str
    level: int = 1
    label: str = ""
    opening: str = ""
    addressees: tuple[str, ...] = ()
    sure: int = 100


def labelled(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """Number the operative clauses 1, 2, 3 and their sub-clauses (a), (b), (i), (ii); printed labels elsewhere stay."""
    counters: dict[int, int] = {}
    done = []
    for clause in clauses:
        if clause.kind is ClauseKind.OPERATIVE:
            counters = {level: n for level, n in counters.items() if level <= clause.level}
            counters[clause.level] = counters.get(clause.level, 0) + 1
            clause = replace(clause, label=_label(clause.level, counters[clause.level]))
        elif clause.level == 1 and 2 in counters:
            counters = {1: counters.get(1, 0)}
        done.append(clause)
    return tuple(done)


def unnamed(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """Forget the ids of clauses that were read from paper, so that they are matched by likeness alone."""
    return tuple(replace(clause, id="") for clause in clauses)


def as_data(clauses: Iterable[Clause]) -> list[dict[str, Any]]:
    """Write clauses as plain data, in the shape the command line and the interface promise."""
    return [
        {
            "id": clause.id,
            "kind": clause.kind.value,
            "level": clause.level,
            "label": clause.label,
            "text": clause.text,
            "opening": clause.opening,
            "addressees": list(clause.addressees),
            "sure": clause.sure,
        }
        for clause in clauses
    ]


def from_data(data: Iterable[Mapping[str, Any]]) -> tuple[Clause, ...]:
    """Read clauses from plain data; fields that are missing take their defaults."""
    return tuple(
        Clause(
            id=str(item["id"]),
            kind=ClauseKind(item["kind"]),
            text=str(item["text"]),
            level=int(item.get("level", 1)),
            label=str(item.get("label", "")),
            opening=str(item.get("opening", "")),
            addressees=tuple(str(name) for name in item.get("addressees", ())),
            sure=int(item.get("sure", 100)),
        )
        for item in data
    )


def content_hash(title: str, enacting: str, clauses: Sequence[Clause]) -> str:
    """Seal a text: SHA-256 of the title, the enacting line, and each clause's id, kind, level and words."""
    words = [[clause.id, clause.kind.value, clause.level, clause.text] for clause in clauses]
    canonical = json.dumps([title, enacting, words], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _label(level: int, number: int) -> str:
    if level == 1:
        return str(number)
    return f"({_letters(number)})" if level == 2 else f"({_roman(number)})"


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(number: int) -> str:
    signs = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    roman = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        roman += sign * count
    return roman
