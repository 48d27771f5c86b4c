"""The parts of a resolution: what comes before, the reasons, the decisions with their items, what comes after."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from resolutions.rules.clauses import Clause, ClauseKind
from resolutions.rules.reading.edges import beginning, headline, is_footnote, is_stray, is_trailing
from resolutions.rules.reading.levels import Levels
from resolutions.rules.reading.openings import Opening, bare_lead, enacting, notes, spoken_by_body
from resolutions.rules.reading.paragraphs import Paragraph
from resolutions.rules.reading.run_in import taken_apart

_REASONS = (Opening.REASON, Opening.STRICT_REASON)
_DECISIONS = (Opening.DECISION, Opening.STRICT_DECISION)
_SURE, _LIKELY, _GUESSED = 100, 80, 50
_ARTICLE = re.compile(r"^(?:the|this|le|la|el|l['’])\s*(?=[^\W\d_])", re.I)
_PREAMBLE_HEADING = re.compile(
    r"^(?:preamble|recitals|pr[ée]ambule|pre[áa]mbulo|considerandos?|considérants)\W*$", re.I
)


@dataclass(frozen=True)
class Draft:
    """The parts found: heading, title, the body's name, the enacting line, and the clauses without ids."""

    heading: str
    title: str
    body: str
    enacting: str
    clauses: tuple[Clause, ...]


@dataclass
class _Reader:
    """What has been read so far, and what that makes of the next paragraph."""

    language: str
    decides_from: int
    later_decisions: bool
    levels: Levels = field(default_factory=Levels)
    clauses: list[Clause] = field(default_factory=list)
    deciding: bool = False
    enacting: str = ""
    body: str = ""
    noting: bool = False

    def take(self, place: int, paragraph: Paragraph, following: Paragraph | None) -> None:
        """Read one paragraph."""
        if self._enacts(paragraph, following):
            return
        if _is_heading(paragraph, following):
            self._add(paragraph, ClauseKind.HEADING, 1, _LIKELY)
            self.levels.reset()
            return
        if self._goes_on(paragraph):
            last = self.clauses[-1]
            self.clauses[-1] = replace(last, text=f"{last.text} {paragraph.text}")
            return
        lead = self.clauses[-1] if self.clauses else None
        level = self.levels.place(paragraph, lead, following)
        if level > 1 and lead is not None and lead.kind is not ClauseKind.HEADING:
            self._add(paragraph, lead.kind, level, _LIKELY)
            return
        kind, sure = self._kind(place, paragraph)
        self.deciding = self.deciding or kind is ClauseKind.OPERATIVE
        self._add(paragraph, kind, 1, sure)

    def _enacts(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        leads_on = following is not None and (
            following.opening is not Opening.NONE or following.marker is not None
        )
        if (
            paragraph.marker
            or not enacting(paragraph.text, self.language)
            or not (leads_on or paragraph.text[-1:] in ",:—–-")
        ):
            return False
        self.enacting = self.enacting or paragraph.text
        announces = re.search(r"\b(?:siguiente|following|suivante?)\b", paragraph.text, re.I)
        self.body = self.body or ("" if announces else _body(paragraph.text))
        self.deciding = self.deciding or bare_lead(paragraph.text)
        self.noting = notes(paragraph.text) and not self.deciding
        self.levels.reset()
        return True

    def _goes_on(self, paragraph: Paragraph) -> bool:
        if not self.clauses or paragraph.marker or not paragraph.text[:1].islower():
            return False
        if self.levels.leads or not paragraph.gap:
            return False
        return paragraph.opening is Opening.NONE and not self.clauses[-1].text.endswith((".", ";", ":"))

    def _kind(self, place: int, paragraph: Paragraph) -> tuple[ClauseKind, int]:
        if paragraph.opening is Opening.STRICT_REASON:
            return ClauseKind.PREAMBULAR, _SURE
        if paragraph.opening in _REASONS:
            return (ClauseKind.OPERATIVE, _LIKELY) if self.deciding else (ClauseKind.PREAMBULAR, _SURE)
        if self.noting:
            return ClauseKind.PREAMBULAR, _LIKELY
        if self.deciding or paragraph.opening in _DECISIONS:
            return ClauseKind.OPERATIVE, _SURE if paragraph.opening in _DECISIONS else _LIKELY
        if place < self.decides_from:
            return ClauseKind.PREAMBULAR, _LIKELY
        if spoken_by_body(paragraph.text, self.language) >= 0:
            return ClauseKind.OPERATIVE, _LIKELY
        if self.later_decisions and not (paragraph.marker and not paragraph.text.startswith("That ")):
            return ClauseKind.PREAMBULAR, _GUESSED
        return (ClauseKind.OPERATIVE if paragraph.marker else ClauseKind.PREAMBULAR), _GUESSED

    def _add(self, paragraph: Paragraph, kind: ClauseKind, level: int, sure: int) -> None:
        printed = paragraph.marker.printed if paragraph.marker else ""
        self.clauses.append(Clause("", kind, paragraph.text, level, printed, sure=sure))


def structured(found: Sequence[Paragraph], language: str) -> Draft:
    """Find the parts of a resolution among its paragraphs."""
    parts = [
        part for paragraph in found if not is_stray(paragraph) for part in taken_apart(paragraph, language)
    ]
    begin = beginning(parts, language)
    heading, title = headline(parts[:begin])
    rest = parts[begin:]
    reader = _Reader(language, _decides_from(rest, language), any(_decides(part, language) for part in rest))
    for place, part in enumerate(rest):
        if reader.deciding and is_trailing(part):
            break
        if is_footnote(part) and reader.clauses:
            continue
        reader.take(place, part, rest[place + 1] if place + 1 < len(rest) else None)
    return Draft(
        heading,
        title,
        reader.body or _subject(reader.clauses, language),
        reader.enacting,
        tuple(reader.clauses),
    )


def _decides_from(parts: Sequence[Paragraph], language: str) -> int:
    """The first line that enacts decisions; plain prose in front of it gives the reasons."""
    for place, (part, following) in enumerate(zip(parts, parts[1:], strict=False)):
        if enacting(part.text, language) and not part.marker and following.opening in _DECISIONS:
            return place
    return 0


def _is_heading(part: Paragraph, following: Paragraph | None) -> bool:
    """A line set as a heading, in capitals, or numbered like a chapter whose paragraphs follow."""
    short = len(part.text.split()) <= 12 and not part.text.endswith((".", ";", ",", ":"))
    if part.opening is not Opening.NONE or following is None:
        return False
    if part.marker is None:
        return part.heading or (short and part.text.isupper() and len(part.text) > 3)
    chapter = part.marker.style in ("number.", "LETTER.") and part.text[:1].isupper()
    inner = following.marker is not None and following.marker.style == "number.number"
    return short and chapter and (inner or (following.marker is None and len(following.text.split()) > 12))


def _body(text: str) -> str:
    """The body's name in an enacting line, without article, place and verb."""
    text = re.sub(
        r"^.{0,40}\bresolved\W+(?:by\s+)?|^por (?:todo )?(?:ello|lo expuesto),?\s*", "", text, flags=re.I
    )
    name = re.split(r",|\s+(?=meeting\b|réuni|reunid|assembled\b|gathered\b)", text, maxsplit=1)[0].strip(
        " ,:;—–-"
    )
    name = re.sub(
        r"(?:\s+(?:hereby|therefore|also|further|notes?|believes?|resolves?|decides?|declares?|"
        r"acuerda|resuelve|décide))+$",
        "",
        name,
        flags=re.I,
    )
    return _ARTICLE.sub("", re.sub(r"^that\s+", "", name, flags=re.I))


def _decides(part: Paragraph, language: str) -> bool:
    return part.opening in _DECISIONS or spoken_by_body(part.text, language) >= 0


def _subject(clauses: Sequence[Clause], language: str) -> str:
    for clause in clauses:
        at = spoken_by_body(clause.text, language) if clause.kind is ClauseKind.OPERATIVE else -1
        if at > 0:
            return _ARTICLE.sub("", clause.text[:at].strip(" ,"))
    return ""
