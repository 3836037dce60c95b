"""Whom a job is open to: « Un Malien peut-il postuler ? » is a no where only Nigeriens may, and a yes where all may."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Word, holds, words_of
from assistant.asking.peoples import countries_in, country_of_people
from assistant.domain import Fact
from assistant.resources import table

_NEAR = 5  # words before a people among which a no is said of it


def is_open_to(question: str, facts: Sequence[Fact]) -> bool | None:
    """Whether the sentences on nationality let the people in whom a question names; None where they leave it open.

    « Si je n'ai pas la nationalité malienne » asks for all others; "must I be Malian?" whether those are shut out.
    """
    words = words_of(question)
    at = {country: n for n, word in enumerate(words) if (country := _country_of(word))}
    if len(at) != 1:
        return None
    country, place = next(iter(at.items()))
    demanded = bool(holds(words[:place], table("asking.toml")["nationality"]["demanded"]))
    denied = bool(holds(words[max(0, place - _NEAR) : place], table("asking.toml")["nationality"]["denied"]))
    of = _lets_others_in if demanded or denied else _lets_in
    told = {verdict for fact in facts if (verdict := of(country, words_of(fact.quote))) is not None}
    let_in = told.pop() if len(told) == 1 else None
    return not let_in if demanded and let_in is not None else let_in


def _lets_others_in(country: str, words: Sequence[Word]) -> bool | None:
    tables = table("asking.toml")["nationality"]
    if holds(words, tables["everybody"]):
        return None if holds(words, tables["except"]) else True
    alone = _countries_in(words) == {country} and not holds(words, tables["papers"])
    return False if alone and holds(words, tables["only"]) else None


def _lets_in(country: str, words: Sequence[Word]) -> bool | None:
    tables = table("asking.toml")["nationality"]
    shut = [(first, last) for first, last in holds(words, tables["except"])]
    excepted = _countries_in(words[shut[0][1] :]) if shut else frozenset()
    named = _countries_in(words[: shut[0][0]] if shut else words)
    everybody = bool(holds(words, tables["everybody"]))
    if excepted and everybody:
        return country not in excepted
    if everybody:
        return True
    if country in named:
        return True if not shut else None
    papers = bool(holds(words, tables["papers"]))  # « … ou titulaires d'un permis de travail » may be anybody
    return False if named and not papers and holds(words, tables["only"]) else None


def _country_of(word: Word) -> str:
    """The country of a word for its people, of one that is first of all a language too: « nationalité française »."""
    return country_of_people(word.form) or str(
        table("asking.toml")["peoples_and_languages"]["words"].get(word.form, "")
    )


def _countries_in(words: Sequence[Word]) -> frozenset[str]:
    return countries_in(words) | {country for word in words if (country := _country_of(word))}
