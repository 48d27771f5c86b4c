"""Two texts side by side: which words stay, which go, which come, and which clause became which."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from resolutions.rules.alignment import Pairing, aligned
from resolutions.rules.clauses import Clause
from resolutions.rules.differences import Run, changed_runs, shared_ends, stretches
from resolutions.rules.tokens import Unit, is_word, splits_grapheme, units

Mark = Literal["keep", "delete", "insert", "move"]
Piece = tuple[Mark, str]

_SMALL_WORD = 3
_SHARED_LETTERS = 3


@dataclass(frozen=True)
class ClauseChange:
    """What became of one clause: its place in the old text, its place in the new one, and its words."""

    base: int | None
    new: int | None
    pieces: tuple[Piece, ...]


def words(old: str, new: str) -> tuple[Piece, ...]:
    """Mark what changed between two texts; accepting all gives exactly the new text, rejecting all the old one."""
    if old == new:
        return (("keep", old),) if old else ()
    head, tail = shared_ends(old, new)
    before, after = units(old[head : len(old) - tail]), units(new[head : len(new) - tail])
    runs = _readable(before, after, changed_runs(before, after))
    pieces: list[Piece] = [("keep", old[:head])] if head else []
    for deleted, inserted, kept in stretches(before, after, runs):
        pieces.extend(_changed_word(deleted, inserted))
        if kept:
            pieces.append(("keep", kept))
    if tail:
        pieces.append(("keep", old[len(old) - tail :]))
    return tuple(_run_together(pieces))


def compare(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[ClauseChange, ...]:
    """Lay two texts side by side, clause by clause, in the order of the new one; what is gone stands where it stood."""
    return tuple(_change(pairing, old, new) for pairing in aligned(old, new))


def _change(pairing: Pairing, old: Sequence[Clause], new: Sequence[Clause]) -> ClauseChange:
    if pairing.base is None or pairing.new is None:
        mark: Mark = "insert" if pairing.base is None else "delete"
        text = new[pairing.new].text if pairing.new is not None else old[pairing.base or 0].text
        return ClauseChange(pairing.base, pairing.new, ((mark, text),) if text else ())
    pieces = words(old[pairing.base].text, new[pairing.new].text)
    if pairing.moved:
        pieces = tuple(("move", text) if mark == "keep" else (mark, text) for mark, text in pieces)
    return ClauseChange(pairing.base, pairing.new, pieces)


def _readable(old: Sequence[Unit], new: Sequence[Unit], runs: list[Run]) -> list[Run]:
    """Join changes that only small words or commas hold apart, so that a rewritten phrase reads as one change."""
    joined: list[Run] = []
    for run in runs:
        if joined and _reads_as_one(old, joined[-1], run):
            run = Run(joined[-1].old_from, run.old_to, joined[-1].new_from, run.new_to)
            joined.pop()
        joined.append(run)
    return joined


def _reads_as_one(old: Sequence[Unit], left: Run, right: Run) -> bool:
    kept = old[left.old_to : right.old_from]
    if any(len(core) > _SMALL_WORD or any(map(str.isdigit, core)) for _, core in kept):
        return False
    if not any(is_word(core) for _, core in kept) and len(kept) > 1:
        return False
    smaller = min(_size(left), _size(right))
    if _replaces(left) and _replaces(right):
        return len(kept) <= smaller
    return (_replaces(left) or _replaces(right)) and 2 * len(kept) < smaller


def _size(run: Run) -> int:
    return max(run.old_to - run.old_from, run.new_to - run.new_from)


def _replaces(run: Run) -> bool:
    return run.old_to > run.old_from and run.new_to > run.new_from


def _changed_word(deleted: str, inserted: str) -> list[Piece]:
    """Mark only the differing letters where one word became another that shares its stem or its ending."""
    head, tail = _shared_letters(deleted, inserted)
    parts: list[Piece] = [
        ("keep", deleted[:head]),
        ("delete", deleted[head : len(deleted) - tail]),
        ("insert", inserted[head : len(inserted) - tail]),
        ("keep", deleted[len(deleted) - tail :]),
    ]
    return [part for part in parts if part[1]]


def _shared_letters(deleted: str, inserted: str) -> tuple[int, int]:
    if not (_one_word(deleted) and _one_word(inserted)):
        return 0, 0
    longest = min(len(deleted), len(inserted))
    head = 0
    while head < longest and deleted[head] == inserted[head]:
        head += 1
    while head and not (_clean_cut(deleted, head) and _clean_cut(inserted, head)):
        head -= 1
    head = head if head >= _SHARED_LETTERS else 0
    tail = 0
    while tail < longest - head and deleted[-1 - tail] == inserted[-1 - tail]:
        tail += 1
    while tail and not (
        _clean_cut(deleted, len(deleted) - tail) and _clean_cut(inserted, len(inserted) - tail)
    ):
        tail -= 1
    return head, tail if tail >= _SHARED_LETTERS else 0


def _one_word(text: str) -> bool:
    return text.isalnum() or (is_word(text) and not any(map(str.isspace, text)) and len(units(text)) == 2)


def _clean_cut(text: str, at: int) -> bool:
    inside_number = 0 < at < len(text) and text[at - 1].isdigit() and not text[at].isalpha()
    return not inside_number and not splits_grapheme(text, at)


def _run_together(pieces: Sequence[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for mark, text in pieces:
        if joined and joined[-1][0] == mark:
            joined[-1] = (mark, joined[-1][1] + text)
        else:
            joined.append((mark, text))
    return joined
