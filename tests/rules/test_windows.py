from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from resolutions.rules.errors import Inadmissible
from resolutions.rules.standing_orders.orders import StandingOrders
from resolutions.rules.standing_orders.presets import PRESETS
from resolutions.rules.standing_orders.windows import (
    Window,
    amendment_deadline,
    appeal_window,
    emergency_window,
    in_window,
    ordinary_deadline,
    timings,
)

ORDERS = StandingOrders()
SYDNEY = "Australia/Sydney"
OPENING = datetime(2025, 11, 3, 22, 0, tzinfo=UTC)  # 4 November, 09:00 in Sydney


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type]


def wall(moment: datetime, time_zone: str) -> str:
    return moment.astimezone(ZoneInfo(time_zone)).strftime("%Y-%m-%d %H:%M")


def test_deadlines_are_counted_from_the_opening_day_in_the_hall() -> None:
    assert wall(ordinary_deadline(ORDERS, OPENING, SYDNEY), SYDNEY) == "2025-08-06 23:59"
    assert wall(amendment_deadline(ORDERS, OPENING, SYDNEY), SYDNEY) == "2025-10-05 23:59"


def test_the_day_the_clocks_change_does_not_move_a_deadline() -> None:
    # Sydney put its clocks forward on 5 October 2025: before it ten hours ahead, after it eleven.
    assert ordinary_deadline(ORDERS, OPENING, SYDNEY) == utc(2025, 8, 6, 13, 59)
    assert amendment_deadline(ORDERS, OPENING, SYDNEY) == utc(2025, 10, 5, 12, 59)


@pytest.mark.parametrize(
    ("time_zone", "local", "closes"),
    [
        ("Pacific/Kiritimati", "2026-09-02 23:59", utc(2026, 9, 2, 9, 59)),
        ("Pacific/Pago_Pago", "2026-08-31 23:59", utc(2026, 9, 1, 10, 59)),
    ],
)
def test_the_same_opening_is_another_day_at_either_end_of_the_earth(
    time_zone: str, local: str, closes: datetime
) -> None:
    opening = utc(2026, 11, 30, 10, 30)  # 1 December in Kiritimati, 29 November in American Samoa
    deadline = ordinary_deadline(ORDERS, opening, time_zone)
    assert (wall(deadline, time_zone), deadline) == (local, closes)


def test_a_deadline_in_the_hour_that_is_skipped_is_read_as_the_later_moment() -> None:
    orders = StandingOrders(emergency_closes_clock="02:30")
    window = emergency_window(orders, utc(2027, 3, 28, 8), "Europe/Brussels")
    assert window is not None
    assert (window.closes, wall(window.closes, "Europe/Brussels")) == (
        utc(2027, 3, 28, 1, 30),
        "2027-03-28 03:30",
    )


def test_a_deadline_in_the_hour_that_comes_twice_is_read_as_the_later_moment() -> None:
    orders = StandingOrders(emergency_closes_clock="02:30")
    window = emergency_window(orders, utc(2026, 10, 25, 8), "Europe/Brussels")
    assert window is not None
    assert (window.closes, wall(window.closes, "Europe/Brussels")) == (
        utc(2026, 10, 25, 1, 30),
        "2026-10-25 02:30",
    )
    brussels = ZoneInfo("Europe/Brussels")
    first = datetime(2026, 10, 25, 2, 59, tzinfo=brussels, fold=0)
    second = datetime(2026, 10, 25, 2, 31, tzinfo=brussels, fold=1)
    assert (in_window(window, first), in_window(window, second)) == (True, False)


def test_a_day_that_an_island_left_out_still_has_a_deadline() -> None:
    orders = StandingOrders(emergency_closes_clock="12:00")
    window = emergency_window(orders, utc(2011, 12, 31, 8), "Pacific/Apia")
    assert window is not None
    assert wall(window.closes, "Pacific/Apia") == "2011-12-31 12:00"
    left_out = StandingOrders(emergency_closes_day=-1, emergency_closes_clock="12:00")
    window = emergency_window(left_out, utc(2011, 12, 31, 8), "Pacific/Apia")
    assert window is not None
    assert wall(window.closes, "Pacific/Apia") == "2011-12-31 12:00"


def test_emergency_texts_are_open_from_the_ordinary_deadline_until_the_first_evening() -> None:
    window = emergency_window(ORDERS, OPENING, SYDNEY)
    assert window == Window(ordinary_deadline(ORDERS, OPENING, SYDNEY), utc(2025, 11, 4, 7))


def test_emergency_texts_close_a_day_before_their_debate() -> None:
    early = emergency_window(ORDERS, OPENING, SYDNEY, debate_at=utc(2025, 11, 5, 4))
    late = emergency_window(ORDERS, OPENING, SYDNEY, debate_at=utc(2025, 11, 6, 4))
    assert early is not None and late is not None
    assert (early.closes, late.closes) == (utc(2025, 11, 4, 4), utc(2025, 11, 4, 7))


def test_a_body_may_know_no_emergency_texts() -> None:
    assert emergency_window(StandingOrders(emergency_allowed=False), OPENING, SYDNEY) is None


def test_unison_closes_emergency_texts_seven_days_before_at_nine() -> None:
    opening = utc(2017, 6, 20, 9)
    limits = timings(PRESETS["unison"], opening, "Europe/London")
    assert limits.emergency is not None
    assert [
        wall(moment, "Europe/London") for moment in (limits.ordinary_closes, limits.amendments_close)
    ] == [
        "2017-02-28 12:00",
        "2017-04-25 12:00",
    ]
    assert wall(limits.emergency.closes, "Europe/London") == "2017-06-13 09:00"


def test_both_ends_of_a_window_are_in_time() -> None:
    window = Window(utc(2026, 5, 1), utc(2026, 5, 2))
    moments = [utc(2026, 4, 30, 23, 59), utc(2026, 5, 1), utc(2026, 5, 2), utc(2026, 5, 2, 0, 0, 1)]
    assert [in_window(window, moment) for moment in moments] == [False, True, True, False]
    assert in_window(Window(None, utc(2026, 5, 2)), utc(1990, 1, 1)) is True


def test_an_appeal_is_open_for_two_hours_or_until_the_next_session() -> None:
    ruled = utc(2026, 5, 1, 15)
    assert appeal_window(ORDERS, ruled) == Window(ruled, utc(2026, 5, 1, 17))
    assert appeal_window(ORDERS, ruled, utc(2026, 5, 2, 7)).closes == utc(2026, 5, 2, 7)
    assert appeal_window(ORDERS, ruled, utc(2026, 5, 1, 16)).closes == utc(2026, 5, 1, 17)


def test_two_hours_for_an_appeal_are_two_hours_in_the_night_of_the_change() -> None:
    ruled = datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/Brussels"))
    closes = appeal_window(ORDERS, ruled).closes
    assert closes - ruled.astimezone(UTC) == timedelta(hours=2)
    assert wall(closes, "Europe/Brussels") == "2026-10-25 02:30"


def test_a_moment_without_a_zone_is_refused() -> None:
    for refusing in (
        lambda: ordinary_deadline(ORDERS, datetime(2026, 5, 1), "UTC"),
        lambda: in_window(Window(None, utc(2026, 5, 1)), datetime(2026, 5, 1)),
    ):
        with pytest.raises(Inadmissible) as refused:
            refusing()
        assert refused.value.code == "time_without_zone"


@pytest.mark.parametrize("name", ["Europe/Atlantis", "../etc/passwd", ""])
def test_an_unknown_time_zone_is_refused(name: str) -> None:
    with pytest.raises(Inadmissible) as refused:
        ordinary_deadline(ORDERS, OPENING, name)
    assert refused.value.code == "unknown_time_zone"


def test_a_fixed_offset_is_as_good_as_a_named_zone_for_the_opening() -> None:
    shifted = OPENING.astimezone(timezone(timedelta(hours=-7)))
    assert timings(ORDERS, shifted, SYDNEY) == timings(ORDERS, OPENING, SYDNEY)
