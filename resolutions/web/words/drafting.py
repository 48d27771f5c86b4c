"""Refusals met while drafting."""

from flask_babel import LazyString

REFUSALS: dict[str, LazyString] = {}
