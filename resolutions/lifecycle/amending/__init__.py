"""Amending: from the first changed word to the consolidated text."""

from resolutions.lifecycle.amending.consolidating import (
    consolidate_text,
    incorporate_amendment,
    settle_conflict,
)
from resolutions.lifecycle.amending.proposing import (
    REASON_LETTERS,
    Change,
    admit_amendment,
    correct_amendment,
    draft_amendment,
    open_debate,
    proposed,
    refuse_amendment,
    submit_amendment,
    support_amendment,
    withdraw_amendment,
)

__all__ = [
    "REASON_LETTERS",
    "Change",
    "admit_amendment",
    "consolidate_text",
    "correct_amendment",
    "draft_amendment",
    "incorporate_amendment",
    "open_debate",
    "proposed",
    "refuse_amendment",
    "settle_conflict",
    "submit_amendment",
    "support_amendment",
    "withdraw_amendment",
]
