"""The language that postings are written in: « parmi les annonces rédigées en anglais », "which ads are in French?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.lexicon import Tag, matches
from assistant.asking.seen import Seen
from assistant.resources import table

_REACH = 6  # words between the ads and the language
_KNOWN = ("fr", "en")


def as_written_in(seen: Seen) -> Seen:
    """The question with such a language as one that the postings are written in, and not one that they ask for."""
    tags = tuple(_written(seen, tag) for tag in seen.tags)
    made = [tag for tag in tags if tag.table == "written"]
    return replace(seen, tags=tuple(t for t in tags if t in made or not any(_lies_in(t, tag) for tag in made)))


def _written(seen: Seen, tag: Tag) -> Tag:
    if tag.table != "language" or tag.key not in _KNOWN or tag.first < 2:
        return tag
    known, words = table("asking.toml")["written_in"], seen.words
    if words[tag.first - 1].form not in known["in"]:
        return tag
    start = tag.first - 2
    while start > max(0, tag.first - _REACH) and _is_small(words[start].form, known["small"], known["made"]):
        start -= 1
    between = [word.form for word in words[start + 1 : tag.first - 1]]
    made = any(matches(form, verb) for form in between for verb in known["made"])
    ads = [*known["ads"], *(known["more"] if made else ())]
    if words[start].form not in ads or not (between or words[start].form not in known["more"]):
        return tag
    denials = (n + 1 for n in range(start + 1, tag.first - 1) if words[n].form in known["denied"])
    return Tag("written", tag.key, max(denials, default=start + 1), tag.last)  # what denies it is no part of it


def _is_small(form: str, small: Sequence[str], made: Sequence[str]) -> bool:
    return form in small or any(matches(form, verb) for verb in made)


def _lies_in(tag: Tag, other: Tag) -> bool:
    return other.first <= tag.first and tag.last <= other.last
