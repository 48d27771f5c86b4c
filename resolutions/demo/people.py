"""The people of the demo: a cast that a visitor can be, and one officer and one delegate of every affiliate."""

from typing import NamedTuple

from resolutions.demo.affiliates import AFFILIATES, Member

PASSWORD = "demo congress 2026"  # noqa: S105 - printed on purpose; the demo's configuration alone knows these people
CAST_DOMAIN = "demo.example"


class Somebody(NamedTuple):
    """One person: a short name for the road, the name, the address, and what they are."""

    short: str
    name: str
    email: str
    affiliate: str = ""
    office: str = ""
    delegate: bool = False
    language: str = "en"


def _cast(short: str, name: str, office: str = "", **more: str | bool) -> Somebody:
    given = name.split()[0].casefold()
    return Somebody(short, name, f"{given}@{CAST_DOMAIN}", office=office, **more)  # type: ignore[arg-type]


CAST: tuple[Somebody, ...] = (
    _cast("secretary", "Marta Ellingsen", "secretariat"),
    _cast("deputy", "Tomas Okafor-Lind", "secretariat"),
    _cast("convenor", "Ines Valderrama", "committee"),
    _cast("chair", "Joseph Adeyemi-Thorne", "presiding"),
    _cast("teller", "Aiko Brandt", "teller"),
    _cast("second_teller", "Samir Delacroix", "teller"),
    _cast("general", "Helena Castellane", "general_secretary"),
    _cast("executive", "Rui Amaral", "executive", affiliate="BR-AUROR", delegate=True),
    _cast("delegate", "Linnea Fjällström", affiliate="SE-NORR", delegate=True),
    _cast("delegate_fr", "Awa Diarrassouba", affiliate="SN-POUDR", delegate=True, language="fr"),
    _cast("officer", "Karim Hossain", "officer", affiliate="BD-DELTA"),
    _cast("officer_fr", "Claire Montclar", "officer", affiliate="FR-CREUS", language="fr"),
)

GIVEN = (
    "Anneli", "Birgit", "Carlo", "Dilara", "Emeka", "Farah", "Grzegorz", "Hana", "Ibrahima", "Jacinta", "Kofi",
    "Lakshmi", "Mateo", "Naledi", "Oluf", "Paloma", "Qadir", "Rosalind", "Sefa", "Tendai", "Ulrike", "Valentina",
    "Wanjiru", "Xenia", "Yusuf", "Zofia", "Amparo", "Benedikt", "Chandra", "Dorothea", "Esteban", "Fumiko", "Gwenda",
    "Hyun-woo", "Itzel", "Jerome", "Kalani", "Luz", "Minh", "Nokuthula",
)  # fmt: skip
FAMILY = (
    "Arvelund", "Bastos-Meyer", "Cordwainer", "Dumisani", "Eastermoor", "Fonteyne", "Garamendi", "Hollowell",
    "Iwashita", "Jarrahdale", "Kestermann", "Lobengrin", "Marrowfield", "Nakashiro", "Ostrander", "Pellingrave",
    "Quintrell", "Rautenbach", "Sandoval-Ruz", "Tamarisk", "Umbertide", "Valkenaer", "Westerhazel", "Yelverton",
    "Zambrano-Lee", "Ashgrove", "Birkholm", "Cinnabar", "Delacombe", "Ember", "Farquhar-Day", "Goldhawk",
    "Hazelrigg", "Inglenook", "Joubert-Moon", "Kilnbridge", "Lanternell", "Millstone", "Northcote-Rao", "Oakenfull",
)  # fmt: skip


def _named(place: int, given: int, family: int) -> str:
    return f"{GIVEN[(place + given) % len(GIVEN)]} {FAMILY[(place + family) % len(FAMILY)]}"


def _of(member: Member, place: int) -> tuple[Somebody, Somebody]:
    language = "fr" if member.languages.startswith("fr") else "en"
    code = member.code
    return (
        Somebody(
            f"officer {code}",
            _named(place, 0, 0),
            f"office@{member.domain}",
            code,
            "officer",
            False,
            language,
        ),
        Somebody(
            f"delegate {code}", _named(place, 13, 5), f"delegate@{member.domain}", code, "", True, language
        ),
    )


def everybody() -> tuple[Somebody, ...]:
    """The cast first, then officer and delegate of every affiliate that the cast does not provide."""
    taken = {(person.affiliate, person.delegate) for person in CAST if person.affiliate}
    others = [person for place, member in enumerate(AFFILIATES) for person in _of(member, place)]
    return CAST + tuple(person for person in others if (person.affiliate, person.delegate) not in taken)


SHORTS = {(person.affiliate, person.delegate): person.short for person in everybody() if person.affiliate}


def short_of(code: str, *, delegate: bool) -> str:
    """The short name of the officer or the delegate of an affiliate."""
    return SHORTS[code, delegate]
