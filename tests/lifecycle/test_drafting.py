from sqlalchemy import select

from resolutions.lifecycle import drafting
from resolutions.lifecycle.drafting import Filing
from resolutions.lifecycle.revising import Wording
from resolutions.records.audit import AuditEntry
from resolutions.records.base import session
from resolutions.rules.clauses import Clause, ClauseKind
from tests.congress import LONG_BEFORE, Congress

WORDING = Wording(
    "Freedom for trade unionists",
    "The Congress",
    (
        Clause("c1", ClauseKind.PREAMBULAR, "Recalling the conventions,"),
        Clause("c2", ClauseKind.OPERATIVE, "condemns the persecution of trade unionists"),
    ),
)


def test_a_draft_has_one_sealed_revision_and_one_entry_in_the_trail(congress: Congress) -> None:
    sponsor = congress.actor("delegate_nor")
    text = drafting.draft_resolution(
        congress.meeting,
        sponsor,
        WORDING,
        Filing("ordinary", sponsor=congress.affiliates["NOR"]),
        at=LONG_BEFORE,
    )
    entry = session().scalars(select(AuditEntry)).one()
    assert (entry.step, entry.subject_kind, entry.subject_id, entry.before, entry.after) == (
        "draft_resolution",
        "resolution",
        text.id,
        None,
        "draft",
    )
    assert entry.facts == {"revision": 1, "content_hash": text.revision.content_hash}
    assert entry.resolution_id == text.id
