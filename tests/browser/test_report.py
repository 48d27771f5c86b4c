from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from resolutions.records.action import Report
from resolutions.records.base import session
from tests.browser.conftest import DESK, PHONE, Opened
from tests.congress import Congress
from tests.follow_up import issued, of
from tests.web.test_uploads import photograph

pytestmark = pytest.mark.browser


def test_an_affiliate_reports_with_a_photograph_on_a_phone(
    window: Callable[..., Opened], congress: Congress, tmp_path: Path
) -> None:
    row = of(issued(congress), "NOR")
    picture = tmp_path / "picket.jpg"
    picture.write_bytes(photograph())
    phone = window("officer_nor", PHONE)
    page = phone.go(f"/our-actions/{row.id}")
    phone.check()
    page.get_by_text("Done", exact=True).first.click()
    page.get_by_label("What happened?").fill("We stood before the embassy with forty people.")
    page.locator("input[type=file]").set_input_files(picture)
    page.get_by_role("button", name="Send").first.click()
    page.wait_for_load_state()
    phone.check()
    session().rollback()
    report = session().scalars(select(Report)).one()
    assert (report.outcome, report.visibility, len(report.evidence)) == ("done", "secretariat", 1)


def test_the_secretariat_verifies_it_at_a_desk(window: Callable[..., Opened], congress: Congress) -> None:
    row = of(issued(congress), "NOR")
    phone = window("officer_nor", PHONE, dark=True)
    page = phone.go(f"/our-actions/{row.id}")
    page.get_by_text("Under way", exact=True).first.click()
    page.get_by_label("What happened?").fill("A letter is being signed.")
    page.get_by_role("button", name="Send").first.click()
    page.wait_for_load_state()
    desk = window("secretary", DESK)
    judged = desk.go(f"/actions/reports/{row.id}")
    desk.check()
    judged.get_by_role("button", name="Accept").first.click()
    judged.wait_for_load_state()
    desk.go("/actions/")
    desk.check()
    session().rollback()
    session().expire_all()
    assert row.verification == "accepted"
