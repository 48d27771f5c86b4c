"""Texts that a copy has run together: one paragraph that holds the enacting line, the reasons and the decisions."""

import re

from resolutions.rules.reading.openings import Opening, enacting, gathered, opening
from resolutions.rules.reading.paragraphs import Paragraph, parted

_ENACTED = re.compile(r"((?:the|this|le|la|el|l['’])\s?[^,;:.]{2,80}[,:])\s+(?=\S)", re.I)
_INNER_ENACTED = re.compile(r"(?<=\s)((?:The|Le|La|El|L['’])\s?[A-ZÀ-Þ][^,;:.]{2,60},)\s+")
_MEETING = re.compile(
    r"(?<=\.)\s+(?=\d+(?:st|nd|rd|th) (?:plenary )?meeting|Adopted (?:at|by|on|unanimously)\b|\d+e séance)"
)
_SET_WORDS = re.compile(
    r"(?<=[;,.:])(?<!THEREFORE,)(?<!NOW,)\s+(?=(?:and\s+|AND\s+)?(?:WHEREAS\b|"
    r"(?:NOW,?\s*)?(?:THEREFORE,?\s*)?(?:BE IT\s+)?(?:FURTHER\s+)?RESOLVED\b|"
    r"CONSID[ÉE]RANT\b|CONSIDERANDO\b|ATTENDU QUE\b|VISTO\b))"
)
_CAPITAL = re.compile(r"(?<=[,;])\s+(?=[A-ZÀ-Þ][^\W\d_]{2,})")
_NUMBER = re.compile(r"(?:(?<=[\s,;.:])|^)(\d{1,2})\.\s+(?=[A-ZÀ-Þ])")
_LETTER = re.compile(r"(?<=[\s:;,])\(([a-z])\)\s+(?=\w)")
_LONG = 160


def taken_apart(paragraph: Paragraph, language: str) -> list[Paragraph]:
    """Split a run-in paragraph where its parts begin; others stay as they are."""
    if paragraph.marker or paragraph.heading:
        return [paragraph]
    pieces = _enacting_first(paragraph.text, language)
    pieces = [part for piece in pieces for part in _SET_WORDS.split(piece)]
    pieces = [part for piece in pieces for part in _by_openings(piece, language)]
    pieces = [part for piece in pieces for part in _by_count(piece, _NUMBER, "1")]
    pieces = [
        part
        for piece in pieces
        for part in (_by_count(piece, _LETTER, "a") if _decides(piece, language) else [piece])
    ]
    if len(pieces) == 1:
        return [paragraph]
    return [parted(paragraph, piece.strip(), language) for piece in pieces if piece.strip()]


def _enacting_first(text: str, language: str) -> list[str]:
    found = _ENACTED.match(text)
    if not found or not enacting(found.group(1), language):
        return _title_first(text, language)
    rest = text[found.end() :]
    judged = opening(rest, language)
    if gathered(text) and enacting(text, language):
        return [text]
    if judged is Opening.NONE and not re.match(r"(?:\(a\)|1\.)\s", rest):
        return [text]
    return [found.group(1), rest]


def _title_first(text: str, language: str) -> list[str]:
    """Take a title off that runs into the enacting line, and the meeting that follows the last sentence."""
    for found in _INNER_ENACTED.finditer(text, 1, 400):
        rest = text[found.end() :]
        if (
            enacting(found.group(1), language)
            and rest[:1].isupper()
            and opening(rest, language) is not Opening.NONE
        ):
            closing = _MEETING.search(rest)
            last = [rest[: closing.start()], rest[closing.start() :]] if closing else [rest]
            return [text[: found.start()], found.group(1), *last]
    return [text]


def _by_openings(text: str, language: str) -> list[str]:
    """Split before words with a capital that open a reason or a decision in the middle of a sentence."""
    if len(text) < _LONG:
        return [text]
    cuts = [cut.end() for cut in _CAPITAL.finditer(text) if _opens(text[cut.end() :], language)]
    if not cuts or opening(text, language) is Opening.NONE:
        return [text]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _opens(rest: str, language: str) -> bool:
    first = re.split(r"\W", rest, maxsplit=1)[0]
    judged = opening(rest, language)
    if judged is Opening.DECISION and language == "en":
        return first.endswith("s")
    return judged is not Opening.NONE


def _by_count(text: str, pattern: re.Pattern[str], first: str) -> list[str]:
    """Split before marks that count on from the first one."""
    cuts: list[int] = []
    expected = first
    for found in pattern.finditer(text):
        if found.group(1) == expected:
            cuts.append(found.start())
            expected = str(int(expected) + 1) if expected.isdigit() else chr(ord(expected) + 1)
    if len(cuts) < 2:
        return [text]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _decides(text: str, language: str) -> bool:
    return opening(text, language) in (Opening.DECISION, Opening.STRICT_DECISION) or text.startswith("(a)")
