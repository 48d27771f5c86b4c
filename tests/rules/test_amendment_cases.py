"""The collected amendment cases: each must give the verdict it states."""

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from resolutions.rules.clauses import Clause, ClauseKind
from resolutions.rules.merge import Clash, merge, operations_between, rebase
from resolutions.rules.redline import compare

ROOT = Path(__file__).parents[2]
FOUND = [
    parent / "shared" / "examples" / "amendment_cases.json"
    for parent in (ROOT.parent, ROOT.parent.parent)
    if (parent / "shared" / "examples" / "amendment_cases.json").exists()
]
CASES: list[dict[str, Any]] = json.loads(FOUND[0].read_text("utf-8"))["cases"] if FOUND else []

pytestmark = pytest.mark.skipif(
    not FOUND, reason="the folder ../shared/examples with the collected cases is absent"
)


def clauses(texts: list[str], ids: str = "") -> list[Clause]:
    return [Clause(f"{ids}{n}" if ids else "", ClauseKind.OPERATIVE, text) for n, text in enumerate(texts)]


def judge(case: dict[str, Any], texts: list[str], clashes: tuple[Clash, ...]) -> None:
    wanted = case.get("expected_any") or [case["expected"]]
    if case["conflict"] == "yes":
        assert clashes
    if case["conflict"] == "no" or case.get("conflict_if_clause_anchored") == "no":
        assert clashes == ()
    if not clashes:
        assert texts in wanted
    elif "conflict_clauses" in case:
        assert sorted(int(clash.clause[1:]) for clash in clashes) == case["conflict_clauses"]
    offered = [alternative.text or "" for clash in clashes for alternative in clash.alternatives]
    for words in case.get("must_survive", []):
        assert any(words in text for text in texts + offered)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_case_gives_the_verdict_it_states(case: dict[str, Any]) -> None:
    base = clauses(case["base"], "b")
    if case["kind"] == "diff":
        judge_marks(case, base)
    elif case["kind"] == "rebase":
        amendment, new = case["amendments"]
        operations = operations_between(base, clauses(amendment["text"]), "A")
        rebased = rebase(base, operations, clauses(new["text"], "n"))
        judge(case, [clause.text for clause in rebased.clauses], rebased.clashes)
    else:
        for order in itertools.permutations(case["amendments"]):
            operations = tuple(
                operation
                for amendment in order
                for operation in operations_between(base, clauses(amendment["text"]), f"A{amendment['id']}")
            )
            merged = merge(base, operations)
            judge(case, [clause.text for clause in merged.clauses], merged.clashes)


def judge_marks(case: dict[str, Any], base: list[Clause]) -> None:
    changes = compare(base, clauses(case["amendments"][0]["text"]))
    pieces = [piece for change in changes for piece in change.pieces]
    for field, mark in (
        ("must_stay", "keep"),
        ("must_delete", "delete"),
        ("must_insert", "insert"),
        ("moved", "move"),
    ):
        for words in case.get(field, []):
            assert any(mark == found and words in text for found, text in pieces)
    for place in case.get("unchanged_clauses", []):
        assert [mark for change in changes if change.base == place for mark, _ in change.pieces] == ["keep"]
