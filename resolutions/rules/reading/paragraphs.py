"""Lines put together again to paragraphs: what a page break, a column or a copy has torn apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resolutions.rules.reading.lines import Layout, Line, ends_sentence, layout
from resolutions.rules.reading.markers import Marker, marker
from resolutions.rules.reading.openings import Opening, opening

_CONNECTED = re.compile(r"(?:[,;:.!?]|\b(?:and|or|et|ou|y|o|e|und))[\"'”’»)\]]*$")
_RUNS_ON = re.compile(
    r"\b(?:the|a|an|of|to|in|on|at|by|for|with|from|that|which|its|their|le|la|les|des|du|de|un|une|"
    r"que|el|los|las|del|al|"
    r"su|sus|con|por|para|pour|par|dans|sur|avec|(?<![;,] )(?:and|or|et|ou|y|o))$",
    re.I,
)
_KEPT_HYPHEN_WORDS = """
well self non co ex anti pro multi socio post pre semi vice inter cross long short full part high
low sub
"""
_KEPT_HYPHEN = frozenset(_KEPT_HYPHEN_WORDS.split())


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the pasted text: its list mark, its words, and the hints kept from its first line."""

    text: str
    marker: Marker | None
    opening: Opening
    heading: bool = False
    gap: int = 0
    indent: int = 0


def paragraphs(found: Sequence[Line], language: str) -> list[Paragraph]:
    """Join lines to paragraphs and read the list mark and the first words of each."""
    style = layout(found)
    groups: list[list[Line]] = []
    for line in found:
        if groups and not _begins(groups[-1], line, style, language):
            groups[-1].append(line)
        else:
            groups.append([line])
    whole = " ".join(line.text for line in found)
    return [_paragraph(group, whole, language) for group in groups]


def parted(paragraph: Paragraph, text: str, language: str) -> Paragraph:
    """The same paragraph with other words, read anew."""
    mark, rest = _marked(text, language)
    return replace(paragraph, text=rest, marker=mark, opening=opening(rest, language))


def _paragraph(group: Sequence[Line], whole: str, language: str) -> Paragraph:
    text = group[0].text
    for line in group[1:]:
        text = _joined(text, line.text, whole)
    mark, rest = _marked(text, language)
    first = group[0]
    heading = first.heading and not rest[:1].islower()
    return Paragraph(rest, mark, opening(rest, language), heading, first.gap, first.indent)


def _marked(text: str, language: str) -> tuple[Marker | None, str]:
    mark, rest = marker(text)
    if mark and mark.style == "number" and opening(rest, language) is Opening.NONE:
        return None, text
    return mark, rest


def _joined(before: str, after: str, whole: str) -> str:
    torn = re.search(r"([^\W\d_]+)-$", before)
    if not torn or not after[:1].isalpha():
        return f"{before} {after}"
    head = torn.group(1)
    tail = re.match(r"[^\W\d_]+", after)
    rest = tail.group() if tail else ""
    if after[0].isupper() or head.lower() in _KEPT_HYPHEN or f"{head}-{rest}" in whole:
        return before + after
    return before[:-1] + after


def _begins(group: Sequence[Line], after: Line, style: Layout, language: str) -> bool:
    """Decide whether a line begins a paragraph, from its mark, first words, gap, and the room on the line before."""
    before = group[-1]
    mark, rest = _marked(after.text, language)
    alone, bare = marker(before.text)
    if alone and not bare and len(group) == 1:
        return mark is not None and bool(rest)
    lower = after.text[:1].islower()
    closed = ends_sentence(before.text)
    if mark:
        return bool(
            (after.gap and not _RUNS_ON.search(before.text))
            or closed
            or not style.wrapped
            or _CONNECTED.search(before.text)
            or _short(before, after, style)
        )
    if re.search(r"[^\W\d_]-$", before.text) and lower:
        return False
    judged = opening(rest, language)
    if len(after.text) > 3 and len(before.text) > 3 and after.text.isupper() != before.text.isupper():
        return True
    if (
        _RUNS_ON.search(before.text)
        and not before.heading
        and judged not in (Opening.STRICT_REASON, Opening.STRICT_DECISION)
    ):
        return False
    if judged in (Opening.STRICT_REASON, Opening.STRICT_DECISION) and not lower:
        return bool(after.gap or closed or not style.wrapped or _CONNECTED.search(before.text))
    if lower:
        return _begins_small(group, after, judged, style)
    if before.heading or after.heading:
        return not (before.heading and before.text[:1].islower() and not closed)
    if judged is not Opening.NONE and _CONNECTED.search(before.text):
        return (
            bool(after.gap)
            or not style.wrapped
            or _short(before, after, style)
            or not before.text.endswith(",")
        )
    if after.gap:
        return True
    return _begins_unspaced(before, after, closed, style)


def _begins_small(group: Sequence[Line], after: Line, judged: Opening, style: Layout) -> bool:
    """A line that begins with a small letter: the next item of a list without marks, or the same sentence going on."""
    before = group[-1]
    if not (style.wrapped or after.gap) and _listed(group, after):
        return True
    if judged is Opening.NONE:
        listed = before.text.endswith(",") and not style.wrapped
        return bool(after.gap) and (listed or ends_sentence(before.text))
    if after.indent and not before.text.endswith("-"):
        return True
    if after.gap or not style.wrapped:
        return bool(_CONNECTED.search(before.text)) or len(before.text) < 0.6 * style.width
    return len(before.text) < 0.7 * style.width or bool(re.search(r"[;:]$", before.text))


def _listed(group: Sequence[Line], after: Line) -> bool:
    """One line an item: below a colon, or below another item that began with a small letter like this one."""
    before = group[-1].text
    if _RUNS_ON.search(before) or after.heading:
        return False
    return (
        before.endswith((":", ",", ";")) or bool(after.indent) or (len(group) == 1 and before[:1].islower())
    )


def _begins_unspaced(before: Line, after: Line, closed: bool, style: Layout) -> bool:
    if not style.wrapped:
        return True
    if closed and before.trailing > style.trailing:
        return True
    if closed:
        return _short(before, after, style)
    return len(before.text) < 0.5 * style.width and not _CONNECTED.search(before.text)


def _short(before: Line, after: Line, style: Layout) -> bool:
    """Whether the next word would still have fitted, so that the line was broken on purpose."""
    return len(before.text) + 1 + len(after.text.split(" ", 1)[0]) <= style.width - 4
