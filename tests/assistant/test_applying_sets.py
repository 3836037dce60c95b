"""Sets asked by how one applies, what is paid beside the salary and what the work comes with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "nurse": (
        "AVIS DE RECRUTEMENT N° 04/2027/KOR - DEUX (2) INFIRMIERS\n\nONG Kori Santé\nLieu : Ayorou, Niger\n\n"
        "Tâches\n- former les matrones aux premiers soins ;\n- tenir le registre.\n\n"
        "Dossier : demande manuscrite, CV.\nLes plis fermés, portant la mention « Infirmier Ayorou », sont à déposer "
        "au bureau d'Ayorou, au plus tard le 25 janvier 2027. Ni papier à la poste ni courriel.\n"
        "Aucun dossier par courriel.\n"
    ),
    "mechanic": (
        "Mécanicien de forage\n\nAssociation Puits Clairs\nLieu : Ntem, Cameroun\n\n"
        "Missions\n- Entretien des pompes et dépannage du matériel.\n- Diagnostiquer les pannes.\n\n"
        "Conditions\n220 000 FCFA par mois + frais de déplacement, indemnité de panier.\n"
        "Horaires du lundi au vendredi.\n\nPostuler\nCV de 2 pages maximum à emploi@puitsclairs.example, objet : "
        "« Mécanicien Ntem ».\n"
        "L'annonce reste ouverte jusqu'à ce que le poste soit pourvu.\n"
    ),
    "officer": (
        "Grants Officer\n\nLake Relief\nRef: LR-GO-12\nLocation: Lodwar, Kenya\n\n"
        "Duties\n- Train the local pump operators.\n- Take turns on the emergency phone (one week in four).\n\n"
        "Offer\nFlights Nairobi-Lodwar paid. Titres-restaurant.\n\n"
        "To apply: upload a CV on jobs.lakerelief.example, quoting the reference. Applications by e-mail are deleted "
        "unread.\nClosing date: 10 January 2027\n"
    ),
    "clerk": (
        "Office Clerk\n\nHarbour Trust\nReference: HT-7-2027\nLocation: Mombasa, Kenya\n\n"
        "Harbour Trust runs a school for the children of dockers, a library and two clinics in the old town. "
        "Our office of six looks after the accounts of all four houses and after the letters families write.\n\n"
        "Duties\n- File invoices. You report to the Finance Team Leader.\n\n"
        "Work on Saturdays. Travel and visa are paid by the intern.\n\n"
        "Send your CV to jobs@harbour.example. Subject of the mail: Clerk Mombasa\nBefore 20 January 2027.\n"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    named = {f"{name}.txt": text for name, text in POSTINGS.items()}
    folder = write_files(tmp_path_factory.mktemp("jobs"), named)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 30))


SETS = [
    ("Quelles annonces imposent un objet précis pour le mail ?", "mechanic clerk"),
    ("Which jobs tell you what to write in the subject line?", "mechanic clerk"),
    ("Pour combien d'offres faut-il mettre une mention sur l'enveloppe ?", "nurse"),
    ("For which jobs does the envelope need a mark?", "nurse"),
    ("Quelles offres imposent un objet ou une mention à indiquer ?", "nurse mechanic clerk"),
    ("Which postings ask you to quote the reference when you apply?", "officer"),
    ("Dans quelles annonces faut-il rappeler la référence ?", "officer"),
    ("Which postings have a reference number?", "nurse officer clerk"),
    ("Pour quelles offres faut-il déposer son dossier sur place ?", "nurse"),
    ("For which jobs do I have to bring my papers to the office?", "nurse"),
    ("How many postings refuse applications by e-mail?", "nurse officer"),
    ("Quels employeurs ne veulent pas de candidature par courriel ?", "nurse officer"),
    ("Quelles annonces limitent le nombre de pages du CV ?", "mechanic"),
    ("Which ads limit the length of the CV?", "mechanic"),
    ("Which jobs cover expenses such as travel or accommodation?", "mechanic officer"),
    ("Quelles annonces remboursent des frais comme le voyage ou l'hôtel ?", "mechanic officer"),
    ("Combien d'annonces offrent un panier repas ou une indemnité de panier ?", "mechanic"),
    ("Which jobs give meal vouchers?", "officer"),
    ("Quelles offres donnent des titres-restaurant ?", "officer"),
    ("I want my weekends free. Which jobs are Monday to Friday?", "mechanic"),
    ("Quels postes sont du lundi au vendredi ?", "mechanic"),
    ("Dans quels postes devrai-je former d'autres personnes ?", "nurse officer"),
    ("Which jobs include training others?", "nurse officer"),
    ("J'aime réparer : quels postes comprennent de l'entretien ou du dépannage de matériel ?", "mechanic"),
    ("Which jobs include repairing or maintaining equipment?", "mechanic"),
    ("Quelles offres comprennent des astreintes ?", "officer"),
    ("Quelles annonces donnent un chiffre pour la paie (salaire, taux horaire ou honoraires) ?", "mechanic"),
    ("Which ads give a figure for the pay, be it a salary, an hourly rate or a fee?", "mechanic"),
    ("Combien d'offres acceptent un dossier papier, déposé sur place ou envoyé par la poste ?", "nurse"),
    ("Quelles offres sont pour des infirmiers ou des mécaniciens ?", "nurse mechanic"),
    ("Which jobs are for nurses or mechanics?", "nurse mechanic"),
]


@pytest.mark.parametrize(("question", "right"), SETS)
def test_the_whole_set(asked: Assistant, question: str, right: str) -> None:
    answer = asked.ask(question)
    assert answer.kind in ("set", "count")
    assert {match.posting for match in answer.matches} == {f"{name}.txt" for name in right.split()}, answer.text


FACTS = [
    ("Which job stays open the longest?", "25 January 2027"),
    ("Quelle offre reste ouverte le plus longtemps ?", "25 janvier 2027"),
    ("How long will the Ntem posting stay open?", "jusqu'à ce que le poste soit pourvu"),
    ("Combien de temps peut-on encore postuler à Lodwar ?", "10 January 2027"),
    ("What reference must I quote for the Lodwar job?", "LR-GO-12"),
    ("Quelle est la référence de l'avis d'Ayorou ?", "04/2027/KOR"),
    ("Que faut-il écrire sur l'enveloppe à Ayorou ?", "Infirmier Ayorou"),
]


@pytest.mark.parametrize(("question", "said"), FACTS)
def test_of_one_posting(asked: Assistant, question: str, said: str) -> None:
    answer = asked.ask(question)
    assert said in " ".join([answer.text, *(citation.quote for citation in answer.citations)])


@pytest.mark.parametrize("question", ["Which jobs involve managing a team?", "Quels postes ont une équipe à gérer ?"])
def test_whom_one_reports_to_is_no_team_of_ones_own(asked: Assistant, question: str) -> None:
    assert not asked.ask(question).matches
