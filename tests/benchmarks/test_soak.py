"""The verdict of the soak: what may grow by how much after the first half."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.benchmarks.soak import Sample, verdict

AT_REST = Sample(0, 0, memory=700, children_memory=150, files=60, threads=30, children=1, temporary=5)


def run(**later: int) -> list[Sample]:
    """Forty samples: a first half that fills up, and a second at whose end something is otherwise."""
    filling = [replace(AT_REST, memory=400 + 15 * n, threads=10 + n) for n in range(20)]
    return [*filling, *[AT_REST] * 16, *[replace(AT_REST, **later)] * 4]


@pytest.mark.parametrize(
    ("later", "grew"),
    [
        ({}, None),
        ({"memory": 750}, None),
        ({"memory": 751}, "memory"),
        ({"memory": 300}, None),
        ({"children_memory": 201}, "children_memory"),
        ({"files": 73}, "files"),
        ({"threads": 47}, "threads"),
        ({"children": 2}, "children"),
        ({"temporary": 26}, "temporary"),
    ],
)
def test_what_grew_is_named(later: dict[str, int], grew: str | None) -> None:
    failed, told = verdict(run(**later))
    assert failed is (grew is not None)
    assert [line.split(":")[0].strip() for line in told if "GREW" in line] == ([grew] if grew else [])
    assert len(told) == 6


def test_one_sample_that_stands_out_is_no_growth() -> None:
    samples = run()
    samples[-2] = replace(AT_REST, memory=2_000)
    assert not verdict(samples)[0]


def test_a_run_too_short_to_judge_is_no_pass() -> None:
    assert verdict([AT_REST] * 3)[0]
    assert verdict([])[0]
