"""What of the postings a comparison is asked for: « compare A et B : le salaire, l'anglais »."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from assistant.asking.lexicon import Tag
from assistant.asking.seen import Seen
from assistant.domain import FactField
from assistant.resources import table
from assistant.text import fold

COMPARED: tuple[FactField, ...] = (
    "location", "language", "degree", "experience_years", "contract", "working_time", "duration", "pay", "deadline",
)  # fmt: skip
_BY_VALUE = ("language", "degree", "driving_licence")  # fields of which a value can stand for all: « l'anglais »
_OF_PROFILE: tuple[FactField, ...] = ("degree", "experience_years", "language")
_LED = 2  # words before a value, one of which leads to it: « sur l'anglais »


def compared_fields(seen: Seen, named: Sequence[FactField], words: Sequence[str]) -> tuple[FactField, ...]:
    """The fields named, those that `words` left over mean and those of the values named; the usual where none is."""
    tables, said = table("asking.toml"), {fold(word) for word in words}
    further = (key for key, meaning in tables["compared"]["words"].items() if said & set(meaning))
    beside = (tag.table for tag in seen.tags if tag.table in _BY_VALUE and _is_behind_names(tag, seen))
    sought = _OF_PROFILE if "profile" in seen.keys("sections") else ()
    found = tuple(dict.fromkeys(cast(FactField, key) for key in (*named, *further, *beside, *sought)))
    return found or (() if seen.has("topics") or seen.has("sections") else COMPARED)


def _is_behind_names(tag: Tag, seen: Seen) -> bool:
    """Whether a value stands where it is told what to compare, and in the name of none of those compared."""
    before = [word.form for word in seen.words[max(0, tag.first - _LED) : tag.first]]
    if any(form in table("asking.toml")["compared"]["led"] for form in before):
        return True
    asked = any(t.table in ("fields", "topics", *_BY_VALUE) and t.last <= tag.first for t in seen.tags)
    return (asked or _is_behind_colon(tag, seen)) and tag.first > max(seen.nouns, default=-1)


def _is_behind_colon(tag: Tag, seen: Seen) -> bool:
    return ":" in seen.text[: seen.words[tag.first].start]
