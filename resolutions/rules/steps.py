"""THE TABLE: every step, from which state to which, and who may take it."""

from enum import StrEnum
from typing import Any, NamedTuple

from resolutions.rules import roles
from resolutions.rules.errors import NotPermitted, OutOfOrder, RuleError
from resolutions.rules.roles import Actor, Predicate
from resolutions.rules.states import (
    Acceptance,
    ActionState,
    AmendmentState,
    BallotState,
    Kind,
    MeetingState,
    ResolutionState,
    Verification,
)


class Step(StrEnum):
    """Everything that can happen, as an imperative."""

    FOUND_BODY = "found_body"
    ADOPT_STANDING_ORDERS = "adopt_standing_orders"
    CONVENE_MEETING = "convene_meeting"
    OPEN_MEETING = "open_meeting"
    CLOSE_MEETING = "close_meeting"
    IMPORT_AFFILIATES = "import_affiliates"
    LIST_AFFILIATES = "list_affiliates"
    ENTER_PERSON = "enter_person"
    APPOINT = "appoint"
    ACCREDIT = "accredit"
    CHECK_IN = "check_in"

    DRAFT_RESOLUTION = "draft_resolution"
    CORRECT_TEXT = "correct_text"
    ASK_CO_SPONSOR = "ask_co_sponsor"
    CO_SPONSOR = "co_sponsor"
    SUBMIT_RESOLUTION = "submit_resolution"
    WITHDRAW_RESOLUTION = "withdraw_resolution"

    ADMIT_RESOLUTION = "admit_resolution"
    RETURN_RESOLUTION = "return_resolution"
    RULE_INADMISSIBLE = "rule_inadmissible"

    DRAFT_AMENDMENT = "draft_amendment"
    CORRECT_AMENDMENT = "correct_amendment"
    SUBMIT_AMENDMENT = "submit_amendment"
    SUPPORT_AMENDMENT = "support_amendment"
    WITHDRAW_AMENDMENT = "withdraw_amendment"
    ADMIT_AMENDMENT = "admit_amendment"
    REFUSE_AMENDMENT = "refuse_amendment"
    OPEN_DEBATE = "open_debate"
    SETTLE_CONFLICT = "settle_conflict"
    CONSOLIDATE_TEXT = "consolidate_text"
    INCORPORATE_AMENDMENT = "incorporate_amendment"

    ANNOUNCE_BALLOT = "announce_ballot"
    OPEN_BALLOT = "open_ballot"
    CAST_VOTE = "cast_vote"
    ENTER_HANDS = "enter_hands"
    CLOSE_BALLOT = "close_ballot"
    DECLARE_BALLOT = "declare_ballot"
    VOID_BALLOT = "void_ballot"
    PUT_AMENDMENT = "put_amendment"
    DECIDE_AMENDMENT = "decide_amendment"
    RELEASE_AMENDMENT = "release_amendment"
    DECIDE_RESOLUTION = "decide_resolution"

    PUBLISH_TEXT = "publish_text"

    PROPOSE_ACTION = "propose_action"
    EDIT_ACTION = "edit_action"
    DROP_ACTION = "drop_action"
    ISSUE_ACTION = "issue_action"
    CLOSE_ACTION = "close_action"
    BEGIN_FOLLOW_UP = "begin_follow_up"
    ACKNOWLEDGE = "acknowledge"
    DECLINE = "decline"
    SET_ASIDE = "set_aside"
    REPORT = "report"
    ACCEPT_REPORT = "accept_report"
    RETURN_REPORT = "return_report"
    CLOSE_FOLLOW_UP = "close_follow_up"

    REQUEST_LINK = "request_link"
    SIGN_IN = "sign_in"
    SET_PASSWORD = "set_password"  # noqa: S105 - the name of a step
    CHOOSE_LANGUAGE = "choose_language"


class Row(NamedTuple):
    """One line of the table.

    `frm` are the states of the subject in which the step is open (empty: it has none). `to` are the states it
    may end in (empty: it stays). `facet` is the column that moves. `makes` is what comes into being.
    """

    step: Step
    of: Kind
    frm: tuple[StrEnum, ...]
    to: tuple[StrEnum, ...]
    by: Predicate
    facet: str = "state"
    makes: tuple[Kind, StrEnum | None] | None = None


R, A, B, M, X = ResolutionState, AmendmentState, BallotState, MeetingState, ActionState
AT_WORK = (M.CONVENED, M.OPEN)
FOLLOWED = (R.PUBLISHED, R.IN_FOLLOW_UP)
V = Verification
desk = roles.committee | roles.secretariat
judge = roles.secretariat & roles.not_reporter
headquarters = roles.executive | roles.secretariat

ROWS: tuple[Row, ...] = (
    # convening
    Row(Step.FOUND_BODY, Kind.ROOT, (), (), roles.secretariat, makes=(Kind.BODY, None)),
    Row(Step.ADOPT_STANDING_ORDERS, Kind.BODY, (), (), roles.secretariat),
    Row(Step.CONVENE_MEETING, Kind.BODY, (), (), roles.secretariat, makes=(Kind.MEETING, M.CONVENED)),
    Row(Step.OPEN_MEETING, Kind.MEETING, (M.CONVENED,), (M.OPEN,), roles.presiding | roles.secretariat),
    Row(Step.CLOSE_MEETING, Kind.MEETING, (M.OPEN,), (M.CLOSED,), roles.presiding | roles.secretariat),
    Row(Step.IMPORT_AFFILIATES, Kind.ROOT, (), (), roles.secretariat),
    Row(Step.LIST_AFFILIATES, Kind.ROOT, (), (), roles.secretariat),
    Row(Step.ENTER_PERSON, Kind.ROOT, (), (), roles.secretariat, makes=(Kind.PERSON, None)),
    Row(Step.APPOINT, Kind.PERSON, (), (), roles.secretariat),
    Row(Step.ACCREDIT, Kind.MEETING, AT_WORK, (), roles.secretariat),
    Row(Step.CHECK_IN, Kind.MEETING, AT_WORK, (), roles.secretariat | roles.teller),
    # drafting
    Row(
        Step.DRAFT_RESOLUTION,
        Kind.MEETING,
        AT_WORK,
        (),
        roles.delegate | roles.submitter | roles.secretariat,
        makes=(Kind.RESOLUTION, R.DRAFT),
    ),
    Row(Step.CORRECT_TEXT, Kind.RESOLUTION, (R.DRAFT,), (), roles.sponsor),
    Row(Step.ASK_CO_SPONSOR, Kind.RESOLUTION, (R.DRAFT,), (), roles.sponsor),
    Row(Step.CO_SPONSOR, Kind.RESOLUTION, (R.DRAFT, R.SUBMITTED), (), roles.asked_affiliate),
    Row(Step.SUBMIT_RESOLUTION, Kind.RESOLUTION, (R.DRAFT,), (R.SUBMITTED,), roles.sponsor),
    Row(
        Step.WITHDRAW_RESOLUTION,
        Kind.RESOLUTION,
        (R.DRAFT, R.SUBMITTED, R.ADMITTED),
        (R.WITHDRAWN,),
        roles.sponsor,
    ),
    # admitting
    Row(Step.ADMIT_RESOLUTION, Kind.RESOLUTION, (R.SUBMITTED,), (R.ADMITTED,), roles.committee),
    Row(Step.RETURN_RESOLUTION, Kind.RESOLUTION, (R.SUBMITTED,), (R.DRAFT,), roles.committee),
    Row(Step.RULE_INADMISSIBLE, Kind.RESOLUTION, (R.SUBMITTED,), (R.INADMISSIBLE,), roles.committee),
    # amending
    Row(
        Step.DRAFT_AMENDMENT,
        Kind.RESOLUTION,
        (R.ADMITTED,),
        (),
        roles.delegate,
        makes=(Kind.AMENDMENT, A.DRAFT),
    ),
    Row(Step.CORRECT_AMENDMENT, Kind.AMENDMENT, (A.DRAFT,), (), roles.mover),
    Row(Step.SUBMIT_AMENDMENT, Kind.AMENDMENT, (A.DRAFT,), (A.SUBMITTED,), roles.mover),
    Row(Step.SUPPORT_AMENDMENT, Kind.AMENDMENT, (A.SUBMITTED,), (), roles.delegate),
    Row(
        Step.WITHDRAW_AMENDMENT,
        Kind.AMENDMENT,
        (A.DRAFT, A.SUBMITTED, A.ADMISSIBLE),
        (A.WITHDRAWN,),
        roles.mover,
    ),
    Row(Step.ADMIT_AMENDMENT, Kind.AMENDMENT, (A.SUBMITTED,), (A.ADMISSIBLE,), roles.committee),
    Row(Step.REFUSE_AMENDMENT, Kind.AMENDMENT, (A.SUBMITTED,), (A.INADMISSIBLE,), roles.committee),
    Row(Step.OPEN_DEBATE, Kind.RESOLUTION, (R.ADMITTED,), (R.IN_DEBATE,), roles.presiding),
    Row(Step.SETTLE_CONFLICT, Kind.RESOLUTION, (R.ADMITTED, R.IN_DEBATE), (), desk),
    Row(Step.CONSOLIDATE_TEXT, Kind.RESOLUTION, (R.IN_DEBATE,), (R.VOTING,), desk),
    Row(Step.INCORPORATE_AMENDMENT, Kind.AMENDMENT, (A.CARRIED,), (A.INCORPORATED,), roles.consequence),
    # voting
    Row(
        Step.ANNOUNCE_BALLOT,
        Kind.RESOLUTION,
        (R.IN_DEBATE, R.VOTING),
        (),
        roles.presiding,
        makes=(Kind.BALLOT, B.ANNOUNCED),
    ),
    Row(Step.OPEN_BALLOT, Kind.BALLOT, (B.ANNOUNCED,), (B.OPEN,), roles.presiding),
    Row(Step.CAST_VOTE, Kind.BALLOT, (B.OPEN,), (), roles.voter),
    Row(Step.ENTER_HANDS, Kind.BALLOT, (B.OPEN,), (), roles.teller),
    Row(Step.CLOSE_BALLOT, Kind.BALLOT, (B.OPEN,), (B.CLOSED,), roles.presiding),
    Row(Step.DECLARE_BALLOT, Kind.BALLOT, (B.CLOSED,), (B.DECLARED,), roles.presiding),
    Row(Step.VOID_BALLOT, Kind.BALLOT, (B.ANNOUNCED, B.OPEN, B.CLOSED), (B.VOID,), roles.presiding),
    Row(Step.PUT_AMENDMENT, Kind.AMENDMENT, (A.ADMISSIBLE,), (A.IN_VOTE,), roles.consequence),
    Row(
        Step.DECIDE_AMENDMENT,
        Kind.AMENDMENT,
        (A.IN_VOTE,),
        (A.CARRIED, A.LOST, A.ADMISSIBLE),
        roles.consequence,
    ),
    Row(Step.RELEASE_AMENDMENT, Kind.AMENDMENT, (A.IN_VOTE,), (A.ADMISSIBLE,), roles.consequence),
    Row(
        Step.DECIDE_RESOLUTION,
        Kind.RESOLUTION,
        (R.VOTING,),
        (R.ADOPTED, R.REJECTED, R.VOTING),
        roles.consequence,
    ),
    # adopting
    Row(Step.PUBLISH_TEXT, Kind.RESOLUTION, (R.ADOPTED,), (R.PUBLISHED,), roles.secretariat),
    # following up
    Row(
        Step.PROPOSE_ACTION,
        Kind.RESOLUTION,
        FOLLOWED,
        (),
        roles.secretariat,
        makes=(Kind.ACTION, X.PROPOSED),
    ),
    Row(Step.EDIT_ACTION, Kind.ACTION, (X.PROPOSED,), (), roles.secretariat),
    Row(Step.DROP_ACTION, Kind.ACTION, (X.PROPOSED,), (X.DROPPED,), roles.secretariat),
    Row(Step.ISSUE_ACTION, Kind.ACTION, (X.PROPOSED,), (X.ISSUED,), roles.secretariat),
    Row(Step.CLOSE_ACTION, Kind.ACTION, (X.ISSUED,), (X.CLOSED,), roles.secretariat),
    Row(Step.BEGIN_FOLLOW_UP, Kind.RESOLUTION, (R.PUBLISHED,), (R.IN_FOLLOW_UP,), roles.consequence),
    Row(
        Step.ACKNOWLEDGE,
        Kind.ASSIGNMENT,
        (Acceptance.SENT,),
        (Acceptance.ACKNOWLEDGED,),
        roles.addressee,
        facet="acceptance",
    ),
    Row(
        Step.DECLINE,
        Kind.ASSIGNMENT,
        (Acceptance.SENT, Acceptance.ACKNOWLEDGED),
        (Acceptance.DECLINED,),
        roles.addressee,
        facet="acceptance",
    ),
    Row(
        Step.SET_ASIDE,
        Kind.ASSIGNMENT,
        (Acceptance.SENT, Acceptance.ACKNOWLEDGED, Acceptance.DECLINED),
        (Acceptance.NOT_APPLICABLE,),
        roles.addressee | roles.secretariat,
        facet="acceptance",
    ),
    Row(
        Step.REPORT,
        Kind.ASSIGNMENT,
        tuple(Verification),
        (Verification.SUBMITTED,),
        roles.addressee | roles.secretariat,
        facet="verification",
    ),
    Row(Step.ACCEPT_REPORT, Kind.ASSIGNMENT, (V.SUBMITTED,), (V.ACCEPTED,), judge, facet="verification"),
    Row(Step.RETURN_REPORT, Kind.ASSIGNMENT, (V.SUBMITTED,), (V.RETURNED,), judge, facet="verification"),
    Row(Step.CLOSE_FOLLOW_UP, Kind.RESOLUTION, (R.IN_FOLLOW_UP,), (R.IMPLEMENTED,), headquarters),
    # signing in
    Row(Step.REQUEST_LINK, Kind.ROOT, (), (), roles.anyone),
    Row(Step.SIGN_IN, Kind.PERSON, (), (), roles.anyone),
    Row(Step.SET_PASSWORD, Kind.PERSON, (), (), roles.oneself),
    Row(Step.CHOOSE_LANGUAGE, Kind.PERSON, (), (), roles.oneself),
)

TABLE: dict[Step, Row] = {row.step: row for row in ROWS}


def refusal(step: Step, subject: Any, actor: Actor, *, follows: bool = False) -> RuleError | None:
    """Why the actor may not take the step on the subject now, or None; `follows` says it is a consequence."""
    row = TABLE[step]
    permitted = follows if row.by is roles.consequence else row.by(actor, subject)
    if not permitted:
        return NotPermitted("not_permitted", step=step.value, by=row.by.name)
    if row.frm and (state := getattr(subject, row.facet)) not in row.frm:
        return OutOfOrder("out_of_order", step=step.value, state=str(state), kind=row.of.value)
    return None


def open_steps(subject: Any, actor: Actor) -> tuple[Step, ...]:
    """The steps that the actor could take on the subject now; pages offer these and no others."""
    return tuple(
        row.step for row in ROWS if row.of == subject.kind and refusal(row.step, subject, actor) is None
    )
