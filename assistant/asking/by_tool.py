"""Jobs that a tool beside a trade tells from others: "the Java developer job" is none of a business developer."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.lexicon import is_job, words_of
from assistant.asking.reading import Reading
from assistant.library import Library
from assistant.resources import table
from assistant.text import fold

_TOOL = "tool "  # before the name of one in the key of its topic


def of_the_tool(reading: Reading, library: Library) -> Reading:
    """The reading of the postings whose title names the tool, where the trade alone found others."""
    tools = [c.value for c in reading.conditions if c.field == "mention" and c.value.startswith(_TOOL)]
    if not tools or len(reading.postings or ()) != 1 or reading.every:
        return reading
    named = reading.places or reading.organisations
    titled = {posting for posting in library.distinct if all(_is_titled(tool, posting, library) for tool in tools)}
    if named or not titled:
        kept = tuple(c for c in reading.conditions if c.value not in tools or not _is_of_job(c.value, reading.text))
        return replace(reading, conditions=kept) if reading.fields or reading.sections else reading
    asked = reading.fields or reading.sections or reading.intent == "posting"
    others = tuple(c for c in reading.conditions if c.value not in tools) if asked else reading.conditions
    return replace(reading, postings=(reading.postings or frozenset()) & titled or frozenset(titled), conditions=others)


def _is_titled(tool: str, posting: str, library: Library) -> bool:
    title = library.postings[posting].title
    return any(fact.start < title.end and title.start < fact.end for fact in library.mentions(tool, posting))


def _is_of_job(tool: str, text: str) -> bool:
    """Whether a tool stands beside a trade: « pour le développeur .NET du Crédit des Dunes »."""
    forms = [word.form for word in words_of(text)]
    at = [n for n, form in enumerate(forms) if form == fold(tool.removeprefix(_TOOL))]
    return any(is_job(form) for n in at for form in (*forms[max(0, n - 1) : n], *forms[n + 1 : n + 2]))


def of_a_named_tool(reading: Reading) -> Reading:
    """Which postings name a tool, by its name alone: few say « logiciel » beside it."""
    kinds = table("asking.toml")["tools"]["words"]
    named = tuple(word for word in reading.topic if fold(word) not in kinds)
    if reading.intent != "open" or not named:
        return reading
    return replace(reading, intent="set", topic=named, topical="subject", every=True)
