"""Questions that are asked while postings change: answered from what is there, never from half of a posting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant import chain, retrieval
from assistant.answering import passages
from assistant.answering.router import respond
from assistant.assistant import Assistant
from assistant.indexing import index_folder, remove
from tests.support import AGADIR, SEED_NAMES, hash_store, seed_text, write_files

QUESTIONS = ["Quel poste concerne la migration et les MRE ?", "Which job is about migration and the diaspora?"]


@pytest.fixture
def assistant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Assistant]:
    """Over the seeds; whatever is found counts as an answer, since vectors out of hashes know no likeness."""
    monkeypatch.setattr(passages, "ENOUGH", -9.0)
    with hash_store(tmp_path / "store") as store:
        index_folder(store, write_files(tmp_path / "jobs", {name: seed_text(name) for name in SEED_NAMES}))
        yield Assistant(store, lambda: date(2024, 3, 1))


def then(act: Callable[[], object], original: Callable[..., object], *, first: bool) -> Callable[..., object]:
    """`original`, with something that happens once before or behind it."""
    waiting = [act]

    def called(*arguments: object, **named: object) -> object:
        if first and waiting:
            waiting.pop()()
        made = original(*arguments, **named)
        if waiting:
            waiting.pop()()
        return made

    return called


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    ("module", "step", "first"),
    [(retrieval, "hybrid_search", False), (chain, "retrieve", False), (chain, "respond", True)],
    ids=["while passages are looked for", "once they are found", "before it is written"],
)
def test_a_posting_that_goes_meanwhile_is_in_no_answer(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, module: object, step: str, first: bool, question: str
) -> None:
    store = assistant.store
    gone = assistant.ask(question).citations[0].posting
    monkeypatch.setattr(module, step, then(lambda: remove(store, gone), getattr(module, step), first=first))
    answer = assistant.ask(question)
    assert len(store.library.postings) == len(SEED_NAMES) - 1
    assert answer.checked == len(SEED_NAMES) - 1
    assert gone not in {c.posting for c in answer.citations} | {m.posting for m in answer.matches}


def test_an_error_that_no_change_explains_is_not_hidden(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(chain, "respond", fail)
    with pytest.raises(KeyError):
        assistant.ask(QUESTIONS[0])


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_posting_that_is_replaced_meanwhile_is_quoted_as_it_was_or_is(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, question: str
) -> None:
    store, old = assistant.store, seed_text(AGADIR)
    new = f"Offre modifiée le 2 mars.\n\n{old}"

    def replace() -> None:
        index_folder(store, write_files(tmp_path / "jobs", {AGADIR: new}))

    monkeypatch.setattr(chain, "respond", then(replace, respond, first=True))
    answer = assistant.ask(question)
    assert store.library.named(AGADIR).text == new
    texts = {posting.name: posting.text for posting in store.library.postings.values()}
    assert all(texts[c.posting][c.start : c.end] == c.quote for c in answer.citations)
