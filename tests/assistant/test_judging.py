"""Postings that fail by their silence are judged at once: by what each of them says the verdict would be the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.answering.judging import Judge
from assistant.answering.verdicts import judge
from assistant.asking.reading import Condition, ConditionField, Reading
from assistant.facts import facts_of
from assistant.library import Library
from tests.support import posting

TODAY = date(2026, 11, 28)
SETS = Reading("", "", "fr", "set")
TEXTS = (
    "Chargé de projet à Rabat\n\nAnglais exigé, arabe souhaité. Master en gestion. Permis B. CDI à temps plein.",
    "Project officer in Tunis\n\nArabic is required, English is an asset. Bachelor's degree. Fixed-term contract.",
    "Chauffeur à Nouakchott\n\nPermis C exigé. Hassaniya (arabe) courant. CDD de 6 mois. Envoyez CV et lettre.",
    "Consultant à Dakar\n\nConsultance de 20 jours. Bac+5 type ingénieur. Wolof apprécié. CV et offre financière.",
    "Comptable à Fès\n\nContrat en freelance, à temps partiel. Diplôme de comptabilité. Permis de conduire souhaité.",
    "Gardien\n\nSite tranquille.",
    "Éducatrice à Béjaïa\n\nKabyle exigé.",
)
NAMED: tuple[tuple[ConditionField, str, tuple[str, ...]], ...] = (
    ("language", "en", ()), ("language", "ar", ()), ("language", "zgh", ()),
    ("language", "de", ("wo", "ar")), ("language", "", ()),
    ("driving_licence", "B", ()), ("driving_licence", "C", ()), ("driving_licence", "", ()),
    ("degree", "master", ()), ("degree", "engineer", ()), ("degree", "bachelor", ("master",)), ("degree", "", ()),
    ("document", "cv", ()), ("document", "letter", ("cv",)), ("contract", "CDI", ()), ("contract", "freelance", ()),
    ("contract", "CDD", ("freelance",)), ("working_time", "part_time", ()), ("working_time", "full_time", ()),
    ("experience_years", "", ()), ("location", "Rabat", ()), ("status", "open", ()),
)  # fmt: skip


def library_of(*texts: str) -> Library:
    postings = [posting(text, f"{number}.txt") for number, text in enumerate(texts)]
    return Library({p.id: p for p in postings}, {p.id: facts_of(p) for p in postings})


@pytest.mark.parametrize(("field", "value", "others"), NAMED)
def test_judged_at_once_or_one_by_one(field: ConditionField, value: str, others: tuple[str, ...]) -> None:
    library, named = library_of(*TEXTS), Condition(field, value, others)
    for condition in (named, *(replace(named, asked=a) for a in ("required", "asset")), replace(named, negated=True)):
        quick = Judge(condition, SETS, library, TODAY)
        right = {p: judge(condition, p, library, TODAY, "fr") for p in library.postings}
        assert {p: quick(p) for p in library.postings} == right
        assert {p for p, verdict in right.items() if verdict.state != "no"} <= {*quick.worth_judging(tuple(right))}


ONE_BY_ONE: list[tuple[ConditionField, str, int]] = [
    ("language", "en", 2),
    ("language", "zgh", 1),
    ("language", "kab", 1),
    ("language", "ar", 3),
    ("contract", "CDI", 1),
    ("driving_licence", "B", 2),
    ("degree", "", 4),
]


@pytest.mark.parametrize(("field", "value", "worth"), ONE_BY_ONE)
def test_what_is_judged_one_by_one(field: ConditionField, value: str, worth: int) -> None:
    library = library_of(*TEXTS)
    quick = Judge(Condition(field, value), SETS, library, TODAY)
    assert len(quick.worth_judging(tuple(library.postings))) == worth
