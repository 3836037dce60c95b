"""Fields of work: which postings are in health, data or farming, by their titles or by what they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.resources import table
from assistant.store import Store
from tests.support import ask_on, store_of

TODAY = date(2026, 11, 28)
POSTINGS = {
    "nurse.txt": "Infirmier (H/F)\n\nOrganisation : Clinique\nLieu : Annecy\n\nMissions\n- soins et surveillance\n",
    "cook.txt": "Cuisinier (H/F)\n\nOrganisation : Clinique du Lac\nLieu : Annecy\n\nMissions\n- repas des patients\n",
    "data.txt": "Data analyst (H/F)\n\nOrganisation : Kiosque\nLieu : Lyon\n\nMissions\n- tableaux de bord Power BI\n",
    "java.txt": "Java developer\n\nOrganisation: Rivers Software\nLocation: Bristol\n\nTasks\n- web services\n",
    "herders.txt": (
        "Chargé(e) de projet « Terres vivantes »\n\nOrganisation : Amane\nLieu : Tiznit, Maroc\n\nMissions\n"
        "- planifier les campagnes de semis avec les paysans\n- suivre l'irrigation des parcelles.\n"
        "- former trente agricultrices au compost.\n"
    ),
    "agents.txt": "Experte IA générative\n\nOrganisation : Nuage\nLieu : Lyon\n\nMissions\n- agents pour la paie\n",
    "trainer.txt": "Formateur en droit du travail\n\nOrganisation : Pont\nLieu : Lille\n\nProfil\nMaster en droit.\n",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("branches"), POSTINGS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs are in health care?", {"nurse"}),
        ("quels postes sont dans la santé ?", {"nurse"}),
        ("Quelles offres dans l'informatique ?", {"java", "agents"}),
        ("any IT jobs?", {"java", "agents"}),
        ("quels postes sont dans la data ?", {"data"}),
        ("which postings are in the data sector?", {"data"}),
        ("Which jobs are in artificial intelligence?", {"agents"}),
        ("Quelles offres en intelligence artificielle n'exigent pas l'anglais ?", {"agents"}),
        ("Which jobs are in farming?", {"herders"}),
        ("quelles annonces du secteur agricole ?", {"herders"}),
        ("Quels postes sont dans la restauration ?", {"cook"}),
        ("Which jobs are in education?", {"trainer"}),
        ("which jobs in health are in Annecy?", {"nurse"}),
        ("Which jobs are in logistics?", set()),
    ],
)
def test_postings_of_a_field_of_work_are_those_whose_titles_or_sentences_put_them_there(
    store: Store, question: str, right: set[str]
) -> None:
    kind, shown, _ = ask_on(store, TODAY, question)
    assert (kind, shown) == ("set", right)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which jobs are in logistics?", "is in transport and logistics"),
        ("quels postes sont dans la logistique ?", "n'est dans le transport et la logistique"),
        ("combien de postes dans la santé ?", "1 offre sur 7 est dans la santé"),
    ],
)
def test_a_field_of_work_is_named_in_the_answer(store: Store, question: str, said: str) -> None:
    assert said in ask_on(store, TODAY, question)[2]


@pytest.mark.parametrize(
    "question", ["Which jobs ask for a master in law?", "quels postes exigent un master en droit ?"]
)
def test_a_degree_in_a_field_is_asked_for_as_a_degree(store: Store, question: str) -> None:
    assert ask_on(store, TODAY, question)[1] == {"trainer"}


@pytest.mark.parametrize("key", list(table("branches.toml")))
def test_a_field_of_work_has_names_and_signs_in_both_languages(key: str) -> None:
    entry = table("branches.toml")[key]
    assert set(entry["name"]) == {"fr", "en"}
    assert all(entry[part] for part in ("names", "titled", "spoken"))
    assert all(phrase == phrase.casefold() and "(" not in phrase for phrase in (*entry["titled"], *entry["spoken"]))
