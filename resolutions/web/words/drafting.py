"""Refusals met while drafting, and how findings are said."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

REFUSALS: dict[str, LazyString] = {
    "a_text_is_needed": _l("Paste the text, or choose a file with it."),
    "a_text_needs_a_title": _l("Give the text a title: one line that says what it is about."),
    "a_text_needs_an_operative_clause": _l(
        "Mark at least one clause as operative: what is decided, or who is asked to do what."
    ),
    "a_clause_is_empty": _l("Clause %(place)s has no words. Write them, or remove the clause."),
    "two_clauses_share_an_id": _l(
        "The list of clauses was sent in a form that cannot be read. Load the page again."
    ),
    "a_text_needs_a_sponsor": _l("Choose the affiliate that moves this text."),
    "a_sponsor_cannot_co_sponsor": _l("%(affiliate)s moves this text already. Choose another affiliate."),
    "a_text_file_is_plain": _l(
        "“%(name)s” is not a plain text. Save it as .txt or .md, or open it and paste the words here."
    ),
    "a_text_file_is_utf8": _l(
        "The letters of “%(name)s” cannot be read. Save it as UTF-8, or paste the words here."
    ),
    "a_text_is_too_long": _l("The file has more than %(limit)s bytes. Paste only the resolution itself."),
    "findings_stand_in_the_way": _l(
        "Something in the standing orders still stands in the way. Each point below says how to mend it."
    ),
}

FINDINGS: dict[str, LazyString] = {
    "in_time": _l("Handed in within the time limit"),
    "emergency_provided": _l("The standing orders know emergency texts"),
    "sponsor_may_submit": _l("The sponsor may submit texts"),
    "good_standing": _l("The sponsor is in good standing"),
    "internal_mandate": _l("The sponsor's own body decided to move this"),
    "texts_per_sponsor": _l("The sponsor has not too many texts"),
    "supporters": _l("Enough affiliates support it"),
    "countries": _l("The supporters come from enough countries"),
    "operative_clause": _l("It decides or asks something"),
    "length": _l("It is not too long"),
    "statutes": _l("It leaves the statutes as they are"),
    "event_after_deadline": _l("The event came after the ordinary time limit"),
    "within_aims": _l("It is within the aims of the federation"),
    "not_covered": _l("No other text covers it"),
    "no_statute_or_fee": _l("It changes neither statutes nor fees"),
    "changes_a_word": _l("It changes at least one word"),
    "degree": _l("It amends the text itself"),
    "one_clause": _l("It touches one clause"),
    "keeps_the_text": _l("It keeps something of the text"),
}

MENDS: dict[str, LazyString] = {
    "submit_as_emergency": _l("The ordinary time limit has passed: hand it in as an emergency text."),
    "submit_as_ordinary": _l("The ordinary time limit has not passed: hand it in as an ordinary text."),
    "ask_the_meeting": _l(
        "The time limit has passed: write to the resolutions committee and ask for late admission."
    ),
    "find_a_sponsor": _l("Find an affiliate in good standing that moves the text."),
    "settle_fees": _l(
        "The sponsor's fees are open: settle them with the treasurer, or find another sponsor."
    ),
    "attach_mandate": _l("Attach the decision of the sponsor's own body."),
    "withdraw_another": _l("The sponsor has %(have)s texts and may have %(most)s: withdraw another first."),
    "gather_supporters": _l("%(have)s of %(need)s affiliates support it: ask more of them to co-sponsor."),
    "gather_countries": _l(
        "The supporters come from %(have)s of %(need)s countries: ask affiliates elsewhere."
    ),
    "say_what_to_do": _l("Mark at least one clause as operative."),
    "shorten": _l("It has %(have)s words; %(most)s are the most. Shorten it."),
    "leave_statutes": _l("Take out what changes the statutes or the fees."),
    "use_statute_majority": _l("It touches the statutes and will need their majority."),
    "answer_in_writing": _l("Answer this in writing."),
    "change_a_word": _l("Change at least one word of a clause, or delete a clause."),
    "amend_the_text_itself": _l("Amend the text itself, not another amendment."),
    "split_by_clause": _l(
        "It touches %(clauses)s clauses: hand in one amendment a clause if they stand alone."
    ),
    "move_a_text": _l("It replaces everything: move a text of your own instead."),
}

QUESTIONS: dict[str, LazyString] = {
    "event_after_deadline": _l("What happened after the ordinary time limit, and when?"),
    "within_aims": _l("Which aim of the federation does this serve?"),
    "not_covered": _l("Why does no text on the agenda cover it?"),
    "no_statute_or_fee": _l("Does it change statutes or fees? Say why not."),
}
