"""Small towns as places of work, what they lie in, and the names that are words, people's or an employer's as well."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.asking.lexicon import words_of
from assistant.assistant import Assistant
from assistant.departements import names_one
from assistant.facts import facts_of
from assistant.places import areas_of, is_main_town, is_town, may_lie_in
from tests.support import assistant_over, posting


@pytest.mark.parametrize(
    ("town", "areas"),
    [
        ("Ballinasloe", {"Irlande"}),
        ("Gesves", {"Belgique", "Wallonie"}),
        ("Saignelégier", {"Suisse"}),
        ("Banfora", {"Burkina Faso"}),
        ("Levallois-Perret", {"92", "Île-de-France", "France"}),
        ("St-Denis", {"93", "Île-de-France", "France"}),
        ("Swansea", {"Pays de Galles", "Royaume-Uni"}),  # named in the tables, with its country alone
        ("Nice", {"06", "Provence-Alpes-Côte d'Azur", "France"}),
        ("Trois-Rivières", {"Québec", "Canada"}),
        ("Londres", {"Angleterre", "Royaume-Uni"}),  # by its other name
    ],
)
def test_a_town_lies_in_its_areas(town: str, areas: set[str]) -> None:
    assert is_town(town)
    assert areas_of(town) == areas


@pytest.mark.parametrize("word", ["Bureau", "Benoît", "Reading", "Mission", "Contrat", "Manager"])
def test_words_and_people_are_no_towns(word: str) -> None:
    assert not is_town(word)


@pytest.mark.parametrize(
    ("town", "area"), [("Cardigan", "Pays de Galles"), ("Orly", "94"), ("Die", "26"), ("Man", "Côte d'Ivoire")]
)
def test_a_town_that_is_a_word_lies_somewhere_and_is_not_told_by_its_name(town: str, area: str) -> None:
    assert area in areas_of(town)
    assert not is_town(town)


def test_a_namesake_may_lie_in_another_departement() -> None:
    assert may_lie_in("Fleurus", "42")
    assert not may_lie_in("Nice", "75")
    assert not is_main_town("Saint-Gobain")


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Halligan Motors needs a technician to take over his ramp in Ballinasloe.", ["Ballinasloe"]),
        ("Bonjour le groupe, chez nous à Gesves on cherche un trayeur.", ["Gesves"]),
        ("La Fondation du Musée du Papier, à Yvonand, met au concours un poste.", ["Yvonand"]),
        ("Lieu d'affectation : bureau de terrain de Man, avec des déplacements à Danané et Biankouma", ["Man"]),
        ("Duty station: field office of Lira, with trips to Kitgum and Pader", ["Lira"]),
        ("EMS La Châtaigneraie, Fully (VS)", ["Fully"]),
        ("Corrib Clinic, Oranmore, Co. Galway", ["Oranmore"]),
        (
            "Par suite du départ en retraite du titulaire, la Commune de Corcelles-le-Lac engage.",
            ["Corcelles-le-Lac"],
        ),
        ("Four days a week in our kitchen at Enniscorthy and one at the college in Wexford.", ["Enniscorthy"]),
        ("Quatre jours à l'atelier de Saignelégier. Cours professionnels à Delémont.", ["Saignelégier"]),
        ("L'Union de la Comoé (UCK, 1 340 productrices, Banfora, Burkina Faso) cherche un vendeur.", ["Banfora"]),
        ("Bright Steps Nursery (Kacyiru, Kigali) is looking for an assistant.", ["Kigali"]),
        ("Le cabinet Kouadio, installé à Abidjan-Plateau, ouvre un poste.", ["Abidjan-Plateau"]),
        ("Nous recrutons pour notre antenne de l'Est, un bureau à Fada N'Gourma.", ["Fada N'Gourma"]),
        ("We are hiring for our office in the North, based in Kidal.", ["Kidal"]),
        ("Un mot de Saint-Gobain : bienvenue.", []),
    ],
)
def test_where_work_is(body: str, places: list[str]) -> None:
    made = posting(f"Vendeur (H/F)\n\n{body}\n")
    assert [fact.value for fact in facts_of(made) if fact.field == "location"] == places


POSTINGS = {
    "mecano.txt": "Technician\n\nHalligan Motors needs a technician for its workshop in Ballinasloe.\n",
    "trayeur.txt": "Trayeur\n\nLieu : Gesves\n\nPermis B obligatoire.\n",
    "accueil.txt": "Receptionist\n\nLocation: Swansea\n\nContract: permanent.\n",
    "pont.txt": "Pontier\n\nLieu : Quimper (29)\n\nContrat : CDI.\n",
    "ain.txt": "Vendeur\n\nLieu : 01 - Oyonnax\n\nContrat : CDI, 92 heures par mois.\n",
    "agent.txt": "Agent d'accueil\n\nLieu : Banfora\n\nContrat : CDD de 6 mois.\n",
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(POSTINGS, tmp_path_factory.mktemp("towns")) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs are in Ireland?", {"mecano.txt"}),
        ("Quels postes sont en Belgique ?", {"trayeur.txt"}),
        ("Quels postes sont en Wallonie ?", {"trayeur.txt"}),
        ("Which jobs are in Wales?", {"accueil.txt"}),
        ("Y a-t-il des postes au Pays de Galles ?", {"accueil.txt"}),
        ("Quels postes sont en Afrique ?", {"agent.txt"}),
        ("Which of them are in Scotland?", set()),
        ("J'habite Lille, je cherche en Belgique", {"trayeur.txt"}),
        ("Je cherche à Gesves", {"trayeur.txt"}),
        ("Quels postes dans le 29 ?", {"pont.txt"}),
        ("Y a quoi dans le 01, 29 ou 74 ?", {"pont.txt", "ain.txt"}),
        ("Any jobs in the 01 or 29?", {"pont.txt", "ain.txt"}),
        ("Quels postes sont dans le 92 ou le 75 ?", set()),
        ("Quels postes dans le 01 ou le 92 ?", {"ain.txt"}),
        ("I live in Leeds, I'm looking for a job in Swansea", {"accueil.txt"}),
        ("J'habite Banfora, quels postes pour moi ?", {"agent.txt"}),
    ],
)
def test_areas_that_are_asked_for(asked: Assistant, question: str, right: set[str]) -> None:
    answer = asked.ask(question)
    assert {match.posting for match in answer.matches} == right, answer.text


def test_a_departement_without_a_posting_is_named(asked: Assistant) -> None:
    assert asked.ask("Quels postes sont dans le 92 ?").text.startswith(
        "Aucune des 6 offres n'est basée dans les Hauts-"
    )
    assert "« 92 »" not in asked.ask("Quels postes sont dans le 92 ?").text
    assert "basée dans l'Ain (01)" in asked.ask("Quels postes dans le 01 ?").text


def test_a_row_of_numbers_is_read_in_steps() -> None:
    words = words_of("dans le " + ", ".join(["01"] * 3_000))
    assert names_one(words, 12)
    assert not names_one(words, len(words) - 1)  # nobody names so many, and each is looked at by itself
