"""`flask text`: read, compare, merge and rebase texts from files, for the secretariat and for other programs."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from resolutions.rules.clauses import Clause, ClauseKind, as_data, unnamed
from resolutions.rules.merge import Clash, Merged, Operation, Outcome, merge, operations_between, rebase
from resolutions.rules.reading import read
from resolutions.rules.redline import ClauseChange, compare

_READABLE = (".txt", ".md", ".json")
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_MARKS = {"keep": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}"), "move": ("{>", "<}")}
_as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@click.group("text")
def text_group() -> None:
    """Read, compare, merge and rebase resolutions kept in files (.txt, .md, .json)."""


@text_group.command("parse")
@click.argument("file", type=_FILE)
@_as_json
def parse(file: Path, as_json: bool) -> None:
    """Read a resolution and print its structure."""
    reading = read(_joined(file))
    if as_json:
        head = {
            "title": reading.title,
            "language": reading.language,
            "body": reading.body,
            "heading": reading.heading,
        }
        _print_json({**head, "enacting": reading.enacting, "clauses": as_data(reading.clauses)})
        return
    for line in (reading.heading, reading.title, reading.enacting):
        if line:
            click.echo(line)
    for clause in reading.clauses:
        asked = f"  -> {'; '.join(clause.addressees)}" if clause.addressees else ""
        click.echo(
            f"{'  ' * clause.level}[{clause.kind.value}] {clause.label} {clause.text}{asked}".replace(
                "]  ", "] "
            )
        )


@text_group.command("compare")
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@_as_json
def compare_files(old: Path, new: Path, as_json: bool) -> None:
    """Show what changed between two texts, clause by clause and word by word."""
    changes = compare(_clauses(old, ""), _clauses(new, ""))
    if as_json:
        _print_json({"clauses": [_change(change) for change in changes]})
        return
    for change in changes:
        click.echo("".join(_MARKS[mark][0] + words + _MARKS[mark][1] for mark, words in change.pieces) + "\n")


@text_group.command("merge")
@click.argument("base", type=_FILE)
@click.argument("amended", type=_FILE, nargs=-1, required=True)
@_as_json
@click.pass_context
def merge_files(context: click.Context, base: Path, amended: tuple[Path, ...], as_json: bool) -> None:
    """Merge amended copies of a text; exit 1 when some of their changes contradict each other."""
    clauses = _clauses(base, "b")
    named = _named_by_content(amended)
    operations = [
        step for name, file in named.items() for step in operations_between(clauses, _clauses(file, ""), name)
    ]
    merged = merge(clauses, operations)
    conflicts = [
        _conflict(clash, clauses, {name: str(file) for name, file in named.items()})
        for clash in merged.clashes
    ]
    _print_merged(merged, conflicts, {}, as_json)
    context.exit(1 if conflicts else 0)


@text_group.command("rebase")
@click.argument("base", type=_FILE)
@click.argument("amended", type=_FILE)
@click.argument("new", type=_FILE)
@_as_json
@click.pass_context
def rebase_files(context: click.Context, base: Path, amended: Path, new: Path, *, as_json: bool) -> None:
    """Carry one amendment, given as an amended copy, on to a new version; exit 1 when somebody must decide."""
    clauses = _clauses(base, "b")
    operations: tuple[Operation, ...] = operations_between(clauses, _clauses(amended, ""), "A")
    rebased = rebase(clauses, operations, _clauses(new, "n"))
    conflicts = [_conflict(clash, clauses, {"A": str(amended), "": str(new)}) for clash in rebased.clashes]
    _print_merged(
        Merged(rebased.clauses, rebased.clashes), conflicts, {"outcome": rebased.outcome.value}, as_json
    )
    context.exit(1 if rebased.outcome is Outcome.CONFLICT else 0)


def _named_by_content(files: Sequence[Path]) -> dict[str, Path]:
    """Name the amendments by what they say and not by the order they were given in, so that the order cannot matter."""
    ordered = sorted(files, key=lambda file: ([clause.text for clause in _clauses(file, "")], str(file)))
    return {f"A{number}": file for number, file in enumerate(ordered, 1)}


def _clauses(file: Path, prefix: str) -> tuple[Clause, ...]:
    """The clauses of a file: its paragraphs, or the strings of its JSON list; without ids if no prefix."""
    found = [Clause("", ClauseKind.OPERATIVE, text) for text in _paragraphs(file)]
    return (
        tuple(replace(clause, id=f"{prefix}{place}") for place, clause in enumerate(found))
        if prefix
        else unnamed(found)
    )


def _paragraphs(file: Path) -> list[str]:
    content = _content(file)
    if file.suffix.lower() == ".json":
        return _strings(file, content)
    paragraphs: list[list[str]] = [[]]
    for line in content.replace("\r\n", "\n").split("\n"):
        if line.strip():
            paragraphs[-1].append(line.strip())
        elif paragraphs[-1]:
            paragraphs.append([])
    return ["\n".join(lines) for lines in paragraphs if lines]


def _joined(file: Path) -> str:
    content = _content(file)
    return "\n\n".join(_strings(file, content)) if file.suffix.lower() == ".json" else content


def _strings(file: Path, content: str) -> list[str]:
    try:
        data = json.loads(content)
    except json.JSONDecodeError as error:
        raise click.ClickException(f"{file.name} is not valid JSON (line {error.lineno}).") from error
    if not isinstance(data, list) or not all(isinstance(item, str) for item in data):
        raise click.ClickException(f'{file.name} must hold a list of strings, one a clause: ["…", "…"].')
    return list(data)


def _content(file: Path) -> str:
    if file.suffix.lower() not in _READABLE:
        raise click.ClickException(
            f"{file.name}: {file.suffix or 'files without an ending'} cannot be read yet. "
            "Save the text as plain text (.txt) and try again; .md and .json are read too."
        )
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(
            f"{file.name} is not UTF-8 text. Save it with the encoding UTF-8 and try again."
        ) from error


def _change(change: ClauseChange) -> dict[str, Any]:
    return {"base": change.base, "new": change.new, "pieces": [list(piece) for piece in change.pieces]}


def _conflict(clash: Clash, base: Sequence[Clause], files: dict[str, str]) -> dict[str, Any]:
    places = {clause.id: place for place, clause in enumerate(base)}
    alternatives = [
        {"from": files.get(alternative.operation.split(".")[0], ""), "text": alternative.text}
        for alternative in clash.alternatives
    ]
    return {"clause": places.get(clash.clause), "base": clash.base, "alternatives": alternatives}


def _print_merged(
    merged: Merged, conflicts: Sequence[dict[str, Any]], head: dict[str, Any], as_json: bool
) -> None:
    if as_json:
        _print_json(
            {**head, "clauses": [clause.text for clause in merged.clauses], "conflicts": list(conflicts)}
        )
        return
    for label, value in head.items():
        click.echo(f"{label}: {value}\n")
    for clause in merged.clauses:
        click.echo(clause.text + "\n")
    for conflict in conflicts:
        click.echo(f"conflict in: {conflict['base']}")
        for alternative in conflict["alternatives"]:
            click.echo(f"  {alternative['from']}: {alternative['text'] or '(deleted)'}")


def _print_json(data: dict[str, Any]) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))
