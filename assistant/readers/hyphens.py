"""Words that a line's end has parted, made whole: « expé- / rience », « porte- / parole ».

The rule: the hyphen stays where the document has the word with it elsewhere, or where it stands before a capital or a
number, behind a known beginning (`porte-`, `full-`) or before a known end (`-là`, `-même`, `-based`; the words are in
`data/reading.toml`); it goes everywhere else, and where the document has the word without it elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from assistant.resources import table
from assistant.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:\S*(?:@|://)\S*|www\.\S+)[./_?&=@%-]")
_ENDS_IN_HYPHEN = re.compile(r"[^\W\d_]+[-\u2010\u2011\u00ad]")


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words of a document's lines, folded, but for those that a line's end may have parted."""
    found: set[str] = set()
    for line in lines:
        words = _WORD.findall(line)
        found.update(fold(word) for word in words[1:-1])
    return frozenset(found)


def is_parted(before: str, after: str) -> bool:
    """Whether the end of one line and the beginning of the next belong to one word or address."""
    last, first = _last(before), after.split(maxsplit=1)[0] if after else ""
    if _ADDRESS.fullmatch(last) and first[:1].isalnum():
        return True
    return bool(_ENDS_IN_HYPHEN.search(last[-40:]) and last[-1] in "-\u2010\u2011\u00ad" and first[:1].isalpha())


def together(before: str, after: str, known: frozenset[str]) -> str:
    """Two lines whose break parts a word or an address, as one; `known` are the words of the document."""
    if _ADDRESS.fullmatch(_last(before)):
        return before + after
    stem = before[:-1]
    soft = before[-1] == "\u00ad"
    start, rest = _WORD.findall(stem)[-1], _WORD.match(after)
    end = rest.group() if rest else ""
    return stem + after if soft or not _keeps_hyphen(start, end, known) else f"{stem}-{after}"


def _keeps_hyphen(start: str, end: str, known: frozenset[str]) -> bool:
    if not end or end[0].isupper():
        return True
    whole = fold(start + end)
    if whole in known:
        return False
    words = _vocabulary()
    if fold(f"{start}-{end}") in known:
        return True
    pieces = fold(start).split("-")
    return len(pieces) > 2 or pieces[-1] in words["first"] or end in words["last"]


def _last(line: str) -> str:
    return line.rsplit(maxsplit=1)[-1] if line.strip() else ""


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    words = table("reading.toml")["hyphen"]
    return {name: frozenset(words[name]) for name in ("first", "last")}
