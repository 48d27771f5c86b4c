from datetime import date
from typing import Any

import pytest

from resolutions.rules.affiliates_file import preview
from resolutions.rules.errors import Inadmissible

HEAD = "code;name;country;region;sector;members_paid;languages;status;protected;joined\n"
NOR = "NOR;Nordic Metal Union;se;Europe;metal energy;120 400;sv en;full;no;2013-06-01\n"
KNOWN: dict[str, dict[str, Any]] = {
    "NOR": {
        "code": "NOR",
        "name": "Nordic Metal Union",
        "country": "SE",
        "region": "Europe",
        "sectors": ["metal", "energy"],
        "members_paid": 120_400,
        "languages": ["sv", "en"],
        "standing": "full",
        "protected": False,
        "joined": date(2013, 6, 1),
    },
    "TEX": {},
}


def test_a_known_row_is_the_same_and_a_lacking_one_is_named_not_removed() -> None:
    found = preview((HEAD + NOR).encode("utf-8-sig"), KNOWN)
    assert [(row.code, row.status) for row in found.rows] == [("NOR", "same")]
    assert found.missing == ("TEX",)
    assert found.to_import == []


def test_a_changed_cell_is_named() -> None:
    found = preview((HEAD + NOR.replace("120 400", "120 500")).encode(), KNOWN)
    assert [(row.status, row.changed) for row in found.rows] == [("changed", ("members_paid",))]


def test_commas_do_as_well_and_a_new_row_has_its_defaults() -> None:
    found = preview(b"code,name,country,region,members_paid\nFJI,Dockers,FJ,Asia,800\n", KNOWN)
    assert found.rows[0].status == "new"
    assert found.rows[0].values["sectors"] == []


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ("NOR;;SE;Europe;;1;;;;", ("name", "cell_is_empty")),
        ("NOR;N;Sweden;Europe;;1;;;;", ("country", "cell_is_no_country")),
        ("NOR;N;SE;Europe;;many;;;;", ("members_paid", "cell_is_no_number")),
        ("NOR;N;SE;Europe;;-1;;;;", ("members_paid", "cell_is_no_number")),
        pytest.param(
            f"NOR;N;SE;Europe;;{'9' * 5000};;;;",
            ("members_paid", "cell_is_no_number"),
            id="thousands of digits",
        ),
        ("NOR;N;SE;Europe;;1;;;;;South", ("South", "cell_is_beyond_the_last_column")),
        ("NOR;N;SE;Europe;;1;;gone;;", ("status", "cell_is_no_standing")),
        ("NOR;N;SE;Europe;;1;;;perhaps;", ("protected", "cell_is_neither_yes_nor_no")),
        ("NOR;N;SE;Europe;;1;;;;1.6.2013", ("joined", "cell_is_no_date")),
    ],
)
def test_a_wrong_cell_is_named_with_its_line_and_column(cell: str, error: tuple[str, str]) -> None:
    found = preview((HEAD + cell + "\n").encode(), {})
    assert [(row.line, row.status, row.errors) for row in found.rows] == [(2, "error", (error,))]
    assert found.to_import == []


def test_a_code_twice_is_an_error_on_its_second_line() -> None:
    found = preview((HEAD + NOR + NOR).encode(), {})
    assert [row.status for row in found.rows] == ["new", "error"]


def test_a_file_without_a_needed_column_says_which() -> None:
    with pytest.raises(Inadmissible) as refused:
        preview(b"code;name\nA;B\n", {})
    assert refused.value.facts == {"columns": "country, region, members_paid"}


def test_a_file_in_another_script_table_is_refused() -> None:
    with pytest.raises(Inadmissible, match="the_file_is_not_utf8"):
        preview("code;name;country;region;members_paid\nA;\xe9;FR;E;1".encode("latin-1"), {})


def test_empty_lines_are_counted_and_not_read() -> None:
    found = preview((HEAD + "\n\n" + NOR).encode(), KNOWN)
    assert [(row.line, row.status) for row in found.rows] == [(4, "same")]


def test_a_row_without_a_code_is_not_said_to_stand_there_twice() -> None:
    found = preview((HEAD + ";N;SE;Europe;;1;;;;\n" * 2).encode(), {})
    assert [row.errors for row in found.rows] == [(("code", "cell_is_empty"),)] * 2


@pytest.mark.parametrize(
    "cell", ['"Nordic', "N" * 200_000], ids=["a quotation mark left open", "an endless cell"]
)
def test_a_line_that_cannot_be_read_is_named(cell: str) -> None:
    with pytest.raises(Inadmissible, match="a_line_cannot_be_read") as refused:
        preview((HEAD + f"NOR;{cell};SE;Europe;;1;;;;\n").encode(), {})
    assert refused.value.facts == {"line": 2}


def test_a_letter_that_no_database_keeps_is_refused() -> None:
    with pytest.raises(Inadmissible, match="the_file_is_not_utf8"):
        preview((HEAD + NOR.replace("Nordic", "Nor\x00dic")).encode(), {})
