"""Refusals met while adopting and following up, and how kinds of action, figures and circles are called."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from resolutions.rules.actions import ActionKind, Countable, TitleCode
from resolutions.rules.circles import CircleRule
from resolutions.rules.progress import Standing
from resolutions.rules.reporting import Visibility

REFUSALS: dict[str, LazyString] = {
    "the_seal_does_not_hold": _l(
        "The words of revision %(revision)s are not the words that were sealed when it was made. Nothing was"
        " published. Compare the text with the minutes before anything else is done."
    ),
    "an_action_needs_a_title": _l("Give the action a title: one line that says what is asked."),
    "an_action_needs_an_addressee": _l("Choose who is asked: affiliates, the executive or the secretariat."),
    "only_an_operative_clause_asks": _l("Choose the operative clause that this action comes from."),
    "a_dropped_action_needs_a_reason": _l("Write why nothing is asked; the reason stays on record."),
    "a_circle_needs_values": _l(
        "Choose at least one region, sector, country or list, or ask all affiliates."
    ),
    "no_such_circle": _l("This choice of affiliates does not exist any more. Choose again."),
    "nobody_is_in_the_circle": _l(
        "No affiliate in good standing is in this circle. Edit the action and choose a wider one."
    ),
    "an_action_needs_a_due_date": _l("Give the action a due date before it goes out."),
    "the_due_date_has_passed": _l(
        "The due date (%(day)s) has passed. Edit the action and choose a later day."
    ),
    "the_text_is_not_in_follow_up": _l(
        "Actions go out while a text is published or in follow-up; this one is “%(state)s”."
    ),
    "the_action_is_closed": _l("This action was closed and takes no more answers. Write to the secretariat."),
    "a_reason_is_needed": _l("Write the reason, in a few words."),
    "a_report_says_what_happened": _l("Write what happened: %(least)s characters at least."),
    "a_report_is_too_long": _l("The text has %(length)s characters; %(limit)s is the most. Make it shorter."),
    "a_report_has_an_outcome": _l("Choose one of: done, under way, cannot be done."),
    "not_on_the_menu": _l("This kind of action was not asked for. Choose one from the list."),
    "it_has_not_happened_yet": _l("%(day)s has not come yet. Give the day on which it happened."),
    "a_figure_is_a_whole_number": _l("Write figures as whole numbers, without letters or points."),
    "a_sum_needs_a_currency": _l("Write the currency of the sum in three letters, such as EUR."),
    "no_such_visibility": _l("Choose who may see this."),
    "too_many_files": _l("A report takes %(limit)s files at most. Send the others with a second report."),
    "a_kind_of_file_is_not_taken": _l("“%(name)s” is of a kind that is not taken. Send one of: %(allowed)s."),
    "a_file_is_not_what_it_says": _l(
        "The content of “%(name)s” does not fit its name, or it is damaged. Save it again in the program that it"
        " comes from, then choose it again."
    ),
    "a_file_is_too_large": _l(
        "“%(name)s” is larger than %(megabytes)s MB. Send a smaller copy; photographs may be reduced."
    ),
    "a_file_is_empty": _l("“%(name)s” is empty. Choose the file again."),
    "a_picture_is_too_large": _l(
        "“%(name)s” has more than %(megabytes)s million pixels. Send a smaller copy."
    ),
    "a_file_unpacks_too_large": _l("“%(name)s” unpacks to more than is taken. Send it as PDF."),
    "a_file_carries_a_program": _l("“%(name)s” carries a macro. Save it without macros, or send it as PDF."),
    "a_returned_report_needs_a_question": _l("Write the question that the next report is to answer."),
    "answers_are_outstanding": _l(
        "%(count)s answers are outstanding. Write why the action is closed all the same."
    ),
    "weights_do_not_make_a_hundred": _l("The weights of the actions must add up to 100. Correct them."),
    "actions_are_open": _l("%(count)s actions are open. Write why the follow-up is closed all the same."),
}

KINDS: dict[str, LazyString] = {
    ActionKind.LETTER: _l("Letter to an authority or embassy"),
    ActionKind.EMBASSY: _l("Action or meeting at an embassy"),
    ActionKind.DEMO: _l("Demonstration or day of action"),
    ActionKind.PHOTO: _l("Picture or video message"),
    ActionKind.PETITION: _l("Petition"),
    ActionKind.COMPLAINT: _l("Complaint to an international body"),
    ActionKind.COMPANY: _l("Approach to a company"),
    ActionKind.MONEY: _l("Donation"),
    ActionKind.VISIT: _l("Visit, mission or observation of a trial"),
    ActionKind.PARL: _l("Question or motion in parliament"),
    ActionKind.UNION: _l("Decision of, or word to, our own members"),
    ActionKind.MEDIA: _l("Press"),
    ActionKind.INTERNAL: _l("Decision of the executive, plan, budget"),
    ActionKind.TRANSMIT: _l("Text sent to an outside body"),
}

COUNTABLES: dict[str, LazyString] = {
    Countable.LETTERS: _l("Letters sent"),
    Countable.REPLIES: _l("Replies received"),
    Countable.PEOPLE: _l("People who took part"),
    Countable.CITIES: _l("Cities"),
    Countable.ITEMS: _l("Items"),
    Countable.SIGNATURES: _l("Signatures"),
    Countable.CASES: _l("Cases"),
    Countable.MEETINGS: _l("Meetings"),
    Countable.AMOUNT: _l("Sum of money"),
    Countable.VISITS: _l("Visits"),
    Countable.MEMBERS_REACHED: _l("Members reached"),
}

TITLES: dict[TitleCode, LazyString] = {
    TitleCode.PLAN_AND_REPORT: _l("Make a plan of support and report on it"),
    TitleCode.ACT_AND_REPORT: _l("Do at least one thing from the list and report on it"),
    TitleCode.CARRY_OUT: _l("Carry out what the clause asks and report on it"),
    TitleCode.TRANSMIT_AND_RECORD: _l("Send the text and record the answer"),
}

ADDRESSEES: dict[str, LazyString] = {
    "affiliates": _l("Affiliates"),
    "executive": _l("The executive"),
    "secretariat": _l("The secretariat"),
}

CIRCLES: dict[str, LazyString] = {
    CircleRule.ALL: _l("All affiliates in good standing"),
    CircleRule.REGION: _l("Those in the regions chosen below"),
    CircleRule.SECTOR: _l("Those in the sectors chosen below"),
    CircleRule.COUNTRY_IN: _l("Those in the countries chosen below"),
    CircleRule.COUNTRY_NOT_IN: _l("Those outside the countries chosen below"),
    CircleRule.LIST: _l("Those on the list chosen below"),
}

OUTCOMES: dict[str, LazyString] = {
    "done": _l("Done"),
    "under_way": _l("Under way"),
    "cannot": _l("Cannot be done"),
}

VISIBILITIES: dict[str, LazyString] = {
    Visibility.SECRETARIAT: _l("Secretariat and executive only"),
    Visibility.AFFILIATES: _l("All affiliates of the federation"),
    Visibility.PUBLIC: _l("Everybody, on the public page"),
}

STANDINGS: dict[str, LazyString] = {
    Standing.CANCELLED: _l("cancelled"),
    Standing.NOT_APPLICABLE: _l("not applicable"),
    Standing.ACCEPTED: _l("done and verified"),
    Standing.DECLINED: _l("declined"),
    Standing.SUBMITTED: _l("to be verified"),
    Standing.RETURNED: _l("returned with a question"),
    Standing.CANNOT: _l("cannot be done"),
    Standing.UNDER_WAY: _l("under way"),
    Standing.SILENT: _l("no answer"),
}

WORDS: dict[str, dict[str, LazyString]] = {
    "kind": KINDS,
    "countable": COUNTABLES,
    "addressee": ADDRESSEES,
    "circle": CIRCLES,
    "outcome": OUTCOMES,
    "visibility": VISIBILITIES,
    "standing": STANDINGS,
}
