"""Every route of the program, as the map of addresses has them: who may open it, and what it leaves behind."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from resolutions.records.account import OutboxMessage
from resolutions.records.base import session
from resolutions.rules.audience import may_see
from resolutions.rules.roles import STRANGER, Actor
from resolutions.web import access
from resolutions.web.headers import HEADERS
from tests import everything
from tests.congress import Congress
from tests.doors import TOKEN, Doors
from tests.everything import SECRET_DRAFT, SECRET_REPORT, Everything, tables

PAGES = ("", "/changes", "/trail", "/clauses/c3")
MEMBERS_PAGES = ("/draft", "/amendments", "/amend")
FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

KINDS_OF_PEOPLE = (
    "",
    "stranger",
    "delegate_nor",
    "delegate_tex",
    "delegate_pac",
    "officer_and",
    "secretary",
    "convenor",
    "chair",
    "teller",
    "general",
    "executive",
)
ENDS_THE_SESSION = ("account.sign_out", "demo.switch")
OUTSIDERS = ("", "stranger", "delegate_pac")


BUSY = ("delegate_nor", "secretary", "chair")
everybody = pytest.mark.parametrize(
    ("installation", "name"),
    [("sqlite", name) for name in KINDS_OF_PEOPLE] + [("postgresql", name) for name in BUSY],
    indirect=["installation"],
)
"""Who may do what is the same on both databases; what each of them answers is seen with the busiest people."""


@pytest.fixture
def filled(congress: Congress, app: Flask) -> Iterator[Everything]:
    """The congress with rows of every kind; what breaks inside becomes an answer, as it does when it serves."""
    app.config["PROPAGATE_EXCEPTIONS"] = False
    yield everything.build(congress)
    app.config["PROPAGATE_EXCEPTIONS"] = None


def acting(congress: Congress, name: str) -> Actor:
    """Somebody as the rules see them; "" is nobody."""
    return congress.actor(name) if name else STRANGER


def expected(app: Flask, endpoint: str, actor: Actor, method: str) -> set[int]:
    """The statuses with which the door of an endpoint answers somebody."""
    declared = access.declared(app, endpoint)
    assert declared is not None, endpoint
    if declared[1](actor):
        return {200, 302, 304, 403, 404, 409, 422, 429}
    return {302} if method == "GET" and not actor.signed_in else {403}


def token_of(client: FlaskClient) -> str:
    """The token of this client's forms."""
    found = TOKEN.search(client.get("/sign-in").text)
    assert found is not None
    return found.group(1)


def test_every_route_says_who_may_open_it(app: Flask) -> None:
    endpoints = sorted({rule.endpoint for rule in app.url_map.iter_rules()})
    assert [endpoint for endpoint in endpoints if access.declared(app, endpoint) is None] == []


def test_every_kind_of_row_is_there_to_be_asked_for(filled: Everything) -> None:
    empty = [name for name, rows in tables().items() if not rows]
    assert empty == []


def faults(answer: TestResponse, endpoint: str, signed_in: bool) -> list[str]:
    """The headers of an answer that are not as they must be."""
    wanted = dict(HEADERS)
    if endpoint == "files.evidence" and answer.status_code == 200:
        wanted["Content-Security-Policy"] = FILE_POLICY
    if endpoint != "static" and signed_in:
        wanted["Cache-Control"] = "no-store"
    return [name for name, value in wanted.items() if answer.headers.get(name) != value]


@everybody
def test_a_page_opens_for_those_it_is_for_and_reading_changes_nothing(
    app: Flask, doors: Doors, filled: Everything, name: str
) -> None:
    actor, client, before = acting(doors.congress, name), doors.of(name).client, tables()
    wrong: dict[str, object] = {}
    for endpoint, path in everything.addresses(app, "GET"):
        answer = client.get(path)
        if answer.status_code not in expected(app, endpoint, actor, "GET"):
            wrong[path] = answer.status_code
        elif unsafe := faults(answer, endpoint, actor.signed_in):
            wrong[path] = unsafe
        elif name in OUTSIDERS and (SECRET_DRAFT in answer.text or SECRET_REPORT in answer.text):
            wrong[path] = "tells what is not for them"
    assert wrong == {}
    assert tables() == before


@everybody
def test_no_form_breaks_and_none_works_for_those_it_is_not_for(
    app: Flask, doors: Doors, filled: Everything, name: str
) -> None:
    actor, client = acting(doors.congress, name), doors.of(name).client
    token, before, wrong = token_of(client), tables(), {}
    sent = {"csrf_token": token, "choice": "for", "reason": "Because.", "ruling": "Because.", "version": "1"}
    forms = [
        (path, expected(app, endpoint, actor, "POST"))
        for endpoint, path in everything.addresses(app, "POST")
        if endpoint not in ENDS_THE_SESSION
    ]
    shut = [path for path, statuses in forms if statuses == {403}]
    for path in shut[::2]:
        status = client.post(path, data=sent).status_code
        if status != 403:
            wrong[path] = status
    assert wrong == {}
    assert tables() == before
    for path, statuses in forms:
        if path not in shut:
            status = client.post(path, data=sent).status_code
            if status not in statuses:
                wrong[path] = status
    assert wrong == {}


@pytest.mark.parametrize("name", ["", "stranger"])
def test_somebody_from_outside_changes_nothing_with_any_form(
    app: Flask, doors: Doors, filled: Everything, name: str
) -> None:
    client = doors.of(name).client
    token, before = token_of(client), tables()
    for endpoint, path in everything.addresses(app, "POST"):
        if not endpoint.startswith(("account.", "demo.")):
            client.post(path, data={"csrf_token": token, "reason": "Because.", "version": "1"})
    assert tables() == before


def test_no_form_is_taken_without_its_token(app: Flask, doors: Doors, filled: Everything) -> None:
    client, before, wrong = doors.of("secretary").client, tables(), {}
    for _, path in everything.addresses(app, "POST"):
        status = client.post(path, data={"choice": "for"}).status_code
        if status != 400:
            wrong[path] = status
    assert wrong == {}
    assert tables() == before


def test_what_somebody_may_not_see_is_not_there(doors: Doors, filled: Everything) -> None:
    wrong = {}
    for name in KINDS_OF_PEOPLE:
        actor, client = acting(doors.congress, name), doors.of(name).client
        hidden = [text.id for text in filled.texts.values() if not may_see(actor, text)]
        pages = ("", "/changes", "/trail", "/clauses/c3") + (
            ("/draft", "/amendments", "/amend") if actor.member else ()
        )
        paths = [f"/resolutions/{key}{page}" for key in hidden for page in pages]
        if actor.member:
            paths += [
                f"/amendments/{each.id}" for each in filled.amendments.values() if not may_see(actor, each)
            ]
        for path in paths:
            if (status := client.get(path).status_code) != 404:
                wrong[name, path] = status
    assert wrong == {}


@pytest.mark.parametrize("name", OUTSIDERS)
def test_a_search_finds_no_word_of_a_draft_for_others(doors: Doors, filled: Everything, name: str) -> None:
    for words in ("halls", "serves", "lasting"):
        assert SECRET_DRAFT not in doors.of(name).get(f"/resolutions/?q={words}")


def test_the_canary_words_are_there_for_those_they_are_for(doors: Doors, filled: Everything) -> None:
    draft = filled.texts["draft"]
    assert SECRET_DRAFT in doors.of("delegate_nor").get(f"/resolutions/{draft.id}")
    pages = [
        path for endpoint, path in everything.addresses(doors.app, "GET") if endpoint == "actions.verify"
    ]
    secretary = doors.of("secretary").client
    assert [path for path in pages if SECRET_REPORT in secretary.get(path).text] != []


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/nothing/here", 404),
        ("GET", "/static/nothing.css", 404),
        ("GET", "/static/style.css", 200),
        ("DELETE", "/record/", 405),
        ("GET", "/chair/", 302),
        ("POST", "/sign-out", 400),
        ("GET", "/record/../../config.py", 404),
    ],
)
def test_every_kind_of_answer_is_protected(app: Flask, method: str, path: str, status: int) -> None:
    answer = app.test_client().open(path, method=method)
    endpoint = "static" if path.startswith("/static/") else ""
    assert (answer.status_code, faults(answer, endpoint, signed_in=False)) == (status, [])
    assert "Strict-Transport-Security" not in answer.headers


def test_over_https_the_browser_is_told_to_stay_there(app: Flask) -> None:
    answer = app.test_client().get("/", base_url="https://localhost")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_a_forged_host_stands_in_no_mail_and_no_link(doors: Doors) -> None:
    client = doors.of("").client
    token = token_of(client)
    sent = {"csrf_token": token, "email": doors.congress.email("chair")}
    page = client.post("/sign-in/link", data=sent, headers={"X-Forwarded-Host": "evil.example"}).text
    letter = session().scalars(select(OutboxMessage)).one()
    assert ("evil.example" in page + letter.text, "http://localhost/sign-in/" in letter.text) == (False, True)
