"""From the files of a folder to postings."""

from __future__ import annotations

from pathlib import Path

from assistant.domain import Posting
from assistant.errors import UserError
from assistant.identity import location_of, organisation_of, title_of
from assistant.language import detect
from assistant.sections import sections_of
from assistant.text import decode

RULES = "1"  # goes up when the same file would be read into other sections, chunks or facts
LARGEST = 2_000_000  # bytes; a job posting has a hundredth of that
_OTHER_FORMATS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word, OpenDocument or zip file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "an RTF file",
}


class Unreadable(UserError):  # noqa: N818 - it tells of a file, as the report of indexing does
    """One file that cannot be read as a posting; the message says why and what to do."""


def files_of(folder: Path) -> list[str]:
    """The names of the files in `folder` and below, relative to it and sorted; hidden ones are left out."""
    names = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(name.as_posix() for name in names if not any(part.startswith(".") for part in name.parts))


def is_nameable(path: Path) -> bool:
    """Whether the name is text: one in another encoding than the system's cannot be stored or shown."""
    return not any("\ud800" <= c <= "\udfff" for c in str(path))


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """The content of a file of at most `largest` bytes, or Unreadable."""
    if not is_nameable(path):
        raise Unreadable("its name is not in UTF-8: rename it")
    try:
        if path.stat().st_size > largest:
            raise Unreadable(f"larger than {largest // 1_000_000} MB: split it into one file a posting")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"cannot be opened: {error.strerror or error}") from error


def text_of(data: bytes) -> str:
    """The text of a file, or Unreadable where there is none."""
    kind = next((kind for mark, kind in _OTHER_FORMATS.items() if data.startswith(mark)), None)
    text = None if kind else decode(data)
    if text is None:
        kind = kind or "binary data"
        raise Unreadable(f"not a text file ({kind}): save it as plain text (.txt, UTF-8) and try again")
    if not any(c.isalnum() for c in text):
        raise Unreadable("no text in it")
    return text


def posting_of(source: str, name: str, text: str) -> Posting:
    """The posting of a text: its sections, whose it is, and its language."""
    sections, furniture = sections_of(text)
    return Posting(
        id=f"{source}/{name}",
        source=source,
        name=name,
        text=text,
        title=title_of(text, sections, furniture),
        organisation=organisation_of(text, sections, furniture),
        location=location_of(text, sections, furniture),
        language=detect(text),
        sections=sections,
        furniture=furniture,
    )
