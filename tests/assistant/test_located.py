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
        ("Royaume-Uni", "au Royaume-Uni"),
        ("El Salvador", "au El Salvador"),
        ("Île Maurice", "à l'Île Maurice"),
        ("Île-de-France", "en Île-de-France"),
        ("Bretagne", "en Bretagne"),
        ("Var", "dans le Var"),
        ("Yvelines", "dans les Yvelines"),
        ("Hérault", "dans l'Hérault"),
        ("Ardennes", "dans les Ardennes"),
        ("Écosse", "en Écosse"),
        ("Pays de Galles", "au Pays de Galles"),
        ("Paris", "à Paris"),
        ("Ontario", "en Ontario"),
        ("Souss-Massa", "dans la région Souss-Massa"),
        ("région parisienne", "en région parisienne"),
        ("Sénégal ou au Mali", "au Sénégal ou au Mali"),
    ],
)
def test_a_place_takes_its_preposition(place: str, french: str) -> None:
    assert located("fr", place) == french
    assert located("en", place) == f"in {place}"


@pytest.mark.parametrize(
    ("number", "french", "english"),
    [
        ("92", "dans les Hauts-de-Seine (92)", "in Hauts-de-Seine (92)"),
        ("29", "dans le Finistère (29)", "in Finistère (29)"),
    ],
)
def test_a_number_is_that_of_its_departement(number: str, french: str, english: str) -> None:
    assert (located("fr", number), located("en", number)) == (french, english)
