"""Degrees as named, with their modality."""

from __future__ import annotations

import pytest

from assistant.facts import degree
from assistant.readers.content import Content
from assistant.reading import posting_of


def read(text: str) -> list[tuple[str, str]]:
    return [(str(f.value), f.modality) for f in degree.facts(posting_of("cases", "case", Content(text)))]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Master en sciences politiques", [("Master", "required")]),
        ("Master's degree in political science", [("Master's degree", "required")]),
        ("De formation Bac3 en gestion", [("Bac3", "required")]),
        ("Issu d'un Bac 2 ou Bac 3 en bâtiment", [("Bac 2 ou Bac 3", "required")]),
        ("Trois mois de retard sur le bac 5 ans plus tôt", []),
        # words that look like a degree's
        ("Bonne maîtrise en bases de données", []),
        ("Garder la maîtrise en toutes situations", []),
        ("Maîtrise en droit", [("Maîtrise en droit", "required")]),
        ("Travailler avec l'équipe BA pour intégrer les modèles", []),
        ("A BA in history is required", [("BA", "required")]),
        ("Agrégation des données patients", []),
        ("Agrégation de lettres exigée", [("Agrégation", "required")]),
        ("SAM Outils, lauréat du plan Avenir", []),
        ("Entreprise : Ecole Normale Supérieure de Lyon", []),
        ("Contrat de licence de marque", []),
        ("Formateur\n\nCette société s'appuie sur une équipe issue de grandes écoles d'ingénieurs.", []),
        ("En fonction de votre profil, vous suivrez des élèves de niveau primaire.", []),
        ("Une fois titulaire de votre titre professionnel, vous serez basé à Lyon.", []),
        ("Bachelor’s degree required, Master’s degree preferred",
         [("Bachelor’s degree", "required"), ("Master’s degree", "asset")]),
        ("Licence requise, master souhaité.", [("Licence", "required"), ("master", "asset")]),
        ("Diplôme universitaire de niveau Master en sciences sociales",
         [("Diplôme universitaire de niveau Master", "required")]),
        ("- Master BAC+5 en sciences sociales", [("Master BAC+5", "required")]),
        ("Bac +3 à Bac +5 (Informatique)", [("Bac +3 à Bac +5", "required")]),
        ("Formation supérieure en droit", [("Formation supérieure", "required")]),
        ("Titulaire d'un CAP ou d'un BEP en cuisine", [("CAP", "required"), ("BEP", "required")]),
        ("BTS électrotechnique apprécié", [("BTS", "asset")]),
        # A line that is broken, with its indent.
        ("A master in law, management\n               or economics would be an asset.", [("master", "asset")]),
        ("Un master en droit, gestion\n               ou économie est souhaité.", [("master", "asset")]),
        ("A university degree is an asset.", [("university degree", "asset")]),
        ("Bac+5 (Master, école d'ingénieur)",
         [("Bac+5", "required"), ("Master", "required"), ("école d'ingénieur", "required")]),
        ("CAP, BEP ou BTS souhaités", [("CAP", "asset"), ("BEP", "asset"), ("BTS", "asset")]),
        ("Acteur de l'enseignement supérieur, il gère les licences de ses clubs", []),
        ("Diplômé(e) d'État en assistance sociale", [("Diplômé(e) d'État", "required")]),
        ("Diplôme en commerce, administration", [("Diplôme en commerce", "required")]),
        ("Diplôme Educateur Spécialisé souhaité", [("Diplôme Educateur Spécialisé", "asset")]),
        ("Category B licence required", []),
        ("PhD in physics", [("PhD", "required")]),
        ("Vous avez le cap de la rigueur", []),
        ("Scrum Master confirmé", []),
        ("Product Owner Master Data", []),
        ("A clean driving licence", []),
        ("You are over eighteen and you hold a valid motorcycle licence.", []),
        ("We look for somebody who has a licence degree in biology.", [("licence degree", "required")]),
        ("Gestion des licences logicielles", []),
        ("Motivation et rigueur", []),
        ("Maîtrise en droit exigée", [("Maîtrise en droit", "required")]),
        ("BSc in agriculture", [("BSc", "required")]),
        ("Diploma in nursing required", [("Diploma in nursing", "required")]),
        ("Un diplôme de technicien agricole", [("diplôme de technicien agricole", "required")]),
        ("You hold a secondary school certificate.", [("secondary school certificate", "required")]),
        ("A postgraduate qualification would be an asset.", [("postgraduate qualification", "asset")]),
        ("A university diploma isn't needed.", []),
        ("Un contrat pour préparer le titre professionnel", []),
        ("You train master trainers.", []),
        # the diploma of a profession is named with it
        ("Diplôme d'État d'infirmier(ère) exigé", [("Diplôme d'État d'infirmier(ère)", "required")]),
        ("Diplôme d'infirmier d'état", [("Diplôme d'infirmier d'état", "required")]),
        ("- Diplôme IDE", [("Diplôme IDE", "required")]),
        ("A nursing diploma is required", [("nursing diploma", "required")]),
        ("Titulaire du Diplôme d'Etat d'Aide-Soignant(e)", [("Diplôme d'Etat d'Aide-Soignant(e)", "required")]),
        ("Diplôme d'Etat d'Educateur Spécialisé (DEES) ou DEME",
         [("Diplôme d'Etat d'Educateur Spécialisé", "required"), ("DEES", "required"), ("DEME", "required")]),
        ("Vous êtes titulaire du DE d'infirmier", [("DE d'infirmier", "required")]),
        ("DE exigé", [("DE", "required")]),
        ("Diplôme d'assistant social", [("Diplôme d'assistant social", "required")]),
        ("Vous êtes titulaire du CAP petite enfance", [("CAP petite enfance", "required")]),
        # levels as ranges and beside « niveau »
        ("De formation Bac +2/3", [("Bac +2/3", "required")]),
        ("Formation de niveau Bac+2 minimum", [("Bac+2", "required")]),
        ("De formation Bac à Bac+2 en mécanique", [("Bac à Bac+2", "required")]),
        ("Diplôme : niveau bac", [("bac", "required")]),
        ("Bac en électrotechnique ou équivalent", [("Bac", "required")]),
        ("Titulaire du Bac minimum", [("Bac", "required")]),
        ("Bac +3 à Bac + 5 Data Scientist", [("Bac +3 à Bac + 5", "required")]),
        ("Formation BAC PRO / Bac+2 à dominante maintenance", [("BAC PRO", "required"), ("Bac+2", "required")]),
        ("Issu(e) d'une formation d'ingénieur", [("formation d'ingénieur", "required")]),
        # the level of pupils, classes and programmes is nobody's demand
        ("Notre école accueille 3500 apprenants du CAP à la Licence professionnelle.", []),
        ("Our school teaches students from diploma to Master.", []),
        ("Vous enseignez en classes du CAP (cuisine), Bac Pro (vente) et BTS Tourisme en intégrant le cadre.", []),
        ("Vous suivez des élèves de différents niveaux (licence, master).", []),
        ("You accompany students at Master level.", []),
        ("Accompagner des étudiants de master", []),
        ("Cours auprès d'étudiants du Bac+2 au Bac+5", []),
        ("Gestion administrative du master et du programme", []),
        ("Partenaires : Ecoles d'ingénieurs, instituts", []),
        ("Vous enseignez à des élèves de BTS ; vous êtes titulaire d'un Master.", [("Master", "required")]),
        ("Nous recherchons des étudiants en Master 2.", [("Master 2", "required")]),
        # studies without the name of a degree, and names of other countries' schools
        ("Trois années après le bac", [("Trois années après le bac", "required")]),
        ("Three years of university education", [("Three years of university education", "required")]),
        ("bac plus cinq souhaité", [("bac plus cinq", "asset")]),
        ("Lauréat(e) d'une école d'architecture", [("Lauréat(e) d'une école d'architecture", "required")]),
        ("Graduate in public health", [("Graduate in public health", "required")]),
        ("Un M2 en développement local", [("M2", "required")]),
        ("SSCE is enough", [("SSCE", "required")]),
        ("Grade 12 certificate or above", [("Grade 12 certificate", "required")]),
        ("Un titre de niveau 4 en animation", [("titre de niveau 4", "required")]),
        ("Profil : technicien spécialisé en soudure", [("technicien spécialisé en soudure", "required")]),
        ("Une salle de 40 m2 en ville", []),
        ("Copie du diplôme de baccalauréat à joindre", []),
        ("Bac + 2, peu importe la filière", [("Bac + 2", "required")]),
        ("A higher education diploma of whatever kind", [("higher education diploma", "required")]),
        ("Une maîtrise ou un master 1 en démographie", [("maîtrise", "required"), ("master 1", "required")]),
        ("ASSOCIATION DES OASIS DU MOYEN DRAA (A.O.M.D.)", []),
        ("Vous coordonnez deux animateurs.BTS exigé", [("BTS", "required")]),
        ("Vous êtes titulaire du Diplôme d'Etat  IADE", [("Diplôme d'Etat IADE", "required")]),
    ],
)  # fmt: skip
def test_degrees(text: str, right: list[tuple[str, str]]) -> None:
    assert read(text) == right
