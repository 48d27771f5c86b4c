from collections.abc import Callable

import pytest

from resolutions.lifecycle.voting import closing
from resolutions.records.ballot import Ballot
from resolutions.records.base import session
from tests.browser.conftest import DESK, PHONE, Opened
from tests.congress import Congress
from tests.web.test_voting_pages import opened

pytestmark = pytest.mark.browser


def choices(ballot: Ballot) -> list[str]:
    """The votes that count, as they are on record."""
    session().rollback()
    return [vote.choice for vote in closing.current_votes(ballot)]


def test_a_delegate_votes_in_two_taps_on_a_phone_and_changes_the_vote(
    window: Callable[..., Opened], congress: Congress
) -> None:
    ballot = opened(congress)
    phone = window("delegate_nor", PHONE)
    page = phone.go(f"/ballots/{ballot.id}")
    phone.check()
    page.get_by_label("Against").check()
    page.get_by_role("button", name="Cast my vote").click()
    page.get_by_text("Your vote is recorded").wait_for()
    assert choices(ballot) == ["against"]
    phone.check()
    page.locator("input[value=for]").check()
    page.get_by_role("button", name="Change my vote").click()
    page.get_by_text("Your vote is recorded").wait_for()
    assert choices(ballot) == ["for"]


def test_the_same_without_a_script_and_in_the_dark(window: Callable[..., Opened], congress: Congress) -> None:
    ballot = opened(congress)
    phone = window("delegate_tex", PHONE, dark=True, java_script_enabled=False)
    page = phone.go(f"/ballots/{ballot.id}")
    page.get_by_label("Abstain").check()
    page.get_by_role("button", name="Cast my vote").click()
    assert "Your vote is recorded" in page.content()
    assert choices(ballot) == ["abstain"]


def test_the_chair_closes_and_declares_while_a_voter_waits(
    window: Callable[..., Opened], congress: Congress
) -> None:
    ballot = opened(congress)
    voter, chair = window("delegate_nor", PHONE), window("chair", DESK)
    waiting = voter.go(f"/ballots/{ballot.id}")
    desk = chair.go(f"/chair/?ballot={ballot.id}")
    chair.check()
    desk.get_by_role("button", name="Close the vote").click()
    desk.get_by_role("button", name="Yes, go on").click()
    desk.get_by_role("button", name="Declare the result").wait_for()
    waiting.get_by_text("The state of this vote has changed").wait_for(timeout=8000)
    desk.get_by_role("button", name="Declare the result").click()
    desk.get_by_role("button", name="Yes, go on").click()
    desk.get_by_role("link", name="Next").wait_for()
    chair.check()
    waiting.reload()
    voter.check()
    session().rollback()
    assert session().get(Ballot, ballot.id).outcome == "lost"
