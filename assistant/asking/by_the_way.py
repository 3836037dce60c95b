"""Conditions that only say which posting is meant: « le salaire du développeur Java », « l'assistant germanophone »."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Condition, Reading
from assistant.asking.seen import Seen
from assistant.library import Library
from assistant.naming import title_words
from assistant.topics import is_tool, topics

_SPEAKER = ("phone", "phones")  # of « anglophone »; a telephone is asked for by the tables


def asked_of_one(reading: Reading, seen: Seen, library: Library) -> Reading:
    """The reading without conditions that name the one posting that is meant, as long as something else is asked."""
    if reading.intent != "fact" or reading.every or reading.postings is None or len(reading.postings) != 1:
        return reading
    title = title_words(library.postings[min(reading.postings)])
    asked = tuple(condition for condition in reading.conditions if not _only_names(condition, seen, title))
    return replace(reading, conditions=asked) if asked or reading.fields else reading


def _only_names(condition: Condition, seen: Seen, title: str) -> bool:
    if condition.field == "mention" and is_tool(condition.value):
        return bool(holds(words_of(title), topics()[condition.value]["words"]))
    spoken = [seen.words[tag.first].form for tag in seen.tags if (tag.table, tag.key) == ("language", condition.value)]
    return condition.field == "language" and any(form.endswith(_SPEAKER) for form in spoken)
