"""The pages in another language than English: chosen once, said everywhere, kept for the mails."""

import html
import re
from functools import cache

import pytest
from flask import Flask

from resolutions.records.account import OutboxMessage
from resolutions.records.base import session
from tests import everything
from tests.catalogues import CATALOGUES, PLACEHOLDER, language, pairs, read
from tests.congress import Congress
from tests.doors import Browser, Doors
from tests.everything import Everything

SHORTEST = 13
NOBODY = 987654
"""The key in an address that nothing has."""
DATA = {"General secretary", "Member of the Executive", "Officer of an affiliate", "the Executive"}
"""Words that are also the names of people or things on record in the tests."""

PAGES = (
    ("", "/"),
    ("", "/resolutions/"),
    ("", "/record/"),
    ("", "/sign-in"),
    ("delegate_nor", "/"),
    ("delegate_nor", "/resolutions/"),
    ("delegate_nor", "/ballots/"),
    ("delegate_nor", "/account"),
    ("officer_and", "/our-actions/"),
    ("secretary", "/assembly/"),
    ("convenor", "/committee"),
    ("chair", "/chair/"),
)
READERS = ("delegate_nor", "secretary")
"""Between them they see every page that has words of its own."""


@cache
def foreign() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """English words that no French page may show: each sentence, or the longest piece between placeholders."""
    french = next(path for path in CATALOGUES if language(path) == "fr")
    found: dict[str, re.Pattern[str]] = {}
    for english, words in pairs(read(french)):
        piece = max((part.strip() for part in PLACEHOLDER.split(english)), key=len)
        if len(piece) < SHORTEST or piece in words or piece in DATA:
            continue
        # A piece may be a part of somebody's own words: it counts as ours when no letter touches it.
        found[piece] = re.compile(rf"(?<!\w){re.escape(' '.join(piece.split()))}(?!\w)")
    return tuple(found.items())


def visible(page: str) -> str:
    """What a reader sees: no tags, no scripts, no words that are marked as another language."""
    plain = re.sub(r"<(script|style|template)\b.*?</\1>", " ", page, flags=re.DOTALL)
    plain = re.sub(r'<(\w+)[^>]*\blang="en"[^>]*>.*?</\1>', " ", plain, flags=re.DOTALL)
    plain = re.sub(r"<bdi[^>]*>.*?</bdi>", " ", plain, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", plain)).split())


def english_on(page: str) -> list[str]:
    """The English sentences of the program on a page."""
    words = visible(page)
    return [piece for piece, pattern in foreign() if piece in words and pattern.search(words)]


def french(browser: Browser) -> Browser:
    """The same browser after its person chose French."""
    answer = browser.post("/language", {"language": "fr", "next": "/"})
    assert answer.location.endswith("/")
    return browser


@pytest.fixture
def filled(congress: Congress) -> Everything:
    """The congress with rows of every kind."""
    return everything.build(congress)


def test_the_pages_speak_french_after_it_was_chosen(doors: Doors, filled: Everything) -> None:
    for name in {name for name, _path in PAGES}:
        french(doors.of(name))
    for name, path in PAGES:
        page = doors.of(name).get(path)
        assert re.search(r'<html[^>]*\blang="fr"', page), path
        assert english_on(page) == [], f"{path} as {name or 'a visitor'}"


@pytest.mark.parametrize("installation", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", READERS)
def test_no_page_at_all_shows_english(doors: Doors, app: Flask, filled: Everything, name: str) -> None:
    client = french(doors.of(name)).client
    left = {}
    for endpoint, path in everything.addresses(app, "GET"):
        if str(NOBODY) in path:
            continue
        answer = client.get(path)
        if answer.mimetype == "text/html" and endpoint != "static" and (found := english_on(answer.text)):
            left[path] = found
    assert left == {}


def test_a_text_is_read_in_french_around_its_own_words(doors: Doors, filled: Everything) -> None:
    browser = french(doors.of("delegate_nor"))
    page = browser.get(f"/resolutions/{filled.texts['admitted'].id}")
    assert "À propos de ce texte" in page
    assert "Freedom for trade unionists" in page
    assert english_on(page) == []


def test_the_language_stays_for_the_mails(doors: Doors, congress: Congress) -> None:
    person = congress.people["delegate_nor"]
    assert person.language == "en"
    french(doors.of("delegate_nor"))
    session().refresh(person)
    assert person.language == "fr"
    doors.of("").post("/sign-in/link", {"email": person.email}, page="/sign-in", status=200)
    mail = session().query(OutboxMessage).one()
    assert mail.subject == "Votre lien de connexion"
    assert "\u00a0:" in mail.text


def test_a_language_that_is_not_offered_changes_nothing(doors: Doors, congress: Congress) -> None:
    doors.of("delegate_nor").post("/language", {"language": "tlh", "next": "/"})
    session().refresh(congress.people["delegate_nor"])
    assert congress.people["delegate_nor"].language == "en"
    assert 'lang="en"' in doors.of("delegate_nor").get("/")


def test_back_to_english(doors: Doors, congress: Congress) -> None:
    browser = french(doors.of("delegate_nor"))
    browser.post("/language", {"language": "en", "next": "/resolutions/"})
    assert 'lang="en"' in browser.get("/resolutions/")
