"""Plain questions of strangers: currencies, benefits, ways to apply, subject lines, duties and hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "evaluation.txt": (
        "Chargée de suivi-évaluation\n\nEmployeur : Puits du Sahel\nLieu : Gao, Mali\n\nMissions\n"
        "- Mettre en place des tableaux de bord.\n\nConditions\nSalaire brut de 500 000 FCFA par mois, assurance santé "
        "pour le conjoint et 4 enfants.\n\nCandidature\nCV et noms de trois références par courriel à "
        "rh@puits.example avec en objet « SE-GAO ».\nDate limite : 20 novembre 2026\n"
    ),
    "driver.txt": (
        "CHAUFFEUR-MÉCANICIEN\n\nEmployeur : Fondation Solèy\nLieu : Jacmel, Haïti\n\nLe travail : conduire les "
        "équipes, faire la vidange et les petites réparations des 3 Toyota Land Cruiser et du camion.\n\n"
        "Salaire : 38 000 gourdes par mois + repas + 13e mois.\n\nCandidature\nEnvoyez par WhatsApp au "
        "+509 0000-0199 la carte d'identité et le contact de deux anciens patrons.\n"
    ),
    "nurse.txt": (
        "INFIRMIER SUPERVISEUR\n\nEmployeur : Santé Sans Détour\nLieu : Bunia, RDC\n\nRôle\nL'infirmier organise les "
        "équipes jour et nuit et commande la pharmacie du centre.\n\nDossier\nCV, lettre de motivation.\n"
        "    > par mail : emploi@sante.example, objet du message « IS-BUNIA »\n"
        "    > ou sous enveloppe à la base, avenue de la Corniche\nDate limite : 10 décembre 2026\n"
    ),
    "livestock.txt": (
        "VACANCY: LIVESTOCK OFFICER\n\nEmployer: Turkana Herders Trust\nDuty station: Lodwar, Kenya\n"
        "Gross pay: KES 145,000 per month plus medical cover (self, spouse and up to 3 children)\n\nAbout the job\n"
        "The officer supports 40 livestock marketing associations.\n\nHow to apply\nSend one PDF (cover letter, CV "
        'with three referees) to jobs@herders.example, quoting "LO/Lodwar" as the subject of your e-mail.\n'
        "Closing date: 15 December 2026. Hard copies will not be accepted.\n"
    ),
    "finance.txt": (
        "Title: Finance Manager\nEmployer: Relief Compact\nLocation: Abeche, Chad\n\nKey tasks\n"
        "Prepare the monthly closing; manage a team of six.\n\nBenefits\nRest every 8 weeks, furnished guest house, "
        "health insurance, 30 days of leave.\n\nTo apply\nCreate a profile on careers.compact.example and upload a "
        "CV.\nClosing date: 18 December 2026\n"
    ),
    "painter.txt": (
        "PEINTRE VERNISSEUR\n\nEmployeur : Bois de Guidel\nLieu : Guidel, France\n\nMissions\n"
        "- Appliquer le vernis.\n\n"
        "Horaires : du lundi au vendredi de 8h à 12h et de 13h15 à 17h.\n"
    ),
    "apprentice.txt": (
        "Apprenti développeur\n\nEmployeur : Jehanne\nLieu : Nantes, France\n\nContrat d'apprentissage de 12 mois.\n\n"
        "Ce que nous proposons\nUne mutuelle, un CSE, des titres restaurants.\n"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("jobs"), dict(POSTINGS))
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 30))


SETS = [
    ("Combien d'offres affichent un salaire en monnaie africaine (francs CFA, shillings…) ?", "evaluation livestock"),
    ("Which jobs are paid in an African currency?", "evaluation livestock"),
    ("Which jobs pay in shillings or gourdes?", "driver livestock"),
    ("Quels postes sont payés en gourdes ou en francs CFA ?", "driver evaluation"),
    ("Which jobs come with health insurance or medical cover?", "evaluation livestock finance apprentice"),
    ("Quelles offres ont une assurance santé pour toute la famille ?", "evaluation livestock"),
    ("Quels postes sont proposés avec un logement ?", "finance"),
    ("Which jobs come with accommodation?", "finance"),
    ("Which employers help with meals, either food or meal vouchers?", "driver apprentice"),
    ("Quels employeurs nourrissent le personnel ?", "driver apprentice"),
    ("For which jobs do you apply on a website, with an online form or a profile?", "finance"),
    ("Je préfère le papier : où peut-on déposer son dossier sous enveloppe ?", "nurse"),
    ("Which employers want the application in a sealed envelope?", "nurse"),
    ("Combien d'employeurs prennent les candidatures par WhatsApp ?", "driver"),
    ("Which jobs can I apply to over WhatsApp?", "driver"),
    ("For which applications do I have to give the names of references?", "evaluation driver livestock"),
    ("Qui demande des références d'anciens employeurs ?", "evaluation driver livestock"),
    ("Combien d'employeurs disent exactement quoi écrire en objet du mail ?", "evaluation nurse livestock"),
    ("How many employers say exactly what to write in the subject line?", "evaluation nurse livestock"),
    ("Parmi les annonces rédigées en anglais, lesquelles disent quoi mettre en objet du message ?", "livestock"),
    ("Which ads are written in English?", "livestock finance"),
    ("How many of the postings are in French?", "evaluation driver nurse painter apprentice"),
    ("In which jobs would I manage or supervise a team?", "nurse finance"),
    ("Dans quels postes faut-il réparer ou entretenir des véhicules ?", "driver"),
    ("Which jobs would have me fixing vehicles?", "driver"),
    ("Which jobs include buying or ordering supplies?", "nurse"),
    ("Quels postes demandent de passer des commandes de matériel ?", "nurse"),
    ("How many of the jobs include making dashboards?", "evaluation"),
    ("Quels postes demandent de faire des tableaux de bord ?", "evaluation"),
    ("Combien d'annonces donnent les heures précises de début et de fin de travail ?", "painter"),
    ("Which jobs give exact start and end times?", "painter"),
    ("Combien d'employeurs recrutent encore ?", "nurse livestock finance"),
]


@pytest.mark.parametrize(("question", "right"), SETS)
def test_the_whole_set(asked: Assistant, question: str, right: str) -> None:
    answer = asked.ask(question)
    assert answer.kind in ("set", "count")
    assert {match.posting for match in answer.matches} == {f"{name}.txt" for name in right.split()}


FACTS = [
    ("L'assurance médicale de Turkana Herders Trust couvre-t-elle aussi les enfants ?", "fact", "up to 3 children"),
    ("Peut-on encore postuler chez Puits du Sahel ?", "fact", "Non"),
    ("Is Puits du Sahel still hiring?", "fact", "No:"),
    ("Quels avantages offre Jehanne ?", "open", "Une mutuelle"),
    ("Quel salaire offre Turkana Herders Trust ?", "fact", "KES"),
    ("What would my working hours be as an apprentice at Jehanne?", "not_stated", ""),
    ("How do I apply for the painter job in Guidel?", "not_stated", ""),
    ("Comment postuler chez Bois de Guidel ?", "not_stated", ""),
    ("Peut-on postuler par WhatsApp à Jacmel ?", "fact", "Envoyez par WhatsApp"),
]


@pytest.mark.parametrize(("question", "kind", "said"), FACTS)
def test_of_one_posting(asked: Assistant, question: str, kind: str, said: str) -> None:
    answer = asked.ask(question)
    assert answer.kind == kind
    assert said in " ".join([answer.text, *(citation.quote for citation in answer.citations)])
    assert kind != "not_stated" or answer.abstained


@pytest.mark.parametrize(
    "question",
    [
        "Quelles offres demandent un CV rédigé en anglais ?",
        "Which jobs need reports written in English?",
        "Quelle offre est la mieux payée ?",
        "How many associations does the livestock officer support?",
    ],
)
def test_what_only_looks_like_them(asked: Assistant, question: str) -> None:
    answer = asked.ask(question)
    assert answer.kind != "count"
    assert "written in" not in answer.text
    assert "rédigée" not in answer.text
