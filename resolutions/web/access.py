"""Who may open a page: every endpoint says so itself, and the application does not start when one does not."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, g, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from resolutions.rules.roles import STRANGER, Actor, Office

F = TypeVar("F", bound=Callable[..., Any])
Door = Callable[[Actor], bool]


def _declare(view: F, name: str, door: Door) -> F:
    view.access = (name, door)  # type: ignore[attr-defined]
    return view


def public(view: F) -> F:
    """A page for everybody; what it shows is chosen by audience."""
    return _declare(view, "public", lambda actor: True)


def signed_in(view: F) -> F:
    """A page for every person who has signed in."""
    return _declare(view, "signed in", lambda actor: actor.signed_in)


def member(view: F) -> F:
    """A page for people with an affiliate, a mandate or an office."""
    return _declare(view, "member", lambda actor: actor.member)


def office(*offices: Office) -> Callable[[F], F]:
    """A page for those who hold one of the offices."""

    def declare(view: F) -> F:
        names = ", ".join(sorted(offices))
        return _declare(view, names, lambda actor: any(actor.holds(held) for held in offices))

    return declare


def actor() -> Actor:
    """Who is acting in this request."""
    if "actor" not in g:
        g.actor = current_user.actor if current_user.is_authenticated else STRANGER
    return g.actor  # type: ignore[no-any-return]


def declared(app: Flask, endpoint: str) -> tuple[str, Door] | None:
    """What an endpoint says about who may open it."""
    return getattr(app.view_functions[endpoint], "access", None)


def guard() -> Response | None:
    """Before every request: the door that the endpoint declares, or none at all."""
    if request.endpoint is None:
        return None
    access = declared(current_app, request.endpoint)
    if access is not None and access[1](actor()):
        return None
    if access is None or actor().signed_in or request.method != "GET":
        abort(403)
    return redirect(url_for("account.sign_in", next=request.full_path.rstrip("?")))


def check_declared(app: Flask) -> None:
    """Refuse to start when an endpoint does not say who may open it."""
    silent = sorted(
        rule.endpoint for rule in app.url_map.iter_rules() if declared(app, rule.endpoint) is None
    )
    if silent:
        raise RuntimeError(
            f"endpoints without access: {', '.join(silent)}; add @public, @signed_in, @member or @office(…)"
        )
