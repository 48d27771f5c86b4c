"""The house rules, counted: floors, one place for each thing, budgets of size, words for every code."""

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from sqlalchemy import CheckConstraint, UniqueConstraint

from resolutions.app import db
from resolutions.cli import steps as printed
from resolutions.lifecycle.procedure import PERFORMERS
from resolutions.rules.states import STATES, Acceptance, Verification, Work
from resolutions.rules.steps import TABLE, Step
from resolutions.web import wording
from resolutions.web.words import states, steps

HOUSE = Path(__file__).parent.parent
MODULES = {
    str(path.relative_to(HOUSE)): path.read_text() for path in sorted((HOUSE / "resolutions").rglob("*.py"))
}
TREES = {name: ast.parse(text) for name, text in MODULES.items()}
TEMPLATES = {
    str(path.relative_to(HOUSE)): path.read_text() for path in sorted((HOUSE / "templates").rglob("*.html"))
}

LONGEST_MODULE = 300
LONGEST_FUNCTION = 60
MOST_ARGUMENTS = 4
MOST_ARGUMENTS_OF_A_STEP = 6
"""A performer is `step(subject, actor, …)`: those two, and four of its own."""
MEDIAN_TEMPLATE = 40

REFUSERS = {"Inadmissible", "Conflict", "NotFound", "OutOfOrder", "NotPermitted", "TooManyTries", "refuse"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> Iterator[tuple[str, Function]]:
    """Every function of the program with where it stands."""
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield f"{name}:{node.lineno} {node.name}", node


def called(node: ast.Call) -> str:
    """The bare name of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def is_step(node: Function) -> bool:
    """Whether this is the performer of a step."""
    return any(isinstance(mark, ast.Call) and called(mark) == "performs" for mark in node.decorator_list)


def test_the_floors_import_downwards_only() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports")]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True)  # noqa: S603 - our own tool
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_step_of_the_table_has_a_performer_and_no_other_exists() -> None:
    assert set(Step) == set(TABLE) == set(PERFORMERS)


def test_one_module_commits() -> None:
    committing = [name for name, text in MODULES.items() if ".commit(" in text]
    assert committing == ["resolutions/lifecycle/procedure.py"]


def test_the_printed_procedure_is_the_procedure() -> None:
    assert (HOUSE / "docs" / "procedure.md").read_text() == printed.page(), "run: flask steps --write"


def test_every_step_and_every_state_has_a_word() -> None:
    assert set(steps.WORDS) == set(Step)
    spoken: dict[str, type[StrEnum]] = {kind.value: known for kind, known in STATES.items()}
    spoken |= {"acceptance": Acceptance, "work": Work, "verification": Verification}
    missing = {
        kind: sorted(set(known) - set(states.WORDS.get(kind, {})))
        for kind, known in spoken.items()
        if set(known) - set(states.WORDS.get(kind, {}))
    }
    assert not missing


def raised_codes() -> set[str]:
    """Every code that some refusal in the program carries."""
    return {
        str(node.args[0].value)
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) in REFUSERS and node.args
        if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    }


def constants() -> set[str]:
    """Every string of the program outside the words themselves: codes that travel as data are among them."""
    return {
        node.value
        for name, tree in TREES.items()
        if not name.startswith("resolutions/web/words/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_refusal_has_a_sentence() -> None:
    assert sorted(raised_codes() - set(wording.REFUSALS)) == []


def test_no_sentence_is_for_a_code_that_nobody_raises() -> None:
    assert sorted(set(wording.REFUSALS) - raised_codes() - constants()) == []


def test_modules_stay_short() -> None:
    long = {name: text.count("\n") for name, text in MODULES.items() if text.count("\n") > LONGEST_MODULE}
    # The table of the procedure is data, a row a step, and is kept in one piece on purpose (decision 0002).
    assert long.pop("resolutions/rules/steps.py", 0) <= 320
    assert not long


def test_functions_stay_short() -> None:
    long = {
        where: size
        for where, node in functions()
        if (size := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert not long


def test_functions_take_few_positional_arguments() -> None:
    many = {}
    for where, node in functions():
        taken = [a.arg for a in (*node.args.posonlyargs, *node.args.args) if a.arg not in ("self", "cls")]
        if len(taken) > (MOST_ARGUMENTS_OF_A_STEP if is_step(node) else MOST_ARGUMENTS):
            many[where] = taken
    assert not many


def test_what_is_public_says_what_it_does_and_what_it_gives() -> None:
    silent = []
    for name, tree in TREES.items():
        if ast.get_docstring(tree) is None:
            silent.append(name)
        for node in ast.walk(tree):
            if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
                inner = isinstance(node, Function) and node not in top_level(tree)
                if not inner and ast.get_docstring(node) is None:
                    silent.append(f"{name}:{node.lineno} {node.name} says nothing")
            if isinstance(node, Function) and node.returns is None:
                silent.append(f"{name}:{node.lineno} {node.name} gives what?")
    assert not silent


def top_level(tree: ast.Module) -> list[ast.AST]:
    """The functions of a module and of its classes, without those inside functions."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    return [*tree.body, *(inner for found in classes for inner in found.body)]


@pytest.mark.parametrize(
    "forbidden",
    [
        r"\sstyle\s*=",
        r"\son[a-z]+\s*=\s*[\"'{]",
        r"<script(?![^>]*\ssrc=)",
        r"\|\s*safe\b",
        r"<style\b",
        r"javascript:",
    ],
)
def test_templates_hold_no(forbidden: str) -> None:
    assert [name for name, text in TEMPLATES.items() if re.search(forbidden, text)] == []


def test_templates_stay_short() -> None:
    assert statistics.median(text.count("\n") for text in TEMPLATES.values()) <= MEDIAN_TEMPLATE


def test_ready_made_markup_comes_from_one_place() -> None:
    makers = [name for name, text in MODULES.items() if re.search(r"\bMarkup\b", text)]
    assert makers == ["resolutions/web/filters.py"]
    assert not [name for name, text in MODULES.items() if re.search(r"render_template_string|autoescape", text)]


def test_every_constraint_has_a_name_that_reads_as_a_sentence() -> None:
    nameless = [
        f"{table.name}: {constraint.name}"
        for table in db.metadata.sorted_tables
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint | UniqueConstraint)
        and not re.fullmatch(r"(?!ck_|uq_)[a-z]+(_[a-z]+)+", str(constraint.name))
    ]
    assert not nameless
