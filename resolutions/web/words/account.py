"""Refusals met at the door."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

REFUSALS: dict[str, LazyString] = {
    "address_or_password_is_wrong": _l(
        "The address and the password do not belong together. Try again, or let us send you a link."
    ),
    "link_is_used_or_old": _l(
        "This link was used already or is older than 30 minutes. Ask for a new one below."
    ),
    "too_many_tries": _l("Too many tries on this account. Wait %(minutes)s minutes, then try again."),
    "password_is_short": _l(
        "Choose at least %(shortest)s characters: four words that do not belong together are good."
    ),
    "password_is_endless": _l("Choose at most %(longest)s characters."),
    "password_is_guessed": _l("This password is easily guessed. Leave out names and common words."),
    "passwords_differ": _l("The two passwords are not the same. Type them once more."),
}
