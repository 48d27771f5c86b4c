"""Every route of the program, as the map of addresses has them: who may open it, and what it leaves behind."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from resolutions.rules.audience import may_see
from resolutions.rules.roles import STRANGER, Actor
from resolutions.web import access
from tests import everything
from tests.congress import Congress
from tests.doors import TOKEN, Doors
from tests.everything import SECRET_DRAFT, SECRET_REPORT, Everything, tables

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
OUTSIDERS = ("", "stranger", "delegate_pac")


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
    assert empty == ["attempt", "hand_count", "outbox_message", "sign_in_link"]


@pytest.mark.parametrize("name", KINDS_OF_PEOPLE)
def test_a_page_opens_for_those_it_is_for_and_reading_changes_nothing(
    app: Flask, doors: Doors, filled: Everything, name: str
) -> None:
    actor, client, before = acting(doors.congress, name), doors.of(name).client, tables()
    wrong = {}
    for endpoint, path in everything.addresses(app, "GET"):
        status = client.get(path).status_code
        if status not in expected(app, endpoint, actor, "GET"):
            wrong[path] = status
    assert wrong == {}
    assert tables() == before


@pytest.mark.parametrize("name", KINDS_OF_PEOPLE)
def test_no_form_breaks_and_none_works_for_those_it_is_not_for(
    app: Flask, doors: Doors, filled: Everything, name: str
) -> None:
    actor, client = acting(doors.congress, name), doors.of(name).client
    token, before, wrong, shut = token_of(client), tables(), {}, []
    closing = {"account.sign_out", "demo.switch"}
    for endpoint, path in everything.addresses(app, "POST"):
        statuses = expected(app, endpoint, actor, "POST")
        if statuses == {403}:
            shut.append(path)
            status = client.post(path, data={"csrf_token": token}).status_code
            if status != 403:
                wrong[path] = status
    assert wrong == {}
    assert tables() == before
    for endpoint, path in everything.addresses(app, "POST"):
        if path not in shut and endpoint not in closing:
            status = client.post(path, data={"csrf_token": token}).status_code
            if status not in expected(app, endpoint, actor, "POST"):
                wrong[path] = status
    assert wrong == {}


@pytest.mark.parametrize("name", ["", "stranger"])
def test_somebody_from_outside_changes_nothing_with_any_form(
    app: Flask, doors: Doors, filled: Everything, name: str
) -> None:
    client = doors.of(name).client
    token, before = token_of(client), tables()
    sent = {"csrf_token": token, "choice": "for", "reason": "Because.", "ruling": "Because.", "version": "1"}
    for endpoint, path in everything.addresses(app, "POST"):
        if not endpoint.startswith(("account.", "demo.")):
            client.post(path, data=sent)
    assert tables() == before


def test_no_form_is_taken_without_its_token(app: Flask, doors: Doors, filled: Everything) -> None:
    before, wrong = tables(), {}
    for name in ("", "secretary", "chair", "delegate_nor"):
        client = doors.of(name).client
        for _, path in everything.addresses(app, "POST"):
            status = client.post(path, data={"choice": "for"}).status_code
            if status != 400:
                wrong[name, path] = status
    assert wrong == {}
    assert tables() == before


@pytest.mark.parametrize("name", KINDS_OF_PEOPLE)
def test_what_somebody_may_not_see_is_not_there(doors: Doors, filled: Everything, name: str) -> None:
    actor, client = acting(doors.congress, name), doors.of(name).client
    hidden = [text.id for text in filled.texts.values() if not may_see(actor, text)]
    changed = [each.id for each in filled.amendments.values() if not may_see(actor, each)]
    found = {}
    for key in hidden:
        for page in ("", "/changes", "/trail", "/clauses/c3"):
            found[f"/resolutions/{key}{page}"] = 404
    if actor.member:
        found |= {
            f"/resolutions/{key}{page}": 404 for key in hidden for page in ("/draft", "/amendments", "/amend")
        }
        found |= {f"/amendments/{key}": 404 for key in changed}
    assert {path: client.get(path).status_code for path in found} == found


@pytest.mark.parametrize("name", OUTSIDERS)
def test_a_draft_and_a_report_for_the_secretariat_leave_no_trace_for_others(
    app: Flask, doors: Doors, filled: Everything, name: str
) -> None:
    client, seen = doors.of(name).client, []
    paths = [path for _, path in everything.addresses(app, "GET")]
    paths += [f"{path}?q={words}" for path in paths if path.endswith("/") for words in ("halls", "serves")]
    for path in paths:
        page = client.get(path).text
        seen += [(path, word) for word in (SECRET_DRAFT, SECRET_REPORT) if word in page]
    assert seen == []


def test_the_canary_words_are_there_for_those_they_are_for(doors: Doors, filled: Everything) -> None:
    draft = filled.texts["draft"]
    assert SECRET_DRAFT in doors.of("delegate_nor").get(f"/resolutions/{draft.id}")
    pages = [
        path for endpoint, path in everything.addresses(doors.app, "GET") if endpoint == "actions.verify"
    ]
    secretary = doors.of("secretary").client
    assert [path for path in pages if SECRET_REPORT in secretary.get(path).text] != []
