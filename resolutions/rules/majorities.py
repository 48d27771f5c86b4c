"""Majorities and quorums as values: what share of which base, and how a ballot keeps its rule."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from resolutions.rules.errors import Inadmissible


class Measure(StrEnum):
    """What is counted: affiliates (cards), delegates (hands), or the votes they carry (weight)."""

    ORGANISATIONS = "organisations"
    PEOPLE = "people"
    WEIGHT = "weight"


class MajorityBase(StrEnum):
    """Of what the votes for have to be a share."""

    FOR_AGAINST = "for_against"
    CAST = "cast"
    PRESENT = "present"
    ENTITLED = "entitled"


class QuorumBase(StrEnum):
    """Of what the attendance has to be a share."""

    ENTITLED = "entitled"
    ACCREDITED = "accredited"


class CountedBy(StrEnum):
    """How the attendance is known: by those in the hall, or by those who voted."""

    PRESENT = "present"
    CAST = "cast"


class Share(StrEnum):
    """The fractions that standing orders name."""

    MORE_THAN_HALF = "more_than_half"
    HALF = "half"
    QUARTER = "quarter"
    THIRD = "third"
    TWO_THIRDS = "two_thirds"
    MORE_THAN_TWO_THIRDS = "more_than_two_thirds"
    THREE_QUARTERS = "three_quarters"
    ALL = "all"

    @property
    def fraction(self) -> tuple[int, int, bool]:
        """Numerator, denominator, and whether it takes more than the share."""
        return FRACTIONS[self]


FRACTIONS: dict[Share, tuple[int, int, bool]] = {
    Share.MORE_THAN_HALF: (1, 2, True),
    Share.HALF: (1, 2, False),
    Share.QUARTER: (1, 4, False),
    Share.THIRD: (1, 3, False),
    Share.TWO_THIRDS: (2, 3, False),
    Share.MORE_THAN_TWO_THIRDS: (2, 3, True),
    Share.THREE_QUARTERS: (3, 4, False),
    Share.ALL: (1, 1, False),
}


def _check_fraction(numerator: int, denominator: int, strict: bool) -> None:
    if not 0 < numerator <= denominator or (strict and numerator == denominator):
        raise Inadmissible(
            "fraction_cannot_be_met", numerator=numerator, denominator=denominator, strict=strict
        )


@dataclass(frozen=True)
class Requirement:
    """The majority needed: a share of a base, `strict` for more than it, otherwise at least."""

    base: MajorityBase = MajorityBase.FOR_AGAINST
    numerator: int = 1
    denominator: int = 2
    strict: bool = True
    unit: Measure = Measure.WEIGHT

    def __post_init__(self) -> None:
        _check_fraction(self.numerator, self.denominator, self.strict)


@dataclass(frozen=True)
class Quorum:
    """The attendance without which a ballot decides nothing."""

    measure: Measure = Measure.PEOPLE
    over: QuorumBase = QuorumBase.ACCREDITED
    numerator: int = 1
    denominator: int = 2
    strict: bool = False
    counted_by: CountedBy = CountedBy.PRESENT

    def __post_init__(self) -> None:
        _check_fraction(self.numerator, self.denominator, self.strict)


def frozen(requirements: Sequence[Requirement], quorums: Sequence[Quorum] = ()) -> dict[str, Any]:
    """The rule of a ballot as data, as it is kept from the opening on."""
    return {
        "majorities": [{key: _plain(value) for key, value in asdict(rule).items()} for rule in requirements],
        "quorums": [{key: _plain(value) for key, value in asdict(rule).items()} for rule in quorums],
    }


def _plain(value: object) -> object:
    return str(value) if isinstance(value, StrEnum) else value


def thawed(rule: Mapping[str, Any]) -> tuple[tuple[Requirement, ...], tuple[Quorum, ...]]:
    """The majorities and quorums that a kept rule stands for."""
    requirements = (
        Requirement(**{**data, "base": MajorityBase(data["base"]), "unit": Measure(data["unit"])})
        for data in rule["majorities"]
    )
    quorums = (
        Quorum(
            **{
                **data,
                "measure": Measure(data["measure"]),
                "over": QuorumBase(data["over"]),
                "counted_by": CountedBy(data["counted_by"]),
            }
        )
        for data in rule["quorums"]
    )
    return tuple(requirements), tuple(quorums)


def rule_hash(rule: Mapping[str, Any]) -> str:
    """The fingerprint of a kept rule, the same on every machine."""
    canonical = json.dumps(rule, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
