"""Actions: what the clauses ask, how far it is, what slips, and the reports to verify."""

from flask import Blueprint

bp = Blueprint("actions", __name__, url_prefix="/actions")

from resolutions.web.actions import asking, judging, looking  # noqa: E402, F401 - their routes belong to bp
