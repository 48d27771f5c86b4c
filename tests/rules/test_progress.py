from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolutions.rules.errors import Inadmissible
from resolutions.rules.progress import (
    ELSEWHERE,
    AssignmentFacts,
    Figure,
    Key,
    Standing,
    by,
    mean_percent,
    overdue,
    progress,
    public_counts,
    standing_of,
)
from resolutions.rules.states import Acceptance, Verification, Work

TODAY = date(2026, 11, 24)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def assignment(
    code: str,
    acceptance: Acceptance = Acceptance.ACKNOWLEDGED,
    work: Work = Work.UNDER_WAY,
    verification: Verification = Verification.NOTHING,
    *,
    region: str = "Europe",
) -> AssignmentFacts:
    return AssignmentFacts(
        code,
        YESTERDAY,
        country=code[:2].upper(),
        region=region,
        members=1_000,
        acceptance=acceptance,
        work=work,
        verification=verification,
    )


SILENT = assignment("be-1", Acceptance.SENT, Work.NOT_STARTED)
UNDER_WAY = assignment("br-1")
ACKNOWLEDGED = assignment("br-2", work=Work.NOT_STARTED)
SUBMITTED = assignment("de-1", work=Work.DONE, verification=Verification.SUBMITTED)
RETURNED = assignment("fr-1", work=Work.DONE, verification=Verification.RETURNED)
ACCEPTED = assignment("it-1", work=Work.DONE, verification=Verification.ACCEPTED)
DECLINED = assignment("jp-1", Acceptance.DECLINED, Work.NOT_STARTED)
CANNOT = assignment("ke-1", work=Work.CANNOT)
NOT_CONCERNED = assignment("no-1", Acceptance.NOT_APPLICABLE, Work.NOT_STARTED)
CANCELLED = replace(assignment("xx-1"), cancelled=True)
EVERYONE = (
    SILENT,
    UNDER_WAY,
    ACKNOWLEDGED,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    DECLINED,
    CANNOT,
    NOT_CONCERNED,
    CANCELLED,
)


def crowd(region: str, size: int, *, start: int = 0) -> tuple[AssignmentFacts, ...]:
    return tuple(assignment(f"{region[:2]}-{number}", region=region) for number in range(start, start + size))


def sizes(groups: dict[str, tuple[AssignmentFacts, ...]]) -> dict[str, int]:
    return {name: len(group) for name, group in groups.items()}


def test_the_figures_equal_a_count_by_hand() -> None:
    counted = progress(EVERYONE, TODAY)
    one = Figure(1, 1_000, 1)
    assert counted.assigned == Figure(8, 8_000, 7)
    assert (counted.accepted, counted.submitted, counted.returned) == (one, one, one)
    assert (counted.declined, counted.cannot, counted.silent) == (one, one, one)
    assert (counted.not_applicable, counted.under_way) == (one, Figure(2, 2_000, 1))
    assert counted.overdue == Figure(4, 4_000, 3)
    assert (counted.percent, counted.percent_of_members, counted.percent_of_countries) == (12, 12, 14)


def test_nobody_asked_is_no_data_and_neither_nothing_nor_all() -> None:
    for nobody in ((), (NOT_CONCERNED,), (CANCELLED, NOT_CONCERNED)):
        counted = progress(nobody, TODAY)
        assert (counted.any_data, counted.percent, counted.percent_of_members) == (False, None, None)
        assert counted.percent_of_countries is None


def test_only_all_is_a_hundred_percent() -> None:
    almost = [replace(ACCEPTED, affiliate_code=f"it-{number}") for number in range(599)]
    assert progress([*almost, SILENT], TODAY).percent == 99
    assert progress(almost, TODAY).percent == 100


def test_a_few_large_affiliates_can_be_most_of_the_members() -> None:
    large = replace(ACCEPTED, members=90_000)
    counted = progress([large, *crowd("Asia", 9)], TODAY)
    assert (counted.percent, counted.percent_of_members, counted.percent_of_countries) == (10, 90, 50)


@pytest.mark.parametrize("facts", EVERYONE, ids=lambda facts: standing_of(facts))
def test_what_is_still_awaited_is_overdue_from_the_day_after(facts: AssignmentFacts) -> None:
    awaited = standing_of(facts) in (Standing.SILENT, Standing.UNDER_WAY, Standing.RETURNED)
    assert overdue(facts, TODAY) is awaited
    assert overdue(replace(facts, due_on=TODAY), TODAY) is False
    assert overdue(replace(facts, due_on=TOMORROW), TODAY) is False


def test_an_extension_changes_at_once_what_is_overdue() -> None:
    extended = replace(SILENT, due_on=TOMORROW, original_due_on=YESTERDAY)
    assert progress([SILENT], TODAY).overdue.organisations == 1
    assert progress([extended], TODAY).overdue == Figure()


def test_a_decline_after_a_report_is_a_decline_and_an_accepted_report_stays_accepted() -> None:
    assert standing_of(replace(SUBMITTED, acceptance=Acceptance.DECLINED)) is Standing.DECLINED
    assert standing_of(replace(ACCEPTED, acceptance=Acceptance.DECLINED)) is Standing.ACCEPTED
    assert standing_of(replace(ACCEPTED, acceptance=Acceptance.NOT_APPLICABLE)) is Standing.NOT_APPLICABLE


def test_a_verified_report_that_it_cannot_be_done_is_not_counted_as_done() -> None:
    cannot, under_way = replace(ACCEPTED, work=Work.CANNOT), replace(ACCEPTED, work=Work.UNDER_WAY)
    assert (standing_of(cannot), standing_of(under_way)) == (Standing.CANNOT, Standing.UNDER_WAY)
    assert progress([cannot, under_way, ACCEPTED], TODAY).accepted == Figure(1, 1_000, 1)


def test_an_affiliate_with_two_actions_is_one_organisation() -> None:
    twice = (ACCEPTED, replace(ACCEPTED, due_on=TOMORROW))
    assert progress(twice, TODAY).accepted == Figure(1, 1_000, 1)


def test_an_office_without_country_covers_no_country() -> None:
    office = AssignmentFacts("executive", TOMORROW)
    assert progress([office], TODAY).assigned == Figure(1, 0, 0)


def test_the_progress_of_a_resolution_is_the_mean_of_its_actions() -> None:
    done, nothing, empty = progress([ACCEPTED], TODAY), progress([SILENT], TODAY), progress([], TODAY)
    assert mean_percent([done, nothing, nothing]) == 33
    assert mean_percent([done, nothing, empty]) == 50
    assert mean_percent([done, nothing], [70, 30]) == 70
    assert mean_percent([empty]) is None
    assert mean_percent([]) is None


@pytest.mark.parametrize("weights", [[50, 49], [100], [120, -20]])
def test_weights_that_do_not_make_a_hundred_are_refused(weights: list[int]) -> None:
    done = progress([ACCEPTED], TODAY)
    with pytest.raises(Inadmissible) as refused:
        mean_percent([done, done], weights)
    assert refused.value.code == "weights_do_not_make_a_hundred"


def test_tables_are_cut_by_region_country_and_sector() -> None:
    miner = replace(ACCEPTED, sectors=("mining", "energy"))
    both = (miner, replace(SILENT, region="Africa"))
    assert by(both, Key.REGION) == {"Africa": both[1:], "Europe": (miner,)}
    assert [*by(both, Key.COUNTRY)] == ["BE", "IT"]
    assert by(both, Key.SECTOR) == {"energy": (miner,), "mining": (miner,)}


def test_small_groups_are_shown_together() -> None:
    groups = by((*crowd("Africa", 9), *crowd("Asia", 3), *crowd("Oceania", 2)), Key.REGION)
    assert sizes(public_counts(groups)) == {"Africa": 9, ELSEWHERE: 5}


def test_a_small_rest_takes_in_the_next_smallest_group_so_that_nobody_can_subtract() -> None:
    groups = by((*crowd("Africa", 9), *crowd("Asia", 6), *crowd("Oceania", 2)), Key.REGION)
    assert sizes(public_counts(groups)) == {"Africa": 9, ELSEWHERE: 8}


def test_groups_large_enough_are_shown_as_they_are() -> None:
    groups = by((*crowd("Africa", 9), *crowd("Asia", 5)), Key.REGION)
    assert sizes(public_counts(groups)) == {"Africa": 9, "Asia": 5}


def test_too_few_altogether_are_not_shown_at_all() -> None:
    groups = by((*crowd("Africa", 2), *crowd("Asia", 2)), Key.REGION)
    assert public_counts(groups) == {}
    assert sizes(public_counts(groups, k=4)) == {ELSEWHERE: 4}


def test_a_protected_affiliate_is_never_shown_with_its_region() -> None:
    hidden = replace(crowd("Africa", 1, start=90)[0], protected=True)
    groups = by((*crowd("Africa", 9), hidden, *crowd("Asia", 6)), Key.REGION)
    shown = public_counts(groups)
    assert sizes(shown) == {"Africa": 9, ELSEWHERE: 7}
    assert hidden in shown[ELSEWHERE]


facts = st.builds(
    AssignmentFacts,
    affiliate_code=st.uuids().map(str),
    due_on=st.sampled_from([YESTERDAY, TODAY, TOMORROW]),
    country=st.sampled_from(["", "BE", "BR"]),
    region=st.sampled_from(["Africa", "Asia", "Europe"]),
    members=st.integers(0, 10**6),
    acceptance=st.sampled_from(Acceptance),
    work=st.sampled_from(Work),
    verification=st.sampled_from(Verification),
    protected=st.booleans(),
    cancelled=st.booleans(),
)


@given(st.lists(facts, max_size=20))
def test_every_assignment_is_counted_once_and_only_once(assignments: list[AssignmentFacts]) -> None:
    counted = progress(assignments, TODAY)
    parts = (
        counted.accepted,
        counted.declined,
        counted.submitted,
        counted.returned,
        counted.cannot,
        counted.under_way,
        counted.silent,
    )
    assert sum(part.organisations for part in parts) == counted.assigned.organisations
    assert sum(part.members for part in parts) == counted.assigned.members
    assert counted.overdue.organisations == sum(overdue(one, TODAY) for one in assignments)


@given(st.lists(facts, max_size=30), st.integers(1, 6))
def test_no_group_that_the_public_sees_is_smaller_than_the_limit(
    assignments: list[AssignmentFacts], k: int
) -> None:
    shown = public_counts(by(assignments, Key.REGION), k)
    assert all(len(group) >= k for group in shown.values())
    assert sum(map(len, shown.values())) in (0, len(assignments))
    assert not any(one.protected for name, group in shown.items() if name != ELSEWHERE for one in group)
