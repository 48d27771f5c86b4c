"""The form in which an affiliate says how it went."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import MultipleFileField
from wtforms import (
    DateField,
    Field,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from resolutions.lifecycle.following_up.answering import Handed, Told
from resolutions.records.action import Assignment
from resolutions.rules.actions import COUNTED, ActionKind, Countable
from resolutions.rules.reporting import LARGEST_FIGURE, LONGEST, SHORTEST, Visibility
from resolutions.web import uploads
from resolutions.web.forms.choices import choices
from resolutions.web.words.following_up import COUNTABLES, KINDS, OUTCOMES, VISIBILITIES

FIGURE = "figure_"


class ReportForm(FlaskForm):  # type: ignore[misc]
    """Three big choices, one text, and what may be added."""

    outcome = RadioField(_l("Where are you?"), choices=choices(OUTCOMES), validators=[InputRequired()])
    text = TextAreaField(
        _l("What happened?"),
        validators=[
            InputRequired(_l("Write what happened, in a few words.")),
            Length(SHORTEST, LONGEST, _l("Write between %(min)d and %(max)d characters.")),
        ],
    )
    what = SelectField(_l("Kind of action"), default="")
    happened_on = DateField(_l("On which day"), validators=[Optional()])
    files = MultipleFileField(_l("Photographs or documents"))
    visibility = RadioField(
        _l("Who may read this report?"),
        choices=choices(VISIBILITIES),
        default=Visibility.SECRETARIAT.value,
    )
    file_visibility = SelectField(
        _l("Who may open the files?"),
        choices=choices(VISIBILITIES),
        default=Visibility.SECRETARIAT.value,
    )
    currency = StringField(_l("Currency, in three letters"), validators=[Optional(), Length(3, 3)])

    def offer(self, assignment: Assignment) -> "ReportForm":
        """Fill in what can be chosen for this action."""
        kinds = [(kind, str(KINDS[kind])) for kind in assignment.action.menu or list(KINDS)]
        self.what.choices = choices([("", "–"), *kinds])
        return self

    @property
    def figures(self) -> list[Field]:
        """The fields for what is counted in the kinds of action that were asked for."""
        return [field for field in self if field.name.startswith(FIGURE)]

    @property
    def counted(self) -> dict[str, Any]:
        """What was counted, without the fields left empty."""
        given = {f.name.removeprefix(FIGURE): f.data for f in self.figures if f.data is not None}
        return given | ({"currency": self.currency.data or ""} if Countable.AMOUNT in given else {})

    def told(self) -> Told:
        """The report as written, its files made safe."""
        files = uploads.all_admitted(self.files.data or [])
        return Told(
            outcome=self.outcome.data,
            text=self.text.data or "",
            what=self.what.data or "",
            happened_on=self.happened_on.data,
            figures=self.counted,
            visibility=self.visibility.data,
            evidence=tuple(Handed(*file, visibility=self.file_visibility.data) for file in files),
        )


def report_form(assignment: Assignment) -> ReportForm:
    """The form for one assignment, with a field for everything that can be counted in it."""
    wanted = {countable for kind in assignment.action.menu for countable in COUNTED.get(ActionKind(kind), ())}
    fields = {
        f"{FIGURE}{countable.value}": IntegerField(
            COUNTABLES[countable], validators=[Optional(), NumberRange(0, LARGEST_FIGURE)]
        )
        for countable in Countable
        if countable in wanted
    }
    made: ReportForm = type("ReportForm", (ReportForm,), fields)()
    if Countable.AMOUNT not in wanted:
        del made.currency
    return made.offer(assignment)
