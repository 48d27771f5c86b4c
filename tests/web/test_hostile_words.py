"""Hostile words in every text of the record: whoever reads them sees letters, and nothing acts."""

from html.parser import HTMLParser
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import String, Table, cast, select, update

from resolutions.app import db
from resolutions.records.base import session
from tests import everything
from tests.congress import Congress
from tests.doors import Doors

HOSTILE = """<script>alert(1)</script>" onmouseover="alert(2)" '><img src=x onerror=alert(3)> {{7*7}}"""

CODES = {
    "state",
    "type",
    "role",
    "act",
    "cause",
    "email",
    "recipient",
    "language",
    "time_zone",
    "office",
    "standing",
    "method",
    "outcome",
    "choice",
    "channel",
    "acceptance",
    "work",
    "verification",
    "visibility",
    "decision",
    "addressee",
    "preset",
    "clause_id",
    "anchor_id",
    "new_clause_id",
    "clause_kind",
    "step",
    "subject_kind",
    "before",
    "after",
    "country",
    "media_type",
    "what",
    "receipt",
    "key",
    "purpose",
    "code",
    "reference",
    "target",
    "number",
    "affiliate_code",
}
"""Columns that hold a word of the program, a key or an address; every other text may be anybody's."""


def texts_of(table: Table) -> list[str]:
    """The columns of a table that hold words of people."""
    return [
        column.name
        for column in table.columns
        if isinstance(column.type, String) and column.name not in CODES and "hash" not in column.name
    ]


def poisoned(value: Any) -> Any:
    """The same data with hostile words wherever somebody's words were."""
    if isinstance(value, list):
        return [poisoned(each) for each in value]
    if isinstance(value, dict):
        return {
            key: poisoned(each) if key not in ("id", "kind", "operation") else each
            for key, each in value.items()
        }
    return f"{value} {HOSTILE}" if isinstance(value, str) else value


def poison() -> None:
    """Put hostile words into every text on record."""
    data = {
        "revision": "clauses",
        "resolution": "answers",
        "conflict": "alternatives",
        "affiliate": "sectors",
    }
    with db.engine.begin() as connection:
        for table in db.metadata.sorted_tables:
            if table.name in ("audit_entry", "audit_head", "sign_in_link", "attempt"):
                continue
            for name in texts_of(table):
                column = table.c[name]
                worded = column + f" {HOSTILE} " + cast(table.c.id, String)
                connection.execute(update(table).where(column != "").values({name: worded}))
            if table.name in data:
                column = table.c[data[table.name]]
                for row in connection.execute(select(table.c.id, column)).all():
                    worded = poisoned(row[1])
                    connection.execute(
                        update(table).where(table.c.id == row[0]).values({column.name: worded})
                    )
    session().expire_all()


class Alarm(HTMLParser):
    """Reads a page as a browser does, and notes whatever could act."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note scripts without a file, images of strangers, and attributes that act."""
        given = dict(attrs)
        if tag == "script" and not (given.get("src") or "").startswith("/static/"):
            self.found.append(f"<{tag}> without a file")
        if tag == "img" and given.get("src") == "x":
            self.found.append("<img src=x>")
        self.found += [f"{name} on <{tag}>" for name in given if name.startswith("on") or name == "style"]
        self.found += [
            f"{name}={value}"
            for name, value in attrs
            if name in ("href", "action", "formaction") and (value or "").lower().startswith("javascript:")
        ]


def alarms(page: str) -> list[str]:
    """What could act on a page."""
    alarm = Alarm()
    alarm.feed(page)
    return [*alarm.found, *(["49"] if "onerror=alert(3)&gt; 49" in page else [])]


@pytest.mark.parametrize("installation", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", ["", "secretary", "delegate_nor", "convenor", "chair", "officer_tex"])
def test_hostile_words_are_letters_on_every_page(
    app: Flask, doors: Doors, congress: Congress, name: str
) -> None:
    everything.build(congress)
    poison()
    wrong, seen = {}, 0
    for _, path in everything.addresses(app, "GET"):
        answer = doors.of(name).client.get(path)
        if answer.mimetype != "text/html":
            continue
        if answer.status_code >= 500:
            wrong[path] = [f"status {answer.status_code}"]
        if found := alarms(answer.text):
            wrong[path] = found
        seen += "onmouseover=" in answer.text
    assert wrong == {}
    assert seen > 5


@pytest.mark.parametrize("installation", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", ["", "secretary", "delegate_nor", "convenor"])
def test_hostile_words_that_come_back_with_a_form_are_letters(
    app: Flask, doors: Doors, congress: Congress, name: str
) -> None:
    everything.build(congress)
    browser = doors.of(name)
    wrong = {}
    for path in (f"/resolutions/?q={HOSTILE}", f"/sign-in?next={HOSTILE}", f"/record/{HOSTILE}"):
        if found := alarms(browser.client.get(path).text):
            wrong[path] = found
    names = (
        "email",
        "title",
        "text",
        "words",
        "reason",
        "ruling",
        "name",
        "enacting",
        "content",
        "next",
        "opens_at",
    )
    page = browser.client.get("/sign-in").text
    token = page.partition('name="csrf_token"')[2].partition('value="')[2].partition('"')[0]
    for _, path in everything.addresses(app, "POST")[::4]:
        sent = {"csrf_token": token} | dict.fromkeys(names, f"a@b.example {HOSTILE}")
        answer = browser.client.post(path, data=sent)
        if answer.mimetype == "text/html" and (found := alarms(answer.text)):
            wrong[path] = found
    assert wrong == {}
