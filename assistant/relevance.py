"""How far a passage speaks of what a question asks.

A vector always has a nearest neighbour, so nearness alone cannot tell that nothing answers. What can is the question's
telling words: how many of them the passage bears out, as they are, by their stem, or by a word for the same thing in
either language, the rare ones counting more. Nearness is added to that.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from assistant.glossary import groups_of, related
from assistant.resources import table
from vectorstore.analysis import Token, content_tokens, stems
from vectorstore.compounds import compound_of
from vectorstore.keyword import KeywordIndex

# Fitted on 136 questions about 17 postings, half of them questions that no posting answers: see tests/benchmarks.
ENOUGH = 0.5  # score from which a passage answers
_NEARNESS_WEIGHT = 3.0
_NEARNESS_BASE = 0.8  # cosine that multilingual-e5-small gives to texts that have nothing to do with each other
# Fitted on the first half of the open questions in tests/benchmarks, asked in the other language.
_CLEAR = 0.18  # cosine of the second encoder from which it says by itself that a passage answers
_MOST_ALIKE = 1.2  # times enough that it can say by itself: words that are there say more
_STANDS_OUT = 0.1  # by how much it has to find it nearer than the passages beside it
_DOUBTFUL = 0.03  # cosine under which it says that none does
_UNKNOWN_NAME = 1.5  # a name that no posting holds weighs more than an unknown word
_LIGHT = 0.3  # what a word counts that says what is done to anything: "help", "small", « clients »
_HEADS = frozenset({"chef", "chefs", "cheffe", "cheffes"})
_COOKS = re.compile(r"(?i)\bchef(?:fe)?s?\b(?!\s(?:d[eu]s?\b|d['’]|comptable|adjoint|régional|national))")
_COGNATE = 5  # letters that two words of one origin share at their beginning: cooperatives, coopératives


def telling(question: str, language: str) -> list[Token]:
    """The words of a question that say what it asks about, each once: no stop words, none that any question holds."""
    seen: dict[str, Token] = {}
    whole = 0  # where a word that is written in several ends: its parts say nothing more
    for token in content_tokens(question, language):
        if token.end <= whole:
            continue
        whole = token.end if compound_of(token.form) else whole
        if len(token.form) > 1 and not stems(token.form) & _generic(language):
            seen.setdefault(token.stem, token)
    return list(seen.values())


@dataclass(frozen=True)
class Vocabulary:
    """The words of a text, as questions are held against them."""

    forms: frozenset[str]
    stems: frozenset[str]
    groups: frozenset[int]  # of the glossary
    beginnings: frozenset[str]


@lru_cache(maxsize=4096)  # passages and sentences come up again and again, about 5 KB each
def vocabulary(text: str, language: str) -> Vocabulary:
    """The words of `text` (in `language`) but for its stop words; a « chef de projet » is no cook."""
    forms = frozenset(token.form for token in content_tokens(text, language))
    heads = forms & _HEADS
    return vocabulary_of(forms, frozenset() if not heads or _COOKS.search(text) else heads)


def vocabulary_of(forms: frozenset[str], alone: frozenset[str] = frozenset()) -> Vocabulary:
    """The same of folded words that are known already; those that stand `alone` mean nothing that others do."""
    return Vocabulary(
        forms,
        frozenset(stem for form in forms for stem in stems(form)),
        frozenset(group for form in forms - alone for group in groups_of(form)),
        frozenset(form[:_COGNATE] for form in forms if len(form) > _COGNATE and form.isalpha()),
    )


def held_in(words: Sequence[Token], known: Vocabulary) -> list[bool]:
    """For each telling word of a question, whether a vocabulary holds it or its like."""
    return [
        not stems(word.form).isdisjoint(known.stems)
        or not known.groups.isdisjoint(groups_of(word.form))
        or (len(word.form) > _COGNATE + 1 and word.form.isalpha() and word.form[:_COGNATE] in known.beginnings)
        for word in words
    ]


def borne_out(words: Sequence[Token], text: str, language: str) -> list[bool]:
    """For each telling word of a question, whether `text` (in `language`) holds it or its like."""
    return held_in(words, vocabulary(text, language))


@dataclass(frozen=True)
class Relevance:
    """A question's telling words with their weights: the rarer in the store, the heavier."""

    question: str
    words: tuple[Token, ...]
    weights: tuple[float, ...]
    unknown_name: bool = False  # it names what no passage holds, which no paraphrase stands for

    @classmethod
    def of(cls, question: str, language: str, keywords: KeywordIndex) -> Relevance:
        """The telling words of a question, weighed by how many chunks hold them or their like."""
        words = telling(question, language)
        found = [_found(word, keywords) for word in words]
        names = [_is_name(word, question) and not held for word, held in zip(words, found, strict=True)]
        weights = [_weight(held, name, len(keywords)) for held, name in zip(found, names, strict=True)]
        return cls(question, tuple(words), tuple(weights), any(names))

    def without(self, names: str, language: str) -> Relevance:
        """The same without the words that `names` (in `language`) bear out, as long as others are left."""
        named = borne_out(self.words, names, language)
        kept = [n for n, held in enumerate(named) if not held]
        if not kept or len(kept) == len(self.words):
            return self
        return replace(self, words=tuple(self.words[n] for n in kept), weights=tuple(self.weights[n] for n in kept))

    @property
    def concrete(self) -> Relevance:
        """The same with the words that go with anything ("helping", « petits ») counting less than what they go with.

        It is so where a job is told of in words of its own; a topic that is asked for is held to by all its words.
        """
        light = [not stems(word.form).isdisjoint(_light()) for word in self.words]
        weights = (weight * _LIGHT if each else weight for weight, each in zip(self.weights, light, strict=True))
        return replace(self, weights=tuple(weights))

    @property
    def as_written(self) -> str:
        """The telling words as the question writes them, for a keyword search."""
        return " ".join(self.question[word.start : word.end] for word in self.words)

    def coverage(self, text: str, language: str) -> float:
        """The weighted share of the words that `text` (in `language`) bears out, 0 to 1."""
        held = borne_out(self.words, text, language)
        return self.share([n for n, found in enumerate(held) if found])

    def share(self, words: Iterable[int]) -> float:
        """The weight of some of the words (numbers) as a share of all, 0 to 1."""
        total = sum(self.weights)
        return sum(self.weights[n] for n in sorted(words)) / total if total else 0.0

    @property
    def has_names(self) -> bool:
        """Whether the question names something, so that a text may be like it for the name alone."""
        return any(_is_name(word, self.question) for word in self.words)

    def score(
        self, text: str, language: str, nearness: float | None, second: float | None = None, usual: float = 0.0
    ) -> float:
        """How surely `text` (in `language`) answers; `ENOUGH` and more is an answer.

        `nearness` and `second` are the cosines of the two encoders, None where one was not asked; `usual` is the mean
        of the second's over the passages that it was asked about. Words and the first count together, or else the
        second alone, which knows paraphrases and the other language, for a text that stands out from the others. Where
        it sees nothing in common, words that happen to be the same are no answer.
        """
        worded = self.coverage(text, language) + (0.0 if nearness is None else nearness_share(nearness))
        if second is None:
            return worded
        alike = ENOUGH * min(second / _CLEAR, _MOST_ALIKE)
        if second < _DOUBTFUL:
            return min(worded, alike)
        stands_out = second - usual >= _STANDS_OUT and not self.unknown_name
        return max(worded, alike) if stands_out else worded


def nearness_share(nearness: float) -> float:
    """What a cosine of the first encoder counts beside the share of words that a text holds; less than none, too."""
    return _NEARNESS_WEIGHT * (nearness - _NEARNESS_BASE)


def _found(word: Token, keywords: KeywordIndex) -> int:
    """How many passages hold a word or its like; one that holds several of them counts for each."""
    return sum(keywords.document_frequency(form) for form in {word.form, word.stem, *related(word.form)})


def _is_name(word: Token, question: str) -> bool:
    return word.start > 0 and question[word.start].isupper()


def _weight(found: int, is_unknown_name: bool, passages: int) -> float:
    weight = math.log(1 + max(passages, 1) / max(found, 0.5))
    return weight * _UNKNOWN_NAME if is_unknown_name else weight


@cache
def _generic(language: str) -> frozenset[str]:
    return frozenset(stem for word in table("questions.toml")["generic"][language] for stem in stems(word))


@cache
def _light() -> frozenset[str]:
    return frozenset(stem for words in table("questions.toml")["light"].values() for w in words for stem in stems(w))
