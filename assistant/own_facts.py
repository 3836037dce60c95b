"""Facts that the person put right, confirmed or denied, laid over those that the rules read.

They are kept beside the postings, so that reading a posting again changes none of them. Each remembers the lines of the
text that it was said over: when one of these is gone, the fact is outdated, which is shown; it goes on to hold, unless
another posting altogether has come under the same name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.domain import Amount, Fact, FactField, Origin, Posting, Span, Years
from assistant.text import fold

Kind = Literal["corrected", "confirmed", "denied"]
Value = str | Years | Amount
ALL = ""  # in `OwnFact.replaces`: every fact of the field


@dataclass(frozen=True)
class OwnFact:
    """What the person said of one value of a field (its key), or of all: `replaces`.

    `fact` is None where the posting is said not to state it. `basis` are the lines of the text that it was said over,
    `digest` and `title` those of the whole text then.
    """

    posting: str  # Posting.id
    field: FactField
    replaces: str
    kind: Kind
    fact: Fact | None
    basis: tuple[str, ...]
    digest: str
    title: str


def key_of(value: Value) -> str:
    """What a value is known by: equal values, equal keys."""
    if isinstance(value, str):
        return fold(value)
    return json.dumps(vars(value), sort_keys=True)


def own_fact(
    posting: Posting, kind: Kind, field: FactField, replaces: str, said: Fact | None, over: Sequence[Fact]
) -> OwnFact:
    """What the person says now of a posting, in the place of the facts `over`."""
    spans = [Span(fact.start, fact.end) for fact in (*over, *([said] if said else ())) if fact.quote]
    basis = tuple(dict.fromkeys(line for span in spans for line in _lines_at(posting.text, span)))
    title = posting.title.of(posting.text)
    return OwnFact(posting.id, field, replaces, kind, said, basis, posting.digest, title)


def is_outdated(own: OwnFact, posting: Posting) -> bool:
    """Whether the text under what the person said has changed since."""
    if own.digest == posting.digest:
        return False
    return not own.basis or any(line not in posting.text for line in own.basis)


def holds(own: OwnFact, posting: Posting) -> bool:
    """Whether it still speaks of this posting: not where another one has come in its place."""
    return not is_outdated(own, posting) or fold(own.title) == fold(posting.title.of(posting.text))


def laid_over(posting: Posting, read: Sequence[Fact], own: Iterable[OwnFact]) -> tuple[Fact, ...]:
    """The facts of a posting as the person left them: in the order of the text, those without a place in it last."""
    facts = list(read)
    for said in own:
        if not holds(said, posting):
            continue
        stood = [fact for fact in facts if _is_meant(fact, said)]
        facts = [fact for fact in facts if fact not in stood]
        if said.fact:
            facts.append(_fact(posting, said, said.fact, stood))
    return tuple(sorted(facts, key=lambda fact: (not fact.quote, fact.start, fact.end, fact.field)))


def _is_meant(fact: Fact, said: OwnFact) -> bool:
    if fact.field != said.field:
        return False
    keys = {said.replaces, *([key_of(said.fact.value)] if said.fact else ())}
    return said.replaces == ALL or key_of(fact.value) in keys


def _fact(posting: Posting, said: OwnFact, fact: Fact, stood: Sequence[Fact]) -> Fact:
    """The person's fact, at the place where its words stand now, if they still do."""
    placed = next((found for found in stood if key_of(found.value) == key_of(fact.value) and found.quote), None)
    if fact.quote and posting.text[fact.start : fact.end] != fact.quote:
        start = posting.text.find(fact.quote)
        fact = replace(fact, start=start, end=start + len(fact.quote)) if start >= 0 else _without_place(fact)
    if not fact.quote and placed:  # only what it weighs, or what stands beside it, was put right
        fact = replace(fact, quote=placed.quote, start=placed.start, end=placed.end)
    origin: Origin = "confirmed" if said.kind == "confirmed" else "corrected"
    return replace(fact, posting=posting.id, origin=origin, outdated=is_outdated(said, posting))


def _without_place(fact: Fact) -> Fact:
    return replace(fact, quote="", start=0, end=0)


def _lines_at(text: str, span: Span) -> list[str]:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return [line.strip() for line in text[start : end if end >= 0 else None].split("\n") if line.strip()]


def retitled(posting: Posting, facts: Iterable[Fact]) -> Posting:
    """The posting with the title, organisation and place that the person put right, where its text holds them."""
    own = {fact.field: Span(fact.start, fact.end) for fact in facts if fact.is_own and fact.quote}
    return replace(
        posting,
        title=own.get("title", posting.title),
        organisation=own.get("organisation", posting.organisation),
        location=own.get("location", posting.location),
    )
