"""The lines of a CV that speak of what a requirement asks, by their words and, with an encoder, by their sense."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from assistant.domain import Language
from assistant.letters.clauses import begins_with_no, lines, quote_of, words_of
from assistant.letters.domain import CV, Quote, State
from assistant.letters.wordings import held_words, telling_words
from assistant.rows import Vectors
from assistant.store import Store
from vectorstore.analysis import Token

Rows = Callable[[Sequence[str]], Vectors]  # unit rows of texts in any language

# Fitted on the labelled pairs in tests/assistant/letters/pairs.py: a line that has nothing to do with what is asked
# holds one of its words at most, and reaches a cosine of 0.40 with the second encoder.
_LEAST = 2  # telling words of a requirement that a line must hold to show it
_HALF = 0.5  # … and the share of them, with a line that is alike
_SAME_WORDS = 0.6  # … and where likeness is not known
_TOGETHER = 0.8  # … and that two lines must hold together
_SOME_WORDS = 0.34  # … and that makes a line worth a look
_ALIKE = 0.45  # cosine from which a line with one of the words is near what is asked
_NEAR = 0.34  # … and under which words that are the same show nothing
_PERHAPS = 0.3  # … and from which a line is worth a look
_WORDS = 3  # of a part of what is asked
_CUT = re.compile(r"[;:,()]\s|\s(?:ainsi que|as well as|y compris|y inclus|including)\s", re.IGNORECASE)
_LETTERS = 8  # of a line that can be evidence


@dataclass(frozen=True)
class Encode:
    """What encodes texts: those `of_posting` may be remembered for the next letter, those `of_cv` never."""

    of_posting: Rows
    of_cv: Rows

    def likeness(self, asked: Sequence[str], texts: Sequence[str]) -> Vectors:
        """A row for each text of a posting: its cosines with the texts of a CV."""
        return np.asarray(self.of_posting(asked) @ self.of_cv(texts).T, dtype=np.float32)


def encoder_of(store: Store) -> Encode | None:
    """The second encoder of a store, which knows both languages; None without one."""
    judge = store.judge
    return Encode(judge.sentences, judge.unkept) if judge and judge.can_be_had() else None


def remembered(encode: Encode) -> Encode:
    """`encode`, by which each text of a CV is encoded once; what it remembers goes with it."""
    known: dict[str, Vectors] = {}

    def rows(texts: Sequence[str]) -> Vectors:
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing:
            known.update(zip(missing, encode.of_cv(missing), strict=True))
        return np.stack([known[text] for text in texts])

    return Encode(encode.of_posting, rows)


@dataclass(frozen=True)
class Judge:
    """What decides: the posting's language, the language of notes, the day, and perhaps an encoder."""

    posting: Language
    language: Language
    today: date
    encode: Encode | None = None


@dataclass(frozen=True)
class Found:
    """The best lines for a requirement, and what they amount to."""

    grade: State
    quotes: tuple[Quote, ...]
    likeness: float = 0.0


class Evidence:
    """The lines of one CV, and how like they are to what is asked."""

    def __init__(self, cv: CV, judge: Judge, asked: Sequence[str]) -> None:
        """Take the CV and all that will be asked, which is encoded at once."""
        self._cv = cv
        self._judge = judge
        usable = lines(cv, "experience", "education", "skills", "interests", "other")
        self._lines = [line for line in usable if self._says(words_of(cv, line))]
        self._texts = [words_of(cv, line) for line in self._lines]
        parts = {each: _parts(each) for each in asked}
        every = list(dict.fromkeys(part for each in parts.values() for part in each))
        rows = dict(zip(every, _likeness(every, self._texts, judge.encode), strict=False))
        self._rows = {each: rows[each] for each in asked if rows}
        self._nearest = {each: np.max([rows[part] for part in parts[each]], axis=0) for each in asked if rows}

    @property
    def is_blind(self) -> bool:
        """Whether words alone cannot tell: there is no encoder, and the CV is in another language than the posting."""
        return self._judge.encode is None and self._cv.language != self._judge.posting

    def of(self, asked: str) -> Found:
        """The lines that bear out some of the words asked for."""
        words = telling_words(asked, self._judge.posting)
        near = self._rows.get(asked)
        held = [self._held(words, text) for text in self._texts]
        if not held:
            return Found("not_shown", ())
        alike = near if near is not None else np.zeros(len(held), dtype=np.float32)
        scores = [len(each) / max(len(words), 1) + float(like) for each, like in zip(held, alike, strict=True)]
        best = max(range(len(held)), key=scores.__getitem__)
        second = max(range(len(held)), key=lambda n: len(held[n] - held[best]))
        sense = None if near is None else float(self._nearest[asked][best])
        return self._graded(len(words), held, alike, best, second, sense)

    def speaks(self, asked: str, text: str) -> bool | None:
        """Whether an entry is of what experience is asked in; None where anything is."""
        words = telling_words(asked, self._judge.posting)
        if not words:
            return None
        count = len(self._held(words, text))
        if count >= min(_LEAST, len(words)):
            return True
        alike = _likeness([asked], [text], self._judge.encode)
        return bool(count) and bool(len(alike)) and float(alike[0, 0]) >= _NEAR

    def _graded(
        self, asked: int, held: list[frozenset[int]], alike: Vectors, best: int, second: int, near: float | None
    ) -> Found:
        """What the two best lines amount to; `near` is how near the best is to a part of what is asked, if known."""
        count, like = len(held[best]), float(alike[best])
        share, both = count / max(asked, 1), len(held[best] | held[second])
        quotes = (quote_of(self._cv, self._lines[best]),)
        pair = tuple(dict.fromkeys((*quotes, quote_of(self._cv, self._lines[second])))) if both > count else quotes
        sense = near is None or near >= _NEAR
        if sense and count >= _LEAST and share >= (_SAME_WORDS if near is None else _HALF):
            return Found("shown", quotes, like)
        if sense and both > _LEAST and both >= _TOGETHER * asked:
            return Found("shown", pair, like)
        if sense and both >= _LEAST and ((count >= _LEAST and share >= _SOME_WORDS) or both >= _HALF * asked):
            return Found("close", pair if both >= _HALF * asked else quotes, like)
        if count and like >= _ALIKE:
            return Found("close", quotes, like)
        looked = share >= _HALF or (count >= _LEAST and share >= _SOME_WORDS) or (count and like >= _PERHAPS)
        return Found("to_confirm", quotes, like) if looked or like >= _ALIKE else Found("not_shown", (), like)

    def _held(self, words: Sequence[Token], text: str) -> frozenset[int]:
        same = self._cv.language == self._judge.posting
        return held_words(words, text, self._cv.language, same_language=same)

    def _says(self, text: str) -> bool:
        return sum(map(str.isalpha, text)) > _LETTERS and "@" not in text and not begins_with_no(text)


def _likeness(asked: Sequence[str], texts: Sequence[str], encode: Encode | None) -> Vectors:
    """A row of cosines for each thing asked; no rows where there is nothing to compare or no encoder."""
    if encode is None or not asked or not texts:
        return np.zeros((0, len(texts)), dtype=np.float32)
    return encode.likeness(asked, texts)


def _parts(asked: str) -> list[str]:
    """What is asked, and its parts: a line of a CV seldom speaks of all of them."""
    parts = [part.strip() for part in _CUT.split(asked) if len(part.split()) >= _WORDS]
    return [asked, *parts] if len(parts) > 1 else [asked]
