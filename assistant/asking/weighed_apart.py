"""Postings left aside by the weight of a thing: « sans compter celles où c'est juste un plus », "… merely a plus"."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.lexicon import Tag, holds
from assistant.asking.seen import Seen
from assistant.resources import table

_REACH = 9  # words from "not counting those" to "merely a plus"
_OBJECT = 2  # … and from there to what it is of
_OTHER = {"asset": "required", "required": "asset"}
_SMALL = ("modality", "negation", "follow", "idle")  # tags that name no thing


def without_weighed_apart(seen: Seen) -> Seen:
    """The question without the postings that it leaves aside as they only wish for a thing, or as they demand it.

    The other weight is then what is asked for: where no word says it, what leaves the one aside stands for it.
    """
    for first, last in holds(seen.words, table("asking.toml")["weighed_apart"]["words"]):
        marks = [tag for tag in seen.tags if tag.table == "modality" and last <= tag.first <= last + _REACH]
        mark = next((tag for tag in marks if tag.key in _OTHER), None)
        if mark is None or any(word.apart for word in seen.words[last : mark.last]):
            continue
        before = [tag for tag in seen.tags if tag.last <= first and tag.table not in _SMALL]
        within = [tag for tag in seen.tags if first <= tag.first < mark.last and tag.table not in _SMALL]
        named = {(tag.table, tag.key) for tag in before}
        if not before or any((tag.table, tag.key) not in named for tag in within):
            continue  # « exigent l'anglais, mais pas celles où le permis est un plus »: another thing
        objects = [tag for tag in seen.tags if 0 <= tag.first - mark.last <= _OBJECT and tag.table not in _SMALL]
        if any((tag.table, tag.key) not in named for tag in objects):
            continue  # « la santé, sauf ceux qui demandent de l'expérience »
        other = _OTHER[mark.key]
        said = any((tag.table, tag.key) == ("modality", other) and tag.last <= first for tag in seen.tags)
        stands = Tag("idle", "words", first, mark.last) if said else Tag("modality", other, first, mark.last)
        kept = [tag for tag in seen.tags if not first <= tag.first < mark.last]
        return replace(seen, tags=tuple(sorted((*kept, stands), key=lambda tag: tag.first)))
    return seen
