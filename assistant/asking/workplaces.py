"""Workplaces by which a question only names its posting: « … comme animatrice à l'EHPAD de Carhaix »."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.lexicon import Tag, holds, is_elided
from assistant.asking.meant import DEFINITE
from assistant.asking.seen import Seen
from assistant.resources import table

# Topics of whom one works with.
SERVED = ("with_elderly", "with_children", "with_disabled", "with_animals", "with_migrants", "with_women")
_CONTRACTED = ("le", "du", "au")
_REACH = 3  # words between a workplace and the town or the name that it has


def without_workplaces(seen: Seen) -> Seen:
    """The question without the people a workplace is for, where it asks a field or a part of the posting there.

    "When is the deadline at the care home in Carhaix?" does not ask whether one works with old people, nor does "what
    would I do all day there?".
    """
    plural = holds(seen.words, table("asking.toml")["postings"]["plural"])
    if plural or not (seen.has("fields") or seen.has("sections")):
        return seen
    kept = tuple(tag for tag in seen.tags if not _is_named(tag, seen))
    return replace(seen, tags=kept)


def _is_named(tag: Tag, seen: Seen) -> bool:
    """Whether a tag is the name of a workplace, with an article before it and a town or a name beside it."""
    if tag.table != "topics" or tag.key not in SERVED or not tag.first:
        return False
    words, before = seen.words, seen.words[tag.first - 1]
    definite = is_elided(seen.text, words[tag.first]) or before.form in (*DEFINITE, *_CONTRACTED)
    near = (*words[tag.last : tag.last + _REACH], *(() if tag.first < 2 else (before,)))
    return (definite or before.capital) and any(word.capital for word in near)
