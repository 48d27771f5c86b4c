"""When what happened: deeds are written down in any order and done in the order of time."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

GENEVA = ZoneInfo("Europe/Zurich")

Deed = Callable[[datetime], object]


class Diary:
    """The deeds of the demo, each at its moment before the moment that the demo is made."""

    def __init__(self, now: datetime) -> None:
        self.now = now.astimezone(UTC).replace(second=0, microsecond=0)
        self._entries: list[tuple[datetime, Deed]] = []

    def day(self, days_ago: int) -> date:
        """The calendar day in Geneva so many days before today; a negative number is still to come."""
        return self.now.astimezone(GENEVA).date() - timedelta(days=days_ago)

    def moment(self, days_ago: int, clock: str) -> datetime:
        """A clock time in Geneva on that day."""
        return datetime.combine(self.day(days_ago), time.fromisoformat(clock), GENEVA).astimezone(UTC)

    def on(self, days_ago: int, clock: str, deed: Deed) -> None:
        """Write down what happens at a clock time so many days ago."""
        self._entries.append((self.moment(days_ago, clock), deed))

    def ago(self, minutes: float, deed: Deed) -> None:
        """Write down what happens so many minutes before now."""
        self._entries.append((self.now - timedelta(minutes=minutes), deed))

    def play(self) -> None:
        """Do everything, the earliest first; what is written down for one moment is done as it was written."""
        for at, deed in sorted(self._entries, key=lambda entry: entry[0]):
            deed(at)
