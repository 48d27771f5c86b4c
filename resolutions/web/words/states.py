"""How states are called, and the tone they are shown in."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

WORDS: dict[str, dict[str, LazyString]] = {
    "meeting": {"convened": _l("Convened"), "open": _l("In session"), "closed": _l("Closed")},
    "resolution": {
        "draft": _l("Draft"),
        "submitted": _l("Submitted"),
        "inadmissible": _l("Inadmissible"),
        "admitted": _l("Admitted"),
        "in_debate": _l("In debate"),
        "voting": _l("Put to the vote"),
        "adopted": _l("Adopted"),
        "rejected": _l("Rejected"),
        "withdrawn": _l("Withdrawn"),
        "published": _l("Published"),
        "in_follow_up": _l("In follow-up"),
        "implemented": _l("Implemented"),
    },
    "amendment": {
        "draft": _l("Draft"),
        "submitted": _l("Submitted"),
        "admissible": _l("Admissible"),
        "inadmissible": _l("Inadmissible"),
        "withdrawn": _l("Withdrawn"),
        "in_vote": _l("Put to the vote"),
        "carried": _l("Carried"),
        "lost": _l("Lost"),
        "incorporated": _l("In the text"),
    },
    "ballot": {
        "announced": _l("Announced"),
        "open": _l("Open"),
        "closed": _l("Closed"),
        "declared": _l("Declared"),
        "void": _l("Void"),
    },
    "outcome": {
        "carried": _l("Carried"),
        "lost": _l("Lost"),
        "no_quorum": _l("No quorum"),
        "adopted": _l("Adopted"),
        "rejected": _l("Rejected"),
    },
    "action": {
        "proposed": _l("Proposed"),
        "issued": _l("Issued"),
        "dropped": _l("Dropped"),
        "closed": _l("Closed"),
    },
    "acceptance": {
        "sent": _l("No answer yet"),
        "acknowledged": _l("Acknowledged"),
        "declined": _l("Declined"),
        "not_applicable": _l("Not applicable"),
    },
    "work": {
        "not_started": _l("Not started"),
        "under_way": _l("Under way"),
        "done": _l("Done"),
        "cannot": _l("Cannot be done"),
    },
    "verification": {
        "nothing": _l("Not reported"),
        "submitted": _l("To be verified"),
        "returned": _l("Returned with a question"),
        "accepted": _l("Verified"),
    },
    "standing": {
        "full": _l("In good standing"),
        "associate": _l("Associate"),
        "suspended": _l("Suspended"),
        "arrears": _l("In arrears"),
    },
    "finding": {"ok": _l("In order"), "warn": _l("Look at this"), "blocking": _l("Stands in the way")},
}

GOOD = (
    "adopted",
    "published",
    "implemented",
    "carried",
    "incorporated",
    "accepted",
    "done",
    "full",
    "ok",
    "open",
)
WARN = ("returned", "submitted", "arrears", "warn", "under_way", "in_vote", "voting")
BAD = ("rejected", "inadmissible", "lost", "no_quorum", "declined", "cannot", "suspended", "blocking", "void")
QUIET = ("draft", "withdrawn", "closed", "dropped", "not_applicable", "not_started", "nothing", "sent")

TONES: dict[tuple[str, str], str] = {
    (kind, value): tone
    for kind, words in WORDS.items()
    for value in words
    for tone, values in (("good", GOOD), ("warn", WARN), ("bad", BAD), ("quiet", QUIET))
    if value in values
}

WORDS_BY_VALUE: dict[str, LazyString] = {
    value: word for words in WORDS.values() for value, word in words.items()
}
