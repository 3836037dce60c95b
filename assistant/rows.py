"""Postings and chunks as rows of the catalogue's tables, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.domain import Chunk, Fact, Posting, Section, Span
from assistant.fact_form import packed, unpacked

Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Entry:
    """A posting as it goes into the catalogue: with its chunks, the vector of each, and its file's digest."""

    posting: Posting
    file_digest: str
    facts: Sequence[Fact]
    chunks: Sequence[Chunk]
    vectors: Sequence[Vectors]


def chunk_id(posting_digest: str, chunk: Chunk) -> str:
    """Names a chunk of one version of a posting, so that a new version never answers under an old name."""
    return f"{chunk.posting}#{posting_digest[:12]}.{chunk.number}"


def posting_row(entry: Entry) -> tuple[str, ...]:
    """The row of a posting, in the order of the table's columns."""
    posting = entry.posting
    return (
        posting.id, posting.source, posting.name, entry.file_digest, posting.text, posting.language,
        *(json.dumps(astuple(span)) for span in (posting.title, posting.organisation, posting.location)),
        json.dumps([[s.kind, s.path, s.start, s.body_start, s.end] for s in posting.sections], ensure_ascii=False),
        json.dumps([astuple(span) for span in posting.furniture]),
        json.dumps([packed(fact) for fact in entry.facts], ensure_ascii=False),
    )  # fmt: skip


def chunk_rows(entry: Entry) -> Iterator[tuple[str | int | bytes, ...]]:
    """The rows of a posting's chunks, in the order of the table's columns."""
    posting = entry.posting
    digest = posting.digest
    numbers = {section: number for number, section in enumerate(posting.sections)}
    for c, vector in zip(entry.chunks, entry.vectors, strict=True):
        place = (c.number, numbers[c.section], c.start, c.end)
        yield (chunk_id(digest, c), posting.id, *place, c.header, c.digest, vector.tobytes())


def posting_of(row: Sequence[object]) -> Posting:
    """The posting of a row: id, source, name, text, title, organisation, location, language, sections, furniture."""
    identity, source, name, text, title, organisation, location, language, sections, furniture = map(str, row)
    return Posting(
        identity, source, name, text,
        Span(*json.loads(title)), Span(*json.loads(organisation)), Span(*json.loads(location)),
        "fr" if language == "fr" else "en",
        tuple(Section(kind, tuple(path), start, body, end) for kind, path, start, body, end in json.loads(sections)),
        tuple(Span(start, end) for start, end in json.loads(furniture)),
    )  # fmt: skip


def chunk_of(row: Sequence[object], posting: Posting) -> Chunk:
    """The chunk of a row: id, posting, number, section, start, end, header."""
    _, _, number, section, start, end, header = row
    first, last = int(str(start)), int(str(end))
    text = posting.text[first:last]
    return Chunk(posting.id, int(str(number)), posting.sections[int(str(section))], first, last, text, str(header))


def vector_of(blob: object) -> Vectors:
    """The float32 vector of a column."""
    assert isinstance(blob, bytes)
    return np.frombuffer(blob, dtype=np.float32)


def facts_of(posting: str, column: object) -> tuple[Fact, ...]:
    """The facts of a posting (id) out of their column."""
    return tuple(unpacked(posting, row) for row in json.loads(str(column)))
