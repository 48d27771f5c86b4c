"""The ritual of a step, tried on the smallest step there is."""

import threading
from contextvars import Context

import pytest
from flask import Flask
from sqlalchemy import func, select

from resolutions.lifecycle import admitting, drafting, procedure
from resolutions.lifecycle.drafting import Filing
from resolutions.lifecycle.revising import Wording
from resolutions.records.audit import FIRST, AuditEntry, AuditHead, entry_hash
from resolutions.records.base import session
from resolutions.records.resolution import Resolution
from resolutions.rules.clauses import Clause, ClauseKind
from resolutions.rules.errors import Conflict, NotPermitted, OutOfOrder, RuleError
from tests.congress import LONG_BEFORE, Congress

WORDING = Wording("A title", "The Congress", (Clause("c1", ClauseKind.OPERATIVE, "decides"),))


def drafted(congress: Congress) -> Resolution:
    """A draft of NOR."""
    who = congress.actor("delegate_nor")
    filing = Filing("ordinary", sponsor=congress.affiliates["NOR"])
    return drafting.draft_resolution(congress.meeting, who, WORDING, filing, at=LONG_BEFORE)


def entries() -> int:
    """How long the trail is."""
    return session().scalar(select(func.count()).select_from(AuditEntry)) or 0


def test_a_step_that_is_not_permitted_leaves_no_trace(congress: Congress) -> None:
    text = drafted(congress)
    with pytest.raises(NotPermitted):
        drafting.submit_resolution(text, congress.actor("delegate_tex"), at=LONG_BEFORE)
    assert (text.state, entries()) == ("draft", 1)


def test_a_step_out_of_order_names_step_and_state(congress: Congress) -> None:
    text = drafted(congress)
    with pytest.raises(OutOfOrder) as refused:
        admitting.admit_resolution(text, congress.actor("convenor"), at=LONG_BEFORE)
    assert refused.value.facts == {"step": "admit_resolution", "state": "draft", "kind": "resolution"}


def test_what_breaks_inside_a_step_is_undone_with_it(
    congress: Congress, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = drafted(congress)
    monkeypatch.setattr(procedure, "_append", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        drafting.submit_resolution(text, congress.actor("delegate_nor"), at=LONG_BEFORE)
    assert (text.state, text.submitted_at, entries()) == ("draft", None, 1)


def test_a_stale_version_is_a_conflict(congress: Congress) -> None:
    text = drafted(congress)
    seen = text.version
    drafting.submit_resolution(text, congress.actor("delegate_nor"), at=LONG_BEFORE, version=seen)
    with pytest.raises(Conflict) as refused:
        admitting.admit_resolution(text, congress.actor("convenor"), at=LONG_BEFORE, version=seen)
    assert refused.value.code == "stale"


def test_the_trail_is_a_chain_without_a_gap(congress: Congress) -> None:
    text = drafted(congress)
    drafting.submit_resolution(text, congress.actor("delegate_nor"), at=LONG_BEFORE)
    admitting.admit_resolution(text, congress.actor("convenor"), "In order.", at=LONG_BEFORE)
    trail = session().scalars(select(AuditEntry).order_by(AuditEntry.sequence)).all()
    assert [entry.sequence for entry in trail] == [1, 2, 3]
    assert [entry.previous_hash for entry in trail] == [FIRST, trail[0].hash, trail[1].hash]
    assert [entry_hash(entry) for entry in trail] == [entry.hash for entry in trail]
    assert session().get(AuditHead, 1).hash == trail[-1].hash


def test_the_hash_of_an_entry_is_the_same_after_it_was_read_back(congress: Congress) -> None:
    drafted(congress)
    written = session().scalars(select(AuditEntry)).one()
    before = written.hash
    session().expire_all()
    assert entry_hash(written) == before


def test_of_two_who_take_the_same_step_at_once_one_is_told_so(app: Flask, congress: Congress) -> None:
    text = drafted(congress)
    drafting.submit_resolution(text, congress.actor("delegate_nor"), at=LONG_BEFORE)
    convenor, key = congress.actor("convenor"), text.id
    session().commit()
    start, outcomes = threading.Barrier(2), []

    def rule() -> None:
        with app.app_context():
            mine = session().get(Resolution, key)
            start.wait()
            try:
                outcomes.append(admitting.admit_resolution(mine, convenor, at=LONG_BEFORE).number)
            except RuleError as refused:
                outcomes.append(refused.code)

    threads = [threading.Thread(target=Context().run, args=(rule,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["R-1", "out_of_order"]
    session().rollback()
    assert entries() == 3


def test_a_fact_is_noted_only_inside_a_step(congress: Congress) -> None:
    text = drafted(congress)
    with pytest.raises(RuntimeError, match="inside a step"):
        procedure.note(fact=1)
    assert text.state == "draft"
