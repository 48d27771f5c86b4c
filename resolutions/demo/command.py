"""`flask demo`: a living congress to walk through."""

from datetime import UTC, datetime
from time import monotonic

import click
from flask import current_app
from sqlalchemy import select

from resolutions.demo import road
from resolutions.demo.people import CAST, PASSWORD, Somebody
from resolutions.lifecycle.signing_in import hasher
from resolutions.records.assembly import Body
from resolutions.records.base import session

CHARGES = {
    "secretariat": "secretariat",
    "committee": "resolutions committee",
    "presiding": "presiding officer",
    "teller": "teller",
    "general_secretary": "general secretary",
    "executive": "member of the executive",
    "officer": "officer of an affiliate",
}


def _charge(person: Somebody) -> str:
    charges = [CHARGES[person.office]] if person.office else []
    return ", ".join(charges + ["delegate"] * person.delegate)


def _sign_ins() -> None:
    click.echo(f"Open {current_app.config['BASE_URL']}/ and sign in with the password “{PASSWORD}” as one of")
    for person in CAST:
        click.echo(f"  {person.email:<24} {person.name}, {_charge(person)}")


@click.command()
@click.option("--if-empty", is_flag=True, help="Do nothing when the database holds a federation already.")
def demo(if_empty: bool) -> None:
    """Make the demo congress: an invented federation with texts at every stage of their life."""
    if current_app.config["PRODUCTION"]:
        raise click.ClickException("The demo is not for production; choose RESOLUTIONS_ENV=demo.")
    if session().scalar(select(Body.id).limit(1)) is not None:
        if not if_empty:
            raise click.ClickException(
                "This database holds a federation already; the demo needs an empty one."
            )
        click.echo("This database holds a federation already; nothing was changed.")
        if current_app.config["DEMO"]:
            _sign_ins()
        return
    started = monotonic()
    road.make(datetime.now(UTC), hasher(current_app.config["ARGON2"]))
    click.echo(f"The demo congress was made in {monotonic() - started:.0f} seconds.")
    _sign_ins()
