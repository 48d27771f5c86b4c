"""Texts, amendments and actions put straight into the records in the state a test needs."""

from typing import Any

from resolutions.lifecycle.drafting import Filing, Wording, draft_resolution
from resolutions.records.amendment import Amendment, Operation
from resolutions.records.base import session
from resolutions.records.resolution import Resolution
from resolutions.rules.clauses import Clause, ClauseKind, labelled
from tests.congress import LONG_BEFORE, Congress

CLAUSES = labelled(
    (
        Clause("c1", ClauseKind.PREAMBULAR, "Recalling the conventions on freedom of association,"),
        Clause("c2", ClauseKind.OPERATIVE, "condemns the persecution of trade unionists;"),
        Clause(
            "c3",
            ClauseKind.OPERATIVE,
            "calls on all affiliates to give full support to independent unions;",
            addressees=("all affiliates",),
        ),
        Clause(
            "c4", ClauseKind.OPERATIVE, "asks the ILO to report on every violation.", addressees=("the ILO",)
        ),
    )
)


def text(congress: Congress, state: str = "admitted", sponsor: str = "NOR", **more: Any) -> Resolution:
    """A text of an affiliate in the given state, numbered when its state asks for a number."""
    wording = Wording("Freedom for trade unionists", "The Congress", CLAUSES)
    filing = Filing(more.pop("type", "emergency"), sponsor=congress.affiliates[sponsor])
    author = congress.actor(f"delegate_{sponsor.lower()}")
    resolution = draft_resolution(congress.meeting, author, wording, filing, at=LONG_BEFORE)
    facts: dict[str, Any] = {"submitted_at": LONG_BEFORE if state != "draft" else None}
    if state not in ("draft", "submitted"):
        facts |= {"number": f"E-{resolution.id}", "admitted_at": LONG_BEFORE}
    if state in ("published", "in_follow_up", "implemented"):
        facts |= {"reference": f"2026/congress/E-{resolution.id}"}
        facts |= {"adopted_at": LONG_BEFORE, "published_at": LONG_BEFORE}
    for name, value in (facts | more | {"state": state}).items():
        setattr(resolution, name, value)
    session().commit()
    return resolution


def amendment(
    congress: Congress,
    resolution: Resolution,
    number: int,
    words: str,
    *,
    state: str = "admissible",
    clause: str = "c3",
) -> Amendment:
    """An amendment of TEX that gives one clause new words."""
    found = Amendment(
        resolution=resolution,
        revision=resolution.revision,
        number=number,
        state=state,
        sponsor=congress.affiliates["TEX"],
        author=congress.people["delegate_tex"],
        drafted_at=LONG_BEFORE,
        submitted_at=LONG_BEFORE,
    )
    found.operations.append(Operation(ordinal=1, act="replace", clause_id=clause, text=words))
    session().add(found)
    session().commit()
    return found
