"""Refusals met while amending."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

REFUSALS: dict[str, LazyString] = {
    "an_amendment_changes_nothing": _l(
        "Nothing is changed yet. Change at least one word of a clause, delete a clause, or insert a new one."
    ),
    "a_clause_is_not_changed": _l(
        "Change at least one word of clause %(clause)s, or choose “Delete this clause”."
    ),
    "a_clause_would_be_empty": _l(
        "Clause %(clause)s has no words left. Write them, or choose “Delete this clause”."
    ),
    "a_clause_is_changed_twice": _l(
        "Clause %(clause)s is changed and deleted at once. Choose one of the two."
    ),
    "no_such_clause": _l(
        "Clause %(clause)s is not in the text any more. Look at the text as it is now, then amend again."
    ),
    "a_reason_is_too_long": _l("The reason has %(have)s characters; %(most)s is the most. Make it shorter."),
    "amending_is_over": _l(
        "Amending is over: the text is now “%(state)s”. Your words are kept as they are; "
        "ask the resolutions committee whether they can still be put."
    ),
    "the_text_has_moved_on": _l(
        "The text was changed after this amendment was drafted. Correct the amendment on the new text, then submit."
    ),
    "supporters_are_missing": _l(
        "%(have)s of %(need)s affiliates support this amendment. It can be admitted when enough of them do."
    ),
    "a_supporter_speaks_for_an_affiliate": _l(
        "Support is given by affiliates. Ask the delegate of your organisation to give it."
    ),
    "a_mover_cannot_support": _l(
        "Your organisation moves this amendment. Support has to come from another one."
    ),
    "supported_already": _l("Your organisation supports this amendment already. Nothing was changed."),
    "amendments_wait_for_a_ruling": _l(
        "%(amendments)s still wait for the committee. Ask it to rule on them, then open the debate."
    ),
    "amendments_are_undecided": _l(
        "%(amendments)s are not decided yet. Put them to the vote, then consolidate."
    ),
    "conflicts_are_open": _l(
        "Amendments change the same words of clause %(clauses)s. Choose one wording, or write another, "
        "then consolidate."
    ),
    "no_conflict_there": _l(
        "Nothing is contested in clause %(clause)s any more. Load the page again to see the text as it is now."
    ),
    "clause_id_taken": _l(
        "%(operation)s inserts a clause that is there already. Load the page again and insert it once more."
    ),
    "a_settlement_needs_words": _l("Write what clause %(clause)s will say, or choose one of the wordings."),
    "a_settlement_needs_a_choice": _l("Choose one of the wordings of clause %(clause)s, or write another."),
}

VERDICTS: dict[str, LazyString] = {
    "single": _l("One proposal"),
    "identical": _l("Identical proposals"),
    "compatible": _l("Compatible: different words"),
    "conflict": _l("Conflict: the same words"),
    "settled": _l("Conflict, settled"),
}

TONES: dict[str, str] = {
    "single": "quiet",
    "identical": "good",
    "compatible": "good",
    "conflict": "bad",
    "settled": "good",
}
