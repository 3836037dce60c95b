"""Full and part time with the hours of a week, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.facts import facts_of, working_time
from tests.assistant.facts.reading import HOSTILE, facts_in, values
from tests.support import posting

OPENING = "Chargé de projet\n\nNous recherchons une personne motivée.\n\n"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "La fondation ouvre une maison : un coordinateur, à 60 % (24 heures par semaine, dont le samedi).",
            ["part_time"],
        ),
        ("You will lead a house of young people, at 60% (24 hours a week, Saturdays included).", ["part_time"]),
        ("un coordinateur à temps partiel (charge estimée à 1/3 temps)", ["part_time"]),
        ("A part-time role of 15 hours a week", ["part_time"]),
        ("CDI\n0,70 ETP", ["part_time"]),
        ("Permanent\n0.7 FTE", ["part_time"]),
        ("FTE: 0.5", ["part_time"]),
        ("Quotité : 0,5 ETP", ["part_time"]),
        ("Poste à 1 ETP", ["full_time"]),
        ("80% FTE", ["part_time"]),
        ("Nous cherchons un-e assistant-e dentaire, 60 - 80 % , contrat à durée indéterminée", ["part_time"]),
        ("We are looking for a dental assistant, 60-80%, permanent contract", ["part_time"]),
        ("Nous cherchons une infirmière, mutuelle prise en charge à 60 %, CDI", []),
        ("Une prime de 10 %, CDI", []),
        ("Équipe de 3,5 ETP", []),
        ("Vous encadrez 0,8 ETP de secrétariat", []),
        ("CDI - Temps plein", ["full_time"]),
        ("Roulement en 12h (pas de nuits) (temps pleins)", ["full_time"]),
        ("Temps plein, possibilité d'exercice à temps partiel", ["full_time", "part_time"]),
        ("CDD à temps partiel, possibilité de temps plein", ["part_time"]),
        ("Horaires : 35H avec accord de modulation", ["full_time"]),
        ("Horaires : 14h à 22h", []),
        ("Horaire en 12h (6h30-18h30)", []),
        ("Horaires : 151,67h/mois", ["full_time"]),
        ("Volume horaire : 40 heures de cours", []),
        ("Des remplacements en maison de retraite : temps plein 10h-13h", ["full_time"]),
        ("This is a full-time position.", ["full_time"]),
        ("Emploi à temps complet ou temps partiel", ["full_time", "part_time"]),
        ("Salaire de 2 000 € pour un temps plein", []),
        ("2 ans d'expérience équivalent temps plein", []),
    ],
)
def test_working_time(text: str, right: list[str]) -> None:
    assert values(OPENING + text, working_time.facts, "working_time") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Poste en 30h, deux jours de repos", [("part_time", "30h")]),
        ("Poste en 39h du lundi au vendredi", [("full_time", "39h")]),
        ("Poste en 12h, de jour ou de nuit", []),  # shifts
        ("30 hours a week", [("part_time", "30 hours a week")]),
        ("CDI à temps plein (35h/semaine sur site)", [("full_time", "35h/semaine")]),
        ("Horaires : 35 heures hebdomadaires/temps plein", [("full_time", "35 heures hebdomadaires")]),
        ("Temps de travail : 36H30 / semaine", [("full_time", "36H30 / semaine")]),
        ("Temps plein - 38h30 par semaine – Horaires fixes", [("full_time", "38h30 par semaine")]),
        ("CDI à temps partiel (28h hebdomadaires) à partir du 5 mai", [("part_time", "28h hebdomadaires")]),
        ("Contrat de 28h/sem", [("part_time", "28h/sem")]),
        ("Contrat 37.50 hebdomadaire : 7H15-12H", [("full_time", "37.50 hebdomadaire")]),
        ("Temps de travail : en moyenne 24 par semaine", [("part_time", "24 par semaine")]),
        ("Hours: on average 44 a week, with Mondays free", [("full_time", "44 a week")]),
        ("CDI 100 %. Semaine de 39h.", [("full_time", "39h")]),
        ("CDD de 20 semaines", []),
        ("Contrat : 3 par semaine", []),
        ("3 days a week (22.8 hours)", [("part_time", "22.8 hours")]),
        ("Quatre jours par semaine (30 heures)", [("part_time", "30 heures")]),
        ("Full time, 4 days a week (32 hours)", [("full_time", "32 hours")]),
        ("3 jours par semaine (8h par jour)", []),
        ("Time: 60 %, i.e. three days a week", [("part_time", "60 %")]),
        ("80 %, soit quatre jours par semaine", [("part_time", "80 %")]),
        ("Four days a week (80 %)", [("part_time", "80 %")]),
        ("A 60 % position in Berne", [("part_time", "60 %")]),
        ("CDI à 70 %", [("part_time", "70 %")]),
        ("Remote work possible three days a week (60 %)", []),
        ("Télétravail à 60 %, soit trois jours par semaine", []),
        ("Contrat à 50 % financé par la Région", []),
        ("Ce poste est à pourvoir en CDI (8h00 hebdomadaire)", [("part_time", "8h00 hebdomadaire")]),
        ("CDD temps partiel (entre 6 et 10h/semaine)", [("part_time", "6 et 10h/semaine")]),
        ("pour un temps de travail devant élèves de 9h hebdomadaires", [("part_time", "9h hebdomadaires")]),
        ("37.5 hours a week", [("full_time", "37.5 hours a week")]),
        ("This is a part-time position of 20 hours per week.", [("part_time", "20 hours per week")]),
        ("Full-time (40 hours)", [("full_time", "40 hours")]),
        ("Temps de travail : 151,67 h mensuelles", [("full_time", "151,67 h mensuelles")]),
        ("Contrat de 32 h par semaine", [("hours", "32 h par semaine")]),
        ("CDI 35h", [("full_time", "35h")]),
        ("Poste à mi-temps", [("part_time", "")]),
        ("Temps partiel (80 %)", [("part_time", "80 %")]),
        ("Quotité de travail : 50 %", [("part_time", "50 %")]),
        ("Quotité de travail : 100% (temps complet)", [("full_time", "100%")]),
        ("Workload: 80%", [("part_time", "80%")]),
        ("Recrute en CDI 0,80 ETP", [("part_time", "0,80 ETP")]),
        ("Temps plein\n\nDurée du travail : 39 h hebdomadaires", [("full_time", "39 h hebdomadaires")]),
        # the hours of a day, of others, of a salary, and parts of something else
        ("Horaires de travail : 8h-12h et 14h-18h", []),
        ("Du lundi au vendredi de 9h à 17h, working from 9h to 17h", []),
        ("Poste à temps complet du lundi au jeudi de 7h/13h-16h30", [("full_time", "")]),
        ("Equipe de 2 éducateurs, 1 infirmière 8h/semaine et 1 agent", []),
        ("Le salaire sur la base de 27h hebdomadaire est versé par douzième.", []),
        ("Le volume horaire à temps complet comprend :\n- 18 heures de cours par semaine devant élèves", []),
        ("Le poste requiert 40 % du temps en déplacement.", []),
        ("Service ouvert 24h/24", []),
        ("Poste avec 2 heures / semaine de sport en salle", []),
        ("30 heures/semaine (temps partiel)", [("part_time", "30 heures/semaine")]),
    ],
)
def test_hours(text: str, right: list[tuple[str, str]]) -> None:
    found = facts_in(OPENING + text, working_time.facts, "working_time")
    assert [(fact.value, fact.detail) for fact in found] == right


@pytest.mark.parametrize("part", [*HOSTILE, "35h ", "35h/", "quotité 5", "temps plein "])
def test_hostile_text_takes_no_long(part: str) -> None:
    values(OPENING + part * 3000, working_time.facts, "working_time")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Bruxelles – temps partiel (80 %)\n\n- 30h24 par semaine, sur quatre jours\n",
            {"part_time": "80 %", "hours": "30h24"},
        ),
        ("Kiné\n\nL'équipe comprend une psychomotricienne à temps partiel et un ergothérapeute.\n", {}),
        ("Physio\n\nThe team consists of two nurses and a part-time psychologist.\n", {}),
    ],
)
def test_a_share_leaves_its_hours_to_be_told_and_a_team_states_nothing(text: str, right: dict[str, str]) -> None:
    found = {str(f.value): f.detail for f in facts_of(posting(text)) if f.field == "working_time"}
    assert found.keys() == right.keys()
    assert all(found[value].startswith(detail) for value, detail in right.items())
