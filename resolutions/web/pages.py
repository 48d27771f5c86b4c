"""Puts the pages into the application: blueprints, languages, sign-in, safety of every answer."""

from flask import Flask

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
