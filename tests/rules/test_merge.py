"""Merging and rebasing: equal changes agree, contradictions are kept for people, the order never matters."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolutions.rules.clauses import Clause, ClauseKind
from resolutions.rules.errors import Inadmissible
from resolutions.rules.merge import (
    Act,
    Alternative,
    Clash,
    Merged,
    Operation,
    Outcome,
    merge,
    merge_words,
    operations_between,
    rebase,
    settled_words,
)

WORDS = st.lists(
    st.sampled_from(["unions", "demand", "fair", "wages", "now", "and", "work", "for", "all", "."]),
    min_size=1,
    max_size=8,
)
VERSIONS = st.lists(WORDS.map(" ".join), min_size=1, max_size=4)
DOCUMENTS = st.lists(WORDS.map(" ".join), max_size=5)


def clauses(*texts: str, ids: str = "c") -> list[Clause]:
    return [Clause(f"{ids}{n}" if ids else "", ClauseKind.OPERATIVE, text) for n, text in enumerate(texts, 1)]


def texts(merged: Merged | Sequence[Clause]) -> list[str]:
    return [clause.text for clause in (merged.clauses if isinstance(merged, Merged) else merged)]


BASE = clauses("Alpha on wages.", "Beta on hours of work.", "Gamma on health.")


@settings(max_examples=100, deadline=None)
@given(WORDS.map(" ".join), VERSIONS, st.randoms(use_true_random=False))
def test_the_order_of_versions_never_changes_the_words(
    base: str, versions: list[str], dice: random.Random
) -> None:
    shuffled = list(versions)
    dice.shuffle(shuffled)
    assert merge_words(base, versions) == merge_words(base, shuffled)
    assert merge_words(base, [versions[0], base, versions[0]]) == versions[0]


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS, st.lists(DOCUMENTS, max_size=3), st.randoms(use_true_random=False))
def test_the_order_of_amendments_never_changes_the_verdict(
    base: list[str], amended: list[list[str]], dice: random.Random
) -> None:
    start = clauses(*base)
    operations = [
        operation
        for number, version in enumerate(amended)
        for operation in operations_between(start, clauses(*version, ids=""), f"A{number}")
    ]
    shuffled = list(operations)
    dice.shuffle(shuffled)
    assert merge(start, operations) == merge(start, shuffled)


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS, DOCUMENTS)
def test_one_amended_text_comes_back_from_its_operations(base: list[str], amended: list[str]) -> None:
    start = clauses(*base)
    merged = merge(start, operations_between(start, clauses(*amended, ids=""), "A1"))
    assert (texts(merged), merged.clashes) == (amended, ())


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS, DOCUMENTS)
def test_an_amendment_that_the_new_version_contains_has_nothing_left_to_do(
    base: list[str], new: list[str]
) -> None:
    start, now = clauses(*base), clauses(*new, ids="n")
    operations = operations_between(start, clauses(*new, ids=""), "A1")
    rebased = rebase(start, operations, now)
    assert texts(rebased.clauses) == new
    assert rebased.outcome is (Outcome.ALREADY_CONTAINED if operations else Outcome.CARRIED_OVER)


def test_changes_in_different_places_of_a_clause_merge() -> None:
    base = "The board meets twice a year."
    versions = ["The general board meets twice a year.", "The board meets twice a month."]
    assert merge_words(base, versions) == "The general board meets twice a month."


def test_changes_that_overlap_or_touch_are_left_to_people() -> None:
    assert (
        merge_words("The board shall report.", ["The committee shall report.", "The council shall report."])
        is None
    )
    assert (
        merge_words("The board shall report.", ["The committee shall report.", "The board will report."])
        is None
    )


def test_signs_of_conflict_in_a_text_are_plain_words() -> None:
    versions = ["The board <<<<<<< meets ======= here.", "The general board meets here."]
    assert merge_words("The board meets here.", versions) == "The general board <<<<<<< meets ======= here."


def test_parts_of_one_number_are_never_merged_to_a_third() -> None:
    assert merge_words("at least 30.5 per cent", ["at least 31.5 per cent", "at least 30.7 per cent"]) is None


def test_equal_changes_are_made_once() -> None:
    operations = [Operation(f"A{n}.1", Act.REPLACE, "c2", "Beta on fewer hours of work.") for n in (1, 2)]
    operations += [Operation(f"A{n}.2", Act.INSERT, "c3", "Delta.") for n in (1, 2)]
    assert texts(merge(BASE, operations)) == [
        BASE[0].text,
        "Beta on fewer hours of work.",
        BASE[2].text,
        "Delta.",
    ]


def test_a_clash_keeps_every_alternative_and_the_base_stands_meanwhile() -> None:
    operations = [
        Operation("A1.1", Act.REPLACE, "c2", "Beta on pay for work."),
        Operation("A2.1", Act.DELETE, "c2"),
        Operation("A3.1", Act.REPLACE, "c1", "Alpha on high wages."),
    ]
    merged = merge(BASE, operations)
    assert texts(merged) == ["Alpha on high wages.", BASE[1].text, BASE[2].text]
    alternatives = (Alternative("A1.1", "Beta on pay for work."), Alternative("A2.1", None))
    assert merged.clashes == (Clash("c2", BASE[1].text, alternatives),)


def test_a_settled_clash_takes_the_words_that_were_decided() -> None:
    operations = [Operation("A1.1", Act.REPLACE, "c2", "One."), Operation("A2.1", Act.REPLACE, "c2", "Two.")]
    assert texts(merge(BASE, operations, {"c2": "Three."})) == [BASE[0].text, "Three.", BASE[2].text]
    assert texts(merge(BASE, operations, {"c2": None})) == [BASE[0].text, BASE[2].text]


def test_a_new_clause_outlives_the_deletion_of_the_one_before_it() -> None:
    operations = [Operation("A1.1", Act.DELETE, "c2"), Operation("A2.1", Act.INSERT, "c2", "New.")]
    assert texts(merge(BASE, operations)) == [BASE[0].text, "New.", BASE[2].text]


def test_different_clauses_after_the_same_one_are_both_kept_as_people_count() -> None:
    operations = [Operation("A10.1", Act.INSERT, "c3", "Ten."), Operation("A2.1", Act.INSERT, "c3", "Two.")]
    assert texts(merge(BASE, operations))[3:] == ["Two.", "Ten."]


def test_a_new_clause_can_be_amended_and_followed_by_others() -> None:
    operations = [
        Operation("A1.1", Act.INSERT, "", "First.", new_id="n1"),
        Operation("A1.2", Act.INSERT, "n1", "Second.", new_id="n2"),
        Operation("A2.1", Act.REPLACE, "n1", "First of all."),
    ]
    assert texts(merge(BASE, operations))[:3] == ["First of all.", "Second.", BASE[0].text]


def test_a_moved_clause_takes_its_new_words_along_and_leaves_its_followers() -> None:
    operations = [
        Operation("A1.1", Act.MOVE, "c1", after="c3"),
        Operation("A2.1", Act.REPLACE, "c1", "Alpha on high wages."),
        Operation("A3.1", Act.INSERT, "c1", "Stays here."),
    ]
    assert texts(merge(BASE, operations)) == [
        "Stays here.",
        BASE[1].text,
        BASE[2].text,
        "Alpha on high wages.",
    ]


@pytest.mark.parametrize(
    "other",
    [Operation("A2.1", Act.MOVE, "c1", after="c2"), Operation("A2.1", Act.DELETE, "c1")],
    ids=["moved elsewhere", "deleted"],
)
def test_a_move_clashes_with_another_move_and_with_a_deletion(other: Operation) -> None:
    merged = merge(BASE, [Operation("A1.1", Act.MOVE, "c1", after="c3"), other])
    assert (texts(merged), [clash.clause for clash in merged.clashes]) == (texts(BASE), ["c1"])


def test_equal_moves_and_swapped_neighbours_agree() -> None:
    move = Operation("A1.1", Act.MOVE, "c1", after="c2")
    assert texts(merge(BASE, [move, Operation("A2.1", Act.MOVE, "c1", after="c2")])) == [
        BASE[1].text,
        BASE[0].text,
        BASE[2].text,
    ]


@pytest.mark.parametrize(
    "operation",
    [
        Operation("A1.1", Act.REPLACE, "c9", "x"),
        Operation("A1.1", Act.INSERT, "c9", "x"),
        Operation("A1.1", Act.MOVE, "c1", after="c9"),
        Operation("A1.1", Act.MOVE, "c1", after="c1"),
        Operation("A1.1", Act.DELETE, ""),
    ],
    ids=["replaced", "anchor", "target", "itself", "nothing"],
)
def test_an_operation_outside_the_text_is_refused(operation: Operation) -> None:
    with pytest.raises(Inadmissible) as refused:
        merge(BASE, [operation])
    assert refused.value.code == "no_such_clause"


def test_two_new_clauses_cannot_have_one_id() -> None:
    with pytest.raises(Inadmissible) as refused:
        merge(
            BASE,
            [Operation("A1.1", Act.INSERT, "c1", "x", "n"), Operation("A2.1", Act.INSERT, "c1", "y", "n")],
        )
    assert refused.value.code == "clause_id_taken"


def test_a_clause_split_by_an_amendment_merges_with_a_change_of_its_words() -> None:
    base = clauses("Unions defend rights. They do so in all regions.")
    operations = [
        *operations_between(
            base, clauses("Unions defend rights.", "They do so in all regions.", ids=""), "A1"
        ),
        Operation("A2.1", Act.REPLACE, "c1", "Unions defend rights. They do so in all sectors."),
    ]
    assert texts(merge(base, operations)) == ["Unions defend rights.", "They do so in all sectors."]


@pytest.mark.parametrize(
    ("new", "outcome", "after"),
    [
        ("Beta on hours of work.", Outcome.CARRIED_OVER, "Beta on fewer hours of work."),
        ("Beta on hours of paid work.", Outcome.MERGED, "Beta on fewer hours of paid work."),
        ("Beta on fewer hours of work.", Outcome.ALREADY_CONTAINED, "Beta on fewer hours of work."),
        ("Beta on less hours of work.", Outcome.CONFLICT, "Beta on less hours of work."),
    ],
)
def test_a_replacement_follows_the_text(new: str, outcome: Outcome, after: str) -> None:
    now = [BASE[0], Clause("c2", ClauseKind.OPERATIVE, new), BASE[2]]
    operation = Operation("A1.1", Act.REPLACE, "c2", "Beta on fewer hours of work.")
    rebased = rebase(BASE, [operation], now)
    assert (rebased.outcome, texts(rebased.clauses)[1]) == (outcome, after)
    if outcome is Outcome.CONFLICT:
        assert rebased.carried[0].operation == operation
        alternatives = (Alternative("A1.1", operation.text), Alternative("", new))
        assert rebased.clashes == (Clash("c2", BASE[1].text, alternatives),)


def test_a_new_clause_finds_its_place_when_the_one_before_it_is_gone() -> None:
    rebased = rebase(BASE, [Operation("A1.1", Act.INSERT, "c2", "New.")], [BASE[0], BASE[2]])
    assert (rebased.outcome, texts(rebased.clauses)) == (
        Outcome.CARRIED_OVER,
        [BASE[0].text, "New.", BASE[2].text],
    )


def test_a_change_of_a_clause_that_is_gone_is_a_conflict() -> None:
    rebased = rebase(BASE, [Operation("A1.1", Act.REPLACE, "c2", "Other.")], [BASE[0], BASE[2]])
    assert (rebased.outcome, rebased.clashes[0].alternatives[1]) == (Outcome.CONFLICT, Alternative("", None))


def test_white_space_alone_is_no_amendment() -> None:
    assert operations_between(clauses("One  two\nthree."), clauses("One two three.", ids=""), "A1") == ()


def test_a_moved_clause_is_derived_as_a_move() -> None:
    moved = [Clause("", ClauseKind.OPERATIVE, BASE[n].text) for n in (1, 2, 0)]
    assert operations_between(BASE, moved, "A7") == (Operation("A7.1", Act.MOVE, "c1", after="c3"),)


def test_settling_for_one_side_keeps_what_nobody_contests() -> None:
    base = "The board meets here on Mondays."
    clash = Clash(
        "c1",
        base,
        (
            Alternative("A1.1", "The full board meets here on Mondays."),
            Alternative("A2.1", "The board meets here on Mondays at noon."),
            Alternative("A3.1", "The small board meets here on Mondays."),
            Alternative("A4.1", None),
        ),
    )
    assert settled_words(clash, "A1.1") == "The full board meets here on Mondays at noon."
    assert settled_words(clash, "A3.1") == "The small board meets here on Mondays at noon."
    assert settled_words(clash, "A2.1") == "The board meets here on Mondays at noon."
    assert settled_words(clash, "A4.1") is None
