"""Whom a job is open to: « Un Malien peut-il postuler ? » is a no where only Nigeriens may, and a yes where all may."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Word, holds, words_of
from assistant.asking.peoples import countries_in, country_of_people
from assistant.domain import Fact
from assistant.resources import table


def is_open_to(question: str, facts: Sequence[Fact]) -> bool | None:
    """Whether the sentences on nationality let the people in whom a question names; None where they leave it open."""
    asked = {country for word in words_of(question) if (country := country_of_people(word.form))}
    found = [_lets_in(next(iter(asked)), words_of(fact.quote)) for fact in facts] if len(asked) == 1 else []
    told = {verdict for verdict in found if verdict is not None}
    return told.pop() if len(told) == 1 else None


def _lets_in(country: str, words: Sequence[Word]) -> bool | None:
    tables = table("asking.toml")["nationality"]
    shut = [(first, last) for first, last in holds(words, tables["except"])]
    excepted = countries_in(words[shut[0][1] :]) if shut else frozenset()
    named = countries_in(words[: shut[0][0]] if shut else words)
    everybody = bool(holds(words, tables["everybody"]))
    if excepted and everybody:
        return country not in excepted
    if everybody:
        return True
    if country in named:
        return True if not shut else None
    papers = bool(holds(words, tables["papers"]))  # « … ou titulaires d'un permis de travail » may be anybody
    return False if named and not papers and holds(words, tables["only"]) else None
