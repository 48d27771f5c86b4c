"""The 3rd Congress: the Belarus text from the draft to publication."""

from datetime import datetime

from resolutions.demo import amending, ballots, tabling
from resolutions.demo.amending import Change
from resolutions.demo.ballots import Question
from resolutions.demo.federation import Federation
from resolutions.demo.tabling import Paper
from resolutions.demo.texts import BELARUS_ANSWERS, seed
from resolutions.lifecycle import adopting

JOINED = ("SE-NORR", "DE-FEUER", "ZA-REEFS", "BR-AUROR", "JP-HAGAN")

CHANGES = (
    Change(
        "A1",
        "belarus",
        "SE-NORR",
        "provide full support to independent",
        "full support",
        "full and lasting support",
        "Support that ends with the applause helps nobody: people are in prison for years.",
        ("GB-CINDR", "CA-TAIGA"),
    ),
    Change(
        "A2",
        "belarus",
        "IT-TELAI",
        "solidarity with the Belarusian labour movement",
        "labour movement",
        "labour movement and with the families of those imprisoned",
        "The families are left without an income; they should read that we see them.",
        ("FR-LAINE",),
    ),
)


def write(federation: Federation) -> None:
    """Write down the life of the text until everybody can read it."""
    diary = federation.diary
    paper = Paper("belarus", "third", "delegate PL-LAMPA", "PL-LAMPA", seed(), "emergency", BELARUS_ANSWERS)
    diary.on(320, "10:05", lambda at: tabling.draft(federation, paper, at))
    diary.on(319, "09:00", lambda at: tabling.ask(federation, paper, JOINED, at))
    diary.on(317, "15:20", lambda at: tabling.join(federation, paper, JOINED, at))
    diary.on(315, "17:40", lambda at: tabling.submit(federation, paper, at))
    diary.on(312, "11:00", lambda at: tabling.admit(federation, paper, at))
    for days, change in zip((300, 296), CHANGES, strict=True):
        amending.write(federation, change, days)
    diary.on(242, "10:00", lambda at: amending.open_debate(federation, "belarus", at))
    diary.on(242, "10:20", lambda at: ballots.poll(federation, Question("third", "belarus", "A1", 88, 6), at))
    diary.on(
        242, "11:10", lambda at: ballots.poll(federation, Question("third", "belarus", "A2", 71, 19), at)
    )
    diary.on(242, "16:30", lambda at: amending.consolidate(federation, "belarus", at))
    diary.on(241, "10:30", lambda at: ballots.poll(federation, Question("third", "belarus", "", 93, 3), at))
    diary.on(239, "10:00", lambda at: _publish(federation, at))


def _publish(federation: Federation, at: datetime) -> None:
    adopting.publish_text(federation.texts["belarus"], federation.actor("secretary"), at=at)
