"""Degrees in what a question names: "a nursing diploma", « un master en agronomie »."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.leaning import asks_for_told
from assistant.asking.lexicon import words_of
from assistant.asking.reading import Reading
from assistant.domain import Fact
from assistant.library import Library
from assistant.relevance import borne_out, telling
from vectorstore.analysis import Token


def studies(reading: Reading, library: Library) -> Sequence[Token]:
    """The words for what a degree is to be in, where some posting asks for a degree in these words.

    Where none does, another word may be meant by it ("agronomy", « agricole »), and the text of a posting has to tell.
    """
    named = any(condition.field == "degree" and not condition.negated for condition in reading.conditions)
    about_it = reading.topical == "subject" or asks_for_told(words_of(reading.question))
    if not named or not about_it or reading.denied or not reading.topic:
        return ()
    words = telling(" ".join(reading.topic), reading.language)
    known = any(studied(library.facts_of(posting, "degree"), words, reading) for posting in library.distinct)
    return words if known else ()


def studied(facts: Sequence[Fact], words: Sequence[Token], reading: Reading) -> Sequence[Fact]:
    """The facts whose sentences hold all the words: what is weighed is that degree, and no other."""
    return [fact for fact in facts if words and all(borne_out(words, fact.quote, reading.language))]
