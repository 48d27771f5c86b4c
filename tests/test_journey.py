"""The whole road: the Belarus text from the convening letter to a verified report, through the pages alone."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from resolutions.records.action import Action, Assignment
from resolutions.records.amendment import Amendment
from resolutions.records.assembly import Affiliate, Appointment, Body, Mandate, Meeting, Person
from resolutions.records.audit import AuditEntry, entry_hash
from resolutions.records.ballot import Ballot
from resolutions.records.base import session
from resolutions.records.resolution import Resolution
from resolutions.rules.clauses import ClauseKind
from tests.congress import Congress
from tests.doors import Browser, Doors
from tests.web.test_drafting_pages import fields

SEED = (Path(__file__).parent.parent / "seed" / "emergency-resolution-on-belarus.txt").read_text()
CODES = ("ALP", "BET", "GAM", "DEL", "EPS", "ZET")
SHEET = "code;name;country;region;sector;members_paid;contact_email\n" + "".join(
    f"{code};Union {code.title()};{country};{region};metal;{members};{code.lower()}@a.example\n"
    for code, country, region, members in zip(
        CODES,
        ("SE", "ZA", "BD", "FR", "PE", "FJ"),
        ("Europe", "Africa", "Asia", "Europe", "Latin America", "Asia"),
        (120_400, 80_000, 9_500, 45_001, 30_000, 800),
        strict=True,
    )
)
LASTING = "full and lasting support"


def one(record: Any, **wanted: object) -> Any:
    """The only row of a kind with these values."""
    return session().scalars(select(record).filter_by(**wanted)).one()


class Road:
    """The people of the road at their browsers, and what they do at each stage."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors
        self.secretary = doors.of("secretary")

    def of(self, name: str) -> Browser:
        """The browser of a person."""
        return self.doors.of(name)

    def convene(self) -> Meeting:
        """The secretariat founds a congress under a preset, imports its affiliates and convenes it for tomorrow."""
        self.secretary.post(
            "/assembly/bodies", {"name": "World Congress", "role": "congress"}, page="/assembly/"
        )
        body = one(Body, name="World Congress")
        there = f"/assembly/bodies/{body.id}"
        self.secretary.post(f"{there}/standing-orders", {"preset": "industriall"}, page=there)
        page = self.secretary.post(
            "/assembly/affiliates/import", {"content": SHEET}, page="/assembly/affiliates/import", status=200
        )
        assert page.text.count("Import all of it") == 1
        sent = {name: values[0] for name, values in fields(page.text).items() if name in ("seal", "content")}
        sent["content"] = SHEET
        self.secretary.post("/assembly/affiliates/import/all", sent, page="/assembly/affiliates/import")
        opens = datetime.now(UTC).astimezone(ZoneInfo("Europe/Zurich")) + timedelta(days=1)
        letter = {
            "name": "3rd World Congress",
            "place": "Geneva",
            "time_zone": "Europe/Zurich",
            "opens_at": opens.strftime("%Y-%m-%dT09:00"),
            "closes_at": (opens + timedelta(days=3)).strftime("%Y-%m-%dT18:00"),
        }
        self.secretary.post(f"{there}/meetings", letter, page=there)
        return one(Meeting, name="3rd World Congress")

    def send_delegates(self, meeting: Meeting) -> None:
        """Each affiliate sends a delegate, who is also its officer; all are in the hall."""
        there = f"/assembly/meetings/{meeting.id}"
        for code in CODES:
            affiliate = one(Affiliate, code=code)
            newcomer = {
                "name": f"Delegate {code}",
                "email": f"{code.lower()}@d.example",
                "affiliate_id": affiliate.id,
            }
            self.secretary.post("/assembly/people", newcomer, page="/assembly/people")
            person = one(Person, email=f"{code.lower()}@d.example")
            self.doors.congress.people[code] = person
            office = {"office": "officer"}
            self.secretary.post(f"/assembly/people/{person.id}/office", office, page="/assembly/people")
            sent = {"person_id": person.id, "affiliate_id": affiliate.id, "role": "delegate"}
            self.secretary.post(f"{there}/mandates", sent, page=there)
            mandate = one(Mandate, person_id=person.id)
            self.secretary.post(f"{there}/presence", {"mandate_id": mandate.id, "present": "yes"}, page=there)
        self.of("chair").post(f"{there}/open", page=there)

    def draft(self, meeting: Meeting) -> Resolution:
        """A delegate pastes the text, checks the list of clauses, and keeps it with the emergency answers."""
        delegate, begin = self.of("ALP"), f"/meetings/{meeting.id}/draft"
        sheet = fields(delegate.post(f"{begin}/read", {"text": SEED}, page=begin, status=200).text)
        assert sheet["clause-kind"].count("operative") == 5
        sheet |= {f"answer-{test}": ["In writing."] for test in ("event_after_deadline", "within_aims")}
        sheet |= {f"answer-{test}": ["In writing."] for test in ("not_covered", "no_statute_or_fee")}
        sheet.pop("csrf_token")
        delegate.post(begin, sheet, page=begin)
        return one(Resolution)

    def gather_support(self, text: Resolution) -> None:
        """Five affiliates from five countries join; then the text is handed in."""
        there = f"/resolutions/{text.id}"
        others = [one(Affiliate, code=code).id for code in CODES[1:]]
        self.of("ALP").post(f"{there}/submit", page=f"{there}/draft", status=422)
        self.of("ALP").post(f"{there}/co-sponsors", {"affiliate_id": others}, page=f"{there}/draft")
        for code in CODES[1:]:
            self.of(code).post(f"{there}/co-sponsor", page="/")
        self.of("ALP").post(f"{there}/submit", page=f"{there}/draft")

    def amend(self, text: Resolution, code: str, clause: str, words: str) -> Amendment:
        """A delegate changes the words of a clause; another affiliate supports it; the committee admits it."""
        path = f"/resolutions/{text.id}/amend"
        typed = {"revision": "1", f"text-{clause}": words, "reason": "It must last."}
        shown = self.of(code).post(path, {**typed, "act": "check"}, page=path, status=200).text
        assert "<ins>" in shown
        self.of(code).post(path, {**typed, "act": "submit"}, page=path)
        amendment = session().scalars(select(Amendment).order_by(Amendment.id.desc())).first()
        assert amendment is not None
        there = f"/amendments/{amendment.id}"
        self.of("ZET" if code != "ZET" else "EPS").post(f"{there}/support", page=there)
        self.of("convenor").post(f"{there}/admit", {"reason": ""}, page=there)
        return amendment

    def vote(self, text: Resolution, amendment: Amendment | None, choices: dict[str, str]) -> Ballot:
        """The chair announces and opens, delegates vote on their pages, the chair closes and declares."""
        chair = self.of("chair")
        sent = {"method": "recorded", "amendment": amendment.id if amendment else ""}
        desk = chair.post(f"/chair/announce/{text.id}", sent, page="/chair/").headers["Location"]
        ballot_id = int(desk.rpartition("=")[2])
        chair.post(f"/chair/{ballot_id}/open", page=desk)
        for code, choice in choices.items():
            path = f"/ballots/{ballot_id}"
            typed = {name: values[0] for name, values in fields(self.of(code).get(path)).items()}
            self.of(code).post(f"{path}/vote", {**typed, "choice": choice}, page=path)
            assert "Your vote is recorded" in self.of(code).get(path)
        chair.post(f"/chair/{ballot_id}/close", page=desk)
        chair.post(f"/chair/{ballot_id}/declare", page=desk)
        ballot = session().get(Ballot, ballot_id)
        assert ballot is not None
        return ballot

    def report(self, code: str, assignment: Assignment, words: str, **more: str) -> None:
        """An officer answers in three taps."""
        page = f"/our-actions/{assignment.id}"
        typed = {"outcome": "done", "text": words, "visibility": "public"} | more
        self.of(code).post(f"{page}/report", typed, page=page)


def clause_with(text: Resolution, words: str) -> tuple[str, str]:
    """Id and words of the clause that holds these words."""
    found = next(c for c in text.revision.text if words in c.text)
    return found.id, found.text


def test_the_belarus_text_from_the_convening_letter_to_a_verified_report(
    doors: Doors, congress: Congress
) -> None:
    road = Road(doors)
    congress.meeting.state = congress.executive_meeting.state = "closed"
    session().commit()

    meeting = road.convene()
    road.send_delegates(meeting)
    assert [m.weight for m in meeting.mandates] == [121, 80, 10, 46, 30, 1]

    text = road.draft(meeting)
    assert [c.kind for c in text.revision.text].count(ClauseKind.OPERATIVE) == 5
    road.gather_support(text)
    road.of("convenor").post(f"/resolutions/{text.id}/admit", {}, page=f"/resolutions/{text.id}/ruling")
    assert (text.state, text.number) == ("admitted", "E-1")

    support, words = clause_with(text, "full support to independent")
    first = road.amend(text, "BET", support, words.replace("full support", LASTING))
    second = road.amend(text, "GAM", support, words.replace("in Belarus", "in Belarus and in exile"))
    third = road.amend(text, "DEL", support, words.replace("full support", "some support"))
    assert [a.label for a in (first, second, third)] == ["A1", "A2", "A3"]
    desk = f"/resolutions/{text.id}/consolidation"
    assert "Conflict: the same words" in road.of("convenor").get(desk)
    road.of("chair").post(f"/resolutions/{text.id}/debate", page="/chair/")

    for amendment in (first, second, third):
        ballot = road.vote(text, amendment, {"ALP": "for", "BET": "for", "DEL": "against"})
        assert (ballot.outcome, ballot.result["weight"]["for"]) == ("carried", 201)
    road.of("convenor").post(f"{desk}/settle", {"clause": support, "choice": "A1.1"}, page=desk)
    road.of("convenor").post(desk, page=desk)
    assert clause_with(text, LASTING)[1] == words.replace("full support", LASTING).replace(
        "in Belarus", "in Belarus and in exile"
    )
    assert (text.state, text.revision.ordinal) == ("voting", 2)

    ballot = road.vote(text, None, {"ALP": "for", "BET": "for", "GAM": "against", "ZET": "abstain"})
    assert ballot.result["organisations"] == {"for": 2, "against": 1, "abstain": 1, "divided": 0}
    assert text.state == "adopted"
    road.of("").get(f"/resolutions/{text.id}", status=404)
    road.secretary.post(f"/actions/of/{text.id}/publish", page=f"/resolutions/{text.id}")
    public = road.of("").get(f"/record/{text.reference}")
    assert LASTING in re.sub(r"<[^>]+>", "", public)
    assert "How it was decided" in public

    follow_the_text_up(road, text)
    read_the_thread(road, text, support)
    trail_holds()


def follow_the_text_up(road: Road, text: Resolution) -> None:
    """Three proposed actions; the affiliates' one is issued, answered, returned, answered again, verified."""
    there = f"/actions/of/{text.id}"
    road.secretary.post(f"{there}/propose", page=there)
    actions = session().scalars(select(Action).order_by(Action.id)).all()
    assert sorted(action.addressee for action in actions) == ["affiliates", "executive", "secretariat"]
    assert [action.towards for action in actions if action.addressee == "secretariat"] == ["ILO"]
    for action in actions:
        page = f"/actions/{action.id}"
        form = fields(road.secretary.get(f"{page}/edit"))
        form |= {"addressee": [action.addressee], "rule": ["all"], "due_on": ["2030-06-30"]}
        road.secretary.post(f"{page}/edit", form, page=f"{page}/edit")
        road.secretary.post(f"{page}/issue", page=page)
    assert text.state == "in_follow_up"
    asked = next(action for action in actions if action.addressee == "affiliates")
    rows = {row.affiliate.code: row for row in asked.assignments if row.affiliate.code in CODES}
    assert set(rows) == set(CODES)
    road.report("ALP", rows["ALP"], "We wrote to the ambassador and stood before the embassy.")
    road.report("BET", rows["BET"], "A letter.", outcome="under_way", visibility="secretariat")
    judged = f"/actions/reports/{rows['ALP'].id}"
    road.secretary.post(f"{judged}/return", {"words": "On which day?"}, page=judged)
    road.report("ALP", rows["ALP"], "On 12 October, with forty people.")
    road.secretary.post(f"{judged}/accept", page=judged)
    assert [(r.verification, r.work) for r in (rows["ALP"], rows["BET"])] == [
        ("accepted", "done"),
        ("submitted", "under_way"),
    ]
    assert "Union Alp" in road.secretary.get(f"/actions/{asked.id}")


def read_the_thread(road: Road, text: Resolution, clause: str) -> None:
    """One page shows the clause's whole life: words, amendments, votes, actions, reports."""
    page = road.of("ALP").get(f"/resolutions/{text.id}/clauses/{clause}")
    shown = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    for said in (
        "revision 1",
        "revision 2",
        "A1.1",
        "A2.1",
        "A3.1",
        "settled",
        "The vote on the text",
        "12 October",
    ):
        assert said in shown, shown
    public = road.of("").get(f"/record/{text.reference}")
    assert "On 12 October, with forty people." in public
    assert "A letter." not in public


def trail_holds() -> None:
    """Every step is in the trail, each entry chained to the one before."""
    trail = session().scalars(select(AuditEntry).order_by(AuditEntry.sequence)).all()
    assert [entry.sequence for entry in trail] == list(range(1, len(trail) + 1))
    assert all(entry.hash == entry_hash(entry) for entry in trail)
    assert all(entry.previous_hash == before.hash for before, entry in zip(trail, trail[1:], strict=False))
    assert session().scalars(select(Appointment)).first() is not None
