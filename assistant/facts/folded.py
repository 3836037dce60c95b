"""Text folded character by character, and patterns over it: a place in the folded text is the same in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable


def _table() -> dict[int, str]:
    letters = {code: unicodedata.normalize("NFKD", chr(code))[0] for code in range(0xC0, 0x250)}
    letters |= dict.fromkeys(map(ord, "’‘ʼ´`"), "'") | dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
    letters |= dict.fromkeys(map(ord, "«»“”„"), '"')
    letters |= dict.fromkeys(map(ord, "\n\t*_\u00a0\u2002\u2003\u2005\u2009\u200a\u200b\u202f"), " ")
    letters |= dict.fromkeys(map(ord, "¹²³⁴"), " ")  # of a footnote
    letters |= {ord(c): "ا" for c in "أإآٱ"} | {ord("ى"): "ي", ord("ة"): "ه"}
    return letters | {0x660 + digit: str(digit) for digit in range(10)}


_LETTERS = _table()
_APOSTROPHE = re.compile(r"(?:(?<=\w)'(?=(\w))|')")  # the group is there within a word


def folded(text: str) -> str:
    """`text` in lower case without accents and emphasis, with plain quotes, dashes and spaces: as long as `text`."""
    return text.translate(_LETTERS).lower()


def one_of(phrases: Iterable[str]) -> str:
    """An expression for any of several phrases, the longest first, to build others with; it knows no word ends.

    A space stands for up to twelve, as where a line was wrapped and indented, and spaces may follow an apostrophe.
    """
    return "|".join(_expression(words) for words in sorted(set(phrases), key=lambda words: (-len(words), words)))


def alternatives(phrases: Iterable[str], *, after_digits: bool = False) -> str:
    """An expression for any of the phrases as whole words; a phrase that ends in `*` may go on.

    `after_digits` lets it begin right behind a number.
    """
    by_letter: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=len, reverse=True):
        letter = re.escape(folded(phrase[0]))
        by_letter.setdefault(letter, []).append(_whole(phrase)[len(letter) :])
    # One branch a letter: a position whose letter begins no phrase costs one look.
    parts = "|".join(f"{letter}(?:{'|'.join(ends)})" for letter, ends in by_letter.items())
    return rf"(?<![^\W\d])(?:{parts})" if after_digits else rf"(?<!\w)(?:{parts})"


def _whole(phrase: str) -> str:
    if phrase.endswith("*"):
        return rf"{_expression(phrase[:-1])}\w*"
    # « minimum d' » stands against the word that follows it.
    return _expression(phrase) if phrase.endswith("'") else rf"{_expression(phrase)}(?!\w)"


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the phrases of `alternatives` in folded text."""
    return re.compile(alternatives(phrases))


def last_start(found: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> int:
    """Where the last of the pattern's words in `text[start:end]` begins, -1 where there is none."""
    return max((match.start() for match in found.finditer(text, start, len(text) if end is None else end)), default=-1)


def _expression(phrase: str) -> str:
    """« l'offre » also without its apostrophe, as people write in a hurry: « l offre »."""
    escaped = re.escape(folded(phrase)).replace(r"\ ", r"\s{1,12}")
    return _APOSTROPHE.sub(lambda found: r"(?:'\s{0,5}|\s)" if found[1] else r"'\s?", escaped)
