"""Getting in and out: one field first, a link by mail or a password; one's own account and language."""

import hashlib
from datetime import UTC, datetime

from flask import Blueprint, current_app, flash, redirect, render_template, request, session, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user
from werkzeug.wrappers import Response

from resolutions.lifecycle import signing_in, throttle
from resolutions.lifecycle.signing_in import hasher
from resolutions.records.assembly import Person
from resolutions.rules.errors import Inadmissible, NotFound
from resolutions.web.access import actor, public, signed_in
from resolutions.web.identity import Identity
from resolutions.web.redirects import inside
from resolutions.web.wording import sentence

bp = Blueprint("account", __name__)


def _now() -> datetime:
    return datetime.now(UTC)


def _letter(person: Person, token: str) -> tuple[str, str]:
    """The mail with a sign-in link, in the person's language; its address is the configured one."""
    address = current_app.config["BASE_URL"].rstrip("/") + url_for("account.link", token=token)
    with force_locale(person.language):
        subject = _("Your link to sign in")
        text = _(
            "Hello %(name)s,\n\nthis link lets you sign in once, within 30 minutes:\n\n%(address)s\n\n"
            "If you did not ask for it, do nothing: nobody gets in without it.",
            name=person.name,
            address=address,
        )
    return str(subject), str(text)


def _enter(person: Person) -> None:
    """Begin a new session for somebody; the language chosen before is kept."""
    language = session.get("language")
    session.clear()
    if language:
        session["language"] = language
    session.permanent = True
    login_user(Identity(person))


def _account_key(address: str) -> str:
    return hashlib.sha256(address.strip().lower().encode()).hexdigest()


def _asked(**more: object) -> str:
    target = inside(request.values.get("next", ""))
    return render_template("account/sign_in.html", target=target, email=request.form.get("email", ""), **more)


@bp.get("/sign-in")
@public
def sign_in() -> str:
    """Ask who it is."""
    return _asked()


@bp.post("/sign-in")
@public
def enter() -> Response | tuple[str, int]:
    """Let in by password."""
    address = request.form.get("email", "")
    try:
        throttle.count_try("password", _account_key(address), _now())
        hashes = hasher(current_app.config["ARGON2"])
        person = signing_in.enter_by_password(address, request.form.get("password", ""), hashes, _now())
    except throttle.TooManyTries as refused:
        return _asked(error=sentence(refused)), 429
    except Inadmissible as refused:
        return _asked(error=sentence(refused)), 422
    throttle.forget_tries("password", _account_key(address))
    _enter(person)
    return redirect(inside(request.form.get("next", "")))


@bp.post("/sign-in/link")
@public
def request_link() -> str | tuple[str, int]:
    """Send a link; whether the address is known is not told."""
    address = request.form.get("email", "")
    if "@" not in address:
        return _asked(error=_("Write your e-mail address; the link is sent to it.")), 422
    try:
        throttle.count_try("link", _account_key(address), _now())
    except throttle.TooManyTries as refused:
        return _asked(error=sentence(refused)), 429
    signing_in.send_link(address, inside(request.form.get("next", "")), _letter, _now())
    return render_template("account/sent.html", email=address)


@bp.get("/sign-in/<token>")
@public
def link(token: str) -> str | tuple[str, int]:
    """A button and nothing more: scanners of mail open links, people press buttons."""
    try:
        signing_in.link_of(token, _now())
    except NotFound as refused:
        return _asked(error=sentence(refused)), 404
    return render_template("account/link.html", token=token)


@bp.post("/sign-in/<token>")
@public
def enter_by_link(token: str) -> Response | tuple[str, int]:
    """Let in by link, once."""
    try:
        person, target = signing_in.enter_by_link(token, _now())
    except NotFound as refused:
        return _asked(error=sentence(refused)), 404
    _enter(person)
    return redirect(inside(target))


@bp.post("/sign-out")
@public
def sign_out() -> Response:
    """End this session."""
    logout_user()
    session.clear()
    return redirect(url_for("now.home"))


@bp.post("/language")
@public
def language() -> Response:
    """Choose a language, for this browser and for one's own mails."""
    chosen = request.form.get("language", "")
    if chosen in current_app.config["LANGUAGES"]:
        session["language"] = chosen
        if current_user.is_authenticated and current_user.person.language != chosen:
            signing_in.choose_language(current_user.person, actor(), chosen)
    return redirect(inside(request.form.get("next", "").rstrip("?")))


@bp.get("/account")
@signed_in
def show() -> str:
    """Who I am here: offices, mandates, language, password."""
    return render_template("account/show.html", person=current_user.person)


@bp.post("/account/password")
@signed_in
def password() -> Response | tuple[str, int]:
    """Choose a password."""
    person = current_user.person
    try:
        if request.form.get("password", "") != request.form.get("again", ""):
            raise Inadmissible("passwords_differ")
        chosen = request.form.get("password", "")
        signing_in.set_password(person, actor(), chosen, hasher(current_app.config["ARGON2"]))
    except Inadmissible as refused:
        return render_template("account/show.html", person=person, error=sentence(refused)), 422
    _enter(person)
    flash(_("Your password is set. You are signed out everywhere else."), "good")
    return redirect(url_for("account.show"))
