"""Refusals met while admitting."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

REFUSALS: dict[str, LazyString] = {
    "a_ruling_needs_a_reason": _l("Write the reason: the sponsor and the record need it."),
}
