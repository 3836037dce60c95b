"""What was worked out is kept for one state of the postings, and no longer."""

from __future__ import annotations

import pytest

from assistant.remembered import Remembered


def test_a_value_is_made_once_and_again_when_the_postings_change() -> None:
    kept: Remembered[str, int] = Remembered(2)
    made: list[str] = []

    def value(key: str, state: object) -> int:
        def make() -> int:
            made.append(key)
            return len(made)

        return kept.get(key, state, make)

    before, after = object(), object()
    assert [value("a", before), value("a", before), value("b", before)] == [1, 1, 2]
    assert value("a", after) == 3
    assert value("c", after) == 4
    assert value("b", after) == 5
    assert value("c", after) == 4
    assert value("a", after) == 6, "the one used longest ago was let go"
    assert made == ["a", "b", "a", "c", "b", "a"]


def test_what_fails_is_not_kept() -> None:
    kept: Remembered[str, int] = Remembered(2)
    state = object()
    with pytest.raises(ZeroDivisionError):
        kept.get("a", state, lambda: 1 // 0)
    assert kept.get("a", state, lambda: 1) == 1


def test_what_was_made_for_an_older_state_is_not_kept() -> None:
    kept: Remembered[str, int] = Remembered(2)
    old, new = object(), object()
    assert kept.get("a", old, lambda: kept.get("b", new, lambda: 1) + 1) == 2
    assert kept.get("a", new, lambda: 7) == 7
