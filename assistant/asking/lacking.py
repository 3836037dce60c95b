"""What the person lacks, asked of one posting: "I have no licence, can I still get the Safi job?" is a yes or no."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Reading
from assistant.resources import table


def as_lacking(reading: Reading) -> Reading:
    """The reading of a question whether one may go without a field's thing, which would else ask what is said of it."""
    lacked = tuple(condition for condition in reading.stated if condition.negated and condition.field in reading.fields)
    if reading.intent != "fact" or reading.every or not lacked or not _asks_whether(reading.text):
        return reading
    fields = {condition.field for condition in lacked}
    return replace(
        reading,
        fields=tuple(field for field in reading.fields if field not in fields),
        conditions=(*(c for c in reading.conditions if c.field not in fields), *lacked),
    )


def _asks_whether(text: str) -> bool:
    return bool(holds(words_of(text), table("asking.toml")["asks"]["may"]))
