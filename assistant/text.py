"""Bytes to text as it is kept, and text to the folded form in which it is compared."""

from __future__ import annotations

import codecs
import re
import unicodedata

from vectorstore.analysis import fold as fold_letters

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MOST_CONTROLS = 0.01  # share of control characters above which bytes are not a text
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ENDING = "(?:ne|trice|rice|euse|ice|ère|ere|esse|se|le|e|es|s|x)"
_INCLUSIVE = re.compile(rf"(?<=\w)(?:[.·•‧⋅・･·/-]{_ENDING}(?:\.s|s)?|\({_ENDING}(?:\.s|s)?\)s?)(?!\w)", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def decode(data: bytes) -> str | None:
    """The text of a file, or None where the bytes are not a text.

    A byte order mark decides, then strict UTF-8, then Windows-1252. Line ends become `\\n`, accents are composed
    (NFC), and control characters become spaces, so that nothing downstream has to think of them.
    """
    text = _decoded(data)
    if text is None or len(_CONTROLS.findall(text.replace("\f", ""))) > _MOST_CONTROLS * len(text):
        return None
    return clean(text)


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                return None
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def clean(text: str) -> str:
    """`text` with `\\n` line ends, composed accents, and a space for each control character."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    return _CONTROLS.sub(" ", unicodedata.normalize("NFC", unified))


def fold(text: str) -> str:
    """The form in which words are compared: no case, accents, emphasis, invisible signs, or runs of space."""
    return _SPACE.sub(" ", fold_letters(text).replace("*", "")).strip()


def plain_gender(text: str) -> str:
    """`text` with the feminine endings of inclusive writing cut: `chargé(e)`, `chargé.e`, `chargé·e` → `chargé`."""
    return _INCLUSIVE.sub("", text)


def one_line(text: str) -> str:
    """`text` on one line, with single spaces and without Markdown emphasis."""
    return " ".join(text.replace("*", "").split())
