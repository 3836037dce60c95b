"""What alone is demanded, degrees as bounds, and places that are left out."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_fixture, matched

POSTINGS = {
    "gao.txt": (
        "Logisticien\n\nOrganisation : Puits du Sahel\nLieu : Gao, Mali\n\nContrat : CDI\n\n"
        "Profil\n- Bac+2 en logistique.\n- Français exigé.\n\n"
        "Candidatures : CV uniquement, à rh@puits.example, avant le 12 décembre 2026\n"
    ),
    "mopti.txt": (
        "Field Officer\n\nOrganization: Delta Relief\nLocation: Mopti, Mali\n\nPermanent contract\n\n"
        "Requirements\n- Bachelor's degree required.\n- English and French are required.\n\n"
        "Send your CV and a cover letter to jobs@delta.example by 8 January 2027\n"
    ),
    "kayes.txt": (
        "Comptable\n\nOrganisation : Atlas Cartes\nLieu : Kayes, Mali\n\nContrat : CDD\n\n"
        "Profil\n- Master exigé.\n- Anglais exigé, français souhaité.\n\n"
        "Envoyez CV, lettre de motivation et copie des diplômes à l'adresse : BP 12, Kayes.\n"
    ),
    "segou.txt": (
        "Gardien\n\nOrganisation : Maison du Fleuve\nLieu : Ségou, Mali\n\nContrat : CDD\n\n"
        "Retirez le formulaire au bureau. Pas de candidature par CV, merci.\n"
    ),
}


asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs require English only?", "kayes"),
        ("Which jobs only require French?", "gao"),
        ("Quels postes n'exigent que le français ?", "gao"),
        ("Quelles offres demandent uniquement l'anglais ?", "kayes"),
        ("Which require English and French only?", "mopti"),
        ("Which jobs ask for nothing but a CV?", "gao"),
        ("Lesquels ne demandent qu'un CV ?", "gao"),
        ("Quelles annonces demandent un CV et une lettre et rien d'autre ?", "mopti"),
        ("Which just ask for a CV and a cover letter?", "mopti"),
        # what the person has alone is another thing
        ("I only have a CV, which jobs ask for one?", "gao kayes mopti"),
        ("Je ne parle que le français, quoi pour moi ?", "gao segou"),
        # degrees
        ("Which jobs require less than a bachelor's degree?", "gao"),
        ("Which jobs require a bachelor's degree or less?", "gao mopti"),
        ("Quels postes demandent un bac+2 au maximum ?", "gao"),
        ("Which jobs ask for more than a bachelor's?", "kayes"),
        ("Quels postes demandent plus qu'un bac+2 ?", "kayes mopti"),
        ("Lesquels n'exigent pas plus qu'un bac+2 ?", "gao segou"),
        ("For which jobs is a bachelor's degree enough?", "gao mopti segou"),
        ("Quels postes sont accessibles avec un bac+2 ?", "gao segou"),
        # places left out
        ("Which jobs other than the ones in Gao require French?", "kayes mopti"),
        ("Quelles offres autres que celles de Mopti sont en CDI ?", "gao"),
        ("All jobs except the one in Gao?", "kayes mopti segou"),
        ("Which jobs outside Paris are permanent?", "gao mopti"),
        ("Quels postes hors de Bamako sont en CDD ?", "kayes segou"),
        # what cannot be done
        ("Which jobs can't be applied for by email?", "kayes segou"),
    ],
)
def test_which(question: str, right: str, asked: Assistant) -> None:
    assert matched(asked.ask(question)) == right


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("Lesquels ne demandent qu'un CV ?", "1 offre sur 4 exige un CV et n'exige pas d'autre document qu'un CV"),
        ("Which ask for nothing but a CV?", "1 of 4 postings requires a CV and does not require a document other than"),
        ("Which require a bachelor's degree or less?", "2 of 4 postings require a bachelor's degree (bac+3) or lower"),
        ("Quels postes demandent un bac+2 au maximum ?", "1 offre sur 4 exige un bac+2 (BTS, DUT) ou moins"),
    ],
)
def test_what_is_said_of_them(question: str, head: str, asked: Assistant) -> None:
    assert asked.ask(question).statements[0].text.startswith(head)
