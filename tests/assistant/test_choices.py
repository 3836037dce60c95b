"""A choice of two, a job asked for by its name, and a language that is called like a people."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store

TEXTS = {
    "analyst": (
        "Data analyst (H/F)\n\nEntreprise : TISSERAND\nLieu : 87 - Limoges\n\n"
        "Avantages\nDeux jours de télétravail par semaine.\nSalaire : 2 400 € brut par mois.\n\n"
        "Candidature\nÀ envoyer à emploi@tisserand.example.\n"
    ),
    "manager": (
        "Data manager (H/F)\n\nEntreprise : KESTREL\nLieu : 75 - Paris\n\n"
        "Avantages\nUn jour de télétravail par semaine.\nSix semaines de congés payés et onze jours de RTT.\n"
        "Salaire : 3 100 € brut par mois, participation et intéressement.\n"
    ),
    "pharmacist": (
        "Pharmacien (H/F)\n\nEntreprise : PUITS BLEUS\nLieu : Bambari\n\n"
        "Profil\nVous parlez français. Le sango serait un plus.\n"
    ),
    "chef": "Chef de projet (H/F)\n\nEntreprise : ATELIER NORD\n\nVous suivez les travaux.\n\nCandidature\n"
    "Dossiers à déposer au siège, 4 rue du Lac, Rabat. Aucun dossier ne sera reçu par courriel.\n",
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("choices")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf8")
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who lets me work from home more days a week, Tisserand or Kestrel?", ("Deux jours", "Un jour")),
        ("Qui accorde le plus de télétravail : Tisserand ou Kestrel ?", ("Deux jours", "Un jour")),
        ("Qui paie le mieux : le data analyst de Limoges ou le data manager de Paris ?", ("2 400", "3 100")),
    ],
)
def test_a_choice_of_two_tells_of_both(asked: Assistant, question: str, said: tuple[str, str]) -> None:
    answer = asked.ask(question)
    assert {citation.posting for citation in answer.citations} == {"analyst.txt", "manager.txt"}
    assert all(any(words in citation.quote for citation in answer.citations) for words in said)


@pytest.mark.parametrize(
    ("question", "said", "quoted"),
    [
        ("Can I apply by email for the data analyst job?", "Yes", "emploi@tisserand.example"),
        ("Peut-on postuler par mail pour le poste de data analyst ?", "Oui", "emploi@tisserand.example"),
        (
            "Can I send my application for the chef de projet job by email?",
            "No",
            "Aucun dossier ne sera reçu par courriel",
        ),
        ("Peut-on postuler par mail comme chef de projet ?", "Non", "Aucun dossier ne sera reçu par courriel"),
        ("What is the email address for the data analyst job?", "Where to apply", "emploi@tisserand.example"),
    ],
)
def test_whether_one_may_apply_by_mail(asked: Assistant, question: str, said: str, quoted: str) -> None:
    answer = asked.ask(question)
    assert answer.statements[0].text.startswith(said)
    assert any(quoted in citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Combien de semaines de vacances et de jours de RTT a-t-on comme data manager chez Kestrel ?",
        "How many weeks of holiday does the data manager at Kestrel get?",
    ],
)
def test_how_much_leave_a_manager_has(asked: Assistant, question: str) -> None:
    assert any("Six semaines de congés" in citation.quote for citation in asked.ask(question).citations)


@pytest.mark.parametrize(
    "question", ["Which employers share their profits with staff?", "Qui partage ses bénéfices avec le personnel ?"]
)
def test_who_shares_profits(asked: Assistant, question: str) -> None:
    assert [match.posting for match in asked.ask(question).matches] == ["manager.txt"]


@pytest.mark.parametrize("question", ["Is anyone hiring a pastry chef?", "Y a-t-il un poste de chef pâtissier ?"])
def test_a_job_that_nobody_has_is_none(asked: Assistant, question: str) -> None:
    answer = asked.ask(question)
    assert answer.matches == ()
    assert answer.citations == ()


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Where is Sango a plus?", {"pharmacist.txt"}),
        ("Dans quelles offres le sango est-il un atout ?", {"pharmacist.txt"}),
        ("Which jobs require Sango?", {"pharmacist.txt"}),
    ],
)
def test_a_language_is_known_where_a_posting_names_it(asked: Assistant, question: str, right: set[str]) -> None:
    answer = asked.ask(question)
    assert {match.posting for match in answer.matches} == right
    assert {match.modality for match in answer.matches} == {"asset"}
