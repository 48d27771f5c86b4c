"""Revising: how a text gets its next immutable revision, whichever stage it is in."""

from dataclasses import dataclass
from datetime import datetime

from resolutions.lifecycle.procedure import note
from resolutions.records.base import session
from resolutions.records.resolution import Resolution, Revision
from resolutions.rules.clauses import Clause, ClauseKind, as_data, content_hash
from resolutions.rules.errors import Inadmissible
from resolutions.rules.roles import Actor


@dataclass(frozen=True)
class Wording:
    """The words of a text as a person has checked them."""

    title: str
    enacting: str
    clauses: tuple[Clause, ...]


def check_wording(wording: Wording) -> None:
    """Refuse a text without a title, without an operative clause, or with an empty or nameless clause."""
    if not wording.title.strip():
        raise Inadmissible("a_text_needs_a_title")
    if not any(clause.kind is ClauseKind.OPERATIVE for clause in wording.clauses):
        raise Inadmissible("a_text_needs_an_operative_clause")
    for place, clause in enumerate(wording.clauses, start=1):
        if not clause.text.strip():
            raise Inadmissible("a_clause_is_empty", place=place)
    if len({clause.id for clause in wording.clauses}) != len(wording.clauses):
        raise Inadmissible("two_clauses_share_an_id")


def add_revision(
    resolution: Resolution, wording: Wording, cause: str, by: tuple[Actor, datetime]
) -> Revision:
    """Make the next immutable revision of a text; the actor and the time say who made it and when."""
    check_wording(wording)
    actor, at = by
    revision = Revision(
        resolution=resolution,
        ordinal=len(resolution.revisions) + 1,
        cause=cause,
        title=wording.title.strip(),
        enacting=wording.enacting.strip(),
        clauses=as_data(wording.clauses),
        content_hash=content_hash(wording.title.strip(), wording.enacting.strip(), wording.clauses),
        made_at=at,
        made_by_id=actor.person_id,
    )
    resolution.title = revision.title
    session().add(revision)
    session().flush()
    note(revision=revision.ordinal, content_hash=revision.content_hash)
    return revision
