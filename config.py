"""What differs from one installation to another; everything is read from the environment."""

import os
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).parent
DEVELOPMENT_KEY = "for development alone"


def database_url(default: str) -> str:
    """The database named by DATABASE_URL, with the driver that this program ships for PostgreSQL."""
    url = os.environ.get("DATABASE_URL", default)
    for scheme in ("postgres://", "postgresql://"):
        if url.startswith(scheme):
            return "postgresql+psycopg://" + url.removeprefix(scheme)
    return url


class Default:
    """What every installation shares."""

    SECRET_KEY = os.environ.get("SECRET_KEY", "")
    SQLALCHEMY_DATABASE_URI = database_url(f"sqlite:///{ROOT / 'instance' / 'resolutions.sqlite'}")
    BASE_URL = os.environ.get("BASE_URL", "http://127.0.0.1:8000")
    LANGUAGES = ("en", "fr")
    BABEL_DEFAULT_LOCALE = "en"
    BABEL_TRANSLATION_DIRECTORIES = str(ROOT / "translations")
    MAX_CONTENT_LENGTH = 12 * 1024 * 1024
    MAX_FORM_MEMORY_SIZE = 2 * 1024 * 1024
    PERMANENT_SESSION_LIFETIME = timedelta(hours=12)
    SESSION_COOKIE_HTTPONLY = True
    SESSION_COOKIE_SAMESITE = "Lax"
    SESSION_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-resolutions"
    WTF_CSRF_TIME_LIMIT = None
    WTF_CSRF_SSL_STRICT = False
    SEND_FILE_MAX_AGE_DEFAULT = timedelta(hours=1)
    MAIL_BACKEND = os.environ.get("MAIL_BACKEND", "smtp")
    MAIL_SENDER = os.environ.get("MAIL_SENDER", "")
    SMTP_HOST = os.environ.get("SMTP_HOST", "")
    SMTP_PORT = int(os.environ.get("SMTP_PORT", "587"))
    SMTP_USER = os.environ.get("SMTP_USER", "")
    SMTP_PASSWORD = os.environ.get("SMTP_PASSWORD", "")
    SMTP_STARTTLS = os.environ.get("SMTP_STARTTLS", "1") == "1"
    DEMO = False
    PRODUCTION = False
    ARGON2 = {"time_cost": 3, "memory_cost": 65536, "parallelism": 1}


class Development(Default):
    """One developer's machine: plain http, mail on the console."""

    SECRET_KEY = os.environ.get("SECRET_KEY", DEVELOPMENT_KEY)
    SESSION_COOKIE_SECURE = False
    SESSION_COOKIE_NAME = "resolutions"
    MAIL_BACKEND = os.environ.get("MAIL_BACKEND", "console")
    MAIL_SENDER = "resolutions@localhost"


class Demo(Development):
    """The demo congress: a bar to switch between its people, and nothing else that production lacks."""

    SQLALCHEMY_DATABASE_URI = database_url(f"sqlite:///{ROOT / 'instance' / 'demo.sqlite'}")
    DEMO = True


class Testing(Default):
    """The test suite: a database a test, cheap hashes, mail kept in the outbox."""

    TESTING = True
    SECRET_KEY = "for tests only"
    SQLALCHEMY_DATABASE_URI = "sqlite://"
    SESSION_COOKIE_SECURE = False
    SESSION_COOKIE_NAME = "resolutions"
    MAIL_BACKEND = "outbox"
    MAIL_SENDER = "resolutions@localhost"
    BASE_URL = "http://localhost"
    ARGON2 = {"time_cost": 1, "memory_cost": 64, "parallelism": 1}


class Production(Default):
    """A federation's installation; it refuses to start with anything left at a default."""

    PRODUCTION = True


CONFIGURATIONS: dict[str, type[Default]] = {
    "development": Development,
    "demo": Demo,
    "testing": Testing,
    "production": Production,
}


def chosen() -> type[Default]:
    """The configuration named by RESOLUTIONS_ENV; unnamed, production serves and development runs commands."""
    at_command_line = os.environ.get("FLASK_RUN_FROM_CLI") == "true"
    name = os.environ.get("RESOLUTIONS_ENV", "development" if at_command_line else "production")
    if name not in CONFIGURATIONS:
        raise SystemExit(f"RESOLUTIONS_ENV is {name!r}; choose one of {', '.join(CONFIGURATIONS)}.")
    return CONFIGURATIONS[name]
