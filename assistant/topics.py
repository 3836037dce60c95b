"""The topics that postings speak of beside their facts: those of `data/topics.toml`, and tools by their names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from assistant.resources import table

Topic = Mapping[str, Any]
_TOOL = "tool "


@cache
def topics() -> Mapping[str, Topic]:
    """Every topic by its key, with its phrases; what they mean is said at the top of `data/topics.toml`.

    A tool (of `data/tools.toml`) is required wherever a posting names it without calling it a plus.
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
    return {**table("topics.toml"), **tools}


def is_tool(key: str) -> bool:
    """Whether a topic is a tool."""
    return key.startswith(_TOOL)
