"""Documents in whose place another is to be sent: "a video instead of a cover letter"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.domain import Fact
from assistant.facts.enclosure_words import words
from assistant.facts.folded import folded


def without_replaced(found: Iterable[Fact]) -> Iterator[Fact]:
    """The `document` facts without what others take the place of: of the video and the letter the video is left."""
    for fact in found:
        value = str(fact.value)
        replaced = words().instead.search(folded(value))
        if replaced is None:
            yield fact
        elif replaced.start():
            yield replace(fact, value=value[: replaced.start()])
