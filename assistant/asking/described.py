"""A job that is asked for by what there is to do: "which job has me interviewing experts to write case studies?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.lexicon import Tag, Word, holds, is_filler, matches
from assistant.asking.meant import DEFINITE
from assistant.asking.reading import Reading
from assistant.asking.seen import Seen
from assistant.relevance import telling
from assistant.resources import table
from assistant.topics import is_tool

# What a description may name without asking for it: "contracts" and "documents" are worked on.
_NAMED_ON_THE_WAY = ("fields", "document", "degree", "contract", "working_time", "language", "sections", "apply_to")
_ASIDE = re.compile(r"\([^()]{3,60}\)")
_ASKED_REACH = 2  # words behind the lead within which a part of the posting is asked for
_TELLING = 3  # words that describe a job
_DEFINITE_REACH = 3  # words between « le » and its « poste »


def as_described(seen: Seen) -> Seen:
    """The question without the phrases that only stand in a description of the work, where that says more than them."""
    leads = [last for _, last in holds(seen.words, table("asking.toml")["described"]["leads"])]
    leads += [noun + 2 for noun in seen.nouns if _does(seen.words[noun + 1 : noun + 2])]
    if not leads or is_of_one(seen.words):
        return seen
    behind = min(leads)
    asked = behind + _ASKED_REACH  # "what would I be in charge of as a nurse" describes nothing
    kept = tuple(
        tag
        for tag in seen.tags
        if tag.first < behind or tag.table not in _NAMED_ON_THE_WAY or (tag.table == "sections" and tag.first < asked)
    )
    used = {n for tag in seen.tags for n in range(tag.first, tag.last)} | set(seen.nouns)
    said = [seen.words[n].form for n in range(behind, len(seen.words)) if n not in used]
    says_more = any(telling(form, seen.language) and not is_filler(form) for form in said)
    return replace(seen, tags=kept) if says_more and len(kept) < len(seen.tags) else seen


def _does(behind: Sequence[Word]) -> bool:
    """Whether the word behind « quel poste » says what is done on it: « … aide des filles à finir leurs études »."""
    verbs = table("asking.toml")["described"]["verbs"]
    return any(matches(word.form, verb) for word in behind for verb in verbs)


def without_asides(seen: Seen) -> Seen:
    """The question without the brackets that only explain a thing: « kobo (collecte sur téléphone) »."""
    things = [tag for tag in seen.tags if tag.last and tag.table in ("topics", "language")]
    ends = {seen.words[tag.last - 1].end for tag in things}
    found = list(seen.tags)
    for aside in _ASIDE.finditer(seen.text):
        within = [n for n, word in enumerate(seen.words) if aside.start() < word.start < aside.end()]
        named = [tag for tag in found if tag.first in within]
        only_topics = named and all(tag.table == "topics" and not is_tool(tag.key) for tag in named)
        if only_topics and {aside.start(), aside.start() - 1} & ends:
            found = [tag for tag in found if tag not in named] + [Tag("idle", "words", within[0], within[-1] + 1)]
    return replace(seen, tags=tuple(sorted(found, key=lambda tag: tag.first)))


def is_of_one(words: Sequence[Word]) -> bool:
    """Whether a question is of « le poste », "the saffron job": one posting is meant, whichever it is."""
    nouns = [first for first, _ in holds(words, table("asking.toml")["postings"]["singular"])]
    return any(word.form in DEFINITE for noun in nouns for word in words[max(0, noun - _DEFINITE_REACH) : noun])


def describes(key: str, reading: Reading) -> bool:
    """Whether a question only tells of a job what is also a kind of thing to ask for: "help mothers who had fled"."""
    mentioned = [condition for condition in reading.conditions if condition.field == "mention"]
    told = len(reading.topic) + len(mentioned) >= _TELLING
    return _tells(reading) and key in table("kinds.toml")["described"]["kinds"] and told


def as_task(key: str, reading: Reading) -> Reading:
    """What there is to do on a job is left to the passages, though a topic is among its words, as "raising funds" is."""
    said = len((*reading.topic, *reading.aside)) >= _TELLING
    return replace(reading, intent="open", conditions=()) if key == "task" and said and _tells(reading) else reading


def _tells(reading: Reading) -> bool:
    """Whether a question tells of a job, and demands and denies nothing, and names no posting, language or contract."""
    bare = all(c.field == "mention" and c.asked == "any" and not c.negated for c in reading.conditions)
    return bare and reading.intent in ("open", "set") and reading.of_a_job and reading.postings is None
