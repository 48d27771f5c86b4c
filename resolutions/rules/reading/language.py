"""Which language a text is written in, from its commonest little words or its script."""

import re
from collections import Counter

_LITTLE_WORDS = {
    "en": "the of and to in that for on with by as its all is are be this which from has have their whereas",
    "fr": "le la les des et du de en que pour dans sur aux une un au par qui ce cette est sont leur ainsi",
    "es": "el la los las de del y en que para por con una un al se su sus como esta este es son lo más",
    "pt": "o a os as de do da e em que para por com uma um ao se dos das na no não pela pelo são",
    "it": "il la le gli di del della e in che per con una un al si dei delle nel alla sono non i",
    "de": "der die das und den von zu mit für auf im ist des ein eine dem nicht sich werden dass sowie",
}
_SCRIPTS = (
    ("ru", "\u0400", "\u04ff"),
    ("ar", "\u0600", "\u06ff"),
    ("ja", "\u3040", "\u30ff"),
    ("zh", "\u4e00", "\u9fff"),
)
_SPANISH_ONLY = re.compile(r"[ñ¿¡]|ción\b", re.I)


def language(text: str) -> str:
    """Name the language by its two letters; English where nothing speaks against it."""
    letters = [letter for letter in text if letter.isalpha()]
    for name, first, last in _SCRIPTS:
        if sum(first <= letter <= last for letter in letters) > 0.3 * len(letters) > 0:
            return name
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    scores = {name: sum(words[word] for word in little.split()) for name, little in _LITTLE_WORDS.items()}
    scores["es"] += len(_SPANISH_ONLY.findall(text))
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] else "en"
