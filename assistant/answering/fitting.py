"""Whether a fact is what a condition names: by its value, and for some by the words beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache

from assistant.asking.lexicon import holds, is_number, language_names, words_of
from assistant.asking.marks import is_on
from assistant.asking.other_languages import is_another
from assistant.asking.reading import Condition
from assistant.domain import Fact
from assistant.facts.named_sites import names_site
from assistant.resources import table
from assistant.text import fold

_DARIJA = "ary"  # the spoken Arabic of the Maghreb
_LICENCE_FOR_CARS = "B"
_STATED = {"degree": "degree_stated", "document": "document_value"}  # words of postings alone
# Fields whose facts are held against the name of a condition alone, by their value.
_BY_VALUE = frozenset({"language", "driving_licence", "degree", "document", "contract", "working_time"})


def fits(condition: Condition, fact: Fact) -> bool:
    """Whether a fact of its field is of the value that a condition names, or of one that does as well."""
    if not condition.value:
        return not is_another(condition) or not _is_left_out(condition, fact.value)
    if condition.others:
        return any(fits(replace(condition, value=v, others=()), fact) for v in (condition.value, *condition.others))
    if (
        condition.value in _told_by_schools()
        and condition.field == "degree"
        and _is_of_school(fact.quote, condition.value)
    ):
        return True
    if condition.field == "apply_to":
        page = "." in str(fact.value) and not any(sign in str(fact.value) for sign in "@ ")
        page = page or names_site(str(fact.value))
        return "@" in str(fact.value) if condition.value == "email" else page
    if condition.field == "subject_line":
        return is_on(condition.value, words_of(fact.quote))
    if condition.value == "freelance" and fact.field == "contract":  # a consultancy is work on one's own account
        return fact.value == "freelance" or fact.detail == "consultancy"
    if condition.field == "language" and condition.value == "ar" and fact.value == _DARIJA:
        return not condition.mine  # it is spoken Arabic, which not all who speak Arabic do
    if condition.field == "language" and condition.value == "ar" and fact.value in _kinds_of_arabic():
        return "arab" in fold(fact.quote)
    if condition.mine and condition.field == "language":  # who speaks one of a family need not speak another
        return fact.value == condition.value
    return _is_of_value(condition.field, condition.value, fact.value)


def by_value(condition: Condition) -> Callable[[object], bool] | None:
    """What tells by its value whether a fact may fit a condition; None where other things decide as well.

    A posting of which no fact may fit is to the condition as one that states nothing of its field.
    """
    named = (condition.value, *condition.others)
    if is_another(condition):
        return lambda value: not _is_left_out(condition, value)
    if condition.field not in _BY_VALUE or not condition.value or condition.mine or condition.number is not None:
        return None
    if "freelance" in named or (condition.field == "degree" and not _told_by_schools().isdisjoint(named)):
        return None
    arabic = _kinds_of_arabic() | {_DARIJA} if condition.field == "language" and "ar" in named else frozenset()
    return lambda value: value in arabic or any(_is_of_value(condition.field, name, value) for name in named)


def _is_left_out(condition: Condition, value: object) -> bool:
    """Whether a value is one of those that another is asked for than; of languages these may be hundreds."""
    if condition.field == "language":
        return value in condition.others
    return any(_is_of_value(condition.field, other, value) for other in condition.others)


def _is_of_value(field: str, name: str, value: object) -> bool:
    if field in ("document", "degree"):
        return isinstance(value, str) and is_called(value, field, name)
    if field == "driving_licence":  # a licence without a category is one for cars
        return value in (name, "yes" if name == _LICENCE_FOR_CARS else name)
    return value == name or (field == "language" and value in table("language_names.toml")["family"].get(name, ()))


@cache
def _kinds_of_arabic() -> frozenset[str]:
    """The codes of the languages that are called Arabic with a further word, "Chadian Arabic": of Darija see `fits`."""
    called = re.compile(r"arabe \w|.* arabic$")
    return frozenset(
        code
        for code, names in language_names().items()
        if code not in ("ar", _DARIJA) and any(map(called.match, names))
    )


@lru_cache(maxsize=50_000)
def is_called(value: str, name: str, key: str) -> bool:
    """Whether the value of a fact holds a phrase of the table of a name."""
    tables, words = table("asking.toml"), words_of(value)
    if name == "degree" and key in ("bachelor", "master") and holds(words, tables["university"]["advanced"]):
        return key == "master"  # an advanced university degree is no first one
    found = holds(words, [*tables[name][key], *tables[_STATED[name]].get(key, ())])
    if (name, key) == ("degree", "bac"):  # « bac+4 » is a degree of its own
        return any(last == len(words) or not is_number(words[last].form) for _, last in found)
    return bool(found)


@lru_cache(maxsize=50_000)
def _is_of_school(quote: str, key: str) -> bool:
    """« bac+5 type ingénieur »: a level whose sentence says of which kind of school it is."""
    return bool(holds(words_of(quote), table("asking.toml")["degree_quoted"][key]))


@cache
def _told_by_schools() -> frozenset[str]:
    """The degrees that a level may be where its sentence says of which kind of school it is."""
    return frozenset(table("asking.toml")["degree_quoted"])
