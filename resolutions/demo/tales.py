"""Of what a story is made: answers, reports, and what the secretariat made of them."""

from typing import NamedTuple


class Told(NamedTuple):
    """One report: when (days after the request), how it went, what was done, who may read it, what shows it."""

    day: int
    outcome: str
    what: str
    text: str
    figures: dict[str, int | str] = {}  # noqa: RUF012 - never changed
    visibility: str = "affiliates"
    evidence: str = ""
    evidence_visibility: str = "secretariat"


class Verdict(NamedTuple):
    """What the secretariat made of the latest report: accepted, or returned with a question."""

    day: int
    accepted: bool
    words: str = ""


class Answer(NamedTuple):
    """An answer without a report: acknowledged, declined or not applicable, with the reason."""

    day: int
    acceptance: str
    reason: str = ""


Story = tuple[Told | Verdict | Answer, ...]
