"""Whole numbers from outside: keys in addresses and forms, never larger than a key of the records can be."""

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

LARGEST = 2**31 - 1


def whole(typed: str) -> int:
    """The number that was typed, when a row could have it as its key; `request.form.get(…, type=whole)`."""
    number = int(typed)
    if not 0 <= number <= LARGEST:
        raise ValueError(typed)
    return number


class Key(IntegerConverter):
    """A key in an address: a number that no row can have leads to nothing, not to a broken query."""

    def __init__(self, map: Map) -> None:
        super().__init__(map, max=LARGEST)


def init_app(app: Flask) -> None:
    """Every `<int:…>` of an address is a key."""
    app.url_map.converters["int"] = Key
