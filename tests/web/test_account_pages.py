import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from resolutions.lifecycle import signing_in
from resolutions.records.account import Attempt, OutboxMessage, SignInLink
from resolutions.records.assembly import Person
from resolutions.records.audit import AuditEntry
from resolutions.records.base import session
from resolutions.rules.errors import Inadmissible
from resolutions.web.redirects import inside
from tests.congress import Congress
from tests.doors import Browser, Doors

PASSWORD = "heron paper anvil eleven"
HASHES = signing_in.hasher({"time_cost": 1, "memory_cost": 64, "parallelism": 1})


def a_browser(doors: Doors) -> Browser:
    """A browser in which nobody has signed in yet."""
    return Browser(doors.app.test_client())


def ask(browser: Browser, address: str, **more: str) -> str:
    """Ask for a link, and read the answer."""
    return browser.post("/sign-in/link", {"email": address, **more}, page="/sign-in", status=200).text


def mailed(doors: Doors, browser: Browser, name: str = "chair", **more: str) -> str:
    """Where the link leads that somebody was sent."""
    ask(browser, doors.congress.email(name), **more)
    letter = session().scalars(select(OutboxMessage.text).order_by(OutboxMessage.id.desc())).first()
    found = re.search(r"http://localhost(/sign-in/\S+)", letter or "")
    assert found is not None, letter
    return found.group(1)


def with_password(congress: Congress, name: str = "chair", words: str = PASSWORD) -> Person:
    """Somebody who has chosen a password."""
    return signing_in.set_password(congress.people[name], congress.actor(name), words, HASHES)


def by_password(browser: Browser, address: str, words: str, status: int = 302, **more: str) -> str:
    """Sign in with a password; gives where it leads, or the page that says why not."""
    answer = browser.post(
        "/sign-in", {"email": address, "password": words, **more}, page="/sign-in", status=status
    )
    return answer.headers["Location"] if status == 302 else answer.text


def rows(record: type) -> int:
    """How many of these are on record."""
    return session().scalar(select(func.count()).select_from(record)) or 0


def test_a_link_lets_its_person_in_once_and_leads_where_they_wanted(doors: Doors) -> None:
    browser = a_browser(doors)
    path = mailed(doors, browser, next="/ballots/")
    answer = browser.post(path, page=path)
    assert answer.headers["Location"] == "/ballots/"
    assert "chair@federation.example" in browser.get("/account")
    again = a_browser(doors)
    again.post(path, page="/sign-in", status=404)
    again.get("/account", status=302)


def test_a_scanner_of_mail_that_opens_the_link_five_times_uses_nothing_up(doors: Doors) -> None:
    browser = a_browser(doors)
    path = mailed(doors, browser)
    for _ in range(5):
        a_browser(doors).get(path)
    browser.post(path, page=path)
    browser.get("/account")


def test_a_link_is_dead_after_half_an_hour(doors: Doors) -> None:
    browser = a_browser(doors)
    path = mailed(doors, browser)
    link = session().scalars(select(SignInLink)).one()
    link.expires_at = datetime.now(UTC) - timedelta(seconds=1)
    session().commit()
    browser.get(path, status=404)
    browser.post(path, page="/sign-in", status=404)


def test_only_the_hash_of_a_token_is_kept(doors: Doors) -> None:
    token = mailed(doors, a_browser(doors)).rpartition("/")[2]
    kept = session().scalars(select(SignInLink)).one()
    assert (len(token) >= 43, token in kept.token_hash, len(kept.token_hash)) == (True, False, 64)
    trail = [str(entry.facts) for entry in session().scalars(select(AuditEntry))]
    assert [facts for facts in trail if token in facts or "@" in facts] == []


def test_an_unknown_and_a_closed_address_are_answered_as_a_known_one(doors: Doors) -> None:
    doors.congress.people["clerk"].active = False
    session().commit()
    addresses = ("chair@federation.example", "nobody@federation.example", "clerk@federation.example")
    pages = []
    for address in addresses:
        words = ask(a_browser(doors), address).replace(address, "ADDRESS")
        pages.append(re.sub(r'(name="csrf_token"[^>]*value=")[^"]+', r"\1", words))
    assert pages[1:] == pages[:1] * 2
    assert (rows(SignInLink), rows(OutboxMessage), rows(AuditEntry)) == (1, 1, 1)


def test_a_password_lets_in_and_one_refusal_covers_wrong_address_and_wrong_password(doors: Doors) -> None:
    person = with_password(doors.congress)
    browser = a_browser(doors)
    refusals = [
        by_password(browser, address, "not the password at all", 422).replace(address, "ADDRESS")
        for address in (person.email, "nobody@federation.example")
    ]
    assert "do not belong together" in refusals[0]
    assert by_password(browser, person.email.upper(), PASSWORD, next="/record/") == "/record/"
    browser.get("/account")


def test_a_hash_of_old_strength_is_renewed_at_the_next_sign_in(doors: Doors) -> None:
    person = doors.congress.people["chair"]
    old = signing_in.hasher({"time_cost": 2, "memory_cost": 128, "parallelism": 1})
    signing_in.set_password(person, doors.congress.actor("chair"), PASSWORD, old)
    before = person.password_hash
    by_password(a_browser(doors), person.email, PASSWORD)
    session().refresh(person)
    assert person.password_hash != before
    assert HASHES.check_needs_rehash(person.password_hash or "") is False


def test_ten_tries_close_one_account_for_a_while_and_no_other(doors: Doors) -> None:
    chair, clerk = with_password(doors.congress), with_password(doors.congress, "clerk")
    browser = a_browser(doors)
    for _ in range(10):
        by_password(browser, chair.email, "wrong and wrong again", 422)
    page = by_password(browser, chair.email, PASSWORD, 429)
    assert "Wait 15 minutes" in page
    by_password(browser, clerk.email, PASSWORD)
    for attempt in session().scalars(select(Attempt)):
        attempt.tried_at -= timedelta(minutes=16)
    session().commit()
    by_password(a_browser(doors), chair.email, PASSWORD)


def test_a_whole_hall_signs_in_from_one_address(doors: Doors) -> None:
    for person in list(doors.congress.people.values()):
        ask(a_browser(doors), person.email)
    assert rows(OutboxMessage) == len(doors.congress.people)


def test_links_are_sent_ten_times_a_quarter_of_an_hour_at_most(doors: Doors) -> None:
    browser = a_browser(doors)
    for _ in range(10):
        ask(browser, "chair@federation.example")
    answer = browser.post("/sign-in/link", {"email": "chair@federation.example"}, page="/sign-in", status=429)
    assert ("Wait 15 minutes" in answer.text, rows(OutboxMessage)) == (True, 10)


def test_a_new_password_ends_every_older_sign_in(doors: Doors) -> None:
    here, there = doors.of("chair"), a_browser(doors)
    path = mailed(doors, there)
    there.post(path, page=path)
    here.post("/account/password", {"password": PASSWORD, "again": PASSWORD}, page="/account")
    here.get("/account")
    there.get("/account", status=302)


def test_a_session_begins_anew_when_somebody_signs_in(doors: Doors) -> None:
    browser = a_browser(doors)
    path = mailed(doors, browser)
    with browser.client.session_transaction() as kept:
        kept["planted"] = "by somebody else"
        kept["language"] = "fr"
    browser.post(path, page=path)
    with browser.client.session_transaction() as kept:
        assert ("planted" in kept, kept["language"]) == (False, "fr")


def test_who_signs_out_is_out(doors: Doors) -> None:
    browser = doors.of("chair")
    browser.post("/sign-out", page="/account")
    browser.get("/account", status=302)


def test_a_closed_account_is_out_at_the_next_request(doors: Doors) -> None:
    browser = doors.of("clerk")
    browser.get("/account")
    doors.congress.people["clerk"].active = False
    session().commit()
    browser.get("/account", status=302)


def test_a_chosen_language_stays_with_the_person_and_comes_back_to_the_page(doors: Doors) -> None:
    browser = doors.of("chair")
    answer = browser.post("/language", {"language": "fr", "next": "/record/"}, page="/account")
    assert answer.headers["Location"] == "/record/"
    assert 'lang="fr"' in browser.get("/record/")
    session().refresh(doors.congress.people["chair"])
    assert doors.congress.people["chair"].language == "fr"
    browser.post("/language", {"language": "xx"}, page="/account")
    assert 'lang="fr"' in browser.get("/record/")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("short words", "password_is_short"),
        ("a" * 129, "password_is_endless"),
        ("password12345", "password_is_guessed"),
        ("aaaaaaaaaaaaaaa", "password_is_guessed"),
        ("CongressCongress", "password_is_guessed"),
        ("chairchairchair", "password_is_guessed"),
        (PASSWORD, None),
        ("x9" * 3 + "kdjfhg" + "é" * 52, None),
        ("قراراتنا تعيش في نضالنا اليومي", None),
    ],
)
def test_passwords_are_long_and_not_guessed(congress: Congress, words: str, code: str | None) -> None:
    refused = None
    try:
        signing_in.check_password(words, congress.people["chair"])
    except Inadmissible as error:
        refused = error.code
    assert refused == code


def test_a_password_is_typed_twice(doors: Doors) -> None:
    answer = doors.of("chair").post(
        "/account/password", {"password": PASSWORD, "again": "other"}, page="/account", status=422
    )
    assert "Type them once more" in answer.text
    assert doors.congress.people["chair"].password_hash is None


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "/\\evil.example",
        "https:evil.example",
        "https://evil.example/",
        "/%2fevil.example",
        "/%5cevil.example",
        "/%252fevil.example",
        "/%09/evil.example",
        "\t//evil.example",
        " //evil.example",
        "javascript:alert(1)",
        "/\n/evil.example",
        "",
    ],
)
def test_nothing_leads_out_of_this_site(target: str) -> None:
    assert inside(target) in ("/", "/%252fevil.example")


@pytest.mark.parametrize("target", ["/", "/ballots/3", "/resolutions/?q=a%20b&page=2", "/record/2026/x#c3"])
def test_a_path_of_this_site_is_kept(target: str) -> None:
    assert inside(target) == target
