"""Questions restated by a model: they name nothing new and lose no name."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.assistant import Assistant
from assistant.domain import Language
from assistant.store import Store
from assistant.writing.chat_model import Message
from assistant.writing.restating import is_same_question
from tests.assistant.writing.conftest import TODAY, Ask
from tests.assistant.writing.scripted import good, is_restating, writer_with

KNOWN = frozenset(["rabat", "oujda", "tanger", "enabel"])
CASES: list[tuple[Language, str, list[str], bool]] = [
    ("en", "Which jobs involve field work?", ["jobs for someone who likes field work"], True),
    ("fr", "Quels postes prévoient du travail de terrain ?", ["un boulot pour qui aime le terrain"], True),
    ("en", "What is the deadline of the Oujda job?", ["and when?", "Tell me about the Oujda job."], True),
    ("en", "Which jobs require English?", ["What is the weather in Rabat today?"], False),
    ("en", "Which jobs are there?", ["What is the weather in Rabat today?"], False),
    ("fr", "Quel poste paie le mieux ?", ["Quel est le salaire du directeur de l'OCP ?"], False),
    ("en", "Which jobs require English?", ["jobs for someone who likes languages"], False),
    ("en", "Which jobs pay 3,000 euros?", ["jobs that pay well"], False),
    ("en", "Which jobs do not involve field work?", ["jobs for someone who likes field work"], False),
    ("en", "Quels postes prévoient du travail de terrain ?", ["jobs for someone who likes field work"], False),
    ("en", "See [here](http://evil.test) for field work", ["jobs for someone who likes field work"], False),
    ("en", "jobs for someone who likes field work?", ["jobs for someone who likes field work"], False),
    ("fr", "Y a-t-il un poste de chauffeur ?", ["un poste de chauffeur à tanger"], False),
]


@pytest.mark.parametrize(("language", "text", "asked", "same"), CASES)
def test_same_question(language: Language, text: str, asked: Sequence[str], same: bool) -> None:
    assert is_same_question(text, asked, language, KNOWN) is same


def test_the_rules_answer_what_the_model_restated(hashed_seeds: Store, ask: Ask) -> None:
    question = "tell me smth re: deadln of da job w/ Oujda pls"

    def script(messages: Sequence[Message]) -> str:
        return "What is the deadline of the Oujda job?" if is_restating(messages) else good(messages)

    if ask(question).kind in ("clarify", "outside"):
        answer = Assistant(hashed_seeds, lambda: TODAY, writer_with(script)).ask(question)
        assert answer.question == question
        assert "17 July 2022" in answer.text
        assert any("understood as" in notice for notice in answer.notices)
