"""How offices are called."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

WORDS: dict[str, LazyString] = {
    "secretariat": _l("Secretariat"),
    "committee": _l("Resolutions committee"),
    "presiding": _l("Presiding officer"),
    "teller": _l("Teller"),
    "executive": _l("Member of the Executive"),
    "general_secretary": _l("General secretary"),
    "officer": _l("Officer of an affiliate"),
}
