"""How many times a page asks the database."""

from sqlalchemy import event

from resolutions.app import db
from tests.doors import Browser


def queries(browser: Browser, path: str) -> int:
    """The number of statements that one look at a page takes."""
    seen: list[object] = []

    def count(*told: object) -> None:
        seen.append(told)

    event.listen(db.engine, "before_cursor_execute", count)
    try:
        browser.get(path)
    finally:
        event.remove(db.engine, "before_cursor_execute", count)
    return len(seen)
