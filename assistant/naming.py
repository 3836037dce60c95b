"""Which postings a question names: by the place, the organisation or the title that people call them by."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from assistant.asking.lexicon import Word, words_of
from assistant.domain import Posting, Span
from assistant.library import Library
from assistant.relevance import borne_out, telling
from assistant.resources import table
from assistant.text import fold

_WORD = re.compile(r"[^\W_]+")
_TYPO_FROM = 5  # letters from which one wrong letter still names


Names = Mapping[str, frozenset[str]]  # a word of a name → ids of the postings so named


@dataclass(frozen=True)
class Named:
    """Postings that some words of a question name; `words` are the numbers of those words."""

    postings: frozenset[str]
    words: frozenset[int]


def by_place(words: Sequence[Word], library: Library, free: Collection[int]) -> Named:
    """The postings whose place of work is one of the `free` words."""
    return _named(words, _place_names(library), free, any_case=True)


def by_organisation(words: Sequence[Word], library: Library, free: Collection[int]) -> Named:
    """The postings whose organisation is one of the `free` words."""
    return _named(words, _organisation_names(library), free, any_case=False)


def by_title(question: str, language: str, library: Library, within: Collection[str] | None) -> frozenset[str]:
    """The postings (`within` some, ids) whose title bears out most of the telling words of `question`; at least one.

    Nothing where every title does, as that tells none from another.
    """
    words = telling(question, language)
    candidates = library.postings if within is None else within
    counts = {
        i: sum(borne_out(words, title_words(library.postings[i]), library.postings[i].language)) for i in candidates
    }
    most = max(counts.values(), default=0)
    best = frozenset(i for i, count in counts.items() if count == most)
    return best if most and len(best) < len(counts) else frozenset()


def title_words(posting: Posting) -> str:
    """The title of a posting on one line."""
    return posting.title.of(posting.text)


def named_postings(question: str, library: Library) -> frozenset[str]:
    """Ids of the postings whose place or organisation stands in the question; both narrow each other."""
    words = words_of(question)
    free = range(len(words))
    place, organisation = by_place(words, library, free), by_organisation(words, library, free)
    return place.postings & organisation.postings or place.postings | organisation.postings


def _named(words: Sequence[Word], names: Names, free: Collection[int], *, any_case: bool) -> Named:
    capitals = any(word.capital for word in words[1:])
    postings: set[str] = set()
    used = set()
    for number in free:
        word = words[number]
        if not any_case and capitals and not word.capital:
            continue
        found = names.get(word.form) or _nearly(word.form, names)
        if found:
            postings |= found
            used.add(number)
    return Named(frozenset(postings), frozenset(used))


def _nearly(word: str, names: Names) -> frozenset[str]:
    """The postings of the one name that `word` is but for a letter left out, put in, changed or swapped."""
    if len(word) < _TYPO_FROM:
        return frozenset()
    near = [n for n in names if len(n) >= _TYPO_FROM and n[0] == word[0] and OSA.distance(word, n, score_cutoff=1) <= 1]
    return names[near[0]] if len(near) == 1 else frozenset()


@lru_cache(maxsize=4)
def name_words(library: Library) -> frozenset[str]:
    """The folded words of all places, organisations and titles."""
    titles = _names(library, lambda posting: posting.title)
    return frozenset([*_place_names(library), *_organisation_names(library), *titles])


@lru_cache(maxsize=4)
def _place_names(library: Library) -> Names:
    return _names(library, lambda posting: posting.location)


@lru_cache(maxsize=4)
def _organisation_names(library: Library) -> Names:
    return _names(library, lambda posting: posting.organisation)


def _names(library: Library, place: Callable[[Posting], Span]) -> Names:
    """The words of names that tell one from another, each with the postings so named."""
    weak = set(table("names.toml")["weak"]["words"])
    found: dict[str, set[str]] = {}
    for identity, posting in library.postings.items():
        for word in map(fold, _WORD.findall(place(posting).of(posting.text))):
            if word not in weak and len(word) > 2:
                found.setdefault(word, set()).add(identity)
    return {word: frozenset(postings) for word, postings in found.items()}
