"""Who sees what: the rule and the query agree on every row, and no page tells more than they do."""

from typing import Any

from flask import Flask
from sqlalchemy import select

from resolutions.records.amendment import Amendment
from resolutions.records.base import session
from resolutions.records.register.visibility import visible_amendments, visible_resolutions
from resolutions.records.resolution import Resolution
from resolutions.rules.audience import may_see
from resolutions.rules.roles import STRANGER
from tests import everything
from tests.congress import Congress
from tests.doors import Doors

AT_RISK = "Wolframite Diggers"
"""The name that an affiliate at risk is given in these tests; it is like no other word of the program."""


def _disagreements(record: Any, condition: Any, actor: Any, name: str) -> list[str]:
    found = set(session().scalars(select(record.id).where(condition)))
    rows = session().scalars(select(record))
    return [f"{name}: {row.kind} {row.state}" for row in rows if may_see(actor, row) != (row.id in found)]


def test_the_rule_and_the_query_agree_on_every_row_for_everybody(congress: Congress) -> None:
    everything.build(congress)
    wrong = []
    for name in ("", *congress.people):
        actor = congress.actor(name) if name else STRANGER
        wrong += _disagreements(Resolution, visible_resolutions(actor), actor, name)
        wrong += _disagreements(Amendment, visible_amendments(actor), actor, name)
    assert wrong == []


def _seen_by(doors: Doors, name: str) -> list[str]:
    client = doors.of(name).client
    return [path for _, path in everything.addresses(doors.app, "GET") if AT_RISK in client.get(path).text]


def test_an_affiliate_at_risk_is_named_on_no_page_for_outsiders(doors: Doors, congress: Congress) -> None:
    everything.build(congress)
    for code in ("NOR", "TEX"):
        congress.affiliates[code].protected = True
        congress.affiliates[code].name = f"{AT_RISK} {code}"
    session().commit()
    assert _seen_by(doors, "") == []
    assert _seen_by(doors, "stranger") == []
    assert len(_seen_by(doors, "secretary")) > 5


def test_who_only_reads_is_given_no_cookie_to_be_known_by(app: Flask, congress: Congress) -> None:
    # Every page has the choice of language, a form, and so its token; that cookie says nothing and names nobody.
    everything.build(congress)
    client = app.test_client()
    for path in ("/", "/record/", "/resolutions/", "/static/style.css", "/nothing"):
        answer = client.get(path)
        cookies = answer.headers.getlist("Set-Cookie")
        assert len(cookies) <= 1, path
        assert all("HttpOnly" in cookie and "SameSite=Lax" in cookie for cookie in cookies), path
    with client.session_transaction() as kept:
        assert set(kept) <= {"csrf_token", "_flashes"}
    assert client.get("/static/style.css").headers.getlist("Set-Cookie") == []
    assert "Set-Cookie" not in app.test_client().get("/static/style.css").headers
