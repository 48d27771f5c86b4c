"""The grain of a text: words, marks of punctuation and the space in front of each, in any script."""

import re
import unicodedata

# Marks that stand between words. Whatever is not listed belongs to a word, so that combining
# marks, joiners and letters of scripts we never thought of stay with their neighbours.
_PUNCTUATION = (
    "\\u0021-\\u002f\\u003a-\\u0040\\u005b-\\u005e\\u0060\\u007b-\\u007e"  # ASCII, without the underscore
    "\\u00a1-\\u00a9\\u00ab-\\u00b1\\u00b4\\u00b6-\\u00b8\\u00bb\\u00bf\\u00d7\\u00f7"  # Latin-1
    "\\u037e\\u0387\\u055a-\\u055f\\u0589\\u058a\\u05be\\u05c0\\u05c3\\u05c6\\u05f3\\u05f4"  # Greek, Armenian, Hebrew
    "\\u0609-\\u060d\\u061b\\u061d-\\u061f\\u066a-\\u066d\\u06d4\\u0700-\\u070d"  # Arabic, Syriac
    "\\u0964\\u0965\\u0970\\u0e4f\\u0e5a\\u0e5b\\u104a-\\u104f\\u1361-\\u1368\\u17d4-\\u17da"  # Indic to Khmer
    "\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20c0\\u2190-\\u23ff\\u2500-\\u25ff"  # general, money, arrows, boxes
    "\\u3001-\\u3003\\u3008-\\u3020\\u3030\\u303d\\u30fb\\ufe10-\\ufe19\\ufe30-\\ufe6b"  # CJK
    "\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\ue000-\\uf8ff"  # full width, private use
)
# Scripts written without spaces: one grapheme is one word.
_UNSPACED = (
    "\\u0e00-\\u0e2f\\u0e30\\u0e32\\u0e33\\u0e40-\\u0e46\\u0e80-\\u0eb0\\u0eb2\\u0eb3\\u0ebd-\\u0ec6"
    "\\u1000-\\u102a\\u103f\\u1780-\\u17b3\\u2e80-\\u2fdf\\u3005-\\u3007\\u3031-\\u303c\\u3041-\\u3096"
    "\\u309d-\\u30fa\\u30fc-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff"
    "\\U00020000-\\U0003ffff"
)
_MARKS = (
    "\\u0300-\\u036f\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e\\u0eb1\\u0eb4-\\u0ebc\\u0ec8-\\u0ecd"
    "\\u102b-\\u103e\\u1056-\\u1059\\u17b4-\\u17d3\\u3099\\u309a\\u200d\\ufe00-\\ufe0f\\U000e0100-\\U000e01ef"
)
# A number keeps its inner separators: "30.5" or "2021-09-14" is one word, never three.
_WORD = f"[^\\s{_PUNCTUATION}{_UNSPACED}]+(?:(?<=\\d)[.,:/-](?=\\d)[^\\s{_PUNCTUATION}{_UNSPACED}]+)*"
_UNIT = re.compile(f"(\\s*)([{_UNSPACED}][{_MARKS}]*|{_WORD}|[^\\s][{_MARKS}]*|\\Z)")

Unit = tuple[str, str]
"""The blank space in front of a word or mark, and the word or mark itself."""


def units(text: str) -> list[Unit]:
    """Split a text into words and marks; the last one is empty and holds the space behind them all."""
    found: list[Unit] = _UNIT.findall(text)
    if len(found) > 1 and not found[-2][1]:
        found.pop()  # after space at the very end the pattern finds the end twice
    return found


def splits_grapheme(text: str, at: int) -> bool:
    """Tell whether a cut at this place would tear a letter from its marks."""
    if not 0 < at < len(text):
        return False
    after = text[at]
    return after == "\u200d" or text[at - 1] == "\u200d" or unicodedata.category(after).startswith("M")


def is_word(core: str) -> bool:
    """Tell a word from a mark of punctuation."""
    return bool(core) and any(letter.isalnum() for letter in core)
