"""Names of files and of their parts: data that is shown and compared, whatever somebody put into them."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

_LONGEST_PART = 200  # characters of the name of an attachment
_JOINERS = "\u200c\u200d"  # within words of some scripts, and within pictures
_TEMPORARY = (".part", ".crdownload", ".download", ".tmp", ".temp", ".swp", ".swx", ".lock", "~")
_SYSTEM = ("thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r", "__macosx")


def is_passed_over(part: str) -> bool:
    """Whether a file or folder of this name is none of the person's: hidden, temporary, or the system's own."""
    folded = part.casefold()
    return folded.startswith((".", "~$", ".~")) or folded.endswith(_TEMPORARY) or folded in _SYSTEM


def is_plain(name: str) -> bool:
    """Whether a name can be shown as it is: it is text, and nothing in it acts on the screen or turns its direction."""
    return all(_is_plain(character) for character in name)


def shown(name: str, longest: int = _LONGEST_PART) -> str:
    """`name` with a `\\u202e` written out for each character that acts, and cut where it is endless."""
    cut = name if len(name) <= longest else f"{name[: longest - 1]}…"
    return "".join(c if _is_plain(c) else f"\\u{ord(c):04x}" for c in unicodedata.normalize("NFC", cut))


def _is_plain(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


def document_name(file: str, part: str) -> str:
    """The name of a posting: its file, with # and the part where the file holds several."""
    return f"{file}#{part}" if part else file


def file_of(document: str, files: Container[str]) -> str:
    """Which of `files` a posting lies in, by its name; the name itself where it is none of theirs."""
    if document not in files:
        for place in range(len(document) - 1, 0, -1):
            if document[place] == "#" and document[:place] in files:
                return document[:place]
    return document


def possible_files(document: str) -> list[str]:
    """The files that a posting may lie in, by its name: that name, and what stands before each # in it."""
    return [document, *(document[:place] for place, character in enumerate(document) if character == "#")]
