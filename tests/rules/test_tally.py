import json
from collections import defaultdict
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolutions.rules.errors import Inadmissible
from resolutions.rules.majorities import (
    CountedBy,
    MajorityBase,
    Measure,
    Quorum,
    QuorumBase,
    Requirement,
    Share,
    frozen,
    rule_hash,
    thawed,
)
from resolutions.rules.standing_orders.orders import StandingOrders
from resolutions.rules.standing_orders.presets import PRESETS
from resolutions.rules.tally import (
    Attendance,
    Cast,
    Choice,
    Counts,
    Matter,
    Outcome,
    Reason,
    Result,
    Votes,
    count,
    count_hands,
    decide,
    quorum_from,
    requirement_from,
    show_of_hands_agree,
)

SIMPLE = Requirement()
TWO_THIRDS = Requirement(MajorityBase.FOR_AGAINST, 2, 3, strict=False)


def hands(for_: int, against: int, abstain: int = 0, *, entitled: int = 24, present: int = 20) -> Counts:
    return count_hands(Votes(for_, against, abstain), entitled=entitled, present=present)


def outcome(counts: Counts, *requirements: Requirement, quorums: tuple[Quorum, ...] = ()) -> Outcome:
    return decide(counts, requirements, quorums).outcome


def test_seven_against_five_is_a_simple_majority_and_no_other() -> None:
    counts = hands(7, 5, 3)
    assert outcome(counts, SIMPLE) is Outcome.CARRIED
    assert outcome(counts, Requirement(MajorityBase.CAST)) is Outcome.LOST
    assert outcome(counts, TWO_THIRDS) is Outcome.LOST
    assert outcome(counts, Requirement(MajorityBase.PRESENT)) is Outcome.LOST
    assert outcome(counts, Requirement(MajorityBase.ENTITLED)) is Outcome.LOST


def test_the_arithmetic_is_kept_line_by_line() -> None:
    result = decide(hands(25, 15, 3, entitled=60, present=50), [SIMPLE], [Quorum()])
    assert result.as_data() == {
        "outcome": "carried",
        "reason": "enough",
        "quorums": [
            {
                "measure": "people",
                "base": "accredited",
                "part": 50,
                "whole": 60,
                "numerator": 1,
                "denominator": 2,
                "strict": False,
                "needed": 30,
                "met": True,
            }
        ],
        "majorities": [
            {
                "measure": "weight",
                "base": "for_against",
                "part": 25,
                "whole": 40,
                "numerator": 1,
                "denominator": 2,
                "strict": True,
                "needed": 21,
                "met": True,
            }
        ],
    }
    assert [line.sign for line in (*result.majorities, *result.quorums)] == [">", "≥"]


@pytest.mark.parametrize(("votes", "needed"), [(9, 6), (10, 7), (12, 8), (1, 1), (2, 2), (3, 2)])
def test_two_thirds_of_nine_is_six_and_of_ten_is_seven(votes: int, needed: int) -> None:
    at_least = decide(hands(needed, votes - needed), [TWO_THIRDS])
    assert (at_least.outcome, at_least.majorities[0].needed) == (Outcome.CARRIED, needed)
    assert outcome(hands(needed - 1, votes - needed + 1), TWO_THIRDS) is Outcome.LOST


def test_more_than_two_thirds_of_nine_is_seven() -> None:
    above = Requirement(MajorityBase.FOR_AGAINST, 2, 3, strict=True)
    assert outcome(hands(6, 3), above) is Outcome.LOST
    assert outcome(hands(7, 2), above) is Outcome.CARRIED


def test_a_tie_is_not_carried() -> None:
    result = decide(hands(6, 6, 3), [SIMPLE])
    assert (result.outcome, result.reason) == (Outcome.LOST, Reason.TIE)


@pytest.mark.parametrize("base", list(MajorityBase))
def test_no_votes_carry_nothing(base: MajorityBase) -> None:
    result = decide(hands(0, 0), [Requirement(base, 1, 3, strict=False)])
    assert (result.outcome, result.reason) == (Outcome.LOST, Reason.NO_VOTES)


def test_only_abstentions_carry_nothing() -> None:
    result = decide(hands(0, 0, 9), [TWO_THIRDS])
    assert (result.outcome, result.reason) == (Outcome.LOST, Reason.NOT_ENOUGH)


def test_a_ballot_without_quorum_decides_nothing() -> None:
    result = decide(hands(9, 0, entitled=24, present=11), [SIMPLE], [Quorum()])
    assert (result.outcome, result.reason) == (Outcome.NO_QUORUM, Reason.TOO_FEW_THERE)
    assert outcome(hands(9, 0, entitled=24, present=12), SIMPLE, quorums=(Quorum(),)) is Outcome.CARRIED


def test_a_quorum_of_more_than_half_is_not_met_by_half() -> None:
    half, more = Quorum(strict=False), Quorum(strict=True)
    counts = hands(9, 0, entitled=24, present=12)
    assert outcome(counts, SIMPLE, quorums=(half,)) is Outcome.CARRIED
    assert outcome(counts, SIMPLE, quorums=(half, more)) is Outcome.NO_QUORUM


def test_a_quorum_can_be_counted_by_the_votes_cast() -> None:
    counts = hands(7, 4, entitled=24, present=20)
    assert outcome(counts, SIMPLE, quorums=(Quorum(counted_by=CountedBy.CAST),)) is Outcome.NO_QUORUM
    assert outcome(counts, SIMPLE, quorums=(Quorum(counted_by=CountedBy.PRESENT),)) is Outcome.CARRIED


def test_a_quorum_can_be_reckoned_over_the_entitled_or_the_accredited() -> None:
    counts = count(
        [Cast(Choice.FOR, 10, "a"), Cast(Choice.FOR, 5, "b")],
        entitled=Attendance(6, 6, 100),
        accredited=Attendance(4, 4, 60),
    )
    organisations = Quorum(Measure.ORGANISATIONS)
    entitled = Quorum(Measure.ORGANISATIONS, QuorumBase.ENTITLED)
    weight = Quorum(Measure.WEIGHT)
    assert outcome(counts, SIMPLE, quorums=(organisations,)) is Outcome.CARRIED
    assert outcome(counts, SIMPLE, quorums=(entitled,)) is Outcome.NO_QUORUM
    assert outcome(counts, SIMPLE, quorums=(organisations, weight)) is Outcome.NO_QUORUM


def test_a_quorum_of_nobody_is_not_met() -> None:
    nobody = count([], entitled=Attendance())
    assert outcome(nobody, SIMPLE, quorums=(Quorum(),)) is Outcome.NO_QUORUM


def test_cards_and_organisations_are_counted_side_by_side() -> None:
    counts = count(
        [Cast(Choice.FOR, 90, "a"), Cast(Choice.AGAINST, 20, "b"), Cast(Choice.AGAINST, 10, "c")],
        entitled=Attendance(5, 5, 200),
    )
    assert (counts.weight, counts.organisations) == (Votes(90, 30), Votes(1, 2))
    assert outcome(counts, SIMPLE) is Outcome.CARRIED


def test_a_double_majority_needs_the_votes_and_the_organisations() -> None:
    both = (SIMPLE, Requirement(unit=Measure.ORGANISATIONS))
    large = [Cast(Choice.FOR, 90, "a"), Cast(Choice.AGAINST, 20, "b"), Cast(Choice.AGAINST, 10, "c")]
    entitled = Attendance(5, 5, 200)
    assert outcome(count(large, entitled=entitled), *both) is Outcome.LOST
    assert outcome(count([*large, Cast(Choice.FOR, 1, "d")], entitled=entitled), *both) is Outcome.LOST
    joined = [*large, Cast(Choice.FOR, 1, "d"), Cast(Choice.FOR, 1, "e")]
    assert outcome(count(joined, entitled=entitled), *both) is Outcome.CARRIED


def test_an_organisation_whose_delegates_disagree_is_divided() -> None:
    counts = count(
        [
            Cast(Choice.FOR, 3, "a"),
            Cast(Choice.AGAINST, 2, "a"),
            Cast(Choice.FOR, 1, "b"),
            Cast(Choice.FOR, 1, "b"),
        ],
        entitled=Attendance(2, 4, 7),
    )
    assert counts.organisations == Votes(for_=1, divided=1)
    assert counts.organisations.cast == 2
    assert counts.people == Votes(3, 1)
    assert counts.cast == Attendance(2, 4, 7)


def test_a_vote_without_an_organisation_is_a_card_of_its_own() -> None:
    counts = count(
        [Cast(Choice.FOR), Cast(Choice.FOR), Cast(Choice.ABSTAIN)], entitled=Attendance(60, 60, 60)
    )
    assert counts.organisations == Votes(2, 0, 1)


def test_whoever_voted_was_present() -> None:
    casts = [Cast(Choice.FOR, 2, "a"), Cast(Choice.FOR, 2, "b")]
    counts = count(casts, entitled=Attendance(9, 9, 9), present=Attendance(1, 5, 3))
    assert counts.present == Attendance(2, 5, 4)


def test_weights_are_positive_whole_numbers() -> None:
    with pytest.raises(Inadmissible) as refused:
        Cast(Choice.FOR, 0)
    assert (refused.value.code, refused.value.facts) == ("weight_not_positive", {"weight": 0})


def test_more_votes_than_there_are_cannot_be_counted() -> None:
    with pytest.raises(Inadmissible) as refused:
        count([Cast(Choice.FOR, 5)], entitled=Attendance(1, 1, 4))
    assert refused.value.code == "more_votes_than_entitled"
    for entitled, present in ((10, 2), (2, 5)):
        with pytest.raises(Inadmissible) as refused:
            hands(3, 0, entitled=entitled, present=present)
        assert refused.value.code == "more_hands_than_people"


def test_a_fraction_that_nobody_can_meet_is_refused() -> None:
    for numerator, denominator, strict in ((0, 2, False), (3, 2, False), (1, 1, True)):
        with pytest.raises(Inadmissible):
            Requirement(MajorityBase.CAST, numerator, denominator, strict=strict)
        with pytest.raises(Inadmissible):
            Quorum(numerator=numerator, denominator=denominator, strict=strict)


def test_a_ballot_without_a_majority_rule_cannot_be_decided() -> None:
    with pytest.raises(Inadmissible) as refused:
        decide(hands(1, 0), [])
    assert refused.value.code == "majority_missing"


def test_two_tellers_agree_when_they_counted_the_same() -> None:
    assert show_of_hands_agree(Votes(7, 5, 3), Votes(7, 5, 3)) is True
    assert show_of_hands_agree(Votes(7, 5, 3), Votes(7, 6, 3)) is False


def test_everybody_means_every_single_vote() -> None:
    all_of_them = Requirement(MajorityBase.PRESENT, 1, 1, strict=False)
    assert outcome(hands(20, 0), all_of_them) is Outcome.CARRIED
    assert outcome(hands(19, 0, 1), all_of_them) is Outcome.LOST


def test_the_standing_orders_say_which_majority_each_matter_needs() -> None:
    orders = StandingOrders()
    assert requirement_from(orders, Matter.TEXT) == (SIMPLE,)
    assert requirement_from(orders, Matter.AMENDMENT) == (SIMPLE,)
    assert requirement_from(orders, Matter.APPEAL, Measure.PEOPLE) == (Requirement(unit=Measure.PEOPLE),)
    for matter in (Matter.STATUTES, Matter.SUSPEND_RULES, Matter.RECONSIDER):
        assert requirement_from(orders, matter) == (TWO_THIRDS,)


def test_a_double_majority_of_the_orders_holds_for_votes_but_not_for_hands() -> None:
    orders = StandingOrders(majority_double=True)
    assert requirement_from(orders, Matter.TEXT) == (SIMPLE, Requirement(unit=Measure.ORGANISATIONS))
    assert requirement_from(orders, Matter.TEXT, Measure.PEOPLE) == (Requirement(unit=Measure.PEOPLE),)


def test_the_standing_orders_say_which_quorum_there_is() -> None:
    assert quorum_from(StandingOrders()) == (Quorum(),)
    assert quorum_from(StandingOrders(quorum_needed=False)) == ()
    assert quorum_from(PRESETS["ilo"]) == (
        Quorum(Measure.PEOPLE, QuorumBase.ENTITLED, 1, 2, strict=False, counted_by=CountedBy.CAST),
    )


def test_simple_majority_of_the_eligible_votes_counts_those_who_stay_away() -> None:
    requirement = requirement_from(PRESETS["imf"], Matter.TEXT)
    assert outcome(hands(12, 0), *requirement) is Outcome.LOST
    assert outcome(hands(13, 0), *requirement) is Outcome.CARRIED


def test_a_rule_is_the_same_after_it_was_kept() -> None:
    for orders in (*PRESETS.values(), StandingOrders(majority_double=True)):
        rules = requirement_from(orders, Matter.STATUTES), quorum_from(orders)
        kept = json.loads(json.dumps(frozen(*rules)))
        assert thawed(kept) == rules
        assert rule_hash(kept) == rule_hash(frozen(*rules))


def test_the_fingerprint_of_a_rule_changes_with_any_part_of_it() -> None:
    rules = [SIMPLE, TWO_THIRDS, Requirement(MajorityBase.CAST), Requirement(unit=Measure.PEOPLE)]
    prints = {rule_hash(frozen([rule])) for rule in rules} | {rule_hash(frozen([SIMPLE], [Quorum()]))}
    assert len(prints) == 5
    assert rule_hash(frozen([SIMPLE])) == rule_hash(dict(reversed(frozen([SIMPLE]).items())))


def test_every_named_share_has_a_fraction_that_can_be_met() -> None:
    for share in Share:
        numerator, denominator, strict = share.fraction
        assert Requirement(MajorityBase.CAST, numerator, denominator, strict).numerator == numerator


votes = st.lists(
    st.tuples(st.sampled_from(Choice), st.integers(1, 10**11), st.sampled_from("abcdef")), max_size=12
)
shares = st.tuples(st.integers(1, 9), st.integers(2, 10), st.booleans()).filter(
    lambda share: share[0] < share[1]
)


def share_reached(part: int, whole: int, share: tuple[int, int, bool]) -> bool:
    if whole == 0:
        return False
    reached, wanted = Fraction(part, whole), Fraction(share[0], share[1])
    return reached > wanted if share[2] else reached >= wanted


@given(votes, shares, st.sampled_from(MajorityBase), st.integers(0, 9), st.integers(0, 9))
def test_an_independent_count_with_exact_fractions_agrees(
    cast: list[tuple[Choice, int, str]],
    share: tuple[int, int, bool],
    base: MajorityBase,
    silent: int,
    absent: int,
) -> None:
    sums: dict[Choice, int] = defaultdict(int)
    for choice, weight, _ in cast:
        sums[choice] += weight
    taking_sides = sums[Choice.FOR] + sums[Choice.AGAINST]
    everything = taking_sides + sums[Choice.ABSTAIN]
    wholes = {
        MajorityBase.FOR_AGAINST: taking_sides,
        MajorityBase.CAST: everything,
        MajorityBase.PRESENT: everything + silent,
        MajorityBase.ENTITLED: everything + silent + absent,
    }
    present = Attendance(20, 20, everything + silent)
    entitled = Attendance(30, 30, everything + silent + absent)
    counts = count([Cast(*one) for one in cast], entitled=entitled, present=present)
    result: Result = decide(
        counts, [Requirement(base, *share)], [Quorum(Measure.WEIGHT, QuorumBase.ENTITLED, *share)]
    )
    if not share_reached(everything + silent, everything + silent + absent, share):
        assert result.outcome is Outcome.NO_QUORUM
    elif share_reached(sums[Choice.FOR], wholes[base], share):
        assert result.outcome is Outcome.CARRIED
    else:
        assert result.outcome is Outcome.LOST
    (line,) = result.majorities
    assert line.met == (line.whole > 0 and line.part >= line.needed)


@given(votes)
def test_the_order_of_the_votes_never_changes_the_count(cast: list[tuple[Choice, int, str]]) -> None:
    casts = [Cast(*one) for one in cast]
    entitled = Attendance(20, 20, 12 * 10**11)
    assert count(casts, entitled=entitled) == count(reversed(casts), entitled=entitled)
    counted = count(casts, entitled=entitled)
    assert (counted.people.cast, counted.organisations.cast) == (len(cast), len({one[2] for one in cast}))
