"""Every page of the road, looked at by axe on a phone and on a desk, by day and by night."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from resolutions.lifecycle.voting import closing, opening
from resolutions.records.action import Action
from resolutions.records.base import session
from tests.amending import LEAVE, admitted, replace, tabled
from tests.browser.conftest import DESK, PHONE, Opened
from tests.congress import Congress
from tests.follow_up import issued, of
from tests.texts import amendment, text

pytestmark = pytest.mark.browser


def paths(congress: Congress) -> dict[str, list[str]]:
    """The pages of the road with something on them, by the person who needs them."""
    row = of(issued(congress), "NOR")
    draft = text(congress, "draft")
    waiting = text(congress, "submitted", type="ordinary")
    debated = text(congress, "in_debate")
    ballot = opening.announce_ballot(
        debated, congress.actor("chair"), amendment(congress, debated, 1, "asks;"), "hands"
    )
    decided = text(congress, "voting")
    final = opening.announce_ballot(decided, congress.actor("chair"), None, "recorded")
    for step in (opening.open_ballot, closing.close_ballot, closing.declare_ballot):
        step(final, congress.actor("chair"))
    amended = admitted(congress)
    for who, words in (("min", "twenty"), ("tex", "thirty")):
        tabled(congress, amended, who, replace("c2", LEAVE.replace("ten", words)))
    action = session().scalars(select(Action)).first()
    public = row.action.resolution
    meeting, body = congress.meeting.id, congress.congress.id
    return {
        "": ["/", "/record/", f"/record/{public.reference}", "/sign-in", "/resolutions/", "/nowhere"],
        "delegate_nor": [
            "/",
            f"/meetings/{meeting}/draft",
            f"/resolutions/{draft.id}/draft",
            f"/resolutions/{draft.id}/correct",
            f"/resolutions/{amended.id}",
            f"/resolutions/{amended.id}/amend?clause=c2",
            f"/resolutions/{amended.id}/amendments",
            f"/resolutions/{public.id}/clauses/c3",
            f"/resolutions/{public.id}/trail",
            f"/assembly/meetings/{meeting}",
            "/ballots/",
            f"/ballots/{final.id}",
            "/account",
        ],
        "convenor": [
            "/committee",
            f"/resolutions/{waiting.id}/ruling",
            f"/resolutions/{amended.id}/consolidation",
        ],
        "chair": ["/chair/", f"/chair/?ballot={ballot.id}"],
        "teller": [f"/ballots/{ballot.id}", f"/ballots/{ballot.id}/hands"],
        "officer_nor": ["/our-actions/", f"/our-actions/{row.id}"],
        "secretary": [
            "/actions/",
            "/actions/reports",
            f"/actions/{action.id if action else 0}",
            f"/actions/of/{public.id}",
            "/assembly/",
            f"/assembly/bodies/{body}",
            f"/assembly/bodies/{body}/standing-orders/1",
            "/assembly/affiliates",
            "/assembly/affiliates/import",
            "/assembly/people",
            f"/assembly/people/{congress.people['chair'].id}",
            "/assembly/lists",
        ],
    }


@pytest.mark.parametrize(
    ("size", "dark"), [(PHONE, False), (DESK, True)], ids=["phone by day", "desk by night"]
)
def test_no_page_of_the_road_keeps_anybody_out(
    window: Callable[..., Opened], congress: Congress, size: dict[str, int], dark: bool
) -> None:
    for person, pages in paths(congress).items():
        opened = window(person, size, dark=dark)
        for path in pages:
            opened.go(path)
            opened.complaints[:] = [said for said in opened.complaints if "404" not in said]
            opened.check()
