"""What a topic is asked of more closely: "which cover my family's health insurance?", « qui travaille le samedi ? »."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assistant.asking.lexicon import holds, words_of
from assistant.asking.marks import with_carriers
from assistant.asking.reading import Condition, Reading
from assistant.domain import Language
from assistant.resources import table
from assistant.text import fold


def more_closely(reading: Reading) -> Reading:
    """The reading with what its question says of a topic asked of the sentences on it: they have to hold its like."""
    words = words_of(reading.text)
    reading = replace(reading, conditions=tuple(with_carriers(reading.conditions, words)))
    # « Où demande-t-on Excel ? »: that « où » is no "or"
    rest = [w for n, w in enumerate(words) if w.form != "ou" or (n and reading.text[w.start : w.end].lower() == "ou")]
    entries = [e for e in _entries().values() if holds(words, e["asked"]) and not holds(rest, e.get("unless", ()))]
    for entry in entries if len({entry["topic"] for entry in entries}) == len(entries) else ():
        asked = [n for first, last in holds(words, entry["asked"]) for n in range(first, last)]
        if not asked or not any(_is_on(c, entry["topic"]) for c in reading.conditions):
            continue
        beside = [c for c in reading.conditions if not any(_is_on(c, topic) for topic in entry["instead_of"])]
        said, by = tuple(entry["said"]), {words[n].form for n in asked}
        return replace(
            reading,
            conditions=tuple(replace(c, others=said) if _is_on(c, entry["topic"]) else c for c in beside),
            topic=tuple(word for word in reading.topic if fold(word) not in by),
        )
    return reading


def closer_name(condition: Condition, language: Language) -> str:
    """What a condition asks of its topic, in words; nothing where it asks no more than the topic."""
    entries = (e for e in _entries().values() if condition.others and tuple(e["said"]) == condition.others)
    return next((str(entry["name"][language]) for entry in entries), "")


def _is_on(condition: Condition, topic: str) -> bool:
    return condition.field == "mention" and condition.value == topic


def _entries() -> Mapping[str, Any]:
    entries: Mapping[str, Any] = table("asking.toml")["closer"]
    return entries
