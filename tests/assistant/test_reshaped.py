"""A command or a statement stands for a plain question; French and English beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "sel.txt": (
        "Technicien de mesure (H/F)\n\nOrganisation : Les Salines\nLieu : Sète\nCDI\nSalaire : 2 300 EUR par mois\n\n"
        "Profil\n- Pratique de Python et de Zabbix exigée\n- Anglais et espagnol obligatoires\n- Permis B exigé\n"
        "- Master (bac+5) exigé\n- Cinq ans d'expérience au moins.\n\n"
        "Candidature\nEnvoyer un CV et une lettre de motivation à rh@salines.example avant le 3 mars 2027.\n"
    ),
    "lin.txt": (
        "Aide tisserand (H/F)\n\nOrganisation : Le Métier\nLieu : Dakar\nCDI\n\nProfil\n"
        "- Python serait un plus\n- Anglais obligatoire, l'espagnol serait un atout\n- Permis B souhaité\n"
        "- Deux ans d'expérience au moins.\n\nAvantages\nTitres-restaurant et télétravail 2 jours par semaine\n\n"
        "Candidature\nCV à rh@metier.example avant le 1er mars 2026.\n"
    ),
    "duna.txt": (
        "Dune keeper\n\nOrganization: Blue Dunes\nLocation: Dakar\nFixed-term contract of 6 months\n"
        "Salary: 300,000 XOF per month\n\nWho you are\n- Licence (bac+3) required.\n- French required.\n\n"
        "How to apply\nSend your CV to duna@blue.example before 20 December 2026.\n"
    ),
}
_PYTHON = {"sel": "required", "lin": "asset"}
_ENGLISH = {"sel": "required", "lin": "required"}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 28))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # a denial that ends what it is of
        ("Where is English a must but Spanish isn't?", {"lin": "required"}),
        ("anglais obligatoire mais espagnol non, quelles offres", {"lin": "required"}),
        ("Où l'anglais est-il exigé alors que l'espagnol ne l'est pas ?", {"lin": "required"}),
        # a letter that is to be written is a document
        ("For which jobs do I have to write a cover letter?", {"sel": "required"}),
        ("For which jobs do I not have to write a cover letter?", {"lin": "none", "duna": "none"}),
        # what the person lacks, and then who demands it or wishes for it
        ("Je n'ai pas encore mon permis. Pour quels postes est-il exigé ?", _PYTHON),
        ("I don't have a licence. Which jobs require it?", _PYTHON),
        ("Je n'ai pas le permis : où est-il seulement souhaité ?", {"lin": "asset"}),
        ("Je n'ai pas le permis. Quels postes ne l'exigent pas ?", {"lin": "asset", "duna": "none"}),
        ("I have no licence. Where is it not needed?", {"lin": "asset", "duna": "none"}),
        # a verb of telling before the question
        ("Python : dites-moi où on ne peut pas s'en passer et où il est simplement apprécié.", _PYTHON),
        ("Python: let me know where I can't do without it and where it would merely be appreciated.", _PYTHON),
        ("J'aimerais savoir dans quelles offres le permis est une condition et où ce n'est qu'un plus.", _PYTHON),
        ("I'd like to know which jobs make a driving licence a condition and which simply like to see one.", _PYTHON),
        # demanding and wishing in other words
        ("Quelles annonces ne prennent personne sans anglais ?", _ENGLISH),
        ("Which postings won't hire anyone without English?", _ENGLISH),
        ("Sans anglais, inutile de postuler : pour quelles annonces est-ce le cas ?", _ENGLISH),
        ("Without English, you have no chance: which postings are like that?", _ENGLISH),
        # "some do …. Which?"
        ("Certaines annonces exigent le permis. Lesquelles ?", _PYTHON),
        ("I've noticed that some postings require a driving licence. Which ones?", _PYTHON),
        # what a noun or a pronoun points back at
        ("Je parle espagnol. Quels recruteurs recherchent cette langue ?", _PYTHON),
        ("I speak Spanish. Which employers are looking for that language?", _PYTHON),
        ("Je n'ai jamais touché à Python. Quelles annonces en font une condition ?", _PYTHON),
        ("I use Python daily. Where is that tool required?", _PYTHON),
        ("Je n'ai jamais touché à Zabbix. Quelles annonces en font une condition ?", {"sel": "required"}),
        ("I've never worked with Zabbix. Who insists on it?", {"sel": "required"}),
        # both of two, and no less
        ("Pour quels postes faut-il l'anglais et l'espagnol, les deux ?", {"sel": "required"}),
        ("Which jobs require English AND Spanish?", {"sel": "required"}),
        ("anglais + espagnol, les 2 exigés : lesquels", {"sel": "required"}),
        # years of study
        ("Quelles annonces imposent cinq années d'études après le bac ?", {"sel": "required"}),
        ("Which postings require five years of higher education?", {"sel": "required"}),
        # denied behind an inverted verb
        ("Pour quelles annonces l'anglais n'est-il pas obligatoire ?", {"duna": "none"}),
        # as it is typed
        ("permis oblig. dans quelles offres, juste un plus dans lesquelles ?", _PYTHON),
        ("python: must have where? nice to have where?", _PYTHON),
    ],
)
def test_weighed(question: str, right: dict[str, str], assistant: Assistant) -> None:
    answer = assistant.ask(question)
    assert {match.posting.removesuffix(".txt"): match.modality for match in answer.matches} == right


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # a place named in the sentence before
        ("Je vais m'installer au Sénégal. Montrez-moi les annonces là-bas qui indiquent un salaire.", {"duna"}),
        ("I'm moving to Senegal. Show me the openings there that state the pay.", {"duna"}),
        # who has less is turned away
        ("Quelles annonces ne prennent personne avec moins de trois ans d'expérience ?", {"sel"}),
        ("Give me the openings that won't take anyone who has worked for less than three years.", {"sel"}),
        ("lesquels veulent 5 ans d'xp mini ?", {"sel"}),
        ("Which jobs are meant for people who have been working for five years or longer?", {"sel"}),
        # silent, and left out
        ("Certaines annonces en CDI se taisent sur la rémunération : lesquelles ?", {"lin"}),
        ("Some of the postings are silent on pay. Which ones?", {"lin"}),
        ("permanent contracts w/ no pay given - which ones", {"lin"}),
        ("Laissez de côté celles qui sont closes. Parmi le reste, lesquelles indiquent le salaire ?", {"sel", "duna"}),
        ("Leave out everything that has already closed. Of the rest, which postings state the pay?", {"sel", "duna"}),
        # what is wished for, and then which postings have it
        ("Je cherche un CDI avec deux jours de télétravail par semaine. Quelles annonces conviennent ?", {"lin"}),
        ("I'm looking for an open-ended contract with two days of remote work a week. Which postings fit?", {"lin"}),
        ("Manger dehors coûte cher, donc je voudrais des titres-restaurant. Quelles annonces en donnent ?", {"lin"}),
        ("Lunch gets expensive, so I'd like luncheon vouchers. Which postings include them?", {"lin"}),
        # a town and a thing, with nothing else
        ("boulot dakar cdi", {"lin"}),
    ],
)
def test_sets(question: str, right: set[str], assistant: Assistant) -> None:
    assert {match.posting.removesuffix(".txt") for match in assistant.ask(question).matches} == right


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Certaines annonces veulent une lettre de motivation. Comptez-les.", 1),
        ("Some postings want a cover letter. Count them for me.", 1),
        ("Il y a des annonces auxquelles il est trop tard pour répondre. Dites-m'en le nombre.", 1),
        ("There are postings that it is too late to answer. How many?", 1),
        ("Je m'installe à Dakar. Donnez-moi le nombre d'annonces là-bas.", 2),
        ("I'm moving to Dakar. What's the number of openings over there?", 2),
        ("nb de postes à Dakar ?", 2),
    ],
)
def test_counts(question: str, right: int, assistant: Assistant) -> None:
    answer = assistant.ask(question)
    assert (answer.kind, len(answer.matches)) == ("count", right)
