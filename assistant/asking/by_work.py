"""The one posting that a question calls by its work and asks of: "the pay of the retirement home job"."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.reading import Reading
from assistant.library import Library
from assistant.naming import title_words
from assistant.relevance import borne_out, telling
from assistant.topics import topics


def called_by_work(reading: Reading, library: Library) -> Reading:
    """The reading about the only posting of that work, unless a title bears out all that is left of the question."""
    if reading.intent != "fact" or not reading.fields or not reading.of_a_job or reading.every or reading.places:
        return reading
    there = _of_work(reading, library)
    if len(there) != 1 or reading.organisations or _titled(reading, library):
        return reading
    return replace(reading, postings=there, conditions=(), topic=(), aside=())


def _of_work(reading: Reading, library: Library) -> frozenset[str]:
    """The postings of the work that is the question's only condition."""
    one = reading.conditions[0] if len(reading.conditions) == 1 else None
    if one is None or one.field != "mention" or one.negated or one.others or not topics()[one.value].get("work"):
        return frozenset()
    told = (p for p in library.distinct if any(fact.value == "yes" for fact in library.mentions(one.value, p)))
    return frozenset(told)


def _titled(reading: Reading, library: Library) -> bool:
    """Whether the titles of the postings that were found bear out every word that no table accounts for."""
    words = telling(" ".join((*reading.topic, *reading.aside)), reading.language)
    found = [library.postings[identity] for identity in reading.postings or ()]
    return bool(found) and all(all(borne_out(words, title_words(p), p.language)) for p in found)
