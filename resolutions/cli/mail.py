"""`flask mail send`: what waits in the outbox goes out."""

import time
from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import AppGroup

from resolutions import post
from resolutions.lifecycle import posting

mail = AppGroup("mail", help="The outbox.")


@mail.command("send")
@click.option("--watch", is_flag=True, help="Go on looking every five seconds.")
def send(watch: bool) -> None:
    """Send what waits."""
    way = post.sender(current_app.config)
    if way is None:
        raise click.ClickException("MAIL_BACKEND keeps mails in the outbox; set it to smtp or console.")
    while True:
        sent = posting.deliver(way, datetime.now(UTC))
        if sent or not watch:
            click.echo(f"{sent} sent.")
        if not watch:
            return
        time.sleep(5)
