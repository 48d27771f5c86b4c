"""People as the rules see them."""

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from resolutions.records.assembly import Person
from resolutions.records.base import session
from resolutions.rules.roles import Actor, MandateFacts, Office


def actor_of(person: Person) -> Actor:
    """The frozen value that stands for a person in one request."""
    return Actor(
        person_id=person.id,
        name=person.name,
        affiliate_id=person.affiliate_id,
        appointments=frozenset((Office(held.office), held.body_id) for held in person.appointments),
        mandates=tuple(
            MandateFacts(m.id, m.meeting_id, m.affiliate_id, m.voting)
            for m in sorted(person.mandates, key=lambda mandate: mandate.id)
        ),
    )


def person(person_id: int) -> Person | None:
    """The person with this key, offices and mandates at hand."""
    wanted = select(Person).where(Person.id == person_id)
    return session().scalar(wanted.options(selectinload(Person.appointments), selectinload(Person.mandates)))


def person_by_email(address: str) -> Person | None:
    """The person whose address this is, written in any case."""
    return session().scalar(select(Person).where(Person.email == address.strip().lower()))
