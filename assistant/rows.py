"""Postings and chunks as rows of the catalogue's tables, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.domain import Chunk, Fact, Notice, Posting, Section, SourceField, Span
from assistant.fact_form import packed, unpacked
from assistant.headline import headline
from assistant.marks import Marks
from vectorstore.keyword import Document, words_of
from vectorstore.records import check_unit

Vectors = NDArray[np.float32]
ADDED = "added"  # the name of the source of what is given directly


@dataclass(frozen=True)
class Entry:
    """A posting as it goes into the catalogue: with its chunks, the vector of each, and its file's digest."""

    posting: Posting
    file_digest: str
    facts: Sequence[Fact]
    chunks: Sequence[Chunk]
    vectors: Sequence[Vectors]


@dataclass(frozen=True)
class Source:
    """A folder that was indexed, under the name by which people call it; no folder for what was given directly."""

    name: str
    folder: Path | None


@dataclass(frozen=True)
class Stored:
    """A posting as it is stored, with the digest of its content, its facts in order, and its marks."""

    posting: Posting
    file_digest: str
    facts: tuple[Fact, ...]
    marks: Marks


@dataclass(frozen=True)
class FileState:
    """A file as it was when it was last read: what has not changed is not read again.

    `digest` is that of its bytes. `parts` are the parts of it that became postings (`Content.part`; one empty string
    for a file that is one posting). `failed` holds what could not be read, as pairs of part and reason.
    """

    size: int
    mtime_ns: int
    digest: str
    parts: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()


def chunk_prefix(posting: Posting) -> str:
    """What the ids of the chunks of one version of a posting begin with: none answers under the id of another."""
    return f"{posting.id}#{posting.digest[:12]}."


def posting_of_chunk(chunk: str) -> str:
    """The posting (id) of a chunk (id)."""
    return chunk.rpartition("#")[0]


def posting_row(entry: Entry) -> tuple[str, ...]:
    """The row of a posting, in the order of the table's columns."""
    posting = entry.posting
    return (
        posting.id, posting.source, posting.name, entry.file_digest, posting.text, posting.language,
        *(json.dumps(astuple(span)) for span in (posting.title, posting.organisation, posting.location)),
        json.dumps([[s.kind, s.path, s.start, s.body_start, s.end] for s in posting.sections], ensure_ascii=False),
        json.dumps([astuple(span) for span in posting.furniture]),
        json.dumps([packed(fact) for fact in entry.facts], ensure_ascii=False),
        json.dumps([[field.name, *astuple(field.value)] for field in posting.fields], ensure_ascii=False),
        json.dumps([astuple(notice) for notice in posting.notices], ensure_ascii=False),
    )  # fmt: skip


def chunk_rows(entry: Entry) -> Iterator[tuple[str | int | bytes, ...]]:
    """The rows of a posting's chunks, in the order of the table's columns."""
    posting = entry.posting
    prefix, title = chunk_prefix(posting), headline(posting.title.of(posting.text))
    numbers = {section: number for number, section in enumerate(posting.sections)}
    for c, vector in zip(entry.chunks, entry.vectors, strict=True):
        place = (c.number, numbers[c.section], c.start, c.end)
        identity = f"{prefix}{c.number}"
        words = words_of(Document(identity, posting.id, c.text_to_embed, posting.language, title)).words
        yield (identity, posting.id, *place, c.header, c.digest, vector.tobytes(), words)


def posting_of(row: Sequence[object]) -> Posting:
    """The posting of a row: id, source, name, text, title, organisation, location, language, sections, furniture,
    fields, notices."""
    identity, source, name, text, title, organisation, location, language, sections, furniture, fields, notices = map(
        str, row
    )
    return Posting(
        identity, source, name, text,
        Span(*json.loads(title)), Span(*json.loads(organisation)), Span(*json.loads(location)),
        "fr" if language == "fr" else "en",
        tuple(Section(kind, tuple(path), start, body, end) for kind, path, start, body, end in json.loads(sections)),
        tuple(Span(start, end) for start, end in json.loads(furniture)),
        tuple(SourceField(label, Span(start, end)) for label, start, end in json.loads(fields)),
        tuple(Notice(kind, detail) for kind, detail in json.loads(notices)),
    )  # fmt: skip


def chunk_of(row: Sequence[object], posting: Posting) -> Chunk:
    """The chunk of a row: id, posting, number, section, start, end, header."""
    _, _, number, section, start, end, header = row
    first, last = int(str(start)), int(str(end))
    text = posting.text[first:last]
    return Chunk(posting.id, int(str(number)), posting.sections[int(str(section))], first, last, text, str(header))


def file_row(state: FileState) -> tuple[str | int, ...]:
    """The row of a file: size, mtime_ns, digest, parts, failed."""
    lists = (json.dumps(each, ensure_ascii=False) for each in (state.parts, state.failed))
    return (state.size, state.mtime_ns, state.digest, *lists)


def file_state_of(row: Sequence[object]) -> FileState:
    """The state of a file out of its row, in the order of `file_row`."""
    size, mtime_ns, digest, parts, failed = map(str, row)
    pairs = ((part, why) for part, why in json.loads(failed))
    return FileState(int(size), int(mtime_ns), digest, tuple(json.loads(parts)), tuple(pairs))


def vector_of(blob: object) -> Vectors:
    """The float32 vector of a column, of unit length; ValueError where it is none."""
    if not isinstance(blob, bytes):
        raise ValueError("a vector is bytes")
    vector = np.frombuffer(blob, dtype=np.float32)
    with np.errstate(all="ignore"):  # of what is no vector
        check_unit(vector)
    return vector


def facts_of(posting: str, column: object) -> tuple[Fact, ...]:
    """The facts of a posting (id) out of their column."""
    return tuple(unpacked(posting, row) for row in json.loads(str(column)))
