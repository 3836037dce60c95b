"""Questions that may follow an answer."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.domain import Answer, AnswerKind, Citation, Fact, FactField, Language, Match, Statement
from assistant.suggestions import suggestions


def _fact(field: FactField, start: int = 0) -> Fact:
    return Fact("", field, "x", "stated", "x", start, start + 5)


FACTS: dict[str, list[Fact]] = {
    "a": [_fact("deadline", 0), _fact("apply_to", 10), _fact("language", 20), _fact("contract", 30)],
    "b": [_fact("language", 0), _fact("contract", 10)],
    "c": [_fact("location", 0)],
    "silent": [],
}
TITLES = {"a": "Cook", "b": "Driver", "c": "Nurse", "silent": "Clerk", "long": "x" * 200}


def _answer(names: Sequence[str], language: Language = "en", kind: AnswerKind = "set", told: int = 99) -> Answer:
    return Answer(
        question="q",
        language=language,
        kind=kind,
        statements=(Statement("s"),),
        citations=tuple(Citation(1, name, "", "x", told, told + 5) for name in names[:1]),
        matches=tuple(Match(name, "stated") for name in names),
        names=TITLES,
    )


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        (
            _answer(["a"]),
            [
                "What is the deadline for “Cook”?",
                "Where do I apply for “Cook”?",
                "Which languages does “Cook” ask for?",
            ],
        ),
        (_answer(["a"], told=0), ["Where do I apply for “Cook”?"]),  # the deadline has just been told
        (_answer(["a", "b"]), ["Compare “Cook” and “Driver”", "What is the deadline for “Cook”?"]),
        (_answer(["a", "b"], kind="comparison"), ["What is the deadline for “Cook”?"]),
        (_answer(["a", "c"]), ["What is the deadline for “Cook”?"]),  # nothing in common to compare
        (_answer(["b"], "fr"), ["Quelles langues demande « Driver » ?", "Quel contrat propose « Driver » ?"]),
        (_answer(["a", "b"], "fr"), ["Compare « Cook » et « Driver »"]),
        (_answer(["silent"]), []),
        (_answer(["long"]), []),
        (_answer([]), []),
        (_answer(["a"], kind="outside"), []),
        (_answer(["a"], kind="clarify"), []),
    ],
)
def test_only_what_the_postings_state_is_suggested(answer: Answer, asked: list[str]) -> None:
    found = suggestions(answer, lambda name: FACTS.get(name, []))
    assert found[: len(asked)] == asked
    assert len(found) <= 3
    assert bool(found) == bool(asked)
