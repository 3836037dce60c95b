"""Stretches of time that questions name, seen from a Monday in March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.asking.lexicon import words_of
from assistant.asking.windows import span_of, window_of
from assistant.domain import Language

TODAY = date(2025, 3, 10)

WINDOWS: list[tuple[str, Language, date, date]] = [
    ("Quelles offres ferment cette semaine ?", "fr", TODAY, date(2025, 3, 16)),
    ("Which jobs close this week?", "en", TODAY, date(2025, 3, 16)),
    ("Which jobs close next week?", "en", date(2025, 3, 17), date(2025, 3, 23)),
    ("Quelles offres ferment dans les 10 jours ?", "fr", TODAY, date(2025, 3, 20)),
    ("Which jobs close in the next 10 days?", "en", TODAY, date(2025, 3, 20)),
    ("Quelles offres ferment dans les dix prochains jours ?", "fr", TODAY, date(2025, 3, 20)),
    ("Which jobs close in the next ten days?", "en", TODAY, date(2025, 3, 20)),
    ("Quelles offres ferment bientôt ?", "fr", TODAY, date(2025, 3, 24)),
    ("Quelles offres ferment ce mois-ci ?", "fr", TODAY, date(2025, 3, 31)),
    ("Quelles offres ferment avant le 1er avril 2025 ?", "fr", date.min, date(2025, 3, 31)),
    ("Which jobs close before 1 April 2025?", "en", date.min, date(2025, 3, 31)),
    ("Which jobs close after 1 April 2025?", "en", date(2025, 4, 2), date.max),
    ("Quelles offres ferment en décembre 2026 ?", "fr", date(2026, 12, 1), date(2026, 12, 31)),
    ("Which jobs close in December?", "en", date(2025, 12, 1), date(2025, 12, 31)),
    ("Which jobs have a December deadline?", "en", date(2025, 12, 1), date(2025, 12, 31)),
    ("Which posts have a May 2026 start date?", "en", date(2026, 5, 1), date(2026, 5, 31)),
    ("Quelles annonces ont une date limite de décembre ?", "fr", date(2025, 12, 1), date(2025, 12, 31)),
    ("Quelles offres ont une échéance d'avril ?", "fr", date(2025, 4, 1), date(2025, 4, 30)),
    ("Quelles offres ferment en janvier ?", "fr", date(2026, 1, 1), date(2026, 1, 31)),
]


@pytest.mark.parametrize(("question", "language", "first", "last"), WINDOWS)
def test_window(question: str, language: Language, first: date, last: date) -> None:
    window = window_of(words_of(question), question, language)
    assert window is not None
    assert span_of(window, TODAY) == (first, last)


@pytest.mark.parametrize(
    "question", ["Quelles offres ferment à Rabat ?", "Which jobs close in Rabat?", "Which may start early?"]
)
def test_no_window(question: str) -> None:
    assert window_of(words_of(question), question, "en") is None
