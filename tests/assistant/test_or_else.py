"""Conditions of two kinds that "or" joins: a posting that fulfils one of them is listed."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_fixture, matched

POSTINGS = {
    "gao.txt": (
        "Logisticien\n\nOrganisation : Puits du Sahel\nLieu : Gao, Mali\n\nContrat : CDD à temps plein\n\n"
        "Profil\n- Français exigé.\n- Permis B obligatoire.\n\nDébut : 1er février 2027\n\n"
        "Candidatures à rh@puits.example, date limite : 12 décembre 2026\n"
    ),
    "mopti.txt": (
        "Field Officer\n\nOrganization: Delta Relief\nLocation: Mopti, Mali\n\n"
        "Fixed-term contract, part time\n\nRequirements\n- English is required.\n- Five years of experience.\n\n"
        "Deadline: 8 January 2027\n"
    ),
    "kayes.txt": (
        "Comptable\n\nOrganisation : Atlas Cartes\nLieu : Kayes, Mali\n\nContrat : CDI à temps plein\n\n"
        "Profil\n- Français exigé, anglais souhaité.\n- Master exigé.\n\nTélétravail possible.\n\n"
        "Salaire : 900 € par mois\n\nDate limite : 20 décembre 2026\n"
    ),
    "segou.txt": (
        "Gardien\n\nOrganisation : Maison du Fleuve\nLieu : Ségou, Mali\n\nContrat : CDD à temps plein\n\n"
        "Débutants acceptés. Aucun diplôme n'est exigé.\n\nDate limite : 3 mars 2027\n"
    ),
}


asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs are part-time or permanent?", "kayes mopti"),
        ("Quels postes sont à temps partiel ou en CDI ?", "kayes mopti"),
        ("Quelles offres sont soit en CDI soit à temps partiel ?", "kayes mopti"),
        ("Which jobs are remote or in Gao?", "gao kayes"),
        ("Quels postes sont à Gao ou en télétravail ?", "gao kayes"),
        ("Which jobs require a master's degree or a driving licence?", "gao kayes"),
        ("Lesquels demandent un master ou le permis B ?", "gao kayes"),
        ("Lesquels demandent un master ou cinq ans d'expérience ?", "kayes mopti"),
        ("Which jobs are in Mopti or pay more than 800 euros a month?", "kayes mopti"),
        ("Which jobs are part-time, remote or in Gao?", "gao kayes mopti"),
        ("Quels postes sont à temps partiel, en télétravail ou à Gao ?", "gao kayes mopti"),
        # what comes before or behind goes for both
        ("Which fixed-term jobs require a driving licence or English?", "gao mopti"),
        ("Which jobs are part-time or permanent in Kayes?", "kayes"),
        # times
        ("Which close in December or start in January?", "gao kayes"),
        ("Which close before 15 December or after 1 February?", "gao segou"),
        ("Quelles offres ferment avant le 15 décembre ou après le 1er février ?", "gao segou"),
        ("Quels postes ferment en janvier ou commencent en février ?", "gao mopti"),
        # denied: neither of the two
        ("Which don't require English or a driving licence?", "kayes segou"),
        ("Quelles offres n'exigent pas de permis ou de master ?", "mopti segou"),
        ("I have no licence or degree, which jobs could I do?", "mopti segou"),
        ("Which jobs do not need a driving licence, or are part-time?", "kayes mopti segou"),
        # between names, nothing else
        ("Quels postes à Kolda ou Matam commencent en février ?", ""),
        ("Which jobs in Kolda or Matam start in February?", ""),
        # « où » asks where
        ("Quels postes où il faut le permis sont en CDD ?", "gao"),
        ("Les offres ou le permis est exigé, en CDD ?", "gao"),
    ],
)
def test_one_of_them_will_do(question: str, right: str, asked: Assistant) -> None:
    assert matched(asked.ask(question)) == right


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("Which jobs require English or a driving licence?", "2 of 4 postings require English or require a driving"),
        ("Combien exigent l'anglais ou le permis ?", "2 offres sur 4 exigent l'anglais ou exigent le permis"),
        ("Which are closed or volunteer jobs?", "None of the 4 postings is closed or offers a volunteer"),
    ],
)
def test_what_is_said_of_them(question: str, head: str, asked: Assistant) -> None:
    assert asked.ask(question).statements[0].text.startswith(head)


def test_a_plus_of_one_of_them_is_none(asked: Assistant) -> None:
    answer = asked.ask("Which jobs require English or a driving licence?")
    assert {(m.posting, m.modality) for m in answer.matches} == {
        ("gao.txt", "required"), ("mopti.txt", "required"), ("kayes.txt", "asset"),
    }  # fmt: skip
