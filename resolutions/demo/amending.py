"""Amendments in the demo: moved, supported, ruled on, debated and written into the text."""

from datetime import datetime
from typing import NamedTuple

from resolutions.demo.federation import Federation
from resolutions.demo.people import short_of
from resolutions.lifecycle import amending
from resolutions.rules.clauses import Clause
from resolutions.rules.merge import Act


class Change(NamedTuple):
    """One amendment: in the clause that holds `mark`, `old` becomes `new`; no `old` puts a clause after it."""

    short: str
    text: str
    sponsor: str
    mark: str
    old: str
    new: str
    reason: str
    supporters: tuple[str, ...] = ()
    admitted: bool = True


def write(federation: Federation, change: Change, days_ago: int) -> None:
    """Write down how an amendment comes to the committee's ruling within a fortnight."""
    diary = federation.diary
    diary.on(days_ago, "10:40", lambda at: _move(federation, change, at))
    diary.on(days_ago - 2, "13:05", lambda at: _support(federation, change, at))
    if change.admitted:
        diary.on(days_ago - 12, "15:00", lambda at: _admit(federation, change, at))


def _asked(change: Change, clause: Clause) -> amending.Change:
    if change.old:
        return amending.Change(Act.REPLACE, clause.id, clause.text.replace(change.old, change.new))
    return amending.Change(Act.INSERT, clause.id, change.new, clause.kind)


def _move(federation: Federation, change: Change, at: datetime) -> None:
    text = federation.texts[change.text]
    mover = federation.actor(short_of(change.sponsor, delegate=True))
    clause = next(clause for clause in text.revision.text if change.mark in clause.text)
    moved = amending.draft_amendment(text, mover, [_asked(change, clause)], change.reason, at=at)
    federation.amendments[change.short] = amending.submit_amendment(moved, mover, at=at)


def _support(federation: Federation, change: Change, at: datetime) -> None:
    for code in change.supporters:
        delegate = federation.actor(short_of(code, delegate=True))
        amending.support_amendment(federation.amendments[change.short], delegate, at=at)


def _admit(federation: Federation, change: Change, at: datetime) -> None:
    amending.admit_amendment(federation.amendments[change.short], federation.actor("convenor"), at=at)


def open_debate(federation: Federation, short: str, at: datetime) -> None:
    """End amending and open the debate."""
    amending.open_debate(federation.texts[short], federation.actor("chair"), at=at)


def consolidate(federation: Federation, short: str, at: datetime) -> None:
    """Write what was carried into the text and send it to the vote."""
    amending.consolidate_text(federation.texts[short], federation.actor("convenor"), at=at)
