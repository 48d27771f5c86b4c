"""The importer: from pasted text to title, body, reasons, decisions and those who are asked to act."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolutions.rules.clauses import Clause, ClauseKind
from resolutions.rules.reading import Reading, read, understood

ROOT = Path(__file__).parents[2]
TEXTS = Path(__file__).parent / "texts"


def sample(name: str) -> Reading:
    return read((TEXTS / f"{name}.txt").read_text("utf-8"))


def shape(reading: Reading) -> tuple[int, list[int]]:
    """The number of recitals, and the number of items under each operative clause."""
    recitals = sum(1 for c in reading.clauses if c.kind is ClauseKind.PREAMBULAR and c.level == 1)
    items: list[int] = []
    for clause in reading.clauses:
        if clause.kind is ClauseKind.OPERATIVE:
            if clause.level == 1:
                items.append(0)
            elif clause.level == 2:
                items[-1] += 1
    return recitals, items


def asked(reading: Reading) -> list[tuple[str, ...]]:
    return [c.addressees for c in reading.clauses if c.kind is ClauseKind.OPERATIVE and c.level == 1]


@pytest.fixture(scope="module")
def seed() -> Reading:
    return read((ROOT / "seed" / "emergency-resolution-on-belarus.txt").read_text("utf-8"))


def test_the_text_it_all_began_with_has_its_title_over_two_lines_and_its_body_alone_on_one(
    seed: Reading,
) -> None:
    assert seed.title == (
        "Stop the destroying of the civil society and protect the rights of independent trade unions in Belarus"
    )
    assert (seed.heading, seed.body) == (
        "Emergency Resolution on Belarus",
        "IndustriALL Global Union Congress",
    )
    assert (seed.enacting, seed.language) == ("IndustriALL Global Union Congress", "en")


def test_the_text_it_all_began_with_has_six_reasons_and_five_decisions(seed: Reading) -> None:
    assert shape(seed) == (6, [0, 0, 0, 0, 0])
    assert [clause.text.split()[0] for clause in seed.clauses] == [
        *("IndustriALL", "Since", "Opposition", "The", "Moreover,", "The"),
        *("express", "condemn", "express", "call", "asking"),
    ]
    assert [clause.id for clause in seed.clauses] == [f"c{n}" for n in range(1, 12)]


def test_the_text_it_all_began_with_asks_three_to_act(seed: Reading) -> None:
    assert asked(seed) == [
        (),
        (),
        (),
        ("IndustriALL Global Union Executive", "all of its affiliates"),
        ("ILO",),
    ]


def test_the_reasons_are_joined_from_their_lines(seed: Reading) -> None:
    assert seed.clauses[2].text == (
        "Opposition leaders were pressed to leave the country or in the case of Maryja Kalesnikawa "
        "were sentenced to jail for 11 years under fake charges."
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("capital_verbs", (0, [0, 0, 0, 0, 0, 0])),
        ("capitals_and_bullets", (2, [0, 0, 0])),
        ("chapters", (0, [0, 0, 0])),
        ("composite", (0, [0, 3, 0])),
        ("conference_motion", (0, [0, 0, 3])),
        ("council_motion", (1, [0, 0, 0, 0])),
        ("executive", (2, [0, 0, 0, 3])),
        ("french", (3, [0, 0, 0, 0, 0, 0])),
        ("german", (2, [0, 0, 0])),
        ("governing_body", (1, [0, 0, 0, 0])),
        ("health_assembly", (3, [0, 2, 0, 2])),
        ("lost_bullets", (0, [0, 3, 3])),
        ("narrow_column", (2, [0, 3, 0])),
        ("notes_believes_resolves", (3, [0, 0, 0])),
        ("numbered_through", (3, [2])),
        ("parliament", (5, [0, 0, 0, 0, 0])),
        ("parliament_french", (4, [0, 0, 0, 0])),
        ("plain_prose", (1, [0, 0, 0])),
        ("resolved_with_list", (2, [0, 0, 0, 0])),
        ("run_in", (3, [0, 0, 0])),
        ("russian", (2, [0, 0, 0])),
        ("scanned", (2, [0, 2, 0])),
        ("security_council", (4, [0, 0, 0, 0, 0, 0])),
        ("spanish", (2, [0, 0, 0, 0])),
        ("spanish_assembly", (4, [0, 0, 0, 0])),
        ("spanish_lead_in", (2, [3])),
        ("whereas_resolved", (2, [0, 0, 0])),
    ],
)
def test_each_layout_gives_its_reasons_its_decisions_and_their_items(
    name: str, expected: tuple[int, list[int]]
) -> None:
    assert shape(sample(name)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("parliament", [(), ("Commission", "Member States"),
                        ("Council", "Commission", "European External Action Service"),
                        ("Belarusian authorities",), ("President",)]),
        ("french", [(), (), ("toutes les organisations affiliées",), ("Secrétaire général",),
                    ("Bureau exécutif", "les fédérations"), ("gouvernements",)]),
        ("spanish", [(), ("Gobierno",), ("Organización Internacional del Trabajo",), ("Comité Ejecutivo",)]),
        ("lost_bullets", [(), ("the military",), ("UN Security Council", "all companies", "affiliates")]),
        ("narrow_column", [("affiliates",), ("General Secretary",), ("governments", "employers", "trade unions")]),
        ("plain_prose", [(), ("all member unions", "governments"), ("Secretariat",)]),
        ("security_council", [(), ("all parties",), ("all States",), ("Government",), (), ()]),
        ("whereas_resolved", [("SELF",), ("the hospital",), ()]),
    ],
)  # fmt: skip
def test_those_who_are_called_on_are_named(name: str, expected: list[tuple[str, ...]]) -> None:
    assert asked(sample(name)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("condemns the government for its attacks on unions", ()),
        ("calls for the immediate release of all prisoners", ()),
        ("takes note of the report of the General Secretary", ()),
        (
            "urges the Ministry of Labour and Social Protection to act",
            ("Ministry of Labour and Social Protection",),
        ),
        ("requests the Director-General to send the report to the Council", ("Director-General",)),
        ("recommends that the Executive Committee establish a fund", ("Executive Committee",)),
        ("demands the release of trade unionists", ()),
        ("The General Secretary is instructed to report in 2027", ("General Secretary",)),
        (
            "calls once again upon the Government of Chile, as a matter of urgency, to ratify",
            ("Government of Chile",),
        ),
        ("expresses solidarity and calls on affiliates to boycott the company", ("affiliates",)),
        ("We ask the Secretariat to set up a fund", ("Secretariat",)),
    ],
)
def test_only_those_who_are_asked_are_addressees(text: str, expected: tuple[str, ...]) -> None:
    assert understood(Clause("c1", ClauseKind.OPERATIVE, text)).addressees == expected


def test_a_reason_asks_nobody() -> None:
    clause = Clause("c1", ClauseKind.PREAMBULAR, "Noting that the Congress urges affiliates to act")
    assert understood(clause).addressees == ()


def test_words_torn_at_a_line_end_are_joined_and_compounds_keep_their_hyphen() -> None:
    reading = sample("narrow_column")
    assert reading.clauses[0].text.startswith(
        "Recognising that climate change threatens millions of jobs in the energy sector"
    )


def test_what_follows_the_text_is_left_out() -> None:
    for name in (
        "whereas_resolved",
        "health_assembly",
        "governing_body",
        "conference_motion",
        "french",
        "scanned",
    ):
        printed = " ".join(clause.text for clause in sample(name).clauses)
        assert not any(
            word in printed for word in ("Adopted", "Submitted", "Mover", "plenary", "paragraph 23", "A/61")
        )


def test_chapter_titles_are_headings() -> None:
    headings = [clause.text for clause in sample("chapters").clauses if clause.kind is ClauseKind.HEADING]
    assert headings == ["Decent Work", "Equality"]


@pytest.mark.parametrize(
    ("name", "spoken"),
    [("french", "fr"), ("spanish", "es"), ("german", "de"), ("russian", "ru"), ("whereas_resolved", "en")],
)
def test_the_language_is_told_from_the_little_words(name: str, spoken: str) -> None:
    assert sample(name).language == spoken


def test_printed_labels_are_kept_for_the_page_to_show() -> None:
    labels = [clause.label for clause in sample("parliament").clauses]
    assert labels == ["–", "–", "–", "A.", "B.", "1.", "2.", "3.", "4.", "5."]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert all(clause.text for clause in read(text).clauses)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["WHEREAS a;", "RESOLVED, that b.", "1. Calls on x to y;", "(a) z", "", "The Council,", "- "]
        )
    )
)
def test_any_order_of_lines_can_be_read(found: list[str]) -> None:
    assert all(clause.text for clause in read("\n".join(found)).clauses)
