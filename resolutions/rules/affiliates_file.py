"""A spreadsheet of affiliates, read and compared with what is known: row by row, cell by cell."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from resolutions.rules.errors import Inadmissible

STANDINGS = ("full", "associate", "suspended", "arrears")
YES, NO = ("yes", "y", "1", "true", "oui", "sí"), ("", "no", "n", "0", "false", "non")
NEEDED = ("code", "name", "country", "region", "members_paid")
LARGEST = 100_000_000


class CellError(Exception):
    """A cell that does not hold what its column asks for; the code names the mend."""


def _words(value: str) -> str:
    return " ".join(value.split())


def _needed(value: str) -> str:
    if not _words(value):
        raise CellError("cell_is_empty")
    return _words(value)


def _country(value: str) -> str:
    code = value.strip().upper()
    if len(code) != 2 or not code.isascii() or not code.isalpha():
        raise CellError("cell_is_no_country")
    return code


def _number(value: str) -> int:
    digits = value.replace(" ", "").replace("\u202f", "").replace("\u00a0", "")
    if not digits.isascii() or not digits.isdigit():
        raise CellError("cell_is_no_number")
    # The length first: a machine refuses to read thousands of digits as one number.
    if len(digits) > len(str(LARGEST)) or int(digits) > LARGEST:
        raise CellError("cell_is_no_number")
    return int(digits)


def _list(value: str) -> list[str]:
    return [word for word in value.replace(",", " ").split() if word]


def _standing(value: str) -> str:
    standing = value.strip().lower() or "full"
    if standing not in STANDINGS:
        raise CellError("cell_is_no_standing")
    return standing


def _yes(value: str) -> bool:
    said = value.strip().lower()
    if said not in YES + NO:
        raise CellError("cell_is_neither_yes_nor_no")
    return said in YES


def _day(value: str) -> date | None:
    if not value.strip():
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError as wrong:
        raise CellError("cell_is_no_date") from wrong


def _address(value: str) -> str:
    address = value.strip().lower()
    if address and ("@" not in address or any(letter.isspace() for letter in address)):
        raise CellError("cell_is_no_address")
    return address


COLUMNS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "code": ("code", _needed),
    "name": ("name", _needed),
    "acronym": ("acronym", _words),
    "country": ("country", _country),
    "region": ("region", _needed),
    "sector": ("sectors", _list),
    "members_paid": ("members_paid", _number),
    "languages": ("languages", _list),
    "status": ("standing", _standing),
    "protected": ("protected", _yes),
    "contact_email": ("contact_email", _address),
    "joined": ("joined", _day),
}


@dataclass(frozen=True)
class Row:
    """One line of the file: what it says, and how that compares with what is known."""

    line: int
    code: str
    name: str
    status: str
    values: Mapping[str, Any] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    errors: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Preview:
    """What an import would do; nothing may be imported while a row has an error."""

    rows: tuple[Row, ...]
    missing: tuple[str, ...]

    def count(self, status: str) -> int:
        """How many rows are new, changed, the same, or wrong."""
        return sum(row.status == status for row in self.rows)

    @property
    def to_import(self) -> list[Mapping[str, Any]]:
        """The values of the rows that are new or changed."""
        return [row.values for row in self.rows if row.status in ("new", "changed")]


def _table(content: bytes) -> "csv.DictReader[str]":
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise Inadmissible("the_file_is_not_utf8") from wrong
    if "\x00" in text:
        raise Inadmissible("the_file_is_not_utf8")
    head = text.partition("\n")[0]
    separator = ";" if head.count(";") > head.count(",") else ","
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    names = [name.strip().lower() for name in table.fieldnames or ()]
    if lacking := [name for name in NEEDED if name not in names]:
        raise Inadmissible("columns_are_missing", columns=", ".join(lacking))
    table.fieldnames = names
    return table


def _lines(table: "csv.DictReader[str]") -> Iterator[tuple[int, dict[str | None, Any]]]:
    try:
        for cells in table:
            yield table.line_num, cells
    except csv.Error as wrong:
        raise Inadmissible("a_line_cannot_be_read", line=table.reader.line_num) from wrong


def _read(cells: Mapping[str | None, Any]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    values: dict[str, Any] = {}
    errors = []
    for column, (name, take) in COLUMNS.items():
        if column not in cells:
            continue
        try:
            values[name] = take(cells[column] or "")
        except CellError as wrong:
            errors.append((column, str(wrong)))
    for cell in cells.get(None, ()):
        if cell.strip():
            errors.append((cell.strip(), "cell_is_beyond_the_last_column"))
    return values, errors


def preview(content: bytes, known: Mapping[str, Mapping[str, Any]]) -> Preview:
    """Read a CSV file (`;` or `,`, UTF-8) and compare it with the known affiliates by their code."""
    rows: list[Row] = []
    seen: set[str] = set()
    for line, cells in _lines(_table(content)):
        values, errors = _read(cells)
        code = str(values.get("code", ""))
        if code and code in seen:
            errors.append(("code", "cell_names_a_code_twice"))
        seen.add(code)
        rows.append(_row(line, values, errors, known.get(code)))
    return Preview(tuple(rows), tuple(sorted(set(known) - seen)))


def _row(
    line: int, values: dict[str, Any], errors: Sequence[tuple[str, str]], before: Mapping[str, Any] | None
) -> Row:
    code, name = str(values.get("code", "")), str(values.get("name", ""))
    if errors:
        return Row(line, code, name, "error", errors=tuple(errors))
    if before is None:
        fresh = {"sectors": [], "languages": [], "joined": None} | values
        return Row(line, code, name, "new", fresh)
    changed = tuple(column for column, value in values.items() if before[column] != value)
    return Row(line, code, name, "changed" if changed else "same", values, changed)
