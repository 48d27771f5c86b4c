"""An adopted text to follow up, put straight into the records in the state that a test needs."""

from datetime import UTC, date, datetime, timedelta

from resolutions.lifecycle.following_up import answering, asking
from resolutions.lifecycle.following_up.answering import Told
from resolutions.lifecycle.following_up.asking import Request
from resolutions.records.action import Action, Assignment
from resolutions.records.assembly import Affiliate
from resolutions.records.base import session
from resolutions.records.resolution import Resolution, Revision
from resolutions.rules.clauses import Clause, ClauseKind, as_data, content_hash
from tests.congress import OPENS, Congress

ADOPTED = OPENS + timedelta(days=2)
LATER = ADOPTED + timedelta(days=30)
DUE = date(2026, 11, 9)

TITLE = "Protect the rights of independent trade unions in Belarus"
ENACTING = "Metal and Mine Federation Congress"
CLAUSES = (
    Clause("c1", ClauseKind.PREAMBULAR, "Hundreds of union members were among the arrested."),
    Clause("c2", ClauseKind.OPERATIVE, "condemn the persecution of trade unionists", opening="condemn"),
    Clause(
        "c3",
        ClauseKind.OPERATIVE,
        "call on Metal and Mine Federation Executive and all of its affiliates to provide full support",
        opening="call on",
        addressees=("Metal and Mine Federation Executive", "all of its affiliates"),
    ),
    Clause("c4", ClauseKind.OPERATIVE, "asking ILO full support", opening="asking", addressees=("ILO",)),
)


def adopted(congress: Congress, state: str = "adopted", number: str = "E-1") -> Resolution:
    """A resolution in this state, with one sealed revision."""
    public = state in ("published", "in_follow_up", "implemented")
    resolution = Resolution(
        meeting=congress.meeting,
        type="emergency",
        state=state,
        number=number,
        reference=f"2026/congress/{number}" if public else None,
        title=TITLE,
        sponsor=congress.affiliates["NOR"],
        author=congress.people["delegate_nor"],
        answers={},
        drafted_at=OPENS,
        adopted_at=ADOPTED,
        published_at=ADOPTED if public else None,
    )
    revision = Revision(
        resolution=resolution,
        ordinal=1,
        cause="drafted",
        title=TITLE,
        enacting=ENACTING,
        clauses=as_data(CLAUSES),
        content_hash=content_hash(TITLE, ENACTING, CLAUSES),
        made_at=OPENS,
        made_by_id=congress.people["delegate_nor"].id,
    )
    session().add_all([resolution, revision])
    session().commit()
    return resolution


def asking_affiliates(**changed: object) -> Request:
    """A request to every affiliate for at least one sign of support."""
    words: dict[str, object] = {
        "clause_id": "c3",
        "title": "Support independent unions in Belarus",
        "addressee": "affiliates",
        "menu": ("letter", "embassy", "money"),
        "due_on": DUE,
    }
    return Request(**(words | changed))  # type: ignore[arg-type]


def proposed(congress: Congress, resolution: Resolution | None = None, **changed: object) -> Action:
    """An action that the secretary proposed on a published text."""
    text = resolution or adopted(congress, "published")
    return asking.propose_action(text, congress.actor("secretary"), asking_affiliates(**changed), at=ADOPTED)


def issued(congress: Congress, resolution: Resolution | None = None, **changed: object) -> Action:
    """An action that went out on the day of adoption."""
    action = proposed(congress, resolution, **changed)
    return asking.issue_action(action, congress.actor("secretary"), at=ADOPTED)


def of(action: Action, code: str) -> Assignment:
    """What the action asks of the affiliate with this code."""
    return next(a for a in action.assignments if a.affiliate is not None and a.affiliate.code == code)


def told(congress: Congress, assignment: Assignment, **changed: object) -> None:
    """The affiliate's own officer reports."""
    assert assignment.affiliate is not None
    words: dict[str, object] = {"outcome": "done", "text": "We wrote to the ambassador.", "what": "letter"}
    officer = congress.actor(f"officer_{assignment.affiliate.code.lower()}")
    answering.report(assignment, officer, Told(**(words | changed)), at=LATER)  # type: ignore[arg-type]


def many_affiliates(count: int, **changed: object) -> list[Affiliate]:
    """As many further affiliates, all in good standing, in five regions."""
    more = [
        Affiliate(
            code=f"X{number:03}",
            name=f"Union number {number}",
            country="ZZ",
            region=f"Region {number % 5}",
            sectors=["metal"],
            languages=["en"],
            members_paid=1000 + number,
            contact_email=f"x{number}@affiliates.example",
            **changed,
        )
        for number in range(count)
    ]
    session().add_all(more)
    session().commit()
    return more


NOON = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
