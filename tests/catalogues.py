"""The translators' catalogues: where they are, what they say, and their compiled form."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
CATALOGUES = sorted((ROOT / "translations").glob("*/LC_MESSAGES/messages.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%")


def language(path: Path) -> str:
    """The code of the language a catalogue is in."""
    return path.parts[-3]


def read(path: Path) -> Catalog:
    """A catalogue as it stands in its file."""
    with path.open("rb") as file:
        return read_po(file, locale=language(path))


def sentences(catalogue: Catalog) -> dict[tuple[str, str | None], Message]:
    """Its sentences by their English words (the singular, where there are two forms) and their context."""
    return {(forms(message.id)[0], message.context): message for message in catalogue if message.id}


def forms(words: str | list[str] | tuple[str, ...]) -> list[str]:
    """One form, or those for one and for many."""
    return [words] if isinstance(words, str) else list(words)


def pairs(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    """Every English form with every form of its translation that may stand for it."""
    for message in sentences(catalogue).values():
        translated = forms(message.string)
        for english in forms(message.id):
            for words in translated:
                yield english, words


def compile_stale() -> None:
    """Compile each catalogue that is newer than its compiled form; workers beside each other do no harm."""
    for path in CATALOGUES:
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            continue
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            write_mo(file, read(path))
        Path(file.name).replace(compiled)
