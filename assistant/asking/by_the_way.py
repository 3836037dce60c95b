"""Conditions that only say which posting is meant: « le salaire du développeur Java », « l'assistant germanophone »."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asking.described import is_of_one
from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Condition, Reading
from assistant.asking.seen import Seen
from assistant.library import Library
from assistant.naming import by_title, title_words
from assistant.topics import is_tool, topics

_FEW, _TWO = 5, 2  # postings that a name may leave; conditions, one of which names
# Fields whose values stand in the names of jobs: an apprentice, a consultant, an Arabic teacher.
# « …, et qu'est-ce que j'y ferais ? », "…, and what would I be working on there?", at the end of a question.
_AND_WHAT = re.compile(
    r"(?i)[,\s]\s*(?:and|et|(?:and |et )?si oui,?|(?:and )?if so,?)\s+"
    r"(?:what|que|qu['’]est[- ]ce qu|c['’]est quoi|quelles|on y fait quoi|en quoi|j['’]y fer)[^,.?!;:]{0,50}"
    r"\b(?:do|doing|work|working|working on|tasks|duties|fait|fais|ferais|ferai|ferait|faire|t[aâ]ches|missions"
    r"|consiste|involve|quoi)\b"
    r"(?:\s(?:on|in|it|there|over there|exactly|dedans|là-bas|exactement|concrètement|en quoi))*\s*\?*\s*$"
)
_OF_NAMES = frozenset({"contract", "working_time", "degree", "language"})
_SPEAKER = ("phone", "phones")  # of « anglophone »; a telephone is asked for by the tables


def asked_of_one(reading: Reading, seen: Seen, library: Library) -> Reading:
    """The reading without conditions that name the one posting that is meant, as long as something else is asked."""
    reading = _of_its_subject(_told_about(_called_by_a_tool(reading, seen, library), seen))
    if reading.intent != "fact" or reading.every or reading.postings is None or len(reading.postings) != 1:
        return reading
    title = title_words(library.postings[min(reading.postings)])
    asked = tuple(condition for condition in reading.conditions if not _only_names(condition, seen, title))
    return replace(reading, conditions=asked) if asked or reading.fields else reading


def _called_by_a_tool(reading: Reading, seen: Seen, library: Library) -> Reading:
    """The one posting whose title has the tool: « le poste d'expert Power BI chez X », "the Snowflake job"."""
    tools = [c.value for c in reading.conditions if c.field == "mention" and is_tool(c.value)]
    asks_more = bool(reading.fields) or len(reading.conditions) >= _TWO
    if reading.intent != "fact" or reading.every or not tools or not asks_more:
        return reading
    phrases = topics()[tools[0]]["words"]
    if reading.postings is not None:
        among = reading.postings if 1 < len(reading.postings) <= _FEW else frozenset()
    else:
        among = by_title(" ".join(phrases), reading.language, library, None) if is_of_one(seen.words) else frozenset()
    called = [p for p in among if holds(words_of(title_words(library.postings[p])), phrases)]
    return reading.about(frozenset(called)) if len(called) == 1 else reading


def _told_about(reading: Reading, seen: Seen) -> Reading:
    """ "Tell me about the .NET apprentice job at X": all of it, whatever kind of job its name makes it."""
    named = reading.postings is not None and len(reading.postings) == 1
    of_name = all(c.field in _OF_NAMES or (c.field == "mention" and is_tool(c.value)) for c in reading.conditions)
    if not (seen.has("about") and named and reading.intent == "fact" and of_name) or reading.fields or reading.every:
        return reading
    return replace(reading, intent="posting", conditions=())


def _only_names(condition: Condition, seen: Seen, title: str) -> bool:
    if condition.field == "mention" and is_tool(condition.value):
        return bool(holds(words_of(title), topics()[condition.value]["words"]))
    spoken = [seen.words[tag.first].form for tag in seen.tags if (tag.table, tag.key) == ("language", condition.value)]
    return condition.field == "language" and any(form.endswith(_SPEAKER) for form in spoken)


def _of_its_subject(reading: Reading) -> Reading:
    """ "Is there a job in water treatment, and what would I do there?": found by the first half alone."""
    found = _AND_WHAT.search(reading.text)
    if reading.intent != "open" or reading.postings is not None or not reading.topic or found is None:
        return reading
    return replace(reading, text=reading.text[: found.start()].rstrip() + " ?")
