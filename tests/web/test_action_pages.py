import re
from typing import Any

import pytest
from sqlalchemy import func, select

from resolutions.lifecycle.following_up import answering, judging
from resolutions.lifecycle.following_up.answering import Told
from resolutions.records.account import OutboxMessage
from resolutions.records.action import Action, Assignment
from resolutions.records.base import session
from tests.congress import Congress
from tests.doors import Browser, Doors
from tests.follow_up import LATER, adopted, issued, many_affiliates, of, proposed, told
from tests.web.queries import queries

FORM = {
    "clause_id": "c3",
    "title": "Support independent unions",
    "instructions": "A letter is enough.",
    "addressee": "affiliates",
    "menu": ["letter", "money"],
    "due_on": "2030-11-09",
    "rule": "region",
    "regions": ["Europe"],
}


def the_only_action() -> Action:
    """The action that there is."""
    return session().scalars(select(Action)).one()


def test_the_secretary_publishes_proposes_edits_and_issues(congress: Congress, doors: Doors) -> None:
    text = adopted(congress)
    secretary, page = doors.of("secretary"), f"/actions/of/{text.id}"
    secretary.post(f"{page}/publish")
    assert "3 actions can be proposed" in secretary.get(page)
    secretary.post(f"{page}/propose", page=page)
    asked = session().scalars(select(Action).where(Action.addressee == "affiliates")).one()
    assert asked.title == "Do at least one thing from the list and report on it"
    there = f"/actions/{asked.id}"
    secretary.post(f"{there}/edit", FORM, page=f"{there}/edit")
    shown = secretary.get(there)
    assert "Ask 2 affiliates" in shown and "Nordic Metal Union" in shown and "Andean" not in shown
    secretary.post(f"{there}/issue", page=there)
    session().expire_all()
    assert (asked.state, asked.resolution.state) == ("issued", "in_follow_up")
    letters = session().scalars(select(OutboxMessage).order_by(OutboxMessage.recipient)).all()
    assert [letter.recipient for letter in letters] == ["che@affiliates.example", "nor@affiliates.example"]
    assert letters[0].subject == "2026/congress/E-1: Support independent unions"
    assert "9 November 2030" in letters[0].text and "http://localhost/our-actions/" in letters[0].text
    secretary.post(f"{there}/issue", page=there, status=409)
    assert session().scalar(select(func.count(Assignment.id))) == 2


def test_a_protected_affiliate_is_told_only_that_there_is_something(congress: Congress, doors: Doors) -> None:
    congress.affiliates["NOR"].protected = True
    session().commit()
    action = proposed(congress, due_on=None)
    there = f"/actions/{action.id}"
    doors.of("secretary").post(f"{there}/edit", FORM | {"regions": ["Europe"]}, page=f"{there}/edit")
    doors.of("secretary").post(f"{there}/issue", page=there)
    letter = (
        session()
        .scalars(select(OutboxMessage).where(OutboxMessage.recipient == "nor@affiliates.example"))
        .one()
    )
    assert letter.subject == "There is something for you"
    assert "Support" not in letter.text and "E-1" not in letter.text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": ""}, "Give the action a title"),
        ({"regions": []}, "Choose at least one region, sector, country or list"),
        ({"clause_id": "c1"}, "errors"),
    ],
)
def test_a_form_that_is_refused_keeps_what_was_typed(
    congress: Congress, doors: Doors, changed: dict[str, Any], said: str
) -> None:
    text = adopted(congress, "published")
    page = f"/actions/of/{text.id}/new"
    answer = doors.of("secretary").post(page, FORM | changed, page=page, status=422)
    assert said in answer.text and "A letter is enough." in answer.text
    assert session().scalars(select(Action)).all() == []


def test_an_issue_without_a_due_date_says_how_to_mend_it(congress: Congress, doors: Doors) -> None:
    action = proposed(congress, due_on=None)
    there = f"/actions/{action.id}"
    answer = doors.of("secretary").post(f"{there}/issue", page=there, status=422)
    assert "Give the action a due date before it goes out." in answer.text


def test_dropping_and_closing_keep_the_reason_that_was_typed(congress: Congress, doors: Doors) -> None:
    action = proposed(congress)
    there, secretary = f"/actions/{action.id}", doors.of("secretary")
    assert "Write why nothing is asked" in secretary.post(f"{there}/drop", page=there, status=422).text
    secretary.post(f"{there}/drop", {"reason": "It states a position."}, page=there)
    assert "It states a position." in secretary.get(there)


def test_the_board_shows_what_slips_where_and_why(congress: Congress, doors: Doors) -> None:
    assert "No actions are out yet." in doors.of("general").get("/actions/")
    action = issued(congress)
    told(congress, of(action, "NOR"))
    judging.accept_report(of(action, "NOR"), congress.actor("secretary"), at=LATER)
    told(congress, of(action, "MIN"), outcome="cannot", text="The law forbids it.")
    action.due_on = LATER.date()
    for row in action.assignments:
        row.due_on = LATER.date()
    session().commit()
    board = doors.of("general").get("/actions/")
    assert "4 overdue" in board and "4 no answer" in re.sub(r"<[^>]+>", "", board)
    assert "The law forbids it." in board
    assert "1</strong> of 6" in board


def test_an_action_whose_everybody_is_not_concerned_has_no_data(congress: Congress, doors: Doors) -> None:
    action = issued(congress, clause_id="c4", addressee="secretariat", menu=("transmit",))
    answering.set_aside(action.assignments[0], congress.actor("secretary"), "Overtaken by events.", at=LATER)
    assert "No data" in doors.of("general").get("/actions/")


def test_the_desk_accepts_and_returns(congress: Congress, doors: Doors) -> None:
    row = of(issued(congress), "NOR")
    told(congress, row)
    secretary, page = doors.of("secretary"), f"/actions/reports/{row.id}"
    assert "We wrote to the ambassador." in secretary.get("/actions/reports")
    assert "Write the question" in secretary.post(f"{page}/return", page=page, status=422).text
    secretary.post(f"{page}/return", {"words": "On which day?"}, page=page)
    assert "On which day?" in doors.of("officer_nor").get(f"/our-actions/{row.id}")
    assert "a question about your report" in session().scalars(select(OutboxMessage.subject)).one()
    told(congress, row, text="On 12 October.")
    secretary.post(f"{page}/accept", page=page)
    session().expire_all()
    assert row.verification == "accepted"
    assert "Every report is verified." in secretary.get("/actions/reports")


def test_a_report_that_came_after_the_page_was_opened_is_not_judged(congress: Congress, doors: Doors) -> None:
    row = of(issued(congress), "NOR")
    told(congress, row)
    seen, page = row.version, f"/actions/reports/{row.id}"
    told(congress, row, text="The first report was wrong.")
    answer = doors.of("secretary").post(
        f"{page}/accept", {"words": "Well done.", "version": seen}, page=page, status=409
    )
    assert "Someone changed this after you opened it." in answer.text and "Well done." in answer.text


def test_one_does_not_judge_what_one_reported_on_behalf(congress: Congress, doors: Doors) -> None:
    row = of(issued(congress), "TEX")
    answering.report(row, congress.actor("secretary"), Told("done", "They said so by telephone."), at=LATER)
    page = f"/actions/reports/{row.id}"
    shown = doors.of("secretary").get(page)
    assert "somebody else in the secretariat verifies it" in shown and "formaction" not in shown
    doors.of("secretary").post(f"{page}/accept", page=page, status=403)
    doors.of("clerk").post(f"{page}/accept", page=page)


@pytest.mark.parametrize("who", ["officer_nor", "chair", "stranger", ""])
def test_the_board_and_the_desk_are_for_headquarters(congress: Congress, doors: Doors, who: str) -> None:
    action = issued(congress)
    for path in ("/actions/", "/actions/reports", f"/actions/{action.id}"):
        doors.of(who).get(path, status=403 if who else 302)


def test_lists_ask_the_database_no_more_with_more_rows(congress: Congress, doors: Doors) -> None:
    text = adopted(congress, "published")
    first = issued(congress, text)
    told(congress, of(first, "NOR"), outcome="cannot", text="Not possible here.")
    paths = ("/actions/", "/actions/reports", f"/actions/of/{text.id}", f"/actions/{first.id}")
    general: Browser = doors.of("secretary")
    before = {path: queries(general, path) for path in paths}
    many_affiliates(20)
    for _ in range(2):
        again = issued(congress, text)
        for code in ("NOR", "MIN", "TEX"):
            told(congress, of(again, code), outcome="cannot", text="Not possible here.")
    told(congress, of(first, "MIN"))
    assert {path: queries(general, path) for path in paths} == before
