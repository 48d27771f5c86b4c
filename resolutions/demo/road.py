"""The whole road, in the order of time and in one transaction: the demo is there as a whole or not at all."""

from datetime import datetime
from random import Random

from argon2 import PasswordHasher

from resolutions.demo import belarus, following, founding, session
from resolutions.demo.diary import Diary
from resolutions.demo.federation import Federation
from resolutions.lifecycle.procedure import transaction

SEED = 1889
"""The fixed seed: the same moment gives the same record."""


def make(at: datetime, hashes: PasswordHasher, seed: int = SEED) -> Federation:
    """Make the demo congress as it is at this moment, every step taken by somebody who may take it."""
    federation = Federation(Diary(at), Random(seed), hashes)  # noqa: S311 - dice of a story, not of a key
    for chapter in (founding, belarus, following, session):
        chapter.write(federation)
    with transaction():
        federation.diary.play()
    return federation
