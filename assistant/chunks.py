"""Sections cut into the passages that are embedded and found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.domain import Chunk, Posting, Section, Span
from assistant.sentences import after_space, sentences_of

TARGET = 600  # characters a passage is filled up to; about 150 tokens, well under the encoder's 512
LONGEST = 1200  # characters after which even a single sentence is cut
_LABEL = 40  # characters of a line that says nothing without the next one


def chunks_of(posting: Posting) -> list[Chunk]:
    """The passages of a posting in order. None crosses a section or a page header; each is a slice of the text."""
    chunks: list[Chunk] = []
    for section in posting.sections:
        for span in _passages(posting.text, section, posting.furniture):
            header = _header(posting, section)
            chunks.append(Chunk(posting.id, len(chunks), section, span.start, span.end, span.of(posting.text), header))
    return chunks


def pieces_of(posting: Posting, section: Section, within: Span) -> list[Span]:
    """The sentences and list items of a section that stand within a place, cut at page headers."""
    place = Span(max(section.body_start, within.start), min(section.end, within.end))
    return [piece for segment in segments(place, posting.furniture) for piece in sentences_of(posting.text, segment)]


def segments(span: Span, furniture: Sequence[Span]) -> Iterator[Span]:
    """What is left of `span` between page headers and footers."""
    start = span.start
    for line in furniture:
        if span.start <= line.start < span.end:
            yield Span(start, line.start)
            start = line.end
    yield Span(start, span.end)


def _passages(text: str, section: Section, furniture: Sequence[Span]) -> Iterator[Span]:
    for segment in segments(Span(section.body_start, section.end), furniture):
        yield from _packed([cut for piece in sentences_of(text, segment) for cut in _cut(text, piece)])


def _packed(pieces: Sequence[Span]) -> Iterator[Span]:
    """Neighbouring pieces joined as long as they stay under the target."""
    start: int | None = None
    end = 0
    for piece in pieces:
        if start is not None and piece.end - start > TARGET:
            yield Span(start, end)
            start = None
        start = piece.start if start is None else start
        end = piece.end
    if start is not None:
        yield Span(start, end)


def _cut(text: str, piece: Span) -> Iterator[Span]:
    """A piece in parts of at most `LONGEST` characters, cut at a space where there is one."""
    start = piece.start
    while piece.end - start > LONGEST:
        words = text[start : start + LONGEST]
        end = start + len(words.rsplit(maxsplit=1)[0])
        yield Span(start, end)
        start = after_space(text, end)
    if start < piece.end:
        yield Span(start, piece.end)


def _header(posting: Posting, section: Section) -> str:
    """Says whose passage it is: the encoder reads it, nobody quotes it."""
    named = [span.of(posting.text).strip() for span in (posting.organisation, posting.title, posting.location)]
    return " — ".join(" ".join(part.split())[:160] for part in [*named, " › ".join(section.path)] if part)


def sentence_at(posting: Posting, position: int) -> Span:
    """The sentence or list item that holds a place of the text; a label, « Horaires : », with what it leads to."""
    number = next((n for n, s in enumerate(posting.sections) if s.start <= position < s.end), None)
    pieces = () if number is None else _pieces(posting, number)
    if number is None or position < posting.sections[number].body_start:
        end = posting.text.find("\n", position)
        line = Span(posting.text.rfind("\n", 0, position) + 1, end if end >= 0 else len(posting.text))
        return _with_next(posting, line, pieces)
    at = next((n for n, piece in enumerate(pieces) if piece.start <= position < piece.end), None)
    section_end = posting.sections[number].end
    return Span(position, section_end) if at is None else _with_next(posting, pieces[at], pieces[at + 1 :])


@lru_cache(maxsize=64)
def _pieces(posting: Posting, number: int) -> tuple[Span, ...]:
    """The sentences of a section, kept for a while: one text is read for several topics, and phrase by phrase."""
    section = posting.sections[number]
    return tuple(pieces_of(posting, section, Span(section.start, section.end)))


def _with_next(posting: Posting, piece: Span, after: Sequence[Span]) -> Span:
    words = piece.of(posting.text).rstrip()
    return Span(piece.start, after[0].end) if after and words.endswith(":") and len(words) <= _LABEL else piece
