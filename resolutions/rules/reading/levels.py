"""How deep a paragraph stands in the lists of a text, whatever marks a list uses and however they were scanned."""

from dataclasses import dataclass, field

from resolutions.rules.clauses import Clause, ClauseKind
from resolutions.rules.reading import verbs
from resolutions.rules.reading.markers import Marker
from resolutions.rules.reading.openings import Opening
from resolutions.rules.reading.paragraphs import Paragraph

_MISREAD_LETTERS = {6: "b", 9: "g", 1: "il", 0: "o", 8: "b", 5: "s", 2: "z"}
_OPENS_LIST = (":", "—", "–")


@dataclass
class _List:
    style: str
    last: int
    level: int


@dataclass
class Levels:
    """The lists that are open at this place of the text, outermost first."""

    open: list[_List] = field(default_factory=list)
    leads: bool = False

    def reset(self) -> None:
        """Begin anew: after a heading or an enacting line the next paragraph stands at the top."""
        self.open = []
        self.leads = False

    def place(self, paragraph: Paragraph, lead: Clause | None, following: Paragraph | None) -> int:
        """The level of a paragraph; it keeps count of the list the paragraph belongs to."""
        if paragraph.marker is None:
            return self._unmarked(paragraph, lead)
        style, value = self._read(paragraph.marker, following)
        for depth in range(len(self.open) - 1, -1, -1):
            entry = self.open[depth]
            if entry.style == style and (value == 0 or value > entry.last or entry.level == 1):
                entry.last = value
                del self.open[depth + 1 :]
                return entry.level
        level = self._below(paragraph, lead)
        self.open = [entry for entry in self.open if entry.level < level]
        self.open.append(_List(style, value, level))
        return level

    def _unmarked(self, paragraph: Paragraph, lead: Clause | None) -> int:
        if self._is_item(paragraph, lead):
            level = self.open[-1].level if self.leads else (lead.level + 1 if lead else 1)
            if not self.leads:
                self.open.append(_List("", 0, level))
            self.leads = True
            return level
        self.open = [_List("", 0, 1)]
        self.leads = False
        return 1

    def _is_item(self, paragraph: Paragraph, lead: Clause | None) -> bool:
        """A paragraph without a mark is an item when the list it stands in has lost its bullets."""
        if (
            lead is None
            or not (self.leads or lead.text.endswith(_OPENS_LIST))
            or lead.kind is ClauseKind.HEADING
        ):
            return False
        if paragraph.opening in (Opening.STRICT_REASON, Opening.STRICT_DECISION):
            return False
        if self.leads and lead.text[0].islower() and paragraph.text[0].isupper():
            return False
        if paragraph.opening is Opening.NONE:
            return not paragraph.text.endswith(_OPENS_LIST) or self.leads
        if paragraph.opening is Opening.REASON:
            return lead.kind is ClauseKind.OPERATIVE
        if self.leads and paragraph.text[0].islower() and lead.text[0].islower():
            return True
        return _agrees_as_item(paragraph.text, lead)

    def _below(self, paragraph: Paragraph, lead: Clause | None) -> int:
        if lead is None or lead.kind is ClauseKind.HEADING or not self.open:
            return 1
        listed = lead.text.endswith(_OPENS_LIST)
        if lead.kind is ClauseKind.OPERATIVE and not lead.text.endswith((".", ";", ",")) and not listed:
            return lead.level + 1
        if lead.kind is ClauseKind.PREAMBULAR and not (
            listed and paragraph.opening in (Opening.NONE, Opening.REASON)
        ):
            return (
                lead.level + 1
                if paragraph.opening is Opening.NONE and self.open[-1].style and lead.level > 1
                else 1
            )
        if not listed and paragraph.opening in (Opening.STRICT_REASON, Opening.STRICT_DECISION):
            return 1
        if not listed and self.open[-1].style == "" and paragraph.opening is Opening.DECISION:
            return 1
        return lead.level + 1

    def _read(self, mark: Marker, following: Paragraph | None) -> tuple[str, int]:
        """Settle what a mark says: letter or roman figure, and letters that were scanned as figures."""
        if mark.style == "bullet":
            return f"bullet {mark.printed}", 0
        last = {entry.style: entry.last for entry in self.open}
        if mark.style == "(number)":
            expected = chr(97 + last.get("(letter)", -1)) if "(letter)" in last else ""
            if expected and expected in _MISREAD_LETTERS.get(mark.value, ""):
                return "(letter)", last["(letter)"] + 1
            if mark.value == 1 and following and following.marker and following.marker.roman == 2:
                return "(roman)", 1
        counts_on = (
            following.marker if following and following.marker and following.marker.value == 2 else None
        )
        if mark.printed.strip("().") in ("l", "I") and counts_on and "number" in counts_on.style:
            return counts_on.style, 1
        if not mark.roman or "etter" not in mark.style.lower():
            return mark.style, mark.value
        roman_style = mark.style.replace("letter", "roman").replace("LETTER", "ROMAN")
        if last.get(mark.style, -9) + 1 == mark.value:
            return mark.style, mark.value
        if last.get(roman_style, -9) + 1 == mark.roman or mark.roman == 1 or not mark.value:
            return roman_style, mark.roman
        return mark.style, mark.value


def _agrees_as_item(text: str, lead: Clause) -> bool:
    """A base verb under a lead-in that speaks in the third person, or small letters under a capital, is an item."""
    if lead.level != 1:
        return False
    speaks = any(word.lower() in verbs.ENGLISH_THIRD for word in lead.text.split()[:6])
    if speaks and text.split()[0].lower() in verbs.ENGLISH_FINITE - verbs.ENGLISH_THIRD:
        return True
    return text[0].islower() and lead.text[0].isupper()
