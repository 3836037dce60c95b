"""Every heading of the five seeds, worked out by reading them, and headings of other forms."""

from __future__ import annotations

import pytest

from assistant.sections import sections_of
from tests.growth import assert_linear
from tests.support import AGADIR, BRULOCALIS, CARE, OUJDA, PARTENARIAT, gold_cases, posting, seed_text

SELECTION = "Lors de la sélection, une attention particulière sera accordée aux aspects suivants de sa personnalité"
ENABEL_PROFILE = [
    ("profile", "Votre profil"),
    ("profile", "Votre profil › Niveau de formation requis"),
    ("profile", "Votre profil › Expériences requises et/ou souhaitées"),
    ("skills", "Votre profil › Connaissances requises et/ou souhaitées"),
    ("skills", f"Votre profil › {SELECTION}"),
    ("conditions", "Nous vous offrons"),
    ("application", "Intéressé.e ?"),
]
SEED_HEADINGS = {
    CARE: [
        ("organisation", "Présentation de CARE International Maroc"),
        ("missions", "Description du poste"),
        ("missions", "Missions"),
        ("missions", "Missions › Plaidoyer et Influence institutionnelle"),
        ("missions", "Missions › Développement des Partenariats commerciaux et Opportunités de financement"),
        ("missions", "Missions › Communication et Sensibilisation"),
        ("missions", "Missions › Capitalisation des Acquis du Projet"),
        ("missions", "Missions › Suivi et Reporting"),
        ("conditions", "Déplacements"),
        ("profile", "Profil du candidat/e"),
        ("profile", "Profil du candidat/e › Formation"),
        ("profile", "Profil du candidat/e › Expériences"),
        ("skills", "Profil du candidat/e › Compétences"),
        ("conditions", "Conditions"),
        ("application", "Candidatures"),
    ],
    BRULOCALIS: [
        ("context", "Introduction"),
        ("missions", "Missions/prestations"),
        ("profile", "Profil recherché"),
        ("profile", "Profil recherché › Expérience"),
        ("skills", "Profil recherché › Savoir être"),
        ("conditions", "Conditions proposées"),
        ("application", "Procédure"),
    ],
    OUJDA: [
        ("context", "Contexte"),
        ("missions", "Description de la fonction"),
        (
            "missions",
            "Description de la fonction › Domaine de résultat 1 : Comme Collaborateur-trice dans l'intervention",
        ),
        ("missions", "Description de la fonction › Domaine de résultat 2 : Comme Conseiller (assistance technique)"),
        (
            "missions",
            "Description de la fonction › Domaine de résultat 3 : Comme Contributeur à la gestion de l'Assurance "
            "qualité et des Connaissances",
        ),
        ("missions", "Description de la fonction › Domaine de résultat 4 : Comme Appui aux processus de changement"),
        ("missions", "Description de la fonction › Domaine de résultat 5 : Comme Gestionnaire d'équipe"),
        *ENABEL_PROFILE,
    ],
    PARTENARIAT: [
        ("missions", "Présentation de la mission"),
        ("missions", "Responsabilités et missions"),
        ("profile", "Profil attendu"),
        ("skills", "Profil attendu › Compétences/expériences requises"),
        ("conditions", "Contrat"),
    ],
    AGADIR: [
        ("context", "Contexte"),
        ("missions", "Description de la fonction"),
        ("missions", "Description de la fonction › Domaine de résultat 1 : Comme Responsable"),
        ("missions", "Description de la fonction › Domaine de résultat 2 : Comme Conseiller (assistance technique)"),
        ("missions", "Description de la fonction › Domaine de résultat 3 : Comme Promoteur, formateur"),
        ("missions", "Description de la fonction › Domaine de résultat 4 : Comme Networker"),
        *ENABEL_PROFILE,
    ],
}


def headed(text: str) -> list[tuple[str, str]]:
    """Kind and path of every section that has a heading."""
    return [(section.kind, " › ".join(section.path)) for section in sections_of(text)[0] if section.path]


@pytest.mark.parametrize("name", SEED_HEADINGS)
def test_all_headings_of_the_seeds(name: str) -> None:
    assert headed(seed_text(name)) == SEED_HEADINGS[name]


@pytest.mark.parametrize("name", SEED_HEADINGS)
def test_a_heading_stands_where_its_section_begins(name: str) -> None:
    text = seed_text(name)
    for section in sections_of(text)[0]:
        first_line = text[section.start : section.body_start]
        assert section.heading in first_line
        assert text[section.start - 1 : section.start] in ("", "\n", " ") or not section.path


RIGHT = {  # of the reported cases of headings, by a word of the input
    "Langues": [("profile", "Profil"), ("skills", "Profil › Langues"), ("application", "Candidature")],
    "attendu ##": [("profile", "Profil attendu")],
    "Exigences": [
        ("profile", "Profil recherché"),
        ("skills", "Profil recherché › Compétences requises"),
        ("profile", "Exigences"),
    ],
}


@pytest.mark.parametrize("case", gold_cases("heading"), ids=lambda case: case["reported"])
def test_reported_cases(case: dict[str, str]) -> None:
    right = next(headings for word, headings in RIGHT.items() if word in case["input"])
    assert headed(case["input"]) == right


@pytest.mark.parametrize(
    ("line", "kind", "heading"),
    [
        ("Profil attendu :", "profile", "Profil attendu"),
        ("Profil attendu :  ", "profile", "Profil attendu"),
        ("PROFIL RECHERCHÉ", "profile", "PROFIL RECHERCHÉ"),
        ("MISSIONS PRINCIPALES :", "missions", "MISSIONS PRINCIPALES"),
        ("**Profil**", "profile", "Profil"),
        ("**Missions :**", "missions", "Missions"),
        ("**Comment postuler ?**", "application", "Comment postuler ?"),
        ("__Conditions__", "conditions", "Conditions"),
        ("IV. Conditions de travail", "conditions", "Conditions de travail"),
        ("V- Profil du candidat/e", "profile", "Profil du candidat/e"),
        ("II) Responsabilités", "missions", "Responsabilités"),
        ("# Missions", "missions", "Missions"),
        ("## Profil attendu ##", "profile", "Profil attendu"),
        ("Domaine de résultat 2 : Comme Conseiller", "other", "Domaine de résultat 2 : Comme Conseiller"),
        ("Requirements", "profile", "Requirements"),
        ("Requirements:", "profile", "Requirements"),
        ("What you will do", "missions", "What you will do"),
        ("You will", "missions", "You will"),
        ("What you'd be doing", "missions", "What you'd be doing"),
        ("How you will spend your time", "missions", "How you will spend your time"),
        ("Ce que vous feriez", "missions", "Ce que vous feriez"),
        ("Que ferez-vous ?", "missions", "Que ferez-vous ?"),
        ("Vous allez", "missions", "Vous allez"),
        ("What we look for", "profile", "What we look for"),
        ("We give", "conditions", "We give"),
        ("Ce qu'on donne", "conditions", "Ce qu'on donne"),
        ("Key responsibilities", "missions", "Key responsibilities"),
        ("KEY ACCOUNTABILITIES (not all-inclusive)", "missions", "KEY ACCOUNTABILITIES (not all-inclusive)"),
        ("Tâches principales (liste non exhaustive)", "missions", "Tâches principales (liste non exhaustive)"),
        ("Duties (including but not limited to):", "missions", "Duties (including but not limited to)"),
        ("How to apply", "application", "How to apply"),
        ("About us", "organisation", "About us"),
        ("About Acme Morocco", "organisation", "About Acme Morocco"),
        ("We offer", "conditions", "We offer"),
        ("Background", "context", "Background"),
        ("WHO WE ARE", "organisation", "WHO WE ARE"),
        ("Languages", "skills", "Languages"),
        ("EXIGENCES.", "profile", "EXIGENCES"),
        ("How to apply.", "application", "How to apply"),
        ("You bring", "profile", "You bring"),
        ("Vous apportez", "profile", "Vous apportez"),
    ],
)
def test_forms_of_headings(line: str, kind: str, heading: str) -> None:
    text = f"Une ligne de titre\n\n{line}\nDes mots qui suivent le titre et qui font une phrase entière.\n"
    assert headed(text) == [(kind, heading)]


@pytest.mark.parametrize(
    "line",
    [
        "Sous la responsabilité de la directrice, il/elle aura les responsabilités suivantes :",
        "- Expérience de gestion de projets (min. 2 ans)",
        "- Maîtrise du pack Office",
        "Durée : 36 mois à compter de la date de démarrage du projet",
        "Lieu de travail : Poste au bureau de CARE Maroc à Marrakech",
        "recrutement@caremaroc.org",
        "Il vise le renforcement de 40 coopératives et l'accompagnement de plus de 1000 femmes.",
        "Une indemnité mensuelle forfaitaire de 480 euro, acquittée sur base d'une facture.",
        "Les candidatures (CV et lettre de motivation) sont à adresser par courriel intitulé",
        "You will work with the profile team and write reports for our partners in the field.",
        "1. Rédiger les rapports de mission et les transmettre au siège",
        "profil.",
        "Salaire à négocier selon profil.",
    ],
)
def test_lines_that_are_no_headings(line: str) -> None:
    assert headed(f"Une ligne de titre\n\n{line}\nDes mots qui suivent.\n") == []


def test_a_deeper_heading_does_not_leak_into_the_next_section() -> None:
    text = "# A\n\n## Missions\nuns\n### Rapports\ndeux\n## Candidature\ntrois\n"
    assert [path for _, path in headed(text)] == ["A", "A › Missions", "A › Missions › Rapports", "A › Candidature"]


@pytest.mark.parametrize(
    "hostile", ["#" * 100_000, "a" * 100_000, "**" * 50_000, "1." * 50_000, ":" * 100_000, "I- " * 30_000]
)
def test_long_lines_take_no_time(hostile: str) -> None:
    assert_linear(lambda line: sections_of(f"{line}\n{line} :\n"), hostile)


RUN_IN = (
    ("Tâches. — Tenir la caisse.", ("missions", "Tâches", "Tenir la caisse.")),
    ("Profil – Bac + 2 en gestion.", ("profile", "Profil", "Bac + 2 en gestion.")),
    ("**The job.** You keep the books.", ("missions", "The job", "You keep the books.")),
    ("Le poste – basé à Rabat – est à pourvoir.", None),
    ("**Important !** Le poste est à pourvoir.", None),
    ("Profile of the region - Rabat", None),
)


@pytest.mark.parametrize(("line", "right"), RUN_IN)
def test_a_heading_with_its_text_behind_it(line: str, right: tuple[str, str, str] | None) -> None:
    text = f"Agent (H/F)\n\n{line}\n"
    found = [(s.kind, s.heading, text[s.body_start : s.end].strip()) for s in sections_of(text)[0] if s.path]
    assert found == ([right] if right else [])


def test_what_has_no_number_stands_below_what_has_one() -> None:
    text = (
        "Officer\n\n4. QUALIFICATIONS\nRequired\n- A degree\nDesirable\n- A licence\n\n"
        "5. BENEFITS\nHousing.\n\n6. HOW TO APPLY\nSend a police record.\n"
    )
    paths = [section.path for section in posting(text).sections]
    assert ("QUALIFICATIONS", "Desirable") in paths
    assert ("BENEFITS",) in paths
    assert ("HOW TO APPLY",) in paths


@pytest.mark.parametrize("heading", ["Description du projet :", "Project description:"])
def test_what_a_project_is_about_is_what_there_is_to_do(heading: str) -> None:
    text = f"Data Analyst\n\nAcme\n\n{heading}\nReports, models, dashboards.\n"
    assert "missions" in [section.kind for section in posting(text).sections]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (
            "Ce que nous attendons de vous. Le diplôme d'État est obligatoire, tout comme l'inscription à l'Ordre.",
            "profile",
        ),
        ("Votre travail au quotidien. Vous passez chaque mois dans tous les postes de santé.", "missions"),
        ("What we expect. You hold a degree and you know how to run a workshop.", "profile"),
    ],
)
def test_a_heading_may_end_in_a_stop_before_its_text(line: str, kind: str) -> None:
    sections = posting(f"Sage-femme\n\nNous soutenons onze postes.\n\n{line}\n").sections
    assert [section.kind for section in sections][-1] == kind
