"""Titles among the lines of a website, of a forwarded message or of an address, and those told by both genders."""

from __future__ import annotations

import pytest

from assistant.both_genders import is_for_both
from assistant.facts import facts_of
from tests.assistant.facts.reading import values

TITLES = [
    # where a page stands, and its menu
    ("LINDEN TRUST\nCareers / Open positions / Senior Programme Manager, Girls' Education\n\nCopenhagen\n\nWe fund.",
     "Senior Programme Manager, Girls' Education"),
    ("AidBoard » Jobs » London » HR\n\nGlobal HR Adviser\nWater Bridge, London", "Global HR Adviser"),
    ("Institut Meuse, asbl\nEmplois / Stages / Bénévolat\n\nTechnicien·ne de recherche\n\nOù ? Libramont",
     "Technicien·ne de recherche"),
    ("Accueil | Nos maisons | Bénévolat | Emploi | Devenir ami | Contact\n\nLa Fondation Est recrute (2 postes) :\n\n"
     "1) AIDE-SOIGNANT(E) – CDI\nVous aidez nos résidents.\n", "AIDE-SOIGNANT(E) – CDI"),
    # who forwarded it, and when it was published
    ("Tr : on recrute à Zagora !!\n\n---------- Message transféré ---------\nDe : Coordination <c@tifa.example>\n"
     "Date : mar. 17 nov. 2026\n\nL'association Tifa cherche UN(E) ANIMATEUR(TRICE) DE COOPÉRATIVES. Base : Zagora.",
     "ANIMATEUR(TRICE) DE COOPÉRATIVES"),
    ("L'Ambassade de Belgique à Rabat recrute : un(e) collaborateur/collaboratrice aux visas\nPublié le 23/11/2026\n\n"
     "Vous recevez les demandes.", "collaborateur/collaboratrice aux visas"),
    ("BRO PRIMARY SCHOOL, BANGOR\nFrom the Headteacher - please pass on !\n\nTeaching Assistant, Year 3\n\nStart: now",
     "Teaching Assistant, Year 3"),
    # addresses, offices and who may apply
    ("ASSOCIATION EAU (AE)\nCoordination Mali – BP 114 Sévaré\n\nTERMES DE RÉFÉRENCE\nÉvaluation du projet Puits\n",
     "Évaluation du projet Puits"),
    ("The Linden Foundation – Brussels head office\n\nGrants Manager, North Africa\n\nWe give grants.",
     "Grants Manager, North Africa"),
    ("AVIS DE VACANCE – PROGRAMME DES VIVRES\nAssocié(e) suivi-évaluation\nPoste ouvert uniquement aux locaux\n",
     "Associé(e) suivi-évaluation"),
    ("★ Turtle Watch ★\n\nNight Patrol Volunteers, nesting season\n\nEvery year the turtles come.",
     "Night Patrol Volunteers, nesting season"),
    # a tag or number before it, and what stands behind strokes
    ("[liste] POSTDOC 18 mois : carbone bleu\n\nBonjour à tous", "POSTDOC 18 mois : carbone bleu"),
    ("HARVEST BRIDGE\nVACANCY ANNOUNCEMENT\n\nPosition A:  FLEET ASSISTANT  (ref. 1)\nDuties", "FLEET ASSISTANT"),
    ("LAKE HOTEL\nJOB ANNOUNCEMENT\n\nA) FRONT OFFICE AGENT (2 persons)\n- French\n\nB) PASTRY CHEF\n- Certificate",
     "FRONT OFFICE AGENT (2 persons)"),
    ("VACANCY ANNOUNCEMENT  //  LOGISTICS OFFICER  //  ZAHLÉ\n\nDuration: 9 months", "LOGISTICS OFFICER"),
    # what a label leads to is no title
    ("Psychomotricien(ne) à mi-temps\n\nLe poste : 20 heures hebdomadaires en quatre matinées.\n",
     "Psychomotricien(ne) à mi-temps"),
    ("La clinique cherche donc\n\nun-e assistant-e dentaire\n\nIl nous faut : CFC d'assistante dentaire\n",
     "assistant-e dentaire"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right"), TITLES)
def test_titles(text: str, right: str) -> None:
    assert values(text, facts_of, "title") == [right]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Psychomotricien(ne) à mi-temps", True),
        ("collaborateur/collaboratrice aux visas", True),
        ("poseur / une poseuse en menuiserie", True),
        ("assistant-e dentaire", True),
        ("Technicien·ne de recherche", True),
        ("Motivé(e) et rigoureux(se)", False),
        ("Candidat(e)s de tous horizons", False),
        ("Clairvaux-les-Lacs (Jura)", False),
        ("Research and reports", False),
    ],
)
def test_words_in_both_genders(words: str, right: bool) -> None:
    assert is_for_both(words) == right
