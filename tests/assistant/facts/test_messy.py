"""Whole announcements as people send them: broken lines, lost list marks, flattened tables, capitals, two languages.

They are made up. `messy/facts.toml` says what each of them states, and was held against the texts by reading.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from assistant.domain import Amount, Fact, Years
from assistant.facts import facts_of
from assistant.readers.content import Content
from assistant.reading import posting_of

FOLDER = Path(__file__).with_name("messy")
RIGHT: dict[str, dict[str, list[str]]] = tomllib.loads((FOLDER / "facts.toml").read_text(encoding="utf8"))


def written(fact: Fact) -> str:
    value = fact.value
    if isinstance(value, Amount):
        low, high = (None if end is None else int(end) for end in (value.min, value.max))
        said = f"{low}-{high} {value.currency}/{value.per}"
    elif isinstance(value, Years):
        said = f"{value.min}-{value.max}"
    else:
        said = f"{value} {fact.detail}".strip() if fact.field == "deadline" else value
    return said + ("*" if fact.modality == "asset" else "")


def found_in(name: str) -> dict[str, list[str]]:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf8")
    found: dict[str, list[str]] = defaultdict(list)
    for fact in facts_of(posting_of("messy", name, Content(text))):
        assert text[fact.start : fact.end] == fact.quote
        found[fact.field].append(written(fact))
    return found


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_what_an_announcement_states(name: str) -> None:
    found = found_in(name)
    assert {field: sorted(found[field]) for field in RIGHT[name]} == RIGHT[name]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("survey", "driving_licence"),
        ("grants", "driving_licence"),  # "No driving licence needed"
        ("internship", "driving_licence"),  # « Tu n'as pas besoin du permis »
        ("table", "driving_licence"),  # « Permis non exigé »
        ("prolonged", "driving_licence"),
        ("letter", "degree"),  # « Nous ne demandons ni diplôme ni permis »
        ("letter", "driving_licence"),
        ("portal", "deadline"),
        ("erratum", "apply_to"),  # by post alone
        ("erratum", "expenses"),  # they are in the budget
        ("review", "expenses"),
    ],
)
def test_what_an_announcement_does_not_state(name: str, field: str) -> None:
    assert found_in(name)[field] == []
