"""Whether what a person lacks stands in the way: "I have no experience. Is that a problem?" is answered with a no."""

from __future__ import annotations

from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import BEGINNERS, Condition, Reading
from assistant.resources import table


def asks_obstacle(reading: Reading, condition: Condition) -> bool:
    """Whether it is asked if somebody without experience is hindered, rather than if they are welcome."""
    asked = holds(words_of(reading.question), table("asking.toml")["obstacle"]["words"])
    return bool(asked) and condition.value == BEGINNERS
