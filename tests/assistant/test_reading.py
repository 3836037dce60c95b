"""What a question asks: one row a question, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.asking.reader import read
from assistant.asking.reading import Condition
from assistant.language import detect
from assistant.store import Store

INTENTS = [
    ("Quels postes exigent le tamazight ?", "set", [("language", "zgh", "required", False)]),
    ("Which jobs require Tamazight?", "set", [("language", "zgh", "required", False)]),
    ("Dans quelles offres l'amazigh est-il un atout ?", "set", [("language", "zgh", "asset", False)]),
    ("In which jobs is Berber a plus?", "set", [("language", "zgh", "asset", False)]),
    ("Quels postes n'exigent pas l'arabe ?", "set", [("language", "ar", "required", True)]),
    ("Which jobs do not require Arabic?", "set", [("language", "ar", "required", True)]),
    ("les postes sans anglais", "set", [("language", "en", "required", True)]),
    ("jobs without English", "set", [("language", "en", "required", True)]),
    ("Pour quels postes l'arabe est-il obligatoire ou un atout ?", "set", [("language", "ar", "both", False)]),
    ("Is Arabic required or a plus in these jobs?", "set", [("language", "ar", "both", False)]),
    (
        "Quelles offres en CDD sont à temps partiel ?",
        "set",
        [("contract", "CDD", "any", False), ("working_time", "part_time", "any", False)],
    ),
    (
        "Which fixed-term jobs are part-time?",
        "set",
        [("contract", "CDD", "any", False), ("working_time", "part_time", "any", False)],
    ),
    ("Combien d'offres demandent une lettre de motivation ?", "count", [("document", "letter", "required", False)]),
    ("How many postings ask for a cover letter?", "count", [("document", "letter", "required", False)]),
    ("Combien d'offres sont encore ouvertes ?", "count", [("status", "open", "any", False)]),
    ("How many jobs are still open?", "count", [("status", "open", "any", False)]),
    ("Quels postes demandent un master ?", "set", [("degree", "master", "required", False)]),
    ("Which jobs require a master's degree?", "set", [("degree", "master", "required", False)]),
    ("Which jobs need a category B licence?", "set", [("driving_licence", "B", "required", False)]),
    ("Quels postes exigent le permis B ?", "set", [("driving_licence", "B", "required", False)]),
    ("jobs where I don't need a driving licence", "set", [("driving_licence", "", "required", True)]),
    ("Compare Oujda et Agadir", "comparison", []),
    ("Compare Oujda and Agadir", "comparison", []),
    ("Quelle date limite est la plus proche ?", "extreme", []),
    ("Which deadline is the latest?", "extreme", []),
    ("Quel poste paie le mieux ?", "extreme", []),
    ("Which job has the highest salary?", "extreme", []),
    ("Quelle est la date limite pour le poste d'Oujda ?", "fact", []),
    ("What is the deadline of the Oujda job?", "fact", []),
    ("Le poste d'Oujda exige-t-il l'anglais ?", "fact", [("language", "en", "required", False)]),
    ("Does the Oujda job require English?", "fact", [("language", "en", "required", False)]),
    ("Quelles sont les dates limites des offres ?", "list", []),
    ("What are the deadlines of all the jobs?", "list", []),
    ("Comment postuler au poste d'Oujda ?", "apply", []),
    ("How do I apply to the job in Oujda?", "apply", []),
    ("Parle-moi du poste d'Oujda", "posting", []),
    ("Tell me about the job in Oujda", "posting", []),
    ("Quel poste concerne les coopératives ?", "open", []),
    ("Which job is about cooperatives?", "open", []),
    ("how many beds does the hospital in Oujda have", "open", []),
]


@pytest.mark.parametrize(("question", "intent", "conditions"), INTENTS)
def test_intent_and_conditions(
    question: str, intent: str, conditions: list[tuple[str, str, str, bool]], hashed_seeds: Store
) -> None:
    reading = read(question, detect(question), hashed_seeds.library, hashed_seeds.keywords)
    assert reading.intent == intent
    assert [(c.field, c.value, c.asked, c.negated) for c in reading.conditions] == conditions


NUMBERS = [
    (
        "Quels postes demandent au moins 3 ans d'expérience ?",
        Condition("experience_years", asked="required", number=3, bound="min"),
    ),
    (
        "Which jobs ask for at least three years of experience?",
        Condition("experience_years", asked="required", number=3, bound="min"),
    ),
    (
        "Quels postes demandent plus de 2 ans d'expérience ?",
        Condition("experience_years", asked="required", number=2, bound="min", strict=True),
    ),
    (
        "Je n'ai que deux ans d'expérience, quels postes me sont ouverts ?",
        Condition("experience_years", asked="required", number=2, bound="max", mine=True),
    ),
    (
        "I only have two years of experience; which posts are open to me?",
        Condition("experience_years", asked="required", number=2, bound="min", mine=True),
    ),
    (
        "Quels postes me sont ouverts avec deux ans d'expérience ?",
        Condition("experience_years", asked="required", number=2, bound="min", mine=True),
    ),
    (
        "Which jobs can I get with two years of experience?",
        Condition("experience_years", asked="required", number=2, bound="min", mine=True),
    ),
    (
        "Which ask for only one year of experience?",
        Condition("experience_years", asked="required", number=1, bound="max"),
    ),
    (
        "Quels postes n'exigent qu'un an d'expérience ?",
        Condition("experience_years", asked="required", number=1, bound="max"),
    ),
    (
        "Lesquels demandent deux ans d'expérience seulement ?",
        Condition("experience_years", asked="required", number=2, bound="max"),
    ),
    (
        "Quels postes exigent une seule année d'expérience ?",
        Condition("experience_years", asked="required", number=1, bound="max"),
    ),
    (
        "Quels postes demandent plus d'un an d'expérience ?",
        Condition("experience_years", asked="required", number=1, bound="min", strict=True),
    ),
    (
        "Quels postes demandent au moins un an d'expérience ?",
        Condition("experience_years", asked="required", number=1, bound="min"),
    ),
    (
        "Quels postes ne demandent pas plus d'un an d'expérience ?",
        Condition("experience_years", asked="required", number=1, bound="max"),
    ),
    (
        "Quels postes demandent moins d'un an d'expérience ?",
        Condition("experience_years", asked="required", number=1, bound="max", strict=True),
    ),
    ("j'ai 2 ans d'expérience, quels postes ?", Condition("experience_years", asked="required", number=2, bound="min")),
    (
        "Quelles offres paient plus de 1000 euros par mois ?",
        Condition("pay", number=1000, bound="min", strict=True, period="month"),
    ),
    (
        "anything paying under 1000 euros a month?",
        Condition("pay", number=1000, bound="max", strict=True, period="month"),
    ),
]


@pytest.mark.parametrize(("question", "condition"), NUMBERS)
def test_numbers(question: str, condition: Condition, hashed_seeds: Store) -> None:
    reading = read(question, detect(question), hashed_seeds.library, hashed_seeds.keywords)
    found = next(c for c in reading.conditions if c.field == condition.field)
    assert (found.number, found.bound, found.strict, found.period) == (
        condition.number, condition.bound, condition.strict, condition.period,
    )  # fmt: skip


NAMES = [
    ("Quelle est la date limite chez CARE ?", ["000"]),
    ("deadline care", ["000"]),
    ("What is the salary of the Brulocalis job?", ["001"]),
    ("salaire enabel", ["002", "004"]),
    ("What does the job in Oudja pay?", ["002"]),
    ("Where do I send my application for the advocacy job?", ["000"]),
    ("Où envoyer ma candidature pour le poste de plaidoyer ?", ["000"]),
    ("salaire du poste de coordinateur à Safi", ["003"]),
]


@pytest.mark.parametrize(("question", "postings"), NAMES)
def test_named_postings(question: str, postings: list[str], hashed_seeds: Store) -> None:
    reading = read(question, detect(question), hashed_seeds.library, hashed_seeds.keywords)
    assert sorted(p.split("/")[1][:3] for p in reading.postings or ()) == postings


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("Which jobs at UNICEF require English?", ("UNICEF",)),
        ("Quel est le salaire du directeur de l'OCP ?", ("OCP",)),
        ("Avez-vous des offres chez Médecins Sans Frontières ?", ("Médecins", "Frontières")),
        ("Which jobs in Morocco need English?", ()),
    ],
)
def test_names_that_no_posting_holds(question: str, unknown: tuple[str, ...], hashed_seeds: Store) -> None:
    reading = read(question, detect(question), hashed_seeds.library, hashed_seeds.keywords)
    assert reading.unknown == unknown


@pytest.mark.parametrize(
    ("question", "topical"),
    [
        ("Quels postes de plaidoyer exigent l'anglais ?", "job"),
        ("Which advocacy jobs require English?", "job"),
        ("Any vacancy for an airline pilot in Agadir?", "job"),
        ("Quelles offres parlent de coopératives et exigent l'anglais ?", "subject"),
        ("Which jobs about cooperatives require English?", "subject"),
        ("J'ai des enfants, quelles offres exigent l'anglais ?", "aside"),
        ("I have a neighbour, which jobs require English?", "aside"),
    ],
)
def test_what_the_words_left_over_are(question: str, topical: str, hashed_seeds: Store) -> None:
    reading = read(question, detect(question), hashed_seeds.library, hashed_seeds.keywords)
    assert reading.topical == topical


@pytest.mark.parametrize(
    ("question", "intent", "conditions"),
    [
        # a year is no pay, an amount is
        ("Qui a gagné la coupe du monde 2018 ?", None, []),
        ("Quels postes paient au moins 2018 par mois ?", "set", [("pay", "", 2018.0)]),
        ("Which jobs pay at least 2000 a month?", "set", [("pay", "", 2000.0)]),
        # days of leave are no length of the contract
        ("How many days of annual leave come with the Safi job?", "fact", [("mention", "leave", None)]),
        # one of two languages will do where it is only included
        ("How many postings make Arabic (Darija included) mandatory?", "count", [("language", "ar", None)]),
    ],
)
def test_numbers_and_what_they_are_of(
    question: str, intent: str | None, conditions: list[tuple[str, str, float | None]], hashed_seeds: Store
) -> None:
    reading = read(question, detect(question), hashed_seeds.library, hashed_seeds.keywords)
    assert intent in (None, reading.intent)
    assert [(c.field, c.value, c.number) for c in reading.conditions if c.number or intent] == conditions
    assert "duration" not in reading.fields


@pytest.mark.parametrize(
    ("question", "postings"),
    [
        ("Combien d'offres sont au maroc ?", 5),
        ("How many of the announcements are for Morocco?", 5),
        ("jobs outside morocco?", 0),
        ("Quelles offres sont hors du Maroc ?", 0),
    ],
)
def test_countries_that_are_led(question: str, postings: int, hashed_seeds: Store) -> None:
    reading = read(question, detect(question), hashed_seeds.library, hashed_seeds.keywords)
    assert reading.topic == ()
    assert len(reading.postings or ()) == postings
