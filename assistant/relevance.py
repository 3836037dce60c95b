"""How far a passage speaks of what a question asks.

A vector always has a nearest neighbour, so nearness alone cannot tell that nothing answers. What can is the question's
telling words: how many of them the passage bears out, as they are, by their stem, or by a word for the same thing in
either language, the rare ones counting more. Nearness is added to that.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.glossary import groups_of, related
from assistant.resources import table
from vectorstore.analysis import Token, content_tokens, stems
from vectorstore.keyword import KeywordIndex

# Fitted on 136 questions about 17 postings, half of them questions that no posting answers: see tests/benchmarks.
ENOUGH = 0.5  # score from which a passage answers
_NEARNESS_WEIGHT = 3.0
_NEARNESS_BASE = 0.8  # cosine that multilingual-e5-small gives to texts that have nothing to do with each other
_UNKNOWN_NAME = 1.5  # a name that no posting holds weighs more than an unknown word
_COGNATE = 5  # letters that two words of one origin share at their beginning: cooperatives, coopératives


def telling(question: str, language: str) -> list[Token]:
    """The words of a question that say what it asks about, each once: no stop words, none that any question holds."""
    seen: dict[str, Token] = {}
    for token in content_tokens(question, language):
        if len(token.form) > 1 and not stems(token.form) & _generic(language):
            seen.setdefault(token.stem, token)
    return list(seen.values())


def expanded(words: Sequence[Token]) -> str:
    """The telling words with the words for the same thing in both languages, for a keyword search."""
    return " ".join([word.form for word in words] + [other for word in words for other in sorted(related(word.form))])


def borne_out(words: Sequence[Token], text: str, language: str) -> list[bool]:
    """For each telling word of a question, whether `text` (in `language`) holds it or its like."""
    forms = {token.form for token in content_tokens(text, language)}
    stemmed = {stem for form in forms for stem in stems(form)}
    groups = {group for form in forms for group in groups_of(form)}
    beginnings = {form[:_COGNATE] for form in forms if len(form) > _COGNATE and form.isalpha()}
    return [
        bool(stems(word.form) & stemmed)
        or bool(groups_of(word.form) & groups)
        or (len(word.form) > _COGNATE + 1 and word.form.isalpha() and word.form[:_COGNATE] in beginnings)
        for word in words
    ]


@dataclass(frozen=True)
class Relevance:
    """A question's telling words with their weights: the rarer in the store, the heavier."""

    words: tuple[Token, ...]
    weights: tuple[float, ...]

    @classmethod
    def of(cls, question: str, language: str, keywords: KeywordIndex) -> Relevance:
        """The telling words of a question, weighed by how many chunks hold them or their like."""
        words = telling(question, language)
        return cls(tuple(words), tuple(_weight(word, question, keywords) for word in words))

    def coverage(self, text: str, language: str) -> float:
        """The weighted share of the words that `text` (in `language`) bears out, 0 to 1."""
        total = sum(self.weights)
        held = borne_out(self.words, text, language)
        return sum(w for w, found in zip(self.weights, held, strict=True) if found) / total if total else 0.0

    def score(self, text: str, language: str, nearness: float | None) -> float:
        """Coverage and nearness (a cosine) in one number; `ENOUGH` and more is an answer."""
        near = _NEARNESS_BASE if nearness is None else nearness
        return self.coverage(text, language) + _NEARNESS_WEIGHT * (near - _NEARNESS_BASE)


def _weight(word: Token, question: str, keywords: KeywordIndex) -> float:
    found = sum(keywords.document_frequency(form) for form in {word.form, word.stem, *related(word.form)})
    weight = math.log(1 + max(len(keywords), 1) / max(found, 0.5))
    is_name = word.start > 0 and question[word.start].isupper()
    return weight * _UNKNOWN_NAME if is_name and not found else weight


@cache
def _generic(language: str) -> frozenset[str]:
    return frozenset(stem for word in table("questions.toml")["generic"][language] for stem in stems(word))
