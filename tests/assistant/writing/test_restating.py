"""Questions restated by a model: they name nothing new and lose no name."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.assistant import Assistant
from assistant.domain import Language, Turn
from assistant.store import Store
from assistant.writing.chat_model import Message
from assistant.writing.restating import is_same_question
from tests.assistant.writing.conftest import TODAY
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


EARLIER = (Turn("user", "Tell me about the Oujda job."), Turn("assistant", "Your CV says: seven years at Acme."))


@pytest.mark.parametrize("question", ["deadln?", "it shuts whn?"])
def test_the_rules_answer_what_the_model_restated(hashed_seeds: Store, question: str) -> None:
    """The model hears the earlier questions, and no earlier answer: that may quote a CV."""
    told: list[str] = []

    def script(messages: Sequence[Message]) -> str:
        told.extend(message.content for message in messages)
        return "What is the deadline of the Oujda job?" if is_restating(messages) else good(messages)

    assert Assistant(hashed_seeds, lambda: TODAY).ask(question, EARLIER).kind == "outside"
    answer = Assistant(hashed_seeds, lambda: TODAY, writer_with(script)).ask(question, EARLIER)
    assert answer.question == question
    assert "17 July 2022" in answer.text
    assert any("understood as" in notice for notice in answer.notices)
    assert any("Tell me about the Oujda job." in words for words in told)
    assert not any("Acme" in words for words in told)


def test_what_goes_by_a_cv_is_told_to_no_model(hashed_seeds: Store) -> None:
    told: list[str] = []

    def script(messages: Sequence[Message]) -> str:
        told.extend(message.content for message in messages)
        return good(messages)

    assistant = Assistant(hashed_seeds, lambda: TODAY, writer_with(script))
    cv = assistant.read_cv(b"Amina Zaki\n\nExperience\n2018-2022 Advocacy officer, Acme\n", "cv.txt")
    for question in ("Which postings fit my CV?", "Outline a letter for the Oujda job", "Checklist for the Oujda job"):
        assert assistant.ask(question, cv=cv).kind in ("fit", "letter", "checklist")
    assert told == []
