"""What is done with the postings of the last answer: some left out, put in order, or the first few compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.lexicon import Word, holds, tags_of
from assistant.asking.reading import Condition, Reading
from assistant.resources import table
from assistant.text import fold

_SHORT = 6  # words of a question that only says where the postings of a list are not to be
_BARE = 5  # … and of one that only says of which end of a list
_LISTS = ("set", "list", "count", "comparison")


def of_those_shown(reading: Reading, last: Reading, shown: Sequence[str], words: Sequence[Word]) -> Reading | None:
    """The reading of a question that is of the postings of the last answer (ids, as shown); None where it is not."""
    return (
        _counted(reading, last, words)
        or _named_again(reading, last, words)
        or _left_out(reading, last, shown, words)
        or _in_order(reading, last, shown, words)
        or _first_few(reading, shown, words)
    )


def things_as_conditions(reading: Reading, words: Sequence[Word]) -> Reading:
    """« avec un salaire indiqué », "and without a licence": fields that are asked for as what postings are to have."""
    if reading.conditions or not reading.stated or not begins_with_things(words):
        return reading
    return replace(reading, conditions=reading.stated, fields=())


def begins_with_things(words: Sequence[Word]) -> bool:
    """Whether a question says at its beginning with or without what: "with how much pay?" asks for something else."""
    tables = table("asking.toml")["narrowing"]
    return bool(_led(words, tables["with"])[1]) and not holds(words, tables["asking"])


def is_of_list(reading: Reading, words: Sequence[Word]) -> bool:
    """Whether a question that may name postings is of some in a list: "the first and the third", "not in Kenya"."""
    if _is_elsewhere(reading) and len(words) <= _SHORT and _led(words, table("asking.toml")["taken_out"]["places"])[1]:
        return True
    named = reading.places or reading.organisations
    return reading.intent == "comparison" and not named and bool(_few(words) or len(_ordinals(words)) > 1)


def _is_elsewhere(reading: Reading) -> bool:
    conditions = reading.conditions
    return len(conditions) == 1 and conditions[0].field == "location" and conditions[0].negated


def _counted(reading: Reading, last: Reading, words: Sequence[Word]) -> Reading | None:
    """ "How many is that?", « ça fait combien ? »: the postings of the last answer, counted."""
    silent = not (reading.fields or reading.conditions or reading.topic or reading.aside or reading.postings)
    end = _led(words, table("asking.toml")["put_in_order"]["counted"])[1]
    sums = end == len(words) or any((tag.table, tag.key) == ("follow", "sum") for tag in tags_of(words))
    if not silent or not sums or last.intent not in ("set", "list", "count"):
        return None
    return replace(last, question=reading.question, text=reading.text, language=reading.language, intent="count")


def _named_again(reading: Reading, last: Reading, words: Sequence[Word]) -> Reading | None:
    """« lesquelles exactement ? », "name them": the postings of the last answer, which may only have been counted."""
    silent = not (reading.fields or reading.conditions or reading.topic or reading.aside or reading.postings)
    end = _led(words, table("asking.toml")["put_in_order"]["named"])[1]
    if not silent or not end or end < len(words) or last.intent not in ("set", "list", "count"):
        return None
    return replace(last, question=reading.question, text=reading.text, language=reading.language, intent="set")


def _left_out(reading: Reading, last: Reading, shown: Sequence[str], words: Sequence[Word]) -> Reading | None:
    """« enlève ceux qui exigent le permis », "without the ones in France": the set before, without some of it.

    Only one thing may be said of those: of two it cannot be told whether either of them takes a posting out.
    """
    tables = table("asking.toml")["taken_out"]
    elsewhere = _is_elsewhere(reading) and len(words) <= _SHORT
    _, end = _led(words, tables["places"] if elsewhere else tables["words"])
    led = {word.form for word in words[:end]}
    topic, aside = (tuple(word for word in told if fold(word) not in led) for told in (reading.topic, reading.aside))
    things = len(reading.conditions) + bool(reading.places) + bool(topic)
    if last.intent not in _LISTS or len(shown) < 2 or not end or things != 1 or reading.organisations:
        return None
    # Whether the reading took the word that takes out for a denial or not, only one behind it turns what is left.
    spared = any(tag.table == "negation" and tag.first >= end for tag in tags_of(words))
    spared = spared or bool(holds(words[end:], tables["lacking"]))
    conditions = tuple(replace(condition, negated=not spared) for condition in reading.conditions)
    if reading.conditions and reading.conditions[0].field == "status":  # what is not closed is to be open
        closed = any((tag.table, tag.key) == ("status", "closed") for tag in tags_of(words))
        conditions = (Condition("status", "open" if closed else "closed"),)
    if reading.places:
        there = tuple(sorted(reading.postings or ()))
        conditions = (Condition("location", " ".join(reading.places), there, negated=True),)
    kept = frozenset(shown)
    return replace(
        reading,
        intent="set",
        topic=topic,
        aside=aside,
        conditions=conditions,
        denied=bool(topic),
        fields=(),
        places=(),
        postings=kept,
        within=kept,
        every=True,
    )


def _in_order(reading: Reading, last: Reading, shown: Sequence[str], words: Sequence[Word]) -> Reading | None:
    """« lequel paie le mieux ? », "sort them by deadline": the first of the postings of the last answer.

    A question that goes on with another order is about those that the order before was of.
    """
    if reading.intent != "extreme" or reading.postings is not None or reading.unknown:
        return None
    tables = table("asking.toml")["put_in_order"]
    _, end = _led(words, tables["which"])
    of_jobs = end and holds(words[end : end + 1], table("asking.toml")["postings"]["singular"])
    bare = len(words) <= _BARE and bool(_led(words, tables["end"])[1])  # « la mieux payée ? »
    bare = bare and not holds(words, table("asking.toml")["in_order"]["jobs"])
    if not (end and not of_jobs) and not bare and not holds(words, tables["them"]):
        return None
    kept = frozenset(shown) if last.intent in _LISTS else last.within if last.intent == "extreme" else None
    if not kept or len(kept) < 2:
        return None
    return replace(reading, postings=kept, within=kept, every=True)


def _first_few(reading: Reading, shown: Sequence[str], words: Sequence[Word]) -> Reading | None:
    """« compare les deux premiers », "the first and the third": several of the last answer, by their places in it."""
    places = list(range(_few(words)))
    if not places and reading.intent == "comparison":
        places = _ordinals(words)
    beyond = any(not -len(shown) <= place < len(shown) for place in places)
    named = reading.places or reading.organisations
    if len(places) < 2 or beyond or named or reading.intent == "extreme":
        return None
    kept = frozenset(shown[place] for place in places)
    return replace(reading, postings=kept, within=kept, topic=(), aside=(), sections=(), every=False)


def _few(words: Sequence[Word]) -> int:
    """How many of the first are spoken of, 0 where none are."""
    tables = table("asking.toml")["first_few"]
    return next((number for number in (2, 3) if holds(words, tables[str(number)])), 0)


def _ordinals(words: Sequence[Word]) -> list[int]:
    """The places in a list that a question names, counted from 0."""
    numbers = table("asking.toml")["ordinal"]["words"]
    named = dict.fromkeys(numbers[word.form] for word in words if word.form in numbers)
    return [number - 1 if number > 0 else number for number in named]


def _led(words: Sequence[Word], phrases: Sequence[str]) -> tuple[int, int]:
    """Where one of some phrases stands at the beginning, past words that only lead to it; (0, 0) where none does."""
    small, start = set(table("asking.toml")["taken_out"]["small"]), 0
    while start < len(words) and words[start].form in small:
        start += 1
    return max((span for span in holds(words, phrases) if span[0] <= start), key=lambda span: span[1], default=(0, 0))
