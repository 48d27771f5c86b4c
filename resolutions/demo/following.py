"""The Belarus text in follow-up: three actions go out, and the answers come in."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select

from resolutions.demo.affiliates import AFFILIATES
from resolutions.demo.evidence import picture, receipt
from resolutions.demo.federation import Federation
from resolutions.demo.people import short_of
from resolutions.demo.stories import EXECUTIVE, SECRETARIAT, STORIES
from resolutions.demo.tales import Answer, Story, Verdict
from resolutions.demo.tales import Told as Tale
from resolutions.lifecycle.following_up import answering, asking, judging
from resolutions.lifecycle.following_up.answering import Handed, Told
from resolutions.lifecycle.following_up.asking import Request
from resolutions.records.action import Action, Assignment
from resolutions.records.base import session
from resolutions.rules.actions import AddresseeKind, TitleCode
from resolutions.rules.circles import circle_from

ISSUED = 235
"""So many days ago the actions went out."""

TITLES = {
    TitleCode.PLAN_AND_REPORT: "Make a plan of support and report to each meeting",
    TitleCode.ACT_AND_REPORT: "Do at least one thing from the list and report",
    TitleCode.CARRY_OUT: "Carry out",
    TitleCode.TRANSMIT_AND_RECORD: "Send the text and record the answer",
}
EDITED: dict[str, tuple[str, str, int]] = {
    AddresseeKind.EXECUTIVE: (
        "Make a plan of support for the independent unions and report to each meeting",
        "Name who is responsible, what it costs, and when the Executive hears of it again.",
        255,
    ),
    AddresseeKind.AFFILIATES: (
        "Give full support to the independent unions: at least one action from the list",
        "A letter, a meeting, a picture or a donation: what you can do counts. Never send names of people in danger.",
        180,
    ),
    AddresseeKind.SECRETARIAT: (
        "Send the text to the ILO, support the complaint, and record the answer",
        "By registered mail and by e-mail; file the acknowledgement with the report.",
        30,
    ),
}


def write(federation: Federation) -> None:
    """Write down how the actions went out and what came back."""
    federation.diary.on(ISSUED + 1, "09:30", lambda at: _propose(federation, at))
    federation.diary.on(ISSUED, "10:00", lambda at: _issue(federation, at))
    for code, story in STORIES.items():
        _write_story(federation, code, short_of(code, delegate=False), story)
    _write_story(federation, AddresseeKind.EXECUTIVE, "executive", EXECUTIVE)
    _write_story(federation, AddresseeKind.SECRETARIAT, "secretary", SECRETARIAT)


def _actions(federation: Federation) -> list[Action]:
    wanted = select(Action).where(Action.resolution_id == federation.texts["belarus"].id)
    return list(session().scalars(wanted.order_by(Action.id)))


def _propose(federation: Federation, at: datetime) -> None:
    secretary = federation.actor("secretary")
    asking.propose_actions(federation.texts["belarus"], secretary, TITLES, at=at)
    for action in _actions(federation):
        title, instructions, days = EDITED[action.addressee]
        request = Request(
            clause_id=action.clause_id,
            title=title,
            addressee=action.addressee,
            menu=tuple(action.menu),
            instructions=instructions,
            towards=action.towards,
            circle=circle_from(action.audience),
            due_on=at.date() + timedelta(days=days),
        )
        asking.edit_action(action, secretary, request, at=at + timedelta(minutes=10))


def _issue(federation: Federation, at: datetime) -> None:
    for action in _actions(federation):
        asking.issue_action(action, federation.actor("secretary"), at=at)


def _assignment(federation: Federation, whom: str) -> Assignment:
    """What was asked of an affiliate, or of an office."""
    wanted = select(Assignment).join(Assignment.action)
    wanted = wanted.where(Action.resolution_id == federation.texts["belarus"].id)
    affiliate = federation.affiliates.get(whom)
    if affiliate is None:
        return session().scalars(wanted.where(Assignment.office == whom)).one()
    return session().scalars(wanted.where(Assignment.affiliate_id == affiliate.id)).one()


def _write_story(federation: Federation, whom: str, teller: str, story: Story) -> None:
    for chapter in story:
        # Stories of one day are told at different minutes of the day, always in the same order.
        clock = f"{8 + len(whom) % 3 + chapter.day % 6:02}:{(chapter.day * 7) % 60:02}"

        def happen(at: datetime, chapter: Tale | Verdict | Answer = chapter) -> None:
            _tell(federation, (whom, teller), chapter, at)

        federation.diary.on(ISSUED - chapter.day, clock, happen)


def _tell(
    federation: Federation, who: tuple[str, str], chapter: Tale | Verdict | Answer, at: datetime
) -> None:
    whom, teller = who
    assignment = _assignment(federation, whom)
    if isinstance(chapter, Verdict):
        _judge(federation, assignment, chapter, at)
    elif isinstance(chapter, Answer):
        _answer(federation, assignment, (teller, chapter), at)
    else:
        answering.report(assignment, federation.actor(teller), _told(whom, chapter, at), at=at)


def _judge(federation: Federation, assignment: Assignment, verdict: Verdict, at: datetime) -> None:
    judge = federation.actor("deputy")
    if verdict.accepted:
        judging.accept_report(assignment, judge, verdict.words, at=at)
    else:
        judging.return_report(assignment, judge, verdict.words, at=at)


def _answer(
    federation: Federation, assignment: Assignment, answered: tuple[str, Answer], at: datetime
) -> None:
    teller, answer = answered
    actor = federation.actor(teller)
    if answer.acceptance == "acknowledged":
        answering.acknowledge(assignment, actor, at=at)
    elif answer.acceptance == "declined":
        answering.decline(assignment, actor, answer.reason, at=at)
    else:
        answering.set_aside(assignment, actor, answer.reason, at=at)


def _told(whom: str, tale: Tale, at: datetime) -> Told:
    told = Told(
        outcome=tale.outcome,
        text=tale.text,
        what=tale.what,
        happened_on=at.date() - timedelta(days=2),
        figures=tale.figures,
        visibility=tale.visibility,
    )
    return replace(told, evidence=(_handed(whom, tale),)) if tale.evidence else told


def _handed(whom: str, tale: Tale) -> Handed:
    name = next(member.name for member in AFFILIATES if member.code == whom)
    if tale.evidence == "receipt":
        content = receipt(name, "Fund for the families of imprisoned unionists")
        return Handed("receipt.txt", "text/plain", content, tale.evidence_visibility)
    people = int(tale.figures.get("people", 9))
    return Handed(
        "picket.png", "image/png", picture("FREE THE TRADE UNIONISTS", people), tale.evidence_visibility
    )
