"""The circle an action is asked of: all affiliates, a region, a sector, countries, a list; frozen when it is issued."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from resolutions.rules.errors import Inadmissible


class CircleRule(StrEnum):
    """By what affiliates are chosen."""

    ALL = "all"
    REGION = "region"
    SECTOR = "sector"
    COUNTRY_IN = "country_in"
    COUNTRY_NOT_IN = "country_not_in"
    LIST = "list"


class Member(Protocol):
    """What the rules need to know of an affiliate."""

    @property
    def code(self) -> str:
        """The short key of the affiliate."""
        ...

    @property
    def country(self) -> str:
        """Its country, as two letters."""
        ...

    @property
    def region(self) -> str:
        """Its region."""
        ...

    @property
    def sectors(self) -> list[str]:
        """The sectors that it organises in."""
        ...

    @property
    def members_paid(self) -> int:
        """How many members it paid for."""
        ...

    @property
    def in_good_standing(self) -> bool:
        """Whether nothing bars it from its rights."""
        ...


M = TypeVar("M", bound=Member)


@dataclass(frozen=True)
class Circle:
    """A rule and its values: regions, sectors, country codes, or the key of one list."""

    rule: CircleRule = CircleRule.ALL
    values: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.rule is not CircleRule.ALL and not self.values:
            raise Inadmissible("a_circle_needs_values", rule=self.rule.value)


EVERYBODY = Circle()


def circle_from(data: Mapping[str, Any]) -> Circle:
    """Read a circle as it is stored: {"rule": "region", "values": ["Africa", "Asia"]}."""
    rule = str(data.get("rule", CircleRule.ALL))
    if rule not in tuple(CircleRule):
        raise Inadmissible("no_such_circle", rule=rule)
    return Circle(CircleRule(rule), tuple(str(value) for value in data.get("values", ())))


def as_data(circle: Circle) -> dict[str, Any]:
    """Write a circle as it is stored."""
    return {"rule": circle.rule.value, "values": list(circle.values)}


def meant(circle: Circle, affiliates: Iterable[M], listed: Collection[str] = ()) -> tuple[M, ...]:
    """The affiliates in good standing that the circle takes in, by code; `listed` are the codes of its list."""
    chosen = [a for a in affiliates if a.in_good_standing and _takes_in(circle, a, listed)]
    return tuple(sorted(chosen, key=lambda affiliate: affiliate.code))


def _takes_in(circle: Circle, affiliate: Member, listed: Collection[str]) -> bool:
    values = circle.values
    match circle.rule:
        case CircleRule.ALL:
            return True
        case CircleRule.REGION:
            return affiliate.region in values
        case CircleRule.SECTOR:
            return not set(affiliate.sectors).isdisjoint(values)
        case CircleRule.COUNTRY_IN:
            return affiliate.country in values
        case CircleRule.COUNTRY_NOT_IN:
            return affiliate.country not in values
        case CircleRule.LIST:
            return affiliate.code in listed


def list_hash(chosen: Iterable[Member]) -> str:
    """Seal a frozen list: SHA-256 of code, country, region, sectors and members of each, in order of code."""
    rows = [[a.code, a.country, a.region, sorted(a.sectors), a.members_paid] for a in chosen]
    canonical = json.dumps(sorted(rows), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
