"""The commands of the program, as `flask NAME`."""

from flask import Flask

from resolutions.cli import mail, serving, steps
from resolutions.cli.text import text_group


def init_app(app: Flask) -> None:
    """Register every command."""
    app.cli.add_command(steps.steps)
    app.cli.add_command(serving.serve)
    app.cli.add_command(text_group)
    app.cli.add_command(mail.mail)
