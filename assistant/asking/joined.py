"""What a question asks for beside what the tables account for, where it joins two things: "remote work and a bonus".

The parts between its joints that hold no phrase of the tables are each read by their likely kind (see `kinds`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast, get_args

from assistant.asking.kinds import QuestionKinds
from assistant.asking.lexicon import holds
from assistant.asking.reading import Condition, Intent, Reading
from assistant.asking.seen import VALUES, Seen
from assistant.domain import FactField
from assistant.library import Library
from assistant.naming import spelt_names
from assistant.relevance import borne_out, telling
from assistant.resources import table
from assistant.topics import topics

_SURE = 0.9  # share of a kind from which it is what a part asks for: there are few words to tell it by
_OPENING = 3  # words before what a question asks for: « quelle est la »
_NAMED = 3  # words of a phrase that names a field beyond doubt
_JOINED: tuple[Intent, ...] = ("set", "count", "fact")
_TOLD = ("topics", "fields", "sections", "status", "beginners", "extreme", "window", *VALUES)
_FIELDS: tuple[str, ...] = get_args(FactField)


def opens_with_field(reading: Reading, seen: Seen) -> bool:
    """Whether a question about one posting begins by naming a field: « Date de prise de poste du chargé de … ».

    « Que ferait l'étudiant … ? » names the tasks so.
    """
    of_one = reading.postings is not None and len(reading.postings) == 1 and not reading.every
    named = (t for t in seen.tags if t.table == "fields" and t.key in reading.fields)
    tasks = (t for t in seen.tags if (t.table, t.key, t.first) == ("sections", "missions", 0))
    if of_one and any(seen.words[tag.first].form in ("que", "what") for tag in tasks):
        return True
    return of_one and any(tag.first <= _OPENING and tag.last - tag.first >= _NAMED for tag in named)


def is_joined(seen: Seen, told: int) -> bool:
    """Whether a question joins things that it asks for, of which the tables have `told` some."""
    joints = table("kinds.toml")["joints"]
    if {"required", "asset"} <= set(seen.keys("modality")):
        return False  # « où il en faut un, et celles où c'est une préférence »: of one thing
    if _joints(seen):
        return told > 0
    apart = any(word.apart for word in seen.words[1:])
    return told > 1 and (apart or any(first for first, _ in holds(seen.words, joints["loose"])))


def with_parts(reading: Reading, seen: Seen, library: Library, kinds: QuestionKinds) -> Reading:
    """The reading with what the parts ask for of which the tables have told nothing, and which name no posting."""
    if reading.intent not in _JOINED or not _joints(seen):
        return reading
    for part in (part for part in _untold(seen) if not _only_names(part, reading, library)):
        kind = kinds(part)
        if kind.share < _SURE or kind.key in table("kinds.toml")["left"]["kinds"]:
            continue
        whole = table("kinds.toml")["of_fields"].get(kind.key)  # a motorbike, where the licence to drive is asked for
        if whole and any(condition.field == whole for condition in reading.conditions):
            continue
        values = {c.value for c in reading.conditions} | {other for c in reading.conditions for other in c.others}
        if kind.key in topics() and kind.key not in values:
            condition = Condition("mention", kind.key, negated=kind.denied or _denies_all(reading, seen))
            reading = replace(reading, conditions=(*reading.conditions, condition))
        elif kind.key in _FIELDS and reading.intent == "fact" and kind.key not in reading.fields:
            reading = replace(reading, fields=(*reading.fields, cast(FactField, kind.key)))
    return reading


def _denies_all(reading: Reading, seen: Seen) -> bool:
    """ "Neither housing nor transport", « ni logement ni transport »: of what is denied one thing is known already."""
    denied = any(condition.negated for condition in reading.conditions)
    return denied and bool(holds(seen.words, table("asking.toml")["negation"]["nor"]))


def _only_names(part: str, reading: Reading, library: Library) -> bool:
    """Whether a part stands in the names of a posting that is meant: the end of "Legal Officer, Asylum and Family"."""
    words, postings = telling(part, reading.language), [library.postings[p] for p in reading.postings or ()]
    return bool(words) and any(all(borne_out(words, spelt_names(one, library), one.language)) for one in postings)


def _joints(seen: Seen) -> list[tuple[int, int]]:
    within = range(seen.window.first, seen.window.last) if seen.window else ()  # "between today and 15 December"
    found = holds(seen.words, table("kinds.toml")["joints"]["words"])
    return [span for span in found if span[0] and span[0] not in within]


def _untold(seen: Seen) -> Iterator[str]:
    """The parts of a question, as they are written, in which no phrase of the tables stands."""
    told = {n for tag in seen.tags if tag.table in _TOLD for n in range(tag.first, tag.last)}
    ends = sorted({*(_joints(seen)), *((n, n) for n, word in enumerate(seen.words) if n and word.apart)})
    behind = 0
    for first, last in (*ends, (len(seen.words), len(seen.words))):
        if first > behind and told.isdisjoint(range(behind, first)):
            yield seen.text[seen.words[behind].start : seen.words[first - 1].end]
        behind = max(behind, last)
