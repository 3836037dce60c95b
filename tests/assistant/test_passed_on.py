"""Announcements that were passed on by mail, those of municipalities, and names that begin where others end."""

from __future__ import annotations

import pytest

from assistant.country_hints import country_of_text
from assistant.facts import facts_of
from tests.support import posting

BODY = "\n\nMissions\nAccueillir le public et tenir les registres.\n"
TITLES = [
    # in a chat
    (
        "[12:41] Gaëlle ~ Groupe Jobs : Bonjour à tous 👋 je partage pour une amie\n\n"
        "La boulangerie LE FOURNIL à Quimper cherche un vendeur ou une vendeuse !!\n",
        "vendeur ou une vendeuse",
    ),
    (
        "12/11/2026, 09:14 - Awa: Good morning all, sharing this for a friend\n\n"
        "The Blue Door café in Cork is looking for a pastry chef\n",
        "pastry chef",
    ),
    ("De : a@b.example\nObjet : TR: offre d'emploi comptable - merci de faire circuler\n\nBonjour,", "comptable"),
    ("De : a@b.example\nObjet : Fwd: OFFRE D'EMPLOI sage-femme (à partager svp)\n\nBonjour,", "sage-femme"),
    ("De : a@b.example\nObjet : A DIFFUSER SVP - appel à candidatures agent(e) d'animation\n", "agent(e) d'animation"),
    ("From: a@b.example\nSubject: Fwd: we're hiring! Office Coordinator\n\nHello,", "Office Coordinator"),
    ("*** please circulate ***\nFwd: We're hiring! Office Coordinator\n\nWe are small.", "Office Coordinator"),
    ("De : a@b.example\nObjet : TR: AVIS - CHAUFFEURS\n\nPOSTE : CHAUFFEUR-LOGISTICIEN\n", "CHAUFFEUR-LOGISTICIEN"),
    (
        "[English below]\n\nONG Soleil recherche :\n\nChargé de communication (mi-temps)\n",
        "Chargé de communication (mi-temps)",
    ),
    ("*** english follows ***\nONG SOLEIL\nResponsable de programme (f/h)\n", "Responsable de programme (f/h)"),
    ("L'EPICERIE DU COIN – RECRUTE\nson coordinateur / sa coordinatrice\n", "coordinateur / sa coordinatrice"),
    ("VILLE DE VALMY\nLa Ville recrute un(e)\nAGENT(E) D'ACCUEIL (H/F)\n", "AGENT(E) D'ACCUEIL (H/F)"),
    (
        "VILLE DE VALMY\nrecrute\nUN(E) AGENT D'ACCUEIL H/F\nPoste à pourvoir le    1er mars 2027\n",
        "AGENT D'ACCUEIL H/F",
    ),
    (
        "Position title: Protection Officer (Community-based Protection)\n",
        "Protection Officer (Community-based Protection)",
    ),
    ("ONG SOLEIL\nOffre d'emploi / Job offer: FUNDRAISING OFFICER (H/F/X)\n", "FUNDRAISING OFFICER (H/F/X)"),
]
EMPLOYERS = [
    (
        "VILLE DE MONTFERRIER-SUR-LOIRE\n(32 000 habitants)\nDirection de la ville\n\nrecrute\n\nUN AGENT\n",
        "VILLE DE MONTFERRIER-SUR-LOIRE",
    ),
    (
        "REPUBLIQUE DU SENEGAL\nREGION DE KAFFRINE\nCOMMUNE DE NDIAYENE SALOUM\n\nAVIS DE RECRUTEMENT\n",
        "COMMUNE DE NDIAYENE SALOUM",
    ),
    ("COMMUNE D'HERINVAL (Province de Liège, Belgique)\nAPPEL PUBLIC A CANDIDATURES\n", "COMMUNE D'HERINVAL"),
    ("AVIS\nINFIRMIER (H/F)\n\nQui sommes-nous\nSoins Nomades (SN) est une association médicale.\n", "Soins Nomades"),
    ("JOB OPPORTUNITY – Kayayo Futures Trust (Tamale, Ghana)\n\nJob title: Finance Officer\n", "Kayayo Futures Trust"),
    ("HARBOUR RELIEF\nTogether\nJ O B   A D V E R T\nFINANCE OFFICER\n", "HARBOUR RELIEF"),
]
PLACES = [
    ("Agent d'accueil (H/F)\nLieu de travail : Hôtel de ville, 3 place de la République\n", ""),
    ("Coordinator – Tangier office\n- office: rue de Fès, Tangier.\n", "Tangier"),
    ("Agent (H/F)\nLieu : Firminy (Loire)\n", "Firminy"),
    ("Agent (H/F)\nPoste\nNombre\nLieu\nDurée\nInfirmier\n03\nKaya (2) ; Boulsa (1)\n", "Kaya"),
]


@pytest.mark.parametrize(("text", "right"), TITLES)
def test_title(text: str, right: str) -> None:
    found = posting(text + BODY)
    assert found.title.of(found.text) == right


@pytest.mark.parametrize(("text", "right"), EMPLOYERS)
def test_employer(text: str, right: str) -> None:
    found = posting(text + BODY)
    assert found.organisation.of(found.text) == right


@pytest.mark.parametrize(("text", "right"), PLACES)
def test_place(text: str, right: str) -> None:
    found = posting(text + BODY)
    assert found.location.of(found.text) == right


def test_the_country_of_a_municipality() -> None:
    text = "VILLE DE VALMY\n(18 400 habitants - département de la Loire)\nUn partenariat avec le Sénégal, au Sénégal."
    assert country_of_text(text) == "France"


SECTIONS = [
    ("QUI ON EST", "organisation"),
    ("Ce que tu feras", "missions"),
    ("What the intern does", "missions"),
    ("Who we are looking for", "profile"),
    ("Ce qu'il faut", "profile"),
    ("EXIGÉ", "profile"),
    ("What you do not need", "profile"),
    ("What you get", "conditions"),
    ("COMMENT FAIRE ?", "application"),
    ("What happens next", "application"),
]


@pytest.mark.parametrize(("heading", "kind"), SECTIONS)
def test_headings_in_everyday_words(heading: str, kind: str) -> None:
    found = posting(f"Agent (H/F)\n\nUne petite association.\n\n{heading}\n- une chose\n- une autre\n")
    assert [section.kind for section in found.sections][1:] == [kind]


def test_rows_of_a_table_and_items_with_a_plus_stand_apart() -> None:
    text = (
        "Agent (H/F)\n\nDuty Station                  Dakar, Senegal - Regional Office for the Sahel\n"
        "Contract Type                 Fixed-term, one year\n\nATOUTS\n"
        "+ un peu d'anglais (échange avec un groupe de jeunes de Malte en été)\n+ le brevet de secourisme\n"
    )
    found = {fact.field: fact.quote for fact in facts_of(posting(text))}
    assert found["contract"] == "Contract Type                 Fixed-term, one year"
    assert found["language"] == "+ un peu d'anglais (échange avec un groupe de jeunes de Malte en été)"
