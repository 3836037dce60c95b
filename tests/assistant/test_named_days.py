"""Days named without the words that lead to a day, and the end of a month, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.asking.named_days import with_led_days
from assistant.domain import Language


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("Lesquelles ferment vendredi prochain ?", "fr", "Lesquelles ferment le vendredi ?"),
        ("Which close next Friday?", "en", "Which close on Friday?"),
        ("Which start Monday?", "en", "Which start on Monday?"),
        ("Which jobs start by the first of May?", "en", "Which jobs start by 1 May?"),
        ("ouvertes jusqu'à fin février", "fr", "ouvertes jusqu'au 28 février"),
        ("Le magasin ferme tard", "fr", "Le magasin ferme tard"),
        ("We close the deal on Friday", "en", "We close the deal on Friday"),
    ],
)
def test_days(text: str, language: Language, right: str) -> None:
    assert with_led_days(text, language) == right
