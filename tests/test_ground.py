"""The ground the tests stand on: a real database server and a real browser."""

import pytest
from playwright.sync_api import Browser
from sqlalchemy import create_engine, text

from tests.postgres import Server


def fill(url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("create table clause (label text)"))
        connection.execute(text("insert into clause values ('1'), ('2')"))
    engine.dispose()


def test_a_database_copied_from_a_template_holds_what_the_template_held(
    postgres_server: Server, worker_id: str
) -> None:
    template = postgres_server.prepare("resolutions_test_ground", fill)
    name = f"resolutions_test_ground_{worker_id}"
    engine = create_engine(postgres_server.create(name, template=template))
    with engine.connect() as connection:
        held = connection.scalars(text("select label from clause order by label")).all()
    engine.dispose()
    postgres_server.drop(name)
    postgres_server.drop(template)
    assert held == ["1", "2"]


@pytest.mark.browser
def test_the_browser_shows_arabic_and_cyrillic_letters(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<h1>قرار, Резолюция</h1>")
    assert page.inner_text("h1") == "قرار, Резолюция"
    page.close()
