"""The reader over the annotated texts: how often it counts, opens and addresses as a careful person did."""

import json
from pathlib import Path
from typing import Any

import pytest

from resolutions.rules.clauses import Clause, ClauseKind
from resolutions.rules.reading import read

ROOT = Path(__file__).parents[2]
FOLDERS = [parent / "shared" / "examples" / "resolutions" for parent in (ROOT.parent, ROOT.parent.parent)]
TEXTS = sorted(path for folder in FOLDERS for path in folder.glob("*.txt"))

pytestmark = pytest.mark.skipif(
    not TEXTS, reason="the folder ../shared/examples with the annotated texts is absent"
)


def top(path: Path, kind: ClauseKind) -> list[Clause]:
    reading = read(path.read_text("utf-8"))
    return [clause for clause in reading.clauses if clause.kind is kind and clause.level == 1]


def notes(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_the_reader_counts_the_clauses_as_a_careful_person_did(path: Path) -> None:
    counted = (len(top(path, ClauseKind.PREAMBULAR)), len(top(path, ClauseKind.OPERATIVE)))
    assert counted == (notes(path)["n_preambular"], notes(path)["n_operative"])


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_the_reader_finds_where_each_clause_opens_and_in_what_language(path: Path) -> None:
    openings = [*notes(path)["preambular_openings"], *notes(path)["operative_openings"]]
    clauses = [*top(path, ClauseKind.PREAMBULAR), *top(path, ClauseKind.OPERATIVE)]
    assert [clause.text[: len(words)] for clause, words in zip(clauses, openings, strict=True)] == openings
    assert read(path.read_text("utf-8")).language == notes(path)["language"]


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_the_reader_finds_who_is_asked_to_act(path: Path) -> None:
    assert [list(clause.addressees) for clause in top(path, ClauseKind.OPERATIVE)] == notes(path)[
        "addressees"
    ]


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_the_reader_finds_the_items_of_each_clause(path: Path) -> None:
    reading = read(path.read_text("utf-8"))
    operative = [clause for clause in reading.clauses if clause.kind is ClauseKind.OPERATIVE]
    starts = [place for place, clause in enumerate(operative) if clause.level == 1] + [len(operative)]
    items = [
        sum(1 for clause in operative[start:end] if clause.level == 2)
        for start, end in zip(starts, starts[1:], strict=False)
    ]
    assert items == notes(path)["n_subclauses"]
