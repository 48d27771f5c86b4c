"""Wires the floors together: database, sign-in, languages, pages, commands; and checks them before it serves."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy

from resolutions.cli import commands
from resolutions.demo.command import demo
from resolutions.lifecycle import procedure
from resolutions.records import base, engine, lasting
from resolutions.web import access, pages

ROOT = Path(__file__).parent.parent

db = SQLAlchemy(metadata=base.Base.metadata, session_options={"autoflush": True})
migrate = Migrate()


def create_app(config: type) -> Flask:
    """An application for one configuration; it refuses to start when the house is not in order."""
    app = Flask(
        "resolutions",
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
        instance_path=str(ROOT / "instance"),
    )
    app.config.from_object(config)
    check_configuration(app)
    _open_database(app)
    pages.init_app(app)
    commands.init_app(app)
    app.cli.add_command(demo)
    procedure.check_performers()
    access.check_declared(app)
    return app


def _open_database(app: Flask) -> None:
    """Connect the records: one engine, one session a request."""
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    db.init_app(app)
    migrate.init_app(app, db, directory=str(ROOT / "migrations"), render_as_batch=True, compare_type=True)
    with app.app_context():
        engine.prepare(db.engine)
    base.bind(lambda: db.session())
    lasting.guard()


def check_configuration(app: Flask) -> None:
    """Refuse production with defaults: a known key, plain http, debugging, mail to nowhere, the demo's door.

    In production a request under any other name than the site's own is not answered.
    """
    if not app.config["PRODUCTION"]:
        return
    faults = [message for fault, message in _faults(app.config) if fault]
    if faults:
        raise RuntimeError("This installation is not ready: " + " ".join(faults))
    app.config["TRUSTED_HOSTS"] = [urlsplit(app.config["BASE_URL"]).hostname]


def _is_https(address: str) -> bool:
    return urlsplit(address).scheme == "https" and bool(urlsplit(address).hostname)


def _faults(config: dict[str, Any]) -> list[tuple[bool, str]]:
    return [
        (len(config["SECRET_KEY"]) < 32, "Set SECRET_KEY to at least 32 random characters."),
        (not _is_https(config["BASE_URL"]), "Set BASE_URL to the https address of this site."),
        (bool(config.get("DEBUG")), "Switch debugging off."),
        (bool(config["DEMO"]), "The demo's configuration cannot serve a federation."),
        (config["MAIL_BACKEND"] != "smtp", "Set MAIL_BACKEND to smtp."),
        (not config["SMTP_HOST"], "Set SMTP_HOST to your mail server."),
        (not config["MAIL_SENDER"], "Set MAIL_SENDER to the address that mails come from."),
    ]
