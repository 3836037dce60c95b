"""What is told by the words kept of a passage is what reading it tells."""

from __future__ import annotations

import pytest

from assistant.domain import Chunk, Language, Section
from assistant.relevance import Relevance
from assistant.speaking import Covered
from vectorstore.keyword import Document, KeywordIndex, Words, words_of

PASSAGES: list[tuple[Language, str]] = [
    ("fr", "Vous soignez les chevaux et entretenez les écuries du centre équestre."),
    ("fr", "La coopérative vend de l'huile d'argan ; vous suivez sa comptabilité."),
    ("fr", "Tu es à l'aise avec le droit, la finance et l'IT."),
    ("en", "You look after horses and keep their boxes clean."),
    ("en", "We support women's cooperatives: it is a varied job."),
    ("en", "IT officer for our cooperatives in the South."),
    ("en", "12-15 field days a month; ref. AB-2026/04."),
]
TOPICS: list[tuple[Language, str]] = [
    ("fr", "chevaux"),
    ("en", "horses"),
    ("fr", "coopératives de femmes"),
    ("en", "women cooperatives"),
    ("en", "the IT of cooperatives"),
    ("fr", "l'IT"),
    ("fr", "droit ou finance"),
    ("en", "reference AB-2026/04"),
]


def _passages() -> list[tuple[Language, Chunk, Words]]:
    found = []
    for number, (language, text) in enumerate(PASSAGES):
        section = Section("other", (), 0, 0, len(text))
        chunk = Chunk("p", number, section, 0, len(text), text, "")
        found.append((language, chunk, words_of(Document(str(number), "p", text, language))))
    return found


@pytest.mark.parametrize(("language", "topic"), TOPICS)
def test_the_share_of_a_topic_is_the_same(language: Language, topic: str) -> None:
    passages = _passages()
    keywords = KeywordIndex()
    keywords.replace((), [words for _, _, words in passages])
    relevance = Relevance.of(topic, language, keywords)
    covered = Covered(relevance)
    told = [covered.share_of(chunk, spoken, words.words) for spoken, chunk, words in passages]
    read = [relevance.coverage(chunk.text_to_embed, spoken) for spoken, chunk, _ in passages]
    assert told == pytest.approx(read)
    assert max(told) > 0


def test_a_passage_of_which_no_words_are_kept_is_read() -> None:
    keywords = KeywordIndex()
    keywords.replace((), [words for _, _, words in _passages()])
    relevance = Relevance.of("chevaux", "fr", keywords)
    spoken, chunk, _ = _passages()[3]
    assert Covered(relevance).share_of(chunk, spoken, "") == 1.0
