"""Title, employer and place as cards of job boards, friends of the employer and lists of questions give them."""

from __future__ import annotations

import pytest

from assistant.readers.content import Content
from assistant.reading import posting_of


def read(text: str) -> tuple[str, str, str]:
    posting = posting_of("cases", "case", Content(text))
    return posting.title.of(text), posting.organisation.of(text), posting.location.of(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Accueil > Offres > Maroc\n\nCheffe de projet Hydraulique (H/F)\nSources du Haouz\n📍 Asni, province d'Al"
         " Haouz\nPubliée le 23 novembre 2026\n", ("Cheffe de projet Hydraulique (H/F)", "Sources du Haouz", "Asni")),
        ("TogoJob | Microfinance | Kara\n\n🔎 Agent de crédit rural\nEmployeur : Mutuelle Espoir du Nord\n",
         ("Agent de crédit rural", "Mutuelle Espoir du Nord", "Kara")),
        ("JobLink | Health | Mombasa\n\nNurse in charge\nEmployer: Lake Health Trust\n",
         ("Nurse in charge", "Lake Health Trust", "Mombasa")),
        ("Chers amis,\n\nLa Fondation Zellij m'a confié la recherche de sa responsable administrative.\nLe"
         " bureau est à Fès.\n\nSalma\nCap Talents, conseil en recrutement\n",
         ("responsable administrative", "Fondation Zellij", "Fès")),
        ("Dear friends,\nRiver Commons has asked me to find a bookkeeper in Leeds. Send your CV to me.\nAnn\nFinders,"
         " recruitment\n", ("bookkeeper", "River Commons", "Leeds")),
        ("Rejoins-nous !\n\n→ Qui : Association Horizon Soummam, 11 ans d'ateliers\n→ Quoi : animatrice d'atelier"
         " lecture\n→ Où : Akbou\n", ("animatrice d'atelier lecture", "Association Horizon Soummam", "Akbou")),
        ("Job: Office Assistant\nFor: Platform of Diaspora Organisations ivzw\nAt: Brussels\n",
         ("Office Assistant", "Platform of Diaspora Organisations ivzw", "Brussels")),
        ("TERMES DE RÉFÉRENCE\nAppel AO-CPM-118\n\nCoopération Atlas-Sud lance la sélection d'un(e) consultant(e) en"
         " évaluation pour son projet mené à Ghardaïa.\n",
         ("consultant(e) en évaluation", "Coopération Atlas-Sud", "Ghardaïa")),
        ("Hello les profs 👋\n\nL'asso Cartable Ouvert (Tyr) monte un soutien scolaire et il nous manque 2 profs de"
         " maths pour nos élèves.\n", ("profs de maths", "Cartable Ouvert", "Tyr")),
        ("Centre artisanal NOVISSI\nKpalimé\n\nAPPRENDS UN MÉTIER !\n\nLe centre ouvre 8 places d'apprenti(e)"
         " menuisier(ère).\n", ("apprenti(e) menuisier(ère)", "Centre artisanal NOVISSI", "Kpalimé")),
        ("Handi-Sud, ONG engagée pour l'école, recherche pour sa mission de Lomé son prochain directeur pays, qui"
         " succédera à l'actuelle titulaire.\n", ("directeur pays", "Handi-Sud", "Lomé")),
        ("Bonsoir, urgent 🚨\n\nLe Dispensaire Espoir de Dapaong a besoin d'une sage-femme remplaçante pr couvrir un"
         " congé.\n\nCondition : diplôme d'État de sage-femme\n",
         ("sage-femme remplaçante", "Dispensaire Espoir de Dapaong", "Dapaong")),
        ("* Char Livelihoods Trust wants: Monitoring Officer\n* Posted in: Kurigram, with travel by boat\n",
         ("Monitoring Officer", "Char Livelihoods Trust", "Kurigram")),
        ("🌍 We're offering a traineeship! 🌍\n\nGeneva Water Dialogues welcomes one Research Intern to its team. You"
         " will be based in Geneva.\n", ("Research Intern", "Geneva Water Dialogues", "Geneva")),
        ("L'Agence de Coopération Rhénane, présente au Cameroun, ouvre à Yaoundé un poste de conseiller technique.\n",
         ("conseiller technique", "Agence de Coopération Rhénane", "Yaoundé")),
        ("L'ONG *Oriental Solidaire* cherche un *chauffeur*\n\n📌 Oujda et environs\n📌 mission de 3 mois\n",
         ("chauffeur", "Oriental Solidaire", "Oujda")),
        ("Comité d'Appui aux Réfugiés            Page 1 / 1\nAVIS DE RECRUTEMENT\nPoste à pourvoir : Formateur\n"
         "Lieu d'affec-\ntation :     Tindouf\n", ("Formateur", "Comité d'Appui aux Réfugiés", "Tindouf")),
        ("The Nodi Foundation would like to find a cook. She is to start at once, for the Dhaka head office.\n",
         ("cook", "Nodi Foundation", "Dhaka")),
        ("Sahab Network tells of home-based entrepreneurs. We are now choosing our next Communications Intern, who"
         " joins us in Amman.\n", ("Communications Intern", "Sahab Network", "Amman")),
    ],
)  # fmt: skip
def test_title_employer_and_place(text: str, right: tuple[str, str, str]) -> None:
    """A card with a pin, a friend who was asked to look, answers to « Qui ? » and « Quoi ? », what is wanted next."""
    assert read(text) == right
