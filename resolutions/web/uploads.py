"""What comes in as evidence: few kinds of file, checked by name and by content, pictures made anew."""

import io
import struct
import unicodedata
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from PIL import Image, ImageOps, UnidentifiedImageError
from werkzeug.datastructures import FileStorage

from resolutions.rules.errors import Inadmissible
from resolutions.rules.reporting import MOST_FILES

LARGEST = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 2560
MOST_ENTRIES = 2_000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_RATIO = 100
LONGEST_STEM = 80
ALLOWED = "JPG, PNG, WebP, PDF, DOCX, XLSX, CSV, TXT"
BROKEN = (OSError, EOFError, struct.error, zlib.error)

NO_AUTHOR = {
    "docProps/core.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
}


@dataclass(frozen=True)
class Kind:
    """A kind of file that is let in: what it is served as, and what makes its content safe."""

    media_type: str
    made_safe: Callable[[bytes, str], bytes]


def _unlike(name: str) -> Inadmissible:
    return Inadmissible("a_file_is_not_what_it_says", name=name)


def _picture(format_: str) -> Callable[[bytes, str], bytes]:
    """Draw a picture anew: what is not picture (place, camera, hidden payload) stays behind."""

    def made_safe(content: bytes, name: str) -> bytes:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", Image.DecompressionBombWarning)
                picture: Image.Image = Image.open(io.BytesIO(content), formats=[format_])
            if picture.width * picture.height > MOST_PIXELS:
                raise Inadmissible("a_picture_is_too_large", name=name, megapixels=MOST_PIXELS // 1_000_000)
            picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(picture)
            drawn = upright.convert("RGBA" if format_ != "JPEG" and upright.has_transparency_data else "RGB")
        except Image.DecompressionBombError as bomb:
            raise Inadmissible(
                "a_picture_is_too_large", name=name, megapixels=MOST_PIXELS // 1_000_000
            ) from bomb
        except (*BROKEN, UnidentifiedImageError, SyntaxError, ValueError) as broken:
            raise _unlike(name) from broken
        drawn.info.clear()
        kept = io.BytesIO()
        drawn.save(kept, format_, **({} if format_ == "PNG" else {"quality": 85}))
        return kept.getvalue()

    return made_safe


def _document(content: bytes, name: str) -> bytes:
    """Keep a PDF as it is: it is only ever handed out as an attachment."""
    if not content.startswith(b"%PDF-"):
        raise _unlike(name)
    return content


def _plain(content: bytes, name: str) -> bytes:
    """Keep words as they are, if they are words and not a page for a browser."""
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        raise _unlike(name) from broken
    if "\0" in words or words.lstrip().startswith("<"):
        raise _unlike(name)
    return content


def _check_entries(entries: list[zipfile.ZipInfo], name: str) -> None:
    paths = [PurePosixPath(entry.filename.replace("\\", "/")) for entry in entries]
    if any(path.is_absolute() or ".." in path.parts for path in paths):
        raise _unlike(name)
    if any((entry.external_attr >> 16) & 0o170000 == 0o120000 or entry.flag_bits & 1 for entry in entries):
        raise _unlike(name)
    if any(path.name.lower() == "vbaproject.bin" for path in paths):
        raise Inadmissible("a_file_carries_a_program", name=name)
    unpacked, packed = sum(e.file_size for e in entries), sum(e.compress_size for e in entries)
    if len(entries) > MOST_ENTRIES or unpacked > min(MOST_UNPACKED, MOST_RATIO * max(packed, 1)):
        raise Inadmissible("a_file_unpacks_too_large", name=name)


def _repacked(archive: zipfile.ZipFile, name: str) -> bytes:
    """Pack the entries again without the names of authors; what unpacks to more than it said is refused."""
    kept, unpacked = io.BytesIO(), 0
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as anew:
        for entry in archive.infolist():
            with archive.open(entry) as part:
                content = part.read(MOST_UNPACKED - unpacked + 1)
            unpacked += len(content)
            if unpacked > MOST_UNPACKED:
                raise Inadmissible("a_file_unpacks_too_large", name=name)
            # A fixed time: when somebody wrote is nobody's business either.
            anew.writestr(zipfile.ZipInfo(entry.filename), NO_AUTHOR.get(entry.filename, content), 8)
    return kept.getvalue()


def _office(main: str) -> Callable[[bytes, str], bytes]:
    def made_safe(content: bytes, name: str) -> bytes:
        if not content.startswith(b"PK\x03\x04"):
            raise _unlike(name)
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                _check_entries(archive.infolist(), name)
                if not {"[Content_Types].xml", main} <= set(archive.namelist()):
                    raise _unlike(name)
                return _repacked(archive, name)
        except (*BROKEN, zipfile.BadZipFile, NotImplementedError, RuntimeError) as broken:
            raise _unlike(name) from broken

    return made_safe


OFFICE = "application/vnd.openxmlformats-officedocument"
JPEG = Kind("image/jpeg", _picture("JPEG"))
KINDS: dict[str, Kind] = {
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".png": Kind("image/png", _picture("PNG")),
    ".webp": Kind("image/webp", _picture("WEBP")),
    ".pdf": Kind("application/pdf", _document),
    ".docx": Kind(f"{OFFICE}.wordprocessingml.document", _office("word/document.xml")),
    ".xlsx": Kind(f"{OFFICE}.spreadsheetml.sheet", _office("xl/workbook.xml")),
    ".csv": Kind("text/csv", _plain),
    ".txt": Kind("text/plain", _plain),
}
ACCEPT = ",".join(KINDS)


def clean_name(name: str) -> str:
    """A name without path, control characters, marks that turn the reading direction, or a second ending."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    seen = "".join(c for c in last if not unicodedata.category(c).startswith("C"))
    kept = "".join("_" if c in '<>:"|?*;%' else c for c in seen).strip().rstrip(" .")
    stem, dot, ending = kept.rpartition(".")
    if not dot:
        return kept[:LONGEST_STEM]
    return f"{stem.replace('.', '_').strip()[:LONGEST_STEM] or 'file'}.{ending.lower()}"


def admitted(upload: FileStorage) -> tuple[str, str, bytes]:
    """One file as (name, media type, content), made safe; or the refusal with its mend."""
    name = clean_name(upload.filename or "")
    kind = KINDS.get(f".{name.rpartition('.')[2]}")
    if kind is None:
        raise Inadmissible("a_kind_of_file_is_not_taken", name=name, allowed=ALLOWED)
    content = upload.stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise Inadmissible("a_file_is_too_large", name=name, megabytes=LARGEST // 1024 // 1024)
    if not content:
        raise Inadmissible("a_file_is_empty", name=name)
    return name, kind.media_type, kind.made_safe(content, name)


def all_admitted(uploads: Iterable[FileStorage]) -> list[tuple[str, str, bytes]]:
    """All files of one form; fields left empty are no files."""
    given = [upload for upload in uploads if upload.filename]
    if len(given) > MOST_FILES:
        raise Inadmissible("too_many_files", limit=MOST_FILES)
    return [admitted(upload) for upload in given]
