"""`flask text`: what it prints and how it ends, as programs outside rely on it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from resolutions.cli.text import text_group

SEED = Path(__file__).parents[2] / "seed" / "emergency-resolution-on-belarus.txt"
BASE = ["Alpha on wages.", "Beta on hours of work.", "Gamma on health."]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(text_group, [str(argument) for argument in arguments])


def data(result: Result) -> Any:
    return json.loads(result.stdout)


@pytest.fixture
def write(tmp_path: Path) -> Any:
    def written(name: str, clauses: list[str]) -> Path:
        path = tmp_path / name
        text = json.dumps(clauses) if path.suffix == ".json" else "\n\n".join(clauses) + "\n"
        path.write_text(text, "utf-8")
        return path

    return written


def test_parse_prints_the_structure_of_the_text_it_all_began_with() -> None:
    read = data(run("parse", SEED, "--json"))
    operative = [clause for clause in read["clauses"] if clause["kind"] == "operative"]
    assert (read["language"], read["body"], len(operative)) == ("en", "IndustriALL Global Union Congress", 5)
    assert operative[3]["addressees"] == ["IndustriALL Global Union Executive", "all of its affiliates"]
    assert {"id", "kind", "level", "label", "text", "opening", "addressees"} <= set(operative[0])


def test_parse_prints_a_readable_text_without_json() -> None:
    result = run("parse", SEED)
    assert (result.exit_code, result.output.splitlines()[0]) == (0, "Emergency Resolution on Belarus")


def test_compare_prints_every_clause_with_its_words(write: Any) -> None:
    new = [BASE[0], "Beta on fewer hours of work.", BASE[2], "Delta."]
    compared = data(run("compare", write("old.txt", BASE), write("new.json", new), "--json"))
    assert compared["clauses"][1] == {
        "base": 1,
        "new": 1,
        "pieces": [["keep", "Beta on"], ["insert", " fewer"], ["keep", " hours of work."]],
    }
    assert compared["clauses"][3] == {"base": None, "new": 3, "pieces": [["insert", "Delta."]]}


def test_merge_ends_with_nothing_when_all_amendments_agree(write: Any) -> None:
    one = write("one.json", [BASE[0], "Beta on fewer hours of work.", BASE[2]])
    two = write("two.json", [BASE[0], "Beta on hours of paid work."])
    result = run("merge", write("base.json", BASE), one, two, "--json")
    assert (result.exit_code, data(result)) == (
        0,
        {"clauses": [BASE[0], "Beta on fewer hours of paid work."], "conflicts": []},
    )


def test_merge_ends_with_one_and_every_alternative_when_they_clash(write: Any) -> None:
    one, two = write("one.json", ["Alpha on pay.", *BASE[1:]]), write("two.json", BASE[1:])
    base = write("base.json", BASE)
    result = run("merge", base, one, two, "--json")
    alternatives = [{"from": str(one), "text": "Alpha on pay."}, {"from": str(two), "text": None}]
    assert result.exit_code == 1
    assert data(result) == {
        "clauses": BASE,
        "conflicts": [{"clause": 0, "base": BASE[0], "alternatives": alternatives}],
    }
    assert data(run("merge", base, two, one, "--json")) == data(result)


@pytest.mark.parametrize(
    ("new", "outcome", "code"),
    [
        (BASE, "carried_over", 0),
        ([BASE[0], "Beta on hours of paid work.", BASE[2]], "merged", 0),
        ([BASE[0], "Beta on fewer hours of work.", BASE[2]], "already_contained", 0),
        ([BASE[0], "Beta on less hours of work.", BASE[2]], "conflict", 1),
    ],
)
def test_rebase_prints_what_became_of_the_amendment(
    write: Any, new: list[str], outcome: str, code: int
) -> None:
    amended = write("amended.json", [BASE[0], "Beta on fewer hours of work.", BASE[2]])
    result = run("rebase", write("base.json", BASE), amended, write("new.json", new), "--json")
    assert (result.exit_code, data(result)["outcome"], len(data(result)["conflicts"])) == (
        code,
        outcome,
        code,
    )


@pytest.mark.parametrize(
    ("name", "content", "mend"),
    [
        ("text.docx", b"PK", "Save the text as plain text"),
        ("text.txt", b"\xff\xfe\x00", "UTF-8"),
        ("text.json", b"{", "not valid JSON"),
        ("text.json", b"{}", "list of strings"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_mend(
    tmp_path: Path, name: str, content: bytes, mend: str
) -> None:
    (tmp_path / name).write_bytes(content)
    result = run("parse", tmp_path / name)
    assert result.exit_code == 1
    assert mend in result.output
