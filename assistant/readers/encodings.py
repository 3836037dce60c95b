"""Bytes to text, whatever encoding they are in."""

from __future__ import annotations

import codecs
import itertools
import re
from dataclasses import dataclass

import charset_normalizer

# The mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings of one byte a letter that French and Arabic texts are in, the usual one first: it wins a tie.
_OF_BYTES = {
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman",
    "cp1256": "Windows-1256",
    "cp850": "CP850",
    "iso8859-15": "ISO 8859-15",
    "iso8859-6": "ISO 8859-6",
}
# What browsers read for a page that says so.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "utf-16": "utf-8"}
_MOST_CONTROLS = 0.01  # share of control characters above which bytes are not a text
_MOST_LOST = 0.05  # share of letters beyond ASCII that may be lost in a text that is taken for UTF-8
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_SCORED = 4000  # letters beyond ASCII that are looked at
_WINDOW = 65_536
_LEAST_SCORE = 0.7
_FRENCH = frozenset("éèêëàâùûüçîïôœæÿ")
_FOREIGN = frozenset("áãäåìíñóòõöøúß")  # in names within a French text
_ARABIC = re.compile("[\u0621-\u064a]")
_BEYOND = re.compile(r"(?<!\n)[^\x00-\x7f]")
_APOSTROPHES = ("'", "’")
_OPENING, _CLOSING, _LOOSE = frozenset("«“‘„–—•·"), frozenset("»”…°€"), frozenset("\u00a0·•–—…«»€©®™½²³ºª°")
_RAISED = frozenset("½²³ºª")


@dataclass(frozen=True)
class Decoded:
    """A text, the name of its encoding, and whether that was told only by what the text then looks like."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, declared: str = "") -> Decoded | None:
    """The text of some bytes as it stands in them, or None where they are no text.

    A byte order mark decides, then UTF-16 by its zero bytes, strict UTF-8, the `declared` encoding (what a web page
    says of itself), and then the encoding in which the letters beyond ASCII stand where French or Arabic has them.
    No letter is left out: what an encoding does not know comes as U+FFFD.
    """
    found = _marked(data) or _utf16(data) or _utf8(data) or _declared(data, declared) or _nearly_utf8(data)
    found = found or _of_bytes(data)
    if found is None or len(_CONTROLS.findall(found.text)) > _MOST_CONTROLS * len(found.text):
        return None
    return found


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, errors="replace"), encoding)
    return None


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: every space and line end has a zero byte, always on the same side."""
    head = data[: min(len(data) & ~1, _WINDOW)]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 20 < len(head) or min(even, odd) * 20 > max(even, odd):
        return None
    encoding, name = ("utf-16-le", "UTF-16LE") if odd > even else ("utf-16-be", "UTF-16BE")
    text = data.decode(encoding, errors="replace")
    known = sum(c.isascii() or c.isalpha() or c in _LOOSE for c in text[:_WINDOW])
    return Decoded(text, name, guessed=True) if known * 10 >= len(text[:_WINDOW]) * 9 else None


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _declared(data: bytes, declared: str) -> Decoded | None:
    try:
        name = codecs.lookup(declared).name if declared else ""
        return Decoded(data.decode(_MEANT.get(name, name)), declared) if name else None
    except (LookupError, UnicodeError, ValueError):  # an encoding of Python that is not one of texts among them
        return None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bytes that are none: cut at its end, or with a paste from elsewhere."""
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    whole = sum(1 for _ in _BEYOND.finditer(text)) - lost
    return Decoded(text, "utf-8") if lost <= max(_MOST_LOST * whole, whole > 2) else None


def _of_bytes(data: bytes) -> Decoded | None:
    """The encoding of one byte a letter that puts the most letters where they can stand."""
    scores = {encoding: _score(text) for encoding in _OF_BYTES if (text := _strictly(data, encoding)) is not None}
    best = max(scores, key=scores.__getitem__, default="")
    if not best or scores[best] < _LEAST_SCORE:
        detected = charset_normalizer.from_bytes(data[:_WINDOW]).best()
        if detected is not None and (text := _strictly(data, detected.encoding)) is not None:
            return Decoded(text, detected.encoding, guessed=True)
        best = best or "cp1252"
    return Decoded(data.decode(best, errors="replace"), _OF_BYTES[best], guessed=True)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _score(text: str) -> float:
    """The share of characters beyond ASCII that stand where French or Arabic may have them."""
    found = [match.start() for match in itertools.islice(_BEYOND.finditer(text), _SCORED)]
    return sum(_fits(text, at) for at in found) / (len(found) or 1)


def _fits(text: str, at: int) -> float:
    letter, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if letter in _FRENCH:
        return not (before.isupper() and after.isupper()) and not _is_strange(before) and not _is_strange(after)
    if letter in _FOREIGN:
        return (before + after).isascii() and before.isalpha() and not after.isupper() and 0.5
    if letter.lower() in _FRENCH:
        if not before.isalpha() and not after.isalpha() and letter != "À":
            return after in _APOSTROPHES
        return not before.islower() and (not after.isalpha() or after.isascii() or after.lower() in _FRENCH)
    if _ARABIC.match(letter):
        return bool(_ARABIC.match(before) or _ARABIC.match(after)) and not (before.isascii() and before.isalpha())
    if letter == "’":
        return before.isalpha() and (after.isalpha() or after.isspace() or after == "«")
    if letter in "،؛؟":
        return bool(_ARABIC.match(before))
    if letter in _OPENING and not before.isalnum():
        return True
    if letter in _CLOSING and not after.isalnum():
        return True
    return letter in _LOOSE and not (
        after.isalpha() and (letter in _RAISED or (before.isalpha() and letter not in "·•"))
    )


def _is_strange(letter: str) -> bool:
    """A letter that is neither ASCII nor French: two such side by side come of a wrong encoding."""
    return letter.isalpha() and not letter.isascii() and letter.lower() not in _FRENCH
