"""What postings say of the topics of `data/topics.toml`: meal vouchers, on-call duty, remote work, and the like."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.asking.lexicon import Word, holds, words_around, words_of
from assistant.chunks import sentence_at
from assistant.domain import Fact, Posting, Span
from assistant.library import Library
from assistant.phrases import places
from assistant.resources import table
from assistant.text import fold
from assistant.word_index import word_index

_DENIAL_REACH = 4  # words between « pas de » and what it denies
_REFUSAL_REACH = 9  # words behind a thing within which it can be refused: « ne seront pas acceptées »
_REFUSING = 3  # words between the negation and what refuses
_ANSWER = re.compile(r"\s*[:?–—-]\s*(\w+)")


def mentions(library: Library, topic: str) -> Mapping[str, tuple[Fact, ...]]:
    """Posting (id) → the sentences that speak of a topic (a key of the table); one that denies it has value "no"."""
    known = _known(library)
    if topic not in known:
        entries = [table("topics.toml")[part] for part in _parts(topic)]
        phrases = [p for e in entries for kind in ("words", "stated", "against") for p in e.get(kind, ())]
        spoken = word_index(library).speaking(phrases)
        texts = ((library.postings[identity], near) for identity, near in spoken.items())
        read = ((posting.id, facts_on(posting, topic, words_around(posting.text, near))) for posting, near in texts)
        known[topic] = {identity: facts for identity, facts in read if facts}
    return known[topic]


def facts_on(posting: Posting, topic: str, words: Sequence[Word] | None = None) -> tuple[Fact, ...]:
    """The sentences of a posting that speak of a topic or of one that it includes, in their order.

    `words` are those of its text that can be of a phrase, all of them where none are given.
    """
    words = words_of(posting.text) if words is None else words
    found = {fact.start: fact for each in _parts(topic) for fact in _facts(posting, each, words)}
    return tuple(found[start] for start in sorted(found))


def _parts(topic: str) -> tuple[str, ...]:
    return (*table("topics.toml")[topic].get("includes", ()), topic)


@lru_cache(maxsize=2)
def _known(_library: Library) -> dict[str, Mapping[str, tuple[Fact, ...]]]:
    """What was looked for before, by topic; it goes when the library is replaced."""
    return {}


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
    if last < len(words) and _is_answered_no(posting.text[words[last - 1].end : words[last].end]):
        return _fact(posting, span, denied=True)
    behind = [word for word in words[last : last + _REFUSAL_REACH] if word.end <= span.end]
    before = [word for word in words[max(0, first - _DENIAL_REACH) : first] if word.start >= span.start]
    return _fact(posting, span, _is_denied(before) or _is_refused(behind))


def _facts(posting: Posting, topic: str, words: Sequence[Word]) -> tuple[Fact, ...]:
    entry = table("topics.toml")[topic]
    against, elsewhere = holds(words, entry.get("against", ())), entry.get("without", ())
    spoken = [*holds(words, entry["words"]), *places(words, tuple(entry.get("stated", ())))]
    spoken = _apart_from(spoken, places(words, tuple(entry.get("unless", ()))))
    found: dict[int, Fact] = {}
    for first, last in [*spoken, *against]:
        said = _said(posting, words, first, last)
        if (elsewhere and holds(words_of(said.quote), elsewhere)) or (
            entry.get("work") and is_of_employer(posting, said)
        ):
            continue
        if (first, last) in against or (entry.get("given") and _is_own_cost(said.quote)):
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


def is_of_employer(posting: Posting, said: Fact) -> bool:
    """Whether a sentence tells what the employer does: by its part of the posting, or by its first words.

    What is said to whoever is hired is of the work, wherever it stands.
    """
    name = posting.organisation.of(posting.text)
    begins = posting.text[said.start : said.end].lstrip(" *#-•>")
    led = re.match(r"(?:l['’]|la |le |les |the )", begins, re.IGNORECASE)
    bare = begins[led.end() :] if led else begins
    section = next((s for s in posting.sections if s.start <= said.start < s.end), None)
    if name and bare.startswith(name):
        return True
    addressed = holds(words_of(said.quote), table("asking.toml")["addressed"]["words"])
    return section is not None and section.kind == "organisation" and not addressed


def _is_answered_no(behind: str) -> bool:
    """Whether a thing has a no behind it: « logement : non », "accommodation? no"."""
    found = _ANSWER.match(behind)
    return found is not None and fold(found[1]) in table("asking.toml")["refusal"]["answers"]


def _is_own_cost(quote: str) -> bool:
    """Whether who is hired bears the cost of what a sentence speaks of, or is not given it."""
    return bool(holds(words_of(quote), table("asking.toml")["refusal"]["own_cost"]))


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
