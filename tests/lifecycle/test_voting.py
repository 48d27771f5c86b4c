from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from resolutions.lifecycle.voting import casting, closing, opening
from resolutions.lifecycle.voting.casting import Choosing
from resolutions.records.audit import AuditEntry
from resolutions.records.ballot import Ballot, RollEntry, Vote
from resolutions.records.base import session
from resolutions.records.register import ballots
from resolutions.rules.errors import Conflict, Inadmissible, NotPermitted, OutOfOrder
from resolutions.rules.tally import Votes
from tests.congress import ON_DAY_ONE as AT
from tests.congress import Congress
from tests.texts import amendment, text

NEW_WORDS = "calls on all affiliates to give full and lasting support to independent unions;"


def announced(congress: Congress, method: str = "recorded") -> Ballot:
    """A ballot on an amendment, announced."""
    resolution = text(congress, "in_debate")
    proposed = amendment(congress, resolution, 1, NEW_WORDS)
    return opening.announce_ballot(resolution, congress.actor("chair"), proposed, method, at=AT)


def opened(congress: Congress, method: str = "recorded") -> Ballot:
    """A ballot on an amendment, open."""
    return opening.open_ballot(announced(congress, method), congress.actor("chair"), at=AT)


def cast(congress: Congress, ballot: Ballot, code: str, choice: str, key: str = "") -> Vote:
    """The vote of an affiliate's delegate."""
    who = congress.actor(f"delegate_{code.lower()}")
    return casting.cast_vote(
        ballot, who, Choosing(choice, who.mandates[0].id, key or f"{code}-{choice}"), at=AT
    )


def decided(congress: Congress, choices: dict[str, str]) -> Ballot:
    """A ballot closed and declared with these votes."""
    ballot = opened(congress)
    for code, choice in choices.items():
        cast(congress, ballot, code, choice)
    closing.close_ballot(ballot, congress.actor("chair"), at=AT)
    return closing.declare_ballot(ballot, congress.actor("chair"), at=AT)


def test_votes_count_with_the_weight_of_the_roll(congress: Congress) -> None:
    ballot = decided(congress, {"NOR": "for", "MIN": "against", "TEX": "abstain", "CHE": "against"})
    assert ballot.result["weight"] == {"for": 121, "against": 126, "abstain": 10, "divided": 0}
    assert ballot.result["organisations"] == {"for": 1, "against": 2, "abstain": 1, "divided": 0}
    assert (ballot.outcome, ballot.amendment.state) == ("lost", "lost")


def test_a_carried_amendment_is_carried_in_the_same_transaction(congress: Congress) -> None:
    ballot = decided(congress, {"NOR": "for", "MIN": "for", "TEX": "against"})
    steps = session().scalars(select(AuditEntry.step).order_by(AuditEntry.sequence.desc()).limit(2)).all()
    assert (ballot.outcome, ballot.amendment.state) == ("carried", "carried")
    assert list(steps) == ["decide_amendment", "declare_ballot"]


def test_a_tie_is_not_carried(congress: Congress) -> None:
    for mandate in congress.meeting.mandates:
        mandate.weight = 5 if mandate.voting else 0
    session().commit()
    ballot = opened(congress)
    cast(congress, ballot, "NOR", "for")
    cast(congress, ballot, "MIN", "against")
    closing.close_ballot(ballot, congress.actor("chair"), at=AT)
    closing.declare_ballot(ballot, congress.actor("chair"), at=AT)
    assert (ballot.outcome, ballot.result["reason"]) == ("lost", "tie")


def test_no_votes_carry_nothing(congress: Congress) -> None:
    ballot = decided(congress, {})
    assert (ballot.outcome, ballot.result["reason"]) == ("lost", "no_votes")


def test_without_a_quorum_nothing_is_decided_and_the_amendment_can_be_put_again(congress: Congress) -> None:
    for mandate in congress.meeting.mandates:
        mandate.present = False
    session().commit()
    ballot = decided(congress, {"NOR": "for", "MIN": "for"})
    assert (ballot.outcome, ballot.amendment.state) == ("no_quorum", "admissible")


def test_the_last_vote_before_the_close_counts_and_the_earlier_ones_stay(congress: Congress) -> None:
    ballot = opened(congress)
    first = cast(congress, ballot, "NOR", "for")
    second = cast(congress, ballot, "NOR", "against")
    votes = session().scalars(select(Vote).order_by(Vote.sequence)).all()
    assert [(v.sequence, v.choice, v.current) for v in votes] == [(1, "for", False), (2, "against", True)]
    assert first.receipt != second.receipt


def test_a_vote_sent_twice_is_one_vote_with_one_receipt(congress: Congress) -> None:
    ballot = opened(congress)
    first = cast(congress, ballot, "NOR", "for", "same key").receipt
    again = cast(congress, ballot, "NOR", "for", "same key").receipt
    assert first == again
    assert len(session().scalars(select(Vote)).all()) == 1


def test_a_long_key_sent_twice_is_one_vote_too(congress: Congress) -> None:
    ballot, key = opened(congress), "k" * 200
    receipts = {cast(congress, ballot, "NOR", "for", key).receipt for _ in range(2)}
    assert (len(receipts), len(session().scalars(select(Vote)).all())) == (1, 1)


def test_an_old_choice_sent_again_does_not_undo_the_change(congress: Congress) -> None:
    ballot = opened(congress)
    cast(congress, ballot, "NOR", "for", "first")
    cast(congress, ballot, "NOR", "against", "second")
    cast(congress, ballot, "NOR", "for", "first")
    assert [vote.choice for vote in closing.current_votes(ballot)] == ["against"]


def test_who_carries_two_mandates_casts_for_each(congress: Congress) -> None:
    second = next(m for m in congress.meeting.mandates if m.affiliate is congress.affiliates["MIN"])
    second.person = congress.people["delegate_nor"]
    session().commit()
    ballot, nor = opened(congress), congress.actor("delegate_nor")
    for mandate, choice in zip(nor.mandates, ("for", "against"), strict=True):
        casting.cast_vote(ballot, nor, Choosing(choice, mandate.id, "one page"), at=AT)
    counted = {vote.roll_entry.affiliate_code: vote.choice for vote in closing.current_votes(ballot)}
    assert counted == {"NOR": "for", "MIN": "against"}


def test_a_key_is_not_taken_for_another_choice(congress: Congress) -> None:
    ballot = opened(congress)
    cast(congress, ballot, "NOR", "for", "same key")
    with pytest.raises(Inadmissible, match="this_key_was_used_for_another_choice"):
        cast(congress, ballot, "NOR", "against", "same key")


def test_the_database_itself_refuses_a_second_current_vote(congress: Congress) -> None:
    ballot = opened(congress)
    vote = cast(congress, ballot, "NOR", "for")
    session().add(
        Vote(
            ballot_id=ballot.id,
            roll_entry_id=vote.roll_entry_id,
            sequence=9,
            choice="against",
            cast_at=AT,
            key="another",
            receipt="X",
        )
    )
    with pytest.raises(IntegrityError):
        session().flush()
    session().rollback()


def test_a_vote_after_the_close_is_refused(congress: Congress) -> None:
    ballot = opened(congress)
    closing.close_ballot(ballot, congress.actor("chair"), at=AT)
    with pytest.raises(OutOfOrder):
        cast(congress, ballot, "NOR", "for")


def test_nobody_votes_with_the_mandate_of_another(congress: Congress) -> None:
    ballot = opened(congress)
    thief, owner = congress.actor("delegate_pac"), congress.actor("delegate_nor")
    with pytest.raises(NotPermitted, match="not_on_the_roll"):
        casting.cast_vote(ballot, thief, Choosing("for", owner.mandates[0].id, "k"), at=AT)


def test_the_roll_is_a_copy_that_later_changes_do_not_touch(congress: Congress) -> None:
    ballot = opened(congress)
    before = ballot.roll_hash
    congress.meeting.mandates[0].weight = 7
    congress.affiliates["NOR"].name = "Renamed"
    session().commit()
    weights = {e.affiliate_code: e.weight for e in ballot.roll}
    assert (weights["NOR"], opening.roll_hash(list(ballot.roll))) == (121, before)


def test_affiliates_in_arrears_are_not_on_the_roll(congress: Congress) -> None:
    congress.affiliates["CHE"].standing = "arrears"
    session().commit()
    ballot = opened(congress)
    assert "CHE" not in {entry.affiliate_code for entry in ballot.roll}


def test_a_second_ballot_of_the_meeting_waits_for_the_first(congress: Congress) -> None:
    first = opened(congress)
    other = amendment(congress, first.resolution, 2, "calls on nobody;")
    second = opening.announce_ballot(first.resolution, congress.actor("chair"), other, "recorded", at=AT)
    with pytest.raises(Conflict, match="another_ballot_is_open"):
        opening.open_ballot(second, congress.actor("chair"), at=AT)


def test_the_text_is_not_put_while_its_amendments_are(congress: Congress) -> None:
    resolution = text(congress, "in_debate")
    with pytest.raises(Inadmissible, match="the_text_is_voted_after_its_amendments"):
        opening.announce_ballot(resolution, congress.actor("chair"), None, "recorded", at=AT)


def test_the_final_vote_adopts_the_text_at_its_moment(congress: Congress) -> None:
    resolution = text(congress, "voting")
    ballot = opening.announce_ballot(resolution, congress.actor("chair"), None, "recorded", at=AT)
    opening.open_ballot(ballot, congress.actor("chair"), at=AT)
    cast(congress, ballot, "NOR", "for")
    closing.close_ballot(ballot, congress.actor("chair"), at=AT)
    closing.declare_ballot(ballot, congress.actor("chair"), at=AT + timedelta(minutes=1))
    assert (resolution.state, resolution.adopted_at) == ("adopted", AT + timedelta(minutes=1))


def test_a_show_of_hands_needs_two_tellers_who_agree(congress: Congress) -> None:
    ballot = opened(congress, "hands")
    chair = congress.actor("chair")
    casting.enter_hands(ballot, congress.actor("teller"), Votes(4, 1, 0), at=AT)
    with pytest.raises(Inadmissible, match="two_tellers_count"):
        closing.close_ballot(ballot, chair, at=AT)
    casting.enter_hands(ballot, congress.actor("second_teller"), Votes(4, 2, 0), at=AT)
    with pytest.raises(Inadmissible, match="the_tellers_do_not_agree"):
        closing.close_ballot(ballot, chair, at=AT)
    casting.enter_hands(ballot, congress.actor("second_teller"), Votes(4, 1, 0), at=AT)
    closing.close_ballot(ballot, chair, at=AT)
    closing.declare_ballot(ballot, chair, at=AT)
    assert (ballot.outcome, ballot.result["people"]["for"]) == ("carried", 4)


def test_more_hands_than_voters_are_refused(congress: Congress) -> None:
    ballot = opened(congress, "hands")
    with pytest.raises(Inadmissible, match="more_hands_than_people"):
        casting.enter_hands(ballot, congress.actor("teller"), Votes(7, 0, 0), at=AT)


def test_a_void_ballot_keeps_its_reason_and_frees_the_amendment(congress: Congress) -> None:
    ballot = opened(congress)
    with pytest.raises(Inadmissible, match="a_void_ballot_needs_a_reason"):
        closing.void_ballot(ballot, congress.actor("chair"), "  ", at=AT)
    closing.void_ballot(ballot, congress.actor("chair"), "The hall lost power.", at=AT)
    assert (ballot.state, ballot.void_reason, ballot.amendment.state) == (
        "void",
        "The hall lost power.",
        "admissible",
    )


def test_the_close_seals_every_vote_in_the_trail(congress: Congress) -> None:
    ballot = opened(congress)
    cast(congress, ballot, "NOR", "for")
    closing.close_ballot(ballot, congress.actor("chair"), at=AT)
    entry = session().scalars(select(AuditEntry).where(AuditEntry.step == "close_ballot")).one()
    sealed = ballot.votes_root
    assert entry.facts == {"votes": 1, "votes_root": sealed}
    vote = session().scalars(select(Vote)).one()
    vote.choice = "against"
    session().flush()
    closing_root = closing.merkle_root([closing.vote_line(v) for v in closing.current_votes(ballot)])
    assert closing_root != sealed


def test_a_rule_changed_after_the_opening_is_refused(congress: Congress) -> None:
    ballot = opened(congress)
    ballot.rule = {**ballot.rule, "quorums": []}
    session().commit()
    closing.close_ballot(ballot, congress.actor("chair"), at=AT)
    with pytest.raises(Inadmissible, match="the_rule_was_changed_after_the_opening"):
        closing.declare_ballot(ballot, congress.actor("chair"), at=AT)


def test_a_vote_changed_after_the_close_is_never_declared(congress: Congress) -> None:
    ballot = opened(congress)
    vote = cast(congress, ballot, "NOR", "for")
    closing.close_ballot(ballot, congress.actor("chair"), at=AT)
    vote.choice = "against"
    session().commit()
    with pytest.raises(Inadmissible, match="the_roll_or_the_votes_were_changed"):
        closing.declare_ballot(ballot, congress.actor("chair"), at=AT)
    assert (ballot.state, ballot.amendment.state) == ("closed", "in_vote")


def test_a_roll_changed_after_the_opening_is_never_counted(congress: Congress) -> None:
    ballot = opened(congress)
    ballot.roll[0].weight += 1
    session().commit()
    closing.close_ballot(ballot, congress.actor("chair"), at=AT)
    with pytest.raises(Inadmissible, match="the_roll_or_the_votes_were_changed"):
        closing.declare_ballot(ballot, congress.actor("chair"), at=AT)


def test_the_amendment_furthest_from_the_text_is_put_first(congress: Congress) -> None:
    resolution = text(congress, "in_debate")
    near = amendment(congress, resolution, 1, NEW_WORDS)
    far = amendment(congress, resolution, 2, "asks the Executive to convene a conference in Minsk;")
    earlier = amendment(congress, resolution, 3, "deplores the persecution of trade unionists;", clause="c2")
    assert list(ballots.amendments_to_put(resolution)) == [earlier, far, near]


def test_a_secret_ballot_is_refused_in_so_many_words(congress: Congress) -> None:
    resolution = text(congress, "voting")
    with pytest.raises(Inadmissible, match="this_method_is_not_offered"):
        opening.announce_ballot(resolution, congress.actor("chair"), None, "secret", at=AT)


def test_the_entries_of_the_roll_say_who_is_present(congress: Congress) -> None:
    congress.meeting.mandates[0].present = False
    session().commit()
    ballot = opened(congress)
    present = session().scalars(select(RollEntry.present).where(RollEntry.ballot_id == ballot.id)).all()
    assert sorted(present) == [False] + [True] * 5
