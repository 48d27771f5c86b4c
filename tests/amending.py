"""A text that is open for amendments, and short ways to bring amendments to it."""

from datetime import UTC, datetime

from resolutions.lifecycle import admitting, amending, drafting
from resolutions.lifecycle.amending import Change
from resolutions.lifecycle.drafting import Filing
from resolutions.lifecycle.revising import Wording
from resolutions.records.amendment import Amendment
from resolutions.records.base import session
from resolutions.records.resolution import Resolution
from resolutions.rules.clauses import Clause, ClauseKind, labelled
from resolutions.rules.merge import Act
from tests.congress import Congress

LEAVE = "Demands ten days of paid leave for every miner who was injured at work"
WAGES = "Calls on all affiliates to report on wages in mining before the end of the year"
REASON = "Recalling that mining is dangerous,"
CLAUSES = labelled(
    (
        Clause("c1", ClauseKind.PREAMBULAR, REASON),
        Clause("c2", ClauseKind.OPERATIVE, LEAVE),
        Clause("c3", ClauseKind.OPERATIVE, WAGES),
    )
)


def admitted(congress: Congress, kind: str = "emergency") -> Resolution:
    """A text on the agenda, moved by the Nordic union; an emergency is amendable whatever the day."""
    text = drafting.draft_resolution(
        congress.meeting,
        congress.actor("delegate_nor"),
        Wording("Safe work in mines", "The Congress", CLAUSES),
        Filing(kind, sponsor=congress.affiliates["NOR"]),
    )
    text.state = "submitted"
    session().commit()
    admitting.admit_resolution(text, congress.actor("convenor"))
    return text


def replace(clause: str, text: str) -> Change:
    """New words for a clause."""
    return Change(Act.REPLACE, clause, text)


def drafted(congress: Congress, text: Resolution, who: str, *changes: Change) -> Amendment:
    """An amendment that nobody but its mover has seen."""
    return amending.draft_amendment(text, congress.actor(f"delegate_{who}"), changes, "Because.")


def submitted(congress: Congress, text: Resolution, who: str, *changes: Change) -> Amendment:
    """An amendment that was handed in."""
    amendment = drafted(congress, text, who, *changes)
    return amending.submit_amendment(amendment, congress.actor(f"delegate_{who}"))


def tabled(congress: Congress, text: Resolution, who: str, *changes: Change) -> Amendment:
    """An amendment that was supported and admitted."""
    amendment = submitted(congress, text, who, *changes)
    amending.support_amendment(amendment, congress.actor("delegate_pac"))
    return amending.admit_amendment(amendment, congress.actor("convenor"))


def decide(outcome: str, *amendments: Amendment) -> None:
    """What a ballot would have decided."""
    for amendment in amendments:
        amendment.state = outcome
    session().commit()


def now() -> datetime:
    """The moment at which somebody looks."""
    return datetime.now(UTC)
