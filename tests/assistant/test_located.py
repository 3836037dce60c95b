"""Places with their prepositions."""

from __future__ import annotations

import pytest

from assistant.answering.located import located


@pytest.mark.parametrize(
    ("place", "french"),
    [
        ("Rabat", "à Rabat"),
        ("La Marsa", "à La Marsa"),
        ("Le Caire", "au Caire"),
        ("Les Cayes", "aux Cayes"),
        ("Maroc", "au Maroc"),
        ("maroc", "au maroc"),
        ("Tunisie", "en Tunisie"),
        ("Irak", "en Irak"),
        ("Mozambique", "au Mozambique"),
        ("États-Unis", "aux États-Unis"),
        ("Madagascar", "à Madagascar"),
        ("Sierra Leone", "en Sierra Leone"),
        ("Côte d'Ivoire", "en Côte d'Ivoire"),
        ("Afrique", "en Afrique"),
        ("Afrique de l'Ouest", "en Afrique de l'Ouest"),
        ("Moyen-Orient", "au Moyen-Orient"),
    ],
)
def test_a_place_takes_its_preposition(place: str, french: str) -> None:
    assert located("fr", place) == french
    assert located("en", place) == f"in {place}"
