"""Questions about the person's own marks: « lesquelles ai-je déjà envoyées ? », "which did I mark to apply?"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.asking.lexicon import holds, words_of
from assistant.resources import table
from assistant.shortlist import MARKS, Mark

_ASKED: Mapping[str, tuple[Mark, ...]] = {**{mark: (mark,) for mark in MARKS}, "any": MARKS}
_NEAR = 3  # words before it that may say that it is only supposed
_FIRST = 4  # words, among which one must be that of a question


@dataclass(frozen=True)
class AskedMarks:
    """The marks that are asked for, and the question without the words that did."""

    marks: tuple[Mark, ...]
    rest: str


def asked_marks(question: str) -> AskedMarks | None:
    """The marks that a question asks for; None where it asks for none."""
    words, tables = words_of(question), table("marked.toml")["asked"]
    if not holds(words[:_FIRST], tables["begins"]):
        return None
    for key, marks in _ASKED.items():
        if found := holds(words, tables[key]):
            first, last = max(found, key=lambda place: place[1] - place[0])
            before = {word.form for word in words[max(0, first - _NEAR) : first]}
            if not before.isdisjoint(tables["supposing"]):  # "what happens once I have applied?"
                return None
            rest = f"{question[: words[first].start]} {question[words[last - 1].end :]}"
            return AskedMarks(marks, rest)
    return None
