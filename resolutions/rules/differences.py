"""Where two texts differ, word by word: the runs of changed words that redline and merge both stand on."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from resolutions.rules.tokens import Unit, units

_FARTHEST_SLIDE = 200
_CONTEXT = 160
_LARGEST_TABLE = 400_000_000
_SENTENCE_ENDS = frozenset(".!?…。؟।")
_CLAUSE_ENDS = frozenset(",;:،؛、")


class Run(NamedTuple):
    """Words `old_from:old_to` of the old text that became words `new_from:new_to` of the new one."""

    old_from: int
    old_to: int
    new_from: int
    new_to: int


class Edit(NamedTuple):
    """Letters `start:end` of the base that one version replaces by `text`."""

    start: int
    end: int
    text: str


def shared_ends(old: str, new: str) -> tuple[int, int]:
    """How many letters at both ends need no look, because they are shared and far enough from any change."""
    longest = min(len(old), len(new))
    head = _shared(longest, lambda length: old[:length] == new[:length])
    tail = _shared(longest - head, lambda length: old[len(old) - length :] == new[len(new) - length :])
    cut = old.rfind(" ", 0, max(0, head - _CONTEXT))
    head = cut if cut > 0 and not old[cut - 1].isspace() else 0
    cut = old.find(" ", len(old) - tail + _CONTEXT)
    tail = len(old) - cut if cut > 0 and not old[cut - 1].isspace() and tail > _CONTEXT else 0
    return head, tail


def _shared(longest: int, agrees: Callable[[int], bool]) -> int:
    low, high = 0, longest
    while low < high:
        middle = (low + high + 1) // 2
        if agrees(middle):
            low = middle
        else:
            high = middle - 1
    return low


def changed_runs(old: Sequence[Unit], new: Sequence[Unit]) -> list[Run]:
    """Find the smallest set of changed words, each run laid where a reader would put it."""
    before = [core for _, core in old[:-1]]
    after = [core for _, core in new[:-1]]
    return _slid(before, after, _runs(before, after))


def edits(base: str, new: str) -> list[Edit]:
    """Say what a version changes in the base, as replacements of stretches of letters."""
    head, tail = shared_ends(base, new)
    old = units(base[head : len(base) - tail])
    after = units(new[head : len(new) - tail])
    found: list[Edit] = []
    place = head
    for deleted, inserted, kept in stretches(old, after, changed_runs(old, after)):
        if deleted or inserted:
            found.append(Edit(place, place + len(deleted), inserted))
        place += len(deleted) + len(kept)
    return found


def stretches(old: Sequence[Unit], new: Sequence[Unit], runs: Sequence[Run]) -> list[tuple[str, str, str]]:
    """Write the runs out as (deleted, inserted, kept after them) in letters; space is kept where both sides have it."""
    found: list[tuple[str, str, str]] = []
    kept_from = 0
    new_at = 0
    for run in [*runs, Run(len(old), len(old), len(new), len(new))]:
        _keep(found, old[kept_from : run.old_from], new[new_at : run.new_from])
        deleted = _letters(old[run.old_from : run.old_to])
        inserted = _letters(new[run.new_from : run.new_to])
        _change(found, deleted, inserted)
        kept_from, new_at = run.old_to, run.new_to
    return found


def _keep(found: list[tuple[str, str, str]], old: Sequence[Unit], new: Sequence[Unit]) -> None:
    kept: list[str] = []
    for before, after in zip(old, new, strict=True):
        if before[0] == after[0]:
            kept += before
            continue
        _add_kept(found, "".join(kept))
        _change(found, before[0], after[0])
        kept = [before[1]]
    _add_kept(found, "".join(kept))


def _add_kept(found: list[tuple[str, str, str]], kept: str) -> None:
    if not kept:
        return
    if found:
        deleted, inserted, before = found[-1]
        found[-1] = (deleted, inserted, before + kept)
    else:
        found.append(("", "", kept))


def _change(found: list[tuple[str, str, str]], deleted: str, inserted: str) -> None:
    if not deleted and not inserted:
        return
    if found and not found[-1][2]:
        earlier = found.pop()
        deleted, inserted = earlier[0] + deleted, earlier[1] + inserted
    shared = _shared_space(deleted, inserted)
    if shared:
        _add_kept(found, deleted[:shared])
    found.append((deleted[shared:], inserted[shared:], ""))


def _shared_space(deleted: str, inserted: str) -> int:
    shared = 0
    for before, after in zip(deleted, inserted, strict=False):
        if before != after or not before.isspace():
            break
        shared += 1
    return shared


def _letters(stretch: Sequence[Unit]) -> str:
    return "".join([space + core for space, core in stretch])


def _runs(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    head = 0
    for before, after in zip(old, new, strict=False):
        if before != after:
            break
        head += 1
    tail = 0
    longest = min(len(old), len(new)) - head
    while tail < longest and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    if not middle_old and not middle_new:
        return []
    if not middle_old or not middle_new:
        return [Run(head, head + len(middle_old), head, head + len(middle_new))]
    return [
        Run(run.old_from + head, run.old_to + head, run.new_from + head, run.new_to + head)
        for run in _middle_runs(middle_old, middle_new)
    ]


def _middle_runs(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    if len(old) * len(new) > _LARGEST_TABLE:
        return [Run(0, len(old), 0, len(new))]
    found: list[Run] = []
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            continue
        run = Run(step.src_start, step.src_end, step.dest_start, step.dest_end)
        if found and found[-1].old_to == run.old_from and found[-1].new_to == run.new_from:
            run = Run(found[-1].old_from, run.old_to, found[-1].new_from, run.new_to)
            found.pop()
        found.append(run)
    return found


def _slid(old: Sequence[str], new: Sequence[str], runs: list[Run]) -> list[Run]:
    """Lay each pure insertion or deletion at the start of a sentence, of a part of one, or as late as it can be."""
    done: list[Run] = []
    for index, run in enumerate(runs):
        added = run.old_from == run.old_to
        if not added and run.new_from != run.new_to:
            done.append(run)
            continue
        words = new if added else old
        start, end = (run.new_from, run.new_to) if added else (run.old_from, run.old_to)
        room_before = run.old_from - (done[-1].old_to if done else 0)
        room_after = (runs[index + 1].old_from if index + 1 < len(runs) else len(old)) - run.old_to
        shift = _best_shift(words, start, end, (room_before, room_after))
        done.append(Run(run.old_from + shift, run.old_to + shift, run.new_from + shift, run.new_to + shift))
    return _joined(done)


def _best_shift(words: Sequence[str], start: int, end: int, room: tuple[int, int]) -> int:
    earliest = 0
    lowest = -min(room[0], _FARTHEST_SLIDE)
    while earliest > lowest and words[start + earliest - 1] == words[end + earliest - 1]:
        earliest -= 1
    latest = 0
    highest = min(room[1], _FARTHEST_SLIDE)
    while latest < highest and words[start + latest] == words[end + latest]:
        latest += 1
    return max(range(earliest, latest + 1), key=lambda shift: (_break_before(words, start + shift), shift))


def _break_before(words: Sequence[str], at: int) -> int:
    if at == 0 or words[at - 1] in _SENTENCE_ENDS:
        return 2
    return 1 if words[at - 1] in _CLAUSE_ENDS else 0


def _joined(runs: Sequence[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].old_to == run.old_from and joined[-1].new_to == run.new_from:
            joined[-1] = Run(joined[-1].old_from, run.old_to, joined[-1].new_from, run.new_to)
        else:
            joined.append(run)
    return joined
