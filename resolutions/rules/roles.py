"""Who acts: offices, mandates, and the predicates of the table's `by` column."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Office(StrEnum):
    """A standing charge that a body gives to a person."""

    SECRETARIAT = "secretariat"
    COMMITTEE = "committee"
    PRESIDING = "presiding"
    TELLER = "teller"
    EXECUTIVE = "executive"
    GENERAL_SECRETARY = "general_secretary"
    OFFICER = "officer"


@dataclass(frozen=True)
class MandateFacts:
    """The credential of a person at one meeting: for whom, and whether it votes."""

    id: int
    meeting_id: int
    affiliate_id: int | None
    voting: bool


@dataclass(frozen=True)
class Actor:
    """Who is acting, as one frozen value: built once a request, so rules never see the sign-in library."""

    person_id: int | None = None
    name: str = ""
    affiliate_id: int | None = None
    appointments: frozenset[tuple[Office, int | None]] = field(default_factory=frozenset)
    mandates: tuple[MandateFacts, ...] = ()

    def holds(self, office: Office, body_id: int | None = None) -> bool:
        """Whether the actor holds the office, for the named body or for all of them."""
        if body_id is None:
            return any(held == office for held, _ in self.appointments)
        return (office, None) in self.appointments or (office, body_id) in self.appointments

    @property
    def signed_in(self) -> bool:
        """Whether this is a known person."""
        return self.person_id is not None

    @property
    def member(self) -> bool:
        """Whether the person belongs to the federation: by affiliate, mandate or office."""
        return self.signed_in and bool(self.affiliate_id or self.mandates or self.appointments)


STRANGER = Actor()


@dataclass(frozen=True)
class Predicate:
    """A named question about an actor and a subject; predicates compose with `|` and `&`."""

    name: str
    test: Callable[[Actor, Any], bool]

    def __call__(self, actor: Actor, subject: Any) -> bool:
        """Whether the actor may, as far as this predicate goes."""
        return bool(self.test(actor, subject))

    def __or__(self, other: "Predicate") -> "Predicate":
        return Predicate(f"{self.name} or {other.name}", lambda a, s: self(a, s) or other(a, s))

    def __and__(self, other: "Predicate") -> "Predicate":
        return Predicate(f"{self.name}, {other.name}", lambda a, s: self(a, s) and other(a, s))


def _body_of(subject: Any) -> int | None:
    return getattr(subject, "body_id", None)


def _office(office: Office) -> Predicate:
    return Predicate(office.value, lambda actor, subject: actor.holds(office, _body_of(subject)))


secretariat = _office(Office.SECRETARIAT)
committee = _office(Office.COMMITTEE)
presiding = _office(Office.PRESIDING)
teller = _office(Office.TELLER)
executive = _office(Office.EXECUTIVE)
general_secretary = _office(Office.GENERAL_SECRETARY)

anyone = Predicate("anyone", lambda actor, subject: True)
oneself = Predicate("oneself", lambda actor, subject: actor.signed_in and actor.person_id == subject.id)


def _has_mandate(actor: Actor, meeting_id: int | None) -> bool:
    return any(mandate.meeting_id == meeting_id for mandate in actor.mandates)


def _meeting_of(subject: Any) -> int | None:
    meeting_id = getattr(subject, "meeting_id", None)
    return meeting_id if meeting_id is not None else getattr(subject, "id", None)


def _wrote(actor: Actor, subject: Any) -> bool:
    if not actor.signed_in:
        return False
    return actor.person_id == subject.author_id or (
        actor.affiliate_id is not None and actor.affiliate_id == subject.sponsor_id
    )


delegate = Predicate("delegate", lambda actor, subject: _has_mandate(actor, _meeting_of(subject)))
submitter = Predicate(
    "officer of an affiliate",
    lambda actor, subject: actor.affiliate_id is not None and actor.holds(Office.OFFICER),
)
sponsor = Predicate("sponsor", _wrote)
mover = Predicate("mover", _wrote)
asked_affiliate = Predicate(
    "affiliate asked to co-sponsor",
    lambda actor, subject: (
        actor.affiliate_id is not None and actor.affiliate_id in subject.asked_affiliate_ids
    ),
)
voter = Predicate(
    "voter",
    lambda actor, subject: any(m.meeting_id == subject.meeting_id and m.voting for m in actor.mandates),
)


def _is_addressee(actor: Actor, subject: Any) -> bool:
    if subject.office is not None:
        return actor.holds(Office(subject.office))
    return actor.affiliate_id == subject.affiliate_id and actor.holds(Office.OFFICER)


addressee = Predicate("addressee", lambda actor, subject: actor.signed_in and _is_addressee(actor, subject))
not_reporter = Predicate(
    "not the one who reported", lambda actor, subject: actor.person_id not in subject.reporter_ids
)
consequence = Predicate("consequence", lambda actor, subject: False)
