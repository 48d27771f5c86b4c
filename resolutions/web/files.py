"""Evidence, handed out as an attachment, after asking each time whether this reader may have it."""

from io import BytesIO

from flask import Blueprint, send_file
from werkzeug.wrappers import Response

from resolutions.records.register import assignments
from resolutions.web.access import actor, public

bp = Blueprint("files", __name__, url_prefix="/files")


@bp.get("/<int:evidence_id>")
@public
def evidence(evidence_id: int) -> Response:
    """One file; for whoever may not open it there is nothing here."""
    file = assignments.evidence_for(actor(), evidence_id)
    response = send_file(
        BytesIO(file.content),
        mimetype=file.media_type,
        as_attachment=True,
        download_name=file.name,
        max_age=0,
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response
