"""Which clause of one text became which clause of another: by id where known, otherwise by likeness."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from resolutions.rules.clauses import Clause

_ALIKE = 0.45
_SURELY_MOVED = 0.75
_SMALL_GAP = 400
_COMMON_WORD = 12
_CANDIDATES = 4
_LONG = 1_500


class Pairing(NamedTuple):
    """A place in the old text, the place in the new text it became, and whether it changed its order."""

    base: int | None
    new: int | None
    moved: bool = False


def aligned(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[Pairing, ...]:
    """Pair the clauses of two texts; what is gone stands where it stood, what is new where it now stands."""
    became = _by_id(old, new)
    _match_rest(old, new, became)
    return _in_order(len(old), len(new), became)


def _by_id(old: Sequence[Clause], new: Sequence[Clause]) -> dict[int, int]:
    places = {clause.id: place for place, clause in enumerate(new) if clause.id}
    return {place: places[clause.id] for place, clause in enumerate(old) if clause.id in places}


def _match_rest(old: Sequence[Clause], new: Sequence[Clause], became: dict[int, int]) -> None:
    before = [_plain(clause.text) for clause in old]
    after = [_plain(clause.text) for clause in new]
    _match_equal(before, after, became)
    for old_gap, new_gap in _gaps(len(old), len(new), became):
        became.update(_match_gap(before, after, old_gap, new_gap))
    _match_moved(before, after, became)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _match_equal(old: Sequence[str], new: Sequence[str], became: dict[int, int]) -> None:
    """Pair clauses with the same words: those that occur once, and repeated ones from both ends."""
    taken = set(became.values())
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(new):
        if place not in taken:
            places[text].append(place)
    counts = Counter(text for place, text in enumerate(old) if place not in became)
    for place, text in enumerate(old):
        if place not in became and text and counts[text] == 1 and len(places[text]) == 1:
            became[place] = places[text][0]
    _extend(old, new, became, 1)
    _extend(old, new, became, -1)


def _extend(old: Sequence[str], new: Sequence[str], became: dict[int, int], step: int) -> None:
    """Let equal neighbours of paired clauses, and of the two ends of the text, follow their neighbour."""
    taken = set(became.values())
    places = range(len(old)) if step == 1 else range(len(old) - 1, -1, -1)
    neighbour = -1 if step == 1 else len(new)
    for place in places:
        if place in became:
            neighbour = became[place]
            continue
        wanted = neighbour + step
        if 0 <= wanted < len(new) and wanted not in taken and old[place] == new[wanted]:
            became[place] = wanted
            taken.add(wanted)
            neighbour = wanted


def _gaps(old_length: int, new_length: int, became: dict[int, int]) -> list[tuple[list[int], list[int]]]:
    """The stretches still unpaired on both sides between clauses that kept their order."""
    taken = set(became.values())
    anchors = [(-1, -1), *((place, became[place]) for place in _unmoved(became)), (old_length, new_length)]
    gaps = []
    for (old_from, new_from), (old_to, new_to) in zip(anchors, anchors[1:], strict=False):
        old_gap = [place for place in range(old_from + 1, old_to) if place not in became]
        new_gap = [place for place in range(new_from + 1, new_to) if place not in taken]
        if old_gap and new_gap:
            gaps.append((old_gap, new_gap))
    return gaps


def _unmoved(became: dict[int, int]) -> list[int]:
    """The largest set of paired clauses that stand in the same order in both texts."""
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for place in sorted(became):
        at = bisect_left(ends, became[place])
        before[place] = last[at - 1] if at else None
        ends[at : at + 1] = [became[place]]
        last[at : at + 1] = [place]
    chain: list[int] = []
    step: int | None = last[-1] if last else None
    while step is not None:
        chain.append(step)
        step = before[step]
    return chain[::-1]


def _match_gap(
    old: Sequence[str], new: Sequence[str], old_gap: list[int], new_gap: list[int]
) -> dict[int, int]:
    if len(old_gap) == len(new_gap):
        pairs = dict(zip(old_gap, new_gap, strict=True))
        if len(pairs) == 1 or all(_likeness(old[a], new[b]) >= _ALIKE for a, b in pairs.items()):
            return pairs
    if len(old_gap) * len(new_gap) <= _SMALL_GAP:
        return _best_in_order(old, new, old_gap, new_gap)
    return _best_by_rare_words(old, new, old_gap, new_gap)


def _likeness(old: str, new: str) -> float:
    if min(len(old), len(new)) > _LONG:
        before, after = Counter(old.split()), Counter(new.split())
        return 2 * (before & after).total() / (before.total() + after.total())
    return Indel.normalized_similarity(old, new)


def _best_in_order(
    old: Sequence[str], new: Sequence[str], old_gap: list[int], new_gap: list[int]
) -> dict[int, int]:
    """Pair a short gap so that the likenesses of the pairs, in order, add up to the most."""
    width = len(new_gap) + 1
    best = [[0.0] * width for _ in range(len(old_gap) + 1)]
    likeness = [[_likeness(old[a], new[b]) for b in new_gap] for a in old_gap]
    for row in range(len(old_gap) - 1, -1, -1):
        for column in range(len(new_gap) - 1, -1, -1):
            alike = likeness[row][column]
            paired = alike + best[row + 1][column + 1] if alike >= _ALIKE else 0.0
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    pairs = {}
    row = column = 0
    while row < len(old_gap) and column < len(new_gap):
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            pairs[old_gap[row]] = new_gap[column]
            row, column = row + 1, column + 1
    return pairs


def _best_by_rare_words(
    old: Sequence[str], new: Sequence[str], old_gap: list[int], new_gap: list[int]
) -> dict[int, int]:
    """Pair a long gap by the words that few clauses share, looking at a handful of candidates for each clause."""
    found = sorted(_candidates(old, new, old_gap, new_gap), reverse=True)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for alike, old_place, new_place in found:
        if alike >= _ALIKE and -old_place not in pairs and -new_place not in taken:
            pairs[-old_place] = -new_place
            taken.add(-new_place)
    kept = _unmoved(pairs)
    return {place: pairs[place] for place in kept}


def _candidates(
    old: Sequence[str], new: Sequence[str], old_gap: list[int], new_gap: list[int]
) -> list[tuple[float, int, int]]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place in old_gap:
        for word in set(old[place].split()):
            holders[word].append(place)
    found: list[tuple[float, int, int]] = []
    for place in new_gap:
        votes: Counter[int] = Counter()
        for word in set(new[place].split()):
            if len(holders.get(word, ())) <= _COMMON_WORD:
                votes.update(holders.get(word, ()))
        likely = sorted(votes, key=lambda candidate: (-votes[candidate], candidate))[:_CANDIDATES]
        found.extend((_likeness(old[candidate], new[place]), -candidate, -place) for candidate in likely)
    return found


def _match_moved(old: Sequence[str], new: Sequence[str], became: dict[int, int]) -> None:
    """Recognise clauses that went elsewhere: the same words, or nearly, in another place."""
    taken = set(became.values())
    old_left = [place for place in range(len(old)) if place not in became and old[place]]
    new_left = [place for place in range(len(new)) if place not in taken and new[place]]
    if not old_left or not new_left:
        return
    if len(old_left) * len(new_left) <= _SMALL_GAP:
        found: list[tuple[float, int, int]] = [
            (_likeness(old[a], new[b]), -a, -b) for a in old_left for b in new_left
        ]
    else:
        found = _candidates(old, new, old_left, new_left)
    for alike, old_place, new_place in sorted(found, reverse=True):
        if alike >= _SURELY_MOVED and -old_place not in became and -new_place not in taken:
            became[-old_place] = -new_place
            taken.add(-new_place)


def _in_order(old_length: int, new_length: int, became: dict[int, int]) -> tuple[Pairing, ...]:
    stays = set(_unmoved(became))
    came_from = {new: old for old, new in became.items()}
    gone = [Pairing(place, None) for place in range(old_length) if place not in became]
    pairings: list[Pairing] = []
    given = 0
    next_stay = _following(stays, old_length)
    limit = next_stay[0]
    for new_place in range(-1, new_length):
        source = came_from.get(new_place)
        if new_place >= 0:
            pairings.append(Pairing(source, new_place, source is not None and source not in stays))
        if source is not None and source in stays:
            limit = next_stay[source + 1]
        while given < len(gone) and (gone[given].base or 0) < limit:
            pairings.append(gone[given])
            given += 1
    return tuple(pairings)


def _following(stays: set[int], length: int) -> list[int]:
    """For every place of the old text, the next clause from there on that kept its order."""
    following = [length] * (length + 1)
    for place in range(length - 1, -1, -1):
        following[place] = place if place in stays else following[place + 1]
    return following
