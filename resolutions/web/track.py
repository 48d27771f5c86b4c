"""The track of a resolution's life, as the page shows it: eight stations, one of them now."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import LazyString, format_date
from flask_babel import lazy_gettext as _l

from resolutions.records.resolution import Resolution
from resolutions.rules.states import ResolutionState as State

STATIONS: tuple[tuple[LazyString, tuple[State, ...]], ...] = (
    (_l("Draft"), (State.DRAFT,)),
    (_l("Submitted"), (State.SUBMITTED, State.INADMISSIBLE, State.WITHDRAWN)),
    (_l("Admitted"), (State.ADMITTED,)),
    (_l("Debated"), (State.IN_DEBATE,)),
    (_l("Voted"), (State.VOTING, State.REJECTED)),
    (_l("Adopted"), (State.ADOPTED, State.PUBLISHED)),
    (_l("Follow-up"), (State.IN_FOLLOW_UP,)),
    (_l("Implemented"), (State.IMPLEMENTED,)),
)


@dataclass(frozen=True)
class Station:
    """One station: its name, a note (a date), and whether it is done, now or to do."""

    label: str
    note: str
    status: str


def _day(moment: datetime | None) -> str:
    return format_date(moment, "d MMM") if moment is not None else ""


def track(resolution: Resolution) -> list[Station]:
    """The stations of one text."""
    now = next(place for place, (_, states) in enumerate(STATIONS) if resolution.state in states)
    dates = (
        resolution.drafted_at,
        resolution.submitted_at,
        resolution.admitted_at,
        None,
        resolution.adopted_at,
        resolution.adopted_at,
        resolution.published_at,
        None,
    )
    return [
        Station(
            str(label),
            _day(dates[place]) if place <= now else "",
            "now" if place == now else "done" if place < now else "todo",
        )
        for place, (label, _states) in enumerate(STATIONS)
    ]
