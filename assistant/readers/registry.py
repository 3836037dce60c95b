"""Any file to the postings in it: the one way in to the readers."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from assistant.readers.content import Content, FailedPart, Unreadable
from assistant.readers.kinds import Kind, kind_of

LONGEST = 2_000_000  # characters of one posting; a job posting has a hundredth of that
_LARGEST: Mapping[Kind, int] = {"text": 8_000_000, "markdown": 8_000_000, "html": 32_000_000}  # bytes
_NO_TEXT = "no text in it"
_MODULES: Mapping[Kind, str] = {
    "text": "plain",
    "markdown": "plain",
    "html": "webpage",
    "email": "mail",
    "pdf": "pdf",
    "image": "ocr",
    "docx": "word",
    "odt": "opendocument",
    "xlsx": "table",
    "csv": "table",
    "json": "table",
    "jsonl": "table",
}


def read(data: bytes, name: str, mapping: Mapping[str, str] | None = None) -> Iterator[Content | FailedPart]:
    """The postings in a file, at least one, and what of it failed, or Unreadable; `mapping` names a table's columns.

    `name` is never opened: its ending settles a tie between kinds, and messages use it. A reader's module, with the
    libraries that it needs, is loaded when the first file of its kind comes.
    """
    kind = kind_of(data, name)
    if len(data) > _LARGEST.get(kind, len(data)):
        raise Unreadable(f"larger than {_LARGEST[kind] // 1_000_000} MB: split it into one file a posting")
    module = importlib.import_module(f"assistant.readers.{_MODULES[kind]}")
    found: Iterable[Content | FailedPart]
    found = module.read(data, name, kind, mapping) if _MODULES[kind] == "table" else module.read(data, name)
    checked = map(_checked, found)  # a table has more rows than there is room for at once
    first = list(islice(checked, 2))
    if len(first) == 1 and isinstance(failed := first[0], FailedPart):
        raise Unreadable(failed.why)
    if not first:
        raise Unreadable(_NO_TEXT)
    return chain(first, checked)


def _checked(found: Content | FailedPart) -> Content | FailedPart:
    """What was found, or why it is no posting."""
    if isinstance(found, FailedPart):
        return found
    if not any(map(str.isalnum, found.text)):
        return FailedPart(found.part, _NO_TEXT)
    if len(found.text) > LONGEST:
        return FailedPart(found.part, f"more than {LONGEST:,} characters of text: split it into one file a posting")
    return found
