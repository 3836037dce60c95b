"""How many languages a posting demands at the least."""

from __future__ import annotations

import pytest

from assistant.answering.languages_counted import languages_counted
from assistant.asking.reading import Condition
from assistant.domain import Fact
from assistant.facts import facts_of
from tests.support import posting


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Langues : anglais ou français courant. Arabe apprécié.", 1),
        ("Fluency in English and either French or Arabic is required.", 2),
        ("Maîtrise d'une des langues suivantes : wolof, pulaar, sérère.", 1),
        ("One of the following languages is required: Wolof, Pulaar, Serer.", 1),
        ("Français et wolof exigés.", 2),
        ("Langues : français et anglais courants, à l'oral ou à l'écrit.", 2),
        ("Fluent English and French, spoken or written.", 2),
        ("Fluent English. Good spoken Arabic. The report is written in English.", 2),
        ("Un dynamisme certain est exigé.", 0),
    ],
)
def test_number_of_languages(text: str, number: int) -> None:
    languages = [fact for fact in facts_of(posting(text)) if fact.field == "language"]
    at_least = [n for n in range(1, 5) if _held(languages, n) == "yes"]
    assert max(at_least, default=0) == number


def _held(languages: list[Fact], number: int) -> str:
    return languages_counted(Condition("language", asked="required", number=number), languages).state
