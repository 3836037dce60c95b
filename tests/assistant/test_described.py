"""A question that tells of a job in words of its own is no question on a topic that some of its words are of."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from assistant.asking.described import as_task, describes
from assistant.asking.kinds import Kind, QuestionKinds
from assistant.asking.reading import Condition, Reading

DONOR = (Condition("mention", "donor"),)


def reading(topic: str, conditions: tuple[Condition, ...] = (), postings: frozenset[str] | None = None) -> Reading:
    return Reading(
        "?", "?", "en", "set", conditions=conditions, topic=tuple(topic.split()), of_a_job=True, postings=postings
    )


def surely(key: str, share: float = 0.95) -> QuestionKinds:
    return cast(QuestionKinds, lambda _: Kind(key, share))


@pytest.mark.parametrize(
    ("asked", "kind", "is_open"),
    [
        (reading("promoting libraries raising", DONOR), "task", True),  # "a job promoting libraries and raising funds?"
        (reading("bibliothèques enfants", DONOR), "task", True),
        (
            reading("jeunes entreprise", (Condition("mention", "with_children", asked="required"),)),
            "target_group",
            True,
        ),
        (reading("bibliothèques", DONOR), "task", False),  # hardly more than the topic
        (reading("promoting libraries raising", DONOR), "donor_named", False),
        (reading("promoting libraries raising", (Condition("mention", "donor", negated=True),)), "task", False),
        (reading("promoting libraries raising", (Condition("language", "en"),)), "task", False),
        (reading("promoting libraries raising", DONOR, postings=frozenset(["one"])), "task", False),
    ],
)
def test_a_task_is_left_to_the_passages(asked: Reading, kind: str, is_open: bool) -> None:
    found = as_task(asked, surely(kind))
    assert (found.intent == "open" and not found.conditions) == is_open
    assert is_open or found == asked


@pytest.mark.parametrize(
    ("key", "topic", "told"),
    [
        ("target_group", "mothers children fled", True),
        ("target_group", "mères enfants fui", True),
        ("target_group", "mothers", False),
        ("housing", "mothers children fled", False),
    ],
)
def test_whom_a_job_serves_is_told_by_its_words(key: str, topic: str, told: bool) -> None:
    assert describes(key, reading(topic)) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Is there a job where I would map landslides in the mountains?", True),
        ("Y a-t-il un poste où je cartographierais des glissements de terrain ?", True),
        ("Are there any jobs where one counts birds in the marshes?", True),
        ("In which towns are the jobs?", False),
    ],
)
def test_a_job_told_by_its_work_asks_for_no_list_of_places(question: str, told: bool) -> None:
    asked = replace(reading(""), text=question, question=question, every=True)
    assert describes("location", asked) == told
