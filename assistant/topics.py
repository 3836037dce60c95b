"""The topics that postings speak of beside their facts: those of `data/topics.toml`, and tools by their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from assistant.domain import Fact
from assistant.resources import table

Topic = Mapping[str, Any]
_TOOL = "tool "
_BRANCH = "branch "
_SOFTWARE = ("software", "other_software")  # topics of tools whatever their name


@cache
def topics() -> Mapping[str, Topic]:
    """Every topic by its key, with its phrases; what they mean is said at the top of `data/topics.toml`.

    A tool (of `data/tools.toml`) is required wherever a posting names it without calling it a plus. The topics of
    software are stated by the name of any.
    """
    beside = table("tools.toml")["beside"]["words"]
    tools = {
        f"{_TOOL}{name}": {
            "name": {"fr": name, "en": name},
            "words": phrases,
            "beside": beside,
            "weighed": True,
            "demanded": True,
        }
        for name, phrases in table("tools.toml")["names"].items()
    }
    branches = {f"{_BRANCH}{key}": _branch(entry) for key, entry in table("branches.toml").items()}
    named = [phrase for entry in tools.values() for phrase in entry["words"]]
    software = {key: _with_stated(table("topics.toml")[key], named) for key in _SOFTWARE}
    return {**table("topics.toml"), **software, **tools, **branches}


def _with_stated(entry: Topic, phrases: Sequence[str]) -> Topic:
    return {**entry, "stated": [*entry["stated"], *phrases]}


def _branch(entry: Topic) -> Topic:
    """A field of work as a topic, asked for by its names behind "in" and before "jobs", perhaps by further phrases."""
    names = f"({'|'.join(entry['names'])})"
    around = table("asking.toml")["branches"]
    asked, other = ([phrase.format(names=names) for phrase in around[kind]] for kind in ("asked", "asked_unless"))
    return {**entry, "words": [], "asked": [*asked, *entry.get("asked", ())], "asked_unless": other, "of_all": True}


def parts_of(topic: str) -> tuple[str, ...]:
    """A topic with those that it includes, which go before it."""
    return (*topics()[topic].get("includes", ()), topic)


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts by their places, one a sentence: the last of several."""
    found = {fact.start: fact for fact in facts}
    return tuple(found[start] for start in sorted(found))


def is_branch(key: str) -> bool:
    """Whether a topic is a field of work."""
    return key.startswith(_BRANCH)


def is_tool(key: str) -> bool:
    """Whether a topic is a tool."""
    return key.startswith(_TOOL)
