"""Which postings are read for a phrase, and how much of them."""

from __future__ import annotations

import pytest

from assistant.asking.lexicon import Word, holds, words_around, words_of
from assistant.phrases import sure_words
from assistant.word_index import WordIndex

TEXTS = {
    "nuit": "Un poste de nuit, à l'hôpital. Recrute 2 infirmiers.",
    "night": "You work at night.\nThe team is on-call; no phone.",
    "oeuvre": "Main d'Œuvre et télé-travail : 01 02 03 04",
}


@pytest.mark.parametrize(
    ("phrases", "found"),
    [
        (["travail de nuit"], {}),
        (["de nuit"], {"nuit": {"nuit"}}),
        (["at night", "de nuit"], {"nuit": {"nuit"}, "night": {"night"}}),
        (["on call", "oncall"], {"night": {"call"}}),
        (["main d'oeuvre"], {"oeuvre": {"oeuvre"}}),
        (["tele travail*"], {"oeuvre": {"travail"}}),
        (["hopita*", "hopit"], {"nuit": {"hopital"}}),
        (["recrute #"], {"nuit": {"recrute"}}),
        (["# #job"], {"nuit": {"2", "infirmiers"}}),
        (["# # # #"], {"nuit": {"un", "2"}, "oeuvre": {"01", "02", "03", "04"}}),
        ([], {}),
    ],
)
def test_speaking(phrases: list[str], found: dict[str, set[str]]) -> None:
    spoken = WordIndex.of(TEXTS).speaking(phrases)
    assert list(spoken) == list(found)
    assert all(spoken[identity] & words for identity, words in found.items())


def test_words_around_are_all_that_bears_on_a_phrase() -> None:
    text = " ".join(f"mot{n} l'avis" for n in range(200))
    whole, near = words_of(text), words_around(text, {"mot100"})
    place = whole.index(next(word for word in whole if word.form == "mot100"))
    assert near == whole[place - len(near) // 2 : place + len(near) // 2 + len(near) % 2]
    assert 30 < len(near) < 60


@pytest.mark.parametrize("phrase", ["mot3 avis", "avis mot7", "mot0", "mot199 avis"])
def test_the_same_is_found_in_words_around(phrase: str) -> None:
    text = " ".join(f"mot{n} l'avis" for n in range(200))
    anchors = WordIndex.of({"one": text}).speaking([phrase])["one"]
    whole, near = words_of(text), words_around(text, anchors)
    assert _places(near, phrase) == _places(whole, phrase) != []


def _places(words: list[Word], phrase: str) -> list[int]:
    return [words[first].start for first, _ in holds(words, [phrase])]


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("(free|own) room", {"room"}),
        ("(close|end (the|our) call) early", {"early"}),
        ("(negociable|a (discuter|debattre))", {"negociable", "a"}),
        ("salaire a (discuter|debattre)", {"discuter", "debattre"}),
        ("((deaf|blind) pupils|people in wheelchairs)", {"pupils", "wheelchairs"}),
    ],
)
def test_a_phrase_surely_holds_no_word_of_a_choice_within_a_choice(phrase: str, words: set[str]) -> None:
    assert sure_words(phrase) == words
