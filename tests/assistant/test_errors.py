"""What a person is refused with on the page is said in the language of the page."""

from __future__ import annotations

import string
from collections.abc import Callable

import pytest

from assistant.adding import checked_text
from assistant.errors import AssistantError, UserError, WordedError
from assistant.letters.cv import cv_of
from assistant.questions import checked
from assistant.resources import table
from assistant.web.calls import answer, calls
from tests.fake_backend import AGADIR, FakeBackend


def names(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_say_the_same_errors() -> None:
    both = table("errors.toml")
    assert list(both["fr"]) == list(both["en"])
    assert all(names(both["fr"][key]) == names(both["en"][key]) for key in both["en"])


@pytest.mark.parametrize(
    ("act", "given", "english", "french"),
    [
        (checked, "?", "The question is empty.", "La question est vide."),
        (checked, "x" * 2001, "This question has 2,001 characters", "Cette question a 2\u202f001 caractères"),
        (checked_text, " ", "There is no text to add", "Il n'y a pas de texte à ajouter"),
        (cv_of, "", "The CV is empty, or a scan", "Le CV est vide, ou c'est une image"),
        (cv_of, "x" * 60_001, "This has 60,001 characters", "Ce texte a 60\u202f001 caractères"),
    ],
)  # fmt: skip
def test_a_refusal_is_said_in_either_language(
    act: Callable[[str], object], given: str, english: str, french: str
) -> None:
    with pytest.raises(WordedError) as raised:
        act(given)
    assert str(raised.value) == raised.value.said("en")
    assert raised.value.said("en").startswith(english)
    assert raised.value.said("fr").startswith(french)
    assert isinstance(raised.value, UserError)


def test_an_error_of_one_language_says_what_it_says() -> None:
    assert AssistantError("As it is.").said("fr") == "As it is."


def test_the_page_says_it_in_its_own_language() -> None:
    known = calls(FakeBackend())
    asked = {"what": "letter", "posting": AGADIR.name, "cv": "x", "language": "fr"}
    assert answer(known, asked)["error"].startswith("Le CV est vide")
    assert answer(known, {**asked, "language": "en"})["error"].startswith("The CV is empty")
