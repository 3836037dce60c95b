"""Plain text and Markdown, in any encoding."""

from __future__ import annotations

import re

import ftfy

from assistant.domain import Notice
from assistant.readers.content import Content, Unreadable
from assistant.readers.encodings import Decoded, decode
from assistant.text import clean, spells_unseen

# What the first byte of a letter of UTF-8 looks like; few texts have it, and a look through ftfy takes a millisecond.
_MISREAD = re.compile("[ÂÃÅÐÑØÙ]|â€")
_MOST_LOST = 0.005  # share of letters that may be lost before it is said


def read(data: bytes, name: str) -> list[Content]:  # noqa: ARG001 - every reader takes a name
    """The one posting that a text file is, or Unreadable where the bytes are no text."""
    decoded = decode(data)
    if decoded is None:
        raise Unreadable("not a text file (binary data): save it as plain text (.txt, UTF-8) and try again")
    text = mended(decoded.text)
    return [Content(text, notices=notices(decoded, text))]


def mended(text: str) -> str:
    """`text` clean, and with the letters of UTF-8 that were read as Windows-1252 (`Ã©`) put right."""
    return clean(ftfy.fix_encoding(text) if _MISREAD.search(text) else text)


def notices(decoded: Decoded, text: str) -> tuple[Notice, ...]:
    """What a person should know of how the bytes of `text` became letters."""
    found = []
    if decoded.guessed:
        found.append(Notice("guessed_encoding", decoded.encoding))
    if text.count("\ufffd") > _MOST_LOST * len(text):
        found.append(Notice("broken_letters"))
    if spells_unseen(decoded.text):
        found.append(Notice("hidden_text"))
    return tuple(found)
