"""In which order amendments are put to the vote, and which of them fall when a rival is carried."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any

from resolutions.rules.clauses import Clause, ClauseKind
from resolutions.rules.differences import changed_runs
from resolutions.rules.errors import Inadmissible
from resolutions.rules.merge.operations import Act, Clash, Operation
from resolutions.rules.standing_orders.orders import OrderRule, StandingOrders
from resolutions.rules.tokens import units

FURTHEST_FIRST = (Act.DELETE, Act.REPLACE, Act.INSERT, Act.MOVE)


class RankReason(StrEnum):
    """Why an amendment is put where it is put."""

    ALONE = "alone"
    COMPROMISE = "compromise"
    DELETES = "deletes"
    REPLACES = "replaces"
    INSERTS = "inserts"
    MOVES = "moves"
    AS_SUBMITTED = "as_submitted"


REASONS = {
    Act.DELETE: RankReason.DELETES,
    Act.REPLACE: RankReason.REPLACES,
    Act.INSERT: RankReason.INSERTS,
    Act.MOVE: RankReason.MOVES,
}


@dataclass(frozen=True)
class Tabled:
    """An amendment that is ready for the vote."""

    code: str
    number: int
    operations: tuple[Operation, ...]
    compromise: bool = False

    def __post_init__(self) -> None:
        if not self.operations:
            raise Inadmissible("an_amendment_changes_nothing", amendment=self.code)


@dataclass(frozen=True)
class Rank:
    """The place of an amendment in the order of voting, with the reason and the facts behind it."""

    place: int
    amendment: str
    reason: RankReason
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class _Distance:
    """How far an operation goes from the text: its act, and the share (of 1,000) or number of words."""

    operation: Operation
    extent: int

    @property
    def key(self) -> tuple[int, int]:
        """What sorts the furthest first."""
        return FURTHEST_FIRST.index(self.operation.act), -self.extent


Stop = tuple[int, int]


def order_of_voting(
    tabled: Sequence[Tabled],
    base: Sequence[Clause],
    orders: StandingOrders,
    clashes: Iterable[Clash] = (),
) -> tuple[Rank, ...]:
    """Put the amendments in order: clause by clause, at each clause the furthest from the text first."""
    places = {clause.id: place for place, clause in enumerate(base)}
    opposed = rivals(tabled, clashes)
    stops = _stops(tabled, base, orders, opposed)
    distances = {one.code: _furthest(one, base, places) for one in tabled}

    def key(one: Tabled) -> tuple[Stop, bool, tuple[int, int], int]:
        later = orders.order_compromise_first and not one.compromise
        furthest_first = orders.order_amendments == OrderRule.FURTHEST_FIRST
        return stops[one.code], later, distances[one.code].key if furthest_first else (0, 0), one.number

    ranks: list[Rank] = []
    for _, together in groupby(sorted(tabled, key=key), key=lambda one: stops[one.code]):
        group = list(together)
        for one in group:
            reason = _reason(one, orders, distances[one.code], alone=len(group) == 1)
            facts = _facts(distances[one.code], opposed[one.code])
            ranks.append(Rank(len(ranks) + 1, one.code, reason, facts))
    return tuple(ranks)


def rivals(tabled: Sequence[Tabled], clashes: Iterable[Clash]) -> dict[str, tuple[str, ...]]:
    """For each amendment those that cannot stand beside it; the same words twice do not oppose each other."""
    owner = {operation.id: one.code for one in tabled for operation in one.operations}
    opposed: dict[str, set[str]] = {one.code: set() for one in tabled}
    for clash in clashes:
        said = [(owner[a.operation], a.text, a.after) for a in clash.alternatives if a.operation in owner]
        for code, *words in said:
            opposed[code] |= {other for other, *others in said if other != code and others != words}
    return {code: tuple(sorted(others)) for code, others in opposed.items()}


def falling(carried: str, opposed: Mapping[str, tuple[str, ...]], orders: StandingOrders) -> tuple[str, ...]:
    """The amendments that fall when this one is carried; none where the orders put every one to the vote."""
    return opposed.get(carried, ()) if orders.alternatives_fall else ()


def _stops(
    tabled: Sequence[Tabled],
    base: Sequence[Clause],
    orders: StandingOrders,
    opposed: Mapping[str, tuple[str, ...]],
) -> dict[str, Stop]:
    """Where in the text each amendment comes up; rivals come up together, where the first of them does."""
    own = {one.code: min(_stop(operation, base, orders) for operation in one.operations) for one in tabled}
    return {code: min(own[member] for member in _circle(code, opposed)) for code in own}


def _circle(code: str, opposed: Mapping[str, tuple[str, ...]]) -> set[str]:
    reached: set[str] = set()
    waiting = [code]
    while waiting:
        member = waiting.pop()
        if member not in reached:
            reached.add(member)
            waiting.extend(opposed[member])
    return reached


def _stop(operation: Operation, base: Sequence[Clause], orders: StandingOrders) -> Stop:
    place = next((place for place, clause in enumerate(base) if clause.id == operation.clause), None)
    target = operation.kind if operation.act is Act.INSERT or place is None else base[place].kind
    later = orders.order_operative_first and target is not ClauseKind.OPERATIVE
    if place is None:
        # An empty anchor is the start of the text; a clause that is not in it comes after all others.
        place = len(base) if operation.clause else -1
    return int(later), place


def _furthest(one: Tabled, base: Sequence[Clause], places: Mapping[str, int]) -> _Distance:
    def distance(operation: Operation) -> _Distance:
        old = base[places[operation.clause]].text if operation.clause in places else ""
        return _Distance(operation, _extent(operation, old))

    return min((distance(operation) for operation in one.operations), key=lambda distance: distance.key)


def _extent(operation: Operation, old: str) -> int:
    if operation.act is Act.REPLACE:
        return changed_share(old, operation.text)
    return len(operation.text.split())


def changed_share(old: str, new: str) -> int:
    """How many of a thousand words, of the old and the new text together, are not common to both."""
    before, after = units(old), units(new)
    changed = sum(
        run.old_to - run.old_from + run.new_to - run.new_from for run in changed_runs(before, after)
    )
    return 1000 * changed // max(len(before) + len(after) - 2, 1)


def _reason(one: Tabled, orders: StandingOrders, distance: _Distance, *, alone: bool) -> RankReason:
    if alone:
        return RankReason.ALONE
    if one.compromise and orders.order_compromise_first:
        return RankReason.COMPROMISE
    if orders.order_amendments != OrderRule.FURTHEST_FIRST:
        return RankReason.AS_SUBMITTED
    return REASONS[distance.operation.act]


def _facts(distance: _Distance, opposed: tuple[str, ...]) -> dict[str, Any]:
    operation = distance.operation
    facts: dict[str, Any] = {"clause": operation.clause, "act": str(operation.act), "rivals": opposed}
    if operation.act is Act.REPLACE:
        facts["percent"] = (distance.extent + 5) // 10
    return facts
