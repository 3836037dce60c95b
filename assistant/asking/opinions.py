"""How an employer or a team is thought of, which no posting tells: "is the team nice?", « un bon employeur ? »."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Reading
from assistant.resources import table

_ABOUT = frozenset({"team_size", "staff_size", "team", "supervisor"})  # topics that name whom it is thought of


def as_opinion(reading: Reading) -> Reading:
    """The reading of a yes or no about how somebody is: who it is, or how many they are, is no answer to it."""
    words, tables = words_of(reading.question), table("asking.toml")
    if reading.intent != "fact" or reading.every or holds(words, tables["asks"]["what"]):
        return reading
    if not holds(words, tables["opinion"]["words"]):
        return reading
    named = all(c.field == "mention" and c.value in _ABOUT for c in reading.conditions)
    if not named or set(reading.fields) - {"organisation", "location", "title"}:
        return reading
    return replace(reading, intent="open", fields=(), conditions=(), topic=(), of_a_job=True, foreign=True)
