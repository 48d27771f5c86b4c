"""How the parameters of standing orders are called on their page; those that are most often changed."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from resolutions.rules.standing_orders.parameters import Group, Unit

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

GROUPS: dict[Group, LazyString] = {
    Group.BODY: _l("The body and its languages"),
    Group.SUBMIT: _l("Handing in texts"),
    Group.AMEND: _l("Handing in amendments"),
    Group.EMERGENCY: _l("Emergency texts"),
    Group.APPEAL: _l("Appeals"),
    Group.COMMITTEE: _l("The committee"),
    Group.DEBATE: _l("The debate"),
    Group.ORDER: _l("The order of voting"),
    Group.VOTE: _l("How votes are taken"),
    Group.WEIGHT: _l("The weight of votes"),
    Group.ELIGIBILITY: _l("Who may submit and vote"),
    Group.QUORUM: _l("The quorum"),
    Group.MAJORITY: _l("Majorities"),
    Group.PUBLISH: _l("Publication"),
    Group.FOLLOW: _l("After adoption"),
}

UNITS: dict[Unit, LazyString] = {
    Unit.DAYS: _l("days"),
    Unit.OFFSET_DAYS: _l("days"),
    Unit.HOURS: _l("hours"),
    Unit.MINUTES: _l("minutes"),
    Unit.MONTHS: _l("months"),
    Unit.CLOCK: _l("time of day"),
    Unit.NUMBER: _l("number"),
    Unit.PERCENT: _l("per cent"),
    Unit.WORDS: _l("words"),
    Unit.AFFILIATES: _l("affiliates"),
    Unit.COUNTRIES: _l("countries"),
    Unit.MEMBERS: _l("members"),
    Unit.BRACKETS: _l("members up to: votes"),
}
