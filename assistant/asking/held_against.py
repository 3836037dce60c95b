"""What one posting is held against: "is the nurse job in Safi?", « l'offre de CARE, c'est un poste de chauffeur ? »."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from assistant.asking.lexicon import is_job, language_names, words_of
from assistant.asking.reading import Condition, Reading
from assistant.asking.windows import is_month
from assistant.domain import Language
from assistant.library import Library
from assistant.naming import by_organisation, by_place
from assistant.places import country_names
from assistant.resources import table
from assistant.text import fold

_Read = Callable[[str], Reading]
_WHERE: dict[Language, str] = {"fr": "Où est {} ?", "en": "Where is {}?"}
_ARTICLES = ("the", "la", "le", "les", "l")
_SHORT = 3  # letters: « de », "HR", which are no place that nothing else tells
_MOST_WORDS = 4  # of the name of a place or of a job


def held_against(text: str, language: Language, library: Library, read: _Read) -> Reading | None:
    """The reading of a question whether one posting is in a place, from an employer or a certain job, or None."""
    return (
        _employer(text, language, library, read) or _place(text, language, library, read) or _job(text, language, read)
    )


def _employer(text: str, language: Language, library: Library, read: _Read) -> Reading | None:
    """Of the one job of a name whether it is with an employer of the postings: "…, is it with Green Wells?"."""
    found = _patterns()["employer"][language].search(text)
    words = words_of(found["name"]) if found else []
    named = by_organisation(words, library, range(len(words))) if words else None
    if not found or not named or not named.postings:
        return None
    if any(words[n].form not in _ARTICLES for n in set(range(len(words))) - named.words):
        return None
    asked = _WHERE[language].format((found["of"] or found["told"]).strip(" ,"))
    of_one = _of_one(asked, text, read, named.postings)
    condition = Condition("organisation", found["name"].strip(), tuple(sorted(named.postings)))
    return replace(of_one, conditions=(condition,)) if of_one else None


def _place(text: str, language: Language, library: Library, read: _Read) -> Reading | None:
    found = _patterns()["place"][language].search(text)
    if not found or not _is_place(found["place"], library) or read(found["place"]).asks:  # "a job in Finance"
        return None
    of_one = _of_one(_WHERE[language].format(found["of"].strip(" ,")), text, read)
    words = words_of(found["place"])
    there = by_place(words, library, range(len(words))).postings
    return (
        replace(of_one, conditions=(Condition("location", found["place"].strip(), tuple(there)),)) if of_one else None
    )


def _job(text: str, language: Language, read: _Read) -> Reading | None:
    found = _patterns()["job"][language].search(text)
    if not found or not 0 < len(found["job"].split()) <= _MOST_WORDS or read(text).asks:
        return None
    if read(found["job"]).asks:  # "a part-time job"
        return None
    if not (found["named"] or any(is_job(word.form) for word in words_of(found["job"]))):
        return None
    of_one = _of_one(_WHERE[language].format(found["of"].strip(" ,")), text, read)
    return replace(of_one, conditions=(Condition("title", found["job"].strip()),)) if of_one else None


def _of_one(question: str, text: str, read: _Read, likely: frozenset[str] = frozenset()) -> Reading | None:
    """The reading of `text` about the one posting that `question` is about, None where it is about several or none.

    Of several the only one of those that are `likely` is meant.
    """
    reading = read(question)
    if reading.postings is not None and len(reading.postings) > 1 and len(reading.postings & likely) == 1:
        reading = reading.about(reading.postings & likely)
    if reading.postings is None or len(reading.postings) != 1 or reading.every or reading.unknown:
        return None
    return replace(
        reading, question=text, text=text, intent="fact", fields=(), conditions=(), stated=(), topic=(), aside=()
    )


def _is_place(name: str, library: Library) -> bool:
    """Whether words name a place: one of the postings', a country, or what is written as a name and is none of time."""
    words = words_of(name)
    forms = tuple(word.form for word in words)
    if not 0 < len(words) <= _MOST_WORDS or any(is_month(form) or form.isdigit() for form in forms):
        return False
    if any(form in _languages() for form in forms):
        return False
    known = by_place(words, library, range(len(words)))
    if forms in country_names() or (known.postings and len(known.words) == len(words)):  # not "Kigali still open"
        return True
    long = [part for part in name.split() if len(part) > _SHORT]
    return bool(long) and all(part[:1].isupper() for part in long)


@cache
def _languages() -> frozenset[str]:
    return frozenset(fold(name) for names in language_names().values() for name in names)


@cache
def _patterns() -> dict[str, dict[Language, re.Pattern[str]]]:
    """The expressions for both languages, made once."""
    tables = table("asking.toml")["held_against"]
    en, fr = (
        {key: "|".join(re.escape(word) for word in tables[spoken][key]) for key in tables[spoken]}
        for spoken in ("en", "fr")
    )
    end = r"\s*(?:\?|$)"
    of_en = rf"^(?:(?:{en['openings']})[ ,!]{{1,3}})?is (?P<of>(?:{en['articles']})\b.{{3,90}}?)"
    of_fr = rf"^(?:{fr['openings']})?\s?(?P<of>(?:{fr['articles']}).{{3,90}}?)"
    whole = re.IGNORECASE
    name = rf"(?P<name>[^?,]{{2,60}}?){end}"
    return {
        "employer": {
            "en": re.compile(
                rf"(?:{of_en}|^(?P<told>(?:{en['articles']})\b.{{3,90}}?),? is (?:it|that)) "
                rf"(?:(?:{en['placed']}) )*(?:at|with|for|by|from) {name}",
                whole,
            ),
            "fr": re.compile(
                rf"(?:{of_fr},? (?:{fr['is']})|^(?P<told>(?:{fr['articles']}).{{3,90}}?),? est-ce) "
                rf"(?:bien )?(?:chez|pour|par|avec) {name}",
                whole,
            ),
        },
        "place": {
            "en": re.compile(rf"{of_en} (?:(?:{en['placed']}) )*(?:in|at|near) (?P<place>[^?,]{{2,40}}?){end}", whole),
            "fr": re.compile(
                rf"{of_fr},? (?:{fr['is']}) (?:(?:{fr['placed']}) )*(?:{fr['at']}) ?(?P<place>[^?,]{{2,40}}?){end}",
                whole,
            ),
        },
        "job": {
            "en": re.compile(
                rf"{of_en} (?:{en['small']})?(?:an? (?:{en['nouns']}) (?:as|for) )?an? "
                rf"(?P<job>[\w' /-]{{3,40}}?)(?P<named> (?:{en['nouns']}))?{end}",
                whole,
            ),
            "fr": re.compile(
                rf"{of_fr},? (?:(?:{fr['is']}) (?:{fr['small']})?|(?:{fr['seeks']}) )une? "
                rf"(?P<named>(?:{fr['nouns']}) (?:de |d['’]|pour une? ))?"
                rf"(?P<job>[\w'’ /-]{{3,40}}?){end}",
                whole,
            ),
        },
    }
