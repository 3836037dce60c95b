"""Questions in people's own words about everyday things, over messy announcements made up for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

TODAY = date(2026, 11, 25)
POSTINGS = {
    "eau.txt": """AVIS D'APPEL A CANDIDATURES N° 009/SDR/2027

ONG Sources du Rail
Bureau de Thiès, Sénégal

Le projet « Puits ouverts » est financé par la coopération belge.

POSTE 1 : trois (03) ANIMATEURS COMMUNAUTAIRES (Thiès)
- parler wolof et pulaar ; le sérère serait un atout
- savoir conduire une moto (permis A)
- être âgé(e) de 25 à 40 ans
POSTE 2 : un(e) (01) COMPTABLE (Thiès)
- 4 ans d'expérience, de nationalité sénégalaise

Durée des contrats : huit (08) mois, avec une période d'essai d'un mois. Démarrage prévu en avril 2027.
Salaire : 180 000 FCFA net par mois pour les animateurs, 350 000 FCFA pour le comptable.

DOSSIER : une demande manuscrite, un CV avec photo, une copie de la CNI, un certificat de bonne vie et moeurs.
Les dossiers sont à déposer sous pli fermé avec la mention « Candidature SDR - poste », au plus tard le 19 mars 2027
à 13h.
Les candidatures par courriel ne sont pas acceptées. Les candidatures féminines sont encouragées.
""",
    "protection.txt": """JOB ANNOUNCEMENT

Organisation: Rivers Aid
Position: Protection Officer
Number of positions: 2
Location: Abéché, Chad
Grade: G6
Reports to: Protection Manager
Contract: one year fixed term
Salary: between XAF 650,000 and XAF 800,000 gross monthly
Closing date: 28 February 2027

Requirements
* Degree in law
* French and Arabic fluent; English is an advantage
* Good command of Excel

We offer medical insurance and housing in a shared guesthouse.

To apply, send your CV, cover letter and copies of your degrees to jobs@rivers.example quoting the reference
"RA/TD/03" in the subject. Applications by post will not be considered. There will be a written test and an interview.
""",
    "stage.txt": """Le Collectif des Rives cherche son ou sa stagiaire plaidoyer

Le collectif réunit des associations de Tunis.
On cherche une ou un stagiaire pour 6 mois à partir de septembre 2027.
L'anglais n'est pas exigé. Pas besoin de permis.
Le cadre : 35 h par semaine, indemnité de 900 TND par mois. Pas de travail le week-end sauf pendant le forum.
Une formation de 3 jours est offerte avant de commencer.
Pour candidater : un mail à stages@rives.example avec ton CV (pas de lettre de motivation !), jusqu'au 30 mai 2027.
""",
    "vendeur.txt": """Vendeur (H/F)

Vous conseillez les clients et managerez une équipe de 4 collaborateurs.
Contrat : CDI
Salaire selon profil. Première expérience souhaitée.
Le magasin est ouvert du lundi au samedi.

Lieu : 69 - Lyon
""",
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: TODAY)


SAID = [
    ("combien d'animateurs recrute l'ONG Sources du Rail ?", "trois (03)"),
    ("how many people is Sources du Rail hiring?", "un(e) (01)"),
    ("how many positions for the Protection Officer?", "Number of positions: 2"),
    ("what grade is the Protection Officer?", "G6"),
    ("who does the Protection Officer report to?", "Protection Manager"),
    ("to whom does the Protection Officer report?", "Protection Manager"),
    ("qui est le supérieur du Protection Officer ?", "Protection Manager"),
    ("quelle limite d'âge pour les animateurs ?", "25 à 40 ans"),
    ("is there an age limit for the animateurs?", "25 à 40 ans"),
    ("faut-il être sénégalais pour être comptable ?", "nationalité sénégalaise"),
    ("combien gagne le comptable ?", "350 000 FCFA"),
    ("how much does the Protection Officer earn?", "XAF 650,000"),
    ("qui finance le projet de Sources du Rail ?", "coopération belge"),
    ("combien de temps dure le contrat chez Sources du Rail ?", "huit (08) mois"),
    ("quelle est la période d'essai chez Sources du Rail ?", "un mois"),
    ("quelles pièces pour Sources du Rail ?", "copie de la CNI"),
    ("what documents does Rivers Aid want?", "copies of your degrees"),
    ("quel objet pour le mail à Rivers Aid ?", "RA/TD/03"),
    ("what should I put in the subject line for Rivers Aid?", "RA/TD/03"),
    ("what is the deadline at Sources du Rail?", "19 March 2027"),
    ("by when must I apply for the stage plaidoyer?", "30 May 2027"),
    ("combien de temps dure la formation du stage plaidoyer ?", "formation de 3 jours"),
    ("faut-il de l'expérience pour le vendeur ?", "Première expérience souhaitée"),
    ("how many people will the vendeur manage?", "équipe de 4 collaborateurs"),
    ("does the Protection Officer get housing?", "shared guesthouse"),
    ("y a-t-il un test écrit chez Rivers Aid ?", "written test"),
]


@pytest.mark.parametrize(("question", "words"), SAID)
def test_the_right_words_are_quoted(asked: Assistant, question: str, words: str) -> None:
    answer = asked.ask(question)
    assert not answer.abstained, answer.text
    assert words in answer.text


DENIED = [
    ("can I apply by email to Sources du Rail?", "ne sont pas acceptées"),
    ("peut-on postuler par mail chez Sources du Rail ?", "ne sont pas acceptées"),
    ("does Rivers Aid accept applications by post?", "will not be considered"),
    ("is there weekend work in the stage plaidoyer?", "Pas de travail le week-end"),
    ("does the stage plaidoyer require English?", "n'est pas exigé"),
    ("faut-il le permis pour le stage plaidoyer ?", "Pas besoin de permis"),
]


@pytest.mark.parametrize(("question", "words"), DENIED)
def test_what_a_posting_denies_is_no(asked: Assistant, question: str, words: str) -> None:
    answer = asked.ask(question)
    assert answer.text.startswith(("No", "Non"))
    assert words in answer.text


def test_a_letter_that_is_not_wanted_is_not_asked_for(asked: Assistant) -> None:
    answer = asked.ask("quels documents pour le stage plaidoyer ?")
    assert ": CV" in answer.text
    assert "exige une lettre" not in asked.ask("faut-il une lettre de motivation pour le stage plaidoyer ?").text


@pytest.mark.parametrize(
    "question", ["le vendeur est-il à temps plein ?", "is the vendeur full-time?", "when does the vendeur start?"]
)
def test_a_posting_that_is_silent_says_neither_yes_nor_no(asked: Assistant, question: str) -> None:
    assert asked.ask(question).kind == "not_stated"


def test_pay_in_words_is_no_amount_but_is_quoted(asked: Assistant) -> None:
    answer = asked.ask("combien gagne le vendeur ?")
    assert answer.kind == "not_stated"
    assert "Salaire selon profil" in answer.text


SETS = [
    ("contrats de moins d'un an ?", {"eau.txt", "stage.txt"}),
    ("which contracts last a year or more?", {"protection.txt"}),
    ("which contracts are shorter than 7 months?", {"stage.txt"}),
    ("contracts of 8 months", {"eau.txt"}),
    ("quelles offres encouragent les femmes à postuler ?", {"eau.txt"}),
    ("which jobs encourage women to apply?", {"eau.txt"}),
    ("j'ai pas le permis, quelles offres restent ?", {"protection.txt", "stage.txt", "vendeur.txt"}),
    ("I don't drive, what's left for me?", {"protection.txt", "stage.txt", "vendeur.txt"}),
    ("je parle pas arabe, je peux postuler où ?", {"eau.txt", "stage.txt", "vendeur.txt"}),
    ("I don't speak English, which jobs can I take?", {"eau.txt", "protection.txt", "stage.txt", "vendeur.txt"}),
    ("quels postes demandent Excel ?", {"protection.txt"}),
    ("which ones close before March 2027?", {"protection.txt"}),
    ("lesquelles ferment après avril ?", {"stage.txt"}),
    ("which jobs come with housing?", {"protection.txt"}),
    ("quels postes sont payés en FCFA ?", {"eau.txt", "protection.txt"}),
    ("I only speak French, what can I apply for?", {"stage.txt", "vendeur.txt"}),
    ("je ne parle que le français, quelles offres ?", {"stage.txt", "vendeur.txt"}),
    ("which jobs are outside France?", {"eau.txt", "protection.txt", "stage.txt"}),
    ("quelles offres sont ailleurs qu'à Lyon ?", {"eau.txt", "protection.txt", "stage.txt"}),
    ("j'ai le bac, je peux postuler à quoi ?", {"eau.txt", "stage.txt", "vendeur.txt"}),
    ("I have a master's degree, which jobs can I apply for?", set(POSTINGS)),
]


@pytest.mark.parametrize(("question", "right"), SETS)
def test_sets(asked: Assistant, question: str, right: set[str]) -> None:
    answer = asked.ask(question)
    assert {match.posting for match in answer.matches} == right, answer.text


def test_what_is_asked_beside_a_set_is_told_of_each(asked: Assistant) -> None:
    assert "Durée : 6 mois" in asked.ask("quels stages y a-t-il et quelle est leur durée ?").text
    assert "Deadline: 28 February 2027" in asked.ask("which jobs are in Chad and by when must I apply?").text


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("which contract is the longest?", "Protection Officer"),
        ("quel est le contrat le plus court ?", "stagiaire plaidoyer"),
        ("who has the most hours a week?", "stagiaire plaidoyer"),
    ],
)
def test_longest_and_shortest(asked: Assistant, question: str, first: str) -> None:
    answer = asked.ask(question)
    assert answer.kind == "ranking"
    assert first in answer.text.split("\n")[1], answer.text


def test_of_several_that_may_be_meant_those_that_answer_do(asked: Assistant) -> None:
    assert "Vendeur" not in asked.ask("is there housing for the officer?").text


@pytest.mark.parametrize(
    ("question", "right"),
    [("which roles are graded G-6?", set[str]()), ("what jobs are of grade G6?", {"protection.txt"})],
)
def test_a_code_that_is_asked_for_has_to_be_there(asked: Assistant, question: str, right: set[str]) -> None:
    assert {match.posting for match in asked.ask(question).matches} == right
