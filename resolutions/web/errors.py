"""How a refusal is shown: one table from kinds of refusal to answers; pages and data differ only here."""

from flask import Flask, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from resolutions.rules.errors import Conflict, Inadmissible, NotFound, NotPermitted, OutOfOrder, RuleError
from resolutions.web.wording import sentence

STATUS: dict[type[RuleError], int] = {
    NotPermitted: 403,
    NotFound: 404,
    OutOfOrder: 409,
    Conflict: 409,
    Inadmissible: 422,
}

Answer = tuple[str, int] | tuple[dict[str, object], int]


def _answer(status: int, title: str, text: str, code: str = "") -> Answer:
    wants = request.accept_mimetypes.best_match(["text/html", "application/json"], default="text/html")
    if wants == "application/json":
        return {"status": status, "title": title, "detail": text, "code": code}, status
    return render_template("error.html", status=status, title=title, text=text), status


def _titles() -> dict[int, str]:
    return {
        400: _("The form could not be read"),
        403: _("This is not open to you"),
        404: _("There is nothing here"),
        405: _("This address does not take that"),
        409: _("Somebody was faster, or the time for this step has passed"),
        413: _("That is too large"),
        422: _("This cannot be accepted as it is"),
        429: _("Too many tries"),
        500: _("Something broke on our side"),
        503: _("The database does not answer"),
    }


def _texts() -> dict[int, str]:
    return {
        400: _(
            "Go back, load the page again and send the form once more. What you typed is kept in your browser."
        ),
        403: _(
            "Your offices and mandates do not include this. Ask the secretariat if you think they should."
        ),
        404: _("It was never here, or it is not for you to see. Go back, or start again from the home page."),
        405: _("Go back to the page that you came from and use its buttons."),
        413: _("A file may have 10 MB at most. Make it smaller, or send fewer files at once."),
        429: _("Wait a quarter of an hour, then try again."),
        500: _(
            "Nothing was changed. Go back and try again; if it happens again, tell the secretariat what you did."
        ),
    }


def answer_refusal(error: RuleError) -> Answer:
    """The page or the data that a refusal becomes."""
    status = next(code for kind, code in STATUS.items() if isinstance(error, kind))
    return _answer(status, _titles()[status], sentence(error), error.code)


def answer_http(error: HTTPException) -> Answer:
    """The same for what the web itself refuses."""
    status = error.code or 500
    titles, texts = _titles(), _texts()
    return _answer(status, titles.get(status, error.name), texts.get(status, ""))


def answer_stranger(error: SecurityError) -> Answer:
    """A request under another name than the site's: no page, for no link on it could be right."""
    return {"status": 400, "title": "Bad Request", "detail": "This is not the name of this site."}, 400


def answer_csrf(error: CSRFError) -> Answer:
    """A form without its token: load the page again."""
    return _answer(400, _titles()[400], _texts()[400], "csrf")


def init_app(app: Flask) -> None:
    """Register the answers."""
    app.register_error_handler(RuleError, answer_refusal)
    app.register_error_handler(CSRFError, answer_csrf)
    app.register_error_handler(SecurityError, answer_stranger)
    app.register_error_handler(HTTPException, answer_http)
