"""Puts the pages into the application: blueprints, languages, sign-in, safety of every answer."""

from datetime import UTC, datetime

from flask import Flask, current_app, request
from werkzeug.wrappers import Response

from resolutions import post
from resolutions.lifecycle import posting
from resolutions.web import (
    access,
    account,
    actions,
    admission,
    amendments,
    assembly,
    assignments,
    ballots,
    chair,
    consolidation,
    context,
    drafts,
    errors,
    files,
    filters,
    headers,
    identity,
    keys,
    languages,
    now,
    record,
    resolutions,
    switching,
)

BLUEPRINTS = (
    now.bp,
    account.bp,
    assembly.bp,
    drafts.bp,
    resolutions.bp,
    admission.bp,
    amendments.bp,
    consolidation.bp,
    ballots.bp,
    chair.bp,
    record.bp,
    actions.bp,
    assignments.bp,
    files.bp,
)


def init_app(app: Flask) -> None:
    """Register every page of the program; the demo's switch exists in the demo alone."""
    keys.init_app(app)
    languages.init_app(app)
    identity.init_app(app)
    headers.init_app(app)
    errors.init_app(app)
    filters.init_app(app)
    context.init_app(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    if app.config["DEMO"]:
        app.register_blueprint(switching.bp)
    access.public(app.view_functions["static"])
    app.before_request(access.guard)
    if app.config["MAIL_BACKEND"] == "console":
        app.after_request(print_mails)


def print_mails(response: Response) -> Response:
    """In development mails appear on the console as soon as they are written."""
    way = post.sender(current_app.config)
    if way is not None and request.method == "POST":
        posting.deliver(way, datetime.now(UTC))
    return response
