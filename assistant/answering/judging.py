"""Judging thousands of postings by one condition: those that are silent on what only facts decide at once."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import cast

from assistant.answering.verdict import Verdict
from assistant.answering.verdicts import judge
from assistant.asking.reading import Condition, Reading
from assistant.domain import FactField
from assistant.library import Library

# Fields of which nothing but their own facts decides, so that postings which state nothing of them are all alike.
_BY_FACTS: frozenset[str] = frozenset({
    "language", "driving_licence", "degree", "experience_years", "document", "contract", "working_time", "pay",
    "expenses", "reference", "subject_line", "start", "deadline",
})  # fmt: skip


class Judge:
    """Gives the verdict of one condition on a posting (id)."""

    def __init__(self, condition: Condition, reading: Reading, library: Library, today: date) -> None:
        """Take a condition of a reading; what is silent on it is judged here, once."""
        self._judge = partial(judge, condition, library=library, today=today, language=reading.language)
        decided = condition.field in _BY_FACTS and not condition.outright
        self._stating = library.stating(cast(FactField, condition.field)) if decided else library.postings
        self._silent = self._judge("") if decided else None

    def __call__(self, posting: str) -> Verdict:
        """The verdict on one posting (id)."""
        if self._silent and posting not in self._stating:
            return self._silent
        return self._judge(posting)
