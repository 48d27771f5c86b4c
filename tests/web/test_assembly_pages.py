import html
import io
import re

import pytest
from sqlalchemy import func, select

from resolutions.records.assembly import (
    Affiliate,
    AffiliateList,
    Body,
    Mandate,
    Meeting,
    Person,
    StandingOrdersVersion,
)
from resolutions.records.base import session
from resolutions.rules.standing_orders.orders import FIELDS
from tests.congress import Congress
from tests.doors import Browser, Doors
from tests.web.queries import queries

IMPORT = "/assembly/affiliates/import"
HEAD = "code;name;country;region;members_paid\n"
LAKES = "LAK;Union of the Lakes;TZ;Africa;4 200\n"
LETTER = {
    "name": "4th Congress",
    "place": "Cape Town",
    "time_zone": "Africa/Johannesburg",
    "opens_at": "2030-05-06T09:00",
    "closes_at": "2030-05-09T18:00",
}


def main_of(page: str) -> str:
    """The words of a page's main part."""
    return html.unescape(re.sub(r"<[^>]+>", " ", page.partition("<main")[2].partition("</main>")[0]))


def sealed(page: str) -> dict[str, str]:
    """What the second click of the import sends, with the line ends that browsers give it."""
    seal = re.search(r'name="seal" value="([0-9a-f]{64})"', page)
    content = re.search(r'<textarea name="content" hidden[^>]*>\n(.*?)</textarea>', page, re.S)
    assert seal and content
    return {"seal": seal[1], "content": html.unescape(content[1]).replace("\n", "\r\n")}


def looked_at(browser: Browser, content: bytes) -> str:
    """The page that says what importing this file would do."""
    sent = {"file": (io.BytesIO(content), "affiliates.csv")}
    return browser.post(IMPORT, sent, page=IMPORT, status=200).text


def test_a_body_is_founded_given_rules_and_convened(doors: Doors) -> None:
    secretary = doors.of("secretary")
    secretary.post("/assembly/bodies", {"name": "Youth Congress"}, page="/assembly/")
    body = session().scalars(select(Body).where(Body.name == "Youth Congress")).one()
    page = f"/assembly/bodies/{body.id}"
    assert "No rules are adopted yet." in secretary.get(page)
    secretary.post(f"{page}/standing-orders", {"preset": "industriall"}, page=page)
    secretary.post(f"{page}/meetings", LETTER, page=page)
    meeting = session().scalars(select(Meeting).where(Meeting.body_id == body.id)).one()
    assert (meeting.opens_at.isoformat(), meeting.standing_orders.number) == ("2030-05-06T07:00:00+00:00", 1)
    assert "4th Congress" in secretary.get(f"/assembly/meetings/{meeting.id}")


def test_a_convening_letter_that_is_refused_comes_back_as_typed(doors: Doors, congress: Congress) -> None:
    page = f"/assembly/bodies/{congress.congress.id}"
    answer = doors.of("secretary").post(
        f"{page}/meetings", LETTER | {"closes_at": "2030-05-01T18:00"}, page=page, status=422
    )
    assert "The meeting ends before it begins." in answer.text
    assert 'value="Cape Town"' in answer.text


def test_a_page_of_rules_shows_every_parameter_by_chapter(doors: Doors, congress: Congress) -> None:
    page = doors.of("delegate_nor").get(f"/assembly/bodies/{congress.congress.id}/standing-orders/1")
    assert page.count("<tr") - page.count("<thead") == len(FIELDS)
    assert "The weight of votes" in page
    assert "Adopt as the next version" not in page


def test_the_next_version_keeps_what_was_not_touched(doors: Doors, congress: Congress) -> None:
    page = f"/assembly/bodies/{congress.congress.id}/standing-orders"
    doors.of("secretary").post(page, {"submit_max_words": "450", "amend_from_floor": "yes"}, page=f"{page}/1")
    first, second = session().scalars(
        select(StandingOrdersVersion)
        .where(StandingOrdersVersion.body_id == congress.congress.id)
        .order_by(StandingOrdersVersion.number)
    )
    assert second.parameters == first.parameters | {"submit_max_words": 450, "amend_from_floor": True}
    assert congress.meeting.standing_orders.number == 1


@pytest.mark.parametrize("typed", ["many", "--5", "²", "-1", "9" * 400])
def test_a_value_of_the_wrong_kind_comes_back_with_the_others(
    doors: Doors, congress: Congress, typed: str
) -> None:
    page = f"/assembly/bodies/{congress.congress.id}/standing-orders"
    answer = doors.of("secretary").post(
        page, {"submit_max_words": typed, "follow_due_days": "77"}, page=f"{page}/1", status=422
    )
    assert 'value="77"' in answer.text
    assert f'value="{typed}"' in answer.text
    assert len(congress.congress.standing_orders) == 1


def test_a_body_without_rules_asks_for_a_preset(doors: Doors) -> None:
    secretary = doors.of("secretary")
    secretary.post("/assembly/bodies", {"name": "Youth Congress"}, page="/assembly/")
    page = f"/assembly/bodies/{session().scalar(select(func.max(Body.id)))}"
    secretary.post(f"{page}/standing-orders", {"preset": "no such rules"}, page=page, status=422)
    secretary.post(f"{page}/standing-orders", {}, page=page, status=422)


def test_a_meeting_is_opened_and_closed_from_its_page(doors: Doors, congress: Congress) -> None:
    chair, page = doors.of("chair"), f"/assembly/meetings/{congress.meeting.id}"
    assert "Open the meeting" in chair.get(page)
    chair.post(f"{page}/open", page=page)
    assert "Close the meeting" in chair.get(page)
    chair.post(f"{page}/close", page=page)
    assert congress.meeting.state == "closed"


def test_a_member_reads_the_roll_and_is_offered_nothing(doors: Doors, congress: Congress) -> None:
    page = f"/assembly/meetings/{congress.meeting.id}"
    shown = doors.of("delegate_nor").get(page)
    assert "Nordic Metal Union" in shown
    assert ("Accredit" in main_of(shown), "check in" in main_of(shown)) == (False, False)
    doors.of("delegate_nor").post(f"{page}/mandates", {"person_id": 1}, page=page, status=403)
    doors.of("stranger").get(page, status=403)


def test_somebody_is_accredited_and_checked_in(doors: Doors, congress: Congress) -> None:
    secretary, page = doors.of("secretary"), f"/assembly/meetings/{congress.meeting.id}"
    sent = {"person_id": congress.people["stranger"].id, "affiliate_id": congress.affiliates["PAC"].id}
    secretary.post(f"{page}/mandates", sent | {"role": "delegate"}, page=page)
    mandate = (
        session().scalars(select(Mandate).where(Mandate.person_id == congress.people["stranger"].id)).one()
    )
    assert (mandate.voting, mandate.weight, mandate.present) == (False, 0, False)
    doors.of("teller").post(f"{page}/presence", {"mandate_id": mandate.id, "present": "yes"}, page=page)
    session().expire_all()
    assert mandate.present is True
    again = secretary.post(f"{page}/mandates", sent, page=page, status=422)
    assert "has this mandate already" in again.text


def test_everybody_can_be_chosen_for_a_mandate_however_many_they_are(
    doors: Doors, congress: Congress
) -> None:
    session().add_all(Person(name=f"Aa {n:02}", email=f"a{n}@federation.example") for n in range(60))
    session().commit()
    page = f"/assembly/meetings/{congress.meeting.id}"
    before = queries(doors.of("secretary"), page)
    assert "Somebody Else" in doors.of("secretary").get(page)
    session().add_all(Person(name=f"Bb {n:02}", email=f"b{n}@federation.example") for n in range(60))
    session().commit()
    assert queries(doors.of("secretary"), page) == before


def test_affiliates_are_found_by_name_region_and_standing(doors: Doors, congress: Congress) -> None:
    congress.affiliates["MIN"].standing = "arrears"
    session().commit()
    secretary = doors.of("secretary")
    assert "1 affiliate" in main_of(secretary.get("/assembly/affiliates?q=delta"))
    assert "2 affiliates" in main_of(secretary.get("/assembly/affiliates?region=Europe"))
    owing = main_of(secretary.get("/assembly/affiliates?standing=arrears"))
    assert ("Mine Workers" in owing, "Nordic" in owing) == (True, False)


def test_affiliates_are_found_by_a_sector_whatever_its_letters(doors: Doors, congress: Congress) -> None:
    congress.affiliates["MIN"].sectors = ["métal_100%", "mines"]
    congress.affiliates["NOR"].sectors = ["métal"]
    session().commit()
    secretary = doors.of("secretary")
    for sector, shown in (("métal_100%25", (True, False)), ("métal", (False, True)), ("min", (False, False))):
        found = main_of(secretary.get(f"/assembly/affiliates?sector={sector}"))
        assert ("Mine Workers" in found, "Nordic" in found) == shown


def test_fifty_affiliates_make_a_page_and_more_of_them_no_more_questions(
    doors: Doors, congress: Congress
) -> None:
    secretary = doors.of("secretary")
    before = queries(secretary, "/assembly/affiliates")
    lines = "".join(f"Z{n:03};Zone {n:03};FR;Europe;{n}\n" for n in range(50))
    secretary.post(f"{IMPORT}/all", sealed(looked_at(secretary, (HEAD + lines).encode())), page=IMPORT)
    assert queries(secretary, "/assembly/affiliates") == before
    assert "Zone 049" not in secretary.get("/assembly/affiliates")
    assert "Zone 049" in secretary.get("/assembly/affiliates?page=2")
    nor = congress.affiliates["NOR"].id
    assert "120" in main_of(secretary.get(f"/assembly/affiliates/{nor}"))


def test_an_import_is_looked_at_first_and_then_taken_over_whole(doors: Doors, congress: Congress) -> None:
    secretary = doors.of("secretary")
    page = looked_at(secretary, (HEAD + LAKES).replace("\n", "\r\n").encode("utf-8-sig"))
    assert "Union of the Lakes" in page
    assert "Not in the file, and left as they are" in page
    assert session().scalar(select(func.count()).select_from(Affiliate)) == 6
    secretary.post(f"{IMPORT}/all", sealed(page), page=IMPORT)
    new = session().scalars(select(Affiliate).where(Affiliate.code == "LAK")).one()
    assert (new.name, new.members_paid, new.country) == ("Union of the Lakes", 4_200, "TZ")
    assert session().scalar(select(func.count()).select_from(Affiliate)) == 7


def test_what_was_not_looked_at_is_not_imported(doors: Doors, congress: Congress) -> None:
    secretary = doors.of("secretary")
    sent = sealed(looked_at(secretary, (HEAD + LAKES).encode()))
    sent["content"] = sent["content"].replace("4 200", "9 999")
    answer = secretary.post(f"{IMPORT}/all", sent, page=IMPORT, status=422)
    assert "This is not the file you looked at." in answer.text
    assert session().scalar(select(func.count()).select_from(Affiliate)) == 6


def test_a_file_with_one_wrong_cell_cannot_be_imported(doors: Doors, congress: Congress) -> None:
    secretary = doors.of("secretary")
    page = looked_at(secretary, (HEAD + LAKES + "BAD;Bad;Sweden;Europe;1\n").encode())
    assert "is not a country code" in page
    assert "Import all of it" not in page
    answer = secretary.post(f"{IMPORT}/all", sealed(page), page=IMPORT, status=422)
    assert "nothing was imported" in answer.text


def test_the_same_file_twice_says_that_nothing_is_to_change(doors: Doors, congress: Congress) -> None:
    secretary = doors.of("secretary")
    for _ in range(2):
        sent = sealed(looked_at(secretary, (HEAD + LAKES).encode()))
        secretary.post(f"{IMPORT}/all", sent, page=IMPORT)
    assert "Nothing to change" in secretary.get("/assembly/affiliates")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Choose a CSV file, or paste its lines."),
        (b"code;name\nA;B\n", "Missing: country, region, members_paid"),
        (b"code;name;country;region;members_paid\nA;\xe9;FR;E;1", "Save it as CSV in UTF-8"),
        (b'code;name;country;region;members_paid\nA;"B;FR;E;1', "The file cannot be read beyond line 2"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(doors: Doors, content: bytes, said: str) -> None:
    sent = {"file": (io.BytesIO(content), "affiliates.csv")}
    assert said in main_of(doors.of("secretary").post(IMPORT, sent, page=IMPORT, status=422).text)


def test_a_list_is_kept_and_a_wrong_code_comes_back(doors: Doors, congress: Congress) -> None:
    secretary, page = doors.of("secretary"), "/assembly/lists"
    secretary.post(page, {"name": "Neighbours", "codes": "NOR, CHE; TEX"}, page=page)
    assert session().scalars(select(AffiliateList.codes)).one() == ["CHE", "NOR", "TEX"]
    answer = secretary.post(page, {"name": "Far away", "codes": "NOR QQQ"}, page=page, status=422)
    assert ("QQQ" in main_of(answer.text), "Far away" in answer.text) == (True, True)


def test_a_person_is_entered_and_appointed(doors: Doors, congress: Congress) -> None:
    secretary = doors.of("secretary")
    sent = {"name": "Ingrid", "email": "ingrid@federation.example", "time_zone": "Europe/Oslo"}
    secretary.post("/assembly/people", sent, page="/assembly/people")
    person = session().scalars(select(Person).where(Person.email == sent["email"])).one()
    page = f"/assembly/people/{person.id}"
    secretary.post(f"{page}/office", {"office": "teller", "body_id": congress.congress.id}, page=page)
    assert [a.office for a in person.appointments] == ["teller"]
    held = {"office": "teller", "body_id": congress.congress.id, "given": "no"}
    secretary.post(f"{page}/office", held, page=page)
    session().expire_all()
    assert person.appointments == []


def test_a_person_with_a_taken_address_comes_back_as_typed(doors: Doors, congress: Congress) -> None:
    sent = {"name": "A Second Stranger", "email": congress.email("stranger")}
    answer = doors.of("secretary").post("/assembly/people", sent, page="/assembly/people", status=422)
    assert "Somebody else has the address" in answer.text
    assert "A Second Stranger" in answer.text


def test_the_masthead_names_the_meeting_in_session(doors: Doors, congress: Congress) -> None:
    congress.executive_meeting.state = "closed"
    congress.meeting.state = "open"
    session().commit()
    assert "3rd Congress" in doors.of("delegate_nor").get("/resolutions/")


@pytest.mark.parametrize("page", ["", "affiliates", "affiliates/import", "lists", "people"])
def test_the_assembly_is_run_by_the_secretariat(doors: Doors, page: str) -> None:
    doors.of("secretary").get(f"/assembly/{page}")
    doors.of("delegate_nor").get(f"/assembly/{page}", status=403)
