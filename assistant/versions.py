"""Whether two texts are one posting: the words in which they differ, weighed by what stands there.

An aggregator adds a banner, cuts the end or breaks the lines elsewhere; whoever posts again moves a deadline, a date or
the pay. Another title, place, reference or number, or other tasks, make another posting, however long the boilerplate
that both share.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from rapidfuzz.distance import Indel, LCSseq

from assistant.domain import Fact, FactField, Posting, Span
from assistant.facts.dates import dates_in
from assistant.labels import has_job
from assistant.places import is_town
from assistant.readers.own_fields import end_of_text
from assistant.resources import table
from assistant.text import fold

MOVABLE: tuple[FactField, ...] = ("deadline", "pay", "expenses", "start", "apply_to", "subject_line")
_DECIDING: tuple[FactField, ...] = (
    "title", "location", "reference", "contract", "working_time", "degree", "experience_years", "language",
    "driving_licence",
)  # fmt: skip
_PHRASES = ("title", "location", "reference")  # values that stand in the text word for word
_WORD = re.compile(r"[^\W_]+")
_BEGINS = re.compile(r"[.!?:;•·\n–—*#-][^\w\n]*\Z")
_FEWEST = 40  # words from which texts that are not equal may be one posting
_MOST = 20_000  # words beyond which only equal texts are
_SHORT_RUN = 3  # equal words between two differences that are chance
_SHARED = 0.8  # share of the shorter text that must stand in the longer
_CHANGED = 0.03  # share of the shorter text that may be put otherwise
_LOPSIDED = 5  # times as many words on one side: something was left out or put in, nothing put otherwise
_SPELLING = 0.8  # likeness of two spellings of one word
_SHORTEST_SPELLING = 4  # letters
_SPELT = 4  # words on one side: « co ordination »


@dataclass(frozen=True)
class Version:
    """A posting with its facts, as it is compared."""

    posting: Posting
    facts: Sequence[Fact]

    @cached_property
    def text(self) -> str:
        """Its text, without the lines that its source put beside it."""
        return self.posting.text[: end_of_text(self.posting)]

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Where its words begin and end."""
        return [found.span() for found in _WORD.finditer(self.text)]

    @cached_property
    def words(self) -> list[str]:
        """Its words, folded."""
        return _words(self.text)

    @cached_property
    def running(self) -> str:
        """Its words with single spaces, one at either end, those that its source put beside it included."""
        return f" {' '.join([*self.words, *_words(self.posting.text[len(self.text) :])])} "

    @cached_property
    def movable(self) -> list[Span]:
        """The places of what may change from one version to the next: deadlines, pay, dates."""
        dates = [Span(found.start, found.end) for found in dates_in(self.posting.text, self.posting.language)]
        return [Span(fact.start, fact.end) for fact in self.facts if fact.field in MOVABLE] + dates

    def kept_of_title(self, missing: Container[int]) -> Literal["whole", "added", "part"]:
        """Whether the words of its title stand in the other text, were added to it, or stand there in part.

        A banner was added; what names a job belongs to the posting, and is a part of it that the other has not.
        `missing` are the numbers of the words that the other text has not.
        """
        silent = table("duplicates.toml")["title"]["silent"]
        words = [n for n in self.numbers_in(self.posting.title) if self.words[n] not in silent]
        new = sum(n in missing for n in words)
        if not new:
            return "whole"
        return "part" if new < len(words) or has_job(self.posting.title.of(self.posting.text)) else "added"

    def numbers_in(self, span: Span) -> list[int]:
        """The numbers of the words at a place."""
        return [n for n, (start, _) in enumerate(self.places) if span.start <= start < span.end]

    def moves(self, n: int) -> bool:
        """Whether a word (its number) stands in what may change from one version to the next."""
        return any(span.start <= self.places[n][0] < span.end for span in self.movable)

    def is_apart(self, numbers: Sequence[int]) -> bool:
        """Whether words (their numbers) are whole lines, such as a page header, or all that there is at either end."""
        text = self.posting.text
        first, last = numbers[0], numbers[-1]
        before = text[self.places[first - 1][1] : self.places[first][0]] if first else "\n"
        after = text[self.places[last][1] : self.places[last + 1][0]] if last + 1 < len(self.places) else "\n"
        return not first or last + 1 == len(self.places) or ("\n" in before and "\n" in after)

    def is_number(self, n: int) -> bool:
        """Whether a word holds a digit."""
        return any(c.isdigit() for c in self.words[n])

    def is_name(self, n: int) -> bool:
        """Whether a word is a name: a town, or one with a capital that begins no sentence and no line."""
        start, end = self.places[n]
        word = self.posting.text[start:end]
        before = self.posting.text[max(0, start - 4) : start]
        return word[0].isupper() and len(word) > 1 and (is_town(word) or not _BEGINS.search(before))


def same_posting(a: Version, b: Version) -> bool:
    """Whether two texts are versions of one posting."""
    if a.posting.text == b.posting.text:
        return True
    if any(_differ(a, b, field) for field in _DECIDING):
        return False
    if a.words == b.words:
        return bool(a.words)
    shorter = min(len(a.words), len(b.words))
    if shorter < _FEWEST or max(len(a.words), len(b.words)) > _MOST:
        return False
    difference = Difference.of(a, b)
    if difference.shared < _SHARED * shorter or not difference.keeps_title() or not difference.keeps_place():
        return False
    weights = [difference.weight(hunk) for hunk in difference.hunks]
    return None not in weights and sum(weight or 0 for weight in weights) <= _CHANGED * shorter


Hunk = tuple[Sequence[int], Sequence[int]]  # the numbers of the words on either side that the other side has not


@dataclass(frozen=True)
class Difference:
    """Where the words of two versions differ."""

    a: Version
    b: Version
    shared: int  # words
    hunks: tuple[Hunk, ...]

    @classmethod
    def of(cls, a: Version, b: Version) -> Difference:
        """The differences of two versions; those with but a few equal words between them are one."""
        shared, hunks, ended = 0, list[tuple[list[int], list[int]]](), True
        for step in LCSseq.opcodes(a.words, b.words):
            size = step.src_end - step.src_start
            if step.tag == "equal":
                shared += size
                ended |= size >= _SHORT_RUN
                continue
            if ended:
                hunks.append(([], []))
            ended = False
            hunks[-1][0].extend(range(step.src_start, step.src_end))
            hunks[-1][1].extend(range(step.dest_start, step.dest_end))
        return cls(a, b, shared, tuple(hunks))

    def keeps_title(self) -> bool:
        """Whether the title of one stands in the other, and is not a part of a longer one there."""
        sides = (
            self.a.kept_of_title({n for hunk in self.hunks for n in hunk[0]}),
            self.b.kept_of_title({n for hunk in self.hunks for n in hunk[1]}),
        )
        return "part" not in sides and "whole" in sides

    def keeps_place(self) -> bool:
        """Whether the place of work of one stands in the other text, where they name different ones.

        Which of the places in a text is that of work may be told otherwise where a part of it is missing.
        """
        if not _elsewhere(self.a, self.b):
            return True
        if all(any(field.name == "location" for field in v.posting.fields) for v in (self.a, self.b)):
            return False
        at = [set(v.numbers_in(v.posting.location)) for v in (self.a, self.b)]
        touched = [[hunk for hunk in self.hunks if at[side].intersection(hunk[side])] for side in (0, 1)]
        return not all(touched) and all(_is_cut(hunk) for hunks in touched for hunk in hunks)

    def weight(self, hunk: Hunk) -> int | None:
        """How many words a difference puts otherwise; None where it makes another posting."""
        if not all(hunk):
            version, side = (self.a, hunk[0]) if hunk[0] else (self.b, hunk[1])
            free = len(side) > _FEWEST or version.is_apart(side)
            return 0 if free else sum(not version.moves(n) for n in side)
        if _is_cut(hunk):
            return 0
        fixed = [[n for n in side if not v.moves(n)] for v, side in zip((self.a, self.b), hunk, strict=True)]
        if not any(fixed) or self._is_spelling(hunk):
            return 0
        for telling in (Version.is_number, Version.is_name):
            if all(any(telling(v, n) for n in side) for v, side in zip((self.a, self.b), fixed, strict=True)):
                return None
        return min(map(len, fixed))

    def _is_spelling(self, hunk: Hunk) -> bool:
        """Whether the words on either side are the same, spelt or parted otherwise."""
        before = "".join(self.a.words[n] for n in hunk[0])
        after = "".join(self.b.words[n] for n in hunk[1])
        if max(map(len, hunk)) > _SPELT or min(len(before), len(after)) < _SHORTEST_SPELLING:
            return False
        return (before + after).isalpha() and Indel.normalized_similarity(before, after) >= _SPELLING


def _is_cut(hunk: Hunk) -> bool:
    """Whether something was left out or put in, rather than put otherwise."""
    fewer, more = sorted(map(len, hunk))
    return not fewer or (fewer * _LOPSIDED < more and more > _FEWEST)


def _differ(a: Version, b: Version, field: FactField) -> bool:
    """Whether both state something of a field that the other does not."""
    return _alone(a, b, field) and _alone(b, a, field)


def _elsewhere(a: Version, b: Version) -> bool:
    """Whether both name places of work, and none of one is one of the other, or a part of it: « Lyon 7e », « Lyon »."""
    here, there = ([f" {_running(value)} " for value in _stated(v, "location")] for v in (a, b))
    return bool(here and there) and not any(one in other or other in one for one in here for other in there)


def _alone(a: Version, b: Version, field: FactField) -> bool:
    if field in _PHRASES:
        return any(f" {_running(value)} " not in b.running for value in _stated(a, field))
    return not {_running(value) for value in _stated(a, field)} <= {_running(value) for value in _stated(b, field)}


def _stated(version: Version, field: FactField) -> list[str]:
    return [str(fact.value) for fact in version.facts if fact.field == field]


def _running(text: str) -> str:
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    return [_folded(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=100_000)  # the words of many postings are few
def _folded(word: str) -> str:
    return fold(word)
