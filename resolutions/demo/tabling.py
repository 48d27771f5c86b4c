"""How a text comes to a meeting: drafted, joined by others, handed in, ruled on."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from resolutions.demo.federation import Federation
from resolutions.demo.people import short_of
from resolutions.demo.texts import wording_of
from resolutions.lifecycle import admitting, drafting
from resolutions.lifecycle.drafting import Filing
from resolutions.rules.reading import Reading


class Paper(NamedTuple):
    """A text on its way: its short name, its meeting, who writes it for whom, and what it says."""

    short: str
    meeting: str
    author: str
    sponsor: str
    reading: Reading
    type: str = "ordinary"
    answers: dict[str, str] = {}  # noqa: RUF012 - never changed


def draft(federation: Federation, paper: Paper, at: datetime) -> None:
    """Paste the text, keep what the reader made of it, and say whose it is."""
    filing = Filing(
        paper.type,
        paper.reading.language,
        federation.affiliates[paper.sponsor],
        answers=dict(paper.answers),
    )
    author = federation.actor(paper.author)
    meeting = federation.meetings[paper.meeting]
    federation.texts[paper.short] = drafting.draft_resolution(
        meeting, author, wording_of(paper.reading), filing, at=at
    )


def ask(federation: Federation, paper: Paper, codes: Sequence[str], at: datetime) -> None:
    """Ask other affiliates to join the sponsor."""
    for code in codes:
        drafting.ask_co_sponsor(
            federation.texts[paper.short],
            federation.actor(paper.author),
            federation.affiliates[code],
            at=at,
        )


def join(federation: Federation, paper: Paper, codes: Sequence[str], at: datetime) -> None:
    """Join the sponsor, affiliate by affiliate."""
    for code in codes:
        officer = federation.actor(short_of(code, delegate=False))
        drafting.co_sponsor(federation.texts[paper.short], officer, at=at)


def submit(federation: Federation, paper: Paper, at: datetime) -> None:
    """Hand the text in."""
    drafting.submit_resolution(federation.texts[paper.short], federation.actor(paper.author), at=at)


def admit(federation: Federation, paper: Paper, at: datetime) -> None:
    """Put the text on the agenda under a number."""
    reason = "In time, within the aims, and nothing else on the agenda covers it."
    admitting.admit_resolution(federation.texts[paper.short], federation.actor("convenor"), reason, at=at)
