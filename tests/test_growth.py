"""The measure of growth that the hostile texts are held to, by a clock that counts steps."""

from __future__ import annotations

import pytest

from tests import growth


@pytest.mark.parametrize(
    ("power", "floor", "linear"), [(1, 0, True), (1, 5, True), (2, 0, False), (2, 0.2, False), (3, 0, False)]
)
def test_what_grows_faster_than_its_text_fails(
    monkeypatch: pytest.MonkeyPatch, power: int, floor: float, linear: bool
) -> None:
    now = 0.0
    monkeypatch.setattr("tests.growth.time.thread_time", lambda: now)

    def run(text: str) -> None:
        nonlocal now
        now += floor + (len(text) / 400) ** power

    if linear:
        growth.assert_linear(run, "a" * 4_000)
    else:
        with pytest.raises(AssertionError, match="4,000 characters took"):
            growth.assert_linear(run, "a" * 4_000)
    growth.assert_linear(run, "a" * 40)  # too short for anybody to notice
