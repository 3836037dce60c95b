"""Driving licences with their modality."""

from __future__ import annotations

import pytest

from assistant.facts import licence
from assistant.readers.content import Content
from assistant.reading import posting_of


def read(text: str) -> list[tuple[str, str]]:
    return [(str(f.value), f.modality) for f in licence.facts(posting_of("cases", "case", Content(text)))]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # a category in a sentence of its own
        ("Permis B exigé. La catégorie C serait un plus.", [("B", "required"), ("C", "asset")]),
        ("Driving licence B mandatory. Category C would be a plus.", [("B", "required"), ("C", "asset")]),
        ("Permis B exigé. Catégorie A de la fonction publique.", [("B", "required")]),
        ("Vous avez le permis B. C'est un plus, pas une obligation.", [("B", "asset")]),
        ("Driving licence B. It is not required but it helps.", [("B", "asset")]),
        ("Permis B (must), permis C (nice to have)", [("B", "required"), ("C", "asset")]),
        ("Permis de conduire des catégories B et C", [("B", "required"), ("C", "required")]),
        ("Driving licence of categories B and C", [("B", "required"), ("C", "required")]),
        ("|Permis |catégories A et C, en cours de validité : EXIGÉ |", [("A", "required"), ("C", "required")]),
        ("| Driving licence | category C, essential |", [("C", "required")]),
        ("- full driving licence with category D1", [("D1", "required")]),
        ("Permis de conduire avec la catégorie C exigé", [("C", "required")]),
        ("|Permis |catégorie B : un plus |", [("B", "asset")]),
        ("|Permis |de conduire, catégorie D |", [("D", "required")]),
        ("|Permis |de travail : fourni par l'employeur |", []),
        ("Le permis EB est idéal.", [("BE", "asset")]),
        ("- Permis de conduire exigé\n- Le permis C serait un plus", [("yes", "required"), ("C", "asset")]),
        ("- a clean driving licence\n\nNICE TO HAVE\n- motorcycle licence", [("yes", "required"), ("A", "asset")]),
        ("- Permis de conduire\n- Permis B", [("B", "required")]),
        ("Permis de conduire : le permis B est un atout", [("B", "asset")]),
        ("Profil : débutant, permis pas nécessaire", []),
        ("Qualités attendues : rigueur, aptitude à la conduite de projet, autonomie.", []),
        ("Profil :\n- Aptitude à la conduite d'équipes", []),
        ("Profil :\n- Aptitude à la conduite de véhicules exigée", [("yes", "required")]),
        ("- pas besoin de permis", []),
        ("- no need for a driving licence", []),
        ("Permis B obligatoire", [("B", "required")]),
        ("Seront appréciés : le wolof (non exigé ; on l'apprend ici), le permis B (un van est là)", [("B", "asset")]),
        ("Would be welcome: Arabic (not required, lessons are given), a driving licence", [("yes", "asset")]),
        ("Souhaités : le wolof (non exigé), le permis B obligatoire", [("B", "required")]),
        ("Permis moto (catégorie A) : vous circulez en deux-roues", [("A", "required")]),
        ("A valid motorcycle licence is required.", [("A", "required")]),
        ("A valid motorcycle riding permit is a must.", [("A", "required")]),
        ("Permis B exigé. Permis moto apprécié.", [("B", "required"), ("A", "asset")]),
        ("Permis moto ou voiture exigé", [("yes", "required")]),
        ("Motorcycle or car licence required", [("yes", "required")]),
        ("Permis moto exigé, car on circule en brousse", [("A", "required")]),
        ("Permis voiture exigé", [("B", "required")]),
        ("Permis auto apprécié", [("B", "asset")]),
        ("A car driving licence would be a plus", [("B", "asset")]),
        ("Car driver's license required", [("B", "required")]),
        ("Permis de conduire exigé car vous livrez les écoles", [("yes", "required")]),
        ("Vous avez le permis de conduire car vous livrez les écoles", [("yes", "required")]),
        ("Permis et voiture personnelle exigés", [("yes", "required")]),
        ("Le permis B (passé depuis plus de trois ans de préférence) est exigé", [("B", "required")]),
        ("Permis B (de préférence)", [("B", "asset")]),
        ("Permis B : Souhaité", [("B", "asset")]),
        ("A car licence (category B) is a plus", [("B", "asset")]),
        (
            "Motorcycle licence (category A) compulsory ; a car licence (category B) is a plus",
            [("A", "required"), ("B", "asset")],
        ),
        ("Le permis B serait un plus.", [("B", "asset")]),
        ("Maîtrise de la bureautique et permis de conduire indispensable.", [("yes", "required")]),
        ("Clean driving licence required", [("yes", "required")]),
        ("A driver's license would be a plus.", [("yes", "asset")]),
        ("Permis B et véhicule exigés", [("B", "required")]),
        ("Titulaire du permis C + FIMO", [("C", "required")]),
        ("Permis C et CE", [("C", "required"), ("CE", "required")]),
        ("Titulaire du permis CE et de la FIMO", [("CE", "required")]),
        ("Permis PL ou SPL obligatoire", [("C", "required"), ("CE", "required")]),
        ("Permis EC, FIMO/FCO", [("CE", "required")]),
        ("Idéalement titulaire du permis C, vous êtes rigoureux.", [("C", "asset")]),
        ("Permis poids lourd et CACES sont un plus.", [("C", "asset")]),
        ("permis de conduire 3e type (poids lourd) valide", [("C", "required")]),
        ("Permis de 2e catégorie (poids lourd) obligatoire", [("C", "required")]),
        ("Driving licence class 3 (heavy goods vehicle) required", [("C", "required")]),
        ("Permis de 3e classe exigé", [("yes", "required")]),
        ("Permis exigé", [("yes", "required")]),
        ("Category B licence required", [("B", "required")]),
        ("A class B driving licence is an asset.", [("B", "asset")]),
        ("Diplôme d'éducateur spécialiséDébutants acceptésPermis B obligatoire", [("B", "required")]),
        ("Permis B non exigé", []),
        ("Licence: class B, held for two years", [("B", "required")]),
        ("Licence: B and C", [("B", "required"), ("C", "required")]),
        ("| Licence | B, C or D |", [("B", "required"), ("C", "required"), ("D", "required")]),
        ("Licence A required.", [("A", "required")]),
        ("HGV licence (category C)", [("C", "required")]),
        ("You must be able to drive.", [("yes", "required")]),
        ("Ability to drive is a plus.", [("yes", "asset")]),
        ("Être véhiculé est un plus.", [("yes", "asset")]),
        ("Ni permis de conduire, ni voiture", []),
        ("You do not need to drive.", []),
        ("Poste accessible sans permis B", []),
        ("Ni permis de conduire, ni diplôme.", []),
        ("A Kenyan licence class BCE is required", [("B", "required"), ("C", "required")]),
        ("Seraient regardés favorablement, sans condition : un stage, le permis B.", [("B", "asset")]),
        ("Véhicule indispensable", []),
        ("Un véhicule de service est fourni", []),
        ("Instruction des permis de construire", []),
        ("Votre expérience vous a permis de progresser.", []),
        ("Nous finançons : aide au passage du permis B", []),
        ("Un titre de séjour et un permis de travail", []),
        ("Gestion des permissions", []),
        # not asked for
        ("Permis de conduire ............... sans objet", []),
        ("Driving licence ............... none", []),
        ("Permis\nnéant (chauffeur)", []),
        ("Driving licence: not needed", []),
        ("Peu importe si vous n'avez pas le permis.", []),
        ("It doesn't matter if you have no driving licence.", []),
        # nothing goes without it
        ("Sans permis, la candidature ne sera pas étudiée.", [("yes", "required")]),
        ("Do not apply without a driving licence.", [("yes", "required")]),
        # a wish
        ("Si vous avez le permis, tant mieux.", [("yes", "asset")]),
        ("If you have a driving licence, great.", [("yes", "asset")]),
        ("Le permis B, c'est pas obligé.", []),
        ("le permis B n'est pas obligé, un collègue conduit, mais si vous l'avez ça nous arrange", [("B", "asset")]),
        ("Pas besoin de permis, mais si vous en avez un, c'est un plus.", [("yes", "asset")]),
        ("A driving licence is not required, we have a driver, but if you have one it helps.", [("yes", "asset")]),
        ("A driving licence is not required; if you have one, tell us who insures you.", []),
        ("Permis B + voiture = mieux", [("B", "asset")]),
        ("Own car and licence = even better", [("yes", "asset")]),
        ("Le permis B, franchement, ça change la vie.", [("B", "asset")]),
        ("Profil\n\nPermis B\nSouhaité\nAnglais\nObligatoire", [("B", "asset")]),
        # the bare word
        ("Own motorbike and licence A, both seen on the day", [("A", "required")]),
        ("You will drive our van, so a valid licence is needed.", [("yes", "required")]),
        ("A valid practising licence from the Nursing Council is required.", []),
        ("You manage our software licence renewals.", []),
        ("Véhicule de service : permis en cours de validité", [("yes", "required")]),
        ("Il te faut\n- les permis A et B", [("A", "required"), ("B", "required")]),
        ("Aptitude à conduire une moto", [("yes", "required")]),
        ("Able to ride a motorbike", [("yes", "required")]),
    ],
)
def test_licences(text: str, right: list[tuple[str, str]]) -> None:
    assert read(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "Nos chauffeurs ont tous le permis C.",
        "All our drivers hold a class C licence.",
        "Le chauffeur du projet, titulaire du permis D, vous accompagne.",
        "The project driver, who holds a driving licence, will accompany you.",
        "Vous vérifiez la validité des permis de conduire des chauffeurs.",
        "You check that the drivers' driving licences are valid.",
        "Le permis de conduire peut être financé par l'employeur.",
        "We will pay for your driving licence.",
        "We help young people get their driving licence.",
    ],
)
def test_licences_of_others_and_those_that_are_given(text: str) -> None:
    assert read(f"# Comptable\n\n{text}") == read(f"# Accountant\n\n{text}") == []


def test_in_a_posting_for_drivers_they_are_asked_for_it() -> None:
    assert read("# Chauffeurs\n\nNos chauffeurs ont le permis C.") == [("C", "required")]
    assert read("# Drivers wanted\n\nOur drivers hold a class C licence.") == [("C", "required")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Conducteur VL - Permis EB (H/F)\n\nPermis EB obligatoire\n", "Permis EB obligatoire"),
        ("Driver, licence C (m/f)\n\nA C licence is required.\n", "A C licence is required."),
    ],
)
def test_a_demand_is_quoted_sooner_than_the_title(text: str, quote: str) -> None:
    assert [fact.quote for fact in licence.facts(posting_of("cases", "case", Content(text)))] == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "Qualités : bonne aptitude à la conduite de projet, rigueur.",
        "Vous êtes capable de conduire le changement.",
        "Savoir conduire une réunion et des entretiens.",
        "You must be able to drive change across the organisation.",
        "Ability to drive results and growth; team player.",
        "Capable of driving innovation in a busy setting.",
    ],
)
def test_what_is_led_asks_for_no_licence(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Aptitude à la conduite d'un véhicule de service.",
        "Il faut savoir conduire en montagne.",
        "Savoir conduire un tracteur.",
        "Able to drive a van on farm tracks.",
        "You must be able to drive at night.",
        "Ability to drive (manual).",
    ],
)
def test_who_can_drive_has_a_licence(text: str) -> None:
    assert read(text) == [("yes", "required")]
