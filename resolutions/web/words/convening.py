"""Refusals met while convening."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

REFUSALS: dict[str, LazyString] = {
    "unknown_time_zone": _l(
        "“%(time_zone)s” is no time zone. Choose one named after a city, such as Europe/Zurich."
    ),
    "a_meeting_ends_after_it_begins": _l("The meeting ends before it begins. Mend one of the two times."),
    "a_body_needs_standing_orders": _l(
        "Adopt standing orders for this body first: the meeting is bound to them."
    ),
    "no_such_affiliates": _l("No affiliate has the code %(codes)s. Mend the list."),
    "this_is_no_address": _l("“%(email)s” is not an e-mail address. Write it as name@example.org."),
    "this_address_is_taken": _l(
        "Somebody else has the address %(email)s. Everybody needs an address of their own."
    ),
    "no_such_office": _l("There is no office called “%(office)s”."),
    "no_such_role": _l("A mandate is for a delegate, a substitute or an observer."),
    "accredited_already": _l("%(person)s has this mandate already."),
    "a_mandate_of_another_meeting": _l("This mandate is for another meeting. Load the page again."),
    "not_of_this_kind": _l("“%(value)s” does not fit “%(field)s”. Look at what kind of value it takes."),
    "too_small": _l("“%(value)s” is too small for “%(field)s”."),
    "too_large": _l("“%(value)s” is too large for “%(field)s”."),
    "not_a_choice": _l("“%(value)s” is not one of the choices of “%(field)s”."),
    "named_twice": _l("“%(field)s” names something twice."),
    "not_a_clock_time": _l("“%(value)s” is not a time of day. Write it as 18:00."),
    "brackets_do_not_rise": _l("The brackets of “%(field)s” must rise from line to line."),
    "brackets_missing": _l("Weights by brackets need at least one bracket."),
    "amendments_before_texts": _l("Amendments cannot close before the texts do. Make %(field)s smaller."),
    "unknown_parameter": _l("The standing orders have no parameter “%(field)s”."),
    "fraction_cannot_be_met": _l("A majority of %(numerator)s/%(denominator)s can never be met."),
    "time_without_zone": _l("A time is missing its zone. Load the page again."),
}

REFUSALS |= {
    "this_is_no_time": _l(
        "Fill in day and time of “%(field)s”, as the clocks at the meeting's place show them."
    ),
    "no_such_kind_of_body": _l("A body is a congress or an executive."),
    "no_such_language": _l(
        "There are no pages in the language “%(language)s”. Choose one of: %(languages)s."
    ),
    "choose_a_person": _l("Choose the person who is accredited."),
    "a_file_is_needed": _l("Choose a CSV file, or paste its lines."),
    "the_file_is_not_utf8": _l("The letters of this file cannot be read. Save it as CSV in UTF-8."),
    "a_line_cannot_be_read": _l(
        "The file cannot be read beyond line %(line)s: a quotation mark there or above is out of place, or a cell"
        " is far too long. Mend it and look again."
    ),
    "columns_are_missing": _l("The first line must name the columns. Missing: %(columns)s."),
    "not_what_was_looked_at": _l("This is not the file you looked at. Look at it again, then import."),
    "rows_have_errors": _l("%(rows)s rows have errors. Mend them in the file; nothing was imported."),
}

CELLS: dict[str, LazyString] = {
    "cell_is_empty": _l("is empty: fill it in"),
    "cell_is_no_country": _l("is not a country code: write two letters, such as FR"),
    "cell_is_no_number": _l("is not a whole number of members"),
    "cell_is_no_standing": _l("is none of full, associate, suspended, arrears"),
    "cell_is_neither_yes_nor_no": _l("is neither yes nor no"),
    "cell_is_no_date": _l("is not a date: write it as 2013-06-01"),
    "cell_is_no_address": _l("is not an e-mail address"),
    "cell_is_beyond_the_last_column": _l(
        "stands beyond the last column: put a cell that holds a separator in quotation marks"
    ),
    "cell_names_a_code_twice": _l("stands on an earlier line already"),
}
