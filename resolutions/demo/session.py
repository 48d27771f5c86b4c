"""The 4th Congress, in session now, and the Executive that meets next: four texts at four stages."""

from resolutions.demo import amending, ballots, tabling
from resolutions.demo.amending import Change
from resolutions.demo.ballots import Question
from resolutions.demo.federation import Federation
from resolutions.demo.tabling import Paper
from resolutions.demo.texts import DRAFTS, POUDRELUNE_ANSWERS
from resolutions.rules.reading import read

SHIFT = Change(
    "S1",
    "shift",
    "CL-NIEBL",
    "leave a dangerous place",
    "without loss of pay",
    "without loss of pay or of place",
    "Whoever walks out of danger must find the same job the next morning.",
    ("PE-ANDEN",),
)
SHIFT_LOST = Change(
    "S2",
    "shift",
    "US-RIVET",
    "the name of every member",
    "each year, on 28 April,",
    "every four years, at Congress,",
    "A yearly list is more than our small offices can keep.",
    ("GB-CINDR",),
)
COAL = (
    Change(
        "C1",
        "coal",
        "PE-ANDEN",
        "three years ahead",
        "three years ahead",
        "five years ahead",
        "Three years are gone before the first meeting is called.",
        ("DE-FEUER",),
    ),
    Change(
        "C2",
        "coal",
        "IN-BLACK",
        "three years ahead",
        "with employers",
        "with employers and local authorities",
        "In our coalfields the town loses its water and its school with the pit.",
        ("AU-OPALS", "ZA-REEFS"),
    ),
    Change(
        "C3",
        "coal",
        "SE-NORR",
        "training on full pay",
        "training on full pay",
        "training on full pay for at least two years",
        "A trade is not learned in a season.",
        ("CA-TAIGA",),
    ),
    Change(
        "C4",
        "coal",
        "ID-NIKEL",
        "training on full pay",
        "training on full pay",
        "training on full pay for at least one year",
        "What a government can promise it can also be held to.",
        ("KR-HANEU",),
    ),
    Change(
        "C5",
        "coal",
        "BE-VERRE",
        "collect agreements on closures",
        "",
        "Requests the Secretariat to invite the women's committees of the coal regions to speak first at the next "
        "conference on closures.",
        "They keep the towns going; so far they were thanked and not asked.",
        ("FR-CREUS",),
    ),
    Change(
        "C6",
        "coal",
        "ZM-GREEN",
        "set up a fund",
        "to each of its meetings",
        "to each of its meetings, region by region",
        "One sum for the world hides who gets nothing.",
        ("GH-LATER",),
        admitted=False,
    ),
)


def write(federation: Federation) -> None:
    """Write down the four texts."""
    _write_shift(federation)
    _write_coal(federation)
    _write_poudrelune(federation)
    _write_learning(federation)


def _paper(short: str, meeting: str, answers: dict[str, str] | None = None) -> Paper:
    drafted = DRAFTS[short]
    return Paper(
        short, meeting, drafted.author, drafted.sponsor, read(drafted.text), drafted.type, answers or {}
    )


def _write_shift(federation: Federation) -> None:
    """Amended, consolidated, and in the vote at this minute."""
    diary, paper = federation.diary, _paper("shift", "fourth")
    diary.on(128, "10:00", lambda at: tabling.draft(federation, paper, at))
    diary.on(121, "16:00", lambda at: tabling.submit(federation, paper, at))
    diary.on(84, "11:00", lambda at: tabling.admit(federation, paper, at))
    amending.write(federation, SHIFT, 44)
    amending.write(federation, SHIFT_LOST, 41)
    diary.on(1, "10:30", lambda at: amending.open_debate(federation, "shift", at))
    diary.on(
        1, "11:00", lambda at: ballots.show_of_hands(federation, Question("fourth", "shift", "S1", 90, 4), at)
    )
    diary.on(1, "11:40", lambda at: ballots.poll(federation, Question("fourth", "shift", "S2", 22, 70), at))
    diary.on(1, "17:30", lambda at: amending.consolidate(federation, "shift", at))
    ballots.write_open(federation, Question("fourth", "shift", "", 84, 8))


def _write_coal(federation: Federation) -> None:
    """Admitted, and open for amendments: two that agree, two that do not, an insertion, one to be ruled on."""
    diary, paper = federation.diary, _paper("coal", "fourth")
    diary.on(125, "09:20", lambda at: tabling.draft(federation, paper, at))
    diary.on(118, "09:00", lambda at: tabling.submit(federation, paper, at))
    diary.on(83, "11:30", lambda at: tabling.admit(federation, paper, at))
    for place, change in enumerate(COAL):
        amending.write(federation, change, 40 - 4 * place)


def _write_poudrelune(federation: Federation) -> None:
    """Handed in as an emergency; the committee has not ruled on it yet."""
    diary, paper = federation.diary, _paper("poudrelune", "fourth", POUDRELUNE_ANSWERS)
    joined = ("FR-CREUS", "BE-VERRE", "MA-CEDRE", "CA-TAIGA", "GH-LATER")
    diary.on(5, "20:10", lambda at: tabling.draft(federation, paper, at))
    diary.on(4, "08:30", lambda at: tabling.ask(federation, paper, joined, at))
    diary.on(3, "12:15", lambda at: tabling.join(federation, paper, joined, at))
    diary.on(2, "18:05", lambda at: tabling.submit(federation, paper, at))


def _write_learning(federation: Federation) -> None:
    """A draft for the next meeting of the Executive; two affiliates are asked to join."""
    diary, paper = federation.diary, _paper("learning", "executive")
    diary.on(6, "14:00", lambda at: tabling.draft(federation, paper, at))
    diary.on(5, "09:45", lambda at: tabling.ask(federation, paper, ("FR-CREUS", "IN-INDIG"), at))
