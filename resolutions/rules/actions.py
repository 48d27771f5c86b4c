"""From the clauses of an adopted text to what somebody should do: kinds of action, and first proposals."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from resolutions.rules.clauses import Clause, ClauseKind


class ActionKind(StrEnum):
    """What an addressee can do about a clause."""

    LETTER = "letter"
    EMBASSY = "embassy"
    DEMO = "demo"
    PHOTO = "photo"
    PETITION = "petition"
    COMPLAINT = "complaint"
    COMPANY = "company"
    MONEY = "money"
    VISIT = "visit"
    PARL = "parl"
    UNION = "union"
    MEDIA = "media"
    INTERNAL = "internal"
    TRANSMIT = "transmit"


class Countable(StrEnum):
    """What one counts in a report."""

    LETTERS = "letters"
    REPLIES = "replies"
    PEOPLE = "people"
    CITIES = "cities"
    ITEMS = "items"
    SIGNATURES = "signatures"
    CASES = "cases"
    MEETINGS = "meetings"
    AMOUNT = "amount"
    VISITS = "visits"
    MEMBERS_REACHED = "members_reached"


COUNTED: dict[ActionKind, tuple[Countable, ...]] = {
    ActionKind.LETTER: (Countable.LETTERS, Countable.REPLIES),
    ActionKind.EMBASSY: (Countable.PEOPLE,),
    ActionKind.DEMO: (Countable.PEOPLE, Countable.CITIES),
    ActionKind.PHOTO: (Countable.ITEMS,),
    ActionKind.PETITION: (Countable.SIGNATURES,),
    ActionKind.COMPLAINT: (Countable.CASES,),
    ActionKind.COMPANY: (Countable.MEETINGS,),
    ActionKind.MONEY: (Countable.AMOUNT,),
    ActionKind.VISIT: (Countable.VISITS,),
    ActionKind.PARL: (Countable.ITEMS,),
    ActionKind.UNION: (Countable.MEMBERS_REACHED,),
    ActionKind.MEDIA: (Countable.ITEMS,),
    ActionKind.INTERNAL: (),
    ActionKind.TRANSMIT: (Countable.REPLIES,),
}


class Mood(StrEnum):
    """Whether a clause states a position or asks somebody for something."""

    POSITION = "position"
    ASKS = "asks"


class AddresseeKind(StrEnum):
    """Who is addressed; an outside body has no account here, so the secretariat acts towards it."""

    EXECUTIVE = "executive"
    AFFILIATES = "affiliates"
    SECRETARIAT = "secretariat"
    EXTERNAL = "external"


class TitleCode(StrEnum):
    """The working title of a proposal, put into words by the pages."""

    PLAN_AND_REPORT = "plan_and_report"
    ACT_AND_REPORT = "act_and_report"
    CARRY_OUT = "carry_out"
    TRANSMIT_AND_RECORD = "transmit_and_record"


@dataclass(frozen=True)
class Proposal:
    """One action that the software suggests and the secretariat decides about."""

    clause: str
    addressee_kind: AddresseeKind
    addressee: str
    menu: tuple[ActionKind, ...]
    title_code: TitleCode
    due_days: int

    @property
    def kind(self) -> ActionKind:
        """The first thing on the menu."""
        return self.menu[0]

    @property
    def owner(self) -> AddresseeKind:
        """Who has to act: the addressee, or the secretariat towards an outside body."""
        outside = self.addressee_kind is AddresseeKind.EXTERNAL
        return AddresseeKind.SECRETARIAT if outside else self.addressee_kind

    @property
    def towards(self) -> str:
        """The outside body that the secretariat acts towards; nothing for our own."""
        return self.addressee if self.addressee_kind is AddresseeKind.EXTERNAL else ""


FOR_AFFILIATES = (
    ActionKind.LETTER,
    ActionKind.EMBASSY,
    ActionKind.DEMO,
    ActionKind.PHOTO,
    ActionKind.PETITION,
    ActionKind.MONEY,
    ActionKind.COMPANY,
    ActionKind.VISIT,
    ActionKind.PARL,
    ActionKind.UNION,
    ActionKind.MEDIA,
)
SHAPES: dict[AddresseeKind, tuple[tuple[ActionKind, ...], TitleCode, int]] = {
    AddresseeKind.EXECUTIVE: ((ActionKind.INTERNAL,), TitleCode.PLAN_AND_REPORT, 180),
    AddresseeKind.AFFILIATES: (FOR_AFFILIATES, TitleCode.ACT_AND_REPORT, 180),
    AddresseeKind.SECRETARIAT: ((ActionKind.INTERNAL,), TitleCode.CARRY_OUT, 180),
    AddresseeKind.EXTERNAL: (
        (ActionKind.TRANSMIT, ActionKind.COMPLAINT),
        TitleCode.TRANSMIT_AND_RECORD,
        30,
    ),
}

# The reader marks a body that charges itself with this word instead of a name.
ITSELF = "SELF"
AFFILIATES = re.compile(
    r"\b(affiliate[sd]?|afiliad[ao]s?|affilie(?:e?s)?|mitglieds(?:gewerkschaft|organisation)en"
    r"|member (?:unions?|organi[sz]ations?)|organisations membres?|organizaciones miembros?"
    r"|членск\w+ организаци\w+|加盟組織|加盟組合)\b"
)
EXECUTIVE = re.compile(
    r"\b(executive(?: (?:committee|board|council|bureau))?|(?:(?:comite|bureau) )?(?:executif|ejecutivo)"
    r"|exekutiv(?:e|ausschuss|komitee)|исполнительн\w+ комитет\w*|исполком\w*|執行委員会)\b"
)
SECRETARIAT = re.compile(
    r"\b(secretariat|secretaria|sekretariat|general secretary|secretaire generale?|secretari[oa] general"
    r"|generalsekretar(?:in)?|regional offices?|секретариат\w*|書記局)\b"
)
OUTSIDE = re.compile(
    r"\b(governments?|gouvernements?|gobiernos?|regierung(?:en)?|employers?|employeurs?|compan(?:y|ies)|ministr\w+"
    r"|parliaments?|authorit\w+|ilo|oit|un|onu|eu|oecd|ocde|ituc|csi|etuc|who|imf|world bank|commission)\b"
)
FILLERS = re.compile(
    r"\b(a|all|an|and|any|each|every|its|of|our|own|the|their|to"
    r"|d|de|des|du|et|l|la|le|les|nos|notre|sa|ses|son|tous|toutes"
    r"|al|del|e|el|las|los|nuestr[ao]s?|sus?|tod[ao]s|y"
    r"|aller?|das|de[mnr]|die|ihren?|seinen?|unser[en]?|und)\b"
)

BODY_WORDS = re.compile(
    r"\b(\d+\w*|the|of|le|la|el|du|del|de|der|congress|congres|congreso|kongress|conference|conferencia|general"
    r"|assembly|executive|committee|comite|council|board|meeting|session)\b"
)


def mood_of(clause: Clause) -> Mood:
    """Whether a clause asks somebody; one that names nobody states a position and needs no action."""
    asks = clause.kind is ClauseKind.OPERATIVE and any(name.strip() for name in clause.addressees)
    return Mood.ASKS if asks else Mood.POSITION


def propose_actions(
    clauses: Iterable[Clause], body_name: str, own_names: Sequence[str] = ()
) -> tuple[Proposal, ...]:
    """One proposal for each addressee of each operative clause; positions give none."""
    names = _names((body_name, *own_names))
    return tuple(
        _proposal(clause.id, addressee, names)
        for clause in clauses
        if mood_of(clause) is Mood.ASKS
        for addressee in dict.fromkeys(name.strip() for name in clause.addressees if name.strip())
    )


def addressee_kind(addressee: str, own_names: Sequence[str]) -> AddresseeKind:
    """Who is meant: the executive, affiliates and secretariat only where they are our own."""
    return _kind(_plain(addressee), _names(own_names))


def _proposal(clause: str, addressee: str, names: tuple[str, ...]) -> Proposal:
    kind = _kind(_plain(addressee), names)
    menu, title, days = SHAPES[kind]
    return Proposal(clause, kind, addressee, menu, title, days)


def _names(own_names: Iterable[str]) -> tuple[str, ...]:
    """Our names, the longest first; the name of a body also tells the name of the federation it belongs to."""
    plain = {_plain(name) for name in own_names}
    federations = {" ".join(BODY_WORDS.sub(" ", name).split()) for name in plain}
    return tuple(sorted((plain | federations) - {""}, key=lambda name: (-len(name), name)))


def _plain(text: str) -> str:
    """The words in lower case without accents and marks, so that names compare in any spelling."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(c for c in letters if not unicodedata.combining(c))))


def _kind(addressee: str, names: tuple[str, ...]) -> AddresseeKind:
    rest = f" {addressee} "
    for name in names:
        rest = rest.replace(f" {name} ", " ")
    if addressee == _plain(ITSELF):
        return AddresseeKind.EXECUTIVE
    members = AFFILIATES.search(rest)
    if members and not OUTSIDE.search(rest[: members.start()]):
        return AddresseeKind.AFFILIATES
    # Another body's executive or secretariat is known by the words that remain.
    if FILLERS.sub(" ", SECRETARIAT.sub(" ", EXECUTIVE.sub(" ", rest))).split():
        return AddresseeKind.EXTERNAL
    return AddresseeKind.SECRETARIAT if SECRETARIAT.search(rest) else AddresseeKind.EXECUTIVE
