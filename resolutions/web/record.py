"""The public record: what was adopted, how it was decided, what has been done since."""

from flask import Blueprint, render_template

from resolutions.records.register import texts
from resolutions.web.access import public
from resolutions.web.resolutions import reading

bp = Blueprint("record", __name__, url_prefix="/record")


@bp.get("/")
@public
def index() -> str:
    """Every published text, the latest first."""
    return render_template("record/index.html", published=texts.record_of_published())


@bp.get("/<path:reference>")
@public
def show(reference: str) -> str:
    """One published text under its lasting address."""
    return render_template("resolutions/show.html", **reading(texts.published(reference)))
