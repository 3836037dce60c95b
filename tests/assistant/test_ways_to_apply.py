"""How an application is brought, who may bring one, and what there is to do where no part of the posting tells it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "driver.txt": (
        'Driver\n\nEmployer: Sand Relief\nDuty station: Bassikounou\n\nHOW TO APPLY\nEnvelopes marked "DRV 7" are '
        "received at the office gate in Bassikounou, Monday to Thursday.\nE-mailed files are not accepted for this "
        "post.\n"
    ),
    "guard.txt": (
        "Gardien de nuit\n\nEmployeur : Association Espoir\nLieu : Kolda\n\nCandidature\n"
        "Les dossiers sont reçus à l'accueil du centre, avant le 20 décembre 2026.\n\n"
        "Poste à pourvoir dès que possible.\n"
    ),
    "cook.txt": (
        "Cuisinière\n\nEmployeur : Maison des Figuiers\nLieu : Zagora\n\nPour postuler : appeler ou envoyer un vocal à "
        "Lalla Zohra au 06 11 22 33 44. Pas de mail svp.\n"
    ),
    "secretary.txt": (
        "Secrétaire\n\nEmployeur : Centre des Tilleuls\nLieu : Périgueux\n\nConditions\n"
        "- Être de nationalité française\n"
        "- Port obligatoire de la tenue\n\nProfil\n- Aucune connaissance en comptabilité n'est requise.\n"
        "- Maîtrise de la sténographie\n- Des notions d'archivage seraient un plus\n\n"
        "Votre futur manager : Paul Arnal, chef de section.\n"
    ),
    "accountant.txt": (
        "Comptable\n\nEmployeur : Cabinet Noria\n\nPoste basé à Rabat-Agdal.\n\nProfil\n- Diplôme de comptable\n"
        "- Le diplôme de formateur GSU serait un atout supplémentaire\n"
    ),
    "fitter.txt": (
        "Metteur au point\n\nEmployeur : Ateliers Loire\nLieu : Nantes\n\nDescription du poste :\nCompétences :\n"
        "* Réglage des installations\n* Recherche des pannes\n\nDescription du profil :\nPrécisions :\n"
        "Le metteur au point se déplacera dans l'ouest.\n"
    ),
    "midwife.txt": (
        "ASSOCIATION KELLE SANTE\nZiguinchor, Sénégal\n\nAVIS D'APPEL À CANDIDATURES\n\n"
        "Intitulé du poste : Sage-femme de clinique mobile\n\nDescription sommaire\n"
        "La clinique mobile va de village en village. La sage-femme :\n- assure les consultations prénatales\n"
        "- forme les matrones\n\nQualification\n- Diplôme d'État\n\nContrat\n"
        "Prime de 5 000 FCFA par nuit en déplacement.\n"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("jobs"), dict(POSTINGS))
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "says"),
    [
        # what is brought and left there
        ("How do I apply for the driver job?", "the office gate in Bassikounou"),
        ("Where do I send my application for the driver job?", "the office gate in Bassikounou"),
        ("Où envoyer mon dossier pour le poste de gardien ?", "à l'accueil du centre"),
        ("Comment postuler comme gardien à Kolda ?", "à l'accueil du centre"),
        ("Can I send my application for the driver job by e-mail?", "E-mailed files are not accepted"),
        ("Peut-on postuler par mail au poste de chauffeur ?", "E-mailed files are not accepted"),
        # by telephone
        ("Je postule comment pour la cuisinière ?", "06 11 22 33 44"),
        ("How do I apply for the cook job in Zagora?", "06 11 22 33 44"),
        # of which nationality
        ("Puis-je postuler comme secrétaire à Périgueux si je n'ai pas la nationalité française ?", "Non"),
        ("I'm not French. May I apply as a secretary in Périgueux?", "No,"),
        ("Do I have to be a French national to be a secretary in Périgueux?", "Yes,"),
        ("Faut-il être français pour être secrétaire à Périgueux ?", "Oui,"),
        ("Can a French citizen apply for the secretary job in Périgueux?", "Yes,"),
        # a uniform, a manager
        ("L'uniforme est-il obligatoire pour la secrétaire à Périgueux ?", "Port obligatoire de la tenue"),
        ("Do I have to wear a uniform as a secretary in Périgueux?", "Port obligatoire de la tenue"),
        ("Who would be my manager in Périgueux?", "Paul Arnal"),
        ("Qui serait mon chef à Périgueux ?", "Paul Arnal"),
        # whether a thing that no table knows is demanded
        ("Faut-il des connaissances en comptabilité pour être secrétaire à Périgueux ?", "Non,"),
        ("Is knowledge of accounting required of the secretary in Périgueux?", "No,"),
        ("Faut-il maîtriser la sténographie pour le poste de secrétaire à Périgueux ?", "Oui,"),
        ("Does the secretary in Périgueux need to know stenography?", "Yes,"),
        ("Faut-il s'y connaître en archivage pour être secrétaire à Périgueux ?", "Non, c'est seulement un atout"),
        # what there is to do below a bare heading, and in what calls itself a call for applications
        ("Que ferais-je au poste de metteur au point à Nantes ?", "Recherche des pannes"),
        ("What would I do as a fitter in Nantes?", "Recherche des pannes"),
        ("What would I do at the travelling clinic in Senegal?", "forme les matrones"),
        ("Que ferais-je à la clinique mobile de Ziguinchor ?", "forme les matrones"),
    ],
)
def test_one_posting(question: str, says: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert says in answer.text, answer.text


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Quels postes sont au Maroc ?", {"accountant": "stated", "cook": "stated"}),
        ("Which jobs are in Rabat?", {"accountant": "stated"}),
        ("Pour quels postes faut-il être français de nationalité ?", {"secretary": "required"}),
        ("Which jobs are for French nationals only?", {"secretary": "required"}),
        ("Quelles offres exigent le diplôme de formateur GSU, et où est-ce un atout ?", {"accountant": "asset"}),
        ("Which jobs require a GSU trainer diploma?", {"accountant": "asset"}),
        ("Quels postes sont à prendre dès que possible ?", {"guard": "stated"}),
        ("Which jobs start as soon as possible?", {"guard": "stated"}),
        ("Which jobs take applications in person?", {"driver": "stated", "guard": "stated"}),
    ],
)
def test_sets(question: str, right: dict[str, str], asked: Assistant) -> None:
    answer = asked.ask(question)
    assert {m.posting.removesuffix(".txt"): m.modality for m in answer.matches} == right, answer.text
