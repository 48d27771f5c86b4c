"""The stories that came to an end: reported, and found to hold."""

from resolutions.demo.tales import Answer, Story, Told, Verdict

OK = "Thank you. The date, the place and the picture agree."

VERIFIED: dict[str, Story] = {
    "SE-NORR": (
        Answer(2, "acknowledged"),
        Told(
            22,
            "done",
            "embassy",
            "Letter to the ambassador signed by our president, handed over at the embassy in Stockholm with 40 "
            "members. The door was opened, the letter was taken, nobody answered so far. The picture shows our banner.",
            {"people": 40},
            "public",
            "picture",
            "public",
        ),
        Verdict(25, True, OK),
    ),
    "DE-FEUER": (
        Answer(4, "acknowledged"),
        Told(
            48,
            "done",
            "company",
            "Our works councillors raised the buying of potash at the world works council of a fertiliser maker. The "
            "management promised an audit of its suppliers by spring; we will ask for the report.",
            {"meetings": 2},
        ),
        Verdict(52, True, "Please tell us when the audit is out."),
    ),
    "BE-VERRE": (
        Told(
            31,
            "done",
            "money",
            "Virement au fonds de solidarité pour les familles des prisonniers. Le reçu est joint.",
            {},
            "public",
            "receipt",
        ),
        Verdict(33, True),
    ),
    "GB-CINDR": (
        Told(
            40,
            "done",
            "letter",
            "Three letters: to the foreign secretary, to the ambassador and to our own members of parliament. "
            "One reply, from the foreign office, which names the convention that we named.",
            {"letters": 3, "replies": 1},
            "public",
        ),
        Verdict(44, True),
    ),
    "ZA-REEFS": (
        Answer(6, "acknowledged"),
        Told(
            61,
            "done",
            "union",
            "Our national council adopted the resolution as its own and read it out at every shaft on one morning.",
            {"members_reached": 41_000},
            "public",
        ),
        Verdict(66, True),
    ),
    "AU-OPALS": (
        Told(
            75,
            "done",
            "parl",
            "A senator from our region put a question about sanctions on potash. The answer is in the record of the "
            "chamber.",
            {"items": 1},
            "public",
        ),
        Verdict(77, True),
    ),
    "CA-TAIGA": (
        Told(
            82,
            "done",
            "media",
            "Two pages in our magazine with the names of the imprisoned unionists.",
            {"items": 2},
            "public",
        ),
        Verdict(90, True),
    ),
    "US-RIVET": (
        Answer(3, "acknowledged"),
        Told(
            96,
            "done",
            "demo",
            "Lunchtime vigils in three cities on one day. A message from the families was read out.",
            {"people": 220, "cities": 3},
            "public",
            "picture",
            "affiliates",
        ),
        Verdict(99, True, OK),
    ),
    "JP-HAGAN": (
        Told(
            101,
            "done",
            "photo",
            "86 photographs with the solidarity poster, one from each workplace committee.",
            {"items": 86},
        ),
        Verdict(110, True),
    ),
    "IT-TELAI": (
        Told(
            118,
            "done",
            "petition",
            "Petition in our mills, handed to the labour ministry.",
            {"signatures": 5_400},
            "public",
        ),
        Verdict(121, True),
    ),
    "CL-NIEBL": (
        Told(
            130,
            "done",
            "letter",
            "Enviamos una carta a la embajada y otra a nuestra cancillería. La cancillería acusó recibo.",
            {"letters": 2, "replies": 1},
        ),
        Verdict(134, True),
    ),
    "BR-AUROR": (
        Answer(9, "acknowledged"),
        Told(
            139,
            "done",
            "union",
            "O congresso regional aprovou uma moção de apoio e abriu uma conta para as famílias.",
            {"members_reached": 9_500},
            "public",
        ),
        Verdict(144, True),
    ),
    "FR-LAINE": (
        Told(
            152,
            "done",
            "photo",
            "Une photo de l'atelier avec l'affiche, dans les deux langues. Les visages sont floutés.",
            {"items": 1},
            "public",
            "picture",
        ),
        Verdict(154, True),
    ),
    "DE-WEBER": (
        Told(58, "done", "letter", "Wir haben geschrieben.", {"letters": 1}),
        Verdict(63, False, "To whom, and on which day?"),
        Told(
            70,
            "done",
            "letter",
            "Letter of 4 pages to the ambassador in Berlin, sent by registered mail; no reply after two weeks.",
            {"letters": 1, "replies": 0},
        ),
        Verdict(72, True, "Now it can be counted."),
    ),
    "PL-LAMPA": (
        Answer(1, "acknowledged"),
        Told(
            120,
            "under_way",
            "visit",
            "We host two exiled unionists and their children; a flat and a language course until the summer.",
            {"visits": 1},
        ),
        Verdict(126, True, "Please report again when the course is over."),
    ),
    "ZM-GREEN": (
        Told(
            88,
            "cannot",
            "",
            "There is no embassy in our country and our three officers are bound by the strike at the smelter.",
            {},
            "secretariat",
        ),
        Verdict(91, True, "Understood; we take it up again next year."),
    ),
}
