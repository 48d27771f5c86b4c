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
