"""What postings say of the topics of `data/topics.toml`: meal vouchers, on-call duty, remote work, and the like."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from assistant.asking.lexicon import Word, holds, words_of
from assistant.chunks import sentence_at
from assistant.domain import Fact, Posting, Span
from assistant.library import Library
from assistant.resources import table

_DENIAL_REACH = 3  # words between « pas de » and what it denies
_SHORTEST = 4  # letters of a word that is looked for before a text is read word by word


def mentions(library: Library, topic: str) -> Mapping[str, tuple[Fact, ...]]:
    """Posting (id) → the sentences that speak of a topic (a key of the table); one that denies it has value "no"."""
    known = _known(library)
    if topic not in known:
        candidate = _candidate(topic)
        spoken = (library.postings[identity] for identity, text in _folded(library).items() if candidate.search(text))
        known[topic] = {posting.id: facts for posting in spoken if (facts := _facts(posting, topic))}
    return known[topic]


@lru_cache(maxsize=2)
def _known(_library: Library) -> dict[str, Mapping[str, tuple[Fact, ...]]]:
    """What was looked for before, by topic; it goes when the library is replaced."""
    return {}


@lru_cache(maxsize=2)
def _folded(library: Library) -> Mapping[str, str]:
    """The texts without case and accents, letter for letter no more than roughly: to find candidates with."""
    return {identity: posting.text.lower().translate(_PLAIN) for identity, posting in library.postings.items()}


_PLAIN = str.maketrans("àâäçéèêëîïôöùûüœæ", "aaaceeeeiioouuuoa")


@cache
def _candidate(topic: str) -> re.Pattern[str]:
    """Finds the longest word of any phrase of a topic."""
    entry = table("topics.toml")[topic]
    longest = set()
    for phrase in (*entry["words"], *entry.get("against", ())):
        words = re.findall(r"[a-z0-9]+", phrase)
        longest.add(max(words, key=len))
    return re.compile("|".join(sorted(map(re.escape, longest))))


def _facts(posting: Posting, topic: str) -> tuple[Fact, ...]:
    entry = table("topics.toml")[topic]
    words = words_of(posting.text)
    against = holds(words, entry.get("against", ()))
    found: dict[int, Fact] = {}
    for first, last in [*holds(words, entry["words"]), *against]:
        denied = (first, last) in against or _is_denied(words, first)
        span = sentence_at(posting, words[first].start)
        if denied or span.start not in found:
            found[span.start] = _fact(posting, span, denied)
    return tuple(found[start] for start in sorted(found))


def _fact(posting: Posting, span: Span, denied: bool) -> Fact:
    quote = span.of(posting.text)
    wished = holds(words_of(quote), table("asking.toml")["modality"]["asset"])
    return Fact(
        posting.id, "mention", "no" if denied else "yes", "asset" if wished else "stated", quote, span.start, span.end
    )


def _is_denied(words: Sequence[Word], first: int) -> bool:
    negations = table("asking.toml")["negation"]["words"]
    return bool(holds(words[max(0, first - _DENIAL_REACH) : first], negations))
