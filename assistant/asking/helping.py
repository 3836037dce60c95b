"""Help that is given on the job, and none that is asked of the program: "what help would I get from the network?"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Tag, Word, holds
from assistant.resources import table

_SHORT = 5  # words: "I need help, please"


def is_help_given(tag: Tag, words: Sequence[Word]) -> bool:
    """Whether "help" stands in a longer question that does not turn to the program with it."""
    if tag.table != "small_talk" or tag.last - tag.first > 1 or len(words) <= _SHORT:
        return False
    tables = table("asking.toml")["help_given"]
    return words[tag.first].form in tables["words"] and not holds(words, tables["unless"])
