"""What no posting tells: what money is worth, what life or a visa costs, weather, recipes, opinions."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Reading
from assistant.resources import table

_ABOUT = frozenset({"team_size", "staff_size", "team", "supervisor"})  # topics that name whom it is thought of

_TWO = 2  # moneys of which one is worth so much of the other


def as_opinion(reading: Reading) -> Reading:
    """The reading of a yes or no about how somebody is: who it is, or how many they are, is no answer to it."""
    words, tables = words_of(reading.question), table("asking.toml")
    if reading.intent != "fact" or reading.every or holds(words, tables["asks"]["what"]):
        return reading
    if not holds(words, tables["opinion"]["words"]):
        return reading
    named = all(c.field == "mention" and c.value in _ABOUT for c in reading.conditions)
    if not named or set(reading.fields) - {"organisation", "location", "title"}:
        return reading
    return replace(reading, intent="open", fields=(), conditions=(), topic=(), of_a_job=True, foreign=True)


def as_conversion(reading: Reading) -> Reading:
    """The reading of what one money is worth in another: « un euro en dirhams ? », "the exchange rate"."""
    words, tables = words_of(reading.question), table("asking.toml")
    if reading.postings is not None or holds(words, tables["conversion"]["unless"]):
        return reading
    moneys = {key for key, names in tables["currency"].items() if holds(words, names)}
    rates = holds(words, tables["conversion"]["rates"])
    if not rates and (len(moneys) < _TWO or not holds(words, tables["conversion"]["words"])):
        return reading
    return replace(reading, intent="open", fields=(), conditions=(), every=False, foreign=True)


def as_living_costs(reading: Reading) -> Reading:
    """The reading of what it costs to live somewhere: « le loyer d'un studio à Nantes », "is life expensive there?"."""
    words, living = words_of(reading.question), table("asking.toml")["living"]
    if not holds(words, living["surely"]) and (not holds(words, living["words"]) or holds(words, living["unless"])):
        return reading
    return replace(reading, intent="open", fields=(), conditions=(), postings=None, every=False, foreign=True)


def as_every_day(reading: Reading) -> Reading:
    """The reading of what the weather will be, or of how a dish is made: « il va faire quel temps à Delémont ? »."""
    words, tables = words_of(reading.question), table("asking.toml")
    for about in (tables["weather"], tables["cooking"]):
        if holds(words, about["words"]) and not holds(words, about["unless"]):
            return replace(reading, intent="open", fields=(), conditions=(), postings=None, every=False, foreign=True)
    return reading


def as_formality(reading: Reading) -> Reading:
    """The reading of how long a visa takes, or what it costs: « visa Canada, quel délai ? »."""
    words, visas = words_of(reading.question), table("asking.toml")["visas"]
    if reading.of_a_job or not holds(words, visas["words"]) or not holds(words, visas["asked"]):
        return reading
    if holds(words, visas["unless"]):
        return reading
    return replace(reading, intent="open", fields=(), conditions=(), postings=None, every=False, foreign=True)
