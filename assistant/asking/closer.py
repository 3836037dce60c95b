"""What a topic is asked of more closely: "which cover my family's health insurance?", « qui travaille le samedi ? »."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Condition, Reading
from assistant.domain import Language
from assistant.glossary import meaning
from assistant.resources import table
from assistant.text import fold
from assistant.topics import topics

_EXPERIENCE = "experience"  # the topic
_REACH = 5  # words behind "experience in" in which it is said in what
_LONG, _SHORT = 8, 4  # letters of a word that is found by its beginning, and of one that is found by itself alone


def more_closely(reading: Reading) -> Reading:
    """The reading with what its question says of a topic asked of the sentences on it: they have to hold its like."""
    words = words_of(reading.text)
    entries = [e for e in _entries().values() if holds(words, e["asked"]) and not holds(words, e.get("unless", ()))]
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
    return _of_its_field(reading)


def _of_its_field(reading: Reading) -> Reading:
    """The reading with what experience is asked in, « une expérience dans l'aéronautique », asked of what says it."""
    if not any(_is_on(c, _EXPERIENCE) and not c.others for c in reading.conditions):
        return reading
    words, phrases = words_of(reading.text), table("asking.toml")["experience_in"]
    left = {fold(word): word for word in (*reading.topic, *reading.aside)}
    found: list[str] = []
    for _, last in holds(words, phrases["leads"]):
        for word in words[last : last + _REACH]:
            if word.form in left and word.form not in phrases["small"]:
                found.append(word.form)
            elif word.apart or word.form not in (*phrases["small"], *left):
                break
    if not found:
        return reading
    others = (left[found[0]], *dict.fromkeys(_any_form(like) for form in found for like in (form, *meaning(form))))
    return replace(
        reading,
        conditions=tuple(replace(c, others=others) if _is_on(c, _EXPERIENCE) else c for c in reading.conditions),
        topic=tuple(word for word in reading.topic if fold(word) not in found),
        aside=tuple(word for word in reading.aside if fold(word) not in found),
    )


def _any_form(form: str) -> str:
    """What a word is found by in its plural, too, and a long one in words of its family."""
    base = form.removesuffix("s")
    return form if len(base) < _SHORT else f"{base[:-1]}*" if len(base) > _LONG else f"{base}*"


def closer_name(condition: Condition, language: Language) -> str:
    """What a condition asks of its topic, in words; nothing where it asks no more than the topic."""
    entries = (e for e in _entries().values() if condition.others and tuple(e["said"]) == condition.others)
    named = next((str(entry["name"][language]) for entry in entries), "")
    if named or not condition.others or not _is_on(condition, _EXPERIENCE) or condition.others[0] in topics():
        return named
    return str(table("asking.toml")["experience_in"]["name"][language]).format(condition.others[0])


def _is_on(condition: Condition, topic: str) -> bool:
    return condition.field == "mention" and condition.value == topic


def _entries() -> Mapping[str, Any]:
    entries: Mapping[str, Any] = table("asking.toml")["closer"]
    return entries
