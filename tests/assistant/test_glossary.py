"""Words for the same thing: what finds what, in either language, and what does not."""

from __future__ import annotations

import pytest

from assistant.glossary import groups_of
from vectorstore.analysis import content_tokens, fold

ALIKE = [
    "RGPD GDPR",
    "HCR UNHCR",
    "PNUD UNDP",
    "gouvernante housekeeper",
    "tailleur tailor",
    "puisatier digger",
    "enquêteur interviewer",
    "travaux construction",
    "conférencier lecturer",
    "waterproofer étanchéité étancheurs",
    "glassmaking verrière verres",
    "bagarres rixe conflits",
    "bergers éleveurs herders",
    "malnourished dénutris malnutrition",
    "petrol gasoil carburant",
    "lorry routière camions",
    "mattresses matelas literie",
    "X-ray radiographies radiologie",
    "antibody anticorps",
    "forklift chariots caristes",
    "paperwork formalités démarches",
    "dishwasher plonge plongeuse",
    "wheelchair fauteuil",
    "pregnant enceintes grossesse",
    "plasterer plaquistes plâtrière",
    "boilermaker chaudronnière",
    "roofer zingueuse couvreurs",
    "illiterate alphabétisation illettrisme",
    "deaf sourds malentendante",
    "spreadsheets tableur",
    "harassment harcèlement",
    "cemetery cimetières fossoyeur",
    "laundry lingère blanchisserie",
    "seasonal saisonniers saison",
    "poultry aviculture poulets",
    "bees apiculteur miel",
    "prison détenus inmates",
    "Tchad Chad tchadiennes",
    "Liban libanaises Lebanon",
    "spices safran saffron",
    "villages douars",
    "enterrements funéraire cercueils",
    "burials obsèques coffin",
    "inventions brevets patent",
    "CO2 décarbonation carbon",
    "sewage épuration assainissement",
    "frail âgées elderly",
    "fled déplacées displaced",
    "pregnant maternal",
    "woodlands sylviculture",
    "deer cervidés gibier",
    "passwords authentification",
    "paperless dématérialisation papier",
    "fishmonger mareyeuses",
    "banknotes billets",
    "rats nuisibles pest",
    "reporters journalistes",
    "attacks agressions",
    "toddlers bambins",
    "boarders pensionnat",
    "households familles",
    "money budget",
    "therapist thérapeute",
    "liver hépatite",
    "arrears impayés",
    "rumours désinformation",
    "ammunition explosifs munitions",
    "orchard arboricole",
    "airline aérien",
    "malware antivirus",
    "scam escroquerie arnaque",
    "relogement rehousing",
]
APART = [
    ("nurse", "sage-femme"),
    ("infirmière", "puéricultrice"),
    ("nurse", "caregiver"),
    ("baker", "pâtissière"),
    ("driver", "mécanicien"),
    ("welder", "chaudronnier"),
    ("accountant", "auditeur"),
    ("plumber", "chauffagiste"),
    ("roofer", "maçon"),
    ("radiologist", "radiographer"),
    ("shepherd", "vacher"),
    ("tiler", "plasterer"),
    ("winemaker", "sommelier"),
    # Words of both languages, or with the stem of another word.
    ("railway", "trains"),  # "trains people"
    ("bread", "pain"),
    ("hand", "main"),
    ("tribunal", "court"),
    ("horse", "équité"),
    ("dates", "palmier"),
    ("boarding", "international"),
    ("roads", "voir"),
    ("emballages", "package"),
    ("shelter", "réfugié"),
    ("monastery", "moins"),
    ("isolé", "insulation"),
    ("ascenseurs", "élèves"),
    ("deer", "des"),
    ("reporters", "reports"),
    ("foyer", "fois"),
    ("boarding", "board"),
    ("âgées", "age"),
    ("Tunis", "thon"),
    ("libraries", "moins"),
]


@pytest.mark.parametrize("words", ALIKE)
def test_words_for_one_thing_find_each_other(words: str) -> None:
    forms = [token.form for token in content_tokens(words, "en") if token.form != "ray"]
    assert all(groups_of(forms[0]) & groups_of(other) for other in forms[1:])


@pytest.mark.parametrize(("one", "other"), APART)
def test_words_for_two_things_do_not(one: str, other: str) -> None:
    one, other = fold(one), fold(other)
    assert groups_of(one).isdisjoint(groups_of(other))
