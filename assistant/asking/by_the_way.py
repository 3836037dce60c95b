"""Conditions that only say which posting is meant: « le salaire du développeur Java », « l'assistant germanophone »."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Condition, Reading
from assistant.asking.seen import Seen
from assistant.library import Library
from assistant.naming import title_words
from assistant.topics import is_tool, topics

_FEW, _TWO = 5, 2  # postings that a name may leave; conditions, one of which names
_SPEAKER = ("phone", "phones")  # of « anglophone »; a telephone is asked for by the tables


def asked_of_one(reading: Reading, seen: Seen, library: Library) -> Reading:
    """The reading without conditions that name the one posting that is meant, as long as something else is asked."""
    reading = _called_by_a_tool(reading, library)
    if reading.intent != "fact" or reading.every or reading.postings is None or len(reading.postings) != 1:
        return reading
    title = title_words(library.postings[min(reading.postings)])
    asked = tuple(condition for condition in reading.conditions if not _only_names(condition, seen, title))
    return replace(reading, conditions=asked) if asked or reading.fields else reading


def _called_by_a_tool(reading: Reading, library: Library) -> Reading:
    """Of several postings the one whose title has the tool: « le poste d'expert Power BI chez X »."""
    tools = [c.value for c in reading.conditions if c.field == "mention" and is_tool(c.value)]
    several = reading.postings is not None and 1 < len(reading.postings) <= _FEW
    if reading.intent != "fact" or reading.every or not tools or not several or len(reading.conditions) < _TWO:
        return reading
    phrases = topics()[tools[0]]["words"]
    called = [p for p in reading.postings or () if holds(words_of(title_words(library.postings[p])), phrases)]
    return reading.about(frozenset(called)) if len(called) == 1 else reading


def _only_names(condition: Condition, seen: Seen, title: str) -> bool:
    if condition.field == "mention" and is_tool(condition.value):
        return bool(holds(words_of(title), topics()[condition.value]["words"]))
    spoken = [seen.words[tag.first].form for tag in seen.tags if (tag.table, tag.key) == ("language", condition.value)]
    return condition.field == "language" and any(form.endswith(_SPEAKER) for form in spoken)
