"""The places and employers that a question names, and those that it leaves out: "outside France", "besides CARE"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assistant.asking.lexicon import holds
from assistant.asking.reading import Condition
from assistant.asking.seen import Seen
from assistant.library import Library
from assistant.naming import Named, by_organisation, by_place, whole_titles
from assistant.resources import table


def names_in(seen: Seen, library: Library, free: Sequence[int]) -> tuple[Named, Named, tuple[Condition, ...]]:
    """The postings that a place and an organisation name, and the conditions where those are what is left out."""
    titled = whole_titles(seen.words, library, free)
    free = [n for n in free if n not in titled]  # « Data » of « Tech Lead Data » is no employer's
    place, organisation = by_place(seen.words, library, free), by_organisation(seen.words, library, free)
    if organisation.words <= place.words:  # « Zinder » of « ONG Zinder » says no more than the place
        organisation = Named(frozenset(), frozenset())
    outside, apart = _outside(seen, place), _apart(seen, organisation)
    if apart:
        organisation = Named(frozenset(), organisation.words)
    if outside:
        place = Named(_elsewhere(library, place.postings), place.words)
    return place, organisation, (*outside, *apart)


def is_outside(conditions: Sequence[Condition]) -> bool:
    """Whether the work is to be anywhere but at the place named."""
    return any(condition.field == "location" for condition in conditions)


def _outside(seen: Seen, place: Named) -> tuple[Condition, ...]:
    """ "Outside France", « ailleurs qu'à Rabat »: the place where the work is not."""
    first = min(place.words, default=0)
    led = any(last == first for _, last in holds(seen.words[:first], table("asking.toml")["only"]["places"]))
    name = " ".join(written(seen, place.words))
    return (Condition("location", name, negated=True),) if first and led else ()


def _apart(seen: Seen, organisation: Named) -> tuple[Condition, ...]:
    """ "Besides CARE", « à part Enabel »: the employer whose postings are not asked for."""
    first = min(organisation.words, default=0)
    led = any(last == first for _, last in holds(seen.words[:first], table("asking.toml")["apart"]["words"]))
    if not first or not led:
        return ()
    names = tuple(sorted({str(n) for n in organisation.postings}))
    return (Condition("organisation", " ".join(written(seen, organisation.words)), names, negated=True),)


def _elsewhere(library: Library, postings: Collection[str]) -> frozenset[str]:
    return frozenset(p for p in library.distinct if p not in postings and library.facts_of(p, "location"))


def written(seen: Seen, numbers: Collection[int]) -> tuple[str, ...]:
    """The words at these places as they are written."""
    return tuple(seen.written(n) for n in sorted(numbers))
