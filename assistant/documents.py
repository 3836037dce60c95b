"""What lies in a folder, a document a posting: text files, and JSON Lines tables with a posting a row."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.reading import Unreadable, read_bytes, text_of
from assistant.text import clean

TABLES = (".jsonl", ".ndjson")
LARGEST_TABLE = 500_000_000  # bytes
_BODIES = ("description", "body", "text", "content")  # the columns that may hold a posting's text


@dataclass(frozen=True)
class Document:
    """One posting as it lies in a folder: `name` is its path there, with #row (from 1) for a row of a table."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def text(self) -> str:
        """The posting's text; Unreadable where there is none."""
        return _row_text(self.data) if is_row(self.name) else text_of(self.data)


def documents_of(folder: Path, name: str) -> Iterator[Document]:
    """The documents of a file of `folder`; Unreadable where it cannot be opened."""
    if not name.endswith(TABLES):
        yield Document(name, read_bytes(folder / name))
        return
    lines = read_bytes(folder / name, LARGEST_TABLE).split(b"\n")
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield Document(f"{name}#{number}", line)


def is_row(name: str) -> bool:
    """Whether the name is that of a row of a table."""
    return name.rpartition("#")[0].endswith(TABLES)


def file_of(name: str) -> str:
    """The file that a document lies in."""
    return name.rpartition("#")[0] if is_row(name) else name


def _row_text(line: bytes) -> str:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise Unreadable(f"this row is not JSON ({error}): mend or remove it") from error
    if not isinstance(row, dict):
        raise Unreadable("this row is not an object: it needs a title and a description")
    body = next((row[key] for key in _BODIES if row.get(key)), "")
    text = clean("\n\n".join(str(part) for part in (row.get("title"), body) if part))
    if not any(c.isalnum() for c in text):
        raise Unreadable(f"no text in this row: it needs one of {', '.join(_BODIES)}")
    return text
