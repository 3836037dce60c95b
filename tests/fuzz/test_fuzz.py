"""Mutants of every format beside the seeds: no reader fails in a way that it should not, and the store is unharmed.

`FUZZ` in the environment is the number of mutants of each format. `python -m tests.fuzz` says how to look at one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.chunks import chunks_of
from assistant.drafts import digest_of, draft_of
from assistant.indexing import index_folder
from assistant.readers.content import Content
from assistant.readers.fence import Fence
from assistant.store import Store
from assistant.text import clean
from tests.fuzz.mutants import FORMATS, made_files, mutant
from tests.fuzz.run import Run, index_mutants, write_mutants
from tests.support import AGADIR, SEED_NAMES, hash_store, seed_text

MUTANTS = int(os.environ.get("FUZZ", "200"))
pytestmark = pytest.mark.slow

Indexed = tuple[Store, Run, Path]


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Indexed]:
    """A store of the seeds and all mutants, what became of these, and their folder."""
    made = tmp_path_factory.mktemp("fuzz")
    folder = write_mutants(made / "mutants", list(FORMATS), MUTANTS)
    with hash_store(made / "store") as store:
        yield store, index_mutants(store, folder), folder


@pytest.mark.parametrize("format_", FORMATS)
def test_a_mutant_is_read_or_refused_with_a_reason(indexed: Indexed, format_: str) -> None:
    _, run, folder = indexed
    outcome = run.outcomes[format_]
    assert outcome.faults == {}, f"to be read again with `python -m tests.fuzz read {folder}/…`"
    assert outcome.read > MUTANTS / 5, "mutants of which no reader makes anything show little"


def test_what_is_read_is_sound(indexed: Indexed) -> None:
    """Whatever the file was: text that has passed `clean`, and quotes and passages that stand in it."""
    store = indexed[0]
    for stored in store.catalogue.stored():
        text = stored.posting.text
        assert text.encode() == clean(text).encode(), stored.posting.name
        assert all(text[fact.start : fact.end] == fact.quote for fact in stored.facts), stored.posting.name
    for chunk in store.library.chunks.values():
        text = store.library.postings[chunk.posting].text
        assert text[chunk.start : chunk.end] == chunk.text, chunk.posting


@pytest.mark.parametrize("name", SEED_NAMES)
def test_the_seeds_beside_them_are_whole(indexed: Indexed, name: str) -> None:
    store = indexed[0]
    (stored,) = (each for each in store.catalogue.stored() if each.posting.name == name)
    assert stored.posting.text == seed_text(name)
    assert stored.file_digest == digest_of(Content(seed_text(name)))
    assert sorted(map(repr, stored.facts)) == sorted(map(repr, draft_of("", "", stored.posting).facts))
    held = [chunk.text for chunk in store.library.chunks.values() if chunk.posting == stored.posting.id]
    assert sorted(held) == sorted(chunk.text for chunk in chunks_of(stored.posting))


def test_the_store_answers(indexed: Indexed) -> None:
    store = indexed[0]
    answer = Assistant(store, lambda: date(2026, 8, 1)).ask("Which jobs require Tamazight?")
    assert {match.modality for match in answer.matches if match.posting == AGADIR} == {"asset"}
    postings = {posting.name: posting.text for posting in store.library.postings.values()}
    assert answer.citations
    assert [c for c in answer.citations if postings[c.posting][c.start : c.end] != c.quote] == []
    assert answer.checked <= len(postings)


def test_again_nothing_changes(indexed: Indexed) -> None:
    """The last of the module: a second run finds the same, and reads none of it."""
    store, run, folder = indexed
    before = sorted(store.catalogue.pairs())
    report = index_folder(store, folder, fence=Fence(small=0))
    assert (report.added, report.changed, report.removed) == ([], [], [])
    assert len(report.failed) == sum(sum(outcome.refused.values()) for outcome in run.outcomes.values())
    assert sorted(store.catalogue.pairs()) == before


@pytest.mark.parametrize("format_", FORMATS)
def test_mutants_differ(format_: str) -> None:
    mutants = [mutant(format_, number) for number in range(40)]
    assert mutants == [mutant(format_, number) for number in range(40)]
    assert len(set(mutants) - set(made_files(format_))) > 35
