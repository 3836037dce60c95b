"""Sites and apps that one applies on and that have no address in the posting, and marks on envelopes."""

from __future__ import annotations

import pytest

from assistant.facts.application import facts
from tests.assistant.facts.reading import values

SITES = [
    (
        "Les dossiers sont à déposer à la guérite du sous-bureau de Toliara, quartier Sanfily, au plus tard le 2 mai.",
        "à la guérite du sous-bureau de Toliara, quartier Sanfily",
    ),
    ("Dossiers à remettre à la sous-préfecture de Kati sous pli fermé.", "à la sous-préfecture de Kati"),
    ("Merci de réaliser votre candidature directement sur le site AZUREO.", "le site AZUREO"),
    ("Candidatures uniquement via notre portail de recrutement.", "notre portail de recrutement"),
    ("Postulez directement en ligne via le site carrières du Groupe Azur.", "le site carrières du Groupe Azur"),
    ("Commencez votre inscription en téléchargeant l'application My Azur", "l'application My Azur"),
    ("Applications are made only through our careers page.", "our careers page"),
    ("To apply, go to the website of Harbour Trust and fill in the form.", "the website of Harbour Trust"),
    ("Only through our careers page, www.lakes.example/jobs.", "www.lakes.example/jobs"),
    ("Uniquement sur notre page carrière, www.lacs.example/emplois.", "www.lacs.example/emplois"),
    ("Les plis, portant la mention « Gao - ne pas ouvrir », sont à déposer au bureau de Gao.", "au bureau de Gao"),
]
NO_SITES = [
    "Vous postulez pour un poste sur le site de Fréjus.",
    "Postulez directement sur le site de Fréjus !",
    "Vous développez le portail candidat et les applications mobiles. Postulez !",
    "Candidat motivé pour travailler sur la plateforme logistique.",
]
MARKS = [
    ("Par courrier postal seulement. Écrire sur l'enveloppe « Internat Asni ».", "Internat Asni"),
    ("À déposer au siège, pli fermé. Inscrire sur le pli « Chauffeur Gao ».", "Chauffeur Gao"),
    ('Leave your papers at the gate. Write on the envelope "Driver Gao".', "Driver Gao"),
    ('Send your file by post. On the envelope, write "Nurse Kayes".', "Nurse Kayes"),
]


@pytest.mark.parametrize(("sentence", "value"), SITES)
def test_a_site_or_a_desk_is_where_to_apply(sentence: str, value: str) -> None:
    assert values(f"Cuisinier\n\nComment postuler\n{sentence}\n", facts, "apply_to") == [value]


@pytest.mark.parametrize("sentence", NO_SITES)
def test_a_place_of_work_is_no_site_to_apply_on(sentence: str) -> None:
    assert values(f"Cuisinier\n\nDescription\n{sentence}\n", facts, "apply_to") == []


@pytest.mark.parametrize(("sentences", "value"), MARKS)
def test_the_words_on_an_envelope_stand_behind_it(sentences: str, value: str) -> None:
    assert values(f"Cuisinier\n\nCandidature\n{sentences}\n", facts, "subject_line") == [value]
