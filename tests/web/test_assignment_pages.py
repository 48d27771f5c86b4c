import io
from typing import Any

import pytest
from sqlalchemy import select
from werkzeug.datastructures import FileStorage

from resolutions.lifecycle.following_up import answering, judging
from resolutions.lifecycle.following_up.answering import Handed
from resolutions.records.action import Action, Assignment, Evidence, Report
from resolutions.records.base import session
from tests.congress import Congress
from tests.doors import Doors
from tests.follow_up import LATER, adopted, issued, many_affiliates, of, told
from tests.web.queries import queries
from tests.web.test_uploads import CAMERA, SVG, photograph

REPORT: dict[str, Any] = {"outcome": "done", "text": "We handed a letter over at the embassy."}


@pytest.fixture
def row(congress: Congress) -> Assignment:
    """What the Nordic union was asked."""
    return of(issued(congress), "NOR")


def file(name: str, content: bytes) -> FileStorage:
    """A file in a form."""
    return FileStorage(io.BytesIO(content), filename=name)


def test_an_affiliate_reports_in_three_taps_without_a_script(
    row: Assignment, congress: Congress, doors: Doors
) -> None:
    officer, page = doors.of("officer_nor"), f"/our-actions/{row.id}"
    assert page in officer.get("/our-actions/")
    shown = officer.get(page)
    assert "to provide full support" in shown and f"/resolutions/{row.resolution.id}" in shown
    assert len(shown.encode()) < 50_000
    officer.post(f"{page}/report", REPORT, page=page)
    session().expire_all()
    report = session().scalars(select(Report)).one()
    assert (report.outcome, report.text, report.visibility) == ("done", REPORT["text"], "secretariat")
    assert (row.acceptance, row.verification) == ("acknowledged", "submitted")
    assert REPORT["text"] in officer.get(page)


def test_everything_that_can_be_told_is_kept(row: Assignment, congress: Congress, doors: Doors) -> None:
    officer, page = doors.of("officer_nor"), f"/our-actions/{row.id}"
    more = REPORT | {
        "what": "embassy",
        "happened_on": "2026-10-12",
        "figure_people": "40",
        "figure_amount": "300",
        "currency": "eur",
        "visibility": "public",
        "file_visibility": "affiliates",
        "files": [file("picket.jpg", photograph()), file("letter.pdf", b"%PDF-1.7 letter")],
    }
    officer.post(f"{page}/report", more, page=page)
    report = session().scalars(select(Report)).one()
    assert (report.what, str(report.happened_on), report.visibility) == ("embassy", "2026-10-12", "public")
    assert report.figures == {"people": 40, "amount": 300, "currency": "EUR"}
    assert [(e.file.name, e.file.media_type, e.visibility) for e in report.evidence] == [
        ("picket.jpg", "image/jpeg", "affiliates"),
        ("letter.pdf", "application/pdf", "affiliates"),
    ]
    assert CAMERA.encode() not in report.evidence[0].file.content


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"outcome": ""}, "This needs mending"),
        ({"text": "a"}, "Write between 3 and 1500 characters."),
        ({"happened_on": "2090-01-01"}, "has not come yet"),
        ({"figure_amount": "300"}, "Write the currency"),
        ({"figure_people": "many"}, "This needs mending"),
        ({"files": [("drawing.jpg", SVG)]}, "does not fit its name"),
        ({"files": [("drawing.svg", SVG)]}, "is of a kind that is not taken"),
        ({"files": [("long.txt", b"a" * (10 * 1024 * 1024 + 1))]}, "is larger than 10 MB"),
        ({"files": [(f"{n}.txt", b"words") for n in range(6)]}, "takes 5 files at most"),
    ],
)
def test_a_refused_report_keeps_what_was_typed(
    row: Assignment, doors: Doors, changed: dict[str, Any], said: str
) -> None:
    page = f"/our-actions/{row.id}"
    typed = REPORT | {"text": "A long story, typed on a small screen."} | changed
    typed["files"] = [file(*each) for each in changed.get("files", ())]
    answer = doors.of("officer_nor").post(f"{page}/report", typed, page=page, status=422)
    assert said in answer.text
    assert f">{typed['text']}</textarea>" in answer.text.replace("\r\n", "").replace(">\n", ">")
    assert session().scalars(select(Report)).all() == []


def test_five_large_files_arrive_together(row: Assignment, doors: Doors) -> None:
    page = f"/our-actions/{row.id}"
    large = [file(f"{n}.txt", b"a" * (9 * 1024 * 1024)) for n in range(5)]
    doors.of("officer_nor").post(f"{page}/report", REPORT | {"files": large}, page=page)
    assert len(session().scalars(select(Evidence)).all()) == 5


def test_an_affiliate_acknowledges_declines_and_says_not_applicable(congress: Congress, doors: Doors) -> None:
    action = issued(congress)
    first, second = of(action, "NOR"), of(action, "MIN")
    page = f"/our-actions/{first.id}"
    doors.of("officer_nor").post(f"{page}/acknowledge", page=page)
    refused = doors.of("officer_nor").post(f"{page}/decline", {"reason": " "}, page=page, status=422)
    assert "Write the reason" in refused.text
    doors.of("officer_nor").post(f"{page}/decline", {"reason": "Reprisals."}, page=page)
    assert "Reprisals." in doors.of("officer_nor").get(page)
    other = f"/our-actions/{second.id}"
    doors.of("officer_min").post(f"{other}/set-aside", {"reason": "No embassy here."}, page=other)
    session().expire_all()
    assert (first.acceptance, second.acceptance) == ("declined", "not_applicable")


def test_another_affiliate_finds_nothing_there(row: Assignment, doors: Doors) -> None:
    page = f"/our-actions/{row.id}"
    for who in ("officer_min", "delegate_che", "chair"):
        doors.of(who).get(page, status=404)
        doors.of(who).post(f"{page}/report", REPORT, status=404)
    doors.of("stranger").get(page, status=403)
    doors.of("").get(page, status=302)
    assert session().scalars(select(Report)).all() == []


def test_a_delegate_reads_and_the_officer_answers(row: Assignment, doors: Doors) -> None:
    page = f"/our-actions/{row.id}"
    assert "Send the report" not in doors.of("delegate_nor").get(page)
    assert "Send the report" in doors.of("officer_nor").get(page)


def test_the_secretariat_reports_on_behalf(row: Assignment, doors: Doors) -> None:
    page = f"/our-actions/{row.id}"
    assert "reported on their behalf" in doors.of("secretary").get(page)
    doors.of("secretary").post(f"{page}/report", REPORT, page=page)
    assert session().scalars(select(Report.channel)).one() == "on_behalf"
    assert "reported on behalf by the secretariat" in doors.of("officer_nor").get(page)


def test_a_closed_action_shows_its_history_and_no_form(
    row: Assignment, congress: Congress, doors: Doors
) -> None:
    told(congress, row)
    judging.close_action(row.action, congress.actor("secretary"), "Over.", at=LATER)
    shown = doors.of("officer_nor").get(f"/our-actions/{row.id}")
    assert "We wrote to the ambassador." in shown and "Send the report" not in shown
    doors.of("officer_nor").post(f"/our-actions/{row.id}/report", REPORT, status=409)


def test_an_executive_finds_what_its_office_was_asked(congress: Congress, doors: Doors) -> None:
    issued(congress, addressee="executive", menu=("internal",))
    assert "Support independent unions in Belarus" in doors.of("executive").get("/our-actions/")
    assert "Support independent unions in Belarus" not in doors.of("officer_nor").get("/our-actions/")


def test_our_actions_ask_the_database_no_more_with_more_rows(congress: Congress, doors: Doors) -> None:
    text = adopted(congress, "published")
    first = of(issued(congress, text), "NOR")
    told(congress, first)
    paths = ("/our-actions/", f"/our-actions/{first.id}")
    before = [queries(doors.of("officer_nor"), path) for path in paths]
    for _ in range(2):
        issued(congress, text)
    told(congress, first, text="Once more.")
    assert [queries(doors.of("officer_nor"), path) for path in paths] == before


# evidence

EVERYBODY = ("secretary", "general", "executive", "officer_nor", "officer_min", "chair", "stranger", "")
HEADQUARTERS_AND_OWN = {"secretary", "general", "executive", "officer_nor"}
MEMBERS = HEADQUARTERS_AND_OWN | {"officer_min", "chair"}


@pytest.mark.parametrize(
    ("of_report", "of_file", "accepted", "protected", "may"),
    [
        ("secretariat", "secretariat", True, False, HEADQUARTERS_AND_OWN),
        ("public", "secretariat", True, False, HEADQUARTERS_AND_OWN),
        ("secretariat", "public", True, False, HEADQUARTERS_AND_OWN),
        ("affiliates", "affiliates", True, False, MEMBERS),
        ("public", "affiliates", True, False, MEMBERS),
        ("affiliates", "public", True, False, MEMBERS),
        ("public", "public", True, False, set(EVERYBODY)),
        ("public", "public", False, False, MEMBERS),
        ("public", "public", True, True, MEMBERS),
    ],
)
def test_a_file_opens_for_those_it_was_released_to_and_nobody_else(
    congress: Congress,
    doors: Doors,
    of_report: str,
    of_file: str,
    accepted: bool,
    protected: bool,
    may: set[str],
) -> None:
    congress.affiliates["NOR"].protected = protected
    session().commit()
    row = of(issued(congress), "NOR")
    evidence = (Handed("a.txt", "text/plain", b"<b>receipt</b>", of_file),)
    told(congress, row, visibility=of_report, evidence=evidence)
    if accepted:
        judging.accept_report(row, congress.actor("secretary"), at=LATER)
    path = f"/files/{session().scalars(select(Evidence.id)).one()}"
    for who in EVERYBODY:
        doors.of(who).get(path, status=200 if who in may else 404)


def test_a_file_is_handed_out_as_an_attachment_in_a_sandbox(
    row: Assignment, congress: Congress, doors: Doors
) -> None:
    name = "résumé “final”.txt"
    told(congress, row, evidence=(Handed(name, "text/plain", b"<script>alert(1)</script>"),))
    path = f"/files/{session().scalars(select(Evidence.id)).one()}"
    answer = doors.of("secretary").client.get(path)
    assert answer.headers["Content-Disposition"].startswith("attachment; filename")
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.content_type == "text/plain; charset=utf-8"


def test_a_file_of_a_text_that_is_not_public_stays_inside(
    row: Assignment, congress: Congress, doors: Doors
) -> None:
    told(congress, row, visibility="public", evidence=(Handed("a.txt", "text/plain", b"a", "public"),))
    judging.accept_report(row, congress.actor("secretary"), at=LATER)
    path = f"/files/{session().scalars(select(Evidence.id)).one()}"
    doors.of("").get(path)
    row.resolution.state = "adopted"
    session().commit()
    doors.of("").get(path, status=404)


# the public page


def test_the_public_page_tells_what_was_done_and_points_at_nobody(congress: Congress, doors: Doors) -> None:
    many_affiliates(40)
    congress.affiliates["MIN"].protected = True
    session().commit()
    action = issued(congress)
    secretary = congress.actor("secretary")
    told(congress, of(action, "NOR"), text="Forty of us stood at the embassy.", visibility="public")
    told(congress, of(action, "MIN"), text="The miners hid the banner.", visibility="public")
    told(congress, of(action, "CHE"), text="Only for the secretariat.")
    told(congress, of(action, "AND"), text="Not verified yet.", visibility="public")
    for code in ("NOR", "MIN", "CHE"):
        judging.accept_report(of(action, code), secretary, at=LATER)
    public = doors.of("").get("/record/2026/congress/E-1")
    assert "3</strong> of 46" in public
    assert "Forty of us stood at the embassy." in public and "Nordic Metal Union" in public
    for unseen in (
        "The miners hid",
        "Mine Workers",
        "Only for the secretariat.",
        "Not verified yet.",
        "Africa",
    ):
        assert unseen not in public
    assert "Other regions together" in public and "Region 1" in public


def test_a_small_action_with_a_protected_affiliate_shows_no_figures(congress: Congress, doors: Doors) -> None:
    for code in ("NOR", "TEX", "CHE"):
        congress.affiliates[code].standing = "suspended"
    congress.affiliates["MIN"].protected = True
    session().commit()
    action = issued(congress)
    answering.decline(of(action, "MIN"), congress.actor("officer_min"), "Reprisals.", at=LATER)
    public = doors.of("").get("/record/2026/congress/E-1")
    assert "What has been done" in public and "of 3" not in public


def test_the_thread_of_a_clause_shows_each_reader_their_reports(congress: Congress, doors: Doors) -> None:
    action = issued(congress)
    told(congress, of(action, "NOR"), text="For the affiliates.", visibility="affiliates")
    told(congress, of(action, "MIN"), text="For the secretariat.")
    path = f"/resolutions/{session().scalars(select(Action.resolution_id)).one()}/clauses/c3"
    seen = {who: doors.of(who).get(path) for who in ("secretary", "officer_che", "officer_min", "")}
    assert [("For the affiliates." in page, "For the secretariat." in page) for page in seen.values()] == [
        (True, True),
        (True, False),
        (True, True),
        (False, False),
    ]
