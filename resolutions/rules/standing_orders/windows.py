"""When things are due: time limits reckoned in the time zone of the meeting and given in universal time."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from resolutions.rules.errors import Inadmissible
from resolutions.rules.standing_orders.orders import StandingOrders


@dataclass(frozen=True)
class Window:
    """A stretch of time in which something may be handed in, both ends included."""

    opens: datetime | None
    closes: datetime


@dataclass(frozen=True)
class Timings:
    """The time limits of one meeting; no emergency window where the orders know no emergency texts."""

    ordinary_closes: datetime
    amendments_close: datetime
    emergency: Window | None


def in_window(window: Window, at: datetime) -> bool:
    """Whether something handed in at this moment is in time."""
    moment = _utc(at)
    return (window.opens is None or window.opens <= moment) and moment <= window.closes


def ordinary_deadline(orders: StandingOrders, opens_at: datetime, time_zone: str) -> datetime:
    """Until when ordinary texts may be submitted."""
    return _local(opens_at, time_zone, -orders.submit_deadline_days, orders.submit_deadline_clock)


def amendment_deadline(orders: StandingOrders, opens_at: datetime, time_zone: str) -> datetime:
    """Until when written amendments may be submitted."""
    return _local(opens_at, time_zone, -orders.amend_deadline_days, orders.amend_deadline_clock)


def emergency_window(
    orders: StandingOrders, opens_at: datetime, time_zone: str, *, debate_at: datetime | None = None
) -> Window | None:
    """From when to when emergency texts may be submitted; nothing where the orders know none."""
    if not orders.emergency_allowed:
        return None
    closes = _local(opens_at, time_zone, orders.emergency_closes_day, orders.emergency_closes_clock)
    if debate_at is not None:
        before_debate = _utc(debate_at) - timedelta(hours=orders.emergency_before_debate_hours)
        closes = min(closes, before_debate)
    return Window(ordinary_deadline(orders, opens_at, time_zone), closes)


def appeal_window(
    orders: StandingOrders, ruled_at: datetime, next_session_at: datetime | None = None
) -> Window:
    """From when to when a ruling may be appealed: some hours, at least until the next session."""
    closes = _utc(ruled_at) + timedelta(hours=orders.appeal_hours)
    if next_session_at is not None:
        closes = max(closes, _utc(next_session_at))
    return Window(_utc(ruled_at), closes)


def timings(
    orders: StandingOrders, opens_at: datetime, time_zone: str, *, debate_at: datetime | None = None
) -> Timings:
    """All time limits of a meeting for texts and amendments."""
    return Timings(
        ordinary_closes=ordinary_deadline(orders, opens_at, time_zone),
        amendments_close=amendment_deadline(orders, opens_at, time_zone),
        emergency=emergency_window(orders, opens_at, time_zone, debate_at=debate_at),
    )


def _utc(moment: datetime) -> datetime:
    # Local times of one zone compare by the wall clock, which goes wrong in the night when it is put back.
    if moment.utcoffset() is None:
        raise Inadmissible("time_without_zone", moment=moment.isoformat())
    return moment.astimezone(UTC)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError) as unknown:
        raise Inadmissible("unknown_time_zone", time_zone=name) from unknown


def _local(opens_at: datetime, time_zone: str, days: int, clock: str) -> datetime:
    """A clock time some days from the opening day; a doubled or skipped hour is read as the later moment."""
    zone = _zone(time_zone)
    day = _utc(opens_at).astimezone(zone).date() + timedelta(days=days)
    wall = datetime.combine(day, time.fromisoformat(clock), tzinfo=zone)
    return max(_utc(wall.replace(fold=fold)) for fold in (0, 1))
