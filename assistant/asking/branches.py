"""Fields of work named beside one another: "jobs in IT or data", « postes d'informatique ou de données »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from assistant.asking.lexicon import Tag, Word, holds
from assistant.resources import table
from assistant.text import fold
from assistant.topics import is_branch

_NAME = 3  # words of the longest name of a field


def with_joined_branches(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """The tags with the fields of work that « ou » joins to one that is asked for, behind it or before it.

    What one studies where a field is asked for is told by the way: "I'm a computing student: which jobs are in IT?".
    """
    asked = [tag for tag in tags if tag.table == "topics" and is_branch(tag.key)]
    joined = [each for tag in asked for each in (*_behind(words, tag), *_before(words, tag))]
    joined = [each for each in joined if (each.key, each.first) not in {(tag.key, tag.first) for tag in asked}]
    beside = [tag for tag in tags if not any(each.first < tag.last and tag.first < each.last for each in joined)]
    told = [Tag("idle", "words", tag.last, _examples_end(words, tag)) for tag in asked if _gives_examples(words, tag)][
        :1
    ]
    beside = [tag for tag in beside if not told or not told[0].first <= tag.first < told[0].last]
    return [*(_as_told(tag, words) if asked else tag for tag in beside), *joined, *told]


def _gives_examples(words: Sequence[Word], tag: Tag) -> bool:
    """Whether only examples stand behind a field of work: "data jobs, like data manager or data engineer"."""
    examples = table("asking.toml")["branches"]["examples"]
    return any(first == 0 for first, _ in holds(words[tag.last : tag.last + 3], examples))


def _examples_end(words: Sequence[Word], tag: Tag) -> int:
    """Where the examples end, and what else is asked of the postings begins: "…, like data manager, are in Paris?"."""
    further = table("asking.toml")["branches"]["further"]
    return next((n for n in range(tag.last + 1, len(words)) if words[n].form in further), len(words))


def _as_told(tag: Tag, words: Sequence[Word]) -> Tag:
    """« Je suis étudiant en informatique » as an aside, with what is studied."""
    if (tag.table, tag.key) != ("topics", "students") or tag.last >= len(words):
        return tag
    led = words[tag.last].form in table("asking.toml")["branches"]["studied"]
    length = _named_at(words, tag.last + 1) if led else 0
    return replace(tag, table="idle", key="words", last=tag.last + 1 + length) if length else tag


def _behind(words: Sequence[Word], tag: Tag) -> list[Tag]:
    around = table("asking.toml")["branches"]
    at, found = tag.last, list[Tag]()
    while at < len(words) and words[at].form in around["joints"]:
        at = next((n for n in range(at + 1, len(words)) if words[n].form not in around["small"]), len(words))
        length = _named_at(words, at)
        if not length:
            break
        found.append(Tag("topics", _names()[_form(words[at : at + length])], at, at + length))
        at += length
    return found


def _before(words: Sequence[Word], tag: Tag) -> list[Tag]:
    """ "Sales or marketing jobs": the name right before the joint."""
    joint = tag.first - 1
    if joint < 1 or words[joint].form not in table("asking.toml")["branches"]["joints"]:
        return []
    length = next((n for n in range(min(_NAME, joint), 0, -1) if _form(words[joint - n : joint]) in _names()), 0)
    return [Tag("topics", _names()[_form(words[joint - length : joint])], joint - length, joint)] if length else []


def _named_at(words: Sequence[Word], at: int) -> int:
    """How many words the name of a field has that begins at a word; 0 where none does."""
    longest = min(_NAME, len(words) - at)
    return next((n for n in range(longest, 0, -1) if _form(words[at : at + n]) in _names()), 0)


def _form(words: Sequence[Word]) -> str:
    return " ".join(word.form for word in words)


@cache
def _names() -> Mapping[str, str]:
    """The topic of each name of a field of work."""
    return {fold(name): f"branch {key}" for key, entry in table("branches.toml").items() for name in entry["names"]}
