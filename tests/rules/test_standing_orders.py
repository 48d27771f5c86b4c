import json
from typing import Any

import pytest

from resolutions.rules.errors import Inadmissible
from resolutions.rules.standing_orders.orders import FIELDS, StandingOrders
from resolutions.rules.standing_orders.parameters import Group, Unit
from resolutions.rules.standing_orders.presets import PRESETS
from resolutions.rules.standing_orders.weights import share_out, weight_of


def refusal(**changes: Any) -> tuple[str, str]:
    with pytest.raises(Inadmissible) as refused:
        StandingOrders(**changes)
    return refused.value.code, str(refused.value.facts["field"])


def test_the_defaults_are_those_of_a_global_union_congress() -> None:
    orders = StandingOrders()
    assert PRESETS["industriall"] == orders
    assert (orders.notice_convening_days, orders.submit_deadline_days, orders.amend_deadline_days) == (
        120,
        90,
        30,
    )
    assert (orders.emergency_supporters, orders.emergency_supporter_countries) == (5, 5)
    assert (orders.majority_base, orders.majority_text) == ("for_against", "more_than_half")


@pytest.mark.parametrize("name", PRESETS)
def test_standing_orders_are_the_same_after_they_were_kept(name: str) -> None:
    kept = json.loads(json.dumps(PRESETS[name].as_parameters()))
    assert StandingOrders.from_parameters(kept) == PRESETS[name]
    assert StandingOrders.from_parameters(kept).as_parameters() == kept


def test_no_two_presets_are_the_same() -> None:
    assert len(set(PRESETS.values())) == len(PRESETS)


def test_what_kept_parameters_do_not_name_has_its_default() -> None:
    assert StandingOrders.from_parameters({"submit_max_words": 250}) == StandingOrders(submit_max_words=250)


def test_a_parameter_that_nobody_knows_is_refused() -> None:
    with pytest.raises(Inadmissible) as refused:
        StandingOrders.from_parameters({"quorum": 5})
    assert (refused.value.code, refused.value.facts) == ("unknown_parameter", {"field": "quorum"})


def test_every_parameter_has_a_group_a_unit_and_its_default() -> None:
    assert [*FIELDS] == [*StandingOrders().as_parameters()]
    assert {parameter.group for parameter in FIELDS.values()} == set(Group)
    assert {parameter.unit for parameter in FIELDS.values()} == set(Unit)
    for name, parameter in FIELDS.items():
        assert parameter.default == getattr(StandingOrders(), name)
        assert bool(parameter.choices) == (parameter.unit in (Unit.CHOICE, Unit.CHOICES))


def test_the_pages_can_tell_what_the_program_applies_from_what_people_follow() -> None:
    assert FIELDS["submit_deadline_days"].enforced is True
    assert FIELDS["gender_min_percent"].enforced is False


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("submit_deadline_days", "90", "not_of_this_kind"),
        ("submit_deadline_days", True, "not_of_this_kind"),
        ("submit_deadline_days", -1, "too_small"),
        ("submit_deadline_days", 4_000, "too_large"),
        ("submit_max_words", 10**10, "too_large"),
        ("emergency_closes_day", -4_000, "too_small"),
        ("gender_min_percent", 101, "too_large"),
        ("amend_from_floor", 1, "not_of_this_kind"),
        ("emergency_closes_clock", "25:00", "not_a_clock_time"),
        ("emergency_closes_clock", 18, "not_a_clock_time"),
        ("quorum_share", "most", "not_a_choice"),
        ("quorum_share", 2, "not_of_this_kind"),
        ("emergency_tests", ("within_aims", "is_short"), "not_a_choice"),
        ("emergency_tests", ("within_aims", "within_aims"), "named_twice"),
        ("emergency_tests", "within_aims", "not_of_this_kind"),
        ("languages", ("en", "English"), "not_a_choice"),
        ("authentic_language", "pt", "not_a_choice"),
        ("weight_brackets", [[1, 2]], "not_of_this_kind"),
        ("weight_brackets", ((1, 2, 3),), "not_of_this_kind"),
        ("weight_brackets", ((5, 1), (5, 2), (0, 3)), "brackets_do_not_rise"),
        ("weight_brackets", ((5, 1), (9, 2)), "brackets_do_not_rise"),
        ("weight_brackets", ((5, 0), (0, 2)), "too_small"),
        ("weight_unit_members", 0, "too_small"),
        ("amend_deadline_days", 91, "amendments_before_texts"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_by_name(name: str, value: object, code: str) -> None:
    assert refusal(**{name: value}) == (code, name)


def test_brackets_are_needed_where_the_weight_follows_them() -> None:
    assert refusal(weight_basis="brackets") == ("brackets_missing", "weight_brackets")


def test_emergency_texts_may_close_days_before_the_opening() -> None:
    assert StandingOrders(emergency_closes_day=-7).emergency_closes_day == -7


@pytest.mark.parametrize(
    ("members", "votes"), [(0, 0), (1, 1), (999, 1), (1_000, 1), (1_001, 2), (200_000, 200), (200_001, 201)]
)
def test_every_begun_thousand_has_a_vote(members: int, votes: int) -> None:
    assert weight_of(members, StandingOrders()) == votes


@pytest.mark.parametrize(
    ("members", "votes"),
    [
        (0, 0),
        (1, 6),
        (1_000, 6),
        (1_001, 12),
        (5_000, 12),
        (25_001, 24),
        (45_000, 30),
        (45_001, 36),
        (10**7, 36),
    ],
)
def test_brackets_give_the_votes_of_the_musicians_table(members: int, votes: int) -> None:
    assert weight_of(members, PRESETS["fim"]) == votes


def test_each_organisation_has_one_vote_whatever_its_size() -> None:
    assert [weight_of(members, PRESETS["un"]) for members in (0, 1, 10**6)] == [1, 1, 1]


def test_each_delegate_has_one_vote_where_the_orders_say_so() -> None:
    assert weight_of(10**6, PRESETS["ilo"], delegates=4) == 4


@pytest.mark.parametrize(
    ("members", "votes"), [(200_000, 200), (200_001, 201), (202_000, 201), (400_000, 300)]
)
def test_above_the_taper_only_a_share_of_the_members_counts(members: int, votes: int) -> None:
    assert weight_of(members, PRESETS["imf"]) == votes


def test_no_weight_is_above_the_cap() -> None:
    assert weight_of(10**6, StandingOrders(weight_cap=150)) == 150


def test_members_and_delegates_are_counted_from_zero() -> None:
    for members, delegates in ((-1, 1), (1, -1)):
        with pytest.raises(Inadmissible):
            weight_of(members, StandingOrders(), delegates=delegates)


def test_a_block_vote_lies_with_the_head_of_the_delegation() -> None:
    assert share_out(7, 3, StandingOrders()) == (7, 0, 0)


@pytest.mark.parametrize(
    ("weight", "shares"), [(7, (3, 2, 2)), (9, (3, 3, 3)), (2, (1, 1, 0)), (0, (0, 0, 0))]
)
def test_a_vote_that_may_be_split_is_spread_evenly_and_nothing_is_lost(
    weight: int, shares: tuple[int, ...]
) -> None:
    assert share_out(weight, 3, StandingOrders(weight_split=True)) == shares


def test_votes_need_a_seat_to_sit_on() -> None:
    with pytest.raises(Inadmissible):
        share_out(7, 0, StandingOrders())
