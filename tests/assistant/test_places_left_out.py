"""Parts of a place that are left out of it or included in it, the halves of France, and continents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.store import Store
from tests.support import ask_on, store_of

TODAY = date(2026, 11, 30)


def _posting(title: str, place: str) -> str:
    return f"{title}\n\nOrganisation : Les Ateliers Ronds\nLieu : {place}\n\nMissions\n- tenir la caisse\n"


POSTINGS = {
    "lyon.txt": _posting("Caissière", "Lyon (69), France"),
    "privas.txt": _posting("Vendeur", "07 - PRIVAS"),
    "islands.txt": _posting("Libraire", "971 - LES ABYMES"),
    "rabat.txt": _posting("Comptable", "Rabat, Maroc"),
    "tamatave.txt": _posting("Magasinier", "Toamasina, Madagascar"),
    "dakar.txt": _posting("Archiviste", "Dakar, Sénégal"),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("left-out"), POSTINGS) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Il y a combien de postes en France métropolitaine (donc sans l'outre-mer) ?", "lyon privas"),
        ("How many jobs are in mainland France?", "lyon privas"),
        ("Which jobs are in France, not counting the overseas departments?", "lyon privas"),
        ("Quels postes sont en outre-mer ?", "islands"),
        ("Y a-t-il un poste dans les DOM ?", "islands"),
        ("Anything in overseas France?", "islands"),
        ("Which jobs are in France but not in Guadeloupe?", "lyon privas"),
        ("Combien d'annonces en France, sans compter l'Ardèche ?", "lyon islands"),
        ("Quels postes sont en Afrique, hors Maroc ?", "tamatave dakar"),
        ("Des postes en Afrique, sauf à Madagascar ou au Maroc ?", "dakar"),
        ("Which jobs are in Africa except Madagascar?", "rabat dakar"),
        ("Anything on the African continent, Madagascar included?", "rabat tamatave dakar"),
        ("Combien en Afrique, Madagascar compris ?", "rabat tamatave dakar"),
        ("Quelque chose sur le continent africain, Madagascar inclus ?", "rabat tamatave dakar"),
        ("Jobs in Africa, including Madagascar?", "rabat tamatave dakar"),
        ("Des postes en Afrique, y compris à Madagascar ?", "rabat tamatave dakar"),
        ("Anything on the European continent?", "lyon privas islands"),
        ("Which jobs are outside France?", "rabat tamatave dakar"),
        ("Quels postes ne sont pas au Maroc ?", "lyon privas islands tamatave dakar"),
    ],
)
def test_sets(store: Store, question: str, names: str) -> None:
    _, found, text = ask_on(store, TODAY, question)
    assert found == set(names.split()), text
    assert "compris »" not in text
    assert "Leaving out" not in text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Quels postes sont en Afrique, hors Maroc ?", "basées en Afrique et ne sont pas basées au Maroc"),
        ("Which jobs are in France but not in Guadeloupe?", "based in France and are not based in Guadeloupe"),
        ("Anything on the African continent?", "based in Africa"),
        ("Quelque chose sur le continent africain ?", "basées en Afrique"),
        ("Quels postes sont en France métropolitaine ?", "basées en France métropolitaine"),
    ],
)
def test_what_is_told(store: Store, question: str, words: str) -> None:
    assert words in ask_on(store, TODAY, question)[2]


@pytest.mark.parametrize("question", ["Postes à Dakar, Oxfam", "Jobs in Dakar, Oxfam"])
def test_a_name_behind_a_comma_is_no_place(store: Store, question: str) -> None:
    assert "Oxfam" in ask_on(store, TODAY, question)[2]


@pytest.mark.parametrize("question", ["Postes à Dakar, Bamako ?", "Jobs in Dakar, Bamako"])
def test_a_town_behind_a_comma_is_one_more_place(store: Store, question: str) -> None:
    assert ask_on(store, TODAY, question)[:2] == ("set", {"dakar"})
