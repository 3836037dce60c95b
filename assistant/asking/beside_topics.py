"""Tags that the topics of a question make void: "days of annual leave" asks for no length of the contract."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Tag, Word
from assistant.library import Library

_AT_HOME = ("remote",)
_WEEK = ("week", "semaine")


def beside_topics(
    tag: Tag, words: Sequence[Word], tags: Sequence[Tag], _nouns: Sequence[int], _library: Library
) -> bool:
    """Whether a tag stands beside the topics of the question: part of a week at home is no part time."""
    keys = {other.key for other in tags}
    if tag.key == "part_time" and not keys.isdisjoint(_AT_HOME):
        return words[tag.last - 1].form not in _WEEK
    counts = (tag.table, tag.key) == ("fields", "duration")
    return not (counts and any(t.table == "topics" and 0 <= t.first - tag.last <= 1 for t in tags))
