"""What a topic is asked of more closely, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.asking.closer import closer_name, more_closely
from assistant.asking.reading import Condition, Reading
from assistant.domain import Language
from assistant.facts.folded import pattern


@pytest.mark.parametrize(
    ("question", "language", "topic", "said", "named"),
    [
        (
            "Qui demande une expérience dans l'aéronautique ?", "fr", ("aéronautique",),
            "industrie aeronautique", "expérience : « aéronautique »",
        ),
        (
            "Which jobs want experience in the aviation industry?", "en", ("aviation", "industry"),
            "the aeronautics sector", "experience: “aviation”",
        ),
        (
            "Où demande-t-on de l'expérience auprès des maçons ?", "fr", ("maçons",),
            "macon", "",
        ),
        (
            "Which want experience with audits?", "en", ("audits",),
            "an audit", "experience: “audits”",
        ),
    ],
)  # fmt: skip
def test_experience_is_asked_in_its_field(
    question: str, language: Language, topic: tuple[str, ...], said: str, named: str
) -> None:
    asked = Condition("mention", "experience", asked="both")
    reading = Reading(question, question, language, "set", conditions=(asked,), topic=topic)
    [condition] = more_closely(reading).conditions
    assert pattern(condition.others[1:]).search(said)
    assert not named or closer_name(condition, language) == named


@pytest.mark.parametrize("question", ["Qui demande de l'expérience et le permis ?", "Which want experience?"])
def test_experience_by_itself_is_of_any_kind(question: str) -> None:
    reading = Reading(
        question, question, "fr", "set", conditions=(Condition("mention", "experience"),), topic=("flux",)
    )
    assert more_closely(reading).conditions[0].others == ()
