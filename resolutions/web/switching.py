"""The demo bar: step into the shoes of another person. Exists in the demo configuration alone."""

from flask import Blueprint, abort, redirect, request, session, url_for
from flask_login import login_user
from sqlalchemy import select
from werkzeug.wrappers import Response

from resolutions.records.assembly import Person
from resolutions.records.base import session as records
from resolutions.records.register import people as register
from resolutions.web.access import public
from resolutions.web.identity import Identity
from resolutions.web.keys import whole

bp = Blueprint("demo", __name__)

CAST_SIZE = 12


def people() -> list[Person]:
    """The people of the demo that a visitor can be: those with an address at demo.example."""
    cast = select(Person).where(Person.email.like("%@demo.example")).order_by(Person.id).limit(CAST_SIZE)
    return list(records().scalars(cast))


@bp.post("/demo/switch")
@public
def switch() -> Response:
    """Become the chosen person."""
    person = register.person(request.form.get("person", 0, type=whole))
    if person is None or person.id not in {known.id for known in people()}:
        abort(404)
    session.clear()
    login_user(Identity(person))
    return redirect(url_for("now.home"))
