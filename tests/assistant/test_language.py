"""French or English, the same every time."""

from __future__ import annotations

import re

import pytest

from assistant.language import detect, is_foreign
from tests.support import ROOT, gold_cases, gold_questions, run_python, seed_postings


def reported() -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for case in gold_cases("language"):
        texts = re.findall(r"«\s*(.+?)\s*»", case["input"])
        pairs += zip(texts, re.findall(r"\b(fr|en)\b", case["right"]), strict=True)
    return pairs


@pytest.mark.parametrize(("text", "language"), reported())
def test_reported_cases(text: str, language: str) -> None:
    assert {detect(text, default) for default in ("fr", "en")} == {language}


@pytest.mark.parametrize(
    "question",
    gold_questions("set", "count", "fact", "open", "comparison", "not_stated", "outside", "negative"),
    ids=lambda q: q["id"],
)
def test_questions(question: dict[str, str]) -> None:
    assert detect(question["question"]) == detect(question["question"], "en") == question["lang"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Salaire ?", "fr"),
        ("Salary?", "en"),
        ("Tamazight ?", None),
        ("Et à Safi ?", "fr"),
        ("And in Safi?", "en"),
        ("CDD ?", "fr"),
        ("deadline ?", "en"),
        ("Quels postes à Rabat?", "fr"),
        ("jobs with no French", "en"),
        ("JOBS IN RABAT", "en"),
        ("où postuler", "fr"),
        ("Is the job at Le Partenariat still open?", "en"),
        ("Le poste « Intervention Officer Territorial » est-il ouvert ?", "fr"),
    ],
)
def test_short_questions(text: str, language: str | None) -> None:
    assert detect(text) == (language or detect(text))


@pytest.mark.parametrize(("text", "default"), [("", "en"), ("?!", "en"), ("12", "fr"), ("خبرة؟", "en")])
def test_what_tells_nothing_is_of_the_default(text: str, default: str) -> None:
    assert detect(text, default) in ("fr", "en")  # type: ignore[arg-type]
    if not any("a" <= c <= "z" for c in text):
        assert detect(text, "en") == "en" or any(c.isalpha() for c in text)


def test_postings_are_french() -> None:
    assert {seed.language for seed in seed_postings()} == {"fr"}


@pytest.mark.slow
def test_the_same_in_every_process() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from assistant.language import detect, is_foreign;"
        "print([detect(t) for t in ('Tamazight ?', 'Merci', 'Agadir', 'Marketing manager', 'Contrat ?', 'ok')])"
    )
    runs = {run_python("-c", code, ROOT, env={"PYTHONHASHSEED": seed}).stdout for seed in ("0", "1", "2")}
    assert len(runs) == 1
    assert "[" in runs.pop()


@pytest.mark.parametrize(
    ("question", "foreign"),
    [
        ("ما هي الوظائف التي تتطلب الأمازيغية؟", True),
        ("¿Qué trabajos requieren inglés?", True),
        ("Welche Stellen verlangen Englisch?", True),
        ("Quels postes exigent l'arabe ?", False),
        ("Which jobs require English?", False),
        ("OCP", False),
        ("1200 ?", False),
    ],
)
def test_questions_in_other_languages(question: str, foreign: bool) -> None:
    assert is_foreign(question) == foreign
