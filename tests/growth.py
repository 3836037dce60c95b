"""How the time of a rule grows with its text, measured within one run: a slow machine changes nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import AnyStr

_SHARE = 4  # how many times as long the whole is as its beginning
_TIMES = 10  # what a linear rule stays below, and a quadratic one, at 16, does not
_FLOOR = 0.25  # seconds that say nothing: at these lengths nobody would notice
_TRIES = 3  # others may be at work beside the first


def assert_linear(run: Callable[[AnyStr], object], text: AnyStr) -> None:
    """Fail where `run(text)` takes far more than four times what `run` takes for the first quarter of `text`.

    Seconds are those of the processor in this thread. What `run` raises is raised.
    """
    for _ in range(_TRIES):
        beginning, whole = _seconds(run, text[: len(text) // _SHARE]), _seconds(run, text)
        if whole < _TIMES * beginning + _FLOOR:
            return
    raise AssertionError(f"{len(text):,} characters took {whole:.2f} s, and a quarter of them {beginning:.2f} s")


def _seconds(run: Callable[[AnyStr], object], text: AnyStr) -> float:
    begun = time.thread_time()
    run(text)
    return time.thread_time() - begun
