"""The demo congress, built once a database: what it holds, that it can be made again, that its trail holds."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, text

from resolutions.app import db
from resolutions.demo import road
from resolutions.demo.affiliates import AFFILIATES
from resolutions.demo.people import CAST, PASSWORD
from resolutions.demo.stories import SILENT, STORIES
from resolutions.lifecycle.signing_in import hasher
from resolutions.records.action import Action, Assignment, Evidence, Report
from resolutions.records.amendment import Amendment
from resolutions.records.assembly import Affiliate, Body, Mandate, Person
from resolutions.records.audit import FIRST, AuditEntry, AuditHead, entry_hash
from resolutions.records.ballot import Ballot, Vote
from resolutions.records.base import session
from resolutions.records.register import waiting
from resolutions.records.register.people import actor_of
from resolutions.records.resolution import Resolution
from resolutions.rules.progress import AssignmentFacts, Standing, overdue, standing_of
from resolutions.rules.states import Acceptance, Verification, Work
from resolutions.web import switching

AT = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)


def emptied(app: Flask) -> None:
    """Take every row away and begin every numbering anew, so that two builds get the same keys."""
    db.session.remove()
    with db.engine.begin() as connection:
        tables = [table.name for table in reversed(db.metadata.sorted_tables)]
        if db.engine.dialect.name == "postgresql":
            connection.execute(text(f"truncate {', '.join(tables)} restart identity"))
        for name in tables:
            connection.execute(text(f"delete from {name}"))


def trail() -> list[tuple[Any, ...]]:
    """What the trail says, without the seal of votes: a receipt is drawn so that nobody can guess it."""
    return [
        (e.step, e.subject_kind, e.subject_id, e.before, e.after, e.actor_id, e.at)
        + tuple(sorted((name, str(value)) for name, value in e.facts.items() if name != "votes_root"))
        for e in session().scalars(select(AuditEntry).order_by(AuditEntry.sequence))
    ]


@pytest.fixture(scope="module")
def first_trail(installation: Flask) -> Iterator[list[tuple[Any, ...]]]:
    """The demo, made twice in the same database; the trail of the first time."""
    with installation.app_context():
        emptied(installation)
        road.make(AT, hasher(installation.config["ARGON2"]))
        first = trail()
        emptied(installation)
        road.make(AT, hasher(installation.config["ARGON2"]))
        yield first
        emptied(installation)


@pytest.fixture
def demo(installation: Flask, first_trail: list[tuple[Any, ...]]) -> Iterator[Flask]:
    """The demo congress, to look at."""
    with installation.app_context():
        yield installation
        db.session.remove()


def texts() -> dict[str, Resolution]:
    return {resolution.title: resolution for resolution in session().scalars(select(Resolution))}


def belarus() -> Resolution:
    return next(resolution for title, resolution in texts().items() if "Belarus" in title)


def asked(addressee: str) -> list[Assignment]:
    """What was asked of affiliates, of the executive or of the secretariat about the Belarus text."""
    wanted = select(Assignment).join(Assignment.action).where(Action.addressee == addressee)
    return list(session().scalars(wanted.order_by(Assignment.id)))


def facts_of(assignment: Assignment) -> AssignmentFacts:
    return AssignmentFacts(
        affiliate_code=assignment.affiliate.code if assignment.affiliate else "",
        due_on=assignment.due_on,
        acceptance=Acceptance(assignment.acceptance),
        work=Work(assignment.work),
        verification=Verification(assignment.verification),
    )


def test_about_forty_affiliates_in_twenty_five_countries_and_more(demo: Flask) -> None:
    members = session().scalars(select(Affiliate)).all()
    assert len(members) == len(AFFILIATES) == 40
    assert len({member.country for member in members}) >= 25
    assert len({member.region for member in members}) == 6
    assert (min(m.members_paid for m in members), max(m.members_paid for m in members)) == (300, 400_000)
    assert Counter(m.standing for m in members) == {"full": 36, "arrears": 3, "suspended": 1}
    assert [m.code for m in members if m.protected] == ["MM-SHUTT"]


def test_the_cast_is_the_demo_bar_and_can_sign_in(demo: Flask) -> None:
    shown = switching.people()
    assert [person.email for person in shown] == [person.email for person in CAST]
    assert len(shown) == switching.CAST_SIZE
    hashes = hasher(demo.config["ARGON2"])
    assert all(hashes.verify(person.password_hash or "", PASSWORD) for person in shown)
    assert {body.role for body in session().scalars(select(Body))} == {"congress", "executive"}


def test_five_texts_stand_at_five_stages(demo: Flask) -> None:
    assert {(title.split()[0], text.state) for title, text in texts().items()} == {
        ("Stop", "in_follow_up"),
        ("Every", "voting"),
        ("A", "admitted"),
        ("Rétablir", "submitted"),
        ("Pay", "draft"),
    }
    assert belarus().number == "E-1"
    assert texts()["A fair road out of coal and coke"].number == "R-2"


def test_the_belarus_text_keeps_its_five_operative_clauses_and_two_of_them_changed(demo: Flask) -> None:
    read, adopted = belarus().revisions[0].text, belarus().revision.text
    changed = [
        (a.text, b.text)
        for a, b in zip(read, adopted, strict=True)
        if a.kind == "operative" and a.text != b.text
    ]
    assert sum(clause.kind == "operative" for clause in read) == 5
    assert ["and lasting" in new or "families" in new for _, new in changed] == [True, True]
    assert belarus().revision.cause == "consolidated"


def test_all_present_delegates_voted_on_the_belarus_text(demo: Flask) -> None:
    wanted = select(Ballot).where(Ballot.resolution_id == belarus().id).order_by(Ballot.id)
    ballots = session().scalars(wanted).all()
    present = session().scalar(
        select(func.count()).where(
            Mandate.meeting_id == belarus().meeting_id, Mandate.present, Mandate.voting
        )
    )
    cast = [
        session().scalar(select(func.count()).where(Vote.ballot_id == ballot.id, Vote.current))
        for ballot in ballots
    ]
    assert [ballot.outcome for ballot in ballots] == ["carried"] * 3
    assert cast == [present] * 3


def test_amendments_wait_for_the_reader_in_every_shape(demo: Flask) -> None:
    coal = texts()["A fair road out of coal and coke"]
    moved = session().scalars(
        select(Amendment).where(Amendment.resolution_id == coal.id).order_by(Amendment.number)
    )
    listed = [(a.label, a.state, a.operations[0].act) for a in moved]
    assert listed == [
        ("A1", "admissible", "replace"),
        ("A2", "admissible", "replace"),
        ("A3", "admissible", "replace"),
        ("A4", "admissible", "replace"),
        ("A5", "admissible", "insert"),
        ("A6", "submitted", "replace"),
    ]


def test_a_ballot_is_open_and_waits_for_the_delegates_of_the_cast(demo: Flask) -> None:
    ballot = session().scalars(select(Ballot).where(Ballot.state == "open")).one()
    assert ballot.resolution.title == "Every shift ends at home"
    for name in ("delegate", "delegate_fr", "executive"):
        email = next(person.email for person in CAST if person.short == name)
        person = session().scalars(select(Person).where(Person.email == email)).one()
        assert waiting.open_ballots_for(actor_of(person)) == [ballot]


def test_reports_stand_in_every_state_and_some_are_overdue(demo: Flask) -> None:
    standings = Counter(standing_of(facts_of(assignment)) for assignment in asked("affiliates"))
    assert standings == {
        Standing.ACCEPTED: 14,
        Standing.SUBMITTED: 6,
        Standing.RETURNED: 2,
        Standing.UNDER_WAY: 4,
        Standing.CANNOT: 1,
        Standing.DECLINED: 2,
        Standing.NOT_APPLICABLE: 1,
        Standing.SILENT: 6,
    }
    late = [a for a in asked("affiliates") if overdue(facts_of(a), AT.date())]
    assert len(late) == 12
    assert len(STORIES) + len(SILENT) == len(asked("affiliates")) == 36


def test_the_executive_and_the_secretariat_answered_too(demo: Flask) -> None:
    answers = [asked(office)[0] for office in ("executive", "secretariat")]
    assert [(a.work, a.verification) for a in answers] == [("under_way", "accepted"), ("done", "accepted")]
    assert answers[1].action.towards == "ILO"


def test_evidence_is_a_picture_or_a_receipt_and_nobody_judged_their_own_report(demo: Flask) -> None:
    files = session().scalars(select(Evidence)).all()
    assert {evidence.file.media_type for evidence in files} == {"image/png", "text/plain"}
    assert {evidence.visibility for evidence in files} == {"secretariat", "affiliates", "public"}
    reports = session().scalars(select(Report)).all()
    assert [r.id for r in reports if r.review is not None and r.review.reviewer_id == r.author_id] == []


def test_the_trail_of_the_demo_holds_and_goes_forward_in_time(demo: Flask) -> None:
    entries = session().scalars(select(AuditEntry).order_by(AuditEntry.sequence)).all()
    assert [entry.sequence for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry.previous_hash for entry in entries] == [FIRST] + [entry.hash for entry in entries[:-1]]
    assert [entry.hash for entry in entries] == [entry_hash(entry) for entry in entries]
    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
    assert entries[-1].at <= AT


def test_the_same_seed_gives_the_same_record(demo: Flask, first_trail: list[tuple[Any, ...]]) -> None:
    assert trail() == first_trail


def test_the_command_does_nothing_where_a_federation_is(demo: Flask) -> None:
    before = session().scalars(select(AuditHead.hash)).one()
    session().rollback()
    runner = demo.test_cli_runner()
    gentle, plain = runner.invoke(args=["demo", "--if-empty"]), runner.invoke(args=["demo"])
    assert (gentle.exit_code, plain.exit_code) == (0, 1)
    assert session().scalars(select(AuditHead.hash)).one() == before


def test_the_command_refuses_production(demo: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(demo.config, "PRODUCTION", True)
    answer = demo.test_cli_runner().invoke(args=["demo"])
    assert (answer.exit_code, "not for production" in answer.output) == (1, True)


def test_everybody_of_the_cast_finds_a_page_of_what_is_asked_of_them(demo: Flask) -> None:
    for person in switching.people():
        client = demo.test_client()
        with client.session_transaction() as kept:
            kept.update(_user_id=f"{person.id}.{person.sign_in_epoch}", _fresh=True)
        answers = [client.get(path).status_code for path in ("/", "/resolutions/", "/ballots/")]
        assert (person.name, answers) == (person.name, [200, 200, 200])


def test_a_stranger_reads_the_belarus_text_and_what_became_of_it(demo: Flask) -> None:
    page = demo.test_client().get(f"/record/{belarus().reference}").text
    assert "full and lasting support" in page
    assert "Norrsken Metal Union" in page
    assert "Golden Shuttle" not in page
