"""Which kind of file some bytes are: told by what is in them, with the name only to settle a tie."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath
from typing import Literal

from assistant.readers import text_kinds
from assistant.readers.content import Unreadable
from assistant.readers.encodings import decode

Kind = Literal[
    "text", "markdown", "html", "email", "pdf", "image", "docx", "odt", "xlsx", "csv", "json", "jsonl"
]  # fmt: skip

_HEAD = 1 << 18  # bytes of a text that are looked at
_PDF_WITHIN = 1024  # bytes that may stand before the mark of a PDF
_TIFF = (b"II*\x00", b"MM\x00*")
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", *_TIFF)
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What an OLE2 file holds, by the name of a stream in it, and what to do; the first that fits tells.
_OLE2_KINDS = (
    ("EncryptedPackage", "protected by a password: save a copy without it"),
    ("__properties_version1.0", "an Outlook message (.msg): open it and save it as .eml, or as plain text (.txt)"),
    ("WordDocument", "an old Word file (.doc): open it and save it as .docx"),
    ("Workbook", "an old Excel file (.xls): open it and save it as .xlsx or .csv"),
    ("PowerPoint Document", "an old PowerPoint file (.ppt): open it and save it as PDF"),
)
_REFUSED = (
    (b"{\\rtf", "an RTF file: open it and save it as .docx or as plain text (.txt)"),
    (b"%!PS", "a PostScript file: convert it to PDF"),
    (b"\x1f\x8b", "a compressed file (gzip): unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive (7z): unpack it first"),
    (b"Rar!\x1a\x07", "a compressed archive (RAR): unpack it first"),
    (b"BZh", "a compressed file (bzip2): unpack it first"),
    (b"\xfd7zXZ\x00", "a compressed file (xz): unpack it first"),
    (b"\x7fELF", "a program, not a posting: remove it from the folder"),
    (b"bplist00", "a property list of Apple, such as a .webarchive: save the page as .html or PDF"),
)
_PROGRAM = "a program, not a posting: remove it from the folder"
_HEIC = "a photo in the HEIC format: save it as JPEG or PNG"
_BINARY = "not a text file (binary data): save it as plain text (.txt, UTF-8) and try again"
_ODT = "application/vnd.oasis.opendocument.text"
# What a zip file holds, by the beginning of a name in it, or of the name that its `mimetype` gives.
_ZIP_KINDS = (
    ("xl/workbook.bin", "a binary Excel file (.xlsb): open it and save it as .xlsx or .csv"),
    ("ppt/", "a PowerPoint file (.pptx): open it and save it as PDF"),
    ("application/vnd.oasis.opendocument.spreadsheet", "a spreadsheet (.ods): open it and save it as .xlsx or .csv"),
    ("application/vnd.oasis.opendocument.presentation", "a presentation (.odp): open it and save it as PDF"),
    ("application/epub", "an electronic book (.epub): save the posting as PDF or plain text (.txt)"),
    ("Index/Document.iwa", "an Apple Pages file: open it and export it as .docx or PDF"),
    ("Index.zip", "an Apple Pages file: open it and export it as .docx or PDF"),
)
_PLAIN_ZIP = "a zip archive: unpack it and put the files in the folder"
_DAMAGED_ZIP = "a damaged Word, OpenDocument, Excel or zip file: download or save it again"


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a file, or Unreadable with what to do for one that no reader takes."""
    if not data:
        raise Unreadable("no text in it: the file is empty")
    kind = _binary_kind(data)
    if kind:
        return kind
    decoded = decode(data[:_HEAD])
    if decoded is None:
        raise Unreadable(_BINARY)
    return text_kinds.kind_of(decoded.text, len(data) <= _HEAD, PurePath(name).suffix.lower())


def _binary_kind(data: bytes) -> Literal["pdf", "image", "docx", "odt", "xlsx"] | None:
    """The kind of a file that is no text, None for what may be one, Unreadable for what is refused."""
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _zip_kind(data)
    if _is_pdf(data):
        return "pdf"
    if data.startswith(_IMAGES) or _is_marked_inside(data):
        return "image"
    if data.startswith(_OLE2):
        raise Unreadable(_ole2_refusal(data))
    if data.startswith(b"MZ") and b"\x00" in data[:64]:
        raise Unreadable(_PROGRAM)
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"heim", b"hevc", b"avif"):
        raise Unreadable(_HEIC)
    for mark, refusal in _REFUSED:
        if data.startswith(mark):
            raise Unreadable(refusal)
    return None


def _is_pdf(data: bytes) -> bool:
    """Other bytes may stand before the mark; then what a PDF has further on must be there too."""
    return data.startswith(b"%PDF-") or (b"%PDF-" in data[:_PDF_WITHIN] and b"endobj" in data)


def _is_marked_inside(data: bytes) -> bool:
    """WebP, and BMP, whose two letters need the size that stands behind them."""
    webp = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    return webp or (data.startswith(b"BM") and data[6:10] == b"\x00\x00\x00\x00" and data[14:15] in b"\x0c\x28\x6c\x7c")


def _ole2_refusal(data: bytes) -> str:
    for stream, refusal in _OLE2_KINDS:
        if stream.encode("utf-16-le") in data:
            return refusal
    return "an old Office file: open it and save it as .docx, .xlsx or PDF"


def _zip_kind(data: bytes) -> Literal["docx", "odt", "xlsx"]:
    """Only the directory of the archive is looked at, and the few bytes of `mimetype`, which are not packed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise Unreadable(_DAMAGED_ZIP) from error
    names.append(_mimetype(data))
    for beginning, refusal in _ZIP_KINDS:
        if any(name.startswith(beginning) for name in names):
            raise Unreadable(refusal)
    if "word/document.xml" in names or ("[Content_Types].xml" in names and _any_below(names, "word/")):
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if names[-1] in (_ODT, f"{_ODT}-template"):
        return "odt"
    raise Unreadable(_PLAIN_ZIP)


def _any_below(names: list[str], folder: str) -> bool:
    return any(name.startswith(folder) for name in names)


def _mimetype(data: bytes) -> str:
    """What OpenDocument and EPUB files say they are: the first entry, stored as it is."""
    found = re.match(rb"PK\x03\x04.{22}\x08\x00.{2}mimetype([\w./+-]{1,80})", data[:200], re.DOTALL)
    return found[1].decode("ascii").removesuffix("PK") if found else ""
