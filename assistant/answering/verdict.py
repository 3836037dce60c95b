"""What a posting's facts say to a condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.domain import Fact

State = Literal["yes", "plus", "no", "undecided"]


@dataclass(frozen=True)
class Verdict:
    """What a posting's facts say to a condition; `plus` where it is only an asset that was asked to be required."""

    state: State
    facts: tuple[Fact, ...] = ()
    why: str = ""


_BEST_FIRST: tuple[State, ...] = ("yes", "plus", "undecided", "no")


def either(verdicts: Sequence[Verdict]) -> Verdict:
    """The verdict where any one of several conditions will do: the best, with all the facts that say so."""
    best = min((verdict.state for verdict in verdicts), key=_BEST_FIRST.index)
    alike = [verdict for verdict in verdicts if verdict.state == best]
    return Verdict(best, tuple(dict.fromkeys(fact for verdict in alike for fact in verdict.facts)), alike[0].why)
