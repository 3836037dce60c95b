"""Conditions as predicates: « exigent le tamazight », "are part-time and require English"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from assistant.answering.located import located
from assistant.answering.needless import is_needless
from assistant.answering.values import day, language_name, money, words, years
from assistant.asking.closer import closer_name
from assistant.asking.other_languages import class_of, is_another
from assistant.asking.ranges import NO_YEAR, Window
from assistant.asking.reading import BEGINNERS, Condition, Reading
from assistant.asking.topical import either
from assistant.domain import Language, Years
from assistant.resources import table
from assistant.topics import is_branch, topics
from assistant.wording import elided, say

Form = Literal["one", "many", "none"]
_FORMS: dict[Form, int] = {"one": 0, "many": 1, "none": 2}


def predicate(reading: Reading, form: Form) -> str:
    """All that a set was asked for as one predicate; `none` is what stands behind « aucune » and "none of the"."""
    language = reading.language
    parts = [
        *([_verb(language, "location", form, value=_located(language, reading.places))] if reading.places else ()),
        *(
            [_verb(language, "organisation", form, value=" / ".join(reading.organisations))]
            if reading.organisations
            else ()
        ),
        *_condition_phrases(reading, form),
        *([_verb(language, _topic_verb(reading), form, value=_topic(reading))] if reading.topic else ()),
    ]
    joined = f" {say(language, 'and')} "
    return joined.join(dict.fromkeys(parts))


def _topic(reading: Reading) -> str:
    """What a topic is called, its parts joined where either will do: "pastry chef or baker"."""
    joined = f" {say(reading.language, 'or')} "
    return joined.join(map(" ".join, either(reading))) or " ".join(reading.topic)


def _topic_verb(reading: Reading) -> str:
    if reading.topical in ("experience", "demanded"):  # of what has been left of the demands is said that they are one
        return "not_experience_in" if reading.denied else f"{reading.topical}_in"
    if is_needless(reading):
        return "not_topic_asked"
    return "not_topic" if reading.denied else "topic"


def _located(language: Language, places: Sequence[str]) -> str:
    return " / ".join(located(language, place) for place in places)


def _condition_phrases(reading: Reading, form: Form) -> list[str]:
    """The conditions as predicates, those of one verb together: « exigent l'anglais et l'arabe »."""
    language = reading.language
    alike: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for condition in (c for c in reading.conditions if not c.or_else):
        key, values = _key(language, condition)
        alike.setdefault((key, *sorted(values)), []).append(values)
    joined = f" {say(language, 'and')} "
    return [
        _verb(language, names[0], form, **{name: joined.join(v[name] for v in values) for name in names[1:]})
        for names, values in alike.items()
    ] + [_either_phrase(language, condition, form) for condition in reading.conditions if condition.or_else]


def _either_phrase(language: Language, condition: Condition, form: Form) -> str:
    """Conditions of which any will do: « sont à temps partiel ou exigent l'anglais »."""
    each = (replace(condition, or_else=()), *condition.or_else)
    return f" {say(language, 'or')} ".join(condition_phrase(language, one, form) for one in each)


def condition_phrase(language: Language, condition: Condition, form: Form) -> str:
    """One condition as a predicate."""
    key, values = _key(language, condition)
    return _verb(language, key, form, **values)


def thing(language: Language, name: str, *, negated: bool = False, per: str = "") -> str:
    """A field or document as a thing that a posting states; behind a French negation it has another article."""
    period = words(language, "per").get(per, "")
    found = table("wording.toml")[language]["thing"][name][1 if negated else 0]
    return str(found).format(per=f" {period}" if period else "")


def _verb(language: Language, key: str, form: Form, **values: str) -> str:
    sentence = str(table("wording.toml")[language]["verb"][key][_FORMS[form]])
    said = sentence.format(**values)
    return elided(said) if language == "fr" else said


def _key(language: Language, condition: Condition) -> tuple[str, dict[str, str]]:
    """The verb of a condition, and what is filled into it; a negated one has a verb of its own."""
    key, values = _plain_key(language, condition)
    if not condition.negated:
        return key, values
    if condition.outright and condition.field == "mention":
        return "denied", values
    return f"not_{key}", values


def _plain_key(language: Language, condition: Condition) -> tuple[str, dict[str, str]]:
    if condition.field == "status":
        return condition.value, {}
    if condition.value == BEGINNERS:
        return "beginners", {}
    if condition.field == "mention":
        name, more = str(topics()[condition.value]["name"][language]), [o for o in condition.others if o in topics()]
        codes = condition.others if condition.value != "citizenship" else ()  # there they are all names of a people
        names = [name, *(str(topics()[other]["name"][language]) for other in more)]
        told = f" {say(language, 'or')} ".join(names) if more else " ".join([name, *codes])
        verb = "branch" if is_branch(condition.value) else "mention"
        return verb, {"value": closer_name(condition, language) or told}
    if condition.window:
        if condition.field == "deadline" and condition.window.kind == "since" and condition.window.day:
            return "open_window", {"value": _day(language, condition.window.day)}  # it closes on that day or later
        key = "start_window" if condition.field == "start" else "window"
        return key, {"value": when_said(language, condition.window)}
    if condition.field == "location" and condition.value:
        return "location", {"value": located(language, condition.value)}
    if condition.field == "title" and condition.outright:
        return "titled", {"value": f" {say(language, 'or')} ".join((condition.value, *condition.others))}
    if condition.field in ("organisation", "title") and condition.value:
        return condition.field, {"value": condition.value}
    if condition.number is not None:
        return _number(language, condition)
    if condition.field in ("contract", "working_time") and condition.value:
        named = words(language, "value")
        value = f" {say(language, 'or')} ".join(named[each] for each in (condition.value, *condition.others))
        return condition.field, {"value": value, "value_not": value}
    if condition.field == "pay" and condition.value:
        named = words(language, "currencies")
        kinds = (named.get(value, value) for value in (condition.value, *condition.others))
        return "currency", {"value": f" {say(language, 'or')} ".join(kinds)}
    if condition.field == "written":
        return "written", {"value": words(language, "tongue")[condition.value]}
    if condition.mine:
        spoken = [language_name(language, code) for code in (condition.value, *condition.others)]
        name = (
            f" {say(language, 'and')} ".join(spoken) if condition.field == "language" else _thing(language, condition)
        )
        return f"{condition.field}_mine", {"value": name}
    asked = condition.asked
    stated = condition.field not in ("language", "driving_licence", "degree", "experience_years", "document")
    # Asked for both, the postings that require come first and those that call it a plus under a heading of their own.
    key = "stated" if stated and asked != "asset" else "required" if asked == "both" else asked
    if condition.negated and asked == "both":
        key = "any"
    return key, {"thing": _thing(language, condition), "thing_not": _thing(language, condition, negated=True)}


def _number(language: Language, condition: Condition) -> tuple[str, dict[str, str]]:
    """A condition on years, on hours or on an amount."""
    if condition.field == "experience_years":
        return _experience(language, condition)
    if condition.field == "duration":
        unit = words(language, "unit" if condition.number == 1 else "units")[condition.period]
        number = f"{condition.number:g} {unit}"
        if condition.bound == "is":
            return "duration", {"value": number}
        return "duration", {"value": _limited(language, condition, number)}
    if condition.field == "language":
        number = f"{condition.number:g} {words(language, 'unit' if condition.number == 1 else 'units')['language']}"
        value = number if condition.bound == "is" else _limited(language, condition, number)
        return "asset" if condition.asked == "asset" else "required", {"thing": value, "thing_not": value}
    if condition.field == "working_time":
        number = f"{condition.number:g}"
        return "hours", {"value": number if condition.bound == "is" else _limited(language, condition, number)}
    number = " ".join(part for part in (money(language, condition.number or 0.0), condition.value) if part)
    return "pay", {"value": _at(language, condition, number, condition.period)}


def _experience(language: Language, condition: Condition) -> tuple[str, dict[str, str]]:
    number = condition.number or 0.0
    if condition.mine:
        return "experience_mine", {"value": years(language, Years(number, number))}
    exact, least = Years(number, number), Years(number)
    value = years(language, {"min": least, "max": Years(None, number), "is": exact}[condition.bound])
    if condition.strict:
        value = _limited(language, condition, years(language, Years(number, number)))
    return ("experience_asset" if condition.asked == "asset" else "experience"), {"value": value}


def when_said(language: Language, window: Window) -> str:
    """A stretch of time in words."""
    said = words(language, "window")
    if window.kind == "in_month" and window.day:
        month = table("wording.toml")[language]["months"]["names"][window.day.month - 1]
        return said["in_month"].format(month=f"{month} {window.day.year}" if window.year else month)
    day, end = (_day(language, when) if when else "" for when in (window.day, window.end))
    kind = "to" if window.kind == "between" and not day else window.kind
    return said[kind].format(day=day, days=window.days, end=end)


def _day(language: Language, when: date) -> str:
    """A day in words, one whose year was not said without it."""
    said = day(language, when)
    return said.removesuffix(f" {NO_YEAR}") if when.year == NO_YEAR else said


def _at(language: Language, condition: Condition, number: str, period: str) -> str:
    per = words(language, "per").get(period, "")
    return " ".join(part for part in (_limited(language, condition, number), per) if part)


def _limited(language: Language, condition: Condition, number: str) -> str:
    """A number with the side of it that is asked for: "at least 30"."""
    least, most = ("more_than", "less_than") if condition.strict else ("at_least", "at_most")
    return words(language, "value")[least if condition.bound == "min" else most].format(number=number)


def _thing(language: Language, condition: Condition, *, negated: bool = False) -> str:
    if is_another(condition):
        return _another(language, condition, negated=negated)
    order = table("asking.toml")["degree_levels"]["order"]
    above = tuple(order[order.index(condition.value) + 1 :]) if condition.value in order else ()
    if above and condition.others == above:  # « une licence ou plus »
        return f"{_thing(language, replace(condition, others=()), negated=negated)} {say(language, 'or_higher')}"
    if condition.value in order and condition.others == tuple(reversed(order[: order.index(condition.value)])) != ():
        return f"{_thing(language, replace(condition, others=()), negated=negated)} {say(language, 'or_lower')}"
    if condition.others:
        one_by_one = (replace(condition, value=v, others=()) for v in (condition.value, *condition.others))
        return f" {say(language, 'or')} ".join(_thing(language, one, negated=negated) for one in one_by_one)
    if condition.field == "language" and condition.value:
        return language_name(language, condition.value)
    return thing(language, condition.value or condition.field, negated=negated, per=condition.period)


def _another(language: Language, condition: Condition, *, negated: bool) -> str:
    """ "A language other than French and English", « une langue locale »."""
    one = thing(language, condition.field, negated=negated)
    if name := class_of(condition):
        return say(language, f"{name}_language", thing=one)
    plain = (replace(condition, value=key, others=()) for key in condition.others)
    names = [_thing(language, each) for each in plain]
    return say(language, f"other_{condition.field}_than", thing=one, names=f" {say(language, 'and')} ".join(names))
