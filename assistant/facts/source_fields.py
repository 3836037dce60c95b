"""The facts that a source states beside the text of a posting, in fields of its own: « Contrat : CDI ».

Each value is read by the rules of its own field alone, behind the label that they know, and is quoted whole. The codes
and marks that only a column makes clear (`MIS`, `FULL_TIME`, `required`) are in `data/columns.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.domain import Fact, FactField, Modality, Posting, Section, SourceField
from assistant.facts import application, contract, deadline, degree, experience, languages, licence, money, schedule
from assistant.facts import working_time as hours
from assistant.labels import NOT_STATED
from assistant.organisations import other_name
from assistant.readers.columns import folded, label_of
from assistant.readers.own_fields import locations_in
from assistant.resources import table
from assistant.text import one_line

_Rules = Callable[[Posting], list[Fact]]
_MARK = re.compile(r"(?<!\S)\(([^()]*)\)\s*$")  # behind a space: « 2 An(s) » has none
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.[^\s@]+")
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?$")
_CLOCK = re.compile(r"(?<=\d)T(?=\d\d:\d\d)")


@dataclass(frozen=True)
class _Reading:
    """Which rules read a field, which of their facts count, and the label that they know it by."""

    rules: tuple[_Rules, ...]
    wanted: tuple[FactField, ...]
    label: str = ""


_READINGS = {
    "contract": _Reading((contract.facts, hours.facts, schedule.facts), ("contract", "working_time", "duration")),
    "work_time": _Reading((hours.facts,), ("working_time",)),
    "duration": _Reading((schedule.facts,), ("duration",)),
    "start": _Reading((schedule.facts,), ("start",)),
    "salary": _Reading((money.facts,), ("pay",)),
    "experience": _Reading((experience.facts,), ("experience_years",)),
    "languages": _Reading((languages.facts,), ("language",)),
    "education": _Reading((degree.facts,), ("degree",)),
    "licences": _Reading((licence.facts,), ("driving_licence",), "Permis "),
    "deadline": _Reading((deadline.facts,), ("deadline",)),
    "apply_to": _Reading((application.facts,), ("apply_to",), "Candidature à envoyer à : "),
}
_WHOLE: tuple[FactField, ...] = ("title", "organisation", "reference")  # fields whose value is the fact


def facts(posting: Posting, stated: Sequence[Fact]) -> list[Fact]:
    """The facts of a posting's own fields that `stated`, those of its text, does not hold already."""
    known = {_key(fact) for fact in stated}
    found = []
    for field in posting.fields:
        for fact in _of_field(posting, field):
            if _key(fact) not in known:
                known.add(_key(fact))
                found.append(fact)
    return found


def _key(fact: Fact) -> tuple[object, ...]:
    """What makes two facts the same; the modality is part of it."""
    return (fact.field, folded(fact.value) if isinstance(fact.value, str) else fact.value, fact.modality)


def _of_field(posting: Posting, field: SourceField) -> Iterator[Fact]:
    value = field.value.of(posting.text)

    def fact(kind: FactField, what: str, detail: str = "", modality: Modality = "stated") -> Fact:
        return Fact(posting.id, kind, what, modality, value, field.value.start, field.value.end, detail)

    whole = next((kind for kind in _WHOLE if kind == field.name), None)
    if field.name == "apply_to" and _ADDRESS.fullmatch(value):
        yield fact("apply_to", value)
    elif whole:
        yield fact(whole, one_line(value), other_name(posting.text, one_line(value)) if whole == "organisation" else "")
    elif field.name == "location":
        for location in locations_in(posting.text, field.value):
            yield fact("location", one_line(location.span.of(posting.text)), location.departement)
    elif (code := _coded(field.name, value)) is not None:
        yield fact(*code)
    elif field.name in _READINGS and not _says_none(value):
        yield from _read(posting, field, _READINGS[field.name])


def _read(posting: Posting, field: SourceField, reading: _Reading) -> Iterator[Fact]:
    """What the rules find in the value, each fact with the whole of it for its quote."""
    value = field.value.of(posting.text)
    words, modality = _without_mark(value)
    label = reading.label or f"{label_of(field.name, 'fr')} : "
    text = label + _plain(field.name, words)
    by_itself = replace(
        posting, text=text, title=NOT_STATED, organisation=NOT_STATED, location=NOT_STATED, furniture=(), fields=(),
        sections=(Section("other", (), 0, 0, len(text)),),
    )  # fmt: skip
    for fact in (fact for rules in reading.rules for fact in rules(by_itself)):
        if fact.field in reading.wanted:
            marked = modality if modality and fact.modality != "stated" else fact.modality
            yield replace(fact, modality=marked, quote=value, start=field.value.start, end=field.value.end)


def _plain(name: str, words: str) -> str:
    """A value in the form that rules for prose know."""
    words = " ".join(words.split())
    if name == "deadline":
        return _CLOCK.sub(" ", _MIDNIGHT.sub("", words))  # midnight is how programs write a day without an hour
    if name == "licences":
        return words.split(" - ")[0].removeprefix("Permis ")
    return words


def _without_mark(value: str) -> tuple[str, Modality | None]:
    """« Anglais (required) » without its mark, and what the mark says; marks are `required`, `exigence : S`, …"""
    found = _MARK.search(value)
    parts = [part.strip() for part in found.group(1).split(",")] if found else []
    marks = {part: modality for part in parts if (modality := _marks().get(folded(part.split(":")[-1])))}
    if not found or not marks:
        return value, None
    rest = ", ".join(part for part in parts if part not in marks)
    return value[: found.start()] + (f"({rest})" if rest else ""), list(marks.values())[-1]


def _coded(name: str, value: str) -> tuple[FactField, str] | None:
    """The fact of a value that is a code of its column."""
    if name not in ("contract", "work_time"):
        return None
    kinds: tuple[FactField, ...] = ("contract", "working_time") if name == "contract" else ("working_time",)
    return next(
        ((kind, code) for kind in kinds for code, words in _codes(kind).items() if folded(value) in words), None
    )


def _says_none(value: str) -> bool:
    first = re.match(r"\w+", value)
    return first is not None and folded(first.group()) in table("columns.toml")["nothing"]["words"]


@cache
def _codes(kind: str) -> dict[str, frozenset[str]]:
    return {code: frozenset(map(folded, words)) for code, words in table("columns.toml")[kind].items()}


@cache
def _marks() -> dict[str, Modality]:
    words = table("columns.toml")["nested"]
    kinds: tuple[Modality, ...] = ("required", "asset")
    return {folded(word): kind for kind in kinds for word in words[kind]}
