"""The words of a question that are a name as a whole: of a job, or of an employer."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise

from assistant.asking.lexicon import Word, words_of
from assistant.library import Library
from assistant.name_index import organisation_index
from assistant.naming import runs_of, title_words
from assistant.places import Phrase, links

_HEAD_END = re.compile(r"\s[–—-]\s|[,;:(|/]|\s[HFMhfm]/[HFMhfm](?!\w)")


def whole_titles(words: Sequence[Word], library: Library, free: Collection[int]) -> frozenset[int]:
    """The numbers of those `free` words that are the whole name of a job, of two words or more: "Tech Lead Data"."""
    usable = [n for n in free if words[n].form not in links()]
    found: set[int] = set()
    for title in _heads(library):
        for at in range(len(usable) - len(title) + 1):
            run = usable[at : at + len(title)]
            if title == tuple(words[n].form for n in run) and not any(words[n].apart for n in run[1:]):
                found |= set(run)
    return frozenset(found)


def in_job_names(words: Sequence[Word], library: Library) -> frozenset[int]:
    """The numbers of the words that stand beside each other as in the name of a job: « ville inclusive »."""
    usable = [n for n, word in enumerate(words) if word.form not in links()]
    pairs = _pairs(library)
    beside = ((n, m) for n, m in pairwise(usable) if not words[m].apart)
    return frozenset(n for pair in beside if (words[pair[0]].form, words[pair[1]].form) in pairs for n in pair)


def called_by_name(words: Sequence[Word], library: Library) -> frozenset[int]:
    """The numbers of the words that are an employer's whole name, each with a capital, of two of them or more."""
    phrases = organisation_index(library).phrases
    runs = (run for run in runs_of(words, range(len(words))) if len(run) > 1)
    named = (r for r in runs if tuple(words[n].form for n in r) in phrases and all(words[n].capital for n in r))
    return frozenset(n for run in named for n in run)


@lru_cache(maxsize=4)
def _pairs(library: Library) -> frozenset[Phrase]:
    """Every two words in a row of what the jobs are called."""
    return frozenset(pair for head in _heads(library) for pair in pairwise(head))


@lru_cache(maxsize=4)
def _heads(library: Library) -> frozenset[Phrase]:
    """What the jobs are called, up to a comma, a bracket or a dash, as the words of it that do not only link."""
    heads = (_HEAD_END.split(title_words(posting), maxsplit=1)[0] for posting in library.postings.values())
    phrases = (tuple(word.form for word in words_of(head) if word.form not in links()) for head in heads)
    return frozenset(phrase for phrase in phrases if len(phrase) > 1)
