import io
import time
import zipfile
import zlib

import pytest
from PIL import Image
from werkzeug.datastructures import FileStorage

from resolutions.rules.errors import Inadmissible
from resolutions.web.uploads import LARGEST, admitted, all_admitted, clean_name

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
CAMERA = "Secret Camera 9000"


def handed(name: str, content: bytes) -> FileStorage:
    """A file as a form brings it."""
    return FileStorage(io.BytesIO(content), filename=name)


def photograph(format_: str = "JPEG", size: tuple[int, int] = (60, 40), **more: object) -> bytes:
    """A picture that says where and with what it was taken."""
    picture = Image.new("RGB", size, (10, 120, 200))
    exif = Image.Exif()
    exif[0x0110] = CAMERA
    exif[0x8825] = {1: "N", 2: (53.0, 54.0, 0.0), 3: "E", 4: (27.0, 34.0, 0.0)}
    kept = io.BytesIO()
    picture.save(kept, format_, exif=exif, **more)
    return kept.getvalue()


def office(main: str = "word/document.xml", **more: bytes) -> bytes:
    """A document with an author."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(main, "<w:document>We met the ambassador.</w:document>")
        archive.writestr("docProps/core.xml", "<dc:creator>Anna Author</dc:creator>")
        for name, content in more.items():
            archive.writestr(name, content)
    return kept.getvalue()


def refused(name: str, content: bytes) -> str:
    """The code with which a file is refused."""
    with pytest.raises(Inadmissible) as refusal:
        admitted(handed(name, content))
    return refusal.value.code


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_is_drawn_anew_without_place_and_camera(format_: str) -> None:
    taken = photograph(format_)
    assert CAMERA.encode() in taken
    name, media_type, content = admitted(handed(f"picket.{format_.lower()}", taken))
    kept = Image.open(io.BytesIO(content))
    assert (name, media_type) == (f"picket.{format_.lower()}", f"image/{format_.lower()}")
    assert (kept.format, kept.size, dict(kept.getexif())) == (format_, (60, 40), {})
    assert CAMERA.encode() not in content


def test_a_picture_that_is_also_a_page_loses_the_page() -> None:
    polyglot = photograph() + b"<script>alert(1)</script>"
    _, _, content = admitted(handed("picket.jpg", polyglot))
    assert b"script" not in content


def test_a_picture_with_a_document_behind_it_loses_the_document() -> None:
    _, _, content = admitted(handed("picket.jpg", photograph() + office()))
    assert b"PK\x03\x04" not in content


def test_a_text_chunk_of_a_picture_is_left_behind() -> None:
    plain = photograph("PNG")
    words = b"tEXtComment\0<script>alert(1)</script>"
    chunk = len(words[4:]).to_bytes(4, "big") + words + zlib.crc32(words).to_bytes(4, "big")
    # After the signature and the first chunk, the header.
    _, _, content = admitted(handed("picket.png", plain[:33] + chunk + plain[33:]))
    assert b"script" not in content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("drawing.jpg", SVG),
        ("page.jpg", b"<!doctype html><script>alert(1)</script>"),
        ("page.txt", b"  <!doctype html><script>alert(1)</script>"),
        ("drawing.txt", SVG),
        ("page.csv", b"\xef\xbb\xbf<html>"),
        ("picket.png", photograph("JPEG")),
        ("picket.jpg", b"\xff\xd8\xff\xe0 cut off"),
        ("picket.webp", b"RIFF\0\0\0\0WEBPVP8 "),
        ("letter.pdf", b"\n%PDF-1.7"),
        ("letter.docx", b"PK\x03\x04 no archive"),
        ("letter.docx", office("xl/workbook.xml")),
        ("figures.xlsx", office("word/document.xml")),
        ("bytes.txt", b"\xff\xfe\x00"),
        ("zero.txt", b"a\0b"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name: str, content: bytes) -> None:
    assert refused(name, content) == "a_file_is_not_what_it_says"


@pytest.mark.parametrize(
    "name",
    ["drawing.svg", "page.html", "page.htm", "run.exe", "picket.jpg.svg", "noending", "picture.gif", ""],
)
def test_other_kinds_of_file_are_not_taken(name: str) -> None:
    assert refused(name, SVG) == "a_kind_of_file_is_not_taken"


def test_a_file_may_have_ten_megabytes_and_no_byte_more() -> None:
    assert len(admitted(handed("long.txt", b"a" * LARGEST))[2]) == LARGEST
    assert refused("long.txt", b"a" * (LARGEST + 1)) == "a_file_is_too_large"


def test_an_empty_file_is_refused() -> None:
    assert refused("empty.txt", b"") == "a_file_is_empty"


def _claiming(width: int, height: int) -> bytes:
    """A small file that claims to be an enormous picture."""
    plain = photograph("PNG", (1, 1))
    header = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + plain[24:29]
    return plain[:12] + header + zlib.crc32(header).to_bytes(4, "big") + plain[33:]


@pytest.mark.parametrize("side", [6_400, 30_000])
def test_too_many_pixels_are_refused_before_one_is_drawn(side: int) -> None:
    began = time.perf_counter()
    assert refused("huge.png", _claiming(side, side)) == "a_picture_is_too_large"
    assert time.perf_counter() - began < 0.2


def test_a_large_picture_is_kept_at_a_useful_size() -> None:
    _, _, content = admitted(handed("wide.jpg", photograph(size=(4000, 1000))))
    assert Image.open(io.BytesIO(content)).size == (2560, 640)


def test_a_document_keeps_its_words_and_loses_its_author() -> None:
    _, _, content = admitted(handed("letter.docx", office()))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"ambassador" in archive.read("word/document.xml")
        assert b"Anna" not in archive.read("docProps/core.xml")


def test_an_archive_that_unpacks_to_a_flood_is_refused() -> None:
    assert refused("bomb.docx", office(**{"word/flood.xml": b"0" * 20_000_000})) == "a_file_unpacks_too_large"


def test_an_archive_with_too_many_entries_is_refused() -> None:
    many = {f"word/{number}.xml": b"x" * 50 for number in range(2_000)}
    assert refused("many.docx", office(**many)) == "a_file_unpacks_too_large"


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd", "..\\system.ini"])
def test_an_archive_that_climbs_out_is_refused(path: str) -> None:
    assert refused("climb.docx", office(**{path: b"x"})) == "a_file_is_not_what_it_says"


def test_a_document_with_a_program_is_refused() -> None:
    assert refused("macro.docx", office(**{"word/vbaProject.bin": b"x"})) == "a_file_carries_a_program"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("picket.jpg", "picket.jpg"),
        ("C:\\Users\\Anna\\picket.JPG", "picket.jpg"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("shell.php.jpg", "shell_php.jpg"),
        ("evil\u202egpj.txt", "evilgpj.txt"),
        ("evil.html\0.jpg", "evil_html.jpg"),
        ("line\r\nbreak.txt", "linebreak.txt"),
        ('a"b;c.txt', "a_b_c.txt"),
        ("x" * 300 + ".txt", "x" * 80 + ".txt"),
        (".txt", "file.txt"),
        ("Пикет.jpg", "Пикет.jpg"),
    ],
)
def test_a_name_keeps_what_a_person_reads_and_nothing_else(given: str, kept: str) -> None:
    assert clean_name(given) == kept


def test_five_files_are_taken_and_not_six() -> None:
    file = ("a.txt", b"words")
    assert len(all_admitted([handed(*file) for _ in range(5)] + [handed("", b"")])) == 5
    with pytest.raises(Inadmissible, match="too_many_files"):
        all_admitted([handed(*file) for _ in range(6)])
