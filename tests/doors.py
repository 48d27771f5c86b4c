"""Browsers without a browser: a signed-in client a person, that fills in forms the way a page would."""

import re
from contextvars import Context
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from resolutions.records.assembly import Person
from resolutions.records.base import session
from tests.congress import Congress

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


def shown(page: str) -> str:
    """The words of a page's main part, for the message of a test that failed."""
    main = page.partition("<main")[2].partition("</main>")[0] or page
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())[:1500]


class Outside(FlaskClient):
    """A client whose requests share nothing with the test: no context, no session, no half-read rows."""

    def open(self, *args: Any, **named: Any) -> TestResponse:
        """Send a request from a context of its own; the test sees before and after it what is committed."""
        session().commit()
        answer = Context().run(super().open, *args, **named)
        session().rollback()
        return answer


class Browser:
    """One person at the pages; every form carries the token of the page that it is on."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, path: str, status: int = 200) -> str:
        """Open a page and read it."""
        answer = self.client.get(path)
        assert answer.status_code == status, f"GET {path} gave {answer.status_code}: {shown(answer.text)}"
        return answer.text

    def post(
        self, path: str, data: dict[str, Any] | None = None, *, page: str = "/", status: int = 302
    ) -> TestResponse:
        """Send a form from `page` to `path`."""
        found = TOKEN.search(self.client.get(page, follow_redirects=True).text)
        token = found.group(1) if found else ""
        answer = self.client.post(path, data={"csrf_token": token, **(data or {})})
        assert answer.status_code == status, f"POST {path} gave {answer.status_code}: {shown(answer.text)}"
        return answer


class Doors:
    """A browser a person, signed in once and kept."""

    def __init__(self, app: Flask, congress: Congress) -> None:
        self.app = app
        self.congress = congress
        self._open: dict[str, Browser] = {}

    def of(self, name: str) -> Browser:
        """The browser of the person with this short name; "" is nobody."""
        if name not in self._open:
            client = self.app.test_client()
            if name:
                _sign_in(client, self.congress.people[name])
            self._open[name] = Browser(client)
        return self._open[name]


def _sign_in(client: FlaskClient, person: Person) -> None:
    with client.session_transaction() as kept:
        kept["_user_id"] = f"{person.id}.{person.sign_in_epoch}"
        kept["_fresh"] = True
