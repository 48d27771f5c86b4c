"""Signing in: by password or by a one-use link, and nothing that tells whether an address is known."""

import hashlib
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select

from resolutions.lifecycle.procedure import ROOT, Root, note, performs
from resolutions.records.account import OutboxMessage, SignInLink
from resolutions.records.assembly import Person
from resolutions.records.base import session
from resolutions.records.register.people import person_by_email
from resolutions.rules.errors import Inadmissible, NotFound
from resolutions.rules.roles import STRANGER, Actor
from resolutions.rules.steps import Step

LINK_LIVES = timedelta(minutes=30)
SHORTEST, LONGEST = 12, 128
COMMON = (
    "password",
    "passwort",
    "motdepasse",
    "contraseña",
    "12345",
    "qwerty",
    "azerty",
    "resolution",
    "congress",
)

Letter = Callable[[Person, str], tuple[str, str]]
"""Makes subject and text of a mail from the person and the token of the link."""


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def send_link(address: str, target: str, letter: Letter, at: datetime) -> None:
    """Send a link to the person with this address; an unknown one is answered in just the same way."""
    person = person_by_email(address)
    if person is not None and person.active:
        request_link(ROOT, STRANGER, person, target, letter=letter, at=at)


@performs(Step.REQUEST_LINK)
def request_link(
    root: Root, actor: Actor, person: Person, target: str, *, letter: Letter, at: datetime
) -> SignInLink:
    """Write a one-use link to somebody; the record keeps the hash of its token and not the token."""
    token = secrets.token_urlsafe(32)
    link = SignInLink(token_hash=_hash(token), person=person, target=target, expires_at=at + LINK_LIVES)
    subject, text = letter(person, token)
    session().add_all(
        [link, OutboxMessage(recipient=person.email, subject=subject, text=text, written_at=at)]
    )
    session().flush()
    note(person=person.id)
    return link


def link_of(token: str, at: datetime) -> SignInLink:
    """The link that a token opens, while it is unused and young."""
    link = session().scalar(select(SignInLink).where(SignInLink.token_hash == _hash(token)))
    if link is None or link.used_at is not None or link.expires_at < at or not link.person.active:
        raise NotFound("link_is_used_or_old")
    return link


def enter_by_link(token: str, at: datetime) -> tuple[Person, str]:
    """Let in whoever holds a link, once; gives the person and where they wanted to go."""
    link = link_of(token, at)
    target = link.target
    return sign_in(link.person, STRANGER, "link", token, at=at), target


def hasher(parameters: Mapping[str, int]) -> PasswordHasher:
    """What hashes passwords here: argon2id with the parameters of the installation."""
    return PasswordHasher(
        time_cost=parameters["time_cost"],
        memory_cost=parameters["memory_cost"],
        parallelism=parameters["parallelism"],
    )


def _verified(person: Person | None, password: str, hashes: PasswordHasher) -> bool:
    """Whether the password is right; an unknown address costs as much time as a known one."""
    known = person.password_hash if person is not None and person.active else None
    try:
        return hashes.verify(known or _nobody(hashes), password) and known is not None
    except (VerificationError, InvalidHashError):
        return False


_decoys: dict[str, str] = {}


def _nobody(hashes: PasswordHasher) -> str:
    key = f"{hashes.time_cost}/{hashes.memory_cost}/{hashes.parallelism}"
    if key not in _decoys:
        _decoys[key] = hashes.hash(secrets.token_hex(16))
    return _decoys[key]


def enter_by_password(address: str, password: str, hashes: PasswordHasher, at: datetime) -> Person:
    """Let in whoever knows the password; one refusal for a wrong address and a wrong password."""
    person = person_by_email(address)
    if not _verified(person, password[:LONGEST], hashes) or person is None:
        raise Inadmissible("address_or_password_is_wrong")
    renewed = hashes.hash(password) if hashes.check_needs_rehash(person.password_hash or "") else None
    return sign_in(person, STRANGER, "password", renewed, at=at)


@performs(Step.SIGN_IN)
def sign_in(person: Person, actor: Actor, way: str, proof: str | None = None, *, at: datetime) -> Person:
    """Somebody came in: a link is used up, a password hash of old strength renewed."""
    if way == "link":
        used = select(SignInLink).where(SignInLink.token_hash == _hash(proof or "")).with_for_update()
        link = session().scalar(used.execution_options(populate_existing=True))
        if link is None or link.used_at is not None:
            raise NotFound("link_is_used_or_old")
        link.used_at = at
    elif proof is not None:
        person.password_hash = proof
    note(way=way)
    return person


def check_password(password: str, about: Person) -> None:
    """Refuse a password that is short, endless, or easily guessed."""
    if len(password) < SHORTEST:
        raise Inadmissible("password_is_short", shortest=SHORTEST)
    if len(password) > LONGEST:
        raise Inadmissible("password_is_endless", longest=LONGEST)
    plain = "".join(password.casefold().split())
    rest = plain
    for word in (*COMMON, about.email.partition("@")[0], *about.name.casefold().split()):
        rest = rest.replace(word, "") if len(word) > 3 else rest
    if len(set(plain)) < 5 or len(rest) < 5:
        raise Inadmissible("password_is_guessed")


@performs(Step.SET_PASSWORD)
def set_password(
    person: Person, actor: Actor, password: str, hashes: PasswordHasher, *, at: datetime
) -> Person:
    """Choose a password; every older sign-in of this person ends."""
    check_password(password, person)
    person.password_hash = hashes.hash(password)
    person.sign_in_epoch += 1
    return person


@performs(Step.CHOOSE_LANGUAGE)
def choose_language(person: Person, actor: Actor, language: str, *, at: datetime) -> Person:
    """Choose the language of pages and mails."""
    person.language = language
    note(language=language)
    return person
