"""Refusals met at the door."""

from flask_babel import LazyString

REFUSALS: dict[str, LazyString] = {}
