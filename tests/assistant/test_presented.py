"""A job that is told of in one sentence and asked about in the next; French and English beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.domain import Turn
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "orge.txt": (
        "Meunier (H/F)\n\nOrganisation : Moulin de l'Orge\nLieu : Meknès\nPays : Maroc\n"
        "CDD du 4 mai 2026 et jusqu'au 30/11/2026\n"
        "Durée du contrat : 7 mois\nSalaire : 5 200 MAD par mois\n\nProfil\n- Bac+2 en agroalimentaire exigé\n"
        "- Trois ans d'expérience au moins.\n- Permis B exigé\n\nCandidature\nContacter Salma au 05 00 00 00 00.\n"
    ),
    "barque.txt": (
        "Charpentier naval (H/F)\n\nOrganisation : Les Vieilles Barques\nLieu : Saint-Louis\nPays : Sénégal\n"
        "CDI\nSalaire : 210 000 XOF par mois\n\n"
        "Missions\n- Réparer des pirogues de pêche avec les jeunes du quartier\n\nProfil\n- Débutants acceptés\n"
        "- Permis B exigé\n\nCandidature\nCV à rh@barques.example avant le 3 mars 2027.\n"
    ),
    "abeille.txt": (
        "Beekeeper\n\nOrganization: Sweet Hives\nLocation: Kigali\nCountry: Rwanda\n"
        "Fixed-term contract of 9 months\nSalary: 400,000 RWF per month\n\n"
        "Your work\n- Look after forty hives and teach widows to sell their honey\n\n"
        "Who you are\n- Two years of experience at least.\n\nHow to apply\nSend your CV to jobs@hives.example.\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 28))


@pytest.mark.parametrize(
    ("question", "posting", "said"),
    [
        # an employer seeks somebody, and then something is asked
        ("Moulin de l'Orge cherche un meunier. Combien d'années faut-il avoir travaillé ?", "orge", "3 ans"),
        ("Sweet Hives is hiring a beekeeper. How long is the contract?", "abeille", "9 months"),
        ("Les Vieilles Barques recrutent quelqu'un à Saint-Louis : quel est le salaire ?", "barque", "210 000"),
        ("Sweet Hives needs someone in Kigali; what does it pay?", "abeille", "400,000"),
        # supposed in an if-clause
        ("Si Moulin de l'Orge m'embauchait comme meunier, quel serait mon salaire ?", "orge", "5 200"),
        ("If Sweet Hives took me on as a beekeeper, where would I work?", "abeille", "Kigali"),
        ("If I took the Kigali job, how long would it last?", "abeille", "9 months"),
        # "there is a job"
        ("Il y a une place de meunier. Quel diplôme faut-il ?", "orge", "Bac+2"),
        ("There's a beekeeper job. Whereabouts is it?", "abeille", "Kigali"),
        # what the work ends with, and who is to be written to
        ("Jusqu'à quand dure le contrat au Moulin de l'Orge ?", "orge", "30/11/2026"),
        ("When does the contract at Moulin de l'Orge end?", "orge", "30/11/2026"),
        ("À qui dois-je m'adresser pour le poste de meunier ?", "orge", "Salma"),
        ("Who should I get in touch with for the miller job at Moulin de l'Orge?", "orge", "Salma"),
        # no obstacle
        ("Je n'ai jamais travaillé dans ce domaine : est-ce un problème chez Les Vieilles Barques ?", "barque", "Non"),
        ("I've never worked in this field. Is that a problem at Les Vieilles Barques?", "barque", "No"),
    ],
)
def test_one_job_is_presented(assistant: Assistant, question: str, posting: str, said: str) -> None:
    answer = assistant.ask(question)
    assert {citation.posting for citation in answer.citations} == {f"{posting}.txt"}
    assert said in answer.text


@pytest.mark.parametrize(
    ("question", "matched"),
    [
        # what is said before is no job: all are asked for, or all of the place that is told
        ("Je cherche un emploi à Meknès. Quelles offres demandent le permis ?", {"orge.txt"}),
        ("My sister needs work. Which jobs require a driving licence?", {"orge.txt", "barque.txt"}),
        # a people beside the postings
        ("Quelles annonces marocaines demandent le permis ?", {"orge.txt"}),
        ("Which Moroccan jobs require a driving licence?", {"orge.txt"}),
        ("Which jobs are in Morroco?", {"orge.txt"}),
    ],
)
def test_all_of_them_are_asked_for(assistant: Assistant, question: str, matched: set[str]) -> None:
    assert {match.posting for match in assistant.ask(question).matches} == matched


@pytest.mark.parametrize(
    ("question", "posting"),
    [
        ("On y répare des pirogues avec des jeunes. C'est quelle annonce ?", "barque"),
        ("réparer des pirogues, c laquelle d'annonce ?", "barque"),
        ("They teach widows to sell honey. Which ad is that?", "abeille"),
        ("I'd love to teach widows to sell honey. What opening fits?", "abeille"),
    ],
)
def test_a_job_is_told_of_and_then_asked_for(assistant: Assistant, question: str, posting: str) -> None:
    cited = [citation.posting for citation in assistant.ask(question).citations]
    assert cited[:1] == [f"{posting}.txt"]


@pytest.mark.parametrize(
    "question",
    [
        "J'ai le choix entre Meknès et Kigali. Quel serait le salaire dans chacun des deux postes ?",
        "I could go either to Meknès or to Kigali. What would I be paid in each?",
        "meknès ou kigali, qui paye le + ?",
    ],
)
def test_both_are_asked_about(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert {citation.posting for citation in answer.citations} == {"orge.txt", "abeille.txt"}


@pytest.mark.parametrize(
    ("before", "question", "posting"),
    [
        ("Quels postes demandent le permis ?", "Ne garde que les annonces sénégalaises.", "barque"),
        ("Which jobs require a driving licence?", "Keep only the Senegalese ones.", "barque"),
        ("Which jobs require a driving licence?", "n the meknès one, wich is it?", "orge"),
        ("Quels postes demandent le permis ?", "Dans le lot, il y en a au Maroc ? Dis-moi lesquels.", "orge"),
    ],
)
def test_some_of_the_last_are_kept(assistant: Assistant, before: str, question: str, posting: str) -> None:
    answer = assistant.ask(question, (Turn("user", before),))
    assert [match.posting for match in answer.matches] == [f"{posting}.txt"]


@pytest.mark.parametrize(
    ("before", "question", "said"),
    [
        ("Combien d'années d'expérience faut-il à Meknès ?", "À Kigali, c'est combien ?", "2 ans"),
        ("How many years of experience do they want in Meknès?", "And in Kigali, how many?", "2 years"),
        ("What is the salary in Meknès?", "Kigali?", "400,000"),
        ("Quel est le salaire du meunier ?", "pareil pr le charpentier naval ?", "210 000"),
    ],
)
def test_the_same_is_asked_of_another(assistant: Assistant, before: str, question: str, said: str) -> None:
    assert said in assistant.ask(question, (Turn("user", before),)).text
