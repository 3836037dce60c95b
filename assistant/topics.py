"""The topics that postings speak of beside their facts: those of `data/topics.toml`, and tools by their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from assistant.resources import table

Topic = Mapping[str, Any]
_TOOL = "tool "
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
    named = [phrase for entry in tools.values() for phrase in entry["words"]]
    software = {key: _with_stated(table("topics.toml")[key], named) for key in _SOFTWARE}
    return {**table("topics.toml"), **software, **tools}


def _with_stated(entry: Topic, phrases: Sequence[str]) -> Topic:
    return {**entry, "stated": [*entry["stated"], *phrases]}


def is_tool(key: str) -> bool:
    """Whether a topic is a tool."""
    return key.startswith(_TOOL)
