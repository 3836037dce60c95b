"""Tags that the topics of a question make void: "days of annual leave" asks for no length of the contract."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Tag, Word
from assistant.library import Library

_AT_HOME = ("remote",)
_RECRUITING = "branch hr"
_STEPS = frozenset({"any_test", "written_test", "practical_test", "interview", "video_interview", "phone_interview"})
_WEEK = ("week", "semaine")
_DAYS = ("days", "day", "jours", "journees")
_AND = ("and", "et")


def beside_topics(
    tag: Tag, words: Sequence[Word], tags: Sequence[Tag], _nouns: Sequence[int], _library: Library
) -> bool:
    """Whether a tag stands beside the topics of the question: part of a week at home is no part time."""
    keys = {other.key for other in tags}
    if tag.key == "part_time" and not keys.isdisjoint(_AT_HOME):
        return words[tag.last - 1].form not in _WEEK
    if tag.key == _RECRUITING and not keys.isdisjoint(_STEPS):
        return False  # « un test dans le recrutement » asks for no work in it
    counts = (tag.table, tag.key) == ("fields", "duration")
    if counts and words[tag.last - 1].form in _DAYS and any(_goes_on_to(t, tag, words) for t in tags):
        return False  # "how many days a week can the designer in Lyon work from home?"
    return not (counts and any(t.table == "topics" and 0 <= t.first - tag.last <= 1 for t in tags))


def _goes_on_to(topic: Tag, days: Tag, words: Sequence[Word]) -> bool:
    """Whether work at home is what days are counted of: no comma and no "and" stands between."""
    between = words[days.last : topic.first + 1]
    return topic.key in _AT_HOME and bool(between) and not any(word.apart or word.form in _AND for word in between)
