"""The body of a mail as text, without what mail programmes put around and before what was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from assistant.resources import table
from assistant.text import fold

_QUOTE_MARKS = re.compile(r"^(?>(?:>[ \t]?)+)", re.MULTILINE)
_RULES = " -_*=>:"
_LABEL = re.compile(r"\s*\**([^\s:*][^:\n]{0,30}?)\s?\**\s?:\**(?:\s|$)")
_LONGEST_BANNER = 200
_FEWEST_HEADERS = 3  # lines that make a block without a banner above it
_LONGEST_NOTE = 400  # characters above a mail handed on
_MANY_BLANKS = re.compile(r"\n{4,}")
_SIGNATURE = "-- "
_PREFIX = re.compile(r"\s*([^\W\d_]{1,10})\s?(?:\[\d{1,3}\])?\s?:\s*")


def unquoted(text: str) -> str:
    """`text` without the « > » of quoted lines, the banners of mails handed on, and the header lines below those.

    A short note above such a mail comes behind it: a posting begins with its own words.
    """
    lines = _QUOTE_MARKS.sub("", text).split("\n")
    first = next((at for at, line in enumerate(lines) if _is_banner(line)), 0)
    note, rest = _joined(lines[:first]), _joined(_without_banners(lines[first:]))
    if len(note) < _LONGEST_NOTE < len(rest):
        note, rest = rest, note
    return "\n\n".join(filter(None, (note, rest))) + "\n"


def _joined(lines: Iterable[str]) -> str:
    return _MANY_BLANKS.sub("\n\n\n", "\n".join(lines)).strip("\n ")


def unflowed(text: str, joined: bool) -> str:
    """The lines of `format=flowed` put together again: one that ends with a space goes on in the next.

    With `joined` (`delsp=yes`) that space is no part of the text.
    """
    lines: list[str] = []
    depth, flows = "", False
    for line in text.split("\n"):
        marks = _QUOTE_MARKS.match(line)
        level = marks[0].replace(" ", "") if marks else ""
        words = line[marks.end() if marks else 0 :].removeprefix(" ")
        if flows and level == depth and words:
            lines[-1] += words
        else:
            lines.append(words)
        depth, flows = level, words.endswith(" ") and words != _SIGNATURE
        if flows and joined:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def bare_subject(subject: str) -> str:
    """A subject without « Fwd: », « TR : », « Re: »."""
    prefixes = _words()["prefixes"]
    while (found := _PREFIX.match(subject)) and fold(found[1]) in prefixes:
        subject = subject[found.end() :]
    return subject.strip()


@cache
def _words() -> Mapping[str, Any]:
    return table("mail.toml")


def _without_banners(lines: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(lines):
        banner = _is_banner(lines[at])
        start = at + banner
        if banner:
            while start < len(lines) and not lines[start].strip():
                start += 1
        end = start
        while end < len(lines) and _is_header(lines[end]):
            end += 1
        if banner or end - start >= _FEWEST_HEADERS:
            at = max(end, at + 1)
        else:
            yield from lines[at : max(end, at + 1)]
            at = max(end, at + 1)


def _is_banner(line: str) -> bool:
    if not line.strip() or len(line) > _LONGEST_BANNER:
        return False
    folded = fold(line.replace("\u00a0", " "))
    bare = folded.strip(_RULES)
    for words in _words()["banners"]:
        if bare.startswith(words[:-1].strip()) if words.endswith("*") else bare == words.strip(_RULES):
            return True
    spaced = re.sub(r"\s?:$", " :", folded)
    return any(spaced.startswith(first) and spaced.endswith(last) for first, last in _words()["answers"])


def _is_header(line: str) -> bool:
    found = _LABEL.match(line)
    return found is not None and fold(found[1]) in _words()["headers"]
