"""Looking: the board, and one action with everyone who was asked."""

from datetime import UTC, datetime
from typing import Any

from flask import render_template, request

from resolutions.lifecycle.following_up import asking
from resolutions.records.action import Action
from resolutions.records.register import assignments, follow_up
from resolutions.records.register.assignments import PAGE, Sought, facts_of
from resolutions.rules.circles import circle_from
from resolutions.rules.clauses import Clause, labelled
from resolutions.rules.errors import Inadmissible
from resolutions.rules.progress import overdue
from resolutions.rules.roles import Office
from resolutions.rules.states import Acceptance, ActionState, Verification, Work
from resolutions.rules.steps import open_steps
from resolutions.web.access import actor, office
from resolutions.web.actions import bp
from resolutions.web.keys import whole

HEADQUARTERS = (Office.SECRETARIAT, Office.GENERAL_SECRETARY, Office.EXECUTIVE)


@bp.get("/")
@office(*HEADQUARTERS)
def board() -> str:
    """What slips, where and why."""
    return render_template(
        "actions/board.html",
        board=follow_up.board(datetime.now(UTC).date()),
        undecided=assignments.undecided(),
    )


def clause_of(action: Action) -> Clause | None:
    """The clause that asks, with its number."""
    clauses = labelled(action.resolution.revision.text)
    return next((clause for clause in clauses if clause.id == action.clause_id), None)


def _preview(action: Action) -> dict[str, Any]:
    """Whom a proposal would ask today."""
    if action.state != ActionState.PROPOSED or action.addressee != "affiliates":
        return {"chosen": None}
    try:
        return {"chosen": asking.circle_of(circle_from(action.audience))}
    except Inadmissible:
        return {"chosen": ()}


def page_of(action: Action, **more: Any) -> str:
    """The page of one action; `more` brings a refusal and what was typed."""
    sought = Sought(
        verification=request.args.get("verification", ""),
        work=request.args.get("work", ""),
        acceptance=request.args.get("acceptance", ""),
        region=request.args.get("region", ""),
        page=request.args.get("page", 1, type=whole),
    )
    listed, total = assignments.of_action(action, sought)
    today = datetime.now(UTC).date()
    return render_template(
        "actions/show.html",
        row=follow_up.measured(action, today),
        clause=clause_of(action),
        steps=open_steps(action, actor()),
        listed=[(each, overdue(facts_of(each), today)) for each in listed],
        total=total,
        pages=-(-total // PAGE),
        sought=sought,
        filters={"acceptance": Acceptance, "work": Work, "verification": Verification},
        **_preview(action),
        **more,
    )


@bp.get("/<int:action_id>")
@office(*HEADQUARTERS)
def show(action_id: int) -> str:
    """One action: what is asked, of whom, and how each of them stands."""
    return page_of(follow_up.action_by_id(action_id))
