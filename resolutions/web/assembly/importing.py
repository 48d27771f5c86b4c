"""The spreadsheet of affiliates: looked at first, taken over whole or not at all."""

import hashlib
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from resolutions.lifecycle import convening
from resolutions.lifecycle.procedure import ROOT
from resolutions.records.register import assembly
from resolutions.rules.affiliates_file import COLUMNS, Preview, preview
from resolutions.rules.errors import Conflict, Inadmissible
from resolutions.rules.roles import Office
from resolutions.web.access import actor, office
from resolutions.web.assembly.blueprint import bp
from resolutions.web.wording import sentence

Page = Response | str | tuple[str, int]


@bp.get("/affiliates/import")
@office(Office.SECRETARIAT)
def import_page() -> str:
    """Choose the file."""
    return _page()


def _page(**more: Any) -> str:
    return render_template("assembly/import.html", columns=list(COLUMNS), **more)


def _content() -> bytes:
    upload = request.files.get("file")
    if upload is not None and upload.filename:
        return _with_one_kind_of_line_end(upload.stream.read())
    return _with_one_kind_of_line_end(request.form.get("content", "").encode())


def _with_one_kind_of_line_end(content: bytes) -> bytes:
    # Browsers send the lines of a form back with ends of their own; the seal must not depend on them.
    return content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _looked_at(content: bytes) -> Preview:
    if not content.strip():
        raise Inadmissible("a_file_is_needed")
    return preview(content, assembly.known_affiliates())


@bp.post("/affiliates/import")
@office(Office.SECRETARIAT)
def look() -> Page:
    """What the import would do, row by row."""
    content = _content()
    try:
        found = _looked_at(content)
    except Inadmissible as refused:
        return _page(error=sentence(refused)), 422
    words = content.decode("utf-8-sig")
    return _page(found=found, content=words, seal=hashlib.sha256(words.encode()).hexdigest())


@bp.post("/affiliates/import/all")
@office(Office.SECRETARIAT)
def take_over() -> Page:
    """Take over what was looked at, all of it or nothing."""
    content = _with_one_kind_of_line_end(request.form.get("content", "").encode())
    try:
        if hashlib.sha256(content).hexdigest() != request.form.get("seal"):
            raise Conflict("not_what_was_looked_at")
        found = _looked_at(content)
        if found.count("error"):
            raise Inadmissible("rows_have_errors", rows=found.count("error"))
    except (Inadmissible, Conflict) as refused:
        return _page(error=sentence(refused)), 422
    if not found.to_import:
        flash(_("Nothing to change: the file says what is known already."))
        return redirect(url_for("assembly.affiliates"))
    counts = convening.import_affiliates(ROOT, actor(), found.to_import)
    flash(_("%(new)s new, %(changed)s changed.", **counts), "good")
    return redirect(url_for("assembly.affiliates"))
