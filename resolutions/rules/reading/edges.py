"""The edges of a text: title and heading before it; adoption line, footnotes and movers after it."""

import re
from collections.abc import Sequence

from resolutions.rules.reading.lines import ends_sentence
from resolutions.rules.reading.openings import Opening, enacting, spoken_by_body
from resolutions.rules.reading.paragraphs import Paragraph

_STRAY = re.compile(
    r"^(?:[\[(]?[A-Z]{1,6}(?:/[\w.()-]+)+[\])]?|\[[^\]]{1,40}\]|(?:original|distr\.?|agenda item|"
    r"item \d)\b.{0,60}|"
    r"[\W\d_]{1,6}|unedited version|draft(?: only)?|GE\.\d.*)$",
    re.I,
)
_TRAILING = re.compile(
    r"^\(?(?:adopted(?: unanimously| as amended)?(?:\s+(?:at|by|on|in|this|with|without|and|the)\b|"
    r"[\s.:,]*$|\s*\()|carried\b|passed\b|"
    r"moved(?: by)?\b|mover\b|propos(?:er|ed by)\b|second(?:er|ed)\b|submitted (?:by|to)\b|sponsor|"
    r"co-?sponsor|signed\b|"
    r"done (?:at|in|on)\b|dated\b|vote[sd]?\s*[:(]|result\b|in favou?r\b|recorded vote|"
    r"the (?:resolution|motion) was\b|"
    r"\d+(?:st|nd|rd|th) (?:plenary )?meeting|\d+e séance|references?\b\W*$|sources?\s*:|footnotes?\b|"
    r"notes?\s*:|"
    r"explanat(?:ory|ion)|background\b|rationale\b|supporting (?:statement|information)|"
    r"statement\b.*:$|implications|"
    r"for more information|contact\s*:|cc\s*:|annex\b|appendix\b|opeiu|drafting|disclaimer|\(?word count|"
    r"adoptée?s?(?: à| par| le| en|\s*$)|fait (?:à|le)\b|proposée? par|présentée? par|appuyée? par|"
    r"annexe\b|\d+(?:st|nd|rd|th) plenary\b|votes? pour|résultat|"
    r"aprobad[ao]s?(?: por| en| el|\s*\.?$)|presentad[ao]s? por|dad[ao] en|firmad[ao]|"
    r"en [\w ]+, a \d+ de|votaci[óo]n|"
    r"votos? a favor|resultado|anexo\b|proponente|angenommen|beschlossen am|принят)",
    re.I,
)
_FOOTNOTE = re.compile(
    r"^(?:\d{1,3}\s+[A-Z“\"(]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,3}\]|\*{1,3}\s?[A-Z]|†|‡|\d{1,3}(?:https?:|See |Voir |Ibid))"
)
_METADATA = re.compile(
    r"(?:submitted|presented|proposed|moved|adopted|sponsored|introduced)\b.*\b(?:by|at|on|in|the)\b|"
    r"\bsession\b|^\W*\d{1,4}(?:st|nd|rd|th)\b|"
    r"^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|"
    r"^date\b|^agenda\b|"
    r"présentée? par|presentada? por|^\d{1,2}(?:er)? \w+ \d{4}$|^in the (?:senate|house)\b|^[IVX]+$",
    re.I,
)
_KIND = (
    r"(?:(?:draft|emergency|urgent|composite|concurrent|joint|simple|theme|general|final|special|"
    r"constitutional|late|"
    r"projet de|proyecto de|propuesta de)\s+)*(?:resolutions?|résolutions?|resolución|resoluciones|"
    r"motions?|mociones|moción|decisions?|"
    r"décisions?|declaration|déclaration|declaración|statement|proposición(?: no de ley)?|"
    r"s\.? con\.? res\.?|[hs]\.? ?res\.?)"
)
_DESIGNATION = re.compile(
    rf"^{_KIND}\s*(?:d['’]urgence|de urgencia)?\s*(?:(?:n[o°º.]*|no\.?|#|number|"
    rf"nr\.?)?\s*[\dIVXA-Z./()-]+)?\W*$",
    re.I,
)
_SYMBOL = re.compile(r"^[A-Z]{1,6}[\s/.-]?\d[\w./-]*$")
_NAMED_KIND = re.compile(
    rf"^{_KIND}\s+(?:on|sur|about|concerning|sobre|relative|relatif|regarding|re)\b", re.I
)


def is_stray(paragraph: Paragraph) -> bool:
    """Document symbols, agenda lines and the like: never part of a text."""
    return not paragraph.text or (paragraph.marker is None and bool(_STRAY.match(paragraph.text)))


def is_trailing(paragraph: Paragraph) -> bool:
    """The line with which the text is over: adoption, movers, votes, explanations."""
    bracketed = re.match(r"^\([^()]*(?:\([^()]*\)[^()]*)*\)\W*$", paragraph.text)
    return paragraph.marker is None and bool(bracketed or _TRAILING.match(paragraph.text))


def is_footnote(paragraph: Paragraph) -> bool:
    """A note at the foot of a page, wherever the copy has put it."""
    if paragraph.marker is not None and paragraph.marker.style != "bullet":
        return False
    printed = f"{paragraph.marker.printed} " if paragraph.marker else ""
    return (
        paragraph.opening is Opening.NONE and bool(_FOOTNOTE.match(printed + paragraph.text)) and not printed
    )


def beginning(parts: Sequence[Paragraph], language: str) -> int:
    """The first paragraph that belongs to the text and not to its title."""
    for place, part in enumerate(parts):
        following = parts[place + 1] if place + 1 < len(parts) else None
        if _starts(part, place, following, language) and not (
            place and _DESIGNATION.match(parts[place - 1].text) and _titled(part)
        ):
            return place
    return min(1, len(parts)) if len(parts) > 1 else 0


def _titled(part: Paragraph) -> bool:
    return part.marker is None and not part.text.endswith((",", ";", ":")) and len(part.text.split()) <= 30


def _starts(part: Paragraph, place: int, following: Paragraph | None, language: str) -> bool:
    text = part.text
    leads_on = following is not None and (
        following.opening is not Opening.NONE or following.marker is not None
    )
    if (
        enacting(text, language)
        and not _NAMED_KIND.match(text)
        and not _DESIGNATION.match(text)
        and not _METADATA.match(text)
    ):
        return text[-1:] in ",:—–" or (leads_on and (place > 0 or text.lower().startswith(("the ", "this "))))
    if part.opening in (Opening.STRICT_REASON, Opening.STRICT_DECISION):
        return True
    if part.marker and following and following.marker and following.marker.style == "number.number":
        return True
    if part.marker and part.marker.style != "number" and len(text.split()) > 3:
        return not part.heading or part.opening is not Opening.NONE
    if part.heading:
        return False
    closed = ends_sentence(text) or text.endswith((",", "and", "et", "y"))
    if part.opening is not Opening.NONE:
        return closed
    if _METADATA.search(text) and len(text.split()) < 60 and not text.endswith("."):
        return False
    long = len(text.split()) >= 12 or (place > 0 and len(text.split()) >= 7)
    return closed and long or spoken_by_body(text, language) >= 0


def headline(parts: Sequence[Paragraph]) -> tuple[str, str]:
    """Tell the heading ("Emergency Resolution on …", "Resolution 7") from the title proper."""
    named = [
        part.text.strip() for part in parts if not _METADATA.search(part.text) or _NAMED_KIND.match(part.text)
    ]
    named = named or [part.text.strip() for part in parts]
    if not named:
        return "", ""
    title = max(named, key=_weight)
    heading = next((text for text in named if text != title and _weight(text) < 3), "")
    return heading.rstrip(" :"), title.rstrip(" :")


def _weight(text: str) -> int:
    if _DESIGNATION.match(text) or _SYMBOL.match(text):
        return 1
    return 2 if _NAMED_KIND.match(text) else 3
