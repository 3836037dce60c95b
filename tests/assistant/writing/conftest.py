"""What the tests of the generative writer share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.domain import Answer
from assistant.store import Store
from assistant.writing.failures import ModelError
from tests.assistant.writing.scripted import Script, writer_with

TODAY = date(2026, 11, 26)
Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def ask(hashed_seeds: Store) -> Ask:
    """Asks a question over the seeds, with a scripted model or without one."""

    def asked(question: str, script: Script | None = None, error: ModelError | None = None) -> Answer:
        writer = writer_with(script, error) if script else None
        return Assistant(hashed_seeds, lambda: TODAY, writer).ask(question)

    return asked
