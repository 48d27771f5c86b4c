"""The states of everything that moves, and the audience of each state."""

from enum import StrEnum


class Kind(StrEnum):
    """What a step is taken on."""

    ROOT = "root"
    BODY = "body"
    MEETING = "meeting"
    PERSON = "person"
    RESOLUTION = "resolution"
    AMENDMENT = "amendment"
    BALLOT = "ballot"
    ACTION = "action"
    ASSIGNMENT = "assignment"
    REPORT = "report"


class MeetingState(StrEnum):
    """A gathering of a body, from the convening letter to the close."""

    CONVENED = "convened"
    OPEN = "open"
    CLOSED = "closed"


class ResolutionState(StrEnum):
    """The life of a text (rulebook 5.1)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    INADMISSIBLE = "inadmissible"
    ADMITTED = "admitted"
    IN_DEBATE = "in_debate"
    VOTING = "voting"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    PUBLISHED = "published"
    IN_FOLLOW_UP = "in_follow_up"
    IMPLEMENTED = "implemented"


class AmendmentState(StrEnum):
    """The life of a proposed change (rulebook 5.2)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ADMISSIBLE = "admissible"
    INADMISSIBLE = "inadmissible"
    WITHDRAWN = "withdrawn"
    IN_VOTE = "in_vote"
    CARRIED = "carried"
    LOST = "lost"
    INCORPORATED = "incorporated"


class BallotState(StrEnum):
    """One question put to the vote (rulebook 5.3)."""

    ANNOUNCED = "announced"
    OPEN = "open"
    CLOSED = "closed"
    DECLARED = "declared"
    VOID = "void"


class ActionState(StrEnum):
    """What a clause asks, from the proposal to its end (rulebook 5.4)."""

    PROPOSED = "proposed"
    ISSUED = "issued"
    DROPPED = "dropped"
    CLOSED = "closed"


class Acceptance(StrEnum):
    """How the one who was asked took the request."""

    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    DECLINED = "declined"
    NOT_APPLICABLE = "not_applicable"


class Work(StrEnum):
    """How far the work is, in the words of the one who does it."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    CANNOT = "cannot"


class Verification(StrEnum):
    """What the secretariat made of the reports."""

    NOTHING = "nothing"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class Audience(StrEnum):
    """Who may read something, from the narrowest circle to everybody."""

    SPONSORS = "sponsors"
    DESK = "desk"
    MEMBERS = "members"
    PUBLIC = "public"


RESOLUTION_AUDIENCE: dict[ResolutionState, Audience] = {
    ResolutionState.DRAFT: Audience.SPONSORS,
    ResolutionState.SUBMITTED: Audience.DESK,
    ResolutionState.INADMISSIBLE: Audience.DESK,
    ResolutionState.WITHDRAWN: Audience.DESK,
    ResolutionState.ADMITTED: Audience.MEMBERS,
    ResolutionState.IN_DEBATE: Audience.MEMBERS,
    ResolutionState.VOTING: Audience.MEMBERS,
    ResolutionState.REJECTED: Audience.MEMBERS,
    ResolutionState.ADOPTED: Audience.MEMBERS,
    ResolutionState.PUBLISHED: Audience.PUBLIC,
    ResolutionState.IN_FOLLOW_UP: Audience.PUBLIC,
    ResolutionState.IMPLEMENTED: Audience.PUBLIC,
}

AMENDMENT_AUDIENCE: dict[AmendmentState, Audience] = {
    AmendmentState.DRAFT: Audience.SPONSORS,
    AmendmentState.SUBMITTED: Audience.MEMBERS,
    AmendmentState.INADMISSIBLE: Audience.DESK,
    AmendmentState.WITHDRAWN: Audience.DESK,
    AmendmentState.ADMISSIBLE: Audience.MEMBERS,
    AmendmentState.IN_VOTE: Audience.MEMBERS,
    AmendmentState.CARRIED: Audience.MEMBERS,
    AmendmentState.LOST: Audience.MEMBERS,
    AmendmentState.INCORPORATED: Audience.MEMBERS,
}

STATES: dict[Kind, type[StrEnum]] = {
    Kind.MEETING: MeetingState,
    Kind.RESOLUTION: ResolutionState,
    Kind.AMENDMENT: AmendmentState,
    Kind.BALLOT: BallotState,
    Kind.ACTION: ActionState,
}
