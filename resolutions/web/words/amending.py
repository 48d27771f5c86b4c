"""Refusals met while amending."""

from flask_babel import LazyString

REFUSALS: dict[str, LazyString] = {}
