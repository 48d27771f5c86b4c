from sqlalchemy import select

from resolutions.lifecycle import amending
from resolutions.lifecycle.amending import Change
from resolutions.records.amendment import Amendment
from resolutions.records.base import session
from resolutions.rules.merge import Act
from tests.amending import LEAVE, WAGES, admitted, drafted, replace, submitted, tabled
from tests.congress import Congress
from tests.doors import Doors
from tests.web.queries import queries

TWENTY = LEAVE.replace("ten", "twenty")
THIRTY = LEAVE.replace("ten", "thirty")


def the_only_amendment() -> Amendment:
    """The amendment that there is."""
    return session().scalars(select(Amendment)).one()


def test_a_delegate_amends_in_three_taps_without_a_script(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    delegate, path = doors.of("delegate_min"), f"/resolutions/{text.id}/amend"
    editor = delegate.get(f"{path}?clause=c2")
    assert editor.count('<details class="clause-editor') == 3
    typed = {"revision": "1", "text-c2": TWENTY, "text-c3": WAGES, "reason": "Ten are not enough."}
    check = delegate.post(path, {**typed, "act": "check"}, page=path, status=200).text
    assert "<ins>" in check
    assert "Clause 1" in check
    assert session().scalars(select(Amendment)).all() == []
    delegate.post(path, {**typed, "act": "submit"}, page=path)
    amendment = the_only_amendment()
    assert (amendment.label, amendment.state, amendment.reason) == ("A1", "submitted", "Ten are not enough.")
    assert [(o.act, o.clause_id, o.text) for o in amendment.operations] == [("replace", "c2", TWENTY)]
    assert "A1.1" in doors.of("delegate_tex").get(f"/amendments/{amendment.id}")


def test_a_clause_is_deleted_and_two_are_inserted(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    path = f"/resolutions/{text.id}/amend"
    typed = {
        "revision": "1",
        "text-c2": LEAVE,
        "delete-c3": "yes",
        "insert-c2": "Asks for inspectors\r\n\r\nAsks for doctors",
        "insert-": "Having met,",
        "act": "keep",
    }
    doors.of("delegate_min").post(path, typed, page=path)
    assert [(o.act, o.clause_id, o.text, o.clause_kind) for o in the_only_amendment().operations] == [
        ("insert", "", "Having met,", "preambular"),
        ("insert", "c2", "Asks for inspectors", "operative"),
        ("insert", "c2", "Asks for doctors", "operative"),
        ("delete", "c3", "", "operative"),
    ]


def test_the_change_is_shown_without_a_script_and_with_one(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    delegate, path = doors.of("delegate_min"), f"/resolutions/{text.id}/amend"
    shown = delegate.post(
        path, {"revision": "1", "text-c2": TWENTY, "act": "show"}, page=path, status=200
    ).text
    assert TWENTY in shown
    assert "<del>" in shown
    answer = delegate.post(f"{path}/preview", {"clause": "c2", "text": TWENTY}, page=path, status=200)
    assert "<del>" in answer.text
    assert "twenty" in answer.text


def test_typed_words_come_back_with_what_is_wrong(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    delegate, path = doors.of("delegate_min"), f"/resolutions/{text.id}/amend"
    typed = {"revision": "1", "text-c2": "", "text-c3": "Words not to be lost", "reason": "Nor these"}
    page = delegate.post(path, {**typed, "act": "submit"}, page=path, status=422).text
    assert "Clause 1 has no words left" in page
    assert "Words not to be lost" in page
    assert "Nor these" in page
    page = delegate.post(path, {"revision": "1", "act": "check"}, page=path, status=422).text
    assert "Nothing is changed yet" in page


def test_a_delegate_who_is_too_late_keeps_the_words(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    delegate, path = doors.of("delegate_min"), f"/resolutions/{text.id}/amend"
    delegate.get(path)
    amending.open_debate(text, congress.actor("chair"))
    typed = {"revision": "1", "text-c2": TWENTY, "act": "submit"}
    page = delegate.post(path, typed, page="/resolutions/", status=409).text
    assert TWENTY in page
    assert "the state is" in page
    delegate.get(path, status=409)


def test_a_refused_submission_leaves_a_draft(doors: Doors, congress: Congress) -> None:
    text = admitted(congress, "ordinary")
    path = f"/resolutions/{text.id}/amend"
    typed = {"revision": "1", "text-c2": TWENTY, "act": "submit"}
    page = doors.of("delegate_min").post(path, typed, page=path, status=422).text
    assert "stands in the way" in page
    assert the_only_amendment().state == "draft"


def test_words_typed_on_an_older_text_stand_beside_the_new_ones(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    delegate, path = doors.of("delegate_min"), f"/resolutions/{text.id}/amend"
    newer = LEAVE.replace("paid leave", "fully paid leave")
    carried = tabled(congress, text, "tex", replace("c2", newer))
    amending.open_debate(text, congress.actor("chair"))
    carried.state = "carried"
    session().commit()
    amending.consolidate_text(text, congress.actor("convenor"))
    text.state = "admitted"
    session().commit()
    page = delegate.post(
        path, {"revision": "1", "text-c2": TWENTY, "text-c3": WAGES, "act": "submit"}, page=path, status=409
    ).text
    assert newer in page
    assert TWENTY in page
    assert "This clause was changed meanwhile" in page
    assert page.count('name="revision" value="2"') == 1


def test_an_identical_proposal_is_named_before_it_is_handed_in_again(
    doors: Doors, congress: Congress
) -> None:
    text = admitted(congress)
    submitted(congress, text, "tex", replace("c2", TWENTY))
    submitted(congress, text, "che", replace("c2", THIRTY))
    delegate, path = doors.of("delegate_min"), f"/resolutions/{text.id}/amend"
    assert "A1.1" in delegate.get(path)
    check = delegate.post(path, {"revision": "1", "text-c2": TWENTY}, page=path, status=200).text
    assert "A1.1 asks for the same words: support that one instead." in check
    assert "A2.1 asks for the same words" not in check


def test_a_draft_is_corrected_and_handed_in(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    draft = drafted(congress, text, "min", replace("c2", TWENTY), Change(Act.DELETE, "c3"))
    delegate, path = doors.of("delegate_min"), f"/amendments/{draft.id}"
    assert TWENTY in delegate.get(f"{path}/correct")
    delegate.post(
        f"{path}/correct", {"revision": "1", "text-c2": THIRTY, "act": "keep"}, page=f"{path}/correct"
    )
    assert [o.text for o in draft.operations] == [THIRTY]
    delegate.post(f"{path}/submit", page=path)
    assert draft.label == "A1"


def test_support_ruling_and_withdrawal_through_the_pages(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    amendment = submitted(congress, text, "min", replace("c2", TWENTY))
    path = f"/amendments/{amendment.id}"
    convenor = doors.of("convenor")
    page = convenor.post(f"{path}/admit", {"reason": "Fine."}, page=path, status=422).text
    assert "0 of 1 affiliates support this amendment" in page
    assert "Fine." in page
    assert f"{path}/support" not in doors.of("delegate_min").get(path)
    doors.of("delegate_tex").post(f"{path}/support", page=path)
    assert f"{path}/support" not in doors.of("delegate_tex").get(path)
    assert "Write the reason" in convenor.post(f"{path}/refuse", page=path, status=422).text
    convenor.post(f"{path}/admit", page=path)
    assert amendment.state == "admissible"
    doors.of("delegate_min").post(f"{path}/withdraw", page=path)
    assert amendment.state == "withdrawn"


def test_the_presiding_officer_opens_the_debate(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    path = f"/resolutions/{text.id}"
    submitted(congress, text, "min", replace("c2", TWENTY))
    page = doors.of("chair").post(f"{path}/debate", page=path, status=409).text
    assert "A1 still wait for the committee" in page
    amending.refuse_amendment(the_only_amendment(), congress.actor("convenor"), "No.")
    doors.of("chair").post(f"{path}/debate", page=path)
    assert text.state == "in_debate"


def test_strangers_and_other_delegates_find_nothing(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    draft = drafted(congress, text, "min", replace("c2", TWENTY))
    for name in ("delegate_tex", "convenor", "secretary"):
        doors.of(name).get(f"/amendments/{draft.id}", status=404)
        assert TWENTY not in doors.of(name).get(f"/resolutions/{text.id}/amendments")
    doors.of("stranger").get(f"/resolutions/{text.id}/amend", status=403)
    doors.of("officer_tex").get(f"/resolutions/{text.id}/amend", status=403)
    doors.of("").get(f"/resolutions/{text.id}/amend", status=302)
    doors.of("delegate_tex").post(f"/amendments/{draft.id}/admit", page="/resolutions/", status=403)


def test_the_list_of_a_text_says_which_amendments_contradict_each_other(
    doors: Doors, congress: Congress
) -> None:
    text = admitted(congress)
    path = f"/resolutions/{text.id}/amendments"
    submitted(congress, text, "min", replace("c2", TWENTY))
    submitted(congress, text, "tex", replace("c2", LEAVE.replace("every miner", "all miners")))
    assert "Both together" in doors.of("delegate_pac").get(path)
    submitted(congress, text, "che", replace("c2", THIRTY))
    page = doors.of("delegate_pac").get(path)
    assert "Conflict: the same words" in page
    assert "together" not in page


def test_the_pages_ask_as_often_for_three_amendments_as_for_one(doors: Doors, congress: Congress) -> None:
    text = admitted(congress)
    delegate = doors.of("delegate_pac")
    paths = (f"/resolutions/{text.id}/amendments", f"/resolutions/{text.id}/amend")
    submitted(congress, text, "min", replace("c2", TWENTY))
    once = [queries(delegate, path) for path in paths]
    submitted(congress, text, "tex", replace("c2", THIRTY), Change(Act.DELETE, "c3"))
    submitted(congress, text, "che", Change(Act.INSERT, "c3", "Asks for doctors"))
    assert [queries(delegate, path) for path in paths] == once
