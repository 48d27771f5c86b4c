"""The marks that number a list: 1., (a), (ii), Punto 3, bullets, and what scanning makes of them."""

import re
from typing import NamedTuple

_BULLETS = "•‣▪▫●○◦·∙■□◆◇►▶➢➤✓✔❖*\u2013\u2014\u2012\u2015\u2212-\ue000-\uf8ff\uf0b7\uf0a7"
_WORDS = (
    "punto|point|article|art[íi]culo|art\\.?|paragraph|para\\.?|section|clause|point n[o°º]\\.?|"
    "ponto|punkt|пункт|статья"
)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "primero": 1, "segundo": 2, "tercero": 3, "cuarto": 4, "quinto": 5, "sexto": 6, "séptimo": 7, "octavo": 8,
    "noveno": 9, "décimo": 10, "premièrement": 1, "deuxièmement": 2, "troisièmement": 3, "quatrièmement": 4,
}  # fmt: skip
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_END = r"(?:\s+|(?=[^\W\d_])|$)"
_PATTERNS = (
    ("word", re.compile(rf"(?:{_WORDS})\s*(\d{{1,3}})\s*(?:[.:)º°\-–—]+{_END}|$)", re.I)),
    ("ordinal", re.compile(rf"({'|'.join(_ORDINALS)})\s*(?:[.:)]\s*[-–—]?|[-–—])\s*", re.I)),
    ("number.number", re.compile(r"\d{1,2}(?:\.\d{1,2})*\.(\d{1,2})\.?\s+(?=[^\W\d_])")),
    ("number.", re.compile(r"(\d{1,3})\s?(?:\.\s?[-–—º°]|[.º°])(?!\d)" + _END)),
    ("number)", re.compile(r"(\d{1,3})\s?\)" + _END)),
    ("(number)", re.compile(r"[(\[](\d{1,3})[)\]]" + _END)),
    ("(letter)", re.compile(r"\(([a-z]{1,4})\)" + _END)),
    ("letter)", re.compile(r"([a-z]{1,4})\s?\)" + _END)),
    ("(LETTER)", re.compile(r"\(([A-Z]{1,4})\)" + _END)),
    ("LETTER.", re.compile(r"([A-Z]{1,5})[.)]\s+")),
    ("letter.", re.compile(r"([a-z]{1,4})\.\s+")),
    ("number", re.compile(r"(\d{1,2})\s+(?=[A-ZÀ-Þ][^\W\d_]+\s)")),
)
_BULLET = re.compile(rf"([{_BULLETS}])\s*(?=\S)|([{_BULLETS}])$|(o)\s{{2,}}(?=\S)")


class Marker(NamedTuple):
    """A mark in front of an item: as printed, its style, and its value where it counts."""

    printed: str
    style: str
    value: int
    roman: int = 0


def marker(text: str) -> tuple[Marker | None, str]:
    """Take the mark off a paragraph; a text that merely starts with a number has none."""
    bullet = _BULLET.match(text)
    if bullet:
        rest = text[bullet.end() :].strip()
        inner, inner_rest = marker(rest) if rest and not _BULLET.match(rest) else (None, rest)
        return (inner, inner_rest) if inner else (Marker(bullet.group().strip(), "bullet", 0), rest)
    for style, pattern in _PATTERNS:
        found = pattern.match(text)
        if found:
            mark = _valued(found.group().strip(), style, found.group(1))
            if mark is not None:
                return mark, text[found.end() :].strip()
    return None, text


def _valued(printed: str, style: str, value: str) -> Marker | None:
    if style == "ordinal":
        return Marker(printed, style, _ORDINALS[value.lower()])
    if value.isdigit():
        return Marker(printed, style, int(value))
    roman = _roman(value.lower())
    letters = value.lower()
    single = len(letters) == 1 or (len(set(letters)) == 1 and len(letters) == 2)
    if not roman and not single:
        return None
    letter = ord(letters[0]) - 96 + 26 * (len(letters) - 1) if single else 0
    return Marker(printed, style, letter, roman)


def _roman(letters: str) -> int:
    if not letters or set(letters) - set(_ROMAN_DIGITS):
        return 0
    values = [_ROMAN_DIGITS[letter] for letter in letters]
    total = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return total if 0 < total < 100 else 0
