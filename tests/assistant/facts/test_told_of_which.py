"""Of what a word, a mark or a date is said where several things stand near it."""

from __future__ import annotations

import pytest

from assistant.domain import Amount
from assistant.facts import facts_of
from tests.assistant.facts.reading import facts_in
from tests.support import posting

LISTS = [
    # One way of using a language is spared, and not the language.
    ("Profil\n- Maîtrise de l'anglais technique écrit, oral non obligatoire", {"en": "required"}),
    ("Profile\n- Written Spanish, spoken not required", {"es": "required"}),
    ("Profil\n- Allemand lu et écrit, oral non exigé", {"de": "required"}),
    ("Profil\n- Italien, oral et écrit, non exigé", {}),
    # Signs that are list marks
    (
        "CONDITIONS\n3° Niveau baccalauréat au moins (le diplôme n'est pas exigé)\n4° Parler l'arabe tunisien\n\n"
        "SERAIT UN AVANTAGE\n+ lire le français",
        {"ar": "required", "fr": "asset"},
    ),
    (
        "Profil\n# Expérience : quatre ans\n# Langues : français courant\n\nSERAIENT DES ATOUTS\n# l'anglais\n# TOMPRO",
        {"fr": "required", "en": "asset"},
    ),
    (
        ">> CONDITIONS\n\n- Le français\n\n>> ATOUTS (ne sont pas des conditions)\n\n- connaissance de l'arabe",
        {"fr": "required", "ar": "asset"},
    ),
    # What stands in brackets between a language and its weight, which is said of both where it names a second one
    ("Arabic (Hassaniya) is a plus.", {"ar": "asset", "mey": "asset"}),
    ("Arabic (Hassaniya): an advantage", {"ar": "asset", "mey": "asset"}),
    ("L'arabe (surtout le hassaniya, parlé et compris) serait apprécié.", {"ar": "asset", "mey": "asset"}),
    ("Arabic (Hassaniya) is required.", {"ar": "required", "mey": "required"}),
    ("L'arabe (hassaniya) n'est pas exigé.", {}),
    ("Fluent Arabic (Hassaniya is an asset)", {"ar": "required", "mey": "asset"}),
    ("Arabe exigé (hassaniya souhaité)", {"ar": "required", "mey": "asset"}),
    ("French (B2), Arabic (Hassaniya) is an asset", {"fr": "required", "ar": "asset", "mey": "asset"}),
    ("Seraient un plus : l'espagnol (notions ; on apprend sur place), le wolof.", {"es": "asset", "wo": "asset"}),
    ("Souhaités : l'espagnol (notions ; non exigé) ; anglais obligatoire", {"es": "asset", "en": "required"}),
    ("Maîtrise de l'anglais (la connaissance de l'arabe est un atout)", {"en": "required", "ar": "asset"}),
    ("Wolof (quelques notions seraient les bienvenues)", {"wo": "asset"}),
    ("ATOUTS\n. pulaar ou wolof\n. permis moto", {"ff": "asset", "wo": "asset"}),
    ("Comprendre le goun ou le nagot sera un atout.", {"guw": "asset", "nqg": "asset"}),
    # A wish that begins behind no stop is of what follows it
    ("Anglais courant Idéalement, vous parlez allemand", {"en": "required", "de": "asset"}),
    (
        "You write English Ideally, you speak German You know Spanish",
        {"en": "required", "de": "asset", "es": "required"},
    ),
    ("ON DEMANDE\n. parler la darija\n\nPAS BESOIN\n. d'expérience\n. d'anglais", {"ary": "required"}),
    ("Il ne faut pas\n> l'anglais : nos bailleurs lisent le français\n> le permis", {}),
]


@pytest.mark.parametrize(("text", "right"), LISTS)
def test_languages(text: str, right: dict[str, str]) -> None:
    found = facts_in(f"Comptable\n\n{text}\n", facts_of, "language")
    assert {str(fact.value): fact.modality for fact in found} == right


def test_the_sentence_on_who_applies_bears_a_language_out() -> None:
    text = "Coordinator\n\nThe job\n- write the interim report (in English)\n\nYou\n- English: very good.\n"
    assert [fact.quote for fact in facts_in(text, facts_of, "language")] == ["English: very good."]


@pytest.mark.parametrize(
    ("text", "field", "right"),
    [
        ("- bilan avec l'expert-comptable (clôture au 31 décembre)", "deadline", []),
        ("Clôture des comptes au 31 décembre 2026.", "deadline", []),
        ("The financial year closes on 31 December 2026.", "deadline", []),
        ("Projet de santé. Clôture : 31 décembre 2026.", "deadline", ["2026-12-31"]),
        ("CDD d'usage de 3 mois pouvant être étendu à 5 mois", "duration", ["3 mois"]),
        ("CDD d'insertion de 6 mois", "duration", ["6 mois"]),
        ("Adapter les outils au public en alternance", "contract", []),
        ("Do not attach a CV or a cover letter: we read the answers without names.", "document", []),
        ("Il n'est pas demandé de lettre de motivation.", "document", []),
        ("Ne joignez ni CV ni lettre de motivation.", "document", []),
        ("Application\nSend your CV and cover letter to jobs@x.org; do not include a photo.", "document", 2),
        ("Envoyez votre CV et une lettre de motivation à rh@x.org, ne joignez pas de photo.", "document", 2),
        ("To apply, send:\n> a CV\n> names and phone numbers of two referees", "document", 2),
    ],
)
def test_values(text: str, field: str, right: list[str] | int) -> None:
    found = [str(fact.value) for fact in facts_in(f"Chargé de projet\n\n{text}\n", facts_of, field)]
    assert (len(found) if isinstance(right, int) else found) == right


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Experience: Six (6) years in accounting. For holders of a Bachelor's degree, three (3) years.", [6, 3]),
        ("Expérience : 5 ans. Pour les titulaires d'un master, 2 ans suffisent.", [5, 2]),
        ("Expérience : 5 ans. Pour les titulaires d'un master, 2 ans de contrat.", [5]),
    ],
)
def test_the_years_of_another_degree(text: str, least: list[int]) -> None:
    found = facts_in(f"Chargé de projet\n\nProfil\n{text}\n", facts_of, "experience_years")
    assert [fact.value.min for fact in found if hasattr(fact.value, "min")] == least


@pytest.mark.parametrize(
    "title",
    ["GRANTS OFFICER (80 %, 4 days a week)", "Coordinatrice de projets (4/5)", "Chargé·e de communication – 60 %"],
)
def test_a_part_of_full_time_behind_the_title(title: str) -> None:
    text = f"{title}\n\nMedCoop, Brussels\n\nYou keep the books.\n"
    assert [fact.value for fact in facts_in(text, facts_of, "working_time")] == ["part_time"]


def test_a_sign_that_heads_parts_heads_others() -> None:
    text = "Associate\n\n--- ABOUT US\nAid.\n\n--- SUPERVISION\nShe supervises drivers.\n\n--- TASKS\n- Plan trips.\n"
    assert [section.heading for section in posting(text).sections if section.heading] == [
        "--- ABOUT US",
        "SUPERVISION",
        "--- TASKS",
    ]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("CV, lettre de motivation (facultative), copie du diplôme", ["required", "required", "asset"]),
        ("CV, cover letter (optional), copy of the diploma", ["required", "required", "asset"]),
    ],
)
def test_a_document_that_may_be_left_out(text: str, right: list[str]) -> None:
    found = facts_in(f"Chargé de projet\n\nCandidature\nPièces à envoyer : {text}\n", facts_of, "document")
    assert sorted((fact.modality for fact in found), reverse=True) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("animer l'équipe : 4 formateurs, 1 comptable à temps partiel", []),
        ("Nous recherchons 2 comptables à temps partiel.", ["part_time"]),
    ],
)
def test_the_working_time_of_colleagues(text: str, right: list[str]) -> None:
    assert [f.value for f in facts_in(f"Chef de projet\n\n- {text}\n", facts_of, "working_time")] == right


REFEREES = [
    (
        "Dossier : CV, les noms et téléphones de trois personnes de référence",
        "les noms et téléphones de trois personnes de référence",
    ),
    (
        "The form also asks for the contact details of three former supervisors.",
        "the contact details of three former supervisors",
    ),
    ("To apply, send:\n- a CV\n- names of two referees", "names of two referees"),
    (
        "Joindre : les noms, fonctions et téléphones de deux anciens employeurs",
        "les noms, fonctions et téléphones de deux anciens employeurs",
    ),
    (
        "Dossier : joindre les coordonnées de deux personnes pouvant parler de vous",
        "les coordonnées de deux personnes pouvant parler",
    ),
]


@pytest.mark.parametrize(("text", "right"), REFEREES)
def test_who_is_to_be_named_as_a_referee(text: str, right: str) -> None:
    found = [fact for fact in facts_of(posting(f"Agent (H/F)\n\n{text}\n")) if fact.field == "document"]
    assert right in [fact.value for fact in found]


def test_a_sentence_that_begins_with_nor_goes_on_with_a_denial() -> None:
    text = (
        "Officer\n\nRequirements\n- Fluent English\n- Dutch is not needed. Nor is a driving licence: we take trains.\n"
    )
    found = facts_of(posting(text))
    assert [fact.value for fact in found if fact.field in ("language", "driving_licence")] == ["en"]


def test_what_is_said_of_two_is_said_of_both() -> None:
    text = "Agent (H/F)\n\nLangues : le néerlandais est un gros plus, la darija ou le tarifit aussi.\n"
    found = {fact.value: fact.modality for fact in facts_of(posting(text)) if fact.field == "language"}
    assert found == {"nl": "asset", "ary": "asset", "zgh": "asset"}


def test_numbers_with_a_lost_space_or_minutes() -> None:
    glued = facts_of(posting("Agent (H/F)\n\nProfil\nBac+5 en sciences géospatiales3 à 5 ans d'expérience\n"))
    assert [(f.value.min, f.value.max) for f in glued if f.field == "experience_years"] == [(3, 5)]  # type: ignore[union-attr]
    hours = facts_of(posting("Boulanger (H/F)\n\nLe magasin recherche un boulanger en CDI 36H45.\n"))
    assert [fact.value for fact in hours if fact.field == "working_time"] == ["full_time"]


def test_pay_that_varies_with_the_degree() -> None:
    text = "Stage (H/F)\n\nUne gratification mensuelle, variable selon le diplôme préparé, entre 1050€ et 1500 €.\n"
    (pay,) = (fact.value for fact in facts_of(posting(text)) if fact.field == "pay")
    assert pay == Amount(1050.0, 1500.0, "EUR", "month")
