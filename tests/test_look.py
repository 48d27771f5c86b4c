"""What every page's look promises, read off the files themselves."""

import gzip
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHEETS = sorted((ROOT / "static").glob("*.css"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
PHYSICAL = re.compile(
    r"(?<![-\w])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top|bottom"
    r"|(?:min-|max-)?(?:width|height)|text-align:\s*(?:left|right)|float)\s*:"
)
CONDITION = re.compile(r"\((?:min|max)-width:[^)]*\)")
COLOUR = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{3,6})")


def themes() -> list[dict[str, str]]:
    """The colours by day, and the colours by night."""
    css = (ROOT / "static" / "style.css").read_text()
    day, night = re.findall(r":root \{(.*?)\}", css, re.S)[:2]
    return [dict(COLOUR.findall(day)), dict(COLOUR.findall(night))]


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG 2 defines it."""
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    shares = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_style_sheets_name_no_side_of_the_page() -> None:
    named = {
        sheet.name: found
        for sheet in SHEETS
        if (found := PHYSICAL.findall(CONDITION.sub("", sheet.read_text())))
    }
    assert named == {}


def test_the_style_sheets_fetch_nothing_and_force_nothing() -> None:
    css = "".join(sheet.read_text() for sheet in SHEETS)
    assert [word for word in ("url(", "@import", "@font-face", "!important") if word in css] == []


def test_the_style_sheet_travels_in_eight_kilobytes() -> None:
    assert len(gzip.compress((ROOT / "static" / "style.css").read_bytes())) < 8192


def test_words_stand_out_by_day_and_by_night() -> None:
    pairs = [
        (ink, ground)
        for ink in ("ink", "quiet", "accent", "good", "warn", "bad")
        for ground in ("paper", "sheet", "tint")
    ]
    pairs += [(tone, f"{tone}-tint") for tone in ("accent", "good", "warn", "bad")] + [
        ("accent-ink", "accent")
    ]
    weak = [
        (ink, ground)
        for theme in themes()
        for ink, ground in pairs
        if contrast(theme[ink], theme[ground]) < 4.5
    ]
    assert weak == []


def test_the_edge_of_what_can_be_filled_in_stands_out() -> None:
    weak = [t for theme in themes() for t in ("paper", "sheet") if contrast(theme["edge"], theme[t]) < 3]
    assert weak == []


def test_no_page_carries_style_or_script_of_its_own() -> None:
    inline = re.compile(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)")
    assert [str(page.relative_to(ROOT)) for page in TEMPLATES if inline.search(page.read_text())] == []
