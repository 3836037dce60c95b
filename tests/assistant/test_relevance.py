"""How surely a passage answers: words, and the two encoders."""

from __future__ import annotations

import pytest

from assistant.relevance import ENOUGH, Relevance, telling
from vectorstore.keyword import Document, KeywordIndex

TEXTS = {
    "fr": "Gérer l'approvisionnement en eau des coopératives rurales",
    "en": "Coordinate the training of teachers in rural schools",
}


@pytest.mark.parametrize(
    ("question", "language", "words"),
    [
        ("des postes de sage-femme", "fr", ["sage-femme"]),
        ("une sage femme à Taza", "fr", ["sage-femme", "taza"]),
        ("a night watchman in Taza", "en", ["night-watchman", "taza"]),
    ],
)
def test_a_word_written_in_several_tells_one_thing(question: str, language: str, words: list[str]) -> None:
    assert [token.form for token in telling(question, language)] == words


@pytest.fixture(scope="module")
def keywords() -> KeywordIndex:
    index = KeywordIndex()
    index.add(Document(language, language, text, language) for language, text in TEXTS.items())
    return index


@pytest.mark.parametrize(
    ("question", "language", "text", "least"),
    [
        ("Qui s'occupe de l'eau ?", "fr", "fr", 0.99),
        ("Who deals with water?", "en", "fr", 0.99),  # by the glossary
        ("Who trains teachers?", "en", "en", 0.99),
        ("Qui forme des enseignants ?", "fr", "en", 0.99),
    ],
)
def test_coverage(keywords: KeywordIndex, question: str, language: str, text: str, least: float) -> None:
    assert Relevance.of(question, language, keywords).coverage(TEXTS[text], text) >= least


@pytest.mark.parametrize(
    ("question", "language", "thing", "others"),
    [
        (
            "Which job helps small clients protect their inventions?",
            "en",
            "a patent attorney",
            "help for small clients",
        ),
        (
            "Quel poste aide de petits clients à protéger leurs inventions ?",
            "fr",
            "cabinet de brevets",
            "aide aux clients",
        ),
        ("Which job is about sewage in a small place?", "en", "sewerage works", "a small place"),
        ("Où est-ce qu'on apprend à des petits à nager ?", "fr", "natation", "apprendre aux petits"),
    ],
)
def test_a_thing_outweighs_what_goes_with_anything(
    keywords: KeywordIndex, question: str, language: str, thing: str, others: str
) -> None:
    told = Relevance.of(question, language, keywords).concrete
    assert told.coverage(thing, language) > told.coverage(others, language)


@pytest.mark.parametrize(
    ("question", "nearness", "second", "answers"),
    [
        ("Who deals with water?", 0.8, None, True),  # words alone
        ("thirsty villages", 0.8, None, False),  # neither words nor nearness
        ("thirsty villages", 0.8, 0.3, True),  # the second encoder alone
        ("thirsty villages", 0.8, 0.1, False),
        ("thirsty villages", None, None, False),
        ("Who deals with water?", 0.8, 0.1, True),
        ("Who deals with water?", 0.8, -0.1, False),  # the word is there by chance
    ],
)
def test_score(
    keywords: KeywordIndex, question: str, nearness: float | None, second: float | None, answers: bool
) -> None:
    score = Relevance.of(question, "en", keywords).score(TEXTS["fr"], "fr", nearness, second)
    assert (score >= ENOUGH) == answers


def test_the_words_searched_are_those_written(keywords: KeywordIndex) -> None:
    asked = Relevance.of("Which job needs IT and Water?", "en", keywords)
    assert asked.as_written.split() == ["IT", "Water"]
