"""Plain questions for sets: by kind of employer, field of work, rate, hours and tasks, over postings made for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

TODAY = date(2026, 11, 30)
POSTINGS = {
    "nurse.txt": """Infirmière de terrain

SANTE DES COLLINES (SDC), association de droit burundais fondée en 1998, recrute une infirmière à Gitega.
Vous formez les nouveaux arrivants et réalisez les rapports de visite. Inscription à l'ordre exigée.
35 h par semaine.
Envoyer CV à rh@collines.example avec l'objet « INF-GITEGA ».
""",
    "fitter.txt": """Monteur photovoltaïque (H/F)

Nous recherchons pour un de nos clients un monteur. Vous intervenez chez les clients.
Taux horaire selon profil. Temps plein.
Un premier échange avec notre consultante en recrutement.
""",
    "finance.txt": """LAKE HEALTH ALLIANCE
Vacancy: Finance and Grants Manager - Kigali (Remera)

You supervise and coach new staff. Full time.
Hard copies can also be left at reception.
""",
    "data.txt": """Ingénieur data (H/F)

Mission 1
Durée : 2 à 3 jours par semaine, échéance fin juin.
TJM : selon profil
""",
    "developer.txt": """Développeur web (H/F)

Notre équipe accompagne notre client sur ses applications.
Candidature : CV à rh@web.example avant le 12 décembre 2026.
""",
    "seller.txt": """Vendeur en boulangerie (H/F)

Boulangerie Petit. Tu supervises et animes une équipe.
Temps de travail : 39h/semaine
""",
    "leads.txt": """Business Developer (H/F)

Legal Facile, à Lille. Vous vendez nos abonnements.
- Supervise et accompagne l'équipe de vente.
""",
    "review.txt": """APPEL À CONSULTANCE
Évaluation finale du projet « Eau claire »

Livrables : rapport de démarrage ; rapport final de 40 pages.
Durée : 30 jours-homme à Ambovombe, Madagascar.

Soumission
Téléverser sur notre portail fournisseurs (achats.eau.example) : offre technique, offre financière et CV.
""",
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: TODAY)


SETS = [
    ("Which of the employers here are health organisations?", {"nurse", "finance"}),
    ("Quels employeurs sont des structures de santé ?", {"nurse", "finance"}),
    ("Quelles annonces viennent d'une association ou d'une ONG ?", {"nurse"}),
    ("Which employers are charities?", {"nurse"}),
    ("Which of these jobs come through a recruitment or temping agency?", {"fitter"}),
    ("Quelles offres passent par un cabinet de recrutement ou une agence d'intérim ?", {"fitter"}),
    ("Which ads are by employment agencies?", {"fitter"}),
    ("Quels postes d'informatique ou de données y a-t-il ?", {"data", "developer"}),
    ("Which jobs are in IT or data?", {"data", "developer"}),
    (
        "Je suis étudiant en informatique : quels postes d'informatique ou de vente y a-t-il ?",
        {"developer", "seller", "leads"},
    ),
    ("I am a student in computing: any sales or data jobs?", {"data", "seller", "leads"}),
    ("Quels postes sont situés en Afrique ?", {"nurse", "finance", "review"}),
    ("Which jobs are paid by a daily rate?", {"data"}),
    ("Quelles annonces sont payées à la journée ?", {"data"}),
    ("Quelles annonces sont payées à l'heure ?", {"fitter"}),
    ("Quelles annonces précisent le nombre d'heures par semaine ?", {"nurse", "seller"}),
    ("Which jobs state the number of hours per week?", {"nurse", "seller"}),
    ("Dans quels postes faut-il écrire des rapports ?", {"nurse", "review"}),
    ("In which jobs do you train other people?", {"nurse", "finance"}),
    ("Which jobs involve leading or supervising a team?", {"seller", "finance", "leads"}),
    ("Où est-ce que je peux déposer un dossier papier en main propre ? dites-moi toutes les annonces", {"finance"}),
    ("Which applications go through an online form or a web portal?", {"review"}),
    ("Quelles annonces sont pour des indépendants ?", {"review"}),
    ("Quelles annonces imposent un objet ou une mention à écrire sur le mail ?", {"nurse"}),
    ("Quelles annonces indiquent une date limite de candidature ?", {"developer"}),
    ("Quels postes demandent une inscription à l'ordre ?", {"nurse"}),
    ("Which jobs ask for a university degree?", set()),
    ("Which jobs require registration with a professional body?", {"nurse"}),
]


@pytest.mark.parametrize(("question", "right"), SETS)
def test_the_postings_of_a_plain_question(asked: Assistant, question: str, right: set[str]) -> None:
    answer = asked.ask(question)
    assert {match.posting.removesuffix(".txt") for match in answer.matches} == right, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Que faut-il joindre à sa soumission pour l'appel à consultance « Eau claire » ?",
        "What do I attach for the review in Ambovombe?",
    ],
)
def test_what_to_attach_to_an_offer(asked: Assistant, question: str) -> None:
    assert "offre technique" in asked.ask(question).text.lower()


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("What's the job going at Boulangerie Petit?", "Vendeur en boulangerie"),
        ("Quel est le poste à pourvoir à Gitega ?", "Infirmière de terrain"),
    ],
)
def test_the_job_that_is_going(asked: Assistant, question: str, title: str) -> None:
    answer = asked.ask(question)
    assert any(title in citation.quote for citation in answer.citations), answer.text
