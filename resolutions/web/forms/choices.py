"""Lists to choose from, in the shape that form fields take."""

from collections.abc import Iterable, Mapping
from typing import Any

from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]


def choices(pairs: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> list[Any]:
    """Values with their words, in order."""
    listed = pairs.items() if isinstance(pairs, Mapping) else pairs
    return [SelectChoice(str(value), words) for value, words in listed]
