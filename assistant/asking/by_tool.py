"""Jobs that a tool beside a trade tells from others: "the Java developer job" is none of a business developer."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.reading import Reading
from assistant.library import Library

_TOOL = "tool "  # before the name of one in the key of its topic


def of_the_tool(reading: Reading, library: Library) -> Reading:
    """The reading of the postings whose title names the tool, where the trade alone found others."""
    tools = [c.value for c in reading.conditions if c.field == "mention" and c.value.startswith(_TOOL)]
    if not tools or len(reading.postings or ()) != 1 or reading.every or reading.places or reading.organisations:
        return reading
    titled = {posting for posting in library.distinct if all(_is_titled(tool, posting, library) for tool in tools)}
    if not titled:
        return reading
    asked = reading.fields or reading.sections or reading.intent == "posting"
    others = tuple(c for c in reading.conditions if c.value not in tools) if asked else reading.conditions
    return replace(reading, postings=(reading.postings or frozenset()) & titled or frozenset(titled), conditions=others)


def _is_titled(tool: str, posting: str, library: Library) -> bool:
    title = library.postings[posting].title
    return any(fact.start < title.end and title.start < fact.end for fact in library.mentions(tool, posting))
