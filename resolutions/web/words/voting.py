"""Refusals met while voting, and how a result is said."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

REFUSALS: dict[str, LazyString] = {
    "this_method_is_not_offered": _l(
        "Choose a recorded vote or a show of hands. Secret ballots and elections are not offered here yet: hold them"
        " on paper, with scrutineers."
    ),
    "the_text_is_voted_after_its_amendments": _l(
        "The text itself is put when its amendments are decided and the text is consolidated."
    ),
    "only_an_admissible_amendment_is_put": _l(
        "%(amendment)s is not open for a vote: choose an admissible amendment."
    ),
    "amendments_are_put_during_the_debate": _l("Open the debate on the text first, then put its amendments."),
    "this_question_is_being_decided": _l(
        "This question is being decided already. Finish that ballot, or void it."
    ),
    "another_ballot_is_open": _l("Another ballot of this meeting is open. Close it first."),
    "nobody_can_vote": _l("Nobody at this meeting has a vote. Accredit delegates with a weight first."),
    "not_on_the_roll": _l(
        "You are not on the roll of this ballot: it was copied when the ballot opened. Tell the tellers if it is wrong."
    ),
    "hands_are_counted_in_the_hall": _l(
        "This is a show of hands: raise yours in the hall, the tellers count."
    ),
    "votes_are_recorded_by_name": _l(
        "This is a recorded vote: every voter casts it; there are no hands to enter."
    ),
    "choose_for_against_or_abstain": _l("Choose For, Against or Abstain, then cast."),
    "this_key_was_used_for_another_choice": _l(
        "This page was sent before with another choice. Load it again, look at your vote, and change it if you wish."
    ),
    "more_hands_than_people": _l(
        "%(cast)s hands are more than the %(entitled)s people who may vote. Count again."
    ),
    "two_tellers_count": _l(
        "Two tellers count on their own; %(counted)s of them has entered a count so far."
    ),
    "the_tellers_do_not_agree": _l("The tellers counted different numbers. Let both count again."),
    "the_rule_was_changed_after_the_opening": _l(
        "The rule of this ballot is not the one it was opened with. Declare the ballot void and find out why."
    ),
    "the_roll_or_the_votes_were_changed": _l(
        "The roll or the votes are not those that were sealed. Declare the ballot void and find out why."
    ),
    "a_void_ballot_needs_a_reason": _l("Write why the ballot is void: it stays on record."),
    "more_votes_than_entitled": _l(
        "More votes were cast than there are. Declare the ballot void and find out why."
    ),
    "weight_not_positive": _l("A vote has no weight. Declare the ballot void and look at the mandates."),
    "majority_missing": _l("The standing orders name no majority for this. Adopt standing orders that do."),
}

BASES: dict[str, LazyString] = {
    "for_against": _l("the votes for and against"),
    "cast": _l("all votes cast, abstentions included"),
    "present": _l("those present"),
    "entitled": _l("all who are entitled to vote"),
    "accredited": _l("all who are accredited"),
}

MEASURES: dict[str, LazyString] = {
    "weight": _l("votes"),
    "organisations": _l("organisations"),
    "people": _l("people"),
}

CHOICES: dict[str, LazyString] = {"for": _l("For"), "against": _l("Against"), "abstain": _l("Abstain")}

REASONS: dict[str, LazyString] = {
    "enough": _l("The majority was reached."),
    "not_enough": _l("The majority was not reached."),
    "tie": _l("The votes were equal: not carried."),
    "no_votes": _l("Nobody voted: nothing is carried."),
    "too_few_there": _l("Too few took part: nothing is decided."),
}
