from resolutions.lifecycle import amending
from resolutions.lifecycle.amending import Change
from resolutions.rules.merge import Act
from tests.amending import LEAVE, admitted, decide, replace, tabled
from tests.congress import Congress
from tests.doors import Doors
from tests.web.queries import queries

TWENTY = LEAVE.replace("ten", "twenty")
THIRTY = LEAVE.replace("ten", "thirty")
HURT = LEAVE.replace("injured at work", "hurt below ground")


def test_the_desk_tells_identical_compatible_and_contested_proposals_apart(
    doors: Doors, congress: Congress
) -> None:
    text = admitted(congress)
    desk = f"/resolutions/{text.id}/consolidation"
    tabled(congress, text, "min", replace("c2", TWENTY))
    tabled(congress, text, "tex", replace("c2", TWENTY))
    assert "Identical proposals" in doors.of("convenor").get(desk)
    tabled(congress, text, "che", replace("c2", HURT))
    assert "Compatible: different words" in doors.of("convenor").get(desk)
    tabled(congress, text, "and", replace("c2", THIRTY))
    page = doors.of("convenor").get(desk)
    assert "Conflict: the same words" in page
    assert page.count('type="radio"') == 5


def test_a_conflict_is_settled_and_the_text_consolidated(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    desk, convenor = f"/resolutions/{text.id}/consolidation", doors.of("convenor")
    amendments = [
        tabled(congress, text, "min", replace("c2", TWENTY)),
        tabled(congress, text, "tex", replace("c2", THIRTY)),
    ]
    amending.open_debate(text, congress.actor("chair"))
    assert "what you see is a preview" in convenor.get(desk)
    decide("carried", *amendments)
    assert "Consolidate the text" not in convenor.get(desk)
    convenor.post(f"{desk}/settle", {"clause": "c2", "choice": "A2.1", "text": LEAVE}, page=desk)
    page = convenor.get(desk)
    assert "Settled by Convenor" in page
    assert "Consolidate the text" in page
    convenor.post(desk, page=desk)
    assert (text.state, text.revision.text[1].text) == ("voting", THIRTY)
    assert "A2.1" in doors.of("delegate_min").get(f"/resolutions/{text.id}/amendments")


def test_words_of_the_committee_come_back_when_they_cannot_stand(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    desk, convenor = f"/resolutions/{text.id}/consolidation", doors.of("convenor")
    tabled(congress, text, "min", replace("c2", TWENTY))
    tabled(congress, text, "tex", Change(Act.DELETE, "c2"))
    settle = f"{desk}/settle"
    page = convenor.post(settle, {"clause": "c2", "text": "Typed with care"}, page=desk, status=422).text
    assert "Choose one of the wordings of clause 1" in page
    assert "Typed with care" in page
    sent = {"clause": "c2", "choice": "own", "text": " "}
    assert "Write what clause 1 will say" in convenor.post(settle, sent, page=desk, status=422).text
    convenor.post(settle, {"clause": "c2", "choice": "A2.1"}, page=desk)
    assert LEAVE not in convenor.get(desk).partition("The text as it would be")[2]


def test_the_text_is_not_consolidated_too_early(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    desk = f"/resolutions/{text.id}/consolidation"
    tabled(congress, text, "min", replace("c2", TWENTY))
    amending.open_debate(text, congress.actor("chair"))
    page = doors.of("convenor").post(desk, page=desk, status=409).text
    assert "A1 are not decided yet" in page


def test_the_desk_is_for_the_committee_and_the_secretariat(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    desk = f"/resolutions/{text.id}/consolidation"
    doors.of("secretary").get(desk)
    for name in ("delegate_nor", "stranger", "teller"):
        doors.of(name).get(desk, status=403)
    doors.of("").get(desk, status=302)


def test_the_desk_asks_as_often_for_three_amendments_as_for_one(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    desk, convenor = f"/resolutions/{text.id}/consolidation", doors.of("convenor")
    tabled(congress, text, "min", replace("c2", TWENTY))
    once = queries(convenor, desk)
    tabled(congress, text, "tex", replace("c2", THIRTY))
    tabled(congress, text, "che", Change(Act.DELETE, "c3"))
    assert queries(convenor, desk) == once
