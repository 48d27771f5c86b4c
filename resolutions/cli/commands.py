"""The commands of the program, as `flask NAME`."""

from flask import Flask

from resolutions.cli import serving, steps


def init_app(app: Flask) -> None:
    """Register every command."""
    app.cli.add_command(steps.steps)
    app.cli.add_command(serving.serve)
