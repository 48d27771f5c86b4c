"""A number that no row can have as its key leads to nothing, on both databases, and never to a broken query."""

from tests.congress import Congress
from tests.doors import Doors
from tests.texts import text

HUGE = 10**12


def test_an_address_with_an_impossible_key_is_nowhere(doors: Doors) -> None:
    for path in (f"/resolutions/{HUGE}", f"/ballots/{HUGE}", f"/files/{HUGE}", f"/assembly/meetings/{HUGE}"):
        doors.of("secretary").get(path, status=404)


def test_an_impossible_key_in_a_form_is_taken_for_none(doors: Doors, congress: Congress) -> None:
    resolution = text(congress, "voting")
    sent = {"amendment": HUGE, "method": "recorded"}
    doors.of("chair").post(f"/chair/announce/{resolution.id}", sent, page="/chair/")
    meeting = f"/assembly/meetings/{congress.meeting.id}"
    page = doors.of("secretary").post(f"{meeting}/mandates", {"person_id": HUGE}, page=meeting, status=422)
    assert "Choose the person who is accredited." in page.text
