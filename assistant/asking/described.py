"""A job that is asked for by what there is to do: "which job has me interviewing experts to write case studies?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.kinds import QuestionKinds
from assistant.asking.lexicon import Tag, Word, holds, is_filler, matches, words_of
from assistant.asking.meant import DEFINITE
from assistant.asking.reading import Reading
from assistant.asking.seen import Seen
from assistant.asking.workplaces import SERVED, without_workplaces
from assistant.relevance import telling
from assistant.resources import table
from assistant.topics import is_tool

# What a description may name without asking for it: "contracts" and "documents" are worked on.
_NAMED_ON_THE_WAY = ("fields", "document", "degree", "contract", "working_time", "language", "sections", "apply_to")
_ASIDE = re.compile(r"\([^()]{3,60}\)")
_ASKED_REACH = 2  # words behind the lead within which a part of the posting is asked for
_WHAT_REACH = 4  # words between "what" and a part that is asked for as well
_LISTED = ("location", "organisation")  # what a question that is not understood may seem to ask of every posting
_TELLING = 3  # words that describe a job
_SURELY = 0.9  # share of a kind
_DEFINITE_REACH = 3  # words between « le » and its « poste »


def as_described(seen: Seen) -> Seen:
    """The question without the phrases that only stand in a description of the work, where that says more than them.

    So it is without those that only name a workplace.
    """
    seen = without_workplaces(seen)
    leads = [last for _, last in holds(seen.words, table("asking.toml")["described"]["leads"])]
    leads += [noun + 2 for noun in seen.nouns if _does(seen.words[noun + 1 : noun + 2])]
    if not leads or is_of_one(seen.words):
        return seen
    behind = min(leads)
    asked = behind + _ASKED_REACH  # "what would I be in charge of as a nurse" describes nothing
    kept = tuple(
        tag
        for tag in seen.tags
        if tag.first < behind
        or tag.table not in _NAMED_ON_THE_WAY
        or (tag.table == "sections" and (tag.first < asked or _is_asked_as_well(seen, tag, behind)))
    )
    used = {n for tag in seen.tags for n in range(tag.first, tag.last)} | set(seen.nouns)
    said = [seen.words[n].form for n in range(behind, len(seen.words)) if n not in used]
    says_more = any(telling(form, seen.language) and not is_filler(form) for form in said)
    return replace(seen, tags=kept) if says_more and len(kept) < len(seen.tags) else seen


def _is_asked_as_well(seen: Seen, tag: Tag, behind: int) -> bool:
    """Whether a part of the posting is asked for behind its description: "…, and what are its tasks?"."""
    before = seen.words[max(behind, tag.first - _WHAT_REACH) : tag.first]
    return any(word.form in table("asking.toml")["described"]["what"] for word in before)


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
    if key in SERVED and reading.fields and reading.postings and not reading.every:
        return True  # "what's the contract at the old people's home in Lyon?"
    if key in _LISTED and reading.every and holds(words_of(reading.text), table("asking.toml")["described"]["there"]):
        return True  # "is there a job where I would map landslides in the mountains?" asks for no list of places
    told = len(reading.topic) + len(reading.conditions) >= _TELLING
    return told and _tells(reading) and key in table("kinds.toml")["described"]["kinds"]


def as_task(reading: Reading, kinds: QuestionKinds) -> Reading:
    """What one does on a job is left to the passages though some of its words are a topic's, as "raising funds" are."""
    said = len((*reading.topic, *reading.aside)) + len(reading.conditions) >= _TELLING
    if not (said and reading.conditions and _tells(reading)):
        return reading
    kind = kinds(reading.text)
    told = kind.share >= _SURELY and (kind.key == "task" or describes(kind.key, reading))
    return replace(reading, intent="open", conditions=()) if told else reading


def _tells(reading: Reading) -> bool:
    """Whether a question tells of a job and denies nothing, and names no posting, language or contract."""
    bare = all(condition.field == "mention" and not condition.negated for condition in reading.conditions)
    return bare and reading.intent in ("open", "set") and reading.of_a_job and reading.postings is None
