"""Who is asked to act: the names behind "calls on … to", "charge … de", "insta a … a"."""

import re
from collections.abc import Iterator

from resolutions.rules.reading import verbs

_BASE_VERBS = (
    "be|have|do|take|make|end|stop|cease|release|respect|ensure|provide|refrain|withdraw|comply|act|give|set|put|bring|work|"
    "support|protect|adopt|ratify|implement|establish|review|report|submit|continue|develop|promote|recognise|recognize|"
    "negotiate|engage|join|pay|drop|lift|halt|reinstate|abide|fulfil|fulfill|honour|honor|guarantee|uphold|resume|restore|"
    "desist|cooperate|co-operate|investigate|prosecute|repeal|amend|introduce|increase|reduce|fund|invest|publish|send|write|"
    "urge|call|demand|request|ask|contact|raise|lobby|campaign|organise|organize|prepare|produce|consider|seek|use|undertake|"
    "encourage|endorse|oppose|reject|condemn|pass|allow|permit|accept|agree|hold|free|commit|create|convene|conduct|inform"
)
_TO = re.compile(
    r"\s(?:not )?to(?=\s+(?:[a-z]+ly\s+|not\s+|also\s+|further\s+)*[a-z]|\s*[:—–-]|\s*$)|"
    r"\s*[:;—–]|\s(?:that|who|which|for|in order|in (?:its|their|accordance|particular|this|cooperation|co-operation|consultation)|"
    r"as soon|when|on the basis|through|with a view|by|at its|at the next|during|pursuant|under|until|before|prior|via|about|"
    r"on (?:how|whether|behalf)|will|shall|should|must|may|can|is|are|has|have)\b|\.\s|\.$"
)
_THAT = re.compile(
    rf"\s(?:(?:should|shall|must|will|may|can|not|immediately|urgently|also|now|continue|{_BASE_VERBS})(?=\s)|is\b|are\b)|[:;—.]"
)
_ADVERB = r"(?:\s+(?:also|further|again|once again|urgently|strongly|[a-z]+ly))*"
_SKIPPED = (
    r"(?:,?\s*(?:in particular|especially|including|once again|again|as a matter of urgency|accordingly|therefore|inter alia|"
    r"as appropriate|where appropriate|in this (?:regard|respect|context)|to this end|for this purpose)\s*,\s*)?"
)
_WORDS_OF_ASKING = "|".join(
    sorted((v for v in verbs.ENGLISH_ASKING_ALL if not v.startswith(("appeal", "call", "demand", "recommend", "require",
            "commission", "petition", "press", "order", "command", "challenge", "tell", "delegate"))), key=len, reverse=True)
)  # fmt: skip
_ENGLISH = (
    re.compile(
        rf"\b(?:call(?:s|ing|ed)?{_ADVERB}\s+(?:up)?on|appeal(?:s|ing|ed)?{_ADVERB}\s+to)\b\s*{_SKIPPED}",
        re.I,
    ),
    re.compile(
        rf"\b(?:demand|recommend|require|insist)(?:s|ing|ed)?{_ADVERB}(?:\s+(?:of|from|to|on))?\b\s*{_SKIPPED}",
        re.I,
    ),
    re.compile(rf"\b(?:{_WORDS_OF_ASKING}){_ADVERB}\b\s*{_SKIPPED}", re.I),
)
_NOT_NAMED = re.compile(
    r"^(?:for|to|that (?:it|this|there|these|those)\b|how|why|whether|it\b|this\b|his|her|an?\b|and\b|of\b|in\b|by\b|on\b|"
    r"more|better|full|greater|increased|stronger|immediate|urgent|no\b|further)",
    re.I,
)


def addressees(text: str, language: str, body: str = "") -> tuple[str, ...]:
    """Name those whom a clause calls on to act, in its own words; SELF is the body that adopts it."""
    found: list[str] = []
    for phrase in _phrases(text, language):
        for name in _names(phrase):
            if name and name.lower() not in (other.lower() for other in found):
                found.append(name)
    return tuple(found)


def _phrases(text: str, language: str) -> Iterator[str]:
    for pattern in _ENGLISH:
        for verb in pattern.finditer(text):
            if verb.start() and not re.search(
                r"(?:^|[,;]|\band|\balso|\bhereby|\bfurther|\b[a-z]+ly)\s*$", text[: verb.start()]
            ):
                continue
            rest = text[verb.end() :]
            that = re.match(r"that\s+", rest)
            end = (_THAT if that else _TO).search(rest)
            named = rest[that.end() if that else 0 : end.start() if end else len(rest)]
            if named and not _NOT_NAMED.match(named):
                yield named if end else _leading_name(named)


def _leading_name(named: str) -> str:
    found = re.match(r"(?:the\s+)?[A-Z][\w'’-]*(?:\s+(?:of|and|for|the|[A-Z][\w'’-]*))*", named)
    return re.sub(r"\s+(?:of|and|for|the)$", "", found.group()) if found else ""


def _names(phrase: str) -> list[str]:
    parts = re.split(r",\s*(?:and\s+)?|\s+and\s+(?=(?:all|the|its|other|every|each|any)\b)", phrase)
    return [_named(part) for part in parts]


def _named(part: str) -> str:
    part = part.strip(" ,;:")
    return re.sub(r"^(?:the|its|le|la|les|el|los|las)\s+(?=[A-ZÀ-Þ])", "", part)
