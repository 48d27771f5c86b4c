"""Who is asked to act: the names behind "calls on … to", "charge … de", "insta a … a"."""

import re
from collections.abc import Iterator

from resolutions.rules.reading.asking import ASIDE_PART, NOT_NAMED, PASSIVE, RESOLVED, SHALL_ACT, WAYS, Asking
from resolutions.rules.reading.openings import language_order

SELF = "SELF"
_LONGEST_NAME = 30
_BEFORE_VERB = re.compile(
    r"(?:^|[,;:]|\b(?:and|also|hereby|further|therefore|then|to|we|y|et|nous|además|asimismo|también|"
    r"lo|de plus|outre|"
    r"[a-z]+ly|\w+ment|\w+mente))\s*$",
    re.I,
)
_BODY_NOUN = re.compile(
    r"\b(?:council|union|congress|conference|convention|federation|association|committee|assembly|"
    r"board|parliament|we|"
    r"commission|senate|house|comité|conseil|congrès|conférence|assemblée|consejo|congreso|asamblea|"
    r"pleno|bureau|meeting)\b|"
    r"\b[A-Z]{3,}(?:-[A-Z]{2,})?\b",
    re.I,
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:secretary|president|treasurer|officers?|director|affiliates?|delegates?|members?|locals?|"
    r"governor|legislature|minister|"
    r"ministry|government|executive (?:board|committee|council)|copy|copies|employers?|companies|"
    r"resolution|u\.?s\.? congress|"
    r"chair|staff|branches|states)\b",
    re.I,
)
_OFFICE = re.compile(
    r"\b(?:secretariat|secretary|secretaries|president|executive|board|committee|council|bureau|"
    r"director|affiliates?|"
    r"governments?|member states|states parties|commission|treasurer|sections?|branches|regions?|regional)\b",
    re.I,
)
_ORGANISATION = (
    r"(?:Executive|Committee|Council|Ministry|Department|Board|Agency|Commission|Office|"
    r"Organi[sz]ation|Fund|Bank)"
)
_DETERMINER = (
    r"(?:all|the|its|their|other|every|each|any|our|both|relevant|todos|todas|los|las|la|el|al|a|"
    r"tous|toutes|les|le|l['’]|aux|au|à)"
)
_CONNECTOR = re.compile(
    r"(?:of|and|for|the|on|in|de|des|du|et|la|le|les|del|y|los|las|a|al|al?l|d['’].*|l['’].*|&)$"
)


def addressees(text: str, language: str, body: str = "") -> tuple[str, ...]:
    """Name those whom a clause calls on to act, in its own words; SELF is the body that adopts it."""
    found: list[str] = []
    for _, phrase in sorted(_asked(text, language)):
        for name in _names(phrase):
            if name and name.lower() not in (other.lower() for other in found):
                found.append(name)
    return tuple(found) or _resolved(text, body)


def asked_first(text: str) -> tuple[str, ...]:
    """Name those an item of a list begins with, where the verb that asks them stands in the lead-in ("Calls on:")."""
    end = WAYS["en"][0].end.search(text)
    named = text[: end.start()] if end else ""
    return (
        tuple(_names(named))
        if named and len(named.split()) <= _LONGEST_NAME and not NOT_NAMED.match(named)
        else ()
    )


def asks_below(text: str, language: str) -> bool:
    """Tell a lead-in whose verb asks those named in its items."""
    bare = text.rstrip(" :—–") + " "
    found = [verb for way in _ways(language) for verb in way.verb.finditer(bare)]
    return any(not bare[verb.end() :].strip() for verb in found)


def _ways(language: str) -> list[Asking]:
    return [way for name in language_order(language) for way in WAYS[name]]


def _asked(text: str, language: str) -> Iterator[tuple[int, str]]:
    for way in _ways(language):
        for verb in way.verb.finditer(text):
            if _in_place(text, verb.start()):
                phrase = _phrase(text[verb.end() :], way)
                if phrase:
                    yield verb.start(), phrase
    passive = PASSIVE.match(re.sub(r"^.{0,40}?\bresolved\W+that\s+", "", text, flags=re.I))
    if passive and not re.match(r"(?:it|il|this|which|that)\b", passive["name"], re.I):
        yield 0, passive["name"]


def _in_place(text: str, at: int) -> bool:
    """A verb asks where a clause begins, after a comma or "and", or behind the body that speaks."""
    before = text[:at]
    if _BEFORE_VERB.search(before):
        return not re.search(r"\b(?:not|which|who|having|been|right|obligation)\s+(?:to\s+)?$", before)
    subject = re.split(r"[,;:.]", before)[-1]
    return len(subject.split()) <= 9 and (_BODY_NOUN.search(subject) is not None or len(before.split()) <= 4)


def _phrase(rest: str, way: Asking) -> str:
    """The words between the verb and the end of the name; nothing when they name a thing and not somebody."""
    sentence = re.split(r";|(?<=[a-z\d)])\.\s", rest, maxsplit=1)[0]
    if way in WAYS["en"] and NOT_NAMED.match(sentence):
        return ""
    end = way.end.search(sentence)
    named = sentence[: end.start()] if end else ""
    if named and len(named.split()) <= _LONGEST_NAME and not _cut_short(named):
        return named
    return _leading_name(sentence) if way.name_only else ""


def _cut_short(named: str) -> bool:
    """A capital name that runs on into small words is over before them ("ILO full support in …")."""
    words = named.split()
    if not words[0][0].isupper():
        return False
    for before, word in zip(words, words[1:], strict=False):
        if word[0].islower() and not _CONNECTOR.match(word) and before[-1] != "," and before[0].isupper():
            return len(words) > 8
    return False


def _leading_name(sentence: str) -> str:
    plural = re.match(
        r"(?:al+ |the )?(?:[\w’'-]+\s+){0,2}(?:affiliates|governments|unions|members|parties|States|"
        r"workers|employers)\b",
        sentence,
    )
    if plural and len(sentence.split()) <= 12:
        return plural.group()
    found = re.match(
        r"(?:(?:the|au|aux|à la|à l['’]|al|a la|a los|a las|le|la|"
        r"les)\s+)?[A-ZÀ-Þ][\w'’.-]*(?:\s+(?:of|and|for|the|de|del|la|du|des|[A-ZÀ-Þ][\w'’-]*))*",
        sentence,
    )
    return re.sub(r"(?:\s+(?:of|and|for|the|de|del|la|du|des))+$", "", found.group()) if found else ""


def _names(phrase: str) -> list[str]:
    parts = [
        part
        for part in re.split(r"\s*,\s*(?:(?:and|y|et|as well as|así como|ainsi que)\s+)?", phrase)
        if part.strip()
    ]
    listed = len(parts) > 1
    named = [name for part in parts if not ASIDE_PART.match(part) for name in _joined_by_and(part, listed)]
    return [name for name in map(_bare, named) if name]


def _joined_by_and(part: str, listed: bool) -> list[str]:
    pieces = re.split(
        rf"\s+(?:as well as|así como|ainsi que|and also)\s+|\s+(?:and|y|e|et)\s+(?={_DETERMINER}\s)", part
    )
    if len(pieces) > 1:
        return [name for piece in pieces for name in _joined_by_and(piece, listed)]
    halves = re.split(r"\s+(?:and|y|et)\s+", part)
    if len(halves) == 2 and _two_names(halves[0], halves[1], listed):
        return halves
    return [part]


def _two_names(left: str, right: str, listed: bool) -> bool:
    if re.search(r"\b(?:of|for|de|des|du|del)\b", left):
        return False
    if re.match(r"(?:women|men|young|social|economic|health|safety)\b", right, re.I) and not listed:
        return False
    single = re.sub(rf"^{_DETERMINER}\s+", "", left)
    if right[:1].isupper() != single[:1].isupper():
        return False
    compound = (
        len(single.split()) == 1
        and re.search(rf"\b{_ORGANISATION}$", right)
        and not re.match(_ORGANISATION, single)
    )
    return not compound and len(left.split()) <= 4 and len(right.split()) <= 6


def _bare(name: str) -> str:
    """A name without the preposition and article in front of it; "the parties" keeps its own."""
    name = re.sub(
        r"^(?:both|à l['’]|à la|à|aux?|al?|a la|a los|a las)\s+(?=\S)", "", name.strip(" ,;:"), flags=re.I
    )
    return re.sub(
        r"^(?i:the|its|le|la|les|l['’]|el|los|las|son|sa|ses|sus?|nos|notre)\s*(?=[A-ZÀ-Þ])", "", name
    ).strip()


def _resolved(text: str, body: str) -> tuple[str, ...]:
    """Who acts in "RESOLVED, that … support": the body itself, or the office it names."""
    found = RESOLVED.match(text)
    if not found:
        acting = SHALL_ACT.match(text)
        return tuple(_names(acting["name"])) if acting and _OFFICE.search(acting["name"]) else ()
    name = found["name"].strip()
    if body and body.lower() in name.lower():
        return (SELF,)
    if _SOMEBODY_ELSE.search(name):
        return () if re.search(r"\b(?:copy|copies|resolution)\b", name, re.I) else tuple(_names(name))
    return (SELF,) if _BODY_NOUN.search(name) else ()
