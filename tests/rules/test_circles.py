from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolutions.rules.circles import Circle, CircleRule, as_data, circle_from, list_hash, meant
from resolutions.rules.errors import Inadmissible


@dataclass(frozen=True)
class Union:
    """An affiliate, as far as a circle looks at it."""

    code: str
    country: str = "SE"
    region: str = "Europe"
    sectors: list[str] = field(default_factory=lambda: ["metal"])
    members_paid: int = 100
    in_good_standing: bool = True


UNIONS = (
    Union("NOR"),
    Union("MIN", "ZA", "Africa", ["mining", "energy"], 200),
    Union("AND", "PE", "Latin America", ["energy"], 300),
    Union("PAC", "FJ", "Asia", ["metal"], 400, in_good_standing=False),
)


def codes(circle: Circle, listed: tuple[str, ...] = ()) -> list[str]:
    """Who is meant, by code."""
    return [union.code for union in meant(circle, UNIONS, listed)]


def test_everybody_means_everybody_in_good_standing() -> None:
    assert codes(Circle()) == ["AND", "MIN", "NOR"]


def test_a_list_does_not_bring_in_who_is_not_in_good_standing() -> None:
    assert codes(Circle(CircleRule.LIST, ("1",)), ("PAC", "NOR", "GONE")) == ["NOR"]


def test_an_affiliate_of_several_sectors_is_meant_once() -> None:
    assert codes(Circle(CircleRule.SECTOR, ("mining", "energy"))) == ["AND", "MIN"]


def test_inside_and_outside_of_countries_make_the_whole() -> None:
    inside = codes(Circle(CircleRule.COUNTRY_IN, ("ZA", "FJ")))
    outside = codes(Circle(CircleRule.COUNTRY_NOT_IN, ("ZA", "FJ")))
    assert (inside, outside) == (["MIN"], ["AND", "NOR"])


@pytest.mark.parametrize("rule", [rule for rule in CircleRule if rule is not CircleRule.ALL])
def test_a_circle_without_values_means_nobody_and_is_refused(rule: CircleRule) -> None:
    with pytest.raises(Inadmissible, match="a_circle_needs_values"):
        Circle(rule)


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(Inadmissible, match="no_such_circle"):
        circle_from({"rule": "friends", "values": ["NOR"]})


@given(st.sampled_from(CircleRule), st.lists(st.text(min_size=1), min_size=1))
def test_a_circle_is_read_as_it_was_written(rule: CircleRule, values: list[str]) -> None:
    circle = Circle(rule, tuple(values))
    assert circle_from(as_data(circle)) == circle


@given(st.permutations(UNIONS))
def test_the_seal_of_a_list_does_not_depend_on_its_order(unions: list[Union]) -> None:
    assert list_hash(unions) == list_hash(UNIONS)


@pytest.mark.parametrize(
    "changed", [{"country": "NO"}, {"region": "Asia"}, {"sectors": ["energy"]}, {"members_paid": 101}]
)
def test_the_seal_of_a_list_changes_with_what_it_freezes(changed: dict[str, object]) -> None:
    assert list_hash([replace(UNIONS[0], **changed)]) != list_hash(UNIONS[:1])  # type: ignore[arg-type]
