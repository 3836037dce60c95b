"""Which posting a question means by words that are in no name: "the nurse at the Camille Claudel home"."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence

from assistant.glossary import related
from assistant.library import Library
from assistant.relevance import telling
from assistant.text import fold
from vectorstore.keyword import Keywords

_SEARCHED = 2000  # passages in which a word is looked for
_NAME = 4  # letters from which a word that begins a question may be a name
_MOST = 0.6  # weighed share of the words that a posting must hold to be meant by them alone


def narrowed(
    candidates: Collection[str], topic: Sequence[str], language: str, library: Library, keywords: Keywords
) -> frozenset[str]:
    """Those of `candidates` (ids) whose text holds most of the words, the rare ones counting more."""
    if len(candidates) < 2 or not topic:
        return frozenset(candidates)
    scores = _held(candidates, topic, language, library, keywords)[0]
    most = max(scores.values())
    return frozenset(posting for posting, score in scores.items() if math.isclose(score, most))


def called(topic: Sequence[str], language: str, library: Library, keywords: Keywords) -> frozenset[str]:
    """The one posting of all whose text alone holds most of the words; none where several do, or none does."""
    scores, total = _held(library.postings, topic, language, library, keywords)
    most = max(scores.values(), default=0.0)
    best = frozenset(posting for posting, score in scores.items() if math.isclose(score, most))
    return best if len(best) == 1 and most >= _MOST * total > 0 else frozenset()


def names_alone(words: str, library: Library, keywords: Keywords) -> frozenset[str]:
    """The words that postings write with a capital wherever they stand, as names: maybe none."""
    long = (word for word in words.split() if len(word) >= _NAME and word[1:].islower())
    return frozenset(word for word in long if not _is_written_small(word.lower(), library, keywords))


def _is_written_small(word: str, library: Library, keywords: Keywords) -> bool:
    """Whether a posting holds a word in small letters; an address is no word."""
    small = re.compile(rf"(?<![\w@./-]){re.escape(word)}(?!\w|@|[.-]\w)")
    return any(small.search(library.postings[each].text) for each in holding([word], library, keywords))


def holding(names: Collection[str], library: Library, keywords: Keywords) -> frozenset[str]:
    """The postings that hold each of some names as they are written or in capitals: "NAJMA", "Azraq", "AZRAQ"."""
    found: frozenset[str] | None = None
    for name in names:
        hits = keywords.search(name, "", _SEARCHED)
        texts = {library.chunks[hit.id].posting for hit in hits if hit.id in library.chunks}
        forms = "|".join(
            map(re.escape, {name, name.upper(), fold(name).upper()})
        )  # « Brantôme », « BRANTÔME », « BRANTOME »
        whole = re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
        held = frozenset(identity for identity in texts if whole.search(library.postings[identity].text))
        found = held if found is None else found & held
    return found or frozenset()


def _held(
    candidates: Collection[str], topic: Sequence[str], language: str, library: Library, keywords: Keywords
) -> tuple[dict[str, float], float]:
    """The weight of the words that each candidate holds, and of all the words."""
    scores = dict.fromkeys(candidates, 0.0)
    total = 0.0
    for word in telling(" ".join(topic), language):
        hits = keywords.search(word.form, language, _SEARCHED, None, related)
        holders = {library.chunks[hit.id].posting for hit in hits if hit.id in library.chunks}
        weight = math.log(1 + len(library.postings) / max(len(holders), 1))
        total += weight
        for posting in holders & scores.keys():
            scores[posting] += weight
    return scores, total
