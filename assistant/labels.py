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
_LINK = r"de|du|des|la|le|les|lès|lez|sur|sous|en|aux|el|al|of|the"
_PART = rf"{UPPER}[\w'’]{{1,30}}+"
PLACE = (
    rf"{_PART}(?:(?: (?:(?:{_LINK}) |[dl]['’]){{0,2}}|-(?:(?:{_LINK}|et|au|à)-|[dl]['’]){{0,3}})"
    rf"(?!CDI\b|CDD\b|H/F|F/H|CONTRAT\b|BTP\b){_PART}){{0,4}}"
)
# A colon, or dots that lead to the value, stand behind it: « Lieu ...... Rabat ».
# Before a label may stand list marks, emphasis and pictures: whatever is no letter, digit, bracket or quotation mark.
_LABEL = re.compile(
    r"[^\w:(\[«“\"'/\n]*+(?:(?:\d{1,2}|[IVX]{1,4}|[a-h])\s?[.)]\s{1,3}+)?([^:\n]{2,40}?)\**+\s*+"
    r"(?::|\?|\s[–—-](?=\s)|\.{3,80}+:?|…{1,40}+:?)\s*+\**+\s*+(?=[^\s.…])"
)
# « 4. Lieu de la prestation. Douala »: a stop behind the label, too, where the whole is numbered.
_NUMBERED = re.compile(rf"\W{{0,4}}(?:\d{{1,2}}|[IVX]{{1,4}})\s?[.)–-]\s{{1,3}}+([^.:\n]{{2,40}}?)\.\s(?={UPPER})")
_PIN = re.compile(r"\W{0,3}📍\ufe0f?\s*(?=\w)")
_AROUND = " *#>›»|·-–—[]()←→"
_NOTICE = re.compile(r"\W{0,2}(?:\*{3}|!{2}|⚠)")
_INNER = re.compile(rf"(?:[.;|·,]\**\s+|\s[–—-]\s+)\**({UPPER}[^:;|.\n]{{1,39}}?)\**\s*:\s*\**\s*(?=\S)")
_CELL = re.compile(r"[^|\n]+")
_MOST_CELLS = 8
_SPACED = re.compile(r"(\w[^:|\n]{1,38}?)(?:\t\s{0,80}| {3,80})(?=\S)")
_MARKS = " *#_:–—-\t"
_LONGEST_VALUE = 80  # characters of what stands on the line below a label
_OPENING_LINES = 14  # a title stands among the first lines, if there is one
# Texts whose title, employer and places are remembered: each is wanted several times while a posting is read.
LATEST = 4


def opening_of(text: str, furniture: Sequence[Span]) -> list[Line]:
    """The first lines of a text, page headers apart."""
    apart = {span.start for span in furniture}
    lines = [line for line in lines_of(text[:4000]) if line.start not in apart]
    return _without_notices(text, lines[_menu(lines) :])[:_OPENING_LINES]


def _menu(lines: Sequence[Line]) -> int:
    """How many lines at the top are those of a website's menu; a single one is no menu."""
    words = table("identity.toml")["first_line"]["menu"]
    count = next((n for n, line in enumerate(lines) if fold(line.text.strip(_AROUND)) not in words), 0)
    return count if count > 1 else 0


def _without_notices(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines without a paragraph in stars or exclamation marks that puts off a date."""
    kept: list[Line] = []
    within = False
    for number, line in enumerate(lines[: 2 * _OPENING_LINES]):
        if number and "\n\n" in text[lines[number - 1].end : line.start].replace(" ", ""):
            within = False
        within |= bool(_NOTICE.match(line.text)) and not _notice_words().isdisjoint(_words(line.text))
        if not within:
            kept.append(line)
    return kept or list(lines)


def labelled(lines: Iterable[Line], what: str) -> Iterator[Span]:
    """What stands behind the labels of `what` (a key of the table), or on the line below them, line by line."""
    labels = _labels(what)
    every = list(lines)
    for line, below in zip(every, [*every[1:], None][: len(every)], strict=True):
        found = _LABEL.match(line.text)
        found = found if found and fold(found.group(1)) in labels else _NUMBERED.match(line.text)
        if cell := _cell(line, labels):
            yield cell
        elif found and fold(found.group(1)) in labels:
            yield Span(line.start + found.end(), line.end)
        elif what == "location" and (pin := _PIN.match(line.text)):
            yield Span(line.start + pin.end(), line.end)
        elif below and fold(line.text.strip(_MARKS)) in labels and _is_value(line, below):
            yield below.span
        elif what == "location":
            inner = (m for m in _INNER.finditer(line.text) if fold(m.group(1)) in labels)
            yield from (Span(line.start + match.end(), line.end) for match in inner)


def _cell(line: Line, labels: frozenset[str]) -> Span | None:
    """The cell behind a label in a row of two cells, or of pairs of them, or what stands far behind a label.

    A row of three is one of a larger table, and one whose second cell is a label too heads such a table.
    """
    cells = [cell for cell in _CELL.finditer(line.text) if cell.group().strip(_MARKS)]
    if "|" not in line.text:
        spaced = _SPACED.match(line.text)
        return Span(line.start + spaced.end(), line.end) if spaced and fold(spaced.group(1)) in labels else None
    if len(cells) % 2 or len(cells) > _MOST_CELLS:
        return None
    for label, value in zip(cells[::2], cells[1::2], strict=True):
        words = value.group().strip(_MARKS)
        if fold(label.group().strip(_MARKS)) in labels and not _is_label(words):
            start = line.start + value.start() + value.group().index(words)
            return Span(start, start + len(words))
    return None


def _is_value(label: Line, below: Line) -> bool:
    """Whether the line below a label that stands by itself is its value: short, no sentence, no label."""
    words = below.text.strip(_MARKS)
    set_apart = label.text != label.text.strip(_MARKS) or label.text.isupper()
    near = below.start - label.end <= 3
    whole = below.text.rstrip(" *_")
    plain = len(words) <= _LONGEST_VALUE and not whole.endswith((".", ";", ":", "!", "?")) and ":" not in words
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
def _notice_words() -> frozenset[str]:
    return frozenset(table("identity.toml")["first_line"]["notices"])


@cache
def _jobs() -> frozenset[str]:
    return frozenset(table("identity.toml")["jobs"]["words"])


@cache
def _labels(what: str) -> frozenset[str]:
    return frozenset(table("identity.toml")["labels"][what])
