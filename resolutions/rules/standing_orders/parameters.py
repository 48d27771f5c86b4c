"""How one parameter of the standing orders is described: group, unit, choices, and what a value must be."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from resolutions.rules.errors import Inadmissible

CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?")


class Group(StrEnum):
    """The chapters of the standing orders, in their order."""

    BODY = "body"
    SUBMIT = "submit"
    AMEND = "amend"
    EMERGENCY = "emergency"
    APPEAL = "appeal"
    COMMITTEE = "committee"
    DEBATE = "debate"
    ORDER = "order"
    VOTE = "vote"
    WEIGHT = "weight"
    ELIGIBILITY = "eligibility"
    QUORUM = "quorum"
    MAJORITY = "majority"
    PUBLISH = "publish"
    FOLLOW = "follow"


class Unit(StrEnum):
    """What a value of a parameter is."""

    DAYS = "days"
    OFFSET_DAYS = "offset_days"
    HOURS = "hours"
    MINUTES = "minutes"
    MONTHS = "months"
    CLOCK = "clock"
    NUMBER = "number"
    PERCENT = "percent"
    WORDS = "words"
    AFFILIATES = "affiliates"
    COUNTRIES = "countries"
    MEMBERS = "members"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    LANGUAGE = "language"
    LANGUAGES = "languages"
    BRACKETS = "brackets"


LIMITS = {
    Unit.DAYS: 3_660,
    Unit.OFFSET_DAYS: 3_660,
    Unit.HOURS: 8_784,
    Unit.MINUTES: 1_440,
    Unit.PERCENT: 100,
}
MOST = 1_000_000_000


@dataclass(frozen=True)
class Parameter:
    """One parameter: `enforced` when the program applies it, otherwise shown for people to follow."""

    name: str
    group: Group
    unit: Unit
    enforced: bool
    choices: tuple[str, ...]
    default: Any


def enforced(group: Group, unit: Unit, default: Any, choices: Any = ()) -> Any:
    """A field that the program applies by itself."""
    return _field(group, unit, default, choices, applied=True)


def shown(group: Group, unit: Unit, default: Any, choices: Any = ()) -> Any:
    """A field that pages show and people follow."""
    return _field(group, unit, default, choices, applied=False)


def _field(group: Group, unit: Unit, default: Any, choices: Any, *, applied: bool) -> Any:
    values = tuple(str(choice) for choice in choices)
    return field(
        default=default, metadata={"group": group, "unit": unit, "choices": values, "enforced": applied}
    )


def refuse(code: str, name: str, value: object) -> Inadmissible:
    """A refusal that names the parameter and the value it was given."""
    return Inadmissible(code, field=name, value=value)


def check(parameter: Parameter, value: Any) -> None:
    """Refuse a value that is not of the parameter's kind."""
    match parameter.unit:
        case Unit.YES_NO:
            _check_kind(parameter, value, bool)
        case Unit.CLOCK:
            _check_clock(parameter, value)
        case Unit.CHOICE | Unit.LANGUAGE:
            _check_choices(parameter, (value,))
        case Unit.CHOICES | Unit.LANGUAGES:
            _check_kind(parameter, value, tuple)
            _check_choices(parameter, value)
        case Unit.BRACKETS:
            _check_brackets(parameter, value)
        case _:
            _check_number(parameter, value)


def _check_kind(parameter: Parameter, value: Any, kind: type) -> None:
    # The very type: True is a whole number for Python, but not for a book of rules.
    if type(value) is not kind:
        raise refuse("not_of_this_kind", parameter.name, value)


def _check_clock(parameter: Parameter, value: Any) -> None:
    if not isinstance(value, str) or not CLOCK.fullmatch(value):
        raise refuse("not_a_clock_time", parameter.name, value)


def _check_choices(parameter: Parameter, values: tuple[Any, ...]) -> None:
    for value in values:
        if not isinstance(value, str):
            raise refuse("not_of_this_kind", parameter.name, value)
        language = parameter.unit in (Unit.LANGUAGE, Unit.LANGUAGES)
        if not (LANGUAGE.fullmatch(value) if language else value in parameter.choices):
            raise refuse("not_a_choice", parameter.name, value)
    if len(set(values)) != len(values):
        raise refuse("named_twice", parameter.name, values)


def _check_number(parameter: Parameter, value: Any) -> None:
    _check_kind(parameter, value, int)
    lowest = -LIMITS[parameter.unit] if parameter.unit is Unit.OFFSET_DAYS else 0
    if value < lowest:
        raise refuse("too_small", parameter.name, value)
    if value > LIMITS.get(parameter.unit, MOST):
        raise refuse("too_large", parameter.name, value)


def _check_brackets(parameter: Parameter, value: Any) -> None:
    """Rows of (members up to, votes), rising; the last row has 0 for "no upper end"."""
    _check_kind(parameter, value, tuple)
    if not value:
        return
    if not all(type(row) is tuple and [type(cell) for cell in row] == [int, int] for row in value):
        raise refuse("not_of_this_kind", parameter.name, value)
    ends = [row[0] for row in value]
    if ends[-1] != 0 or any(low >= high for low, high in zip([0, *ends], ends[:-1], strict=False)):
        raise refuse("brackets_do_not_rise", parameter.name, value)
    if any(votes < 1 for _, votes in value):
        raise refuse("too_small", parameter.name, value)
