"""Every question with a right answer worked out by hand, in both languages, without accents, and with a slip."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.domain import Match
from assistant.evaluation import mark
from assistant.json_form import history_of
from tests.support import SEED_NAMES, gold_rows, seed_text

pytestmark = pytest.mark.model

TEXTS = {name: seed_text(name) for name in SEED_NAMES}
ROWS = [*gold_rows("questions.jsonl"), *gold_rows("twins.jsonl")]


def as_asked(question: str) -> str:
    return question


def without_accents(question: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", question) if not unicodedata.combining(c))


def with_a_slip(question: str) -> str:
    """Two letters swapped in the middle of the longest word."""
    words = list(re.finditer(r"[^\W\d_]{6,}", question))
    if not words:
        return question
    word = max(words, key=lambda found: len(found[0]))
    at = word.start() + len(word[0]) // 2
    return question[:at] + question[at + 1] + question[at] + question[at + 2 :]


@pytest.mark.parametrize("form", [as_asked, without_accents, with_a_slip])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_right(row: dict[str, Any], form: Callable[[str], str], assistant: Assistant) -> None:
    answer = assistant.ask(form(row["question"]), history_of(row.get("history", [])))
    assert mark(row, answer, TEXTS).faults == (), answer.text


def test_every_citation_is_verbatim(assistant: Assistant) -> None:
    citations = [c for row in ROWS for c in assistant.ask(row["question"]).citations]
    assert citations
    assert [c for c in citations if TEXTS[c.posting][c.start : c.end] != c.quote] == []


@pytest.mark.parametrize("row", [row for row in ROWS if row["id"] in ("set-01", "fact-01", "none-01", "open-02")])
def test_marking_finds_what_is_wrong(row: dict[str, Any], assistant: Assistant) -> None:
    """A marker that passes anything proves nothing."""
    right = assistant.ask(row["question"])
    forged = tuple(replace(c, quote=c.quote + "x") for c in right.citations)
    wrong = [
        replace(right, language="fr" if right.language == "en" else "en"),
        replace(right, kind="outside", statements=(), citations=(), matches=()),
        replace(
            right, matches=(Match(SEED_NAMES[0], "required"),), kind="fact", citations=forged or right.citations[:0]
        ),
    ]
    assert [bool(mark(row, answer, TEXTS).faults) for answer in wrong] == [True, True, True]


def test_the_same_answer_every_time(assistant: Assistant) -> None:
    assert len({repr(assistant.ask("Quel poste concerne les coopératives ?")) for _ in range(3)}) == 1
