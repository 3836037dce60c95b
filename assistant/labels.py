"""What the readers of titles, organisations and places share: labelled lines, and patterns of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from assistant.domain import Span
from assistant.lines import Line, lines_of
from assistant.resources import table
from assistant.text import fold, plain_gender

NOT_STATED = Span(0, 0)
UPPER = r"[^\W\d_a-zß-ÿ]"
_SMALL = "de|du|des|d'|la|le|les|et|of|the|for|and|&|sans|pour|sur|en|al|el"  # between the words of a name
# What has been taken is not tried again in parts (+), so that no text of any kind takes long.
NAME = rf"{UPPER}[\w&.'’-]{{0,80}}+(?:[ -](?:(?:{_SMALL})\s){{0,4}}+(?:[dl]['’])?{UPPER}[\w&'’-]{{0,80}}+){{0,6}}"
# A colon, or dots that lead to the value, stand behind it: « Lieu ...... Rabat ».
# Before a label may stand list marks, emphasis and pictures: whatever is no letter, digit, bracket or quotation mark.
_LABEL = re.compile(r"[^\w:(\[«“\"'/\n]*+([^:\n]{2,40}?)\**+\s*+(?::|\.{3,80}+:?|…{1,40}+:?)\s*+\**+\s*+(?=[^\s.…])")
_COLUMN = re.compile(r"([^\W\d_][^:\n\t]{1,30}?)(?:[^\S\n]{3,}|\t\s*+)(?=\S)")  # « Poste      Comptable », of a table
_PIN = re.compile(r"\W{0,3}📍\ufe0f?\s*(?=\w)")
_INNER = re.compile(rf"(?:[.;|·,]\**\s+|\s[–—-]\s+)\**({UPPER}[^:;|.\n]{{1,39}}?)\**\s*:\s*\**\s*(?=\S)")
_MARKS = " *#_:–—-\t"
_LONGEST_VALUE = 80  # characters of what stands on the line below a label
_OPENING_LINES = 14  # a title stands among the first lines, if there is one


def opening_of(text: str, furniture: Sequence[Span]) -> list[Line]:
    """The first lines of a text, page headers apart."""
    apart = {span.start for span in furniture}
    return [line for line in lines_of(text[:4000]) if line.start not in apart][:_OPENING_LINES]


def labelled(lines: Iterable[Line], what: str) -> Iterator[Span]:
    """What stands behind the labels of `what` (a key of the table), or on the line below them, line by line."""
    labels = _labels(what)
    every = list(lines)
    for line, below in zip(every, [*every[1:], None], strict=True):
        found = _LABEL.match(line.text) or _COLUMN.match(line.text)
        if found and fold(found.group(1)) in labels:
            yield Span(line.start + found.end(), line.end)
        elif what == "location" and (pin := _PIN.match(line.text)):
            yield Span(line.start + pin.end(), line.end)
        elif below and fold(line.text.strip(_MARKS)) in labels and _is_value(line, below):
            yield below.span
        elif what == "location":
            inner = (m for m in _INNER.finditer(line.text) if fold(m.group(1)) in labels)
            yield from (Span(line.start + match.end(), line.end) for match in inner)


def _is_value(label: Line, below: Line) -> bool:
    """Whether the line below a label that stands by itself is its value: short, no sentence, no label."""
    words = below.text.strip(_MARKS)
    set_apart = label.text != label.text.strip(_MARKS) or label.text.isupper()
    near = below.start - label.end <= 3
    plain = len(words) <= _LONGEST_VALUE and not words.endswith((".", ";", ":", "!", "?")) and ":" not in words
    return set_apart and near and plain and words[:1].isalnum() and not words[:1].islower() and not _is_label(words)


def _is_label(words: str) -> bool:
    return any(fold(words) in _labels(what) for what in table("identity.toml")["labels"])


def first(spans: Iterable[Span]) -> Span:
    """The first that is stated."""
    return next((span for span in spans if span != NOT_STATED), NOT_STATED)


def place_of(text: str, words: str, start: int, offset: int = 0) -> Span:
    """The place of `words` in `text` from `start` on."""
    at = text.find(words, start)
    return Span(offset + at, offset + at + len(words)) if at >= 0 else NOT_STATED


def has_job(words: str) -> bool:
    """Whether the words hold the name of a job."""
    return not _jobs().isdisjoint(_words(words))


def has_jobs(words: str) -> bool:
    """Whether the words hold the name of a job, of one person or of several: « interprètes »."""
    return any(word in _jobs() or word.removesuffix("s") in _jobs() for word in _words(words))


def _words(words: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", fold(plain_gender(words)))


def one_of(words: Iterable[str]) -> str:
    """A pattern for folded words, longest first, that finds them with their accents."""
    return "|".join(_loose(word) for word in sorted(words, key=len, reverse=True))


def _loose(words: str) -> str:
    accents = {
        "a": "[aàâ]",
        "e": "[eéèê]",
        "i": "[iîï]",
        "o": "[oô]",
        "u": "[uùû]",
        "c": "[cç]",
        " ": r"[ \u00a0]+",
        "'": "['’]",
    }
    return "".join(accents.get(c, re.escape(c)) for c in words)


@cache
def _jobs() -> frozenset[str]:
    return frozenset(table("identity.toml")["jobs"]["words"])


@cache
def _labels(what: str) -> frozenset[str]:
    return frozenset(table("identity.toml")["labels"][what])
