from itertools import permutations

import pytest

from resolutions.rules.clauses import Clause, ClauseKind
from resolutions.rules.errors import Inadmissible
from resolutions.rules.merge.operations import Act, Alternative, Clash, Operation
from resolutions.rules.order import RankReason, Tabled, changed_share, falling, order_of_voting, rivals
from resolutions.rules.standing_orders.orders import StandingOrders

ORDERS = StandingOrders()
WORDS = "calls on all affiliates to provide full support to independent unions"
BASE = (
    Clause("p1", ClauseKind.PREAMBULAR, "Recalling the events of last year"),
    Clause("c1", ClauseKind.OPERATIVE, "condemns the persecution of unionists"),
    Clause("c2", ClauseKind.OPERATIVE, WORDS),
)


def amendment(number: int, act: Act, clause: str, text: str = "", *, compromise: bool = False) -> Tabled:
    kind = ClauseKind.PREAMBULAR if clause == "p1" else ClauseKind.OPERATIVE
    operation = Operation(f"A{number}.1", act, clause, text, kind=kind)
    return Tabled(f"A{number}", number, (operation,), compromise)


DELETES = amendment(1, Act.DELETE, "c2")
REWRITES = amendment(2, Act.REPLACE, "c2", "asks the Executive to report")
TOUCHES = amendment(3, Act.REPLACE, "c2", WORDS.replace("full", "strong"))
INSERTS = amendment(4, Act.INSERT, "c2", "asks for a report")
MOVES = amendment(5, Act.MOVE, "c2")
COMPROMISE = amendment(6, Act.REPLACE, "c2", WORDS + " and their members", compromise=True)
PREAMBLE = amendment(7, Act.DELETE, "p1")
FIRST_CLAUSE = amendment(8, Act.REPLACE, "c1", "condemns every persecution of unionists")


def codes(*tabled: Tabled, orders: StandingOrders = ORDERS, clashes: tuple[Clash, ...] = ()) -> list[str]:
    return [rank.amendment for rank in order_of_voting(tabled, BASE, orders, clashes)]


def clash(*said: tuple[Tabled, str | None]) -> Clash:
    alternatives = tuple(Alternative(one.operations[0].id, text) for one, text in said)
    return Clash("c2", WORDS, alternatives)


def test_at_a_clause_the_furthest_removed_is_put_first() -> None:
    ranks = order_of_voting([MOVES, INSERTS, TOUCHES, REWRITES, DELETES], BASE, ORDERS)
    assert [(rank.place, rank.amendment, rank.reason) for rank in ranks] == [
        (1, "A1", RankReason.DELETES),
        (2, "A2", RankReason.REPLACES),
        (3, "A3", RankReason.REPLACES),
        (4, "A4", RankReason.INSERTS),
        (5, "A5", RankReason.MOVES),
    ]
    assert ranks[2].facts == {"clause": "c2", "act": "replace", "rivals": (), "percent": 9}


def test_a_compromise_is_put_before_its_rivals() -> None:
    assert codes(DELETES, TOUCHES, COMPROMISE) == ["A6", "A1", "A3"]
    assert codes(DELETES, TOUCHES, COMPROMISE, orders=StandingOrders(order_compromise_first=False)) == [
        "A1",
        "A6",
        "A3",
    ]
    ranks = order_of_voting([DELETES, COMPROMISE], BASE, ORDERS)
    assert ranks[0].reason is RankReason.COMPROMISE


def test_the_operative_part_comes_before_the_preamble_unless_the_orders_say_otherwise() -> None:
    assert codes(PREAMBLE, TOUCHES, FIRST_CLAUSE) == ["A8", "A3", "A7"]
    as_printed = StandingOrders(order_operative_first=False)
    assert codes(PREAMBLE, TOUCHES, FIRST_CLAUSE, orders=as_printed) == ["A7", "A8", "A3"]


def test_an_amendment_alone_at_its_clause_needs_no_other_reason() -> None:
    ranks = order_of_voting([FIRST_CLAUSE, TOUCHES], BASE, ORDERS)
    assert [rank.reason for rank in ranks] == [RankReason.ALONE, RankReason.ALONE]


def test_the_order_can_follow_the_numbers() -> None:
    by_number = StandingOrders(order_amendments="as_submitted")
    assert codes(INSERTS, TOUCHES, REWRITES, DELETES, orders=by_number) == ["A1", "A2", "A3", "A4"]
    ranks = order_of_voting([INSERTS, TOUCHES], BASE, by_number)
    assert {rank.reason for rank in ranks} == {RankReason.AS_SUBMITTED}


def test_amendments_equally_far_follow_their_numbers() -> None:
    again = amendment(9, Act.DELETE, "c2")
    assert codes(again, DELETES) == ["A1", "A9"]


def test_a_longer_insertion_is_further_than_a_shorter_one() -> None:
    longer = amendment(9, Act.INSERT, "c2", "asks for a full report before the end of the year")
    assert codes(INSERTS, longer) == ["A9", "A4"]


def test_an_insertion_at_the_start_and_one_after_an_unknown_clause_have_their_places() -> None:
    start = amendment(10, Act.INSERT, "", "decides")
    unknown = amendment(11, Act.REPLACE, "x9", "decides")
    assert codes(unknown, TOUCHES, start) == ["A10", "A3", "A11"]


def test_rivals_come_up_together_where_the_first_of_them_does() -> None:
    wide = Tabled(
        "A9", 9, (Operation("A9.1", Act.REPLACE, "c1", "deplores"), Operation("A9.2", Act.DELETE, "c2"))
    )
    assert codes(wide, TOUCHES, FIRST_CLAUSE) == ["A9", "A8", "A3"]
    opposed = Clash("c2", WORDS, (Alternative("A9.2", None), Alternative("A3.1", "…")))
    together = codes(wide, TOUCHES, INSERTS, clashes=(opposed,))
    assert together == ["A9", "A3", "A4"]


def test_the_order_does_not_depend_on_who_came_first() -> None:
    expected = ["A6", "A1", "A2", "A3"]
    for shuffled in permutations([DELETES, REWRITES, TOUCHES, COMPROMISE]):
        assert codes(*shuffled) == expected


def test_an_amendment_that_changes_nothing_is_not_put() -> None:
    with pytest.raises(Inadmissible) as refused:
        Tabled("A1", 1, ())
    assert (refused.value.code, refused.value.facts) == ("an_amendment_changes_nothing", {"amendment": "A1"})


def test_those_who_want_other_words_in_one_place_are_rivals() -> None:
    found = rivals([DELETES, REWRITES, TOUCHES, INSERTS], [clash((DELETES, None), (REWRITES, "…"))])
    assert found == {"A1": ("A2",), "A2": ("A1",), "A3": (), "A4": ()}


def test_those_who_want_the_same_words_are_not_rivals() -> None:
    found = rivals([DELETES, REWRITES, TOUCHES], [clash((DELETES, None), (REWRITES, "x"), (TOUCHES, "x"))])
    assert found == {"A1": ("A2", "A3"), "A2": ("A1",), "A3": ("A1",)}


def test_a_clash_with_an_amendment_that_is_no_longer_on_the_table_is_no_rivalry() -> None:
    assert rivals([DELETES], [clash((DELETES, None), (REWRITES, "x"))]) == {"A1": ()}


def test_what_contradicts_a_carried_amendment_falls_if_the_orders_say_so() -> None:
    opposed = rivals([DELETES, REWRITES], [clash((DELETES, None), (REWRITES, "x"))])
    assert falling("A1", opposed, ORDERS) == ("A2",)
    assert falling("A1", opposed, StandingOrders(alternatives_fall=False)) == ()


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [("", "", 0), ("a b c d", "a b c d", 0), ("a b", "c d", 1000), ("a b c", "a x c", 333)],
)
def test_the_share_of_changed_words_is_a_whole_number(old: str, new: str, share: int) -> None:
    assert changed_share(old, new) == share
