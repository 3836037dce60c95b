"""The conditions that the words of a question set: lists of which one, or all, are asked for."""

from __future__ import annotations

import pytest

from assistant.asking.conditions import conditions_of
from assistant.asking.lexicon import tags_of, words_of


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which need Spanish or Portuguese?", [("language", "es", ("pt",))]),
        ("jobs that ask for Arabic, French or English", [("language", "ar", ("fr", "en"))]),
        ("postes qui exigent l'arabe, le français ou l'anglais", [("language", "ar", ("fr", "en"))]),
        (
            "postes qui exigent l'arabe, le français et l'anglais",
            [("language", "ar", ()), ("language", "fr", ()), ("language", "en", ())],
        ),
        ("Qui veut un bac+5, un master ou un diplôme d'ingénieur ?", [("degree", "master", ("engineer",))]),
        ("un bac+5, que ce soit un master ou une école d'ingénieurs", [("degree", "master", ("engineer",))]),
        ("un CDI, un CDD ou un stage", [("contract", "CDI", ("CDD", "internship"))]),
        (
            "Quels postes demandent l'anglais, le permis ou un master ?",  # things of different kinds
            [("language", "en", ()), ("driving_licence", "", ()), ("degree", "master", ())],
        ),
    ],
)
def test_a_list_is_of_alternatives_where_or_ends_it(
    question: str, right: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    words = words_of(question)
    found = conditions_of(words, tags_of(words), presence=True)
    assert [(condition.field, condition.value, condition.others) for condition in found] == right
