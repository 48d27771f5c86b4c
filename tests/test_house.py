"""The rules of this house, read from its own files."""

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import CheckConstraint, UniqueConstraint

from resolutions.app import db
from resolutions.cli import steps as printed
from resolutions.lifecycle import procedure
from resolutions.rules.states import STATES, Acceptance, Verification, Work
from resolutions.rules.steps import TABLE, Step
from resolutions.web.wording import REFUSALS
from resolutions.web.words import states, steps

ROOT = Path(__file__).parent.parent
CODE = sorted((ROOT / "resolutions").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
LONGEST_MODULE, LONGEST_FUNCTION, MOST_ARGUMENTS = 300, 60, 4
MEDIAN_TEMPLATE = 40
KINDS_OF_REFUSAL = (
    "NotPermitted",
    "NotFound",
    "OutOfOrder",
    "Conflict",
    "Inadmissible",
    "TooManyTries",
    "refuse",
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    """A file as a person would call it."""
    return path.relative_to(ROOT).as_posix()


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the program, read."""
    for path in CODE:
        yield name(path), ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.Module) -> Iterator[Function]:
    """Every function and method of a module."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def test_the_floors_rest_on_each_other_and_only_downwards() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    told = subprocess.run(
        [linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout


def test_only_the_procedure_commits() -> None:
    committing = [name(path) for path in CODE if ".commit(" in path.read_text(encoding="utf-8")]
    assert committing == ["resolutions/lifecycle/procedure.py"]


def test_the_page_of_the_procedure_is_fresh() -> None:
    assert printed.PAGE.read_text(encoding="utf-8") == printed.page(), "run `flask steps --write`"


def test_every_step_has_a_performer_and_a_word() -> None:
    assert set(procedure.PERFORMERS) == set(TABLE) == set(Step)
    assert set(steps.WORDS) == set(Step)


def test_every_state_has_a_word() -> None:
    silent = {
        (kind.value, state.value)
        for kind, known in STATES.items()
        for state in known
        if state.value not in states.WORDS[kind.value]
    }
    assert silent == set()


def test_every_facet_of_an_assignment_has_a_word() -> None:
    facets = {"acceptance": Acceptance, "work": Work, "verification": Verification}
    assert {facet: set(known) - set(states.WORDS[facet]) for facet, known in facets.items()} == {
        facet: set() for facet in facets
    }


def raised() -> dict[str, str]:
    """Every code of a refusal that the program raises, and one module where."""
    found: dict[str, str] = {}
    for module, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            code = node.args[0]
            if called in KINDS_OF_REFUSAL and isinstance(code, ast.Constant) and isinstance(code.value, str):
                found[code.value] = module
    return found


def test_every_refusal_has_a_sentence() -> None:
    codes = raised()
    assert len(codes) > 60
    assert {code: module for code, module in codes.items() if code not in REFUSALS} == {}


def test_no_sentence_is_for_a_refusal_that_nobody_raises() -> None:
    # A code may also travel as data, a finding's mend say, so every string outside the words counts.
    said = {
        node.value
        for module, tree in trees()
        if not module.startswith("resolutions/web/words/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(set(REFUSALS) - said) == []


def test_every_refusal_names_its_code_where_it_is_raised() -> None:
    nameless = [
        module
        for module, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in KINDS_OF_REFUSAL
        and node.args
        and not isinstance(node.args[0], ast.Constant)
    ]
    # One function gives a refusal the name of a parameter; its callers are looked at as raisers above.
    assert nameless == ["resolutions/rules/standing_orders/parameters.py"]


def test_no_module_is_longer_than_300_lines() -> None:
    long = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in CODE}
    assert {path: lines for path, lines in long.items() if lines > LONGEST_MODULE} == {}


def test_no_function_is_longer_than_60_lines() -> None:
    long = [
        f"{module}:{function.name}"
        for module, tree in trees()
        for function in functions(tree)
        if (function.end_lineno or 0) - function.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_no_function_takes_more_than_four_arguments_by_place() -> None:
    many = []
    for module, tree in trees():
        for function in functions(tree):
            places = [a.arg for a in (*function.args.posonlyargs, *function.args.args)]
            if len([place for place in places if place not in ("self", "cls")]) > MOST_ARGUMENTS:
                many.append(f"{module}:{function.name}")
    assert many == []


def undocumented(tree: ast.Module) -> Iterator[str]:
    """What others may use and nothing says what it is."""
    if ast.get_docstring(tree) is None:
        yield "the module"
    holders: list[ast.Module | ast.ClassDef] = [tree]
    holders += [node for node in tree.body if isinstance(node, ast.ClassDef)]
    for holder in holders:
        for node in holder.body:
            if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
                continue
            if ast.get_docstring(node) is None:
                yield node.name


def test_everything_public_says_what_it_is() -> None:
    assert [f"{module}: {what}" for module, tree in trees() for what in undocumented(tree)] == []


def test_every_function_says_what_it_gives() -> None:
    assert [
        f"{module}: {f.name}" for module, tree in trees() for f in functions(tree) if f.returns is None
    ] == []


def test_every_constraint_is_named_by_a_sentence() -> None:
    nameless = [
        f"{table.name}: {constraint.name}"
        for table in db.metadata.sorted_tables
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint | UniqueConstraint)
        and not re.fullmatch(r"(?!ck_|uq_)[a-z]+(_[a-z]+)+", str(constraint.name))
    ]
    assert nameless == []


def test_templates_are_short() -> None:
    lengths = [path.read_text(encoding="utf-8").count("\n") for path in TEMPLATES]
    assert statistics.median(lengths) <= MEDIAN_TEMPLATE


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a style of its own", r"\sstyle\s*="),
        ("a style of its own", r"<style\b"),
        ("something that acts", r"\son[a-z]+\s*="),
        ("a script of its own", r"<script(?![^>]*\bsrc=)"),
        ("words let through unread", r"\|\s*safe\b|autoescape\s+false"),
        ("an address elsewhere", r"""(?:src|href|action)\s*=\s*["']https?://"""),
    ],
)
def test_no_template_contains(what: str, pattern: str) -> None:
    guilty = [name(path) for path in TEMPLATES if re.search(pattern, path.read_text(encoding="utf-8"), re.I)]
    assert guilty == [], what


def test_every_form_that_is_sent_carries_its_token() -> None:
    bare = []
    for path in TEMPLATES:
        for form in re.findall(
            r"<form\b[^>]*method=\"post\".*?</form>", path.read_text(encoding="utf-8"), re.S | re.I
        ):
            if "csrf_token" not in form and "hidden_tag" not in form:
                bare.append(f"{name(path)}: {form[:80]}")
    assert bare == []


def test_html_of_people_is_let_through_in_one_place() -> None:
    guilty = [name(path) for path in CODE if re.search(r"\bMarkup\(", path.read_text(encoding="utf-8"))]
    assert guilty == ["resolutions/web/filters.py"]


def test_no_sql_is_written_as_text() -> None:
    guilty = [
        f"{module}:{node.lineno}"
        for module, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "text"
        and node.args
        and not isinstance(node.args[0], ast.Constant)
    ]
    assert guilty == []


def test_words_that_say_nothing_name_no_module() -> None:
    empty = {"utils", "util", "helpers", "helper", "common", "manager", "service", "shared", "misc"}
    assert [name(path) for path in CODE if empty & set(path.relative_to(ROOT).with_suffix("").parts)] == []
