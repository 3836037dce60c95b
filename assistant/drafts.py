"""A file made into postings with their facts and passages: everything about them but the vectors.

It runs in the reading process or, for a few small texts, in the program itself; between the two, an outcome is a list
of plain values, which JSON carries.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from typing import Any

from assistant.chunks import chunks_of
from assistant.domain import Chunk, Fact, Posting
from assistant.facts import facts_of
from assistant.mentions import mentions_of
from assistant.names import document_name, shown
from assistant.readers.content import Content, FailedPart, Unreadable
from assistant.reading import posting_of
from assistant.rows import Entry, chunk_of, posting_row
from assistant.rows import facts_of as facts_of_row
from assistant.rows import posting_of as posting_of_row

Read = Callable[[bytes, str, Mapping[str, str]], Iterable[Content | FailedPart]]
_LONGEST_REASON = 500  # characters; it may name what stands in the file, whatever that is
_TOO_DEEP = "nested more deeply than any document is: save it as plain text (.txt) and try again"
_DAMAGED = "damaged, or made in a way that its reader does not know ({}): save it as plain text (.txt) and try again"


@dataclass(frozen=True)
class Job:
    """A file to be read. `known` holds the digests of the postings that are stored of it, by part.

    Of its postings those are made whose number divided by the second number of `share` leaves the first.
    """

    source: str
    name: str
    data: bytes = field(repr=False)
    mapping: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    share: tuple[int, int] = (0, 1)


@dataclass(frozen=True)
class Draft:
    """One part of a file as a posting, ready to be embedded; `digest` is that of its content."""

    part: str
    digest: str
    posting: Posting
    facts: tuple[Fact, ...]
    chunks: tuple[Chunk, ...]


@dataclass(frozen=True)
class Same:
    """A part of a file that is stored as it is."""

    part: str


Outcome = Draft | Same | FailedPart


def outcomes(
    job: Job, read: Read, start: int = 0, begun: Callable[[int, str], None] = lambda _number, _part: None
) -> Iterator[Outcome]:
    """What becomes of each part of a file that is of the job's share, from the one numbered `start` on.

    A file that fails whole is one `FailedPart` without a name. `begun` hears the number and the name of each part
    before its posting is made. MemoryError is passed on; whatever else a reader or a rule raises ends that part, or the
    file.
    """
    met: Counter[str] = Counter()
    first, every = job.share
    try:
        for number, found in enumerate(read(job.data, job.name, job.mapping)):
            part = shown(found.part)
            met[part] += 1
            part = part if met[part] == 1 else f"{part} ({met[part]})"
            if number < start or number % every != first:
                continue
            if isinstance(found, FailedPart):
                yield FailedPart(part, shown(found.why, _LONGEST_REASON))
                continue
            begun(number, part)
            yield _outcome(job, part, found)
    except MemoryError:
        raise
    except Exception as error:
        yield FailedPart("", _why(error))


def draft_of(part: str, digest: str, posting: Posting) -> Draft:
    """A posting with what it states, facts and mentions of topics, and its passages."""
    return Draft(part, digest, posting, (*facts_of(posting), *mentions_of(posting)), tuple(chunks_of(posting)))


def _outcome(job: Job, part: str, content: Content) -> Outcome:
    digest = digest_of(content)
    if job.known.get(part) == digest:
        return Same(part)
    try:
        posting = posting_of(job.source, document_name(job.name, part), content)
        return draft_of(part, digest, posting)
    except MemoryError:
        raise
    except Exception as error:
        return FailedPart(part, _why(error))


def _why(error: Exception) -> str:
    if isinstance(error, Unreadable):
        return shown(str(error), _LONGEST_REASON)
    return _TOO_DEEP if isinstance(error, RecursionError) else _DAMAGED.format(type(error).__name__)


def digest_of(content: Content) -> str:
    """SHA-256 of what was read, wherever in a file it stands."""
    whole = [content.text, content.fields, [astuple(notice) for notice in content.notices]]
    return hashlib.sha256(json.dumps(whole).encode("ascii")).hexdigest()


def packed(outcome: Outcome) -> list[Any]:
    """An outcome as plain values."""
    if isinstance(outcome, FailedPart):
        return ["failed", outcome.part, outcome.why]
    if isinstance(outcome, Same):
        return ["same", outcome.part]
    sections = {section: number for number, section in enumerate(outcome.posting.sections)}
    chunks = [[c.number, sections[c.section], c.start, c.end, c.header] for c in outcome.chunks]
    row = posting_row(Entry(outcome.posting, outcome.digest, outcome.facts, outcome.chunks, ()))
    return ["draft", outcome.part, row, chunks]


def unpacked(values: Sequence[Any]) -> Outcome:
    """The outcome out of its plain values; ValueError, TypeError or LookupError where they are none."""
    kind, part, *rest = values
    if kind == "failed":
        return FailedPart(str(part), str(rest[0]))
    if kind == "same":
        return Same(str(part))
    row, chunks = rest
    identity, source, name, digest, text, language, title, organisation, location, sections, furniture, facts = row[:12]
    posting = posting_of_row(
        (identity, source, name, text, title, organisation, location, language, sections, furniture, *row[12:])
    )
    placed = tuple(chunk_of((None, None, *chunk), posting) for chunk in chunks)
    return Draft(str(part), digest, posting, facts_of_row(identity, facts), placed)
