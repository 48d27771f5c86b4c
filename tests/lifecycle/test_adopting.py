import pytest
from sqlalchemy import select, update

from resolutions.lifecycle import adopting
from resolutions.records.assembly import StandingOrdersVersion
from resolutions.records.audit import AuditEntry
from resolutions.records.base import session
from resolutions.records.resolution import Revision
from resolutions.rules.errors import Conflict, NotPermitted
from tests.congress import Congress
from tests.follow_up import ADOPTED, adopted


def test_publishing_gives_the_text_its_reference_and_opens_it(congress: Congress) -> None:
    text = adopted(congress)
    adopting.publish_text(text, congress.actor("secretary"), at=ADOPTED)
    assert (text.state, text.reference, text.published_at) == ("published", "2026/congress/E-1", ADOPTED)
    entry = session().scalars(select(AuditEntry)).one()
    assert entry.facts == {
        "reference": "2026/congress/E-1",
        "revision": 1,
        "content_hash": text.revision.content_hash,
    }


def test_a_reference_that_was_given_before_is_not_given_again(congress: Congress) -> None:
    earlier = adopted(congress, "published")
    earlier.number = "E-9"
    session().commit()
    text = adopted(congress)
    adopting.publish_text(text, congress.actor("secretary"), at=ADOPTED)
    assert (earlier.reference, text.reference) == ("2026/congress/E-1", "2026/congress/E-1.2")


def test_standing_orders_may_number_in_one_sequence(congress: Congress) -> None:
    in_force = congress.meeting.standing_orders.parameters
    congress.meeting.standing_orders = StandingOrdersVersion(
        body=congress.congress,
        number=2,
        preset="industriall",
        parameters=in_force | {"adopt_numbering": "sequence"},
        adopted_at=ADOPTED,
    )
    session().commit()
    first, second = adopted(congress), adopted(congress, number="R-7")
    for text in (first, second):
        adopting.publish_text(text, congress.actor("secretary"), at=ADOPTED)
    assert [first.reference, second.reference] == ["congress/1", "congress/2"]


def test_a_text_whose_seal_does_not_hold_is_not_published(congress: Congress) -> None:
    text = adopted(congress)
    forged = update(Revision).values(title="Something that nobody adopted")
    session().execute(forged, execution_options={"synchronize_session": False})
    session().commit()
    with pytest.raises(Conflict, match="the_seal_does_not_hold"):
        adopting.publish_text(text, congress.actor("secretary"), at=ADOPTED)
    assert (text.state, text.reference) == ("adopted", None)


def test_only_the_secretariat_publishes(congress: Congress) -> None:
    with pytest.raises(NotPermitted):
        adopting.publish_text(adopted(congress), congress.actor("chair"), at=ADOPTED)
