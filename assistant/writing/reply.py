"""The reply of a model, read line by line as it comes: statements with the numbers and quotes they stand on.

The form is one that any model can follow, and what comes near it is understood: list marks, quotes on the same line,
several statements on one line, thoughts before the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_NUMBERS = re.compile(r"\s{0,2}[\[【(](\d{1,3}(?:\s?[,;]\s?\d{1,3}){0,9})[\])】]")
_INLINE = re.compile(
    r"\s{0,2}[\[【](\d{1,3})(?:[\]】]\s{0,2}:?\s{0,2}|\s{0,2}:\s{0,2})[\"“«]([^\"”»\n]{4,1200})[\"”»][\]】]?"
)
_QUOTE_LINE = re.compile(r"(?:>+|quote\s?:|citation\s?:)\s{0,4}", re.IGNORECASE)
_QUOTED = re.compile(r"[\[【(]?(\d{1,3})(?:[\])】]\s{0,3}[:.–—-]?|\s?[:.)])\s{0,3}(.{4,1500})")
_LIST_MARK = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s{1,4}|#{1,6}\s{1,4}")
_LABEL = re.compile(r"(?:statement|answer|réponse|énoncé|finding)\s?\d{0,2}\s?:\s{0,3}", re.IGNORECASE)
_NEXT = re.compile(r"(?<=\d[\]】])[.;]?\s{1,3}(?=[A-ZÀ-ÖØ-Þ«“\"])")
_THOUGHT = ("<think>", "<thinking>", "<reasoning>")
_THOUGHT_END = ("</think>", "</thinking>", "</reasoning>")


@dataclass(frozen=True)
class Said:
    """One statement of a reply: its words without the numbers, the numbers, and quotes by number."""

    text: str
    numbers: tuple[int, ...] = ()
    quotes: tuple[tuple[int, str], ...] = ()


def statements_in(pieces: Iterable[str]) -> Iterator[Said]:
    """The statements of a reply, each as soon as the next line is there (it may be its quote)."""
    open_ones: list[Said] = []
    for line in _lines(pieces):
        quote = _quote_of(line)
        if quote and open_ones:
            last = open_ones.pop()
            open_ones.append(Said(last.text, last.numbers, (*last.quotes, quote)))
        elif not quote:
            yield from open_ones
            open_ones = [said for part in _NEXT.split(line) if (said := _statement(part))]
    yield from open_ones


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    """The lines that say something: no blank ones, no fences, no thoughts."""
    thinking = False
    for line in _split(pieces):
        text = line.strip()
        if text.startswith(_THOUGHT):
            thinking = True
        for end in _THOUGHT_END:
            if end in text:
                thinking, text = False, text.split(end, 1)[1].strip()
        if text and not thinking and not text.startswith("```"):
            yield text


@dataclass
class _Buffer:
    parts: list[str] = field(default_factory=list)

    def taken(self) -> str:
        text = "".join(self.parts)
        self.parts.clear()
        return text


def _split(pieces: Iterable[str]) -> Iterator[str]:
    held = _Buffer()
    for piece in pieces:
        *whole, rest = re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", piece)
        for line in whole:
            held.parts.append(line)
            yield held.taken()
        held.parts.append(rest)
    yield held.taken()


def _quote_of(line: str) -> tuple[int, str] | None:
    """The number and words of a line that holds nothing but a quote."""
    mark = _QUOTE_LINE.match(line)
    bare = line[mark.end() :] if mark else line
    found = _QUOTED.fullmatch(bare)
    if not found:
        return None
    words = found[2].strip()
    quoted = words[:1] in "\"“«'„" and words.rstrip(".,; ")[-1:] in "\"”»'“"
    return (int(found[1]), words.strip()) if mark or quoted else None


def _statement(line: str) -> Said | None:
    text = line.replace("**", "").strip()
    for before in (_LIST_MARK, _LABEL):
        found = before.match(text)
        text = text[found.end() :] if found else text
    quotes = tuple((int(number), words) for number, words in _INLINE.findall(text))
    text = _INLINE.sub("", text)
    numbers = [int(each) for found in _NUMBERS.finditer(text) for each in re.findall(r"\d+", found[1])]
    words = " ".join(_NUMBERS.sub("", text).split())
    words = re.sub(r"\s+([.,;])(?=\s|$)", r"\1", words)
    if not any(c.isalnum() for c in words):
        return None
    return Said(words, tuple(dict.fromkeys([*numbers, *(number for number, _ in quotes)])), quotes)
