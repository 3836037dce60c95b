"""The gold questions, worded by a good model and by a liar: right all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.evaluation import mark
from assistant.json_form import history_of
from assistant.writing.chat_model import Message
from tests.assistant.writing.scripted import given, good, is_restating, writer_with
from tests.support import SEED_NAMES, gold_rows, seed_text

pytestmark = pytest.mark.model

TEXTS = {name: seed_text(name) for name in SEED_NAMES}
ROWS = gold_rows("questions.jsonl")


def lying(messages: Sequence[Message]) -> str:
    """Says of every source what is not so, and restates every question as another."""
    if is_restating(messages):
        return "Which jobs require English?"
    lines = []
    for source in given(messages):
        other = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), source.text)
        lines += [
            f"{other} [{source.number}]",
            f"All the postings require Tamazight and pay 9,000 dollars a week. [{source.number}]",
            f"Only Médecins Sans Frontières is hiring, until 3 May 2031. [{source.number}]",
            f'> [{source.number}] "invented words that stand in no posting"',
        ]
    return "\n".join(lines)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_good_model_words_a_right_answer(row: dict[str, Any], assistant: Assistant) -> None:
    worded = Assistant(assistant.store, writer=writer_with(good))
    answer = worded.ask(row["question"], history_of(row.get("history", [])))
    assert mark(row, answer, TEXTS).faults == (), answer.text
    assert answer.writer == "generative"
    assert re.search("In short|En clair|It also says|On y lit aussi", answer.text)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_liar_changes_nothing(row: dict[str, Any], assistant: Assistant) -> None:
    worded = Assistant(assistant.store, writer=writer_with(lying))
    answer = worded.ask(row["question"], history_of(row.get("history", [])))
    assert mark(row, answer, TEXTS).faults == (), answer.text
    assert not re.search("Tamazight and pay|Sans Frontières is hiring|2031|9,000", answer.text)
