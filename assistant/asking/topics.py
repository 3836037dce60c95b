"""Topics that a question asks for by two words apart, or by their contrary: "interviews by phone", "weekends free".

What sounds like a topic and is none in a question, such as « tests unitaires », is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from assistant.asking.branches import with_joined_branches
from assistant.asking.lexicon import Tag, Word, holds
from assistant.asking.reading import Condition
from assistant.asking.subjects import beside_subject
from assistant.phrases import places
from assistant.resources import table
from assistant.text import fold
from assistant.topics import is_tool, topics

_REACH = 6  # words between the two that make a topic together
_PURPOSE = 3  # words between "which" and "software"
_SOFTWARE = ("software", "other_software")
_OBJECT = 2  # words between "pay" and what is paid for
_JOINTS = frozenset(["and", "et"])  # "interviews and remote work" are two things
_ALIKE = 5  # letters that two forms of a word share
_SPEAKING = ("words", "asked", "stated", "things", "sure", "beside")
_TAKEN_IN = ("topics", "fields", "apply_to", "language")  # tables of what a topic that is asked for stands for as well
_BETWEEN = 3  # words between the two: « astreintes ou du travail de nuit »
_OR = frozenset({"or", "ou"})
_Place = tuple[int, int]


def topics_asked(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """The tags with the topics that no single phrase names, from left to right, none over another.

    What is asked for in the words on a job's subject is left out first.
    """
    found = [tag for tag in beside_subject(words, tags) if not _means_another_thing(tag, words)]
    found = _without_examples(words, with_joined_branches(words, found))
    for key, entry in _entries().items():
        found = _opposed(key, entry, words, _paired(key, entry, words, found))
    found = [*found, *_of_nationality(words, found), *_of_software(words, found)]
    beside = {key for tag in found if tag.table == "topics" for key in topics()[tag.key].get("instead_of", ())}
    found = [
        replace(tag, table="idle", key="words")
        if (tag.table in _TAKEN_IN and tag.key in beside and not _is_alternative(tag, found, words))
        or _pays_for_a_topic(tag, found, words)
        or _is_listed(tag, found)
        or _is_with_a_tool(tag, found)
        else tag
        for tag in found
    ]
    return sorted(found, key=lambda tag: (tag.first, tag.last))


def _is_alternative(tag: Tag, tags: Sequence[Tag], words: Sequence[Word]) -> bool:
    """Whether "or" joins a topic to one that else takes it in: "on-call or weekend turns" asks for either."""
    if tag.table != "topics":
        return False
    for other in tags:
        before, behind = sorted((tag, other), key=lambda one: one.first)
        if behind is other and tag.key in topics()[other.key].get("includes", ()):
            continue  # "a skills test or an assessment": the second takes in the first
        between = [word.form for word in words[before.last : behind.first]]
        if (
            other.table != "topics"
            or len(between) > _BETWEEN
            or tag.key not in topics()[other.key].get("instead_of", ())
        ):
            continue
        if not _OR.isdisjoint(between):
            return True
    return False


def stood_for(conditions: Sequence[Condition]) -> set[str]:
    """What the topics asked for stand for: "where is the salary negotiable?" wants no amount to be stated."""
    asked = (topics()[condition.value] for condition in conditions if condition.field == "mention")
    return {key for entry in asked for key in entry.get("instead_of", ())}


def _without_examples(words: Sequence[Word], tags: list[Tag]) -> list[Tag]:
    """ "Expenses such as travel or accommodation": the expenses alone are asked for."""
    examples = holds(words, table("asking.toml")["expenses_named"]["such_as"])
    named = [tag for tag in tags if (tag.table, tag.key) == ("fields", "expenses")]
    led = next((last for first, last in examples if any(0 <= first - tag.last <= 1 for tag in named)), None)
    if led is None:
        return tags
    end = next((n for n in range(led, len(words)) if words[n].apart and n > led), len(words))
    kept = _clear_of([(led, end)], tags)
    return [*kept, *(Tag("idle", "words", n, n + 1) for n in range(led, end))]


def _of_nationality(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """ "I'm Syrian, can I apply?", « je suis malienne, puis-je postuler ? »: of one posting, not of all."""
    tables = table("asking.toml")["nationality"]
    postings = table("asking.toml")["postings"]
    reserved = [last for _, last in holds(words, tables["reserved"])]
    peoples = [place for place in places(words, ("{nat_en}", "{nat_fr}")) if place[0] in reserved]
    if peoples:  # « réservés aux Mauritaniens »
        return [Tag("topics", "citizenship", *place) for place in peoples[:1]]
    if not holds(words, tables["applying"]) or holds(words, [*postings["plural"], *postings["alone"]]):
        return []
    mine = [last for _, last in holds(words, tables["being"])]
    named = [place for place in places(words, ("{nat_en}", "{nat_fr}")) if place[0] in mine]
    clear = [place for place in named if not any(tag.first < place[1] and place[0] < tag.last for tag in tags)]
    return [Tag("topics", "citizenship", *place) for place in clear[:1]]


def _of_software(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """ "Which CAM software?", « avec quel logiciel social »: of one posting, with the purpose before or behind it."""
    tables, postings = table("asking.toml")["tools"], table("asking.toml")["postings"]
    if any(t.table == "topics" and (is_tool(t.key) or t.key in _SOFTWARE) for t in tags):
        return []
    if holds(words, [*postings["plural"], *postings["alone"]]):
        return []
    asked = [last for _, last in holds(words, tables["which"])]
    named = [p for p in holds(words, tables["kinds"]) if any(0 <= p[0] - last <= _PURPOSE for last in asked)]
    clear = [p for p in named if not any(t.first < p[1] and p[0] < t.last for t in tags)]
    return [Tag("topics", "software", *place) for place in clear[:1]]


@cache
def _entries() -> Mapping[str, Mapping[str, Any]]:
    return {key: entry for key, entry in topics().items() if {"together", "opposite"} & entry.keys()}


def _pays_for_a_topic(tag: Tag, tags: Sequence[Tag], words: Sequence[Word]) -> bool:
    """ "Which pay overtime?" asks for no salary to be stated, but "… the pay and offer a room" does, and so
    does "the pay for the canteen job".
    """
    if tag.table != "fields" or tag.key not in ("pay", "expenses"):
        return False
    if tag.key == "pay" and any(t.key == "expenses" and 0 <= t.first - tag.last <= _OBJECT for t in tags):
        return True  # "who pays travel costs?"
    behind = [t for t in tags if t.table == "topics" and 0 <= t.first - tag.last <= _OBJECT]
    behind = [t for t in behind if _JOINTS.isdisjoint(word.form for word in words[tag.last : t.first])]
    behind = [t for t in behind if not holds(words[t.last : t.last + 1], table("asking.toml")["postings"]["singular"])]
    return any({"given", "paid"} & topics()[topic.key].keys() for topic in behind)


def _is_with_a_tool(tag: Tag, tags: Sequence[Tag]) -> bool:
    """ "KoboToolbox experience", « de l'expérience sur SAP » asks for no number of years."""
    tools = [t for t in tags if t.table == "topics" and is_tool(t.key)]
    beside = any(0 <= tag.first - tool.last <= 0 or 0 <= tool.first - tag.last <= _OBJECT for tool in tools)
    bare = tag.last - tag.first == 1  # not "how many years of Java"
    return (tag.table, tag.key) == ("fields", "experience_years") and bare and beside


def _is_listed(tag: Tag, tags: Sequence[Tag]) -> bool:
    """« Intérim, CDD, saison »: one more of the kinds of contract that are listed, which "fixed-term" covers."""
    before = (t for t in tags if t.table == "contract" and 0 <= tag.first - t.last <= 1)
    return (tag.table, tag.key) == ("topics", "seasonal") and any(before)


def _means_another_thing(tag: Tag, words: Sequence[Word]) -> bool:
    if tag.table != "topics":
        return False
    entry, postings = topics()[tag.key], table("asking.toml")["postings"]
    of_all = [*postings["plural"], *postings["alone"], *postings["opening"]]
    any_one = holds(words, postings["any_one"]) and not holds(words, table("asking.toml")["background"]["of_one"])
    if entry.get("of_all") and not (any_one or holds(words, of_all)):
        return True  # « en quoi consiste le poste auprès des réfugiés ? »
    return any(first < tag.last and tag.first < last for first, last in _means_other(entry, words))


def _means_other(entry: Mapping[str, Any], words: Sequence[Word]) -> Sequence[_Place]:
    return places(words, tuple(entry.get("asked_unless", ())))


def _paired(key: str, entry: Mapping[str, Any], words: Sequence[Word], tags: list[Tag]) -> list[Tag]:
    """With the topic where a word of each of its two lists stands near one of the other."""
    if "together" not in entry or any(tag.table == "topics" and tag.key == key for tag in tags):
        return tags
    first, second = (holds(words, phrases) for phrases in entry["together"])
    pair = next(((a, b) for a in first for b in second if _go_together(words, a, b)), None)
    if pair is None or any(start < b and a < end for a, b in pair for start, end in _means_other(entry, words)):
        return tags
    kept = [*_clear_of(pair, tags), Tag("topics", key, *pair[0]), Tag("idle", "words", *pair[1])]
    taken = {n for tag in kept for n in range(tag.first, tag.last)}
    more = {n for place in (*first, *second) for n in range(*place)} - taken
    return [*kept, *(Tag("idle", "words", n, n + 1) for n in more)]


def _go_together(words: Sequence[Word], one: _Place, other: _Place) -> bool:
    start, end = min(one[1], other[1]), max(one[0], other[0])
    between = words[start:end]
    apart = one[0] < other[1] and other[0] < one[1]  # one word of both lists is no pair
    return not apart and len(between) <= _REACH and not any(w.form in _JOINTS or w.apart for w in between)


def _opposed(key: str, entry: Mapping[str, Any], words: Sequence[Word], tags: list[Tag]) -> list[Tag]:
    """With the topic denied where its contrary is asked for; the denial is of it alone, and takes no word."""
    found = places(words, tuple(entry.get("opposite", ())))
    if not found:
        return tags
    topics = [Tag("topics", key, first, last) for first, last in found]
    denials = [Tag("negation", "words", first, first) for first, _ in found]
    return [*_clear_of(found, tags), *topics, *denials]


def _clear_of(taken: Sequence[_Place], tags: Sequence[Tag]) -> list[Tag]:
    return [tag for tag in tags if not any(first < tag.last and tag.first < last for first, last in taken)]


def without_topics(words: Sequence[str], keys: Sequence[str]) -> tuple[str, ...]:
    """The words but for those by which topics are asked for or stated: "duty" of on-call duty."""
    known = {word for key in keys for word in _vocabulary(key)}
    return tuple(w for w in words if not {fold(w), f"{fold(w)[:_ALIKE]}*" if len(w) > _ALIKE else ""} & known)


@cache
def _vocabulary(key: str) -> frozenset[str]:
    """The words of a topic's phrases, and the beginnings of the longer ones with a star."""
    entry = topics()[key]
    parts = [topics()[part] for part in (*entry.get("includes", ()), key)]
    lists = [*(part.get(kind, ()) for part in parts for kind in _SPEAKING), *entry.get("together", ())]
    phrases = (phrase for each in lists for phrase in each)
    words = {word.strip("*") for phrase in phrases for word in re.findall(r"[a-z0-9]+\*?", phrase)}
    return frozenset(words | {word[:_ALIKE] + "*" for word in words if len(word) >= _ALIKE})
