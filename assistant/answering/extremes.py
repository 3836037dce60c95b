"""The nearest deadline, the best pay: only among what can be compared, the rest named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from assistant.answering.degree_levels import by_level
from assistant.answering.draft import LISTED, Draft
from assistant.answering.lengths import days_of
from assistant.answering.phrases import thing
from assistant.answering.single import mind_closed
from assistant.answering.values import date_of, value_of
from assistant.answering.verdicts import deadline_fact
from assistant.asking.in_order import asks_for_several
from assistant.asking.lexicon import holds, tags_of, words_of
from assistant.asking.numbers import period_of
from assistant.asking.reading import Asked, Reading
from assistant.domain import Amount, Answer, Fact, FactField, Years
from assistant.facts.starts import date_or_month
from assistant.library import Library
from assistant.resources import table

_BEHIND = 4  # postings named behind the first
_OTHERS = {"start": "other_start", "degree": "other_degree", "deadline": "other_closed", "pay": "other_unit"}
_BOTH = 2  # of two that are compared both are told
_FIELDS: dict[str, FactField] = {
    "deadline": "deadline",
    "pay": "pay",
    "experience": "experience_years",
    "start": "start",
    "duration": "duration",
    "hours": "working_time",
    "languages": "language",
    "degree": "degree",
}


def field_of(extreme_key: str) -> FactField:
    """The field whose values an extreme such as "experience_least" ranks."""
    return _FIELDS[extreme_key.partition("_")[0]]


def extreme(reading: Reading, library: Library, today: date, postings: Sequence[str]) -> Answer:
    """The posting at the end that was asked for, with those of the same value."""
    draft = Draft(reading, library, today)
    what, end = reading.extreme.split("_")
    several = asks_for_several(reading.text)
    field = field_of(reading.extreme)
    key = ""
    if what == "start":
        ranked, others = _starts(library, postings)
    elif what == "degree":
        ranked, others = by_level(library, postings)
    elif what == "languages":
        weight = _weight(reading)
        ranked, others = _languages(library, postings, weight), []
        key = f"extreme_languages_plus_{end}" if weight == "asset" else ""
    elif what == "deadline":
        ranked, others, key = _deadlines(library, today, postings, end)
        others = others if several or len(postings) == _BOTH else []
    else:
        ranked, others = _numbers(library, postings, field, _unit_asked(reading) if what == "pay" else _ANY, end)
    if not ranked:
        draft.say("extreme_none", checked=len(postings), thing=thing(reading.language, field, negated=True))
        return draft.finish("ranking", len(postings))
    best = max(number for number, _ in ranked) if end == "most" else min(number for number, _ in ranked)
    winners = [fact for number, fact in ranked if number == best]
    draft.say(key or f"extreme_{reading.extreme}", checked=len(postings))
    _items(draft, winners, match=True)
    behind = sorted((pair for pair in ranked if pair[0] != best), key=lambda pair: pair[0], reverse=end == "most")
    in_full = several or len(postings) == _BOTH
    _rest(draft, "extreme_rest", [fact for _, fact in behind], in_full=in_full)
    _rest(draft, _OTHERS.get(what, "other_number"), others, in_full=in_full)
    for posting in (p for p in postings if not library.facts_of(p, field)):
        draft.leave_open(posting, thing(reading.language, field))
    mind_closed(draft, [fact.posting for fact in winners])
    return draft.finish("ranking", len(postings))


Ranked = list[tuple[float, Fact]]
Unit = tuple[frozenset[str], str]  # the currencies and the period that a pay may have
_ANY: Unit = (frozenset(), "")


def _rest(draft: Draft, key: str, facts: Sequence[Fact], *, in_full: bool) -> None:
    """The postings behind the one that was asked for: by their names, or each `in_full` with what it states."""
    if not facts:
        return
    draft.say(key)
    if in_full:
        _items(draft, facts[:LISTED], match=False)
        draft.say_how_many_more(len(facts))
        return
    for fact in facts[:_BEHIND]:
        draft.say("item_bare", posting=draft.name(fact.posting))
    if len(facts) > _BEHIND:
        draft.say("others_one" if len(facts) == _BEHIND + 1 else "others_many", count=len(facts) - _BEHIND)


def _unit_asked(reading: Reading) -> Unit:
    """The currencies and the period that are named: "the highest yearly salary in euros"."""
    named = {c.value for c in reading.conditions if c.field == "pay" and c.value}
    bare = table("asking.toml")["bare_currency"]
    return frozenset(code for name in named for code in bare.get(name, [name])), period_of(words_of(reading.text))


def _deadlines(library: Library, today: date, postings: Sequence[str], end: str) -> tuple[Ranked, list[Fact], str]:
    facts = [fact for posting in postings if (fact := deadline_fact(posting, library))]
    dated = [(float(when.toordinal()), fact) for fact in facts if (when := date_of(fact))]
    coming = [(number, fact) for number, fact in dated if number >= today.toordinal()]
    if coming or not dated:
        return coming, [fact for number, fact in dated if number < today.toordinal()], ""
    if len(postings) == _BOTH == len(dated):  # of two that are named it is asked which was first, closed or not
        return dated, [], ""
    last = max(number for number, _ in dated)
    return [(number, fact) for number, fact in dated if number == last], [], "all_closed" if end == "least" else ""


def _weight(reading: Reading) -> Asked:
    """What the languages are to be that are counted: "the most languages as a plus", « exigées ou souhaitées »."""
    if reading.extreme.partition("_")[0] != "languages":
        return "required"
    words = words_of(reading.text)
    marks = {tag.key for tag in tags_of(words) if tag.table == "modality"}
    if "asset" not in marks:
        return "required"
    return "any" if "required" in marks and holds(words, ["ou", "or", "et", "and"]) else "asset"


def _languages(library: Library, postings: Sequence[str], weight: Asked) -> Ranked:
    """How many languages each posting asks for, with the first of them."""
    asked = {posting: _asked(library, posting, weight) for posting in postings}
    return [(float(len({fact.value for fact in facts})), facts[0]) for facts in asked.values() if facts]


def _asked(library: Library, posting: str, weight: Asked) -> list[Fact]:
    facts = library.facts_of(posting, "language")
    return [fact for fact in facts if weight == "any" or (fact.modality == "asset") == (weight == "asset")]


def _starts(library: Library, postings: Sequence[str]) -> tuple[Ranked, list[Fact]]:
    """The first day that each posting may start, and the starts that name none."""
    ranked, others = [], []
    for posting in postings:
        facts = library.facts_of(posting, "start")
        dated = [(when.first, f) for f in facts if (when := date_or_month(f))]
        if dated:
            first, fact = min(dated, key=lambda pair: pair[0])
            ranked.append((float(first.toordinal()), fact))
        else:
            others += facts[:1]
    return ranked, others


def _numbers(
    library: Library, postings: Sequence[str], field: FactField, asked: Unit, end: str
) -> tuple[Ranked, list[Fact]]:
    """One number a posting, its highest or lowest; amounts of one currency and period: those asked, or the usual."""
    facts = {posting: library.facts_of(posting, field) for posting in postings}
    units = Counter(unit for found in facts.values() for unit in {_unit(fact) for fact in found})
    if not units:
        return [], []
    common = max(units, key=lambda unit: (_is_of(unit, asked), units[unit]))
    ranked, others = [], []
    for found in (found for found in facts.values() if found):
        alike = [(n, fact) for fact in found if _unit(fact) == common and (n := _number(fact)) is not None]
        if not alike:
            others += [] if asked != _ANY and _is_of(common, asked) else found[:1]
        else:
            ranked.append((max if end == "most" else min)(alike, key=lambda pair: pair[0]))
    return ranked, others


def _is_of(unit: tuple[str | None, str | None], asked: Unit) -> bool:
    currencies, period = asked
    return (not currencies or unit[0] in currencies) and period in ("", unit[1])


def _unit(fact: Fact) -> tuple[str | None, str | None]:
    return (fact.value.currency, fact.value.per) if isinstance(fact.value, Amount) else (None, None)


def _number(fact: Fact) -> float | None:
    if isinstance(fact.value, Amount):
        return fact.value.max if fact.value.max is not None else fact.value.min
    if isinstance(fact.value, Years):
        return fact.value.min
    if fact.field == "duration":
        days = days_of(str(fact.value))
        return days[1] if days else None
    hours = re.search(r"(\d{1,2})(?: ?h ?| heures? | hours?)?(\d{2})?(?:[.,](\d))?", fact.detail)
    return float(hours[1]) + float(hours[2] or 0) / 60 + float(hours[3] or 0) / 10 if hours else None


def _items(draft: Draft, facts: Sequence[Fact], *, match: bool) -> None:
    for fact in facts:
        languages = fact.field == "language"
        told = _asked(draft.library, fact.posting, _weight(draft.reading)) if languages else [fact]
        value = ", ".join(dict.fromkeys(value_of(draft.language, each) for each in told))
        draft.say("cell", [draft.quote(each) for each in told], posting=draft.name(fact.posting), value=value)
        if match:
            draft.match(fact.posting, "stated")
