"""The demo's federation while it comes into being: everything in it by a short name."""

from dataclasses import dataclass, field
from random import Random

from argon2 import PasswordHasher

from resolutions.demo.diary import Diary
from resolutions.records.amendment import Amendment
from resolutions.records.assembly import Affiliate, Body, Meeting, Person
from resolutions.records.base import session
from resolutions.records.register import people as register
from resolutions.records.resolution import Resolution
from resolutions.rules.roles import Actor, Office

# Who founds the federation has to hold the office before there is anybody to give it.
FOUNDER = Actor(name="The founding meeting", appointments=frozenset({(Office.SECRETARIAT, None)}))


@dataclass
class Federation:
    """The records made so far, the diary that makes them, the dice with a fixed seed, and what hashes passwords."""

    diary: Diary
    dice: Random
    hashes: PasswordHasher
    bodies: dict[str, Body] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    affiliates: dict[str, Affiliate] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    texts: dict[str, Resolution] = field(default_factory=dict)
    amendments: dict[str, Amendment] = field(default_factory=dict)

    def actor(self, short: str) -> Actor:
        """The person with this short name, as the rules see them at this moment."""
        session().expire(self.people[short], ["appointments", "mandates"])
        return register.actor_of(self.people[short])
