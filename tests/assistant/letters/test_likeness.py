"""What no rule decides: the words alone, and with the real second encoder, on labelled pairs in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest

from assistant.letters.cv import cv_of
from assistant.letters.likeness import Encode, Evidence, Judge
from assistant.rows import Vectors
from tests.assistant.letters.making import TODAY, second_encoder
from tests.assistant.letters.pairs import PAIRS, Pair

# A line that shows a thing, in words that two languages or two people do not share.
HELD_OUT: list[Pair] = [
    ("fr", "Organiser des événements, conférences et ateliers", "en", "Organised conferences and workshops", 2),
    ("fr", "Rédiger des études de cas et rapports d'impact", "fr", "Rapports d'impact et études de cas", 2),
    ("fr", "Former les responsables des coopératives à la négociation", "en", "Cut hair and managed bookings", 0),
    ("fr", "Appuyer la commune dans le suivi administratif", "fr", "Suivi administratif des communes partenaires", 2),
    ("en", "Manage relations with donors and partners", "fr", "Relations avec bailleurs et partenaires", 2),
    ("en", "Manage relations with donors and partners", "en", "Drove a delivery van", 0),
    ("en", "Experience with water and sanitation programmes", "fr", "Programme d'eau potable et d'assainissement", 2),
    ("en", "Experience with water and sanitation programmes", "fr", "Vente de programmes de fidélité", 0),
    ("fr", "Connaissance des mécanismes de protection de l'enfance", "en", "Child protection officer in a camp", 2),
    ("fr", "Connaissance des mécanismes de protection de l'enfance", "fr", "Mécanicien automobile", 0),
]  # fmt: skip


def grade(pair: Pair, encode: Encode | None) -> str:
    posting, asked, language, line, _ = pair
    frame = {"fr": "Prénom Nom\nville et adresse\nExpérience\n", "en": "Name Surname\ntown and street\nExperience\n"}
    cv = cv_of(f"{frame[language]}- {line}\n")
    return Evidence(cv, Judge(posting, "fr", TODAY, encode), [asked]).of(asked).grade


def counted(pairs: list[Pair], encode: Encode | None) -> dict[int, Counter[str]]:
    found: dict[int, Counter[str]] = {0: Counter(), 1: Counter(), 2: Counter()}
    for pair in pairs:
        found[pair[4]][grade(pair, encode)] += 1
    return found


def test_words_alone_never_show_what_is_not_there() -> None:
    found = counted([*PAIRS, *HELD_OUT], None)
    assert found[0]["shown"] + found[0]["close"] == 0
    assert found[1]["shown"] == 0


def test_likeness_alone_shows_nothing() -> None:
    def all_alike(texts: Sequence[str]) -> Vectors:
        return np.full((len(texts), 1), 1, dtype=np.float32)

    pair: Pair = ("fr", "Maîtrise de la comptabilité analytique", "fr", "Animation de théâtre pour enfants", 0)
    assert grade(pair, Encode(all_alike, all_alike)) == "to_confirm"


@pytest.mark.model
def test_with_the_encoder_what_is_there_is_found_in_both_languages() -> None:
    for pairs in (PAIRS, HELD_OUT):
        found = counted(pairs, second_encoder())
        assert found[0]["shown"] + found[0]["close"] == 0
        assert found[1]["shown"] == 0
        assert found[2]["not_shown"] <= len(pairs) / 20
        assert found[2]["shown"] + found[2]["close"] >= 0.7 * found[2].total()
