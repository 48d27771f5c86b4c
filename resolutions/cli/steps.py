"""`flask steps`: the table of the procedure, printed; `--write` keeps docs/procedure.md true, `--check` tells."""

from collections.abc import Iterator
from pathlib import Path

import click

from resolutions.rules import roles
from resolutions.rules.states import STATES, Kind
from resolutions.rules.steps import ROWS, Row

PAGE = Path(__file__).parent.parent.parent / "docs" / "procedure.md"

HEAD = """# The procedure

Printed from `resolutions/rules/steps.py` by `flask steps --write`; a test fails when this page is stale.
A step with the office *consequence* is never taken by anybody: it follows from another step, in its transaction.
"""


def _line(row: Row) -> str:
    frm = ", ".join(row.frm) or "–"
    to = ", ".join(row.to) or "unchanged"
    makes = "" if row.makes is None else f"{row.makes[0]}" + (f" ({row.makes[1]})" if row.makes[1] else "")
    facet = "" if row.facet == "state" else f" ({row.facet})"
    return f"| `{row.step}` | {row.of}{facet} | {frm} | {to} | {row.by.name} | {makes} |"


def _table() -> Iterator[str]:
    yield "## Every step\n"
    yield "| step | on | from | to | who | makes |"
    yield "|---|---|---|---|---|---|"
    yield from map(_line, ROWS)


def _diagram(kind: Kind) -> Iterator[str]:
    yield f"\n## The life of {'an' if kind[0] in 'ao' else 'a'} {kind}\n"
    yield "```mermaid"
    yield "stateDiagram-v2"
    for row in ROWS:
        if row.makes is not None and row.makes[0] is kind:
            yield f"    [*] --> {row.makes[1]}: {row.step}"
        if row.of is kind and row.facet == "state":
            yield from (f"    {a} --> {b}: {row.step}" for a in row.frm for b in row.to if a != b)
    yield "```"


def _matrix(kind: Kind) -> Iterator[str]:
    rows = [
        row for row in ROWS if row.of is kind and row.facet == "state" and row.by is not roles.consequence
    ]
    offices = sorted({name for row in rows for name in row.by.name.split(" or ")})
    yield f"\n### Who may do what with {'an' if kind[0] in 'ao' else 'a'} {kind}\n"
    yield f"| state | {' | '.join(offices)} |"
    yield "|---" * (len(offices) + 1) + "|"
    for state in STATES[kind]:
        cells = [
            ", ".join(r.step for r in rows if state in r.frm and office in r.by.name.split(" or "))
            for office in offices
        ]
        yield f"| {state} | {' | '.join(cells)} |"


def page() -> str:
    """The whole page: table, diagrams, and who may do what in which state."""
    lines = [HEAD, *_table()]
    for kind in STATES:
        lines += [*_diagram(kind), *_matrix(kind)]
    return "\n".join(lines) + "\n"


@click.command()
@click.option("--write", is_flag=True, help="Write docs/procedure.md.")
@click.option("--check", is_flag=True, help="Fail when docs/procedure.md is stale.")
def steps(write: bool, check: bool) -> None:
    """Print the procedure: every step, from which state to which, and who may take it."""
    if write:
        PAGE.write_text(page(), encoding="utf-8")
    elif check:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
            raise click.ClickException("docs/procedure.md is stale; run `flask steps --write`.")
    else:
        click.echo(page())
