"""Refusals that any step can meet."""

from flask_babel import lazy_gettext as _l

REFUSALS = {
    "not_permitted": _l(
        "“%(step)s” is for: %(by)s. You do not hold that office or mandate here. Ask the secretariat if you should."
    ),
    "out_of_order": _l(
        "“%(step)s” is not open now, since the state is “%(state)s”. Load the page again to see what is open."
    ),
    "stale": _l(
        "Someone changed this after you opened it. Your words are still here: look at the new state, then send again."
    ),
    "already_there": _l(
        "This was done already, perhaps by a second click. Nothing was changed. Load the page again."
    ),
    "not_found": _l("There is no such thing here, or it is not for you to see."),
    "required": _l("Fill in “%(field)s”."),
}
