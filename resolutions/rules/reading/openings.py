"""What the first words of a paragraph say about it: a reason, a decision, or the line that enacts what follows."""

import re
from enum import StrEnum

from resolutions.rules.reading import verbs


class Opening(StrEnum):
    """What a paragraph opens as; the strict ones say so in set words that cannot be mistaken."""

    REASON = "reason"
    STRICT_REASON = "strict reason"
    DECISION = "decision"
    STRICT_DECISION = "strict decision"
    SENTENCE = "sentence"
    NONE = "none"


_STRICT_REASON = re.compile(
    r"(?:and\s+)?(?:WHEREAS\b|Whereas\b|CONSID[ÉE]RANTS?\b|CONSIDERANDOS?\b|VISTOS?\b|VU\b|ATTENDU\b|"
    r"ATENDIDO\b|RECALLING\b|"
    r"POR CUANTO\b|having regard to\b|TENIENDO EN CUENTA\b|CONSIDERING\b|NOTING\b)"
)
_STRICT_DECISION = re.compile(
    r"(?:(?:NOW,?\s*)?(?:AND\s*)?(?:,?\s*THEREFORE,?\s*)?(?:BE IT\s+)?(?:FURTHER\s+|FINALLY\s+)?RESOLVED\b"
    r"|(?:Now,?\s*)?(?:,?\s*[Tt]herefore,?\s*)?[Bb]e it (?:further |finally |also )?(?i:resolved)\b|"
    r"Resolved[,:]?\s+(?:further|that|by)\b"
    r"|(?:It is|It was) (?:hereby )?(?:further )?(?:resolved|recommended|decided|agreed|requested)\b"
    r"|IL EST R[ÉE]SOLU\b|Il est (?:résolu|proposé|recommandé|décidé)\b|QU['’]IL SOIT R[ÉE]SOLU\b|"
    r"Se (?:resuelve|acuerda)\b)"
)
_IN_NAMES_WORDS = """
of the de del la le des du and y et for los las se this
"""
_IN_NAMES = frozenset(_IN_NAMES_WORDS.split())
_FIRST_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BODY_NOUNS = (
    "assembly|council|committee|congress|conference|parliament|senate|house|board|body|executive|"
    "union|federation|"
    "convention|commission|movement|association|confederation|league|section|branch|meeting|synod|"
    "caucus|delegates|"
    "comité|conseil|congrès|conférence|assemblée|parlement|sénat|bureau|syndicat|fédération|"
    "confédération|commission|"
    "consejo|congreso|asamblea|pleno|conferencia|junta|ayuntamiento|senado|cámara|cortes|comisión|"
    "comisiones|comite|"
    "kongress|vorstand|versammlung|hauptversammlung|rat|ausschuss|gewerkschaftstag|bundestag|"
    "конгресс|совет|комитет|ассамблея|съезд|конференция|собрание|пленум|assembleia|congresso|"
    "consiglio|comitato|"
    "sindicato|federación|confederación|corporación|diputados|representantes|parlamento|grupo|groupe"
)
_BODY = re.compile(rf"\b(?:{_BODY_NOUNS})\b", re.I)
_ENACTING_FORMULA = re.compile(
    r"(?:that (?:the |this )?[\w .'’-]{3,60}[:—–-]+|(?:the |this |la |le |el |l['’])?[\w .'’-]{0,60}?\b"
    r"(?:hereby |therefore |further |also |solemnly )*"
    r"(?:resolves?(?: that| to)?|resuelve(?: que)?|acuerda(?:n)?|acuerdos?|d[ée]cide(?: que| de)?|"
    r"decides?(?: that| to)?|"
    r"(?:further )?notes?(?: that)?|believes?(?: that)?|declares?(?: that)?|declara(?: que)?|"
    r"d[ée]clare(?: que)?|arrête|decisions?|resolution|resoluci[óo]n|"
    r"(?:now,? )?(?:therefore,? )?be it (?:further )?resolved(?: that|"
    r" by [\w .,'’-]{3,90})?)\s*(?:,? that)?[:,—–.-]*)$",
    re.I,
)

_GATHERED = re.compile(
    r",?\s+(?:meeting|assembled|gathered|convened|convening|held|sitting|réunie?s?|"
    r"reunid[oa]s?)\s(?:at|in|on|for|from|à|au|le|en|du)\s[^:;]*?(?=[:—–]?$|,$)"
)
_BARE_RESOLVED = re.compile(
    r"(?:.{0,30}?\s)?resolved\W+(?:by\s[^:]{3,60}\s)?(?:that\s+)?(?:(?:the|this|our|"
    r"we)\s)?(?:(?!calls?\b|urges?\b|asks?\b)[\w.’'-]+\W+){0,7}$",
    re.I,
)
_NOTING = re.compile(
    r"\b(?:notes?|believes?|recogni[sz]es?|considers?|acknowledges?|recalls?|observes?|understands?|asserts?|"
    r"constate|considère|reconnaît|rappelle|note|constata|considera|reconoce|recuerda)(?: that| also|"
    r" que)?\s*[:—–-]+$",
    re.I,
)
_DECIDING_FORMULA = re.compile(
    r"\b(?:resol(?:ves?|ved)|resuelve|acuerda|acuerdan|acuerdos?|d[ée]cide|decides?|declares?|declara|"
    r"d[ée]clare|arrête)\b",
    re.I,
)


def language_order(language: str) -> tuple[str, ...]:
    """The word lists to look in: the text's own first; the others help with texts of mixed languages."""
    return (language,) if language in verbs.OPERATIVE else tuple(verbs.OPERATIVE)


def opening(text: str, language: str) -> Opening:
    """Judge a paragraph, without its list mark, by its first words."""
    if _STRICT_REASON.match(text):
        return Opening.STRICT_REASON
    if _STRICT_DECISION.match(text):
        return Opening.STRICT_DECISION
    for name in language_order(language):
        judged = _by_first_words(text, name)
        if judged is not Opening.NONE:
            return judged
    return Opening.NONE


def _by_first_words(text: str, language: str) -> Opening:
    lower = text.lower().replace("’", "'")
    if lower.startswith(tuple(phrase + " " for phrase in verbs.REASON_PHRASES[language])):
        return Opening.REASON
    words = [word.lower().replace("’", "'") for word in _FIRST_WORDS.findall(text[:120])]
    while len(words) > 1 and words[0] in verbs.ADVERBS and words[0] not in verbs.REASONS[language]:
        words = words[1:]
    if not words:
        return Opening.NONE
    first = words[0]
    if first in ("se", "s'engage") and len(words) > 1:
        return Opening.REASON if words[1].endswith("ant") else Opening.DECISION
    if first in verbs.REASONS[language]:
        return Opening.REASON
    if first in verbs.OPERATIVE[language] or (language == "en" and first in verbs.ENGLISH_PAST):
        return Opening.DECISION
    if _is_participle(first, language):
        return Opening.REASON
    return Opening.NONE


def _is_participle(word: str, language: str) -> bool:
    if language == "en":
        return (
            len(word) > 5
            and word.endswith("ing")
            and word not in ("during", "nothing", "something", "everything")
        )
    if language == "fr":
        return (
            len(word) > 5 and word.endswith("ant") and word not in ("pendant", "avant", "durant", "cependant")
        )
    return len(word) > 5 and word.endswith(("ando", "iendo")) and word not in ("cuando",)


def spoken_by_body(text: str, language: str) -> int:
    """Where a sentence has the body itself as its subject ("Congress calls on"), the place of its verb; else -1."""
    head = text[:140]
    words = list(_FIRST_WORDS.finditer(head))[:12]
    for number, word in enumerate(words[1:], 1):
        if re.search(r"[.;:()]", head[: word.start()]) or (
            number > 1 and not _still_name(words[number - 1].group())
        ):
            return -1
        found = word.group().lower()
        if _finite(found, language, words[0].group().lower() == "we") and _names_body(head[: word.start()]):
            return word.start()
    return -1


def _finite(word: str, language: str, spoken_by_us: bool) -> bool:
    if language == "en":
        return (
            word in verbs.ENGLISH_THIRD
            or (spoken_by_us and word in verbs.ENGLISH_FINITE)
            or word in ("call", "condemn", "support", "urge", "express")
        )
    return word in verbs.OPERATIVE.get(language, frozenset())


def _still_name(word: str) -> bool:
    return word[0].isupper() or word.lower() in verbs.ADVERBS or word.lower() in _IN_NAMES


def _names_body(subject: str) -> bool:
    plain = [word for word in subject.lower().split() if word not in verbs.ADVERBS]
    return bool(_BODY.search(subject)) or " ".join(plain) in ("we", "nous", "nosotros", "this")


def enacting(text: str, language: str) -> bool:
    """Recognise the line that enacts the text: the body's name alone, or a bare "Resolves:"."""
    text = _GATHERED.sub("", text)
    words = text.split()
    if text.endswith((":", "—")) and _BARE_RESOLVED.match(text):
        return True
    if len(words) > 16 or text.endswith((".", ";")):
        return bool(len(words) <= 30 and text.endswith(":") and _STRICT_DECISION.match(text))
    if _ENACTING_FORMULA.match(text):
        return True
    if not _BODY.search(text) or opening(text, language) is not Opening.NONE:
        return False
    asking = {word for name in language_order(language) for word in verbs.ASKING[name]}
    return not any(word.lower().strip(",:") in asking for word in words)


def gathered(text: str) -> bool:
    """Tell whether the line says where and when the body met."""
    return bool(_GATHERED.search(text))


def notes(text: str) -> bool:
    """Tell a lead-in that only gives reasons ("Conference notes:") from one that decides."""
    return bool(_NOTING.search(text))


def bare_lead(text: str) -> bool:
    """Tell a line that already decides ("Resolves:") from one that only names the body."""
    return bool(_DECIDING_FORMULA.search(text)) or text.lower().startswith("that ")
