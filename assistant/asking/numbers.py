"""The numbers that a question sets as conditions: years of experience, pay, hours, and how long the work goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from assistant.asking.lexicon import Tag, Word, holds
from assistant.asking.number import ONE, Number, numbers_in
from assistant.asking.reading import Asked, Condition
from assistant.asking.sides import is_not_demanded, on_its_side
from assistant.resources import table

_NEAR = 4  # words between "only" and a number
_RANGE = 2  # words from the first number of "3 to 5" to the second
_PER_WEEK = 5  # words between a number of days and the week that they are of
_OF_CONTRACTS = ("month", "week", "day")
_UNITS = ("day", "week", "month", "year")
_LEAST_PAY = 10
_ENDING = ("CDD", "volunteer", "internship", "freelance", "temporary", "apprenticeship")
_GROWN = 16  # years of age
_A_CAREER = 35  # years of experience that nobody demands
_AT_SCHOOL = 10  # years of those who may have left it
_YEARS = range(1900, 2100)
_Bound = Literal["min", "max", "is"]


def numbers_of(words: Sequence[Word], tags: Sequence[Tag]) -> list[Condition]:
    """Years of experience, amounts of pay, hours and lengths that the question names."""
    fields = {tag.key for tag in tags if tag.table == "fields"}
    numbers = numbers_in(words)
    found = ((number, _condition(number, words, fields, tags)) for number in numbers)
    kept = _once([on_its_side(condition, number, words, tags) for number, condition in found if condition])
    kept = _between(kept, words)
    if len([c for c in kept if c.field == "pay"]) > 1 and (own := _earned(numbers, words)):
        kept = [c for c in kept if c.field != "pay" or c.number not in own]  # « je gagne 2000 € : qui en offre 2500 ? »
    if holds(words, table("asking.toml")["number"]["languages"]["several"]):
        kept.append(Condition("language", "", (), _weight(tags), number=2, bound="min"))
    if demanded := _demanded(numbers, words, tags):
        kept = [c for c in kept if c.field != "experience_years"]
        return [*kept, *(_asked_for(number, words, tags) for number in demanded)]
    return kept


def _between(found: Sequence[Condition], words: Sequence[Word]) -> list[Condition]:
    """« Entre six mois et un an »: two lengths, each with a unit of its own, are the least and the most."""
    lengths = [c for c in found if c.field == "duration"]
    exact = len(lengths) == 2 and all(c.bound == "is" for c in lengths) and lengths[0].period != lengths[1].period
    if not exact or not holds(words, table("asking.toml")["number"]["between"]):
        return list(found)
    ends: dict[Condition, _Bound] = {lengths[0]: "min", lengths[1]: "max"}
    return [replace(c, bound=ends.get(c, c.bound)) for c in found]


def _once(conditions: Sequence[Condition]) -> list[Condition]:
    """The conditions without a length that says another one again: « un an (12 mois) »."""
    kept: list[Condition] = []
    for condition in conditions:
        lengths = [_months(other) for other in kept if other.bound == condition.bound == "is"]
        if condition.field != "duration" or not _months(condition) or _months(condition) not in lengths:
            kept.append(condition)
    return kept


def _months(condition: Condition) -> float:
    """The months of a length, nothing for one that is counted in shorter times."""
    length = condition.number if condition.field == "duration" else None
    return (length or 0.0) * {"year": 12, "month": 1}.get(condition.period, 0)


def _earned(numbers: Sequence[Number], words: Sequence[Word]) -> list[float]:
    """The amounts that one earns now, of whom others are asked for."""
    earning = table("asking.toml")["number"]["earning"]
    return [n.value for n in numbers if not n.end and holds(words[max(0, n.at - _NEAR) : n.at], earning)]


def _asked_for(number: Number, words: Sequence[Word], tags: Sequence[Tag]) -> Condition:
    bound, strict, denied = number.bound(words), number.is_strict(words), is_not_demanded(number, words, tags)
    limited = strict or bound == "max" or number.is_limit(words) or number.is_refused(words) or denied
    side: _Bound = bound if limited else "is"
    return Condition("experience_years", "", (), "required", denied, number.value, side, strict=strict)


def _demanded(numbers: Sequence[Number], words: Sequence[Word], tags: Sequence[Tag]) -> list[Number]:
    """« j'ai deux ans d'expérience : qui en demande trois ou plus ? »: the numbers asked for, not one's own."""
    tables = table("asking.toml")
    if not _is_mine(words):
        return []
    asked_of = [*tables["number"]["asked_of"], *tables["postings"]["plural"]]
    marks = [tag.last for tag in tags if (tag.table, tag.key) == ("modality", "required")]
    of_years = any(tag.key == "experience_years" for tag in tags)
    of_years = of_years or any(_is_of_years(n, words) for n in numbers)
    found: list[Number] = []
    for number in numbers:
        if found and number.end == "max" and number.at - found[-1].at == _RANGE:
            found.append(number)
            continue
        mark = max((m for m in marks if 0 <= number.at - m <= _NEAR), default=None)
        if mark is None or not of_years or not _counts_years(number, words):
            continue
        begun = max((first for first, last in holds(words[:mark], asked_of)), default=None)
        ends = next((n for n in range(number.at + 1, len(words)) if words[n].apart), len(words))
        between = any(word.apart for word in words[mark + 1 : number.at + 1])
        if begun is not None and not between and not _is_mine(words[begun:ends]):
            found.append(number)
    return found


def _is_of_years(number: Number, words: Sequence[Word]) -> bool:
    years = table("asking.toml")["number"]["years"]
    return any(word.form in years for word in words[number.last + 1 : number.last + 2])


def _counts_years(number: Number, words: Sequence[Word]) -> bool:
    """Whether a number says that it is one of years, or nothing of what it counts: "three or more"."""
    tables = table("asking.toml")["number"]
    behind = words[number.last + 1 :]
    past = max((last for first, last in holds(behind[:3], tables["or_more"]) if not first), default=0)
    following = (*tables["years"], "experience", *tables["of_it"], *tables["to"])
    return not behind[past:] or behind[past].apart or behind[past].form in following


def _condition(number: Number, words: Sequence[Word], fields: set[str], tags: Sequence[Tag]) -> Condition | None:
    if lasting := _lasting(number, words, fields, tags):
        return lasting
    if number.at and words[number.at - 1].form == "bac":
        return None
    between = table("asking.toml")["number"]["single"]  # "two or more years", « une seule année »
    after = [w.form for w in words[number.last + 1 : number.last + 4] if w.form not in between]
    is_years = bool(after) and after[0] in table("asking.toml")["number"]["years"]
    bound, strict = number.bound(words), number.is_strict(words)
    of_experience = "experience_years" in fields or not fields
    if _counts_languages(number, words, after, strict=strict):
        denied = is_not_demanded(number, words, tags)
        limited = denied or strict or bound == "max" or number.is_limit(words)
        of_it: _Bound = bound if limited else "is"
        return Condition("language", "", (), _weight(tags), denied, number.value, of_it, strict=strict)
    if is_years and (_is_age(number, words) or number.value >= _A_CAREER):
        return None  # « à 52 ans, je suis hors course ? »
    if is_years and words[number.at].form in ONE and "experience_years" not in fields:
        return None  # "how many days of holiday a year?"
    if is_years and len(after) > 1 and after[1] in table("asking.toml")["number"]["taught"]:
        return None  # "a five-year degree"
    if is_years and of_experience and "duration" not in fields:
        asked = _weight(tags)
        mine = _is_mine(words) or bool(holds(words, table("asking.toml")["number"]["within_reach"]))
        limited = mine or strict or bound == "max" or number.is_limit(words) or number.is_refused(words)
        if number.is_the_least(words):
            limited = mine = strict = False
        denied = not mine and is_not_demanded(number, words, tags)
        side: _Bound = bound if limited or denied else "is"  # « demandent trois ans »
        years = Condition("experience_years", "", (), asked, number=number.value, bound=side, mine=mine, strict=strict)
        return replace(years, negated=denied)
    if fields & {"working_time"} and _counts_hours(words[number.at], after):
        exact: _Bound = bound if number.is_limit(words) else "is"
        return Condition("working_time", number=number.value, bound=exact, strict=strict)
    if _is_pay(number, words, fields, tags):
        currency = next((tag.key for tag in tags if tag.table == "currency"), "")
        return Condition("pay", currency, number=number.value, bound=bound, period=period_of(words), strict=strict)
    return None


def _weight(tags: Sequence[Tag]) -> Asked:
    return "asset" if any(tag.table == "modality" and tag.key == "asset" for tag in tags) else "required"


def _counts_languages(number: Number, words: Sequence[Word], after: Sequence[str], *, strict: bool) -> bool:
    """Whether a number is one of languages: "at least two languages", but not « deux langues étrangères ».

    Of one language alone nothing is counted, unless there is to be no other, or more than that.
    """
    counted = table("asking.toml")["number"]["languages"]
    if holds(words[max(0, number.at - _NEAR) : number.at], counted["own"]):
        return False
    if not after or after[0] not in counted["words"] or (len(after) > 1 and after[1] in counted["of_a_kind"]):
        return False
    return number.value > 1 or strict or number.bound(words) == "max"


def _is_age(number: Number, words: Sequence[Word]) -> bool:
    """« J'ai (eu) 50 ans », "I am 50 years old", « arrêté l'école à 16 ans »: the age of the person."""
    forms = [word.form for word in words]
    behind = forms[number.last + 2] if number.last + 2 < len(forms) else ""
    if behind == "old":
        return True
    ages = table("asking.toml")["number"]["ages"]
    told = {"ai", "aurai"} & set(forms[max(0, number.at - 2) : number.at])
    at_school = forms[number.at - 1 : number.at] == ["a"] and {"ecole", "etudes", "lycee", "college"} & {*forms}
    return number.value >= (_AT_SCHOOL if at_school else _GROWN) and bool(told or at_school) and behind not in ages


def _is_pay(number: Number, words: Sequence[Word], fields: set[str], tags: Sequence[Tag]) -> bool:
    """Whether a number is an amount of pay: « la coupe du monde 2018 » names a year."""
    if any(t.table == "currency" and t.first == number.last + 1 for t in tags):
        return number.value >= _LEAST_PAY
    named = number.is_limit(words) or period_of(words) or any(t.table == "currency" for t in tags)
    return bool(fields & {"pay"}) and number.value >= _LEAST_PAY and (bool(named) or number.value not in _YEARS)


def _lasting(number: Number, words: Sequence[Word], fields: set[str], tags: Sequence[Tag]) -> Condition | None:
    """« des contrats de 12 mois ou plus »: how long the work goes on."""
    tables = table("asking.toml")["lasting"]
    after = words[number.last + 1].form if number.last + 1 < len(words) else ""
    period = next((unit for unit in _UNITS if after in tables[unit]), "")
    measured = fields & {"experience_years", "working_time"} or (fields & {"pay"} and period == "year")
    other = measured or any(t.table in ("window", "beginners") for t in tags)
    said = holds(words, tables["words"]) or (period in _OF_CONTRACTS and _is_of_work(number, words, tags))
    said = said or (period == "year" and _is_of_contract(tags))
    if not period or other or not said or _is_mine(words):
        return None
    behind = words[number.last + 1 : number.last + 2 + _PER_WEEK]
    before = {word.form for word in words[max(0, number.at - _PER_WEEK) : number.at]}
    if period == "day" and holds(behind, table("asking.toml")["number"]["per_week"]):
        return None  # "two days of telework a week"
    if words[number.at].form in ONE and before & {"day", "days"}:
        return None  # … of which "a week" is no length either
    near = number.around(words)
    numbers = table("asking.toml")["number"]
    least = holds(near, [*tables["at_least"], *numbers["at_least"]])
    most = holds(near, [*tables["at_most"], *numbers["at_most"]]) and not holds(near, ["au moins", "at least"])
    beyond = holds(words[max(0, number.at - 4) : number.at + 1], tables["strictly"])
    strict = number.is_strict(words) or (bool(beyond) and not holds(near, ["au moins", "at least"]))
    bound: _Bound = number.end or ("max" if most else "min" if least else "is")
    return Condition("duration", number=number.value, bound=bound, strict=strict, period=period)


def _is_of_work(number: Number, words: Sequence[Word], tags: Sequence[Tag]) -> bool:
    """Whether a length with its limit is of no other thing: "jobs of more than 24 months", but "25 days of leave"."""
    others = table("asking.toml")["lasting"]["bare_beside"]
    things = [tag for tag in tags if tag.table == "topics" and tag.key not in others]
    return number.is_limit(words) and not things and not holds(words, table("asking.toml")["lasting"]["of_others"])


def _is_of_contract(tags: Sequence[Tag]) -> bool:
    """Whether years are those of a contract that ends: « un volontariat, un an minimum », where nothing is demanded."""
    demands = any((tag.table, tag.key) == ("modality", "required") for tag in tags)
    return not demands and any(tag.table == "contract" and tag.key in _ENDING for tag in tags)


def _counts_hours(word: Word, after: Sequence[str]) -> bool:
    """Whether a number is one of hours: « 39h », "39 hours"."""
    return word.form.endswith("h") or (bool(after) and after[0] in table("asking.toml")["hours"]["units"])


def _is_mine(words: Sequence[Word]) -> bool:
    return bool(holds(words, table("asking.toml")["number"]["mine"]))


def period_of(words: Sequence[Word]) -> str:
    """The period that the question names for a pay: "month" and the like; nothing where it names none, or several."""
    named = [period for period, phrases in table("asking.toml")["period"].items() if holds(words, phrases)]
    return named[0] if len(named) == 1 else ""
