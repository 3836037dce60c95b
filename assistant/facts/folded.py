"""Text folded character by character, so that a place in the folded text is the same place in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_SPECIAL = {
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": " ", "*": " ", "_": " ", "\n": " ", "\t": " ",
    "«": '"', "»": '"', "“": '"', "”": '"', "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي",
}  # fmt: skip


def _base(char: str) -> str:
    """The letter without case and accents, or the character itself where that is not one letter."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", char.lower()) if not unicodedata.combining(c))
    return bare if len(bare) == 1 else char


_TABLE = str.maketrans(
    {chr(code): base for code in range(0x41, 0x250) if (base := _base(chr(code))) != chr(code)} | _SPECIAL
)


def aligned(text: str) -> str:
    """`text` in lower case without accents and emphasis, with plain quotes and spaces: as long as `text`."""
    return text.translate(_TABLE)


def phrase(words: str) -> str:
    """A pattern for folded words: a space stands for any run of up to four spaces."""
    return r"\s{1,4}".join(re.escape(word) for word in words.split())


def one_of(phrases: Iterable[str]) -> str:
    """A pattern for any of several folded phrases, the longest first."""
    return "|".join(phrase(words) for words in sorted(set(phrases), key=lambda words: (-len(words), words)))
