"""25 chats at once: no error, and nothing of one session is shown to another."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.store import Store
from assistant.web.serve import running
from tests.load import drive
from tests.started import free_port

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def served(hashed_seeds: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    before = dict(os.environ)
    os.environ["TMPDIR"] = str(tmp_path_factory.mktemp("page"))
    try:
        with running(Assistant(hashed_seeds, lambda: date(2024, 4, 1)), "127.0.0.1", free_port()) as address:
            yield address
    finally:
        os.environ.clear()
        os.environ.update(before)


def test_twenty_five_chats_at_once_keep_apart(served: str, caplog: pytest.LogCaptureFixture) -> None:
    outcome = asyncio.run(drive(served, 25, 4))
    assert outcome.faults == []
    assert len(outcome.seconds) == 25 * 4
    assert len(outcome.letters) == 25
    assert [record.getMessage() for record in caplog.records if record.name.startswith("assistant")] == []


def test_words_of_another_session_would_be_seen(served: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.load.CANARY", re.compile("Oujda"))  # as though it were somebody's own word
    faults = asyncio.run(drive(served, 2, 2)).faults
    assert any("the word of another: Oujda" in fault for fault in faults)
