"""The form in which the secretariat says what is asked, of whom and by when."""

from typing import Any

from babel import Locale
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from sqlalchemy import select
from wtforms import (
    DateField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    widgets,
)
from wtforms.validators import InputRequired, Length, Optional

from resolutions.lifecycle.following_up.asking import Request
from resolutions.records.action import Action
from resolutions.records.assembly import Affiliate
from resolutions.records.base import session
from resolutions.records.register.follow_up import lists
from resolutions.records.resolution import Resolution
from resolutions.rules.circles import EVERYBODY, Circle, CircleRule, circle_from
from resolutions.rules.clauses import ClauseKind, labelled
from resolutions.web.forms.choices import choices
from resolutions.web.words.following_up import ADDRESSEES, CIRCLES, KINDS

Choices = list[Any]


class Ticks(SelectMultipleField):
    """Several of a list, as boxes to tick."""

    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.CheckboxInput()


class ActionForm(FlaskForm):  # type: ignore[misc]
    """What is asked: every field of a proposal."""

    clause_id = SelectField(_l("The clause it comes from"), validators=[InputRequired()])
    title = StringField(
        _l("What is asked, in one line"),
        validators=[
            InputRequired(_l("Give the action a title: one line that says what is asked.")),
            Length(max=200),
        ],
    )
    instructions = TextAreaField(
        _l("What counts as done, and how to go about it"), validators=[Length(max=4000)]
    )
    addressee = RadioField(_l("Who is asked"), validators=[InputRequired()])
    towards = StringField(_l("Towards which outside body"), validators=[Length(max=200)])
    menu = Ticks(_l("Kinds of action to choose from"))
    due_on = DateField(_l("Due on"), validators=[Optional()])
    rule = RadioField(_l("Which affiliates"), default=CircleRule.ALL.value)
    regions = Ticks(_l("Regions"))
    sectors = Ticks(_l("Sectors"))
    countries = SelectMultipleField(_l("Countries"))
    list_id = SelectField(_l("List"), default="")

    def offer(self, resolution: Resolution) -> "ActionForm":
        """Fill in what can be chosen, from the text and from the affiliates as they are."""
        self.clause_id.choices = _clauses(resolution)
        self.addressee.choices = choices(ADDRESSEES)
        self.menu.choices = choices(KINDS)
        self.rule.choices = choices(CIRCLES)
        rows = session().execute(select(Affiliate.region, Affiliate.country, Affiliate.sectors)).all()
        self.regions.choices = choices((name, name) for name in sorted({row.region for row in rows}))
        self.sectors.choices = choices(
            (name, name) for name in sorted({sector for row in rows for sector in row.sectors})
        )
        self.countries.choices = _countries({row.country for row in rows})
        self.list_id.choices = choices([("", "–"), *((str(each.id), each.name) for each in lists())])
        return self

    @property
    def circle(self) -> Circle:
        """The circle as chosen."""
        if self.addressee.data != "affiliates":
            return EVERYBODY
        rule = CircleRule(self.rule.data)
        values = {
            CircleRule.ALL: (),
            CircleRule.REGION: tuple(self.regions.data or ()),
            CircleRule.SECTOR: tuple(self.sectors.data or ()),
            CircleRule.COUNTRY_IN: tuple(self.countries.data or ()),
            CircleRule.COUNTRY_NOT_IN: tuple(self.countries.data or ()),
            CircleRule.LIST: (self.list_id.data,) if self.list_id.data else (),
        }
        return Circle(rule, values[rule])

    @property
    def asked(self) -> Request:
        """The request as written."""
        return Request(
            clause_id=self.clause_id.data,
            title=self.title.data or "",
            addressee=self.addressee.data,
            menu=tuple(self.menu.data or ()),
            instructions=self.instructions.data or "",
            towards=self.towards.data or "",
            circle=self.circle,
            due_on=self.due_on.data,
        )


def _clauses(resolution: Resolution) -> Choices:
    operative = [c for c in labelled(resolution.revision.text) if c.kind is ClauseKind.OPERATIVE]
    return choices((c.id, f"{c.label}. {c.text[:90]}" + ("…" if len(c.text) > 90 else "")) for c in operative)


def _countries(codes: set[str]) -> Choices:
    names = (get_locale() or Locale("en")).territories
    named = ((code, str(names.get(code, code))) for code in codes)
    return choices(sorted(named, key=lambda choice: choice[1]))


def values_of(action: Action) -> dict[str, object]:
    """What the form shows of an action as it stands."""
    circle = circle_from(action.audience)
    chosen = list(circle.values)
    countries = circle.rule in (CircleRule.COUNTRY_IN, CircleRule.COUNTRY_NOT_IN)
    return {
        "clause_id": action.clause_id,
        "title": action.title,
        "instructions": action.instructions,
        "addressee": action.addressee,
        "towards": action.towards,
        "menu": action.menu,
        "due_on": action.due_on,
        "rule": circle.rule.value,
        "regions": chosen if circle.rule is CircleRule.REGION else [],
        "sectors": chosen if circle.rule is CircleRule.SECTOR else [],
        "countries": chosen if countries else [],
        "list_id": chosen[0] if circle.rule is CircleRule.LIST else "",
    }
