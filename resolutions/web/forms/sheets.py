"""The sheet on which a text is corrected: one row a clause, every guess of the reader mended with one action."""

import secrets
from dataclasses import dataclass, field, replace

from werkzeug.datastructures import MultiDict

from resolutions.lifecycle.revising import Wording
from resolutions.records.resolution import Resolution
from resolutions.rules.clauses import Clause, ClauseKind, labelled
from resolutions.rules.reading import Reading
from resolutions.rules.standing_orders.orders import EmergencyTest

LEVELS = (1, 2, 3)


@dataclass(frozen=True)
class Sheet:
    """Everything that was typed about a text; what a page shows is what it was sent."""

    title: str = ""
    enacting: str = ""
    type: str = "ordinary"
    language: str = "en"
    sponsor_id: int | None = None
    clauses: tuple[Clause, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)
    source: str = ""
    source_name: str = ""

    @property
    def wording(self) -> Wording:
        """The words, numbered as they will be read."""
        return Wording(self.title, self.enacting, labelled(self.clauses))


def fresh_id() -> str:
    """An id for a clause that was not there before."""
    return f"n{secrets.token_hex(4)}"


def from_reading(reading: Reading, source: str, source_name: str) -> Sheet:
    """The sheet as the reader of texts would fill it in."""
    urgent = (
        "emergency"
        if "emergency" in reading.heading.lower() or "urgen" in reading.heading.lower()
        else "ordinary"
    )
    return Sheet(
        title=reading.title,
        enacting=reading.enacting or reading.body,
        type=urgent,
        language=reading.language or "en",
        clauses=reading.clauses,
        source=source,
        source_name=source_name,
    )


def from_resolution(resolution: Resolution) -> Sheet:
    """The sheet of a draft as it stands."""
    revision = resolution.revision
    return Sheet(
        title=revision.title,
        enacting=revision.enacting,
        type=resolution.type,
        language=resolution.language,
        sponsor_id=resolution.sponsor_id,
        clauses=revision.text,
        answers={str(test): str(words) for test, words in resolution.answers.items()},
    )


def _clause(form: MultiDict[str, str], place: int) -> Clause:
    def cell(name: str) -> str:
        values = form.getlist(f"clause-{name}")
        return values[place] if place < len(values) else ""

    kind, level = cell("kind"), cell("level")
    return Clause(
        id=cell("id")[:32] or fresh_id(),
        kind=ClauseKind(kind) if kind in list(ClauseKind) else ClauseKind.OPERATIVE,
        text=cell("text").replace("\r\n", "\n").strip(),
        level=int(level) if level.isdecimal() and int(level) in LEVELS else 1,
        opening=cell("opening"),
        addressees=tuple(name.strip() for name in cell("addressees").split(";") if name.strip()),
    )


def from_form(form: MultiDict[str, str]) -> Sheet:
    """The sheet as a person sent it."""
    sponsor = form.get("sponsor_id", "")
    return Sheet(
        title=form.get("title", "").strip(),
        enacting=form.get("enacting", "").strip(),
        type=form.get("type", "ordinary") if form.get("type") in ("ordinary", "emergency") else "ordinary",
        language=form.get("language", "en")[:8],
        sponsor_id=int(sponsor) if sponsor.isdecimal() else None,
        clauses=tuple(_clause(form, place) for place in range(len(form.getlist("clause-text")))),
        answers={test.value: form.get(f"answer-{test}", "").strip() for test in EmergencyTest},
        source=form.get("source", ""),
        source_name=form.get("source_name", "")[:120],
    )


def _join(clauses: list[Clause], place: int) -> None:
    if place > 0:
        joined = f"{clauses[place - 1].text} {clauses[place].text}".strip()
        addressees = clauses[place - 1].addressees + clauses[place].addressees
        clauses[place - 1 : place + 1] = [replace(clauses[place - 1], text=joined, addressees=addressees)]


def _split(clauses: list[Clause], place: int) -> None:
    parts = [" ".join(part.split()) for part in clauses[place].text.split("\n\n") if part.strip()]
    rest = [replace(clauses[place], id=fresh_id(), text=part, addressees=()) for part in parts[1:]]
    clauses[place : place + 1] = [replace(clauses[place], text=parts[0] if parts else ""), *rest]


def _add(clauses: list[Clause], place: int) -> None:
    kind = clauses[place].kind if clauses else ClauseKind.OPERATIVE
    clauses.insert(place + 1, Clause(id=fresh_id(), kind=kind, text=""))


def _remove(clauses: list[Clause], place: int) -> None:
    del clauses[place]


def _raise(clauses: list[Clause], place: int) -> None:
    if place > 0:
        clauses[place - 1], clauses[place] = clauses[place], clauses[place - 1]


ACTS = {"join": _join, "split": _split, "add": _add, "remove": _remove, "raise": _raise}


def acted(sheet: Sheet, act: str) -> Sheet:
    """The sheet after one act on one row, such as `join:3`; an unknown act changes nothing."""
    name, _, place = act.partition(":")
    clauses = list(sheet.clauses)
    if name == "add" and not clauses:
        _add(clauses, 0)
    elif name in ACTS and place.isdecimal() and int(place) < len(clauses):
        ACTS[name](clauses, int(place))
    return replace(sheet, clauses=tuple(clauses))
