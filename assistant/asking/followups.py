"""What a question leaves to the ones before it: the posting, the set, or the question itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from assistant.asking.lexicon import Tag, tags_of, words_of
from assistant.asking.reading import Asked, Reading
from assistant.domain import Language
from assistant.resources import table

_SHORT = 8  # words up to which « et … ? » goes on with the question before
_CARRIED = 3  # postings up to which a question without a name is about those spoken of before


@dataclass(frozen=True)
class Before:
    """What was spoken of: the last reading and the postings (ids, in the order shown) of its answer."""

    reading: Reading
    postings: tuple[str, ...]


def switched_language(text: str) -> Language | None:
    """The language that a question asks to be answered in, where it does nothing else or says so."""
    follow = {tag.key for tag in tags_of(words_of(text)) if tag.table == "follow"}
    return "en" if "in_english" in follow else "fr" if "in_french" in follow else None


def go_on(reading: Reading, before: Before | None) -> Reading:
    """The reading with what the question leaves unsaid taken from the one before it."""
    if before is None:
        return reading
    words = words_of(reading.question)
    tags = tags_of(words)
    follow = {tag.key for tag in tags if tag.table == "follow"}
    for step in (_again, _among, _ordinal, _same_question, _same_value, _same_posting):
        if (found := step(reading, before, follow, tags)) is not None:
            return found
    return reading


Step = Callable[[Reading, Before, set[str], Sequence[Tag]], Reading | None]


def _again(reading: Reading, before: Before, follow: set[str], tags: Sequence[Tag]) -> Reading | None:
    """« pourquoi ? », "in English please": the last question once more."""
    words = words_of(reading.question)
    asks_nothing = not reading.fields and not reading.conditions and reading.postings is None and len(words) <= _SHORT
    if asks_nothing and follow & {"why", "in_english", "in_french"}:
        language = switched_language(reading.question) or reading.language
        return replace(before.reading, question=reading.question, language=language, why="why" in follow)
    return None


def _among(reading: Reading, before: Before, follow: set[str], tags: Sequence[Tag]) -> Reading | None:
    """« parmi celles-ci … »: the same question about the postings of the last answer."""
    if "those" not in follow:
        return None
    kept = frozenset(before.postings)
    postings = kept & reading.postings if reading.postings else kept
    intent = "set" if reading.intent in ("open", "fact") else reading.intent
    return replace(reading, postings=postings, intent=intent, every=True, within=kept)


def _ordinal(reading: Reading, before: Before, follow: set[str], tags: Sequence[Tag]) -> Reading | None:
    """« la deuxième »: the posting at that place of the last answer."""
    numbers = table("asking.toml")["ordinal"]["words"]
    named = next((numbers[w.form] for w in words_of(reading.question) if w.form in numbers), None)
    if named is None or reading.postings or reading.intent in ("extreme", "set", "count") or not before.postings:
        return None
    place = named - 1 if named > 0 else named
    if not -len(before.postings) <= place < len(before.postings):
        return None
    intent = "posting" if reading.intent == "open" and not reading.topic else reading.intent
    return replace(reading, postings=frozenset({before.postings[place]}), intent=intent, every=False)


def _same_question(reading: Reading, before: Before, follow: set[str], tags: Sequence[Tag]) -> Reading | None:
    """« et celui d'Agadir ? »: the last question about another posting."""
    silent = not reading.fields and not reading.conditions and not reading.topic
    if not (silent and reading.postings and _leans(reading, follow)):
        return None
    last = before.reading
    intent = last.intent if last.intent in ("fact", "apply", "comparison", "posting") else "posting"
    if last.intent in ("set", "count", "list") and (last.conditions or last.fields):
        intent = "fact"
    text = f"{last.text} {reading.text}" if last.intent == "open" else reading.text
    intent = "open" if last.intent == "open" else intent
    return replace(
        reading, intent=intent, fields=last.fields, conditions=last.conditions, text=text, every=False
    )


def _same_value(reading: Reading, before: Before, follow: set[str], tags: Sequence[Tag]) -> Reading | None:
    """« et l'arabe ? »: the last question about another value."""
    last = before.reading
    marks = [tag.key for tag in tags if tag.table == "modality"]
    if not reading.conditions and not reading.fields and reading.postings is None and last.conditions and marks:
        # « lequel l'exige vraiment ? »
        conditions = tuple(replace(c, asked=cast(Asked, marks[0])) for c in last.conditions)
        return replace(
            last, question=reading.question, text=reading.text, language=reading.language, conditions=conditions
        )
    one = reading.conditions[0] if len(reading.conditions) == 1 else None
    if not (one and one.value and _leans(reading, follow) and reading.postings is None and not reading.every):
        return None
    same = [c for c in last.conditions if c.field == one.field]
    if last.intent in ("set", "count") and same:
        asked = same[0].asked if one.asked == "any" else one.asked
        others = tuple(c for c in last.conditions if c.field != one.field)
        return replace(reading, intent=last.intent, conditions=(*others, replace(one, asked=asked)), postings=last.postings, every=True)
    return None


def _same_posting(reading: Reading, before: Before, follow: set[str], tags: Sequence[Tag]) -> Reading | None:
    """« combien paie-t-il ? »: the posting that was spoken of."""
    if reading.postings is not None or reading.every or reading.unknown or not before.postings:
        return None
    leans = "it" in follow or _leans(reading, follow) or reading.intent in ("fact", "apply", "posting")
    if not leans or (reading.intent == "open" and "it" not in follow and not _leans(reading, follow)):
        return None
    if len(before.postings) > _CARRIED and "it" in follow:
        return None
    text = f"{before.reading.text} {reading.text}" if reading.intent == "open" else reading.text
    return replace(reading, postings=frozenset(before.postings), text=text)


def _leans(reading: Reading, follow: set[str]) -> bool:
    words = words_of(reading.question)
    first = words[0].form if words else ""
    return "that_of" in follow or (len(words) <= _SHORT and first in ("et", "and", "mais", "but", "ou", "or", "aussi"))
