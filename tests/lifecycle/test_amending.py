from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from resolutions.lifecycle import amending
from resolutions.lifecycle.amending import Change
from resolutions.records.amendment import Amendment, Conflict
from resolutions.records.audit import AuditEntry
from resolutions.records.base import session
from resolutions.records.register.amendments import findings_on, together
from resolutions.records.resolution import Resolution
from resolutions.rules.admissibility import Check
from resolutions.rules.clauses import ClauseKind
from resolutions.rules.errors import Conflict as Late
from resolutions.rules.errors import Inadmissible, NotPermitted, OutOfOrder, RuleError
from resolutions.rules.merge import Act
from tests.amending import LEAVE, WAGES, admitted, decide, drafted, now, replace, submitted, tabled
from tests.congress import OPENS, Congress

TWENTY = LEAVE.replace("ten", "twenty")
THIRTY = LEAVE.replace("ten", "thirty")
HURT = LEAVE.replace("injured at work", "hurt below ground")


def refused(kind: type[RuleError], step: Callable[..., Any], *args: Any, **named: Any) -> RuleError:
    """The refusal that a step meets."""
    with pytest.raises(kind) as caught:
        step(*args, **named)
    return caught.value


def debated(congress: Congress, text: Resolution) -> Resolution:
    """The text after the debate was opened."""
    return amending.open_debate(text, congress.actor("chair"))


def consolidated(congress: Congress, text: Resolution) -> list[str]:
    """The words of the text after consolidation, clause by clause."""
    amending.consolidate_text(text, congress.actor("convenor"))
    return [clause.text for clause in text.revision.text]


def test_operations_are_numbered_in_the_order_of_the_text(congress: Congress) -> None:
    text = admitted(congress)
    amendment = drafted(
        congress,
        text,
        "min",
        Change(Act.DELETE, "c3"),
        Change(Act.INSERT, "c2", "Asks for more inspectors"),
        replace("c2", TWENTY),
    )
    said = [(o.ordinal, o.act, o.clause_id, o.text, o.clause_kind) for o in amendment.operations]
    assert said == [
        (1, "replace", "c2", TWENTY, "operative"),
        (2, "insert", "c2", "Asks for more inspectors", "operative"),
        (3, "delete", "c3", "", "operative"),
    ]
    assert amendment.sponsor is not None
    assert (amendment.sponsor.code, amendment.state, amendment.number) == ("MIN", "draft", None)


def test_numbers_are_given_at_submission_and_never_used_again(congress: Congress) -> None:
    text = admitted(congress)
    first = submitted(congress, text, "min", replace("c2", TWENTY))
    amending.withdraw_amendment(first, congress.actor("delegate_min"))
    second = submitted(congress, text, "tex", replace("c2", THIRTY))
    assert [(a.label, a.state) for a in (first, second)] == [("A1", "withdrawn"), ("A2", "submitted")]
    assert second.operations[0].label == "A2.1"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ((), "an_amendment_changes_nothing"),
        ((replace("c2", f"  {LEAVE} "),), "a_clause_is_not_changed"),
        ((replace("c2", " "),), "a_clause_would_be_empty"),
        ((replace("c9", "Something"),), "no_such_clause"),
        ((replace("c2", TWENTY), Change(Act.DELETE, "c2")), "a_clause_is_changed_twice"),
    ],
)
def test_an_amendment_that_makes_no_sense_is_not_kept(
    congress: Congress, changes: tuple[Change, ...], code: str
) -> None:
    text = admitted(congress)
    error = refused(Inadmissible, amending.draft_amendment, text, congress.actor("delegate_min"), changes, "")
    assert error.code == code
    assert session().scalars(select(Amendment)).all() == []


def test_a_reason_has_five_hundred_letters_at_most(congress: Congress) -> None:
    text = admitted(congress)
    mover = congress.actor("delegate_min")
    error = refused(Inadmissible, amending.draft_amendment, text, mover, [replace("c2", TWENTY)], "x" * 501)
    assert (error.code, error.facts) == ("a_reason_is_too_long", {"have": 501, "most": 500})


def test_a_correction_replaces_the_operations_of_a_draft(congress: Congress) -> None:
    text = admitted(congress)
    amendment = drafted(congress, text, "min", replace("c2", TWENTY), Change(Act.DELETE, "c3"))
    amending.correct_amendment(amendment, congress.actor("delegate_min"), [replace("c2", THIRTY)], "Better.")
    assert [(o.ordinal, o.text) for o in amendment.operations] == [(1, THIRTY)]
    assert amendment.reason == "Better."


def test_an_ordinary_text_is_amended_in_writing_thirty_days_before_the_congress(congress: Congress) -> None:
    text = admitted(congress, "ordinary")
    mover = congress.actor("delegate_min")
    amendment = drafted(congress, text, "min", replace("c2", TWENTY))
    error = refused(Inadmissible, amending.submit_amendment, amendment, mover, at=OPENS)
    assert error.facts == {"findings": ["in_time"]}
    assert amendment.state == "draft"


def test_an_emergency_is_amendable_until_its_debate(congress: Congress) -> None:
    text = admitted(congress)
    late = drafted(congress, text, "min", replace("c2", TWENTY))
    in_time = drafted(congress, text, "tex", replace("c2", THIRTY))
    amending.submit_amendment(in_time, congress.actor("delegate_tex"), at=OPENS)
    amending.support_amendment(in_time, congress.actor("delegate_pac"))
    amending.admit_amendment(in_time, congress.actor("convenor"))
    debated(congress, text)
    mover = congress.actor("delegate_min")
    assert refused(OutOfOrder, amending.submit_amendment, late, mover).code == "amending_is_over"
    assert [finding.code for finding in findings_on(in_time, now())].count(Check.IN_TIME) == 0


def test_supporters_are_counted_when_the_committee_admits(congress: Congress) -> None:
    text = admitted(congress)
    amendment = submitted(congress, text, "min", replace("c2", TWENTY))
    convenor = congress.actor("convenor")
    error = refused(Inadmissible, amending.admit_amendment, amendment, convenor)
    assert (error.code, error.facts) == ("supporters_are_missing", {"have": 0, "need": 1})
    amending.support_amendment(amendment, congress.actor("delegate_tex"))
    amending.admit_amendment(amendment, convenor)
    assert amendment.state == "admissible"


def test_an_affiliate_supports_the_amendment_of_another_and_only_once(congress: Congress) -> None:
    text = admitted(congress)
    amendment = submitted(congress, text, "min", replace("c2", TWENTY))
    support = amending.support_amendment
    assert refused(Inadmissible, support, amendment, congress.actor("delegate_min")).code == (
        "a_mover_cannot_support"
    )
    support(amendment, congress.actor("delegate_tex"))
    assert refused(Late, support, amendment, congress.actor("delegate_tex")).code == "supported_already"
    refused(NotPermitted, support, amendment, congress.actor("officer_che"))


def test_a_refusal_says_why(congress: Congress) -> None:
    text = admitted(congress)
    amendment = submitted(congress, text, "min", replace("c2", TWENTY))
    convenor = congress.actor("convenor")
    refused(Inadmissible, amending.refuse_amendment, amendment, convenor, " ")
    amending.refuse_amendment(amendment, convenor, "It contradicts the statutes.")
    assert (amendment.state, amendment.ruling) == ("inadmissible", "It contradicts the statutes.")


def test_the_debate_waits_for_the_committee(congress: Congress) -> None:
    text = admitted(congress)
    first = submitted(congress, text, "min", replace("c2", TWENTY))
    submitted(congress, text, "tex", replace("c2", THIRTY))
    drafted(congress, text, "che", replace("c3", "Calls on nobody"))
    convenor, chair = congress.actor("convenor"), congress.actor("chair")
    amending.refuse_amendment(first, convenor, "Not serious.")
    error = refused(OutOfOrder, amending.open_debate, text, chair)
    assert (error.code, error.facts) == ("amendments_wait_for_a_ruling", {"amendments": "A2"})


def test_two_amendments_that_change_different_words_of_one_clause_both_come_into_it(
    congress: Congress,
) -> None:
    text = admitted(congress)
    amendments = [
        tabled(congress, text, "min", replace("c2", TWENTY)),
        tabled(congress, text, "tex", replace("c2", HURT)),
    ]
    debated(congress, text)
    decide("carried", *amendments)
    both = TWENTY.replace("injured at work", "hurt below ground")
    assert consolidated(congress, text)[1] == both
    assert (text.state, text.revision.ordinal, text.revision.cause) == ("voting", 2, "consolidated")
    assert [a.state for a in amendments] == ["incorporated", "incorporated"]


def test_the_same_words_changed_twice_are_a_conflict_that_a_person_settles(congress: Congress) -> None:
    text = admitted(congress)
    amendments = [
        tabled(congress, text, "min", replace("c2", TWENTY)),
        tabled(congress, text, "tex", replace("c2", THIRTY)),
    ]
    debated(congress, text)
    decide("carried", *amendments)
    convenor = congress.actor("convenor")
    error = refused(OutOfOrder, amending.consolidate_text, text, convenor)
    assert (error.code, error.facts) == ("conflicts_are_open", {"clauses": "1"})
    middle = LEAVE.replace("ten", "twenty-five")
    conflict = amending.settle_conflict(text, convenor, "c2", middle)
    assert conflict.base == LEAVE
    assert conflict.alternatives == [
        {"operation": "A1.1", "text": TWENTY},
        {"operation": "A2.1", "text": THIRTY},
    ]
    assert consolidated(congress, text)[1] == middle


def test_a_conflict_may_be_settled_anew_and_the_trail_keeps_both_decisions(congress: Congress) -> None:
    text = admitted(congress)
    decide(
        "carried",
        tabled(congress, text, "min", replace("c2", TWENTY)),
        tabled(congress, text, "tex", replace("c2", THIRTY)),
    )
    debated(congress, text)
    amending.settle_conflict(text, congress.actor("convenor"), "c2", TWENTY)
    amending.settle_conflict(text, congress.actor("secretary"), "c2", THIRTY)
    kept = session().scalars(select(Conflict)).one()
    assert (kept.decided_text, kept.decided_by_id) == (THIRTY, congress.people["secretary"].id)
    entries = session().scalars(
        select(AuditEntry).where(AuditEntry.step == "settle_conflict").order_by(AuditEntry.sequence)
    )
    assert [(e.facts["decided"], e.facts.get("replaces")) for e in entries] == [
        (TWENTY, None),
        (THIRTY, TWENTY),
    ]


def test_a_decision_between_other_alternatives_does_not_count(congress: Congress) -> None:
    text = admitted(congress)
    carried = [
        tabled(congress, text, "min", replace("c2", TWENTY)),
        tabled(congress, text, "tex", replace("c2", THIRTY)),
    ]
    lost = tabled(congress, text, "che", replace("c2", LEAVE.replace("ten", "ninety")))
    debated(congress, text)
    convenor = congress.actor("convenor")
    amending.settle_conflict(text, convenor, "c2", LEAVE.replace("ten", "ninety"))
    decide("carried", *carried)
    decide("lost", lost)
    assert refused(OutOfOrder, amending.consolidate_text, text, convenor).code == "conflicts_are_open"


def test_deleting_a_clause_that_another_rewrites_is_a_conflict(congress: Congress) -> None:
    text = admitted(congress)
    decide(
        "carried",
        tabled(congress, text, "min", Change(Act.DELETE, "c2")),
        tabled(congress, text, "tex", replace("c2", THIRTY)),
    )
    debated(congress, text)
    assert [clash.clause for clash in together(text).merged.clashes] == ["c2"]
    amending.settle_conflict(text, congress.actor("convenor"), "c2", None)
    assert consolidated(congress, text)[1:] == [WAGES]
    assert [c.label for c in text.revision.text if c.kind is ClauseKind.OPERATIVE] == ["1"]


def test_a_new_clause_has_an_id_a_number_and_its_addressees(congress: Congress) -> None:
    text = admitted(congress)
    asks = "Calls on all affiliates to send inspectors"
    decide("carried", tabled(congress, text, "min", Change(Act.INSERT, "c2", asks)))
    debated(congress, text)
    assert consolidated(congress, text)[2] == asks
    new = text.revision.text[2]
    operation = session().scalars(select(Amendment)).one().operations[0]
    assert (new.id, new.label, new.addressees) == (operation.new_clause_id, "2", ("all affiliates",))
    assert text.revision.text[3].label == "3"


def test_what_was_lost_does_not_come_into_the_text(congress: Congress) -> None:
    text = admitted(congress)
    carried = tabled(congress, text, "min", replace("c2", TWENTY))
    lost = tabled(congress, text, "tex", replace("c2", THIRTY))
    debated(congress, text)
    decide("carried", carried)
    decide("lost", lost)
    assert consolidated(congress, text)[1] == TWENTY
    assert lost.state == "lost"


def test_with_nothing_carried_the_text_goes_to_the_vote_as_it_was(congress: Congress) -> None:
    text = admitted(congress)
    debated(congress, text)
    consolidated(congress, text)
    assert (text.state, len(text.revisions)) == ("voting", 1)


def test_a_text_is_not_consolidated_while_an_amendment_is_undecided(congress: Congress) -> None:
    text = admitted(congress)
    tabled(congress, text, "min", replace("c2", TWENTY))
    debated(congress, text)
    error = refused(OutOfOrder, amending.consolidate_text, text, congress.actor("convenor"))
    assert (error.code, error.facts) == ("amendments_are_undecided", {"amendments": "A1"})


def test_nothing_is_settled_where_nothing_is_contested(congress: Congress) -> None:
    text = admitted(congress)
    tabled(congress, text, "min", replace("c2", TWENTY))
    convenor = congress.actor("convenor")
    error = refused(Inadmissible, amending.settle_conflict, text, convenor, "c2", "Words")
    assert (error.code, error.facts) == ("no_conflict_there", {"clause": "1"})


def test_the_trail_tells_the_whole_life_of_an_amendment(congress: Congress) -> None:
    text = admitted(congress)
    amendment = tabled(congress, text, "min", replace("c2", TWENTY))
    debated(congress, text)
    decide("carried", amendment)
    consolidated(congress, text)
    entries = session().scalars(
        select(AuditEntry)
        .where(AuditEntry.subject_kind == "amendment", AuditEntry.subject_id == amendment.id)
        .order_by(AuditEntry.sequence)
    )
    assert [(e.step, e.before, e.after) for e in entries if e.resolution_id == text.id] == [
        ("draft_amendment", None, "draft"),
        ("submit_amendment", "draft", "submitted"),
        ("support_amendment", "submitted", "submitted"),
        ("admit_amendment", "submitted", "admissible"),
        ("incorporate_amendment", "carried", "incorporated"),
    ]
