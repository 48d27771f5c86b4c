from datetime import date, timedelta

import pytest
from sqlalchemy import event, func, select

from resolutions.lifecycle.following_up import answering, asking, judging
from resolutions.lifecycle.following_up.answering import Handed, Told
from resolutions.records.account import OutboxMessage
from resolutions.records.action import Action, Assignment, Evidence, Report
from resolutions.records.assembly import AffiliateList
from resolutions.records.audit import AuditEntry
from resolutions.records.base import session
from resolutions.rules.actions import TitleCode
from resolutions.rules.circles import Circle, CircleRule, list_hash
from resolutions.rules.errors import Conflict, Inadmissible, NotPermitted, OutOfOrder
from tests.congress import Congress
from tests.follow_up import (
    ADOPTED,
    DUE,
    LATER,
    adopted,
    asking_affiliates,
    issued,
    many_affiliates,
    of,
    proposed,
    told,
)

TITLES = {code: code.value for code in TitleCode}


def letter(assignment: Assignment) -> tuple[str, str]:
    """A letter as short as can be."""
    assert assignment.affiliate is not None
    return f"To {assignment.affiliate.code}", f"Page {assignment.id}"


def count(record: type) -> int:
    """How many of them are there."""
    return session().scalar(select(func.count()).select_from(record)) or 0


# asking


def test_the_clauses_themselves_propose_three_actions(congress: Congress) -> None:
    text = adopted(congress, "published")
    made = asking.propose_actions(text, congress.actor("secretary"), TITLES, at=ADOPTED)
    assert [(a.clause_id, a.addressee, a.towards, a.state) for a in made] == [
        ("c3", "executive", "", "proposed"),
        ("c3", "affiliates", "", "proposed"),
        ("c4", "secretariat", "ILO", "proposed"),
    ]
    assert asking.suggested(text) == ()
    assert text.state == "published"


def test_proposing_is_all_or_nothing(congress: Congress) -> None:
    text = adopted(congress, "published")
    empty = TITLES | {TitleCode.TRANSMIT_AND_RECORD: " "}
    with pytest.raises(Inadmissible, match="an_action_needs_a_title"):
        asking.propose_actions(text, congress.actor("secretary"), empty, at=ADOPTED)
    assert (count(Action), count(AuditEntry)) == (0, 0)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"title": "  "}, "an_action_needs_a_title"),
        ({"addressee": "everybody"}, "an_action_needs_an_addressee"),
        ({"menu": ("revolution",)}, "not_on_the_menu"),
        ({"clause_id": "c1"}, "only_an_operative_clause_asks"),
    ],
)
def test_a_request_that_nobody_could_answer_is_refused(
    congress: Congress, changed: dict[str, object], code: str
) -> None:
    with pytest.raises(Inadmissible, match=code):
        proposed(congress, **changed)


def test_a_proposal_is_edited_until_it_is_issued(congress: Congress) -> None:
    action, secretary = proposed(congress), congress.actor("secretary")
    circle = Circle(CircleRule.REGION, ("Europe",))
    asking.edit_action(action, secretary, asking_affiliates(title="In Europe", circle=circle), at=ADOPTED)
    assert (action.title, action.audience) == ("In Europe", {"rule": "region", "values": ["Europe"]})
    asking.issue_action(action, secretary, at=ADOPTED)
    with pytest.raises(OutOfOrder):
        asking.edit_action(action, secretary, asking_affiliates(title="Too late"), at=ADOPTED)


def test_a_dropped_action_keeps_the_reason(congress: Congress) -> None:
    action, secretary = proposed(congress), congress.actor("secretary")
    with pytest.raises(Inadmissible, match="a_dropped_action_needs_a_reason"):
        asking.drop_action(action, secretary, " ", at=ADOPTED)
    asking.drop_action(action, secretary, "The clause states a position.", at=ADOPTED)
    assert (action.state, action.ruling) == ("dropped", "The clause states a position.")


def test_issuing_asks_forty_affiliates_in_one_transaction_and_a_second_click_none(congress: Congress) -> None:
    many_affiliates(34)
    action, secretary = proposed(congress), congress.actor("secretary")
    commits: list[object] = []
    count_commit = commits.append
    event.listen(session(), "after_commit", count_commit)
    asking.issue_action(action, secretary, letter, at=ADOPTED)
    event.remove(session(), "after_commit", count_commit)
    # One ends the reading transaction, one is the step.
    assert len(commits) == 2
    assert (count(Assignment), count(OutboxMessage)) == (40, 40)
    assert (action.state, action.resolution.state) == ("issued", "in_follow_up")
    with pytest.raises(OutOfOrder):
        asking.issue_action(action, secretary, letter, at=ADOPTED)
    assert (count(Assignment), count(OutboxMessage)) == (40, 40)


def test_the_first_issue_begins_the_follow_up_and_the_second_finds_it_begun(congress: Congress) -> None:
    text = adopted(congress, "published")
    first, second = proposed(congress, text), proposed(congress, text, title="Once more")
    for action in (first, second):
        asking.issue_action(action, congress.actor("secretary"), at=ADOPTED)
    steps = session().scalars(select(AuditEntry.step).order_by(AuditEntry.sequence)).all()
    assert steps == ["propose_action", "propose_action", "issue_action", "begin_follow_up", "issue_action"]


def test_the_frozen_list_keeps_what_was_true_on_the_day(congress: Congress) -> None:
    action = issued(congress)
    sealed = list_hash(sorted((a.affiliate for a in action.assignments if a.affiliate), key=lambda a: a.code))
    assert action.expanded_hash == sealed
    nordic = congress.affiliates["NOR"]
    nordic.region, nordic.members_paid = "Asia", 5
    session().commit()
    row = of(action, "NOR")
    assert (row.region, row.members, action.expanded_hash) == ("Europe", 120_400, sealed)


def test_only_affiliates_in_good_standing_are_asked(congress: Congress) -> None:
    congress.affiliates["PAC"].standing = "arrears"
    session().commit()
    action = issued(congress)
    assert sorted(a.affiliate.code for a in action.assignments if a.affiliate) == [
        "AND",
        "CHE",
        "MIN",
        "NOR",
        "TEX",
    ]


@pytest.mark.parametrize(
    ("rule", "values", "codes"),
    [
        (CircleRule.ALL, (), ["AND", "CHE", "MIN", "NOR", "PAC", "TEX"]),
        (CircleRule.REGION, ("Asia", "Africa"), ["MIN", "PAC", "TEX"]),
        (CircleRule.SECTOR, ("energy",), ["AND", "CHE"]),
        (CircleRule.COUNTRY_IN, ("FR", "SE"), ["CHE", "NOR"]),
        (CircleRule.COUNTRY_NOT_IN, ("FR", "SE"), ["AND", "MIN", "PAC", "TEX"]),
    ],
)
def test_a_circle_takes_in_whom_its_rule_names(
    congress: Congress, rule: CircleRule, values: tuple[str, ...], codes: list[str]
) -> None:
    assert [a.code for a in asking.circle_of(Circle(rule, values))] == codes


def test_a_circle_may_be_a_list_kept_by_hand(congress: Congress) -> None:
    neighbours = AffiliateList(name="Neighbours", codes=["NOR", "CHE"])
    session().add(neighbours)
    session().commit()
    chosen = asking.circle_of(Circle(CircleRule.LIST, (str(neighbours.id),)))
    assert [a.code for a in chosen] == ["CHE", "NOR"]
    with pytest.raises(Inadmissible, match="no_such_circle"):
        asking.circle_of(Circle(CircleRule.LIST, ("99",)))


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"due_on": None}, "an_action_needs_a_due_date"),
        ({"due_on": date(2026, 1, 1)}, "the_due_date_has_passed"),
        ({"circle": Circle(CircleRule.REGION, ("Atlantis",))}, "nobody_is_in_the_circle"),
    ],
)
def test_an_action_that_cannot_be_answered_is_not_issued(
    congress: Congress, changed: dict[str, object], code: str
) -> None:
    with pytest.raises(Inadmissible, match=code):
        issued(congress, **changed)
    assert (count(Assignment), session().scalars(select(Action.state)).one()) == (0, "proposed")


def test_an_action_of_the_secretariat_is_one_row_without_an_affiliate(congress: Congress) -> None:
    action = issued(congress, clause_id="c4", addressee="secretariat", menu=("transmit",), towards="ILO")
    assert [(a.office, a.affiliate_id, a.due_on) for a in action.assignments] == [("secretariat", None, DUE)]


def test_an_affiliate_without_an_address_gets_a_row_and_no_letter(congress: Congress) -> None:
    congress.affiliates["TEX"].contact_email = ""
    session().commit()
    action = proposed(congress)
    asking.issue_action(action, congress.actor("secretary"), letter, at=ADOPTED)
    assert (count(Assignment), count(OutboxMessage)) == (6, 5)


# answering


def test_an_affiliate_acknowledges_once(congress: Congress) -> None:
    row = of(issued(congress), "NOR")
    answering.acknowledge(row, congress.actor("officer_nor"), at=LATER)
    assert (row.acceptance, row.answered_at) == ("acknowledged", LATER)
    with pytest.raises(OutOfOrder):
        answering.acknowledge(row, congress.actor("officer_nor"), at=LATER)


@pytest.mark.parametrize("who", ["officer_min", "delegate_nor", "stranger", "chair"])
def test_nobody_else_answers_for_an_affiliate(congress: Congress, who: str) -> None:
    row = of(issued(congress), "NOR")
    with pytest.raises(NotPermitted):
        answering.acknowledge(row, congress.actor(who), at=LATER)
    with pytest.raises(NotPermitted):
        answering.report(row, congress.actor(who), Told("done", "We did it."), at=LATER)


def test_declining_and_setting_aside_need_a_reason(congress: Congress) -> None:
    row, officer = of(issued(congress), "NOR"), congress.actor("officer_nor")
    with pytest.raises(Inadmissible, match="a_reason_is_needed"):
        answering.decline(row, officer, " ", at=LATER)
    answering.decline(row, officer, "Reprisals are to be feared.", at=LATER)
    assert (row.acceptance, row.reason) == ("declined", "Reprisals are to be feared.")
    with pytest.raises(Inadmissible, match="a_reason_is_needed"):
        answering.set_aside(row, congress.actor("secretary"), "", at=LATER)
    answering.set_aside(row, congress.actor("secretary"), "No embassy in this country.", at=LATER)
    assert row.acceptance == "not_applicable"


def test_a_report_is_added_and_never_overwrites(congress: Congress) -> None:
    row = of(issued(congress), "NOR")
    told(congress, row, outcome="under_way", text="A letter is being written.")
    told(congress, row, text="The letter was handed over.")
    assert [(r.ordinal, r.outcome, r.text, r.channel, r.visibility) for r in row.reports] == [
        (1, "under_way", "A letter is being written.", "page", "secretariat"),
        (2, "done", "The letter was handed over.", "page", "secretariat"),
    ]
    assert (row.acceptance, row.work, row.verification) == ("acknowledged", "done", "submitted")


def test_a_report_after_declining_takes_the_request_up_again(congress: Congress) -> None:
    row = of(issued(congress), "NOR")
    answering.decline(row, congress.actor("officer_nor"), "No capacity.", at=LATER)
    told(congress, row)
    assert (row.acceptance, row.verification) == ("acknowledged", "submitted")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"text": " a "}, "a_report_says_what_happened"),
        ({"text": "a" * 1501}, "a_report_is_too_long"),
        ({"outcome": "not_started"}, "a_report_has_an_outcome"),
        ({"what": "petition"}, "not_on_the_menu"),
        ({"happened_on": date(2027, 1, 1)}, "it_has_not_happened_yet"),
        ({"figures": {"letters": -1}}, "a_figure_is_a_whole_number"),
        ({"figures": {"letters": "many"}}, "a_figure_is_a_whole_number"),
        ({"figures": {"heads": 1}}, "a_figure_is_a_whole_number"),
        ({"figures": {"amount": 300}}, "a_sum_needs_a_currency"),
        ({"visibility": "everybody"}, "no_such_visibility"),
        ({"evidence": (Handed("a.txt", "text/plain", b"a"),) * 6}, "too_many_files"),
    ],
)
def test_a_report_that_says_too_little_or_too_much_is_refused(
    congress: Congress, changed: dict[str, object], code: str
) -> None:
    row = of(issued(congress), "NOR")
    with pytest.raises(Inadmissible, match=code):
        told(congress, row, **changed)
    assert (count(Report), row.verification) == (0, "nothing")


def test_a_report_keeps_its_files_and_figures(congress: Congress) -> None:
    row = of(issued(congress), "NOR")
    told(
        congress,
        row,
        figures={"amount": 300, "currency": "eur"},
        evidence=(Handed("a.txt", "text/plain", b"receipt"),),
    )
    kept = session().scalars(select(Evidence)).one()
    assert (kept.visibility, kept.file.name, kept.file.size, kept.file.content) == (
        "secretariat",
        "a.txt",
        7,
        b"receipt",
    )
    assert row.reports[0].figures == {"amount": 300, "currency": "EUR"}


def test_the_trail_does_not_tell_what_a_confidential_report_says(congress: Congress) -> None:
    row = of(issued(congress), "NOR")
    told(congress, row, text="The ambassador was told in confidence.")
    entry = session().scalars(select(AuditEntry).where(AuditEntry.step == "report")).one()
    assert entry.facts == {"report": 1, "outcome": "done", "channel": "page", "files": []}


def test_the_secretariat_reports_on_behalf_and_it_says_so(congress: Congress) -> None:
    row = of(issued(congress), "TEX")
    made = answering.report(
        row, congress.actor("secretary"), Told("done", "They said so by telephone."), at=LATER
    )
    assert (made.channel, row.work) == ("on_behalf", "done")


def test_a_closed_action_takes_no_more_answers(congress: Congress) -> None:
    action = issued(congress)
    judging.close_action(action, congress.actor("secretary"), "The campaign is over.", at=LATER)
    row = of(action, "NOR")
    with pytest.raises(OutOfOrder, match="the_action_is_closed"):
        told(congress, row)
    with pytest.raises(OutOfOrder, match="the_action_is_closed"):
        answering.acknowledge(row, congress.actor("officer_nor"), at=LATER)


# judging


def test_a_report_is_returned_with_a_question_and_the_next_one_accepted(congress: Congress) -> None:
    row, secretary = of(issued(congress), "NOR"), congress.actor("secretary")
    told(congress, row)
    with pytest.raises(Inadmissible, match="a_returned_report_needs_a_question"):
        judging.return_report(row, secretary, " ", at=LATER)
    judging.return_report(row, secretary, "On which day?", letter, at=LATER)
    assert (row.verification, count(OutboxMessage)) == ("returned", 1)
    told(congress, row, text="On 12 October.")
    judging.accept_report(row, secretary, at=LATER)
    assert row.verification == "accepted"
    assert [(r.review.decision, r.review.reason) for r in row.reports if r.review] == [
        ("returned", "On which day?"),
        ("accepted", ""),
    ]


def test_nobody_judges_their_own_report(congress: Congress) -> None:
    row = of(issued(congress), "TEX")
    answering.report(row, congress.actor("secretary"), Told("done", "They said so by telephone."), at=LATER)
    with pytest.raises(NotPermitted):
        judging.accept_report(row, congress.actor("secretary"), at=LATER)
    with pytest.raises(NotPermitted):
        judging.return_report(row, congress.actor("secretary"), "Really?", at=LATER)
    judging.accept_report(row, congress.actor("clerk"), at=LATER)
    assert row.verification == "accepted"


def test_an_affiliate_does_not_accept_reports(congress: Congress) -> None:
    row = of(issued(congress), "NOR")
    told(congress, row)
    with pytest.raises(NotPermitted):
        judging.accept_report(row, congress.actor("officer_nor"), at=LATER)


def test_a_report_after_acceptance_is_to_be_verified_anew(congress: Congress) -> None:
    row, secretary = of(issued(congress), "NOR"), congress.actor("secretary")
    told(congress, row)
    judging.accept_report(row, secretary, at=LATER)
    told(congress, row, text="We also met the ambassador.")
    assert row.verification == "submitted"


def test_a_report_that_arrives_meanwhile_is_not_judged_unread(congress: Congress) -> None:
    row = of(issued(congress), "NOR")
    told(congress, row)
    seen = row.version
    told(congress, row, text="The first report was wrong.")
    with pytest.raises(Conflict, match="stale"):
        judging.accept_report(row, congress.actor("secretary"), version=seen, at=LATER)
    assert row.verification == "submitted"


def test_an_action_closes_over_silence_with_a_reason_only(congress: Congress) -> None:
    action, secretary = issued(congress), congress.actor("secretary")
    with pytest.raises(Inadmissible, match="answers_are_outstanding") as refused:
        judging.close_action(action, secretary, at=LATER)
    assert refused.value.facts == {"count": 6}
    judging.close_action(action, secretary, "The campaign is over.", at=LATER)
    assert (action.state, action.ruling) == ("closed", "The campaign is over.")


def test_a_follow_up_closes_over_open_actions_with_a_reason_only(congress: Congress) -> None:
    action = issued(congress)
    text, executive = action.resolution, congress.actor("executive")
    with pytest.raises(Inadmissible, match="actions_are_open"):
        judging.close_follow_up(text, executive, at=LATER)
    judging.close_follow_up(text, executive, "Carried over to the next congress.", at=LATER)
    assert text.state == "implemented"
    with pytest.raises(OutOfOrder):
        proposed(congress, text)


def test_nothing_is_asked_on_a_text_whose_follow_up_is_over(congress: Congress) -> None:
    text = adopted(congress, "published")
    late, first = proposed(congress, text), proposed(congress, text)
    secretary = congress.actor("secretary")
    asking.issue_action(first, secretary, at=ADOPTED)
    judging.close_follow_up(text, secretary, "Enough.", at=ADOPTED + timedelta(days=1))
    with pytest.raises(OutOfOrder, match="the_text_is_not_in_follow_up"):
        asking.issue_action(late, secretary, at=ADOPTED + timedelta(days=2))
