"""Judging thousands of postings by one condition: those that are silent on what only facts decide at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import cast

from assistant.answering.fitting import by_value
from assistant.answering.rates import by_rate
from assistant.answering.studies import studied, studies
from assistant.answering.verdict import Verdict, either
from assistant.answering.verdicts import by_facts, judge
from assistant.asking.reading import Condition, Reading
from assistant.domain import Fact, FactField, Passage
from assistant.library import Library

# Fields of which nothing but their own facts decides, so that postings which state nothing of them are all alike.
_BY_FACTS: frozenset[str] = frozenset({
    "language", "driving_licence", "degree", "experience_years", "document", "contract", "working_time", "pay",
    "reference", "subject_line", "start", "deadline",
})  # fmt: skip


@dataclass(frozen=True)
class Judged:
    """A posting (id) with the verdicts on it, in the order of the conditions."""

    posting: str
    verdicts: tuple[Verdict, ...]

    @property
    def facts(self) -> list[Fact]:
        """What the verdicts stand on."""
        return [fact for verdict in self.verdicts for fact in verdict.facts]


class Judge:
    """Gives the verdict of one condition on a posting (id)."""

    def __init__(self, condition: Condition, reading: Reading, library: Library, today: date) -> None:
        """Take a condition of a reading; what is silent on it is judged here, once."""
        self._judge: Callable[[str], Verdict] = partial(
            judge, condition, library=library, today=today, language=reading.language
        )
        decided = condition.field in _BY_FACTS and not condition.outright and not by_rate(condition)
        field = cast(FactField, condition.field)
        holds = by_value(condition) if decided else None
        self._stating = library.stating(field, holds) if decided else library.postings.keys()
        if condition.field == "degree" and (words := studies(reading, library)):
            self._judge = lambda posting: by_facts(condition, studied(library.facts_of(posting, field), words, reading))
        elif holds:
            self._judge = lambda posting: by_facts(condition, library.facts_of(posting, field))
        if condition.or_else:
            decided, bare = False, replace(condition, or_else=())
            each = [Judge(one, reading, library, today) for one in (bare, *condition.or_else)]
            self._judge = lambda posting: either([one(posting) for one in each])
        self._silent = self._judge("") if decided else None

    def __call__(self, posting: str) -> Verdict:
        """The verdict on one posting (id)."""
        if self._silent and posting not in self._stating:
            return self._silent
        return self._judge(posting)

    def worth_judging(self, postings: Sequence[str]) -> Sequence[str]:
        """Those of these postings (ids) that do not fail by their silence."""
        if self._silent is None or self._silent.state != "no":
            return postings
        return [posting for posting in postings if posting in self._stating]


def by_verdict(
    reading: Reading, library: Library, today: date, checked: Sequence[str], about: Mapping[str, Passage] | None
) -> tuple[list[Judged], list[Judged], list[Judged]]:
    """The postings that fulfil all, those that do but for a plus, and those that cannot be decided."""
    good: list[Judged] = []
    plus: list[Judged] = []
    undecided: list[Judged] = []
    judges = [Judge(c, reading, library, today) for c in reading.conditions]
    order = sorted(range(len(judges)), key=lambda n: reading.conditions[n].field == "mention")  # which is read in texts
    numbers = range(len(judges))
    named: Sequence[str] = [p for p in checked if reading.postings is None or p in reading.postings]
    for one in judges:
        named = one.worth_judging(named)
    if about is not None:
        named = [posting for posting in named if (posting in about) is not reading.denied]
    for posting in named:
        verdicts: dict[int, Verdict] = {}
        for n in order:
            verdicts[n] = verdict = judges[n](posting)
            if verdict.state == "no":
                break
        else:
            judged = Judged(posting, tuple(map(verdicts.__getitem__, numbers)))
            states = [verdict.state for verdict in judged.verdicts]
            (undecided if "undecided" in states else plus if "plus" in states else good).append(judged)
    return good, plus, undecided
