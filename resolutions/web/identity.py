"""Who is signed in, as the sign-in library sees it; rules only ever see the actor made of it."""

from functools import cached_property

from flask import Flask
from flask_login import LoginManager, UserMixin
from flask_wtf import CSRFProtect

from resolutions.records.assembly import Person
from resolutions.records.register import people
from resolutions.rules.roles import Actor

login = LoginManager()
csrf = CSRFProtect()


class Identity(UserMixin):  # type: ignore[misc]
    """A signed-in person; the key carries an epoch, so that a new password ends all older sign-ins."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def get_id(self) -> str:
        """What the cookie keeps."""
        return f"{self.person.id}.{self.person.sign_in_epoch}"

    @cached_property
    def actor(self) -> Actor:
        """The person as the rules see them."""
        return people.actor_of(self.person)


@login.user_loader  # type: ignore[untyped-decorator]
def load(key: str) -> Identity | None:
    """The person behind a cookie, unless the account was closed or its sign-ins were ended."""
    number, _, epoch = key.partition(".")
    person = people.person(int(number)) if number.isdigit() else None
    if person is None or not person.active or str(person.sign_in_epoch) != epoch:
        return None
    return Identity(person)


def init_app(app: Flask) -> None:
    """Set up sign-in and the protection of every form."""
    login.init_app(app)
    login.session_protection = None
    csrf.init_app(app)
