"""The facts that a posting states, each with its modality and the verbatim words that state it.

One module of rules a family of fields, over word lists in `assistant/data/facts_*.toml`, French and English.
"""

from __future__ import annotations

from assistant.domain import Fact, Posting
from assistant.facts import (
    application,
    contract,
    deadline,
    degree,
    experience,
    identity,
    languages,
    licence,
    money,
    schedule,
    source_fields,
    working_time,
)
from assistant.facts.quotes import with_answer
from assistant.reading import body_of
from assistant.ticks import as_ticked, as_written

__all__ = ["facts_of"]

_FAMILIES = (
    identity,
    languages,
    degree,
    experience,
    licence,
    deadline,
    schedule,
    money,
    contract,
    working_time,
    application,
)


def facts_of(posting: Posting) -> list[Fact]:
    """Every fact of a posting in the order in which it stands there; its source's own fields come after its text."""
    body = as_ticked(body_of(posting))
    found = [with_answer(body.text, fact) for family in _FAMILIES for fact in family.facts(body)]
    found = as_written(posting, found)
    if posting.fields:
        found += source_fields.facts(posting, found)
    return sorted(found, key=lambda fact: (fact.start, fact.end, fact.field))
