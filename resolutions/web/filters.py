"""Small words that templates use on values."""

from datetime import datetime
from zoneinfo import ZoneInfo

import nh3
from flask import Flask
from flask_babel import format_datetime, format_decimal, get_locale
from flask_babel import gettext as _
from markdown import markdown
from markupsafe import Markup

from resolutions.records.assembly import Affiliate, Mandate
from resolutions.rules.merge import settled_words
from resolutions.rules.roles import Office
from resolutions.web import access, wording

TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "a", "blockquote", "code", "h3", "h4", "hr"}


def prose(text: str) -> Markup:
    """Markdown of a person as safe HTML: a small set of tags, links to web and mail only."""
    html = markdown(text or "", extensions=["sane_lists"], output_format="html")
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer nofollow",
    )
    return Markup(clean)  # noqa: S704 - the one place where HTML of a person is let through, after the sanitiser


def country(code: str) -> str:
    """The name of a country in the reader's language."""
    locale = get_locale()
    return str(locale.territories.get(code, code)) if locale is not None else code


def city(zone: str) -> str:
    """The place that a time zone is named after."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def moment(value: datetime, zone: str) -> str:
    """A time as the meeting's place has it: “11 May 2026, 09:00 Geneva” is said with the place's name."""
    local = value.astimezone(ZoneInfo(zone))
    return str(format_datetime(local, "d MMMM y, HH:mm", rebase=False))


def affiliate_name(affiliate: Affiliate | None) -> str:
    """Who moves or joins a text: nobody in public learns the name of an affiliate at risk."""
    if affiliate is None:
        return str(_("the Executive"))
    if affiliate.protected and not access.actor().member:
        return str(_("An affiliate in %(region)s", region=affiliate.region))
    return affiliate.name


def delegate_name(mandate: Mandate) -> str:
    """Who was sent: people at risk are named to those who run the meeting, and to nobody else."""
    reader = access.actor()
    runs = reader.holds(Office.SECRETARIAT) or reader.holds(Office.TELLER) or reader.holds(Office.PRESIDING)
    at_risk = mandate.person.protected or bool(mandate.affiliate and mandate.affiliate.protected)
    if at_risk and not runs and reader.person_id != mandate.person_id:
        return str(_("a delegate at risk"))
    return mandate.person.name


def number(value: int) -> str:
    """A whole number with the reader's separators."""
    return str(format_decimal(value))


def init_app(app: Flask) -> None:
    """Give the filters to the templates."""
    app.add_template_filter(prose)
    app.add_template_filter(country)
    app.add_template_filter(city)
    app.add_template_filter(moment)
    app.add_template_filter(number)
    app.add_template_filter(affiliate_name)
    app.add_template_filter(delegate_name)
    app.add_template_filter(wording.state_word)
    app.add_template_filter(wording.state_tone)
    app.add_template_filter(wording.step_word)
    app.add_template_filter(wording.finding_word)
    app.add_template_filter(wording.mend_word)
    app.add_template_filter(wording.question_word)
    app.add_template_filter(settled_words)
    app.add_template_filter(wording.office_word)
    app.add_template_filter(wording.cell_word)
    app.add_template_filter(wording.choice_word)
    app.add_template_filter(wording.measure_word)
    app.add_template_filter(wording.base_word)
    app.add_template_filter(wording.reason_word)
    app.add_template_filter(wording.rule_word)
    app.add_template_filter(wording.follow_word)
