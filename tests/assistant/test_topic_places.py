"""Where a text is read for a topic, and how much of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import assistant.topic_places as topic_places_module
from assistant.asking.lexicon import SEAM, Word, forms_of, holds, words_around, words_of
from assistant.phrases import places, sure_words
from assistant.topic_places import topic_places

TEXTS = {
    "nuit": "Un poste de nuit, à l'hôpital. Recrute 2 infirmiers.",
    "night": "You work at night.\nThe team is on-call; no phone.",
    "oeuvre": "Main d'Œuvre et télé-travail : 01 02 03 04",
}


@pytest.mark.parametrize(
    ("phrases", "found"),
    [
        (["travail de nuit"], {}),
        (["de nuit"], {"nuit": {2, 3}}),
        (["at night", "de nuit"], {"nuit": {2, 3}, "night": {2, 3}}),
        (["on call", "oncall"], {"night": {7, 8}}),
        (["main d'oeuvre"], {"oeuvre": {0, 1}}),
        (["tele travail*"], {"oeuvre": {3, 4}}),
        (["hopita*", "hopit"], {"nuit": {5}}),
        (["recrute #"], {"nuit": {6, 7}}),
        (["# #job"], {"nuit": {7, 8}}),
        (["# # # #"], {"oeuvre": {5, 6, 7, 8}}),
        (["recrute (#|des) (~ |)(infirmiers|#job)"], {"nuit": {6, 7, 8}}),
        # all words are there, and no phrase of them
        (["nuit de", "hopital (poste|nuit)"], {}),
        (["poste ~ (nuit|jour)", "(on|off) call"], {"nuit": {1, 2, 3}, "night": {7, 8}}),
        ([], {}),
    ],
)
def test_where_a_phrase_may_stand(phrases: list[str], found: dict[str, set[int]]) -> None:
    """The words of the phrase are told by their numbers; one of them is enough."""
    within = {identity: _numbers(phrases, text) for identity, text in TEXTS.items()}
    assert {identity for identity, numbers in within.items() if numbers} == set(found)
    assert all(found[identity].issuperset(numbers) for identity, numbers in within.items() if numbers)


@pytest.mark.parametrize(
    "text", [*TEXTS.values(), "Aujourd’hui, qu'il n'y ait", "l' été d'Œuvre", "L’ANNÉE 2025_26", ""]
)
def test_forms_are_those_of_the_words(text: str) -> None:
    assert forms_of(text) == [word.form for word in words_of(text)]


def test_words_around_are_all_that_bears_on_a_phrase() -> None:
    text = " ".join(f"mot{n} l'avis" for n in range(200))
    whole, near = words_of(text), words_around(text, [200])
    assert near == whole[200 - len(near) // 2 : 200 + len(near) // 2 + len(near) % 2]
    assert 30 < len(near) < 60


def test_no_phrase_stands_over_words_that_are_left_out() -> None:
    text = " ".join(f"mot{n}" for n in range(400))
    near = words_around(text, [0, 399])
    last = max(n for n, word in enumerate(near) if word.form != SEAM and int(word.form[3:]) < 200)
    seam, after = near[last + 1].form, near[last + 2].form
    assert seam == SEAM
    assert holds(near, [f"{near[last].form} {after}"]) == []
    assert places(near, (f"{near[last].form} ~ {after}",)) == []
    assert places(near, ("mot395 ~ (mot399|mot0)",)) != []


@pytest.mark.parametrize("phrase", ["mot3 avis", "avis mot7", "mot0", "mot199 avis"])
def test_the_same_is_found_in_words_around(phrase: str) -> None:
    text = " ".join(f"mot{n} l'avis" for n in range(200))
    numbers = _numbers([phrase], text)
    whole, near = words_of(text), words_around(text, numbers)
    assert _places(near, phrase) == _places(whole, phrase) != []


def _numbers(phrases: list[str], text: str) -> Sequence[int]:
    """The numbers of the words about which one of the phrases stands, as those of the only topic."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(topic_places_module, "topics", lambda: {"one": {"words": phrases}})
        patch.setattr(topic_places_module, "_anchors", topic_places_module._anchors.__wrapped__)
        patch.setattr(topic_places_module, "_about", topic_places_module._about.__wrapped__)
        return topic_places(text).get("one", [])


def _places(words: list[Word], phrase: str) -> list[int]:
    return [words[first].start for first, _ in holds(words, [phrase])]


@pytest.mark.parametrize(
    ("phrase", "choices"),
    [
        ("(free|own) room", [{("room",)}, {("free",), ("own",)}]),
        ("(close|end (the|our) call) early", [{("early",)}, {("close",), ("end", "call")}]),
        ("bab(y|ies) in (the|our) care", [{("bab*",)}, {("in",)}, {("care",)}, {("the",), ("our",)}]),
        ("(negociable|a (discuter|debattre))", [{("negociable",), ("a",)}]),
        ("salaire a (discuter|debattre|)", [{("salaire",)}, {("a",)}]),
        ("chef d'equipe (~ |)#", [{("chef",)}, {("equipe",)}, {("#",)}]),
        ("((deaf|blind) pupils|people in wheelchairs)", [{("pupils",), ("people", "in", "wheelchairs")}]),
    ],
)
def test_a_phrase_surely_holds_no_word_of_a_choice_within_a_choice(
    phrase: str, choices: list[set[tuple[str, ...]]]
) -> None:
    assert list(map(set, sure_words(phrase))) == choices
