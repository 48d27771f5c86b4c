"""The importer: pasted text becomes a title, an enacting line, and preambular and operative clauses."""

from dataclasses import dataclass, replace

from resolutions.rules.clauses import Clause, ClauseKind
from resolutions.rules.reading.addressees import addressees, asked_first, asks_below
from resolutions.rules.reading.language import language
from resolutions.rules.reading.lines import lines
from resolutions.rules.reading.paragraphs import paragraphs
from resolutions.rules.reading.structure import structured

_OPENING_WORDS = 5


@dataclass(frozen=True)
class Reading:
    """What the importer made out of a text; every guess carries how sure it is, in its clause."""

    title: str
    language: str
    body: str
    heading: str
    enacting: str
    clauses: tuple[Clause, ...]


def read(text: str) -> Reading:
    """Read a pasted resolution; the clauses are numbered c1, c2, … in order."""
    found = lines(text)
    spoken = language(" ".join(line.text for line in found))
    draft = structured(paragraphs(found, spoken), spoken)
    clauses = tuple(
        understood(replace(clause, id=f"c{number}"), spoken, draft.body)
        for number, clause in enumerate(draft.clauses, 1)
    )
    return Reading(
        draft.title, spoken, draft.body, draft.heading, draft.enacting, _with_items(clauses, spoken)
    )


def understood(clause: Clause, spoken: str = "en", body: str = "") -> Clause:
    """Read the opening words of a clause and, if it is operative, who is asked to act."""
    opening = " ".join(clause.text.split()[:_OPENING_WORDS]).rstrip(" ,;:.—–")
    asked = addressees(clause.text, spoken, body) if clause.kind is ClauseKind.OPERATIVE else ()
    return replace(clause, opening=opening, addressees=asked)


def _with_items(clauses: tuple[Clause, ...], spoken: str) -> tuple[Clause, ...]:
    """Where a lead-in ends in its verb ("Calls on:"), its items name who is asked, and the clause asks them all."""
    done = list(clauses)
    for place, clause in enumerate(clauses):
        if (
            clause.kind is not ClauseKind.OPERATIVE
            or clause.addressees
            or not asks_below(clause.text, spoken)
        ):
            continue
        below = place + 1
        asked: list[str] = []
        while below < len(done) and done[below].level > clause.level:
            if done[below].level == clause.level + 1:
                done[below] = replace(
                    done[below], addressees=done[below].addressees or asked_first(done[below].text)
                )
                asked += [name for name in done[below].addressees if name not in asked]
            below += 1
        done[place] = replace(clause, addressees=tuple(asked))
    return tuple(done)
