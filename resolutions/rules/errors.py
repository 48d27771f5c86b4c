"""How a rule says no: a code and the facts behind it, never a sentence."""


class RuleError(Exception):
    """A rule refused; `code` names the refusal, `facts` are the values a sentence about it needs."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class NotPermitted(RuleError):
    """The actor does not hold the office that this step asks for."""


class NotFound(RuleError):
    """There is no such thing, or it is not for this reader to know that there is."""


class OutOfOrder(RuleError):
    """The step is known, but not open in the present state."""


class Conflict(RuleError):
    """Someone else took this step, or changed this thing, before."""


class Inadmissible(RuleError):
    """What was handed in breaks a rule; the facts say which and where."""
