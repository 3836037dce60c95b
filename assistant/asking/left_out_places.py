"""A part of a place that is left out of it: « en Afrique, hors Maroc », "in France but not in Guadeloupe"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.asking.lexicon import Word, holds
from assistant.asking.reading import Condition
from assistant.asking.seen import Seen
from assistant.library import Library
from assistant.naming import Named, by_place
from assistant.places import links
from assistant.resources import table

_MOST = 6  # phrases of a question that may lead to such a place


@dataclass(frozen=True)
class LeftOut:
    """The postings of a place but for those of a part of it, and the conditions that leave these out.

    Where that leaves none, one of the conditions is the place itself: else "not in Rabat" would be all that is asked.
    """

    place: Named
    conditions: tuple[Condition, ...]


def left_out_of(seen: Seen, library: Library, free: Collection[int], place: Named) -> LeftOut | None:
    """The place without the one that stands behind it with « hors », "but not in"; None where there is none such."""
    for lead in sorted({last for _, last in leads_out(seen.words)})[:_MOST]:
        if not any(n < lead - 1 for n in place.words) or lead >= len(seen.words):
            continue
        begun = lead - 1  # with the word that leads a country: « hors Maroc »
        behind = by_place(seen.words[begun:], library, [n - begun for n in free if n >= lead])
        out = _run(seen, lead, {n + begun for n in behind.words})
        without = by_place(seen.words[begun:], library, [n - begun for n in out])
        kept = by_place(seen.words, library, [n for n in free if n < lead or n > max(out, default=lead)])
        if out and without.postings and kept.postings:
            name = seen.text[seen.words[min(out)].start : seen.words[max(out)].end]
            there = tuple(sorted(map(str, without.postings)))
            left = Named(kept.postings - without.postings, kept.words | out)
            out_of_it = Condition("location", name, there, negated=True)
            if left.postings or not kept.words:
                return LeftOut(left, (out_of_it,))
            whole = seen.text[seen.words[min(kept.words)].start : seen.words[max(kept.words)].end]
            return LeftOut(left, (Condition("location", whole, tuple(sorted(map(str, kept.postings)))), out_of_it))
    return None


def leads_out(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where it stands that a place is left out: « hors », "but not in"."""
    lists = table("asking.toml")["only"]
    return holds(words, (*lists["places"], *lists["less"]))


def _run(seen: Seen, first: int, within: Collection[int]) -> frozenset[int]:
    """The words of the places that are left out together: « hors Maroc et Tunisie »."""
    tables = table("names.toml")["elsewhere"]
    small = {*tables["joints"], *tables["before"], *tables["areas"], *tables["articles"], *links()}
    out: list[int] = []
    for n in range(first, len(seen.words) if first in within else first):
        if n in within and (n == first or not seen.words[n].apart):
            out.append(n)
        elif seen.words[n].form not in small or seen.words[n].apart:
            break
    return frozenset(out)
