"""How the parameters of standing orders are called on their page; those that are most often changed."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

MOST_USED: dict[str, LazyString] = {
    "submit_deadline_days": _l("Ordinary texts close so many days before the opening"),
    "submit_max_words": _l("A text has at most so many words (0 for no limit)"),
    "submit_supporters": _l("An ordinary text needs so many supporting affiliates"),
    "amend_deadline_days": _l("Written amendments close so many days before the opening"),
    "amend_from_floor": _l("Amendments from the floor are allowed"),
    "amend_supporters": _l("An amendment needs so many supporting affiliates"),
    "emergency_allowed": _l("Emergency texts are allowed"),
    "emergency_supporters": _l("An emergency text needs so many supporting affiliates"),
    "emergency_supporter_countries": _l("…from so many countries"),
    "emergency_closes_day": _l("Emergency texts close so many days after the opening day"),
    "emergency_closes_clock": _l("…at this time"),
    "weight_basis": _l("What the weight of an affiliate follows from"),
    "weight_unit_members": _l("One vote for so many paid-up members, or part of them"),
    "arrears_bar_vote": _l("Affiliates in arrears do not vote"),
    "quorum_needed": _l("A quorum is needed"),
    "quorum_share": _l("The quorum's share"),
    "majority_base": _l("Of what a majority is a share"),
    "majority_text": _l("The majority for a text"),
    "follow_due_days": _l("Actions are due so many days after they are issued"),
}
