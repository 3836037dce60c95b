"""Words that are names even where they begin a sentence: places, and the organisations and places of the postings."""

from __future__ import annotations

from functools import cache, lru_cache

from assistant.asking.lexicon import words_of
from assistant.library import Library
from assistant.resources import table
from vectorstore.analysis import stop_words

_SHORTEST = 3


@lru_cache(maxsize=2)
def names_of(library: Library) -> frozenset[str]:
    """The words (folded) of every place that is known, and of what the postings are called by."""
    texts = [
        span.of(posting.text)
        for posting in library.postings.values()
        for span in (posting.organisation, posting.location)
    ]
    return _places() | _capitals(" ; ".join(texts))


@cache
def _places() -> frozenset[str]:
    data = table("places.toml")
    names = [name for row in data["departements"].values() for name in row]
    names += [name for country in data["countries"].values() for name in (*country["names"], *country["towns"])]
    names += [name for region in data["regions"].values() for towns in region.values() for name in towns]
    return _capitals(" ; ".join([*names, *data["regions"], *data["countries"]]))


def _capitals(text: str) -> frozenset[str]:
    common = {word for words in stop_words().values() for word in words}
    return frozenset(
        word.form for word in words_of(text) if word.capital and len(word.form) >= _SHORTEST and word.form not in common
    )
