"""Which language a reader gets: the one chosen, else the person's own, else what the browser asks for."""

from flask import Flask, current_app, g, request, session
from flask_babel import Babel, get_locale
from flask_login import current_user

babel = Babel()


def choose() -> str:
    """The language of this request."""
    offered = current_app.config["LANGUAGES"]
    if (chosen := session.get("language")) in offered:
        return str(chosen)
    if current_user and current_user.is_authenticated and current_user.person.language in offered:
        return str(current_user.person.language)
    return request.accept_languages.best_match(offered) or str(offered[0])


def direction() -> str:
    """The direction in which the reader's language is written."""
    locale = get_locale()
    return locale.text_direction if locale is not None else "ltr"


def time_zone() -> str:
    """The reader's own time zone, beside which the meeting's is always shown."""
    if current_user and current_user.is_authenticated:
        return str(current_user.person.time_zone)
    return str(g.get("time_zone", "UTC"))


def init_app(app: Flask) -> None:
    """Set up the message catalogue."""
    babel.init_app(app, locale_selector=choose, timezone_selector=time_zone)
