"""Drafting: from the first words to the text that is handed in."""

from dataclasses import dataclass, field
from datetime import datetime

from resolutions.lifecycle.procedure import note, performs
from resolutions.lifecycle.revising import Wording, add_revision
from resolutions.records.assembly import Affiliate, Meeting
from resolutions.records.base import session
from resolutions.records.register.findings import findings_of
from resolutions.records.resolution import CoSponsorship, Resolution, StoredFile
from resolutions.rules.admissibility import blocking
from resolutions.rules.clauses import content_hash
from resolutions.rules.errors import Inadmissible
from resolutions.rules.roles import Actor
from resolutions.rules.steps import Step


@dataclass(frozen=True)
class Filing:
    """What is said about a text when it is drafted: its type, its sponsor, the file it came from."""

    type: str
    language: str = "en"
    sponsor: Affiliate | None = None
    source: StoredFile | None = None
    answers: dict[str, str] = field(default_factory=dict)


@performs(Step.DRAFT_RESOLUTION)
def draft_resolution(
    meeting: Meeting, actor: Actor, wording: Wording, filing: Filing, *, at: datetime
) -> Resolution:
    """Begin a text for a meeting; only its sponsor sees it until it is handed in."""
    resolution = Resolution(
        meeting=meeting,
        type=filing.type,
        title=wording.title.strip(),
        language=filing.language,
        sponsor=filing.sponsor,
        author_id=actor.person_id,
        answers=dict(filing.answers),
        source_file=filing.source,
        drafted_at=at,
    )
    session().add(resolution)
    add_revision(resolution, wording, "drafted", (actor, at))
    return resolution


@performs(Step.CORRECT_TEXT)
def correct_text(
    resolution: Resolution,
    actor: Actor,
    wording: Wording,
    answers: dict[str, str] | None = None,
    *,
    at: datetime,
) -> Resolution:
    """Correct a draft: a new revision when a word changed, and the written answers to the emergency tests."""
    if answers is not None:
        resolution.answers = dict(answers)
        note(answered=sorted(code for code, words in answers.items() if words.strip()))
    latest = resolution.revision
    sealed = content_hash(wording.title.strip(), wording.enacting.strip(), wording.clauses)
    if sealed != latest.content_hash:
        add_revision(resolution, wording, "corrected", (actor, at))
    return resolution


@performs(Step.ASK_CO_SPONSOR)
def ask_co_sponsor(
    resolution: Resolution, actor: Actor, affiliate: Affiliate, *, at: datetime
) -> CoSponsorship:
    """Ask another affiliate to join the sponsor."""
    if affiliate.id == resolution.sponsor_id:
        raise Inadmissible("a_sponsor_cannot_co_sponsor", affiliate=affiliate.name)
    asked = CoSponsorship(resolution=resolution, affiliate=affiliate, asked_at=at)
    session().add(asked)
    note(affiliate=affiliate.code)
    return asked


@performs(Step.CO_SPONSOR)
def co_sponsor(resolution: Resolution, actor: Actor, *, at: datetime) -> CoSponsorship:
    """Join the sponsor of a text, on behalf of the affiliate that was asked."""
    asked = next(c for c in resolution.co_sponsorships if c.affiliate_id == actor.affiliate_id)
    asked.confirmed_at = at
    asked.confirmed_by_id = actor.person_id
    note(affiliate=asked.affiliate.code)
    return asked


@performs(Step.WITHDRAW_RESOLUTION)
def withdraw_resolution(resolution: Resolution, actor: Actor, *, at: datetime) -> Resolution:
    """Take a text back; it stays on record."""
    return resolution


@performs(Step.SUBMIT_RESOLUTION)
def submit_resolution(resolution: Resolution, actor: Actor, *, at: datetime) -> Resolution:
    """Hand a text in, when nothing in the standing orders stands in its way."""
    found = findings_of(resolution, at)
    if in_the_way := blocking(found):
        raise Inadmissible(
            "findings_stand_in_the_way", findings=[str(finding.code) for finding in in_the_way]
        )
    resolution.submitted_at = at
    note(findings={str(finding.code): finding.ok for finding in found}, revision=resolution.revision.ordinal)
    return resolution
