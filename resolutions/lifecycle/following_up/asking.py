"""Asking: from an operative clause to an action, and from an action to everyone who is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select

from resolutions.lifecycle.following_up.notices import Letter, post
from resolutions.lifecycle.procedure import note, performs, transaction
from resolutions.records.action import Action, Assignment
from resolutions.records.assembly import Affiliate, AffiliateList, Body
from resolutions.records.base import session
from resolutions.records.resolution import Resolution
from resolutions.rules import actions, circles
from resolutions.rules.actions import ActionKind, AddresseeKind, Proposal, TitleCode
from resolutions.rules.circles import EVERYBODY, Circle, CircleRule
from resolutions.rules.clauses import ClauseKind
from resolutions.rules.errors import Inadmissible, OutOfOrder
from resolutions.rules.roles import Actor
from resolutions.rules.standing_orders.orders import StandingOrders
from resolutions.rules.states import ResolutionState
from resolutions.rules.steps import FOLLOWED, Step

ADDRESSEES = (AddresseeKind.AFFILIATES, AddresseeKind.EXECUTIVE, AddresseeKind.SECRETARIAT)


@dataclass(frozen=True)
class Request:
    """What is asked, of whom, by when, in the words of the secretariat."""

    clause_id: str
    title: str
    addressee: str
    menu: tuple[str, ...] = ()
    instructions: str = ""
    towards: str = ""
    circle: Circle = EVERYBODY
    due_on: date | None = None


def check_request(resolution: Resolution, request: Request) -> None:
    """Refuse a request without a title, of nobody we know, outside the menu, or of a clause that decides nothing."""
    if not request.title.strip():
        raise Inadmissible("an_action_needs_a_title")
    if request.addressee not in ADDRESSEES:
        raise Inadmissible("an_action_needs_an_addressee")
    if unknown := [kind for kind in request.menu if kind not in tuple(ActionKind)]:
        raise Inadmissible("not_on_the_menu", what=unknown[0])
    operative = {clause.id for clause in resolution.revision.text if clause.kind is ClauseKind.OPERATIVE}
    if request.clause_id not in operative:
        raise Inadmissible("only_an_operative_clause_asks")


def _write(action: Action, request: Request) -> None:
    check_request(action.resolution, request)
    action.clause_id = request.clause_id
    action.title = request.title.strip()
    action.instructions = request.instructions.strip()
    action.menu = list(request.menu)
    action.addressee = request.addressee
    action.towards = request.towards.strip()
    action.audience = circles.as_data(request.circle)
    action.due_on = request.due_on
    note(
        clause=action.clause_id,
        title=action.title,
        addressee=action.addressee,
        audience=action.audience,
        due_on=action.due_on.isoformat() if action.due_on else None,
    )


@performs(Step.PROPOSE_ACTION)
def propose_action(resolution: Resolution, actor: Actor, request: Request, *, at: datetime) -> Action:
    """Propose an action that a clause asks for; nobody is asked before it is issued."""
    check_request(resolution, request)
    action = Action(resolution=resolution)
    _write(action, request)
    session().add(action)
    return action


def _own_names(enacting: str) -> tuple[str, ...]:
    """How a text may name our own federation: as a body, as the enacting line does, or without the body's word."""
    bodies = session().scalars(select(Body.name)).all()
    return (*bodies, *(name for line in (enacting, *bodies) for name in (line, line.rpartition(" ")[0])))


def suggested(resolution: Resolution) -> tuple[Proposal, ...]:
    """What the clauses themselves ask for, as far as the rules can read it, without what was proposed already."""
    found = actions.propose_actions(
        resolution.revision.text, resolution.meeting.body.name, _own_names(resolution.revision.enacting)
    )
    asked = select(Action.clause_id, Action.addressee, Action.towards).where(
        Action.resolution_id == resolution.id
    )
    taken = {tuple(row) for row in session().execute(asked)}
    return tuple(p for p in found if (p.clause, p.owner.value, p.towards) not in taken)


def propose_actions(
    resolution: Resolution, actor: Actor, titles: Mapping[TitleCode, str], *, at: datetime
) -> Sequence[Action]:
    """Propose everything that the clauses ask for, all or nothing; `titles` says each kind of request in words."""
    orders = StandingOrders.from_parameters(resolution.meeting.standing_orders.parameters)
    with transaction():
        return [
            propose_action(
                resolution,
                actor,
                Request(
                    clause_id=proposal.clause,
                    title=titles[proposal.title_code],
                    addressee=proposal.owner.value,
                    menu=tuple(kind.value for kind in proposal.menu),
                    towards=proposal.towards,
                    due_on=at.date() + timedelta(days=min(proposal.due_days, orders.follow_due_days)),
                ),
                at=at,
            )
            for proposal in suggested(resolution)
        ]


@performs(Step.EDIT_ACTION)
def edit_action(action: Action, actor: Actor, request: Request, *, at: datetime) -> Action:
    """Change what a proposed action says, whom it asks and by when."""
    _write(action, request)
    return action


@performs(Step.DROP_ACTION)
def drop_action(action: Action, actor: Actor, reason: str, *, at: datetime) -> Action:
    """Put a proposal aside, with the reason why nothing is asked."""
    if not reason.strip():
        raise Inadmissible("a_dropped_action_needs_a_reason")
    action.ruling = reason.strip()
    note(reason=action.ruling)
    return action


def circle_of(circle: Circle) -> tuple[Affiliate, ...]:
    """The affiliates that a circle takes in today."""
    listed: list[str] = []
    if circle.rule is CircleRule.LIST:
        chosen = session().get(AffiliateList, int(circle.values[0]) if circle.values[0].isdigit() else 0)
        if chosen is None:
            raise Inadmissible("no_such_circle", rule=circle.rule.value)
        listed = chosen.codes
    return circles.meant(circle, session().scalars(select(Affiliate)), listed)


@performs(Step.BEGIN_FOLLOW_UP)
def begin_follow_up(resolution: Resolution, actor: Actor, *, at: datetime) -> Resolution:
    """The first action went out: the text is in follow-up."""
    return resolution


def _assign(action: Action, affiliate: Affiliate | None, due_on: date) -> Assignment:
    """One row of the frozen list: country, region, sectors and members stay as they are today."""
    if affiliate is None:
        return Assignment(
            action=action, office=action.addressee, sectors=[], original_due_on=due_on, due_on=due_on
        )
    return Assignment(
        action=action,
        affiliate=affiliate,
        country=affiliate.country,
        region=affiliate.region,
        sectors=list(affiliate.sectors),
        members=affiliate.members_paid,
        original_due_on=due_on,
        due_on=due_on,
    )


def _due(action: Action, today: date) -> date:
    if action.due_on is None:
        raise Inadmissible("an_action_needs_a_due_date")
    if action.due_on < today:
        raise Inadmissible("the_due_date_has_passed", day=action.due_on.isoformat())
    return action.due_on


@performs(Step.ISSUE_ACTION)
def issue_action(action: Action, actor: Actor, letter: Letter | None = None, *, at: datetime) -> Action:
    """Ask everyone in the circle, as it is today, once: one row each, one letter each, or nothing at all."""
    resolution = action.resolution
    session().refresh(resolution, ["state", "version"], with_for_update=True)
    if resolution.state not in FOLLOWED:
        raise OutOfOrder("the_text_is_not_in_follow_up", state=str(resolution.state))
    due_on = _due(action, at.date())
    asked: Sequence[Affiliate | None] = [None]
    if action.addressee == AddresseeKind.AFFILIATES:
        chosen = circle_of(circles.circle_from(action.audience))
        if not chosen:
            raise Inadmissible("nobody_is_in_the_circle")
        asked, action.expanded_hash = chosen, circles.list_hash(chosen)
    action.as_of, action.issued_at = at.date(), at
    rows = [_assign(action, affiliate, due_on) for affiliate in asked]
    session().add_all(rows)
    session().flush()
    letters = sum(post(row, letter, at) for row in rows)
    note(
        assignments=len(rows),
        letters=letters,
        list_hash=action.expanded_hash,
        as_of=action.as_of.isoformat(),
        due_on=due_on.isoformat(),
    )
    if resolution.state == ResolutionState.PUBLISHED:
        begin_follow_up(resolution, actor, at=at)
    return action
