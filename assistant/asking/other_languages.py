"""A language that is asked for by what it is not: "other than French and English", « une langue locale »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.asking.lexicon import Tag, Word, holds
from assistant.asking.reading import Condition
from assistant.asking.seen import Seen
from assistant.resources import table

_REACH = 6  # words from "language" to "other than"


@dataclass(frozen=True)
class _Other:
    """The words that say what a language is not, and those that it is not (codes)."""

    words: frozenset[int]
    codes: tuple[str, ...]


def as_other_languages(seen: Seen) -> Seen:
    """The question without the languages that are only left out, and without what else says which are meant."""
    found = _others(seen.words, seen.tags)
    # "No language other than English" is asked of what suits somebody who speaks no other.
    if found is None or holds(seen.words, table("asking.toml")["only"]["languages"]):
        return seen
    kept = [tag for tag in seen.tags if found.words.isdisjoint(range(tag.first, tag.last)) or tag.table == "fields"]
    idle = [Tag("idle", "words", n, n + 1) for n in sorted(found.words)]
    nouns = holds(seen.words, table("asking.toml")["other_languages"]["nouns"])
    told = any((tag.table, tag.key) == ("fields", "language") for tag in kept)
    # What a posting is to speak is a language, though a table took the noun for something else.
    field = [] if told else [Tag("fields", "language", first, last) for first, last in nouns[:1]]
    tags = tuple(sorted([*kept, *idle, *field], key=lambda tag: tag.first))
    return replace(seen, tags=tags, left_out=found.codes)


def of_other_languages(conditions: Sequence[Condition], left_out: tuple[str, ...]) -> list[Condition]:
    """The conditions, one on any language as one on those that are not `left_out` (codes)."""
    return [replace(c, others=left_out) if (c.field, c.value) == ("language", "") else c for c in conditions]


def is_another(condition: Condition) -> bool:
    """Whether a condition is on any language, or any document, but some."""
    return condition.field in ("language", "document") and not condition.value and bool(condition.others)


def class_of(condition: Condition) -> str:
    """The class of languages that is asked for, "african" or "local"; nothing where others are left out."""
    tables = table("asking.toml")
    if not is_another(condition) or condition.field != "language":
        return ""
    left_out = set(condition.others)
    classes = sorted(tables["language_classes"], key=lambda name: len(tables["language_classes"][name]["codes"]))
    found = (name for name in classes if set(_all_but(name)) <= left_out)  # a Slavic language is a European one
    return next(found, "local" if set(tables["other_languages"]["everywhere"]) <= left_out else "")


def _all_but(name: str) -> tuple[str, ...]:
    """The languages that a class leaves out (codes)."""
    codes = frozenset(table("asking.toml")["language_classes"][name]["codes"])
    return tuple(code for code in _known() if code not in codes)


@cache
def _known() -> tuple[str, ...]:
    """Every language (codes) that a question or a posting can name."""
    read = (language["code"] for language in table("facts_languages.toml")["language"])
    return tuple(dict.fromkeys((*table("language_names.toml")["names"], *read)))


def _others(words: Sequence[Word], tags: Sequence[Tag]) -> _Other | None:
    tables = table("asking.toml")["other_languages"]
    nouns = [first for first, _ in holds(words, tables["nouns"])]
    spans, codes = _called(words)
    said = [n for span in spans for n in span if n not in nouns]
    said += [n for span in spans for n in _examples(words, tags, span.stop)]
    for first, last in holds(words, tables["besides"]):
        named = _named_behind(words, tags, last, tables["small"])
        near = any(0 < first - noun <= _REACH for noun in nouns) or bool(said and 0 <= first - max(said) <= 1)
        # « Hors arabe, quelles offres réclament une langue africaine ? »
        near = near or (first == 0 and bool(spans))
        if named and near:
            said += range(first, named[-1].last)
            codes += [tag.key for tag in named]
    return _Other(frozenset(said), tuple(dict.fromkeys(codes))) if codes else None


def _called(words: Sequence[Word]) -> tuple[list[range], list[str]]:
    """Where a class of languages is named, and what it leaves out (codes)."""
    tables = table("asking.toml")
    for name, each in tables["language_classes"].items():
        if spans := [range(first, last) for first, last in holds(words, each["called"])]:
            return spans, list(_all_but(name))
    spans = [range(first, last) for first, last in holds(words, tables["other_languages"]["local"])]
    return spans, list(tables["other_languages"]["everywhere"]) if spans else []


def _examples(words: Sequence[Word], tags: Sequence[Tag], at: int) -> range:
    """The words of the languages that stand as examples behind a class: « (wolof, malgache, etc.) », "like Wolof"."""
    tables = table("asking.toml")["other_languages"]
    small = {*tables["small"], *tables["small_lists"]}
    named = _named_behind(words, tags, at, [*small])
    if not named:
        return range(at, at)
    end = named[-1].last
    while end < len(words) and words[end].form in tables["small_lists"]:
        end += 1
    return range(at, end)


def _named_behind(words: Sequence[Word], tags: Sequence[Tag], at: int, small: Sequence[str]) -> list[Tag]:
    """The languages that stand in a row from a word on."""
    found: list[Tag] = []
    by_place = {tag.first: tag for tag in tags if tag.table == "language"}
    while at < len(words):
        if at in by_place:
            found.append(by_place[at])
            at = by_place[at].last
        elif words[at].form in small:
            at += 1
        else:
            break
    return found
