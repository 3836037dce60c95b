"""Words that ask for something and also stand in titles: « chargé d'études », "the master data manager"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from assistant.asking.lexicon import Tag, Word, words_of
from assistant.library import Library
from assistant.naming import title_words
from assistant.text import plain_gender

TITLE_FIELDS = ("degree", "experience_years", "title", "organisation", "document", "selection", "language")


def in_titles(tag: Tag, words: Sequence[Word], tags: Sequence[Tag], _nouns: Sequence[int], library: Library) -> bool:
    """« chargé d'études » is a job, not a question about studies."""
    if tag.table == "degree" and tag.last < len(words):  # "the master data manager"
        return (words[tag.last - 1].form, words[tag.last].form) not in _title_pairs(library)
    if tag.table != "fields" or tag.key not in TITLE_FIELDS or not tag.first:
        return True
    listed = any(t.table == "fields" and 0 <= t.first - tag.last <= 1 for t in tags)  # "in diploma, experience and pay"
    near = {word.form for word in words[max(0, tag.first - 2) : tag.first]}
    if tag.key == "degree" and not listed and near & {"in", "dans"}:
        return False  # "jobs in education", « dans la formation »: what the work is about
    if tag.key == "organisation" and words[tag.first - 1].form in ("by", "par"):
        return False  # « assuré par l'employeur »
    if tag.key == "organisation" and [w.form for w in words[max(0, tag.first - 2) : tag.first]] == ["by", "the"]:
        return False
    pair = (words[tag.first - 1].form, words[tag.first].form)
    return pair not in _title_pairs(library)


@lru_cache(maxsize=4)
def _title_pairs(library: Library) -> frozenset[tuple[str, str]]:
    """Every two words that stand beside each other in a title, small words between them left out."""
    small = {"de", "du", "des", "en", "et", "of", "la", "le", "les"}
    found = set()
    for posting in library.postings.values():
        forms = [word.form for word in words_of(plain_gender(title_words(posting))) if word.form not in small]
        found |= set(pairwise(forms))
    return frozenset(found)
