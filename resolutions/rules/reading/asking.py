"""How English, French and Spanish ask somebody to act: the verbs, and where the name of the one asked ends."""

import re
from typing import NamedTuple

from resolutions.rules.reading import verbs


class Asking(NamedTuple):
    """A way to ask: `verb` before the name, `end` after it; with `name_only` the name may end the sentence."""

    verb: re.Pattern[str]
    end: re.Pattern[str]
    name_only: bool = True


_BASE_VERBS = (
    "be|have|do|take|make|end|stop|cease|release|respect|ensure|provide|refrain|withdraw|comply|act|"
    "give|set|put|bring|work|"
    "support|protect|adopt|ratify|implement|establish|review|report|submit|continue|develop|promote|"
    "recogni[sz]e|negotiate|"
    "engage|join|pay|drop|lift|halt|reinstate|abide|fulfil|fulfill|honou?r|guarantee|uphold|resume|"
    "restore|desist|"
    "co-?operate|investigate|prosecute|repeal|amend|introduce|increase|reduce|fund|invest|publish|"
    "send|write|urge|call|demand|"
    "request|ask|contact|raise|lobby|campaign|organi[sz]e|prepare|produce|consider|seek|use|"
    "undertake|encourage|endorse|oppose|"
    "reject|condemn|pass|allow|permit|accept|agree|hold|free|commit|create|convene|conduct|inform|"
    "advocate|affirm|reaffirm|"
    "assist|carry|circulate|defend|direct|distribute|educate|enact|explore|forward|go|help|host|"
    "initiate|instruct|launch|lead|"
    "maintain|monitor|move|participate|pledge|pursue|recommend|remain|require|stand|strengthen|study|"
    "transmit|update|vote"
)
_ADVERB = r"(?:\s+(?:also|further|again|once again|once more|[a-z]+ly))*"
_ASIDE = (
    r"(?:\s*,?\s*(?:in particular|especially|once again|again|as a matter of urgency|accordingly|"
    r"therefore|inter alia|"
    r"(?:where|as) appropriate|in this (?:regard|respect|context|connection)|to this end|"
    r"for this purpose)\s*,)?\s+"
)
_NOT_INFINITIVE = (
    r"(?!\s+(?:the|an?|all|its|their|this|that|these|those|any|each|every|such|which|whom|our|date)\b)"
)
_TO = re.compile(
    rf"\s*,?\s*\b(?:not\s+)?to{_NOT_INFINITIVE}(?=\s+[a-z]|\s*[:—–,])|\s*[:—–](?=\s|$)|\s+that\b(?=\s+\w)"
)
_THAT = re.compile(
    rf"\s(?:should|shall|must|will|may|not|immediately|urgently|also|now|continue|undertake|"
    rf"{_BASE_VERBS})(?=[\s,])|"
    r"\s(?:is|are|has|have|can)\b|\s*[:—–]"
)
_ASKED_PAST_WORDS = """
requested instructed invited urged asked directed mandated authorized authorised encouraged
"""
_ASKED_PAST = frozenset(_ASKED_PAST_WORDS.split())
_NOT_DIRECT_WORDS = """
appeal call demand recommend requir commission petition press order command challeng tell delegate
empower solicit
"""
_NOT_DIRECT = tuple(_NOT_DIRECT_WORDS.split())
_DIRECT = "|".join(
    sorted(form for form in verbs.ENGLISH_ASKING_ALL | _ASKED_PAST if not form.startswith(_NOT_DIRECT))
)
_PERSONS_TOO = (
    r"(?:instruct|mandat|direct|authori[sz]|empower|task|commission|petition|press|challeng|order|command|requir)"
    r"(?:es|s|e|ing|ed)?"
)
_INFINITIVE_FR = (
    r"(?:ne pas |ne plus |se |s['’]|y |en |leur |lui |tout |également |immédiatement |bien |[\w]+ment )*"
    r"(?!(?:guerre|titre|ordre|centre|autre|notre|votre|ministre|membre|genre|cadre|nombre|lettre|"
    r"terre|mer|hiver|"
    r"octobre|novembre|décembre|septembre|premier|dernier|particulier|affaires?|justice|entre|"
    r"loire)\b)[\w-]+(?:er|ir|re|oir)\b"
)
_FR_END = re.compile(
    rf"\s*,?\s*(?:\b(?:de|à)\s+|\bd['’])(?={_INFINITIVE_FR})|\s*[:—–](?=\s|$)|"
    rf"\s*,?\s*\b(?:à ce )?(?:que\s|qu['’])|\s*,?\s*\b(?:de|à)\s*:"
)
_INFINITIVE_ES = (
    r"(?:no |que |se |su |[\w]+mente )*(?!(?:lugar|mujer|poder|mar|militar|popular|particular|familiar)\b)"
    r"[\w]+(?:ar|er|ir|ír)(?:se|l[aeo]s?)?\b"
)
_ES_END = re.compile(
    rf"\s*,?\s*\ba\s+(?={_INFINITIVE_ES})|\s*,?\s*\b(?:a|para|de)?\s*\bque\s|\s*,?\s*\ba\s*:|\s*[:—–](?=\s|$)|"
    rf"\s*,?\s*\bpara\s+(?={_INFINITIVE_ES})"
)
_ES_VERBS = "|".join(sorted(verbs.SPANISH_ASKING.split(), key=len, reverse=True))
_NOT_DIRECT_FR_WORDS = """
demand recommand exig réclam requ confie ordonne sollicit enjo donne
"""
_NOT_DIRECT_FR = tuple(_NOT_DIRECT_FR_WORDS.split())
_FR_DIRECT = "|".join(
    sorted(
        (form for form in verbs.FRENCH_ASKING.split() if not form.startswith(_NOT_DIRECT_FR)),
        key=len,
        reverse=True,
    )
)
_ES_TO = r"(?:\s+(?:también|además|asimismo|[\w]+mente)){0,2}"

WAYS: dict[str, tuple[Asking, ...]] = {
    "en": (
        Asking(
            re.compile(
                rf"\b(?:call(?:s|ing|ed)?{_ADVERB}\s+(?:up)?on|appeal(?:s|ing|ed)?{_ADVERB}\s+to){_ASIDE}",
                re.I,
            ),
            _TO,
        ),
        Asking(
            re.compile(
                rf"\b(?:demand|recommend|require|insist|request|propose)(?:s|ing|ed|d)?{_ADVERB}{_ASIDE}"
                rf"that\s+|\b(?:it is|be it)\s+(?:hereby\s+)?(?:recommended|requested)\s+that\s+",
                re.I,
            ),
            _THAT,
            name_only=False,
        ),
        Asking(
            re.compile(rf"\b(?:demand|recommend)(?:s|ing|ed)?{_ADVERB}\s+(?:of|from|to)\s+", re.I),
            _TO,
            name_only=False,
        ),
        Asking(re.compile(rf"\b(?:{_DIRECT}|{_PERSONS_TOO}){_ADVERB}{_ASIDE}", re.I), _TO),
    ),
    "fr": (
        Asking(
            re.compile(
                r"\b(?:demand\w+|recommand\w+|lance un appel|adresse un appel|fait appel|enjo\w+|"
                r"confie|ordonne|donne mandat|exig\w+|"
                r"en appelle)(?:\s+(?:également|aussi|instamment|en outre|solennel|pressant|urgent|"
                r"\w+ment))*\s+(?=à |au |aux |à l)",
                re.I,
            ),
            _FR_END,
        ),
        Asking(
            re.compile(r"\b(?:demand\w+|recommand\w+|exig\w+)\s+que\s+", re.I),
            re.compile(r"\s(?:\w+(?:e|ent|isse|issent)|soit|soient)\s"),
        ),
        Asking(
            re.compile(
                rf"\b(?:{_FR_DIRECT})(?:\s+(?:également|aussi|instamment|en outre|\w+ment))*\s+", re.I
            ),
            _FR_END,
        ),
    ),
    "es": (
        Asking(
            re.compile(
                rf"\b(?:{_ES_VERBS}|hace(?:r|mos)? un (?:\w+ )?llamamiento(?: \w+)?|hace(?:r|"
                rf"mos)? un (?:\w+ )?llamado(?: \w+)?){_ES_TO}"
                r"\s+(?=al? |a l)",
                re.I,
            ),
            _ES_END,
        ),
    ),
}
PASSIVE = re.compile(
    r"(?P<name>[^,;:.]{3,90}?)\s+(?:is|are|be|shall be|es|est|sont|soit)\s+(?:hereby\s+|also\s+|"
    r"further\s+|therefore\s+)*"
    r"(?:instructed|requested|urged|asked|mandated|directed|authori[sz]ed|invited|tasked|"
    r"called (?:up)?on|encouraged|empowered|"
    r"charged|required|prié|chargé|invité|mandaté|autorisé)e?s?\s+(?:to|de|à)\b",
    re.I,
)
RESOLVED = re.compile(
    rf"(?:.{{0,40}}?\bresolved\W+(?:further\W+)?(?:that\b)?\W*)(?P<name>(?:the |this |our |all |"
    rf"its )?[^,;:.]{{2,80}}?)\s+"
    rf"(?:(?:hereby|also|further|shall|will|should|must|may|strongly|continue|continues|"
    rf"[a-z]+ly)\s+)*(?:{_BASE_VERBS}|{'|'.join(sorted(verbs.ENGLISH_THIRD))})\b",
    re.I,
)
SHALL_ACT = re.compile(
    r"(?P<name>(?:The |All |Each |Every )?(?:[\w'’-]+ ){1,7}?)(?:shall|must|should|is to|are to) (?!be\b)[a-z]+"
)
NOT_NAMED = re.compile(
    r"(?:for|to|that|how|why|whether|it|this|his|her|an?|and|of|in|by|on|more|better|full|greater|"
    r"increased|stronger|immediate|"
    r"urgent|no|further|respect|strict|as|with|its (?:concern|solidarity|support)|there|"
    r"the (?:immediate|release|implementation|establishment|development|adoption|use|need|creation|"
    r"early|full|urgent|"
    r"continued|continuation|efforts?|work|application|right|strengthening|promotion|holding|"
    r"withdrawal|lifting|end))\b",
    re.I,
)
ASIDE_PART = re.compile(
    r"(?:as|in|with|within|on|at|by|where|when|if|through|especially|particularly|including|"
    r"inter alia|together|acting|"
    r"after|before|en|dans|avec|conformément|notamment|lors|sur|con|junto|dentro|ante|mediante|"
    r"especially|not least|which|who|qui|que)\b",
    re.I,
)
