"""Letters that go out with a step: written in its transaction, sent after the commit."""

from collections.abc import Callable
from datetime import datetime

from resolutions.records.account import OutboxMessage
from resolutions.records.action import Assignment
from resolutions.records.base import session

Letter = Callable[[Assignment], tuple[str, str]]
"""Subject and words of the letter about one assignment; pages write it in the reader's language."""


def post(assignment: Assignment, letter: Letter | None, at: datetime) -> bool:
    """Put a letter to the affiliate's contact address into the outbox, if there is a letter and an address."""
    affiliate = assignment.affiliate
    if letter is None or affiliate is None or not affiliate.contact_email:
        return False
    subject, text = letter(assignment)
    session().add(
        OutboxMessage(
            recipient=affiliate.contact_email, subject=" ".join(subject.split()), text=text, written_at=at
        )
    )
    return True
