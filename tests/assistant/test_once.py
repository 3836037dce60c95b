"""A value that is made once."""

from __future__ import annotations

import threading
import time

import pytest

from assistant.once import Once


def test_threads_that_want_it_at_once_get_the_same() -> None:
    made = list[int]()

    def make() -> list[int]:
        time.sleep(0.05)
        made.append(1)
        return made

    once, got = Once(make), list[list[int]]()
    threads = [threading.Thread(target=lambda: got.append(once.get())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]
    assert all(each is made for each in got)


def test_a_change_before_it_is_made_makes_nothing() -> None:
    made = list[int]()
    once = Once(lambda: len(made))
    once.change(lambda value: made.append(value) or -1)  # type: ignore[func-returns-value]
    assert made == []
    assert once.get() == 0
    once.change(lambda value: value + 5)
    assert once.get() == 5


def test_a_failure_is_told_to_whoever_wants_it_and_tried_again() -> None:
    results: list[object] = [ValueError("no"), 7]

    def make() -> object:
        result = results.pop(0)
        if isinstance(result, Exception):
            raise result
        return result

    once = Once(make)
    with pytest.raises(ValueError, match="no"):
        once.get()
    assert once.get() == 7
