from resolutions.lifecycle.voting import casting, closing, opening
from resolutions.lifecycle.voting.casting import Choosing
from resolutions.records.ballot import Ballot
from resolutions.records.base import session
from tests.congress import Congress
from tests.doors import Doors
from tests.texts import amendment, text

NEW_WORDS = "calls on all affiliates to give full and lasting support to independent unions;"


def opened(congress: Congress, method: str = "recorded") -> Ballot:
    """A ballot on an amendment, open."""
    resolution = text(congress, "in_debate")
    proposed = amendment(congress, resolution, 1, NEW_WORDS)
    ballot = opening.announce_ballot(resolution, congress.actor("chair"), proposed, method)
    return opening.open_ballot(ballot, congress.actor("chair"))


def test_a_voter_sees_what_yes_changes_and_ends_in_a_receipt(doors: Doors, congress: Congress) -> None:
    ballot = opened(congress)
    browser, path = doors.of("delegate_nor"), f"/ballots/{ballot.id}"
    page = browser.get(path)
    assert "and lasting" in page.partition("<ins>")[2].partition("</ins>")[0]
    assert "You cast 121 votes for" in page
    mandate = congress.people["delegate_nor"].mandates[0].id
    browser.post(f"{path}/vote", {"choice": "for", "mandate": mandate, "key": "k1"}, page=path)
    after = browser.get(path)
    receipt = ballots_receipt(ballot)
    assert "Your vote is recorded: For." in " ".join(after.split())
    assert receipt in after


def ballots_receipt(ballot: Ballot) -> str:
    """The receipt of the only vote."""
    return closing.current_votes(ballot)[0].receipt


def test_a_vote_without_a_choice_comes_back_with_the_mend(doors: Doors, congress: Congress) -> None:
    ballot = opened(congress)
    path = f"/ballots/{ballot.id}"
    mandate = congress.people["delegate_nor"].mandates[0].id
    answer = doors.of("delegate_nor").post(
        f"{path}/vote", {"mandate": mandate, "key": "k"}, page=path, status=422
    )
    assert "Choose For, Against or Abstain" in answer.text
    assert closing.current_votes(ballot) == []


def test_a_refused_choice_stays_with_the_mandate_it_was_meant_for(doors: Doors, congress: Congress) -> None:
    second = next(m for m in congress.meeting.mandates if m.affiliate is congress.affiliates["MIN"])
    second.person = congress.people["delegate_nor"]
    session().commit()
    ballot = opened(congress)
    path = f"/ballots/{ballot.id}"
    sent = {"choice": "for", "mandate": second.id, "key": "k"}
    doors.of("delegate_nor").post(f"{path}/vote", sent, page=path)
    answer = doors.of("delegate_nor").post(
        f"{path}/vote", sent | {"choice": "against"}, page=path, status=422
    )
    assert "This page was sent before with another choice." in answer.text
    assert answer.text.count(" checked") == 1


def test_who_is_not_on_the_roll_sees_no_choices_and_cannot_vote(doors: Doors, congress: Congress) -> None:
    ballot = opened(congress)
    path = f"/ballots/{ballot.id}"
    page = doors.of("secretary").get(path)
    assert "You have no vote in this ballot." in page
    assert 'name="choice"' not in page
    mandate = congress.people["delegate_nor"].mandates[0].id
    sent = {"choice": "for", "mandate": mandate, "key": "k"}
    doors.of("delegate_tex").post(f"{path}/vote", sent, page=path, status=422)
    assert closing.current_votes(ballot) == []


def test_a_late_vote_is_refused_in_words_and_not_counted(doors: Doors, congress: Congress) -> None:
    ballot = opened(congress)
    path, nor = f"/ballots/{ballot.id}", doors.of("delegate_nor")
    nor.get(path)
    closing.close_ballot(ballot, congress.actor("chair"))
    mandate = congress.people["delegate_nor"].mandates[0].id
    sent = {"choice": "for", "mandate": mandate, "key": "k"}
    answer = nor.post(f"{path}/vote", sent, page=path, status=422)
    assert "is not open now" in answer.text
    assert closing.current_votes(ballot) == []


def test_nothing_tells_how_the_vote_runs_before_the_declaration(doors: Doors, congress: Congress) -> None:
    ballot = opened(congress)
    nor = congress.actor("delegate_nor")
    casting.cast_vote(ballot, nor, Choosing("against", nor.mandates[0].id, "k"))
    for name in ("chair", "secretary", "delegate_min", "general"):
        page = doors.of(name).get(f"/ballots/{ballot.id}")
        assert "Who voted how" not in page
        assert "121 " not in page
    assert doors.of("chair").get("/ballots/1/state".replace("1", str(ballot.id))).count("against") == 0


def test_the_state_of_a_ballot_is_answered_empty_when_nothing_changed(
    doors: Doors, congress: Congress
) -> None:
    ballot = opened(congress)
    client = doors.of("delegate_nor").client
    first = client.get(f"/ballots/{ballot.id}/state")
    again = client.get(f"/ballots/{ballot.id}/state", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.json["state"], first.json["voted"], again.status_code) == ("open", 0, 304)


def test_the_chair_takes_a_ballot_from_the_announcement_to_the_declaration(
    doors: Doors, congress: Congress
) -> None:
    resolution = text(congress, "in_debate")
    proposed = amendment(congress, resolution, 1, NEW_WORDS)
    chair = doors.of("chair")
    sent = {"amendment": proposed.id, "method": "recorded"}
    desk = chair.post(f"/chair/announce/{resolution.id}", sent, page="/chair/").headers["Location"]
    ballot_id = int(desk.rpartition("=")[2])
    for step, button in (("open", "Close the vote"), ("close", "Declare the result"), ("declare", "Next")):
        chair.post(f"/chair/{ballot_id}/{step}", page=desk)
        assert button in chair.get(desk)
    ballot = session().get(Ballot, ballot_id)
    assert (ballot.state, ballot.outcome) == ("declared", "lost")


def test_a_delegate_does_not_find_the_desk(doors: Doors, congress: Congress) -> None:
    doors.of("delegate_nor").get("/chair/", 403)
    ballot = opened(congress)
    doors.of("delegate_nor").post(f"/chair/{ballot.id}/close", page="/", status=403)
    assert session().get(Ballot, ballot.id).state == "open"


def test_two_tellers_enter_the_hands_and_what_was_typed_wrong_comes_back(
    doors: Doors, congress: Congress
) -> None:
    ballot = opened(congress, "hands")
    path = f"/ballots/{ballot.id}/hands"
    wrong = doors.of("teller").post(path, {"for": "4", "against": "x", "abstain": "0"}, page=path, status=422)
    assert 'value="4"' in wrong.text
    for name in ("teller", "second_teller"):
        doors.of(name).post(path, {"for": "4", "against": "1", "abstain": "0"}, page=path)
    doors.of("chair").post(f"/chair/{ballot.id}/close", page="/chair/")
    doors.of("chair").post(f"/chair/{ballot.id}/declare", page="/chair/")
    assert session().get(Ballot, ballot.id).outcome == "carried"


def test_after_the_declaration_everybody_entitled_reads_who_voted_how(
    doors: Doors, congress: Congress
) -> None:
    ballot = opened(congress)
    congress.affiliates["MIN"].protected = True
    for code in ("nor", "min"):
        who = congress.actor(f"delegate_{code}")
        casting.cast_vote(ballot, who, Choosing("for", who.mandates[0].id, code))
    for entry in ballot.roll:
        entry.protected = entry.affiliate_code == "MIN"
    session().commit()
    closing.close_ballot(ballot, congress.actor("chair"))
    closing.declare_ballot(ballot, congress.actor("chair"))
    page = doors.of("delegate_tex").get(f"/ballots/{ballot.id}")
    assert "Nordic Metal Union" in page
    assert "Mine Workers" not in page
    assert "1 voter at risk is counted but not named." in page
