"""Refusals met while following up."""

from flask_babel import LazyString

REFUSALS: dict[str, LazyString] = {}
