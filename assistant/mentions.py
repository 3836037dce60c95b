"""What postings say of the topics of `data/topics.toml`: meal vouchers, on-call duty, remote work, and the like."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from assistant.asking.lexicon import Word, holds, words_of
from assistant.chunks import sentence_at
from assistant.domain import Fact, Posting, Span
from assistant.library import Library
from assistant.phrases import places, sure_words
from assistant.resources import table

_DENIAL_REACH = 4  # words between « pas de » and what it denies
_REFUSAL_REACH = 9  # words behind a thing within which it can be refused: « ne seront pas acceptées »
_REFUSING = 3  # words between the negation and what refuses
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


def denials(posting: Posting, phrases: Sequence[str]) -> tuple[Fact, ...]:
    """The sentences of a posting that deny what the phrases name: « pas besoin de permis »."""
    words = words_of(posting.text)
    found = (_said(posting, words, first, last) for first, last in holds(words, phrases))
    return tuple({fact.start: fact for fact in found if fact.value == "no"}.values())


def sentences_on(posting: Posting, phrases: Sequence[str]) -> tuple[Fact, ...]:
    """The sentences of a posting that hold one of the phrases, in their order."""
    words = words_of(posting.text)
    found = (_said(posting, words, first, last) for first, last in holds(words, phrases))
    return tuple({fact.start: fact for fact in found}.values())


def _said(posting: Posting, words: Sequence[Word], first: int, last: int) -> Fact:
    """The sentence of a phrase, and whether it denies it."""
    span = sentence_at(posting, words[first].start)
    behind = [word for word in words[last : last + _REFUSAL_REACH] if word.end <= span.end]
    before = [word for word in words[max(0, first - _DENIAL_REACH) : first] if word.start >= span.start]
    return _fact(posting, span, _is_denied(before) or _is_refused(behind))


_PLAIN = str.maketrans("àâäçéèêëîïôöùûüœæ", "aaaceeeeiioouuuoa")


@cache
def _candidate(topic: str) -> re.Pattern[str]:
    """Finds the longest word of any phrase of a topic."""
    entry = table("topics.toml")[topic]
    longest = set()
    for phrase in (*entry["words"], *entry.get("against", ())):
        words = [word for word in re.findall(r"#?[a-z0-9]+", phrase) if not word.startswith("#")]
        longest.add(max(words, key=len, default=""))
    for phrase in entry.get("stated", ()):
        longest |= sure_words(phrase)
    return re.compile("|".join(sorted(map(re.escape, longest))))


def _facts(posting: Posting, topic: str) -> tuple[Fact, ...]:
    entry = table("topics.toml")[topic]
    words = words_of(posting.text)
    against, elsewhere = holds(words, entry.get("against", ())), entry.get("without", ())
    spoken = [*holds(words, entry["words"]), *places(words, tuple(entry.get("stated", ())))]
    spoken = _apart_from(spoken, places(words, tuple(entry.get("unless", ()))))
    found: dict[int, Fact] = {}
    for first, last in [*spoken, *against]:
        said = _said(posting, words, first, last)
        if elsewhere and holds(words_of(said.quote), elsewhere):
            continue
        if (first, last) in against:
            said = replace(said, value="no")
        if said.value == "no" or said.start not in found:
            found[said.start] = said
    return tuple(found[start] for start in sorted(found))


def _apart_from(spoken: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places that lie in none of the longer phrases that mean something else: « dimanche 7 juin »."""
    return [place for place in spoken if not any(start <= place[0] and place[1] <= end for start, end in other)]


def _fact(posting: Posting, span: Span, denied: bool) -> Fact:
    quote = span.of(posting.text)
    wished = holds(words_of(quote), table("asking.toml")["modality"]["asset"])
    return Fact(
        posting.id, "mention", "no" if denied else "yes", "asset" if wished else "stated", quote, span.start, span.end
    )


def _is_denied(before: Sequence[Word]) -> bool:
    """Whether what stands before a thing denies it: « pas de »."""
    denials, only = table("asking.toml")["negation"]["words"], ("only", "seulement", "uniquement")
    return any(last == len(before) or before[last].form not in only for _, last in holds(before, denials))


def _is_refused(behind: Sequence[Word]) -> bool:
    """Whether what stands behind a thing in its sentence refuses it: "will not be considered"."""
    tables = table("asking.toml")
    return any(
        holds(behind[last : last + _REFUSING], tables["refusal"]["words"])
        for _, last in holds(behind, tables["negation"]["words"])
    )
