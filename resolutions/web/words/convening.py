"""Refusals met while convening."""

from flask_babel import LazyString

REFUSALS: dict[str, LazyString] = {}
