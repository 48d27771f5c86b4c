"""The catalogues of translations are whole: nothing empty, nothing doubtful, nothing left behind."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from config import Default
from tests.catalogues import CATALOGUES, PLACEHOLDER, ROOT, forms, language, pairs, read, sentences

every_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=language)

EXTRACTION = re.compile(r"^EXTRACT := \$\(PYBABEL\) (.+?) -o \$\(POT\) \.$", re.MULTILINE)


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str | None]]:
    """The sentences of the program as it is now, collected with the Makefile's own options."""
    target = tmp_path_factory.mktemp("messages") / "messages.pot"
    found = EXTRACTION.search((ROOT / "Makefile").read_text().replace("\\\n", " "))
    assert found, "The Makefile's EXTRACT rule has another shape now: mend EXTRACTION."
    options = found.group(1).replace('"', "").split(" --project=")[0].split()
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", *options, "-o", str(target), "."]
    subprocess.run(command, cwd=ROOT, check=True)
    with target.open("rb") as file:
        return set(sentences(read_po(file)))


def test_there_is_a_catalogue_for_every_language_offered() -> None:
    assert {"en", *map(language, CATALOGUES)} == set(Default.LANGUAGES)


@every_catalogue
def test_no_sentence_is_empty_or_doubtful(path: Path) -> None:
    wanting = [
        key[0]
        for key, message in sentences(read(path)).items()
        if message.fuzzy or not all(words.strip() for words in forms(message.string))
    ]
    assert not wanting, f"Translate these in {path.name}, or remove the mark 'fuzzy': {wanting}"


@every_catalogue
def test_every_translation_keeps_the_placeholders(path: Path) -> None:
    differing = [
        (english, words)
        for english, words in pairs(read(path))
        if sorted(PLACEHOLDER.findall(english)) != sorted(PLACEHOLDER.findall(words))
    ]
    assert not differing


@every_catalogue
def test_no_sentence_is_missing_and_none_is_obsolete(
    path: Path, extracted: set[tuple[str, str | None]]
) -> None:
    catalogue = read(path)
    known = set(sentences(catalogue))
    assert extracted - known == set(), "Run 'make messages' and translate these."
    assert known - extracted == set(), "Run 'make messages': the program no longer says these."
    assert not catalogue.obsolete, "Remove the lines that begin with #~."


def test_french_sets_its_marks_as_french_does() -> None:
    french = ROOT / "translations" / "fr" / "LC_MESSAGES" / "messages.po"
    wrong = [
        words
        for _english, words in pairs(read(french))
        if re.search(r"\w'\w| [:;?!»](?!\w)|« |[“”]|\w[;?!]|\w:(?!//|\d)", words)
    ]
    assert not wrong, (
        "A mark lacks its unbreakable space, or a quotation mark or apostrophe is the English one."
    )
