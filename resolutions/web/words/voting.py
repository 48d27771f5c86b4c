"""Refusals met while voting."""

from flask_babel import LazyString

REFUSALS: dict[str, LazyString] = {}
