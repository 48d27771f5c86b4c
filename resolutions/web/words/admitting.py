"""Refusals met while admitting."""

from flask_babel import LazyString

REFUSALS: dict[str, LazyString] = {}
