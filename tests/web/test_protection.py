"""People and affiliates at risk are named to those who need it, and to nobody else."""

from resolutions.records.base import session
from tests.congress import Congress
from tests.doors import Doors
from tests.follow_up import issued


def test_a_sponsor_at_risk_is_not_named_in_public(doors: Doors, congress: Congress) -> None:
    resolution = issued(congress).resolution
    congress.affiliates["NOR"].protected = True
    session().commit()
    for page in ("/resolutions/", f"/resolutions/{resolution.id}", f"/record/{resolution.reference}"):
        assert "Nordic Metal Union" not in doors.of("").get(page)
        assert "An affiliate in Europe" in doors.of("").get(f"/record/{resolution.reference}")
    assert "Nordic Metal Union" in doors.of("delegate_tex").get(f"/resolutions/{resolution.id}")


def test_a_delegate_at_risk_is_named_to_those_who_run_the_meeting(doors: Doors, congress: Congress) -> None:
    congress.people["delegate_min"].protected = True
    session().commit()
    page = f"/assembly/meetings/{congress.meeting.id}"
    assert "Delegate of MIN" in doors.of("secretary").get(page)
    assert "Delegate of MIN" in doors.of("delegate_min").get(page)
    shown = doors.of("delegate_tex").get(page)
    assert ("Delegate of MIN" in shown, "Mine Workers" in shown, "a delegate at risk" in shown) == (
        False,
        False,
        True,
    )
