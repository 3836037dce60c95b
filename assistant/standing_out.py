"""Names of countries in a question: those that name a place of work outright, and those that nothing leads."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assistant.asking.lexicon import Word
from assistant.led_names import is_that_of, led_on
from assistant.places import area_names, country_names, halves_of_france, phrase_of
from assistant.resources import table


def countries_apart(words: Sequence[Word], free: Collection[int]) -> frozenset[int]:
    """The names of countries that nothing leads, as « en » or "in" would: they are no place of work."""
    before = set(table("names.toml")["country"]["before"])
    alone = (
        n
        for n in free
        if (words[n].form,) in country_names()
        and not (led_on(words, n, before) or is_that_of(words, n) or stands_out(words, n))
    )
    return frozenset(n for n in alone if not _is_part(words, n))


def _is_part(words: Sequence[Word], n: int) -> bool:
    """Whether a country is but a word of an area's name: "mainland France", « France métropolitaine »."""
    spans = ((n - 1, n + 1), (n, n + 2), (n, n + 3))
    halves = (phrase_of(" ".join(w.form for w in words[max(0, first) : last])) for first, last in spans)
    area = phrase_of(" ".join(w.form for w in words[n - 2 : n + 1]))
    return area in area_names() or any(half in halves_of_france() for half in halves)


def stands_out(words: Sequence[Word], n: int) -> bool:
    """Whether a country names the place outright: "Morocco jobs", « maroc, anglais pas exigé ? », « …, maroc ».

    So it does behind "including", and in « en Afrique, Madagascar compris ».
    """
    with_it = table("names.toml")["elsewhere"]
    if n and words[n - 1].form in with_it["including"]:
        return True
    if n and words[n - 1].capital and not words[n].apart:
        return False  # « CARE Maroc »
    behind = words[n + 1] if n + 1 < len(words) else None
    if behind is not None and behind.form in with_it["included"]:
        return words[n].apart
    postings = table("asking.toml")["postings"]
    if behind is None or behind.apart or behind.start - words[n].end > 1:
        return n == 0 or words[n].apart
    return behind.form in (*postings["plural"], *postings["singular"])
