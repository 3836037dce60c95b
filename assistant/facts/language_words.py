"""The words of `data/facts_languages.toml`, as the reader of languages looks for them."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache

from assistant.domain import Span
from assistant.facts.folded import folded, one_of
from assistant.resources import table


@dataclass(frozen=True)
class Lists:
    """The words that show, around the name of a language, whether it is asked for; keys of the table."""

    before: frozenset[str]
    after: frozenset[str]
    subject: frozenset[str]
    through: frozenset[str]
    in_only: frozenset[str]
    both: frozenset[str]
    not_through: frozenset[str]
    beside: frozenset[str]
    places: frozenset[str]
    copula: frozenset[str]
    heads: frozenset[str]
    near: frozenset[str]
    aside: frozenset[str]
    papers: frozenset[str]
    must: frozenset[str]
    others: frozenset[str]
    candidate: frozenset[str]
    spoken: frozenset[str]
    accented: frozenset[str]
    doer: frozenset[str]


@cache
def lists() -> Lists:
    """The lists of the table."""
    words = table("facts_languages.toml")["evidence"]
    return Lists(**{field.name: frozenset(words[field.name]) for field in fields(Lists)})


@cache
def forms() -> dict[str, dict[str, str]]:
    """Each folded name: its form and code; one word may be a name and an adjective."""
    found: dict[str, dict[str, str]] = {}
    for language in table("facts_languages.toml")["language"]:
        for form, key in (("name", "names"), ("english", "english"), ("arabic", "arabic"), ("adjective", "adjective")):
            for name in language.get(key, []):
                found.setdefault(folded(name), {}).setdefault(form, language["code"])
    return found


@cache
def names() -> re.Pattern[str]:
    """Finds the name of any language."""
    arabic = [name for name, found in forms().items() if "arabic" in found]
    latin = [name for name in forms() if name not in arabic]
    return re.compile(rf"(?<!\w)(?<!\w-)(?:{_by_letter(latin)})(?![^\W\d])|(?<!\w)[وب]?(?:{one_of(arabic)})(?!\w)")


def _by_letter(names: list[str]) -> str:
    """An expression for any of the names with one branch a letter: they are hundreds, and most letters begin few."""
    tails: dict[str, list[str]] = {}
    for name in names:
        tails.setdefault(name[0], []).append(name[1:])
    return "|".join(rf"{letter}(?:{one_of(rest)})" for letter, rest in sorted(tails.items()))


@cache
def rare() -> frozenset[str]:
    """The codes of languages whose names are those of peoples, places and other things, too."""
    return frozenset(language["code"] for language in table("facts_languages.toml")["language"] if "rare" in language)


@cache
def short() -> re.Pattern[str]:
    """Finds the codes of languages in capitals."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(table('facts_languages.toml')['short'])})(?![\w-])")


@cache
def speakers() -> re.Pattern[str]:
    """Finds the words for those who speak a language."""
    return re.compile(rf"(?<![\w-])(?:{one_of(table('facts_languages.toml')['speakers'])})(?!\w)")


@cache
def not_persons() -> frozenset[str]:
    """What is French-speaking without being asked to be."""
    return frozenset(table("facts_languages.toml")["persons"]["others"])


@cache
def hyphenated() -> re.Pattern[str]:
    """Finds a second name behind a hyphen."""
    known = [name for name, found in forms().items() if "name" in found or "english" in found]
    return re.compile(rf"-(?P<name>{one_of(known)})(?!\w|-(?!(?:{one_of(known)})(?!\w)))")


@cache
def heading() -> re.Pattern[str]:
    """Finds a heading of languages."""
    return re.compile(rf"\b(?:{one_of(table('facts_languages.toml')['evidence']['heading'])})\b")


def is_working_language(text: str, name: Span) -> bool:
    """Whether a folded text says that one works in it: « le français et l'anglais sont tes langues de travail »."""
    before = re.split(r"[.;]\s", text[max(0, name.start - 80) : name.start])[-1]
    behind = re.split(r"[.;]\s", text[name.end : name.end + 80])[0]
    found = _working().search(before) or _working().search(behind)
    return found is not None and not _whose().search(before + behind)


@cache
def _working() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(table('facts_languages.toml')['evidence']['working'])})\b")


@cache
def _whose() -> re.Pattern[str]:
    """The words of those whose working languages are no demand: "the working languages of the organisation"."""
    return re.compile(rf"\b(?:{one_of(table('facts_languages.toml')['evidence']['working_of'])})\b")


@cache
def of_place() -> re.Pattern[str]:
    """Finds, before a name, that it is what people speak at a place: « la langue locale est le … »."""
    words = table("facts_languages.toml")["evidence"]
    verbs = one_of(words["place_verbs"])
    return re.compile(
        rf"\b(?:{one_of(words['of_place'])})\b[^.;:!?]{{0,30}}\b(?:{verbs})\s(?:surtout\s|mostly\s)?(?:le\s|la\s|l')?$"
    )


@cache
def elsewhere() -> re.Pattern[str]:
    """Finds what says that a piece speaks of other things than the job."""
    words = one_of(table("facts_languages.toml")["evidence"]["elsewhere"])
    written = rf"(?:disponibles?|available) (?:en|in) (?:both )?(?:{names().pattern})"  # not « disponible en interne »
    return re.compile(rf"\b(?:(?:{words})\b|{written})")


@cache
def taught() -> re.Pattern[str]:
    """Finds what says that a language is taught to whoever takes the job."""
    return re.compile(rf"\b(?:{one_of(table('facts_languages.toml')['evidence']['taught'])})\b")


@cache
def levels(side: str) -> re.Pattern[str]:
    """Finds the words of a level, `side` of the name that they stand on."""
    return re.compile(rf"\b(?:{one_of(table('facts_languages.toml')['level'][side])})\b")
