"""A congress in the midst of its work, with rows of every kind in every state, and an address for every page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from flask import Flask
from sqlalchemy import func, select
from werkzeug.routing import Rule

from resolutions.app import db
from resolutions.lifecycle import drafting
from resolutions.lifecycle.following_up import judging
from resolutions.lifecycle.following_up.answering import Handed
from resolutions.lifecycle.following_up.asking import propose_action
from resolutions.lifecycle.revising import Wording
from resolutions.lifecycle.voting import casting, closing, opening
from resolutions.lifecycle.voting.casting import Choosing
from resolutions.records.account import Attempt, OutboxMessage, SignInLink
from resolutions.records.action import Action, Assignment, Evidence, Report
from resolutions.records.amendment import Amendment, Conflict, Support
from resolutions.records.assembly import Affiliate, AffiliateList, Body, Meeting, Person
from resolutions.records.ballot import Ballot
from resolutions.records.base import session
from resolutions.records.resolution import CoSponsorship, Resolution, StoredFile
from resolutions.rules.clauses import labelled
from resolutions.rules.states import AmendmentState, ResolutionState
from resolutions.rules.tally import Votes
from tests import follow_up, texts
from tests.congress import LONG_BEFORE, Congress

WORDS = "calls on all affiliates to give full and lasting support to independent unions;"
SECRET_DRAFT = "Zebrawood"
SECRET_REPORT = "Quetzalfeather"


@dataclass
class Everything:
    """Where to find what was built."""

    congress: Congress
    texts: dict[str, Resolution] = field(default_factory=dict)
    amendments: dict[str, Amendment] = field(default_factory=dict)


def _texts(all_: Everything) -> None:
    for state in ResolutionState:
        all_.texts[state] = texts.text(all_.congress, state.value)
    asked = all_.texts["draft"]
    affiliate = all_.congress.affiliates["MIN"]
    session().add(CoSponsorship(resolution=asked, affiliate=affiliate, asked_at=LONG_BEFORE))
    session().commit()
    secret = [replace(clause, text=f"{SECRET_DRAFT} {clause.text}") for clause in texts.CLAUSES]
    wording = Wording(f"{SECRET_DRAFT} in the halls", "The Congress", labelled(secret))
    answers = {"within_aims": f"{SECRET_DRAFT} serves them all."}
    drafting.correct_text(asked, all_.congress.actor("delegate_nor"), wording, answers)
    all_.texts["inadmissible"].ruling = "It changes the statutes."
    session().commit()


def _amendments(all_: Everything) -> None:
    debated = all_.texts["in_debate"]
    for number, state in enumerate(AmendmentState, start=1):
        known = None if state == "draft" else number
        made = texts.amendment(all_.congress, debated, known, f"{WORDS} {number}", state=state.value)  # type: ignore[arg-type]
        made.reason = "They need it."
        all_.amendments[state] = made
    supporter = all_.congress.people["delegate_pac"]
    support = Support(
        amendment=all_.amendments["admissible"],
        affiliate=all_.congress.affiliates["PAC"],
        person_id=supporter.id,
        given_at=LONG_BEFORE,
    )
    session().add(support)
    draft = all_.amendments["draft"]
    draft.reason = f"{SECRET_DRAFT} matters."
    draft.operations[0].text = f"{SECRET_DRAFT} {draft.operations[0].text}"
    settled = Conflict(
        revision=debated.revision,
        clause_id="c2",
        base="condemns the persecution of trade unionists;",
        alternatives=[{"operation": "A3.1", "text": "condemns it;"}, {"operation": "A4.1", "text": None}],
        decided_text="condemns it;",
        decided_by_id=all_.congress.people["convenor"].id,
        decided_at=LONG_BEFORE,
    )
    session().add(settled)
    session().commit()


def _ballots(all_: Everything) -> None:
    chair, nor = all_.congress.actor("chair"), all_.congress.actor("delegate_nor")
    debated = all_.texts["in_debate"]
    for number, end in enumerate(("declared", "void", "closed", "open", "announced"), start=21):
        put = texts.amendment(all_.congress, debated, number, f"{WORDS} {number}", clause="c4")
        ballot = opening.announce_ballot(debated, chair, put, "hands" if end == "open" else "recorded")
        if end == "announced":
            continue
        opening.open_ballot(ballot, chair)
        if end == "open":
            casting.enter_hands(ballot, all_.congress.actor("teller"), Votes(4, 1, 1))
            continue
        if end == "void":
            closing.void_ballot(ballot, chair, "The roll was wrong.")
            continue
        casting.cast_vote(ballot, nor, Choosing("for", nor.mandates[0].id, f"key {number}"))
        closing.close_ballot(ballot, chair)
        if end == "declared":
            closing.declare_ballot(ballot, chair)


def _follow_up(all_: Everything) -> None:
    congress, secretary = all_.congress, all_.congress.actor("secretary")
    proposed = follow_up.proposed(congress, all_.texts["published"])
    dropped = follow_up.proposed(congress, all_.texts["published"])
    dropped.state, dropped.ruling = "dropped", "Said in another clause."
    asked = propose_action(
        all_.texts["published"], secretary, follow_up.asking_affiliates(addressee="executive")
    )
    assert (proposed.state, asked.state) == ("proposed", "proposed")
    out = follow_up.issued(congress, all_.texts["in_follow_up"])
    for code, seen in (("NOR", "public"), ("TEX", "affiliates"), ("AND", "secretariat"), ("CHE", "public")):
        words = SECRET_REPORT if seen == "secretariat" else "Letter"
        file = Handed(f"{words}.txt", "text/plain", f"{words} sent".encode(), seen)
        told = f"{words} sent to the ambassador."
        follow_up.told(congress, follow_up.of(out, code), text=told, visibility=seen, evidence=(file,))
    for code in ("NOR", "TEX", "AND"):
        judging.accept_report(follow_up.of(out, code), secretary)
    judging.return_report(follow_up.of(out, "CHE"), secretary, "When was that?")
    declined = follow_up.of(out, "PAC")
    declined.acceptance, declined.reason = "declined", "No members there."
    session().commit()


def _door(all_: Everything) -> None:
    chair = all_.congress.people["chair"]
    link = SignInLink(token_hash="0" * 64, person=chair, expires_at=LONG_BEFORE, used_at=LONG_BEFORE)
    letter = OutboxMessage(recipient=chair.email, subject="Come", text="Soon.", written_at=LONG_BEFORE)
    session().add_all([link, letter, Attempt(purpose="link", key="0" * 64, tried_at=LONG_BEFORE)])
    session().commit()


def build(congress: Congress) -> Everything:
    """Fill the records."""
    all_ = Everything(congress)
    session().add(AffiliateList(name="Neighbours", codes=["NOR", "CHE"]))
    for make in (_texts, _amendments, _ballots, _follow_up, _door):
        make(all_)
    return all_


def _ids(record: Any) -> Callable[[], list[Any]]:
    return lambda: list(session().scalars(select(record.id).order_by(record.id)))


def _one_a_state(record: Any) -> Callable[[], list[Any]]:
    return lambda: sorted(session().scalars(select(func.min(record.id)).group_by(record.state)))


ARGUMENTS: dict[str, Callable[[], list[Any]]] = {
    "resolution_id": _one_a_state(Resolution),
    "amendment_id": _one_a_state(Amendment),
    "ballot_id": _ids(Ballot),
    "action_id": _ids(Action),
    "assignment_id": _ids(Assignment),
    "evidence_id": _ids(Evidence),
    "report_id": _ids(Report),
    "affiliate_id": lambda: _ids(Affiliate)()[:1],
    "meeting_id": _ids(Meeting),
    "body_id": _ids(Body),
    "person_id": lambda: _ids(Person)()[:2],
    "file_id": lambda: _ids(StoredFile)()[:2],
    "clause_id": lambda: ["c3"],
    "number": lambda: [1],
    "reference": lambda: [
        found for found in session().scalars(select(Resolution.reference)) if found is not None
    ],
    "token": lambda: ["not-a-token"],
    "filename": lambda: ["style.css"],
}
"""What to put into each part of an address; a new name in a route needs a line here."""


def _filled(app: Flask, rule: Rule) -> Iterator[str]:
    names = sorted(rule.arguments)
    unknown = [name for name in names if name not in ARGUMENTS]
    if unknown:
        raise AssertionError(f"{rule.rule}: add {', '.join(unknown)} to ARGUMENTS in tests/everything.py")
    chosen: list[dict[str, Any]] = [{}]
    for name in names:
        chosen = [
            known | {name: value} for known in chosen for value in [*ARGUMENTS[name](), *_absent(rule, name)]
        ]
    adapter = app.url_map.bind("localhost")
    for values in chosen:
        yield adapter.build(rule.endpoint, values, method=next(iter(rule.methods or {"GET"})))


def _absent(rule: Rule, name: str) -> list[int]:
    """A key that nothing has."""
    return [987654] if name.endswith("_id") and name != "clause_id" else []


def addresses(app: Flask, method: str) -> list[tuple[str, str]]:
    """Every endpoint that takes the method, with every address it has for what is on record."""
    return [
        (rule.endpoint, path)
        for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule)
        if method in (rule.methods or ())
        for path in _filled(app, rule)
    ]


def tables() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    session().rollback()
    with db.engine.connect() as connection:
        return {
            table.name: sorted(tuple(map(str, row)) for row in connection.execute(table.select()))
            for table in db.metadata.sorted_tables
        }
