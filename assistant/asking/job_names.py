"""What a question calls a job: of "the diversity and inclusion programme manager" nothing is asked of diversity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.asking.described import is_of_one
from assistant.asking.lexicon import Tag, is_job
from assistant.asking.meant import DEFINITE
from assistant.asking.seen import Seen
from assistant.resources import table
from assistant.topics import is_tool

_LONGEST = 6  # words between "the" and the job that it is of
_NAMED = ("topics", "fields", "sections", "document")
_ASKING = (*_NAMED, "status", "contract", "working_time", "degree", "driving_licence", "language", "apply")


def without_tags_in_job_names(seen: Seen) -> Seen:
    """The question without what was read out of the name of the one job that it is about, where it asks for more."""
    spans = list(_names(seen))
    named = [tag for tag in seen.tags if any(_is_in(tag, span) or _is_its_tool(tag, span) for span in spans)]
    asked = [tag for tag in seen.tags if tag.table in _ASKING and tag not in named]
    if not asked:
        return seen
    kept = (_as_said(tag, seen) if tag in named else tag for tag in seen.tags)
    return replace(seen, tags=tuple(tag for tag in kept if tag))


def _as_said(tag: Tag, seen: Seen) -> Tag | None:
    """A tag of a name: none, so that its words name the job; but .NET and C# are no words to find one by."""
    written = "".join(word.form for word in seen.words[tag.first : tag.last])
    return None if written.isalnum() else replace(tag, table="idle", key="words")


def _is_in(tag: Tag, span: range) -> bool:
    tool = tag.table == "topics" and is_tool(tag.key)
    inside = tag.first in span and tag.last - 1 in span
    # "the team leader", « le chef d'équipe »: the noun is of the topic, too
    whole = tag.table == "topics" and span.start <= tag.first <= span.stop == (tag.last - 1 if span else tag.first)
    return tag.table in _NAMED and not tool and (inside or (whole and tag.last - tag.first > 1))


def _is_its_tool(tag: Tag, span: range) -> bool:
    """Whether a tool is part of a job's name: "the Python developer", « le développeur .NET »."""
    beside = (tag.first in span and tag.last - 1 in span) or tag.first == span.stop + 1
    return tag.table == "topics" and is_tool(tag.key) and beside


def _names(seen: Seen) -> Iterator[range]:
    """The words between "the" and the noun of a job: none of them a small word that begins something else."""
    words, ends = seen.words, table("asking.toml")["job_name"]["ends"]
    for n, word in enumerate(words):
        if word.form not in DEFINITE or (n and words[n - 1].form in ends["verbs"]):
            continue
        for last in range(n + 1, min(n + 2 + _LONGEST, len(words))):
            if words[last].apart or words[last].form in (*ends["words"], *DEFINITE):
                break
            called = is_job(words[last].form) or words[last].form in ends["kinds"]
            if called or (last in seen.nouns and is_of_one(words[n : last + 1])):
                yield range(n + 1, last)
