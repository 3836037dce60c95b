"""A posting cut into the pieces that state something, each with what its heading makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.chunks import pieces_of
from assistant.domain import Modality, Posting, Section, Span
from assistant.facts.folded import aligned, one_of
from assistant.lines import strip_bullet
from assistant.resources import table

_LONG = 260  # characters of a piece that may be several sentences run together
_SEPARATOR = re.compile(r"\*{3,}|<br ?/?>|\s[•▪➢►✓✔]\s|;\s|\s{3,}")
_LONGEST = 1500  # characters of a piece, at most
_TAG = re.compile(r"</(?:li|p|ul|ol|div|h\d)\s?>|<br ?/?>")
_ITEM = re.compile(r"\n[ \t]*(?=[-–•▪*·][ \t]?[^\W\d_])")  # a list mark without a space is one all the same
_UNSPACED = re.compile(r"(?<=[a-zéèêàç]{3}[.!?])(?=[A-ZÀ-Ý][a-zà-ÿ]{2})")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,80}>|&(?:nbsp|amp|quot|#\d{2,4});")
_SOFT = re.compile(r";|\*{3,}|<br ?/?>|\s[•▪➢►✓✔]\s")
_END = re.compile(r"(?:[\s;•▪➢►✓✔*]|<br ?/?>)+$")
_LEAD_IN = 160  # characters of a line that announces a list


@dataclass(frozen=True)
class Piece:
    """A sentence or list item at `start:end`; `folded` are its words, folded character by character.

    `governed` is the modality that its heading or the line above its list gives it, None where they give none.
    """

    start: int
    end: int
    folded: str
    raw: str
    section: Section | None
    governed: Modality | None
    heading: str  # the headings above it, folded


@lru_cache(maxsize=4)
def pieces(posting: Posting) -> tuple[Piece, ...]:
    """The pieces of a posting in order: its headings' own lines, sentences, list items, and glued sentences apart."""
    contrast = any(_has(section.heading, "strong") for section in posting.sections)
    found: list[Piece] = []
    for section in posting.sections:
        above = _path(section.path[:-1])
        if section.body_start > section.start and section.path:
            heading = Span(section.start, section.body_start)
            found.extend(_made(posting, section, span, None, above) for span in _trimmed(posting.text, [heading]))
        found.extend(_body(posting, section, contrast))
    return tuple(found)


def cuts(piece: Piece) -> list[int]:
    """Where a piece is cut for good: at semicolons and lost line breaks. Offsets into the piece."""
    return [0, *(found.end() for found in _SOFT.finditer(piece.raw)), len(piece.raw)]


def clause_at(piece: Piece, start: int, end: int) -> Span:
    """The clause of `piece` that holds `start:end` (offsets into the piece), as a place in the posting's text."""
    marks = cuts(piece)
    low = max(mark for mark in marks if mark <= start)
    high = min(mark for mark in marks if mark >= end)
    words = _END.sub("", piece.raw[low:high]) if high < len(piece.raw) else piece.raw[low:high]
    first = low + len(words) - len(words.lstrip())
    return Span(piece.start + min(first, start), piece.start + max(low + len(words), end))


def _body(posting: Posting, section: Section, contrast: bool) -> Iterator[Piece]:
    """The pieces of a section, governed by its headings and by the lines that announce a list."""
    path = _path(section.path)
    by_heading = _of_headings(section.path, contrast)
    by_line: Modality | None = None
    listed: bool | None = None  # whether the list under the heading or the line has list marks; None before it
    last_end = section.body_start
    for span in pieces_of(posting, section, Span(section.body_start, section.end)):
        words, gap = span.of(posting.text), posting.text[last_end : span.start]
        bulleted = strip_bullet(words) != words.lstrip()
        if listed and not bulleted and "\n" in gap:
            by_line = by_heading = None
        elif listed is False and "\n\n" in gap:
            by_line = None
        listed = bulleted if listed is None else listed
        for part in _trimmed(posting.text, _apart(posting.text, span)):
            yield _made(posting, section, part, by_line or by_heading, path)
        if words.rstrip(" *").endswith(":"):
            by_line, listed = _announced(words), None
        last_end = span.end


def _announced(words: str) -> Modality | None:
    """The modality that a line ending in a colon gives its list."""
    if len(words) > _LEAD_IN:
        return None
    if _has(words, "strong"):
        return "required"
    return "asset" if _has(words, "weak") or (_has(words, "wished") and not _is_title(words)) else None


def _is_title(words: str) -> bool:
    return len(words.split()) <= 4 and not _has(words, "one_thing")


def _of_headings(path: Sequence[str], contrast: bool) -> Modality | None:
    """What the headings above make of a list: the innermost that says anything decides."""
    for words in reversed(path):
        strong = _has(words, "strong")
        wished = _has(words, "wished")
        if _has(words, "weak") and not strong:
            return "asset"
        if wished and not strong and (_has(words, "one_thing") or (contrast and not _is_profile(words))):
            return "asset"
        if strong and not wished and not _has(words, "weak"):
            return "required"
    return None


def _is_profile(words: str) -> bool:
    return "profil" in aligned(words)


def _has(words: str, kind: str) -> bool:
    folded = aligned(words)
    if kind == "weak" and _heading_words("other").search(folded):
        return False
    return _heading_words(kind).search(folded) is not None


@cache
def _heading_words(kind: str) -> re.Pattern[str]:
    words = one_of(table("facts_modality.toml")["heading"][kind])
    return re.compile(rf"(?<![\w+])(?:{words})(?![\w+])")


def _path(path: Sequence[str]) -> str:
    return aligned(" > ".join(path))


def _made(posting: Posting, section: Section, span: Span, governed: Modality | None, heading: str) -> Piece:
    raw = span.of(posting.text)
    plain = _MARKUP.sub(lambda tag: " " * len(tag.group()), raw) if "<" in raw or "&" in raw else raw
    return Piece(span.start, span.end, aligned(plain), raw, section, governed, heading)


def _apart(text: str, span: Span) -> Iterator[Span]:
    """A long piece cut where sentences were run together without a stop between them."""
    words = span.of(text)
    marks = {found.end() for mark in (_TAG, _ITEM) for found in mark.finditer(words)}
    marks |= {found.start() for found in _UNSPACED.finditer(words)}
    if span.end - span.start > _LONG:
        marks |= {*(m.start() for m in _glued().finditer(words)), *(m.end() for m in _SEPARATOR.finditer(words))}
    start = 0
    for mark in [*sorted(marks), len(words)]:
        while mark - start > _LONGEST:  # nobody writes so; time must not grow with the square of it
            space = words.rfind(" ", start + 1, start + _LONGEST)
            end = space if space > start else start + _LONGEST
            yield Span(span.start + start, span.start + end)
            start = end
        yield Span(span.start + start, span.start + mark)
        start = mark


def _trimmed(text: str, spans: Sequence[Span] | Iterator[Span]) -> Iterator[Span]:
    for span in spans:
        words = span.of(text)
        bare = words.strip()
        if bare:
            start = span.start + words.index(bare[0])
            yield Span(start, start + len(bare))


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(rf"(?<=[a-zéèêàç0-9).?!:])(?=(?:{_starts()}))")


@cache
def starts() -> re.Pattern[str]:
    """A word that begins a sentence, behind one that no stop has ended."""
    return re.compile(rf"(?<=[a-zéèêàç0-9)] )(?:{_starts()})")


@cache
def _starts() -> str:
    words = table("facts_modality.toml")["glue"]["starts"]
    return "|".join(re.escape(word) + ("" if word[-1] in "'’" else "(?![a-zéèêàç])") for word in words)
