from collections.abc import Callable

import pytest
from sqlalchemy import select

from resolutions.records.amendment import Amendment, Conflict
from resolutions.records.base import session
from tests.amending import LEAVE, admitted, replace, submitted, tabled
from tests.browser.conftest import DESK, PHONE, Opened
from tests.congress import Congress

pytestmark = pytest.mark.browser

TWENTY = LEAVE.replace("ten", "twenty")
THIRTY = LEAVE.replace("ten", "thirty")


def test_a_delegate_amends_on_a_phone_in_three_taps(
    window: Callable[..., Opened], congress: Congress
) -> None:
    text = admitted(congress)
    submitted(congress, text, "tex", replace("c2", THIRTY))
    phone = window("delegate_min", PHONE)
    page = phone.go(f"/resolutions/{text.id}/amend")
    phone.check()
    page.locator("#clause-c2 > summary").click()
    page.get_by_label("Words of clause 1").fill(TWENTY)
    page.locator("#clause-c2 .tracked ins").wait_for()
    assert page.locator("#clause-c2 .tracked del").inner_text().split()[1] == "ten"
    phone.check()
    page.get_by_role("button", name="Continue").click()
    page.wait_for_load_state()
    phone.check()
    page.get_by_role("button", name="Submit").click()
    page.wait_for_load_state()
    phone.check()
    session().rollback()
    amendment = session().scalars(select(Amendment).where(Amendment.number == 2)).one()
    assert (amendment.state, amendment.operations[0].text) == ("submitted", TWENTY)


def test_words_typed_on_a_phone_survive_a_lost_page(
    window: Callable[..., Opened], congress: Congress
) -> None:
    text = admitted(congress)
    phone = window("delegate_min", PHONE, dark=True)
    page = phone.go(f"/resolutions/{text.id}/amend")
    page.locator("#clause-c2 > summary").click()
    page.get_by_label("Words of clause 1").fill(TWENTY)
    page.locator("#clause-c2 .tracked ins").wait_for()
    page.once("dialog", lambda dialog: dialog.accept())
    phone.go(f"/resolutions/{text.id}/amend")
    page.locator("#clause-c2 .tracked ins").wait_for()
    assert page.get_by_label("Words of clause 1").input_value() == TWENTY
    phone.check()


def test_the_committee_settles_a_conflict_with_the_keyboard_alone(
    window: Callable[..., Opened], congress: Congress
) -> None:
    text = admitted(congress)
    tabled(congress, text, "min", replace("c2", TWENTY))
    tabled(congress, text, "tex", replace("c2", THIRTY))
    desk = window("convenor", DESK)
    page = desk.go(f"/resolutions/{text.id}/consolidation")
    desk.check()
    page.locator("#choice-c2-1").focus()
    for key in ("ArrowDown", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    page.get_by_text("Settled by").wait_for()
    desk.check()
    session().rollback()
    assert session().scalars(select(Conflict)).one().decided_text == THIRTY
