"""What the words of a start mean, French and English beside each other."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.domain import Fact
from assistant.facts.starts import When, date_or_month, is_now


def start(words: str) -> Fact:
    return Fact("a", "start", words, "stated", words, 0, len(words))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("16 juin 2025", date(2025, 6, 16), date(2025, 6, 16)),
        ("June 16, 2025", date(2025, 6, 16), date(2025, 6, 16)),
        ("01/04/2026", date(2026, 4, 1), date(2026, 4, 1)),
        ("juin 2025", date(2025, 6, 1), date(2025, 6, 30)),
        ("June 2025", date(2025, 6, 1), date(2025, 6, 30)),
        ("mai ou juin 2026", date(2026, 5, 1), date(2026, 6, 30)),
        ("juin, juillet 2026", date(2026, 6, 1), date(2026, 7, 31)),
        ("fin août/début septembre 2021", date(2021, 8, 1), date(2021, 9, 30)),
        ("mars à septembre 2026", date(2026, 3, 1), date(2026, 3, 31)),
        ("rentrée 2025", date(2025, 9, 1), date(2025, 9, 30)),
        ("autumn 2026", date(2026, 9, 1), date(2026, 12, 31)),
    ],
)
def test_days_of_a_start(words: str, first: date, last: date) -> None:
    assert date_or_month(start(words)) == When(first, last)


@pytest.mark.parametrize("words", ["1 avril", "septembre", "dès que possible", "as soon as possible", "31 février"])
def test_no_days_without_a_year(words: str) -> None:
    assert date_or_month(start(words)) is None


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("Dès que possible", True), ("immediately", True), ("IMMÉDIATEMENT", True), ("as soon as possible", True),
        ("de suite", True), ("juin 2025", False), ("1 avril", False),
    ],
)  # fmt: skip
def test_starts_right_away(words: str, now: bool) -> None:
    assert is_now(start(words)) is now
