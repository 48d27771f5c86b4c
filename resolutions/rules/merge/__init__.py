"""Amendments and the text: merge them all, or carry one on to a newer version; no contradiction is lost."""

from resolutions.rules.merge.folding import merge, merge_words, settled_words
from resolutions.rules.merge.operations import Act, Alternative, Clash, Merged, Operation, operations_between
from resolutions.rules.merge.rebasing import Carried, Outcome, Rebased, rebase

__all__ = [
    "Act",
    "Alternative",
    "Carried",
    "Clash",
    "Merged",
    "Operation",
    "Outcome",
    "Rebased",
    "merge",
    "merge_words",
    "operations_between",
    "rebase",
    "settled_words",
]
