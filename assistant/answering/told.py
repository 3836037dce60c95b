"""What one posting tells in sentences: who the employer is, why the post is there, the team, the kind of person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from assistant.answering.gist import part_of
from assistant.asking.called import holding
from assistant.asking.lexicon import Word, is_job, words_of
from assistant.asking.reading import Reading
from assistant.bearing import is_of_employer
from assistant.chunks import pieces_of
from assistant.citations import section_at
from assistant.domain import Posting, SectionKind, Span
from assistant.phrases import places
from assistant.resources import table
from assistant.store import Store

Telling = Literal["project", "who", "why", "with", "person"]

_MOST = 4  # sentences
_LEAST = 5  # words of one: shorter ones are headings and names
# Where it is told in the first place, whatever the words.
_PARTS: dict[Telling, tuple[SectionKind, ...]] = {
    "project": ("context",),
    "who": ("organisation",),
    "why": (),
    "with": (),
    "person": ("profile", "skills"),
}
_OTHERWISE: dict[Telling, tuple[SectionKind, ...]] = {"who": ("context",), "why": ("context", "organisation")}


def told_of(reading: Reading, store: Store) -> tuple[Posting, list[Span]] | None:
    """The one posting that is meant with its sentences that tell what is asked; None where it asks for no such thing.

    Nor where the posting tells nothing of it.
    """
    asked = _asked(reading)
    posting = _meant(reading, store) if asked else None
    if asked is None or posting is None:
        return None
    found = _sentences(posting, asked)
    return (posting, found) if found else None


def _asked(reading: Reading) -> Telling | None:
    words = words_of(reading.question)
    for key in get_args(Telling):
        data = _data(key)
        if places(words, tuple(data["asked"])) and not places(words, tuple(data["unless"])):
            asked: Telling = key
            return asked
    return "who" if _names_an_employer(words) else None


def _names_an_employer(words: Sequence[Word]) -> bool:
    """Whether it is asked what one who has a name and is no job does: "what does Terre d'Avenir do?"."""
    led = places(words, tuple(_data("who")["named"]))
    capital = any(word.capital for word in words[2:])
    return bool(led) and led[0][0] == 0 and capital and not any(is_job(word.form) for word in words)


def _meant(reading: Reading, store: Store) -> Posting | None:
    """The posting that is named, or the only one in which the names of the question stand."""
    postings = reading.postings or frozenset()
    names = [word for word in reading.topic if word[:1].isupper()]
    if reading.postings is None and names:
        postings = holding(names, store.library, store.keywords)
    return store.library.postings[min(postings)] if len(postings) == 1 else None


def _sentences(posting: Posting, asked: Telling) -> list[Span]:
    """Those of the part that tells it, then those that do elsewhere; else those that are likely to."""
    pieces = [p for s in posting.sections for p in pieces_of(posting, s, Span(s.body_start, s.end))]
    pieces = [piece for piece in pieces if len(piece.of(posting.text).split()) >= _LEAST]
    told = [piece for piece in pieces if _tells(posting, piece, asked)]
    parts = part_of(posting, _PARTS[asked]) if _PARTS[asked] else []
    of_part = [piece for piece in parts if piece in pieces]
    surest = of_part if asked == "who" else [piece for piece in told if piece in of_part] or of_part
    chosen = (surest + [piece for piece in told if piece not in surest])[:_MOST]
    if not chosen and asked in _OTHERWISE:
        chosen = [piece for piece in part_of(posting, _OTHERWISE[asked]) if piece in pieces][:_MOST]
    return sorted(chosen, key=lambda piece: piece.start)


def _tells(posting: Posting, piece: Span, asked: Telling) -> bool:
    if asked == "who":
        section = section_at(posting, piece.start)
        elsewhere = section is not None and section.kind in ("application", "conditions")
        if elsewhere or is_of_employer(posting, piece):
            return not elsewhere
    words, data = words_of(piece.of(posting.text)), _data(asked)
    return bool(_held(words, data["tells"])) and not _held(words, data["against"])


def _held(words: Sequence[Word], phrases: Sequence[str]) -> bool:
    return bool(phrases) and bool(places(words, tuple(phrases)))


def _data(key: str) -> dict[str, list[str]]:
    data: dict[str, list[str]] = table("told.toml")[key]
    return data
