"""Whether a job is at the employer or place that a question names: "is the analyst job with Capgemini?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Reading
from assistant.resources import table


def as_confirmed(reading: Reading) -> Reading:
    """The reading for the employer, or the place, of the one job whose name and employer are all that is said.

    A job and an employer that do not go together name no posting, or leave words that stand for something else.
    """
    one = reading.postings is not None and len(reading.postings) == 1 and not reading.every
    said = reading.topic or reading.aside or reading.unknown or reading.asks or reading.extreme
    if reading.intent != "open" or not one or said or not reading.of_a_job:
        return reading
    words, phrases = words_of(reading.question), table("asking.toml")["confirmed"]
    begun = any(first == 0 for first, _ in holds(words, phrases["beginnings"]))
    if not (begun or holds(words, phrases["within"])):
        return reading
    if not (reading.organisations or reading.places):
        return reading
    return replace(reading, intent="fact", fields=("organisation",) if reading.organisations else ("location",))
