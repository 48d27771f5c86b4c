"""`flask serve`: the program behind a real server, as a federation would run it."""

import os

import click
from flask import current_app
from granian import Granian
from granian.constants import Interfaces


@click.command()
@click.option("--address", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
@click.option(
    "--workers", default=None, type=int, help="Processes; one on SQLite, as many as cores otherwise."
)
def serve(address: str, port: int, workers: int | None) -> None:
    """Serve the pages; which configuration must be said, so that nobody serves a federation by accident."""
    if "RESOLUTIONS_ENV" not in os.environ:
        raise click.ClickException("Set RESOLUTIONS_ENV to production, development or demo.")
    embedded = current_app.config["SQLALCHEMY_DATABASE_URI"].startswith("sqlite")
    count = workers or (1 if embedded else os.cpu_count() or 1)
    click.echo(f"Resolutions is served at http://{address}:{port}/ (stop with Ctrl-C).")
    server = Granian(
        "wsgi:app",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=count,
        blocking_threads=16,
        log_access=False,
    )
    server.serve()
