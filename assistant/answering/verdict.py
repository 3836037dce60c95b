"""What a posting's facts say to a condition."""

from __future__ import annotations

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
