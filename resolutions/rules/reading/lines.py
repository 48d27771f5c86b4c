"""The lines of a text as they were pasted: what is on them, and the hints their layout gives."""

import re
import statistics
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F])
_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\v]")
_PAGE_NUMBER = re.compile(
    r"^(?:-\s*\d{1,4}\s*-|page \d+(?: of \d+)?|p[áa]g(?:ina|\.)? \d+|\d{1,3} ?/ ?\d{1,3})$", re.I
)
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_RULE = re.compile(r"^(?:[-_*=~\u2013\u2014]\s*){3,}$")


@dataclass(frozen=True)
class Line:
    """One line: its words, the blank lines before it, the space around it, and whether it was set as a heading."""

    text: str
    gap: int
    indent: int
    trailing: int
    heading: bool


@dataclass(frozen=True)
class Layout:
    """How a text was set: whether paragraphs are wrapped, how wide, and how much space a line ends with."""

    wrapped: bool
    width: int
    trailing: int


def lines(text: str) -> list[Line]:
    """Split a pasted text into lines; blank ones, page numbers and rules become gaps, Markdown signs are read."""
    text = unicodedata.normalize("NFC", _BREAKS.sub("\n", text).replace("\f", "\n\n").translate(_INVISIBLE))
    found: list[Line] = []
    gap = 0
    for raw in text.replace("\u00a0", " ").replace("\t", "    ").split("\n"):
        words = raw.strip()
        if not words or _PAGE_NUMBER.match(words) or _RULE.match(words):
            gap += 1
            continue
        found.append(_line(raw, words, gap))
        gap = 0
    return _without_line_spacing(found)


def layout(found: Sequence[Line]) -> Layout:
    """Judge how the text was set from how its lines end and begin."""
    lengths = sorted(len(line.text) for line in found) or [0]
    width = lengths[int(0.95 * (len(lengths) - 1))]
    pairs = zip(found, found[1:], strict=False)
    broken = sum(1 for a, b in pairs if not b.gap and _runs_on(a, b) and len(a.text) >= 0.6 * width)
    unspaced = sum(1 for line in found[1:] if not line.gap)
    wrapped = broken >= 3 and broken >= 0.25 * unspaced and lengths[-1] <= 180
    trailing = int(statistics.median([line.trailing for line in found] or [0]))
    return Layout(wrapped, width, trailing)


def ends_sentence(text: str) -> bool:
    """Tell whether a line closes a sentence or a clause of one."""
    return text.rstrip("\"'\u201d\u2019\u00bb)]*_ 0123456789").endswith(
        (".", ";", ":", "!", "?", "\u2026", "\u2014")
    )


def _line(raw: str, words: str, gap: int) -> Line:
    heading = re.match(r"^#{1,6}\s+", words)
    if heading:
        words = words[heading.end() :].rstrip("# ")
    words = re.sub(r"^(?:>\s*)+", "", words)
    words = _EMPHASIS.sub(r"\2", words).strip()
    indent = len(raw) - len(raw.lstrip())
    return Line(" ".join(words.split()), gap, indent, len(raw) - len(raw.rstrip()), heading is not None)


def _runs_on(before: Line, after: Line) -> bool:
    return not ends_sentence(before.text) and after.text[:1].islower()


def _without_line_spacing(found: list[Line]) -> list[Line]:
    """Where a copy put a blank line between all lines, take that spacing out again."""
    pairs = list(zip(found, found[1:], strict=False))
    running = sum(1 for a, b in pairs if b.gap and _runs_on(a, b))
    tight = sum(1 for _, b in pairs if not b.gap)
    if len(pairs) < 6 or running < 0.2 * len(pairs) or tight > 0.1 * len(pairs):
        return found
    usual = min(b.gap for _, b in pairs if b.gap)
    return [Line(e.text, max(0, e.gap - usual), e.indent, e.trailing, e.heading) for e in found]
