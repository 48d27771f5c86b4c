"""Production starts only when everything is said, and then answers to its own name alone."""

from pathlib import Path
from typing import Any

import pytest
from flask import Flask

import config
from resolutions.app import create_app

READY: dict[str, Any] = {
    "SECRET_KEY": "x" * 32,
    "BASE_URL": "https://resolutions.federation.example",
    "MAIL_BACKEND": "smtp",
    "SMTP_HOST": "mail.federation.example",
    "MAIL_SENDER": "resolutions@federation.example",
}


def started(folder: Path, **changed: Any) -> Flask:
    """Production with everything said, but for what is changed."""
    said = {"SQLALCHEMY_DATABASE_URI": f"sqlite:///{folder / 'production.sqlite'}", **READY, **changed}
    return create_app(type("Installation", (config.Production,), said))


@pytest.mark.parametrize(
    ("changed", "mend"),
    [
        ({"SECRET_KEY": ""}, "Set SECRET_KEY to at least 32 random characters."),
        ({"SECRET_KEY": "x" * 31}, "Set SECRET_KEY to at least 32 random characters."),
        ({"BASE_URL": "http://resolutions.federation.example"}, "Set BASE_URL to the https address"),
        ({"BASE_URL": "https://"}, "Set BASE_URL to the https address"),
        ({"DEBUG": True}, "Switch debugging off."),
        ({"DEMO": True}, "The demo's configuration cannot serve a federation."),
        ({"MAIL_BACKEND": "console"}, "Set MAIL_BACKEND to smtp."),
        ({"MAIL_BACKEND": "outbox"}, "Set MAIL_BACKEND to smtp."),
        ({"SMTP_HOST": ""}, "Set SMTP_HOST to your mail server."),
        ({"MAIL_SENDER": ""}, "Set MAIL_SENDER to the address that mails come from."),
    ],
)
def test_production_with_a_default_left_does_not_start_and_says_why(
    tmp_path: Path, changed: dict[str, Any], mend: str
) -> None:
    with pytest.raises(RuntimeError) as refused:
        started(tmp_path, **changed)
    assert str(refused.value).startswith("This installation is not ready: ")
    assert mend in str(refused.value)


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError) as refused:
        started(tmp_path, SECRET_KEY="", SMTP_HOST="", MAIL_SENDER="")
    told = str(refused.value)
    assert [name in told for name in ("SECRET_KEY", "SMTP_HOST", "MAIL_SENDER")] == [True, True, True]


def test_the_key_of_development_opens_no_production(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="SECRET_KEY"):
        started(tmp_path, SECRET_KEY=config.DEVELOPMENT_KEY)


def test_production_has_no_door_of_the_demo(tmp_path: Path) -> None:
    installed = started(tmp_path)
    assert [
        rule.endpoint for rule in installed.url_map.iter_rules() if rule.endpoint.startswith("demo")
    ] == []


def test_cookies_of_production_stay_with_the_site(tmp_path: Path) -> None:
    client = started(tmp_path).test_client()
    answer = client.get("/static/style.css", base_url="https://resolutions.federation.example")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    known = client.application.config
    assert known["SESSION_COOKIE_NAME"] == "__Host-resolutions"
    assert (known["SESSION_COOKIE_SECURE"], known["SESSION_COOKIE_HTTPONLY"]) == (True, True)
    assert (known["SESSION_COOKIE_SAMESITE"], known.get("SESSION_COOKIE_DOMAIN")) == ("Lax", None)


@pytest.mark.parametrize("host", ["evil.example", "resolutions.federation.example.evil.example", "127.0.0.1"])
def test_a_request_under_another_name_is_not_answered(tmp_path: Path, host: str) -> None:
    client = started(tmp_path).test_client()
    assert client.get("/static/style.css", headers={"Host": host}).status_code == 400
    assert client.get("/static/style.css", headers={"Host": READY["BASE_URL"][8:]}).status_code == 200


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("postgres://u:p@db/r", "postgresql+psycopg://u:p@db/r"),
        ("postgresql://u:p@db/r", "postgresql+psycopg://u:p@db/r"),
        ("postgresql+psycopg://u:p@db/r", "postgresql+psycopg://u:p@db/r"),
        ("sqlite:////srv/r.sqlite", "sqlite:////srv/r.sqlite"),
    ],
)
def test_the_address_of_a_database_is_read_as_it_is_usually_written(
    monkeypatch: pytest.MonkeyPatch, said: str, read: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", said)
    assert config.database_url("sqlite://") == read


@pytest.mark.parametrize(
    ("name", "at_command_line", "chosen"),
    [
        (None, None, config.Production),
        (None, "true", config.Development),
        ("demo", None, config.Demo),
        ("production", "true", config.Production),
    ],
)
def test_unnamed_a_server_is_production_and_a_command_is_development(
    monkeypatch: pytest.MonkeyPatch, name: str | None, at_command_line: str | None, chosen: type
) -> None:
    for variable, value in (("RESOLUTIONS_ENV", name), ("FLASK_RUN_FROM_CLI", at_command_line)):
        if value is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, value)
    assert config.chosen() is chosen


def test_an_unknown_environment_is_named_with_the_choices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESOLUTIONS_ENV", "staging")
    with pytest.raises(SystemExit, match="choose one of development, demo, testing, production"):
        config.chosen()
