"""From codes to sentences: what a refusal says with its mend, how states and steps are called."""

from collections.abc import Mapping
from typing import Any

from flask_babel import LazyString
from flask_babel import gettext as _

from resolutions.rules.admissibility import Finding
from resolutions.rules.errors import RuleError
from resolutions.rules.steps import Step
from resolutions.web.words import (
    account,
    admitting,
    amending,
    convening,
    drafting,
    following_up,
    general,
    offices,
    states,
    steps,
    voting,
)

REFUSALS: dict[str, LazyString] = {}
for subject in (general, account, convening, drafting, admitting, amending, voting, following_up):
    REFUSALS |= subject.REFUSALS


def _said(value: Any) -> Any:
    known = states.WORDS_BY_VALUE.get(str(value)) or steps.WORDS_BY_VALUE.get(str(value))
    return str(known) if known is not None else value


def sentence(error: RuleError) -> str:
    """What happened and how to mend it, in the reader's language."""
    return refusal_sentence(error.code, error.facts)


def refusal_sentence(code: str, facts: Mapping[str, Any]) -> str:
    """The sentence for a code and its facts; states and steps among the facts are put in words."""
    if code not in REFUSALS:
        unknown = _(
            "This step was refused (%(code)s). Load the page again and see what is open now.", code=code
        )
        return str(unknown)
    words = str(REFUSALS[code])
    return words % {name: _said(value) for name, value in facts.items()}


def state_word(value: str, kind: str) -> str:
    """How a state is called: `'in_debate'|state_word('resolution')`."""
    return str(states.WORDS[kind][str(value)])


def state_tone(value: str, kind: str) -> str:
    """The tone a state is shown in: good, warn, bad, accent or quiet."""
    return states.TONES.get((kind, str(value)), "accent")


def step_word(step: Step | str) -> str:
    """How a step is called on a button: `'open_ballot'|step_word`."""
    return str(steps.WORDS[Step(step)])


def finding_word(code: str) -> str:
    """What was looked at: `finding.code|finding_word`."""
    return str(drafting.FINDINGS[str(code)])


def mend_word(finding: Finding) -> str:
    """What would put a finding right."""
    words = str(drafting.MENDS[str(finding.mend)])
    return words % dict(finding.facts)


def question_word(test: str) -> str:
    """The question that an emergency text answers in writing."""
    return str(drafting.QUESTIONS[str(test)])


def choice_word(choice: str) -> str:
    """How a choice is called: `'for'|choice_word`."""
    return str(voting.CHOICES[str(choice)])


def measure_word(measure: str) -> str:
    """What was counted: votes, organisations, people."""
    return str(voting.MEASURES[str(measure)])


def base_word(base: str) -> str:
    """Of what a majority or a quorum is a share."""
    return str(voting.BASES[str(base)])


def reason_word(reason: str) -> str:
    """Why a ballot came to its outcome."""
    return str(voting.REASONS[str(reason)])


def rule_word(line: Mapping[str, Any]) -> str:
    """A majority or quorum as a sentence: “more than 1/2 of the votes for and against”."""
    share = f"{line['numerator']}/{line['denominator']}"
    base = base_word(line.get("base") or line["over"])
    if line["strict"]:
        return str(_("more than %(share)s of %(base)s", share=share, base=base))
    return str(_("at least %(share)s of %(base)s", share=share, base=base))


def follow_word(value: str, kind: str) -> str:
    """How kinds of action, figures, circles and the like are called: `'letter'|follow_word('kind')`."""
    return str(following_up.WORDS[kind][value])


def office_word(office: str) -> str:
    """How an office is called."""
    return str(offices.WORDS[str(office)])


def cell_word(code: str) -> str:
    """What is wrong with a cell of a spreadsheet."""
    return str(convening.CELLS[str(code)])
