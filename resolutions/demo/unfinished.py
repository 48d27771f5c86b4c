"""The stories that wait for somebody: for the secretariat, for an answer to its question, for a first report."""

from resolutions.demo.tales import Answer, Story, Told, Verdict

OPEN: dict[str, Story] = {
    "IN-BLACK": (
        Answer(20, "acknowledged"),
        Told(
            226,
            "done",
            "letter",
            "Our general council wrote to the ambassador and to the labour minister. Copies were sent to all branches.",
            {"letters": 2, "members_reached": 326_000},
        ),
    ),
    "ES-YUNQU": (
        Told(
            229,
            "done",
            "embassy",
            "Concentración de 25 personas ante la embajada en Madrid y entrega de una carta.",
            {"people": 25},
            "public",
            "picture",
            "public",
        ),
    ),
    "KR-HANEU": (
        Told(
            230,
            "done",
            "money",
            "Donation to the legal aid fund, collected at the gates on pay day.",
            {"amount": 1_200, "currency": "EUR"},
        ),
    ),
    "AR-QUEBR": (
        Told(
            231,
            "done",
            "media",
            "Entrevista de media hora en la radio del sindicato.",
            {"items": 1},
            "public",
        ),
    ),
    "SE-ALVEN": (
        Told(
            232,
            "done",
            "embassy",
            "Twelve of us stood at the embassy in Stockholm together with Norrsken Metal; their 40 include our 12.",
            {"people": 12},
        ),
    ),
    "GH-LATER": (
        Told(
            228,
            "under_way",
            "company",
            "We asked the mine to tell us where its explosives are bought. The answer is promised for next month.",
            {"meetings": 1},
        ),
    ),
    "FR-CREUS": (
        Answer(5, "acknowledged"),
        Told(
            205,
            "done",
            "company",
            "Nous avons rencontré la direction au sujet des achats de potasse.",
            {"meetings": 1},
        ),
        Verdict(214, False, "À quelle date, et qui a répondu au nom de la direction ?"),
    ),
    "TR-KIVIL": (
        Told(190, "done", "demo", "There was a demonstration in front of our building.", {}),
        Verdict(196, False, "On which day was it, and how many people took part?"),
    ),
    "BD-DELTA": (Answer(12, "acknowledged"),),
    "MX-TELAR": (Answer(30, "acknowledged"),),
    "ID-NIKEL": (Answer(44, "acknowledged"),),
    "MM-SHUTT": (
        Answer(
            27,
            "declined",
            "Any public act would be used against our members here. Please write to us only through the secretariat.",
        ),
    ),
    "JO-TERRA": (
        Answer(53, "declined", "We are five volunteers and in the middle of our own recognition case."),
    ),
    "FJ-LAGUN": (
        Answer(
            36,
            "not_applicable",
            "No embassy, no trade and no company in common; our council found nothing to do.",
        ),
    ),
}
