"""How far what was asked has been done: n of N organisations, of the members they represent, of countries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from resolutions.rules.errors import Inadmissible
from resolutions.rules.states import Acceptance, Verification, Work

ELSEWHERE = "elsewhere"


class Standing(StrEnum):
    """How one assignment stands; every assignment has exactly one standing."""

    CANCELLED = "cancelled"
    NOT_APPLICABLE = "not_applicable"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    CANNOT = "cannot"
    UNDER_WAY = "under_way"
    SILENT = "silent"


class Key(StrEnum):
    """By what the tables are cut."""

    REGION = "region"
    SECTOR = "sector"
    COUNTRY = "country"


NOT_ASKED = (Standing.CANCELLED, Standing.NOT_APPLICABLE)
# That somebody cannot, or is still at it, may be verified too; it is not done for that.
VERIFIED = {
    Work.NOT_STARTED: Standing.UNDER_WAY,
    Work.UNDER_WAY: Standing.UNDER_WAY,
    Work.CANNOT: Standing.CANNOT,
    Work.DONE: Standing.ACCEPTED,
}
OPEN = (Standing.RETURNED, Standing.UNDER_WAY, Standing.SILENT)


@dataclass(frozen=True)
class AssignmentFacts:
    """One action asked of one affiliate or office, as far as counting needs it."""

    affiliate_code: str
    due_on: date
    country: str = ""
    region: str = ""
    sectors: tuple[str, ...] = ()
    members: int = 0
    acceptance: Acceptance = Acceptance.SENT
    work: Work = Work.NOT_STARTED
    verification: Verification = Verification.NOTHING
    original_due_on: date | None = None
    protected: bool = False
    cancelled: bool = False


@dataclass(frozen=True)
class Figure:
    """A number of organisations, of the members they represent, and of the countries they are in."""

    organisations: int = 0
    members: int = 0
    countries: int = 0


@dataclass(frozen=True)
class Progress:
    """The figures of one action, or of several together; `assigned` leaves out who was not concerned."""

    assigned: Figure
    accepted: Figure
    declined: Figure
    submitted: Figure
    returned: Figure
    cannot: Figure
    under_way: Figure
    silent: Figure
    not_applicable: Figure
    overdue: Figure

    @property
    def any_data(self) -> bool:
        """Whether anybody was asked at all; without it there is no share, neither nothing nor all."""
        return self.assigned.organisations > 0

    @property
    def percent(self) -> int | None:
        """The accepted of a hundred organisations asked, rounded down so that only all is all."""
        return _share(self.accepted.organisations, self.assigned.organisations)

    @property
    def percent_of_members(self) -> int | None:
        """The same by members represented."""
        return _share(self.accepted.members, self.assigned.members)

    @property
    def percent_of_countries(self) -> int | None:
        """The same by countries covered."""
        return _share(self.accepted.countries, self.assigned.countries)


def standing_of(facts: AssignmentFacts) -> Standing:
    """How an assignment stands: is it asked at all, was it verified, and then what was said."""
    if facts.cancelled:
        return Standing.CANCELLED
    if facts.acceptance is Acceptance.NOT_APPLICABLE:
        return Standing.NOT_APPLICABLE
    if facts.verification is Verification.ACCEPTED:
        return VERIFIED[facts.work]
    if facts.acceptance is Acceptance.DECLINED:
        return Standing.DECLINED
    if facts.verification is not Verification.NOTHING:
        return Standing(facts.verification)
    if facts.work is Work.CANNOT:
        return Standing.CANNOT
    silent = facts.acceptance is Acceptance.SENT and facts.work is Work.NOT_STARTED
    return Standing.SILENT if silent else Standing.UNDER_WAY


def overdue(facts: AssignmentFacts, today: date) -> bool:
    """Whether something is still awaited after the day it was due; who declined or cannot is not awaited."""
    return facts.due_on < today and standing_of(facts) in OPEN


def progress(assignments: Iterable[AssignmentFacts], today: date) -> Progress:
    """Count assignments; an affiliate that appears several times in one figure counts once."""
    grouped: dict[Standing, list[AssignmentFacts]] = {standing: [] for standing in Standing}
    for facts in assignments:
        grouped[standing_of(facts)].append(facts)
    asked = [facts for standing in Standing if standing not in NOT_ASKED for facts in grouped[standing]]
    return Progress(
        assigned=_figure(asked),
        accepted=_figure(grouped[Standing.ACCEPTED]),
        declined=_figure(grouped[Standing.DECLINED]),
        submitted=_figure(grouped[Standing.SUBMITTED]),
        returned=_figure(grouped[Standing.RETURNED]),
        cannot=_figure(grouped[Standing.CANNOT]),
        under_way=_figure(grouped[Standing.UNDER_WAY]),
        silent=_figure(grouped[Standing.SILENT]),
        not_applicable=_figure(grouped[Standing.NOT_APPLICABLE]),
        overdue=_figure([facts for facts in asked if overdue(facts, today)]),
    )


def mean_percent(parts: Sequence[Progress], weights: Sequence[int] | None = None) -> int | None:
    """The progress of a resolution: the mean of its actions, by weights that make a hundred or equally."""
    if weights is None:
        weights = [1] * len(parts)
    elif len(weights) != len(parts) or sum(weights) != 100 or min(weights) < 0:
        raise Inadmissible("weights_do_not_make_a_hundred", weights=list(weights))
    known = [(part, weight) for part, weight in zip(parts, weights, strict=True) if part.any_data]
    total = sum(weight for _, weight in known)
    if not total:
        return None
    done = sum(
        weight * Fraction(part.accepted.organisations, part.assigned.organisations) for part, weight in known
    )
    return int(100 * done / total)


def by(assignments: Iterable[AssignmentFacts], key: Key) -> dict[str, tuple[AssignmentFacts, ...]]:
    """Cut assignments into groups in the order of their names; an affiliate is in each of its sectors."""
    groups: dict[str, list[AssignmentFacts]] = {}
    for facts in assignments:
        names = {Key.REGION: (facts.region,), Key.COUNTRY: (facts.country,), Key.SECTOR: facts.sectors}[key]
        for name in names:
            groups.setdefault(name, []).append(facts)
    return {name: tuple(groups[name]) for name in sorted(groups)}


def public_counts(
    groups: Mapping[str, Sequence[AssignmentFacts]], k: int = 5
) -> dict[str, tuple[AssignmentFacts, ...]]:
    """The groups as the public may see them: those smaller than `k`, and the protected, go together."""
    kept = {name: [facts for facts in group if not facts.protected] for name, group in groups.items()}
    merged = [facts for group in groups.values() for facts in group if facts.protected]
    for name in sorted(kept, key=lambda name: (_size(kept[name]), name)):
        # A remainder below k would be found out by subtraction, so it takes in the next smallest group.
        if _size(kept[name]) < k or 0 < _size(merged) < k:
            merged.extend(kept.pop(name))
    shown = {name: tuple(group) for name, group in kept.items()}
    return shown if _size(merged) < k else {**shown, ELSEWHERE: tuple(merged)}


def _size(assignments: Sequence[AssignmentFacts]) -> int:
    return len({facts.affiliate_code for facts in assignments})


def _figure(assignments: Sequence[AssignmentFacts]) -> Figure:
    members = {facts.affiliate_code: facts.members for facts in assignments}
    countries = {facts.country for facts in assignments if facts.country}
    return Figure(len(members), sum(members.values()), len(countries))


def _share(part: int, whole: int) -> int | None:
    return 100 * part // whole if whole else None
