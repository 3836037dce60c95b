"""What a sentence claims, in a form that is the same in French and English: numbers, dates, names, turns of meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.asking.lexicon import Word, holds, tags_of, words_of
from assistant.domain import Language, Span
from assistant.facts.amounts import amounts_in
from assistant.facts.dates import dates_in
from assistant.facts.folded import folded
from assistant.facts.language_words import forms
from assistant.facts.language_words import names as names_of_languages
from assistant.resources import table

Day = tuple[int | None, int | None, int | None]  # year, month, day; None for what is not said
_TAGGED = frozenset(
    ["contract", "working_time", "driving_licence", "currency", "document", "degree", "beginners", "status", "topics"]
)
_E_MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
_PAGE = r"(?:https?|ftp|data|javascript|file|mailto):[^\s<>\"«»]{1,300}|www\.[^\s<>\"«»]{1,300}"
_DOMAIN = (
    r"(?<![\w@.])[A-Za-z0-9][\w-]{1,62}(?:\.[A-Za-z0-9][\w-]{0,62}){0,4}\.[A-Za-z]{2,12}"
    r"(?:/[^\s<>\"«»]{0,300})?(?![\w.])"
)
_LITERAL = re.compile(f"{_E_MAIL}|{_PAGE}|{_DOMAIN}")
_CODE = re.compile(r"(?<!\w)(?=[^\W\d_]{0,24}\d)(?=\d{0,24}[^\W\d_])\w{2,40}(?!\w)")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th|er|ere|re|e|eme)(?!\w)")
_NUMBER = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3}){1,3}(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,12}(?:[.,]\d{1,2}(?!\d))?"
)
_TIME = re.compile(
    r"(?<![\w,.])(\d{1,2})(?:\s?h\s?(\d{2})?(?![\w])|:(\d{2})(?!\d)(?:\s?([ap])\.?m\b)?|\s?([ap])\.?m\b|\s?heures?\b)"
)
_PAIRS = {"«": "»", "“": "”", "„": "“"}
# Words between two things in a row, or two ends of a range.
_JOINTS = frozenset(["et", "and", "a", "to", "ou", "or", "de", "of", "the", "le", "la", "l", "du", "en", "as", "well"])
_STARTS = re.compile(r"(?:^|[.!?:;«“\"(–—|\n-])\s*$")
_THOUSANDS = re.compile(r"(\d)[ \u00a0\u202f.,'’](?=\d{3}(?!\d))")


@dataclass(frozen=True)
class Claims:
    """What a text claims. `turns` are keys such as `negation`, `modality:required`, `contract:CDI`, `best`."""

    days: frozenset[Day]
    numbers: frozenset[float]
    measures: frozenset[tuple[float, str]]
    times: frozenset[str]
    turns: frozenset[str]
    languages: frozenset[str]
    literals: frozenset[str]
    names: frozenset[str]
    spoken: tuple[str, ...]  # what stands in quotation marks


def claims_of(text: str, language: Language) -> Claims:
    """The claims of a text in `language`."""
    literals = frozenset(found.rstrip(".,;:!?)*") for found in _LITERAL.findall(text))
    bare = _LITERAL.sub(" ; ", text)
    days, undated = _days(bare, language)
    times = frozenset(time for found in _TIME.finditer(folded(undated)) if (time := _time(found)))
    timeless = _TIME.sub(" ; ", undated)
    codes = frozenset(found.lower() for found in _CODE.findall(timeless) if not _ORDINAL.fullmatch(folded(found)))
    countable = _CODE.sub(lambda found: found[0] if _ORDINAL.fullmatch(folded(found[0])) else " ; ", timeless)
    words = words_of(bare)
    numbers, measures = _numbers(countable)
    return Claims(
        days=days,
        numbers=numbers,
        measures=measures,
        times=times | frozenset(key for key, names in table("writing.toml")["days"].items() if holds(words, names)),
        turns=_turns(bare, words),
        languages=_languages(bare),
        literals=literals | codes,
        names=_names(bare, words),
        spoken=tuple(place.of(text)[1:-1].strip() for place in quoted_in(text)),
    )


def unquoted(text: str) -> str:
    """A text without what stands in quotation marks."""
    for place in reversed(quoted_in(text)):
        text = f"{text[: place.start]} ; {text[place.end :]}"
    return text


def quoted_in(text: str) -> list[Span]:
    """The places of what stands in quotation marks, these included; a quote within a quote is part of it."""
    found: list[Span] = []
    depth, start, closing = 0, 0, ""
    for at, sign in enumerate(text):
        if depth and sign == closing:
            depth -= 1
            if not depth:
                found.append(Span(start, at + 1))
        elif depth and _PAIRS.get(sign) == closing:
            depth += 1
        elif not depth and (sign in _PAIRS or sign == '"'):
            depth, start, closing = 1, at, _PAIRS.get(sign, '"')
    return found


def _days(text: str, language: Language) -> tuple[frozenset[Day], str]:
    """The dates of a text, and the text without them."""
    found: set[Day] = set()
    rest = text
    for one in dates_in(text, language):
        found.add(_iso(one.iso) if one.iso else _part_of_date(text[one.start : one.end]))
        rest = rest[: one.start] + ";".ljust(one.end - one.start) + rest[one.end :]
    return frozenset(found), rest


def _iso(day: str) -> Day:
    year, month, number = (int(part) for part in day.split("-"))
    return year, month, number


def _part_of_date(text: str) -> Day:
    words = folded(text)
    month = next((number for word in re.findall(r"[^\W\d_]+", words) if (number := _months().get(word))), None)
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    year = next((n for n in numbers if n > 1000), None)
    small = [n for n in numbers if n <= 31]
    if month is None and len(small) > 1:  # 17/07
        return year, small[1], small[0]
    return year, month, small[0] if small else None


@cache
def _months() -> Mapping[str, int]:
    names: Sequence[Sequence[str]] = table("facts_dates.toml")["months"]["names"]
    return {name: number for number, alike in enumerate(names, 1) for name in alike}


def _time(found: re.Match[str]) -> str:
    hour, minute = int(found[1]), found[2] or found[3] or "00"
    half = found[4] or found[5]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return "midnight" if hour == 24 else f"{hour:02}:{minute}"


def _numbers(text: str) -> tuple[frozenset[float], frozenset[tuple[float, str]]]:
    """The numbers, in digits or words, and those of them that count something that time or shares are counted in."""
    numbers, measures = set(), set()
    plain = folded(text)
    places = [(found.end(), _value(found[0])) for found in _NUMBER.finditer(plain)]
    words = words_of(text)
    spelt = table("writing.toml")["numbers"]
    places += [(word.end, float(spelt[word.form])) for word in words if word.form in spelt]
    if holds(words, table("writing.toml")["single"]["counts"]):
        numbers.add(1.0)
    for end, value in places:
        thousands = re.match(r"\s?k(?:€|eur|\b)", plain[end : end + 5])
        numbers.add(value * 1000 if thousands else value)
        behind = words_of(plain[end : end + 24])[:2]
        for unit, names in table("writing.toml")["units"].items():
            if any(first == 0 or behind[0].form not in _JOINTS for first, _ in holds(behind, names)):
                measures.add((value, unit))
        if plain[end : end + 2].strip().startswith("%"):
            measures.add((value, "percent"))
    for money in amounts_in(text):
        ends = {end for end in (money.amount.min, money.amount.max) if end is not None}
        measures |= {(end, money.amount.per) for end in ends if money.amount.per and not money.bare}
    return frozenset(numbers), frozenset(measures)


def _value(digits: str) -> float:
    joined = _THOUSANDS.sub(r"\1", digits)
    return float(joined.replace(",", "."))


def _turns(text: str, words: Sequence[Word]) -> frozenset[str]:
    data = table("writing.toml")
    found = {f"{tag.table}:{tag.key}" for tag in tags_of(words) if tag.table in _TAGGED}
    meant = _without(words, data["negation"]["harmless"])
    found |= {key for key, names in data["turns"].items() if holds(meant, names)}
    found |= {f"currency:{code}" for sign, code in data["signs"].items() if sign in text}
    asking = table("asking.toml")
    if holds(meant, [*asking["negation"]["words"], *data["negation"]["more"]]):
        found.add("negation")
    if holds(words, [*asking["modality"]["asset"], *data["asset"]["more"]]):
        found.add("modality:asset")
    demanding = holds(meant, asking["modality"]["required"])
    if demanding:
        found.add("modality:required")
        soft = set(holds(meant, data["required"]["soft"]))
        if all(place in soft for place in demanding):
            found.add("modality:soft")
    return frozenset(found)


def _without(words: Sequence[Word], phrases: Sequence[str]) -> list[Word]:
    """The words that do not stand in any of the phrases."""
    inside = {at for first, last in holds(words, phrases) for at in range(first, last)}
    return [word for at, word in enumerate(words) if at not in inside]


def _languages(text: str) -> frozenset[str]:
    codes: set[str] = set()
    for found in names_of_languages().finditer(folded(text)):
        codes |= set(forms().get(found[0].lstrip("وب"), forms().get(found[0], {})).values())
    return frozenset(codes)


def around_languages(text: str) -> list[tuple[frozenset[str], str]]:
    """Each language (codes) that a text names, with the words around it up to those named before and behind.

    Languages in a row, with nothing but « et » and the like between them, have the same words around them.
    """
    plain = folded(text)
    found = [(found.start(), found.end(), _languages(found[0])) for found in names_of_languages().finditer(plain)]
    rows: list[tuple[int, int, frozenset[str]]] = []
    for start, end, codes in found:
        between = words_of(plain[rows[-1][1] : start]) if rows else []
        if rows and all(word.form in _JOINTS for word in between):
            rows[-1] = (rows[-1][0], end, rows[-1][2] | codes)
        else:
            rows.append((start, end, codes))
    befores = [0, *(end for _, end, _ in rows)]
    behinds = [*(start for start, _, _ in rows[1:]), len(text)]
    return [(codes, text[before:behind]) for (_, _, codes), before, behind in zip(rows, befores, behinds, strict=False)]


def _names(text: str, words: Sequence[Word]) -> frozenset[str]:
    """The words with a capital within a sentence, and those all in capitals; `^` marks one that begins one."""
    known = {at for tag in tags_of(words) if tag.table in _TAGGED for at in range(tag.first, tag.last)}
    languages = {word for found in names_of_languages().finditer(folded(text)) for word in found[0].split()}
    found = set()
    for at, word in enumerate(words):
        written = text[word.start : word.end]
        if not word.capital or len(written) < 2 or at in known or word.form in languages or word.form in _months():
            continue
        first = _STARTS.search(text[max(0, word.start - 3) : word.start]) is not None or word.start == 0
        found.add(word.form if not first or written.isupper() else f"^{word.form}")
    return frozenset(found)
