"""What was done about Belarus: one invented story each, in every state that an answer can have."""

from resolutions.demo.tales import Answer, Story, Told, Verdict
from resolutions.demo.unfinished import OPEN
from resolutions.demo.verified import VERIFIED

SILENT = ("ZA-LOOMS", "KE-SISAL", "SN-POUDR", "MA-CEDRE", "IN-INDIG", "PE-ANDEN")

STORIES = VERIFIED | OPEN

EXECUTIVE: Story = (
    Answer(14, "acknowledged"),
    Told(
        150,
        "under_way",
        "internal",
        "The Executive adopted a plan of support: a day of action every spring, a fund for families, and a report to "
        "each of its meetings. The first report was taken note of.",
    ),
    Verdict(155, True, "On the agenda of the next meeting."),
)

SECRETARIAT: Story = (
    Told(
        10,
        "done",
        "transmit",
        "Text sent to the Director-General on the third day after publication, acknowledged on the tenth. We "
        "joined the comments of the independent centre under the convention on freedom of association. Next date: "
        "the session of the Governing Body.",
        {"replies": 1},
        "public",
    ),
    Verdict(12, True),
)
