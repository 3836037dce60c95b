"""Which postings a question names, by the place and the organisation that people call them by."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from assistant.domain import Posting, Span
from assistant.library import Library
from assistant.resources import table
from assistant.text import fold

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_TYPO_FROM = 6  # letters from which one wrong letter still names


def named_postings(question: str, library: Library) -> frozenset[str]:
    """Ids of the postings whose place or organisation stands in the question; both narrow each other."""
    words = _capitalised(question)
    by_place = {i for i, p in library.postings.items() if _names(words, _place_names(p))}
    by_organisation = {i for i, p in library.postings.items() if _names(words, _organisation_names(p))}
    both = by_place & by_organisation
    return frozenset(both or by_place | by_organisation)


def _capitalised(question: str) -> frozenset[str]:
    """The words of the question that may be names: capitalised, or any where nothing is."""
    words = [word for token in _WORD.findall(question) for word in re.split(r"['’]", token)]
    upper = [word for word in words[1:] if word[:1].isupper()]
    chosen = [*words[:1], *upper] if upper else words
    return frozenset(fold(word) for word in chosen)


def _names(words: frozenset[str], names: frozenset[str]) -> bool:
    return any(word == name or _one_wrong(word, name) for name in names for word in words)


def _one_wrong(word: str, name: str) -> bool:
    """Whether the two are the same but for one letter, left out, put in, changed, or swapped with the next."""
    if min(len(word), len(name)) < _TYPO_FROM or abs(len(word) - len(name)) > 1 or word[0] != name[0]:
        return False
    return _distance_at_most_one(word, name)


def _distance_at_most_one(first: str, second: str) -> bool:
    return bool(OSA.distance(first, second, score_cutoff=1) <= 1)


@lru_cache(maxsize=20000)
def _place_names(posting: Posting) -> frozenset[str]:
    return _telling(posting, posting.location)


@lru_cache(maxsize=20000)
def _organisation_names(posting: Posting) -> frozenset[str]:
    return _telling(posting, posting.organisation)


def _telling(posting: Posting, span: Span) -> frozenset[str]:
    """The words of a name that tell it from others."""
    weak = set(table("names.toml")["weak"]["words"])
    words = (fold(word) for word in _WORD.findall(span.of(posting.text)))
    return frozenset(word for word in words if word not in weak and len(word) > 2)
