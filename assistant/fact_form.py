"""Facts as plain values: a row for the catalogue, and an object for JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from assistant.domain import Amount, Fact, Years
from assistant.text import as_written

_KINDS: dict[str, type[Years] | type[Amount]] = {"experience_years": Years, "pay": Amount, "expenses": Amount}


def packed(fact: Fact) -> list[Any]:
    """A fact as a row, without its posting."""
    value = fact.value if isinstance(fact.value, str) else asdict(fact.value)
    return [fact.field, value, fact.modality, fact.start, fact.end, fact.detail, fact.quote]


def unpacked(posting: str, row: list[Any]) -> Fact:
    """The fact of a row of `packed`."""
    field, value, modality, start, end, detail, quote = row
    if isinstance(value, dict):
        value = _KINDS[field](**value)
    return Fact(posting, field, value, modality, quote, start, end, detail)


def fact_object(fact: Fact) -> dict[str, Any]:
    """A fact as JSON has it: `level` stands beside a language, `time` beside a deadline.

    One of the person's own has its `origin` ("corrected" or "confirmed") and whether it is `outdated` because the text
    under it has changed; its quote may be empty.
    """
    beside = {"language": "level", "deadline": "time"}.get(fact.field)
    return {
        "field": fact.field,
        "value": fact.value if isinstance(fact.value, str) else asdict(fact.value),
        **({beside: fact.detail} if beside and fact.detail else {}),
        "modality": fact.modality,
        "quote": as_written(fact.quote),
        "start": fact.start,
        "end": fact.end,
        **({"origin": fact.origin, "outdated": fact.outdated} if fact.is_own else {}),
    }
