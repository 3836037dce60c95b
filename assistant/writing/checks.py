"""Whether what a model says is borne out by what it stands on. A doubt is a no: the extractive statement is there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from assistant.asking.lexicon import Word, holds, words_of
from assistant.domain import Fact, Language
from assistant.facts import facts_of
from assistant.facts.folded import folded
from assistant.glossary import groups_of
from assistant.readers.content import Content
from assistant.reading import posting_of
from assistant.relevance import borne_out, telling
from assistant.resources import table
from assistant.text import fold
from assistant.topics import topics
from assistant.writing.claims import Claims, Day, around_languages, claims_of
from assistant.writing.support import Support

_WEIGHED = frozenset({"language", "driving_licence", "degree", "experience_years", "document"})
_BY_VALUE = frozenset({"language", "document"})  # of the others, a posting speaks of one alone
_ASKING = frozenset({"profile", "skills"})  # sections in which a bare mention is a demand
_ALIKE_FROM = 5  # letters of a name from which it may be spelt in another way
_COGNATE = 6  # letters that a name and its translation share
_SHARE = 0.34  # of the telling words of a statement, what its quotes must hold
# A posting may praise itself and give orders: only in quotation marks, never as something that we say.
_OPINIONS = frozenset(["best", "worst", "great", "ideal", "advice", "orders", "guaranteed"])
LEFT_OUT = "a negation left out"
_FEW = 3  # telling words from which a share says something


def faults(text: str, language: Language, supports: Sequence[Support], known: Collection[str] = ()) -> list[str]:
    """What of a statement is not borne out by all that it stands on together; nothing is what passes.

    `known` are words (folded) that are names even where they begin a sentence.
    """
    claims = claims_of(text, language)
    found = [*unborne(claims, supports, known), *_literal(claims, supports), *weight_faults(text, claims, supports)]
    return found or [*_ungrounded(text, language, supports)]


def unborne(claims: Claims, supports: Sequence[Support], known: Collection[str] = ()) -> Iterator[str]:
    """The claims that none of the supports makes."""
    days = [day for s in supports for day in s.claims.days]
    yield from (f"date {day}" for day in claims.days if not any(_same_day(day, known) for known in days))
    numbers = _numbers_of(supports)
    yield from (f"number {number:g}" for number in claims.numbers if number not in numbers)
    yield from (f"{number:g} {unit}" for number, unit in claims.measures if not _measured(number, unit, supports))
    times = {time for s in supports for time in s.claims.times}
    yield from (f"time {time}" for time in claims.times - times)
    languages = {code for s in supports for code in (*s.claims.languages, *claims_of(s.whose, s.language).languages)}
    yield from (f"language {code}" for code in claims.languages - languages)
    yield from _turned(claims, supports)
    forms = frozenset[str]().union(*(s.forms for s in supports))
    names = {name.lstrip("^") for name in claims.names if not name.startswith("^") or name[1:] in known}
    yield from (f"name {name}" for name in names if not _named(name, forms))


def _turned(claims: Claims, supports: Sequence[Support]) -> Iterator[str]:
    turns = frozenset[str]().union(*(s.claims.turns for s in supports))
    words = [word for s in supports for word in words_of(f"{s.text} ; {s.whose}")]
    ours = frozenset[str]().union(*(s.own_turns for s in supports))
    turns = (turns - _OPINIONS) | ours
    for turn in claims.turns - turns:
        if turn.startswith("modality:") or _holds_turn(turn, words) or (turn == "all" and _is_all(supports)):
            continue
        if turn == "only" and _counts_one(supports):
            continue
        yield turn
    if "negation" not in claims.turns and any(s.denies for s in supports):
        yield LEFT_OUT


def _holds_turn(turn: str, words: Sequence[Word]) -> bool:
    """Whether the phrases of a tag stand there all the same, under a longer one that won."""
    name, _, key = turn.partition(":")
    if not key:
        return False
    phrases = topics()[key]["words"] if name == "topics" else table("asking.toml")[name][key]
    return bool(holds(words, phrases))


def _is_all(supports: Iterable[Support]) -> bool:
    return any(re.search(r"(?<!\d)(\d+) (?:of|offres sur|sur) \1(?!\d)", folded(s.text)) for s in supports)


def _counts_one(supports: Iterable[Support]) -> bool:
    return any(re.search(r"(?<!\d)1 (?:of|de|offre|posting|poste)", folded(s.text)) for s in supports)


def _same_day(said: Day, known: Day) -> bool:
    return all(part is None or part == other for part, other in zip(said, known, strict=True))


def _numbers_of(supports: Iterable[Support]) -> set[float]:
    """The numbers that are said, those in dates and codes too: « 2022 » of 17 July 2022; an article is one."""
    found: set[float] = set()
    for support in supports:
        found |= support.claims.numbers
        found |= {float(part) for day in support.claims.days for part in day if part is not None}
        found |= {float(digits) for digits in re.findall(r"\d{1,12}", f"{support.text} {support.whose}")}
        if support.forms & set(table("writing.toml")["single"]["articles"]):
            found.add(1.0)
    return found


def _measured(number: float, unit: str, supports: Iterable[Support]) -> bool:
    """Whether the number counts that unit somewhere, or stands bare where the unit does: « 2 à 3 ans »."""
    for support in supports:
        units = {known for value, known in support.claims.measures if value == number}
        if unit in units:
            return True
        words = words_of(support.text)
        if not units and number in _numbers_of([support]) and holds(words, table("writing.toml")["units"][unit]):
            return True
        if not units and unit in {known for _, known in support.claims.measures} and number in _numbers_of([support]):
            return True
    return False


def _named(name: str, forms: Collection[str]) -> bool:
    """Whether a name stands there, as written, spelt in another way, or in the other language."""
    if name in forms:
        return True
    groups = groups_of(name)
    for form in forms:
        if groups and groups & groups_of(form):
            return True
        if len(name) >= _ALIKE_FROM and len(form) >= _ALIKE_FROM:
            if form[:_COGNATE] == name[:_COGNATE] and len(name) > _COGNATE:
                return True
            if form[0] == name[0] and OSA.distance(form, name, score_cutoff=1) <= 1:
                return True
    return False


def _literal(claims: Claims, supports: Sequence[Support]) -> Iterator[str]:
    """Addresses, codes and words in quotation marks must stand there letter for letter."""
    there = " ".join(_bare(f"{s.text} {s.whose}") for s in supports)
    squeezed = there.replace(" ", "")
    for literal in claims.literals:
        if _bare(literal).replace(" ", "") not in squeezed:
            yield f"literal {literal}"
    for words in claims.spoken:
        parts = [part for part in re.split(r"\s*(?:\[…\]|…|\.\.\.)\s*", words) if part.strip()]
        if not all(_bare(part).strip(" .,;:") in there for part in parts):
            yield f"quoted {words[:40]}"


def _bare(text: str) -> str:
    return " ".join(folded(text).split())


def weight_faults(text: str, claims: Claims, supports: Sequence[Support]) -> Iterator[str]:
    """What is a plus must be called one, what is asked for must not; and no demand where nothing asks."""
    asset = any("modality:asset" in s.claims.turns or s.governed == "asset" for s in supports)
    asset = asset or any(fact.modality == "asset" for s in supports for fact in s.facts)
    required = any("modality:required" in s.claims.turns or s.governed == "required" for s in supports)
    required = required or any(f.modality == "required" and f.field in _WEIGHED for s in supports for f in s.facts)
    says_asset, says_required = (f"modality:{kind}" in claims.turns for kind in ("asset", "required"))
    if says_asset and not asset:
        yield "called a plus"
    implied = "modality:soft" in claims.turns and any(s.section in _ASKING for s in supports)
    if says_required and not required and (asset or not implied):
        yield "called required"
    if asset and not required and not says_asset:
        yield "a plus left out"
    if "negation" not in claims.turns:
        yield from _facts_apart(text, supports)
        yield from _pluses_left_out(text, supports)


def _facts_apart(text: str, supports: Sequence[Support]) -> Iterator[str]:
    """The things that the statement asks for or wishes, held against the facts that its quotes made."""
    known = [fact for s in supports for fact in s.facts if fact.field in _WEIGHED]
    for fact in stated_in(text) if known and any(c.isalpha() for c in text) else ():
        alike = [k for k in known if k.field == fact.field and (k.field not in _BY_VALUE or k.value == fact.value)]
        if alike and not any((k.modality == "asset") == (fact.modality == "asset") for k in alike):
            yield f"weight of {fact.field} {fact.value}"


def _pluses_left_out(text: str, supports: Sequence[Support]) -> Iterator[str]:
    """The languages that are only a plus, and that are named without a word that says so."""
    known: dict[str, set[str]] = {}
    for fact in (fact for s in supports for fact in s.facts if fact.field == "language"):
        known.setdefault(str(fact.value), set()).add(fact.modality)
    only = {code for code, kinds in known.items() if kinds == {"asset"}}
    for codes, around in around_languages(text) if only else ():
        if codes & only and "modality:asset" not in claims_of(around, "en").turns:
            yield f"a plus left out: {', '.join(sorted(codes & only))}"


@lru_cache(maxsize=64)
def stated_in(text: str) -> tuple[Fact, ...]:
    """The weighed facts that a statement would be read to state, were it a posting's."""
    return tuple(f for f in facts_of(posting_of("reply", "reply", Content(text))) if f.field in _WEIGHED)


def _ungrounded(text: str, language: Language, supports: Sequence[Support]) -> Iterator[str]:
    """Too few of its telling words stand in its quotes: a sentence about something else."""
    words = telling(text, language)
    if len(words) < _FEW:
        return
    there = [borne_out(words, f"{s.text} {s.whose}", s.language) for s in supports]
    held = sum(any(each) for each in zip(*there, strict=True))
    if held < _SHARE * len(words):
        yield f"ungrounded {held}/{len(words)}"


def repeats(text: str, secret: str, run: int = 7) -> bool:
    """Whether a text holds `run` words in a row of a secret one, such as the program's own instructions."""
    words, hidden = fold(text).split(), f" {fold(secret)} "
    return any(f" {' '.join(words[at : at + run])} " in hidden for at in range(len(words) - run + 1))
