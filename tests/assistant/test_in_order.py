"""The first of all, and all in order: « laquelle ferme en premier ? » quotes one posting, "rank them" quotes each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.domain import Answer
from assistant.indexing import index_folder
from assistant.suggestions import suggestions
from tests.support import hash_store, write_files

POSTINGS = {
    "miel.txt": (
        "Apiculteur (H/F)\n\nOrganisation : Ruches du Dadès\nLieu : Boumalne\nPays : Maroc\n"
        "CDD de 6 mois\nSalaire : 3 200 MAD net par mois\n\n"
        "Profil\n- Trois ans d'expérience au minimum\n\nDate limite : 4 décembre 2026\n"
    ),
    "lac.txt": (
        "Finance Officer\n\nOrganization: Lake Fishers Union\nLocation: Kisumu\nCountry: Kenya\n"
        "Fixed-term contract of 12 months\nSalary: 90,000 KES gross per month\n\n"
        "Requirements\n- At least two years of experience\n\nDeadline: 20 December 2026\n"
    ),
    "four.txt": (
        "Boulanger (H/F)\n\nOrganisation : Fournil d'Agdz\nLieu : Agdz\nPays : Maroc\n"
        "CDI\nSalaire : 4 100 MAD net par mois\n\n"
        "Profil\n- Un an d'expérience au minimum\n\nDate limite : 11 décembre 2026\n"
    ),
    "port.txt": (
        "Gardien (H/F)\n\nOrganisation : Port de Tarfaya\nLieu : Tarfaya\nPays : Maroc\n"
        "CDI\nSalaire : 2 900 MAD net par mois\n\nDate limite : 20 novembre 2026\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 30))


def _ask(assistant: Assistant, question: str) -> Answer:
    return assistant.ask(question)


@pytest.mark.parametrize(
    ("question", "first", "quoted"),
    [
        # One is asked for: it is quoted, and those behind it are named.
        ("Laquelle ferme en premier ?", "miel", "miel"),
        ("Which one closes first?", "miel", "miel"),
        ("Quelle offre a la date limite la plus proche ?", "miel", "miel"),
        ("Of all the jobs, which one pays the most in dirhams?", "four", "four"),
        ("Quel poste paie le mieux en dirhams ?", "four", "four"),
        ("Quel est le poste le moins bien payé en dirhams ?", "port", "port"),
        ("What is the worst paid job in dirhams?", "port", "port"),
        ("Which job asks for the least experience?", "four", "four"),
        # Several are asked for, or an order.
        ("Quelles offres ferment en premier ?", "miel", "miel four lac port"),
        ("Which jobs have the closest deadlines?", "miel", "miel four lac port"),
        ("Classe les offres par date limite", "miel", "miel four lac port"),
        ("Rank the jobs by deadline", "miel", "miel four lac port"),
        ("Trie les annonces par salaire décroissant", "four", "four miel port lac"),
        ("Sort the jobs by pay, lowest first", "port", "port miel four lac"),
        ("Peux-tu ranger les offres par années d'expérience ?", "four", "four lac miel"),
        ("List the jobs in order of experience, highest first", "miel", "miel lac four"),
        ("Top 3 des offres les mieux payées en dirhams", "four", "four miel port"),
        # Of two that are named both are told.
        ("Which closes first, the Kisumu job or the Agdz one?", "four", "four lac"),
        ("Which closes first, the Tarfaya job or the Agdz one?", "four", "four port"),
        ("Qui clôture en premier, le poste de Tarfaya ou celui d'Agdz ?", "four", "four port"),
    ],
)
def test_the_first_or_all_in_order(question: str, first: str, quoted: str, assistant: Assistant) -> None:
    answer = _ask(assistant, question)
    assert answer.kind == "ranking", answer.text
    assert [match.posting for match in answer.matches] == [f"{first}.txt"]
    cited = dict.fromkeys(citation.posting.removesuffix(".txt") for citation in answer.citations)
    assert " ".join(cited) == quoted, answer.text


@pytest.mark.parametrize(
    "question",
    ["Which closed first, the Tarfaya job or the Boumalne one?", "Qui ferme en premier, Tarfaya ou Boumalne ?"],
)
def test_of_two_that_are_closed_it_is_told_which_closed_first(question: str, assistant: Assistant) -> None:
    later = Assistant(assistant.store, lambda: date(2026, 12, 10))
    answer = _ask(later, question)
    cited = dict.fromkeys(citation.posting for citation in answer.citations)
    assert list(cited) == ["port.txt", "miel.txt"], answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Laquelle ferme en premier ?", ["Ensuite :", "- Boulanger (H/F), Fournil d'Agdz (Agdz)"]),
        ("Which one closes first?", ["Then:", "- Boulanger (H/F), Fournil d'Agdz (Agdz)"]),
        ("Which job pays the most?", ["In another currency", "- Finance Officer, Lake Fishers Union (Kisumu)"]),
        ("Quel poste paie le mieux ?", ["Dans une autre monnaie", "- Finance Officer, Lake Fishers Union (Kisumu)"]),
        ("Classe les offres par date limite", ["Déjà closes :", "- Gardien (H/F), Port de Tarfaya"]),
        ("Rank the jobs by deadline", ["Closed already:", "- Gardien (H/F), Port de Tarfaya"]),
    ],
)
def test_the_others_are_named(question: str, said: list[str], assistant: Assistant) -> None:
    text = _ask(assistant, question).text
    assert all(part in text for part in said), text


@pytest.mark.parametrize("question", ["Quel poste paie le mieux en dirhams ?", "Which job has the highest MAD salary?"])
def test_other_currencies_are_left_out_where_one_is_named(question: str, assistant: Assistant) -> None:
    assert "Finance Officer" not in _ask(assistant, question).text


@pytest.mark.parametrize(
    "question",
    [
        "What salary range does the baker job offer?",
        "What sort of pay does the baker get?",
        "In order to apply, what is the deadline of the job in Agdz?",
        "Quelle gamme de salaire pour le boulanger d'Agdz ?",
        "What is the deadline of the job that tries bakers in Agdz?",
    ],
)
def test_nothing_is_put_in_order_unasked(question: str, assistant: Assistant) -> None:
    assert _ask(assistant, question).kind != "ranking"


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        ("Laquelle ferme en premier ?", "Classe les offres par date limite"),
        ("Which one closes first?", "Rank the jobs by deadline"),
        ("Which job pays the most?", "Rank the jobs by pay"),
        ("Quel contrat est le plus long ?", "Classe les offres par durée de contrat"),
        ("Quelle offre demande le moins d'expérience ?", "Classe les offres par années d'expérience"),
    ],
)
def test_the_order_is_offered_and_answered(question: str, offered: str, assistant: Assistant) -> None:
    library = assistant.store.library
    ids = {shown: id for id, shown in library.display_names.items()}
    answer = _ask(assistant, question)
    assert suggestions(answer, lambda name: library.facts[ids[name]])[0] == offered
    assert _ask(assistant, offered).kind == "ranking"
