"""What made a store, and what is made anew."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant import remaking
from assistant.catalogue import FILE, Catalogue
from assistant.errors import AssistantError, StoreError, UserError
from assistant.index import SearchIndex
from assistant.indexing import index_folder, remove
from assistant.rows import Stored
from assistant.store import Store
from tests.support import ROOT, SEEDS, hash_encoder, hash_store, write_files
from vectorstore.errors import EmbeddingError, VectorStoreError
from vectorstore.exact import ExactStore
from vectorstore.records import Hit, VectorStore
from vectorstore.testing import HashEmbedder


class OtherEmbedder(HashEmbedder):
    """Another model: other vectors under another name."""

    fingerprint = "hash-other"

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        rows: NDArray[np.float32] = -super().passages(texts, progress)
        return rows


def open_with(folder: Path, embedder: HashEmbedder, heard: list[str], *, write: bool = True) -> Store:
    return Store.open(folder, hash_encoder(embedder), None, write=write, notify=heard.append)


@pytest.fixture
def folder(hashed_folder: Path, tmp_path: Path) -> Path:
    """A store of the seeds that the test may change."""
    return shutil.copytree(hashed_folder, tmp_path / "store")


def all_vectors(store: Store) -> dict[str, list[float]]:
    return {digest: vector.tolist() for _, _, digest, vector in store.catalogue.vectors(store.catalogue.pairs())}


def test_the_same_rules_and_model_embed_nothing(folder: Path) -> None:
    embedder, heard = HashEmbedder(), list[str]()
    store = open_with(folder, embedder, heard)
    store.close()
    assert (embedder.calls, heard) == (0, [])


def test_another_model_makes_all_vectors_anew_and_mixes_none(folder: Path) -> None:
    embedder, heard = OtherEmbedder(), list[str]()
    store = open_with(folder, embedder, heard)
    vectors = all_vectors(store)
    assert heard == ["This store was made with another embedding model: its 5 postings are made anew …"]
    assert embedder.calls == len(vectors)
    texts = {chunk.digest: chunk.text_to_embed for chunk in store.library.chunks.values()}
    right = OtherEmbedder().passages([texts[digest] for digest in vectors])
    assert np.array_equal(np.array(list(vectors.values()), dtype=np.float32), right)
    assert store.catalogue.made_with()["embedding"] == "hash-other"
    assert index_folder(store, SEEDS).unchanged == sorted(p.name for p in SEEDS.iterdir())
    store.close()


def test_other_rules_read_the_postings_anew_and_embed_only_what_is_new(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remaking, "RULES", "another")
    embedder, heard = HashEmbedder(), list[str]()
    store = open_with(folder, embedder, heard)
    assert "another version of the rules" in heard[0]
    assert store.catalogue.made_with() == {"rules": "another", "embedding": embedder.fingerprint}
    assert embedder.calls == 0, "no chunk has changed"
    assert len(store.library.postings) == 5
    store.close()


def test_a_model_that_cannot_be_had_loses_nothing(folder: Path) -> None:

    class Broken(OtherEmbedder):
        def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:  # noqa: ARG002
            raise EmbeddingError("set EMBEDDING_MODEL")

    with pytest.raises(EmbeddingError):
        open_with(folder, Broken(), [])
    embedder = HashEmbedder()
    store = open_with(folder, embedder, [])
    assert len(store.library.postings) == 5
    assert embedder.calls == 0
    store.close()


def test_who_only_asks_beside_a_writer_does_not_mix_models(folder: Path) -> None:
    with hash_store(folder), pytest.raises(UserError, match="another embedding model"):
        open_with(folder, OtherEmbedder(), [], write=False)


# The search index beside the catalogue


class Flaky(ExactStore):
    """A vector store that fails when it is told to."""

    broken = False

    def search(self, vector: NDArray[np.float32], limit: int, groups: Collection[str] | None = None) -> list[Hit]:
        if self.broken:
            raise VectorStoreError("no answer")
        return super().search(vector, limit, groups)


def state(store: Store) -> str:
    """The state of the index now; a call, since it changes in another thread."""
    return store.index.state


def question(store: Store) -> NDArray[np.float32]:
    rows = store.encoder.get().questions(["Tamazight arabe français"])
    return np.asarray(rows[0], dtype=np.float32)


def exact_answer(folder: Path) -> list[str]:
    with hash_store(folder) as store:
        return [hit.id for hit in store.index.search(question(store), 5)]


def test_a_question_is_answered_while_the_index_is_still_connecting(folder: Path) -> None:
    right = exact_answer(folder)
    go_on = threading.Event()

    def connect(dimension: int, fresh: bool) -> VectorStore:  # noqa: ARG001
        go_on.wait(20)
        return ExactStore(dimension)

    with hash_store(folder, connect=connect) as store:
        store.start()
        time.sleep(0.1)
        start = time.perf_counter()
        assert [hit.id for hit in store.index.search(question(store), 5)] == right
        assert time.perf_counter() - start < 10, "it must not wait for Chroma"
        assert state(store) == "starting"
        go_on.set()
        store.index.start()
        assert state(store) == "ready"
        assert [hit.id for hit in store.index.search(question(store), 5)] == right


def test_among_few_postings_every_chunk_is_compared(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chroma takes long to keep to some postings, and its search is approximate."""
    index: list[Flaky] = []

    def connect(dimension: int, fresh: bool) -> VectorStore:  # noqa: ARG001
        index.append(Flaky(dimension))
        return index[-1]

    with hash_store(folder, connect=connect) as store:
        store.index.start()
        postings = sorted(store.library.postings)[:2]
        right = index[0].search(question(store), 7, postings)
        index[0].broken = True
        assert store.index.search(question(store), 7, postings) == right
        assert {store.library.chunks[hit.id].posting for hit in right} == set(postings)
        assert store.index.search(question(store), 7, []) == []
        assert state(store) == "ready", "the index was not asked"
        monkeypatch.setattr("assistant.index._FEW", 1)
        assert store.index.search(question(store), 7, postings) == right
        assert state(store) == "unreachable"


def test_an_index_that_fails_is_stood_in_for_and_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right, made = exact_answer(folder), list[Flaky]()

    def connect(dimension: int, fresh: bool) -> VectorStore:  # noqa: ARG001
        made.append(Flaky(dimension))
        return made[-1]

    with hash_store(folder, connect=connect) as store:
        store.index.start()
        made[0].broken = True
        assert [hit.id for hit in store.index.search(question(store), 5)] == right
        assert state(store) == "unreachable"
        monkeypatch.setattr("assistant.index._RETRY", 0.0)
        deadline = time.monotonic() + 5
        while state(store) != "ready" and time.monotonic() < deadline:
            store.index.search(question(store), 5)
            time.sleep(0.02)
        assert state(store) == "ready"
        assert len(made) == 2


def test_a_store_that_holds_what_it_cannot_find_is_made_anew_without_embedding(folder: Path) -> None:
    asked = list[bool]()

    class Forgetful(ExactStore):
        def search(self, vector: NDArray[np.float32], limit: int, groups: Collection[str] | None = None) -> list[Hit]:  # noqa: ARG002
            return []

    def connect(dimension: int, fresh: bool) -> VectorStore:
        asked.append(fresh)
        return ExactStore(dimension) if fresh else Forgetful(dimension)

    embedder = HashEmbedder()
    with hash_store(folder, connect=connect, embedder=embedder) as store:
        store.index.start()
        assert (asked, state(store), embedder.calls) == ([False, True], "ready", 0)


@pytest.mark.parametrize(("lost", "connected"), [(0.005, [False]), (0.5, [False, True])])
def test_a_large_index_may_miss_a_few_of_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lost: float, connected: list[bool]
) -> None:
    """Search is approximate; a damaged index misses most. One that finds no more when made anew is not made again."""
    asked, right = list[bool](), exact_answer(folder)
    monkeypatch.setattr("assistant.index._SAMPLE", 60)
    monkeypatch.setattr("assistant.index._RETRY", 0.0)

    class Missing(ExactStore):
        def search(self, vector: NDArray[np.float32], limit: int, groups: Collection[str] | None = None) -> list[Hit]:
            return super().search(vector, limit, groups) if abs(vector[0]) > self.below else []

        below = 0.0

    def connect(dimension: int, fresh: bool) -> VectorStore:
        asked.append(fresh)
        store = Missing(dimension)
        store.below = float(np.quantile(firsts, lost))
        return store

    with hash_store(folder) as store:
        firsts = [abs(vector[0]) for _, _, _, vector in store.catalogue.vectors(store.catalogue.pairs())]
    with hash_store(folder, connect=connect) as store:
        store.index.start()
        for _ in range(3):
            assert [hit.id for hit in store.index.search(question(store), 5)] == right
            time.sleep(0.05)
        assert (asked, state(store)) == (connected, "ready" if connected == [False] else "unreachable")


def test_an_index_that_stays_broken_is_never_trusted(folder: Path) -> None:
    right = exact_answer(folder)

    def connect(dimension: int, fresh: bool) -> VectorStore:  # noqa: ARG001
        raise VectorStoreError("nobody there")

    with hash_store(folder, connect=connect) as store:
        store.index.start()
        assert state(store) == "unreachable"
        assert [hit.id for hit in store.index.search(question(store), 5)] == right


def test_a_question_that_meets_an_index_being_made_anew_does_not_call_it_unreachable(folder: Path) -> None:
    right, stores = exact_answer(folder), list[ExactStore]()

    class Purged(ExactStore):
        """While it is searched, a posting is taken out in another thread, and it is let go."""

        def search(self, vector: NDArray[np.float32], limit: int, groups: Collection[str] | None = None) -> list[Hit]:
            if asked and stores[0] is self:
                store.index.purge()
                store.index.start()  # and is filled again before the question hears of it
                raise VectorStoreError("the client has been closed")
            return super().search(vector, limit, groups)

    def connect(dimension: int, fresh: bool) -> VectorStore:  # noqa: ARG001
        stores.append(Purged(dimension))
        return stores[-1]

    asked = False
    with hash_store(folder, connect=connect) as store:
        store.index.start()
        asked = True
        assert [hit.id for hit in store.index.search(question(store), 5)] == right
        assert state(store) == "ready"
        assert [hit.id for hit in store.index.search(question(store), 5)] == right


def test_an_index_closed_before_it_started_stays_closed(folder: Path) -> None:
    asked = list[bool]()
    with hash_store(folder) as store:
        index = SearchIndex(store.catalogue, lambda dimension, fresh: asked.append(fresh) or ExactStore(dimension))  # type: ignore[func-returns-value]
        index.close()
    index.start()
    assert asked == []


def test_the_index_follows_the_catalogue(tmp_path: Path) -> None:
    held = ExactStore(HashEmbedder.dimension)
    with hash_store(tmp_path / "store", connect=lambda _dimension, _fresh: held) as store:
        index_folder(store, SEEDS)
        assert held.pairs() == store.catalogue.pairs() != {}
        (tmp_path / "one").mkdir()
        (tmp_path / "one" / "a.txt").write_text("Missions\n- ranger des livres\n")
        index_folder(store, tmp_path / "one")
        assert held.pairs() == store.catalogue.pairs()
        assert any(identity.startswith("one/a.txt#") for identity in held.pairs())


# What is loaded, and when


def loaded(store: Store) -> tuple[bool, bool]:
    """Whether the library and the keywords are in memory."""
    return bool(store._library._made), bool(store._keywords._made)


def test_nothing_is_loaded_before_it_is_wanted(folder: Path) -> None:
    with hash_store(folder) as store:
        assert index_folder(store, SEEDS).unchanged
        assert loaded(store) == (False, False)
        assert len(store.library.postings) == 5
        assert "chunks" not in vars(store.library)
        assert store.keywords.search("tamazight", "fr", 3)
        assert loaded(store) == (True, True)


def test_a_change_reads_only_what_changed(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[Collection[str] | None]()
    stored = Catalogue.stored

    def seen(self: Catalogue, ids: Collection[str] | None = None) -> list[Stored]:
        asked.append(ids)
        return stored(self, ids)

    with hash_store(folder) as store:
        assert store.library.chunks
        assert store.keywords.search("tamazight", "fr", 3)
        monkeypatch.setattr(Catalogue, "stored", seen)
        jobs = write_files(tmp_path / "jobs", {"a.txt": "Chef de rang\n\nMissions\n- servir des zébulons\n"})
        index_folder(store, jobs)
        assert [set(ids or ()) for ids in asked] == [{"jobs/a.txt"}]
        with hash_store(folder, write=False) as fresh:
            assert dict(store.library.postings) == dict(fresh.library.postings)
            assert list(store.library.postings) == list(fresh.library.postings)
            assert dict(store.library.facts) == dict(fresh.library.facts)
            assert dict(store.library.marks) == dict(fresh.library.marks)
            assert dict(store.library.chunks) == dict(fresh.library.chunks)
            for word in ("zébulons", "tamazight", "missions"):
                found, right = (each.keywords.search(word, "fr", 9) for each in (store, fresh))
                assert [hit.id for hit in found] == [hit.id for hit in right] != []
        (jobs / "a.txt").write_text("Chef de rang\n\nMissions\n- servir des zébus\n")
        index_folder(store, jobs)
        assert store.keywords.search("zébulons", "fr", 3) == []
        assert {c.text for c in store.library.chunks.values() if c.posting == "jobs/a.txt"} == {
            "Chef de rang",
            "- servir des zébus",
        }


def test_a_snapshot_stays_as_it_is_while_the_catalogue_changes(folder: Path, tmp_path: Path) -> None:
    jobs = write_files(tmp_path / "jobs", {"a.txt": "Chef de rang\n\nMissions\n- un\n"})
    with hash_store(folder) as store:
        index_folder(store, jobs)
        before = store.library
        (jobs / "a.txt").write_text("Chef de rang confirmé\n\nMissions\n- deux\n")
        index_folder(store, jobs)
        assert "- un" in before.postings["jobs/a.txt"].text
        assert all(before.postings[c.posting].text[c.start : c.end] == c.text for c in before.chunks.values())


def test_a_store_folder_removed_while_it_is_open_takes_nothing_more(folder: Path, tmp_path: Path) -> None:
    jobs = write_files(tmp_path / "jobs", {"a.txt": "Chef de rang\n\nMissions\n- un\n"})
    with hash_store(folder) as store:
        assert len(store.library.postings) == 5
        shutil.rmtree(folder)
        with pytest.raises(AssistantError, match=r"removed|cannot be used|no room|left"):
            index_folder(store, jobs)
        assert len(store.library.postings) == 5, "what was loaded still answers"


def test_an_empty_catalogue_is_told(folder: Path) -> None:
    (folder / FILE).write_bytes(b"")
    heard = list[str]()
    open_with(folder, HashEmbedder(), heard).close()
    assert "is empty" in heard[0]


FULL = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from assistant.errors import AssistantError
from assistant.drafts import Draft
from assistant.entries import entries_of
from assistant.facts import facts_of
from assistant.chunks import chunks_of
from tests.support import generated_posting, hash_store, posting
with hash_store(Path(sys.argv[2])) as store:
    store.catalogue.add_source(Path("/source"))
    limit = int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        for number in range(10_000):
            made = posting(generated_posting(number), f"{number}.txt")
            draft = Draft("", "d", made, tuple(facts_of(made)), tuple(chunks_of(made)))
            store.catalogue.put(entries_of([draft], store.encoder, store.catalogue)[0])
            print(made.id, flush=True)
    except AssistantError as error:
        print(error, file=sys.stderr)
        print(len(store.catalogue.stored()), "left", flush=True)
"""


@pytest.mark.slow
def test_a_disk_that_fills_costs_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    limit = 400_000  # bytes of the largest file, which is the same to SQLite as a full disk
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(ROOT), str(tmp_path / "store"), str(limit)],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    *acknowledged, left = done.stdout.splitlines()
    assert len(done.stderr.strip().splitlines()) == 1
    assert "disk" in done.stderr
    assert len(acknowledged) > 3
    assert left == f"{len(acknowledged)} left"
    with hash_store(tmp_path / "store") as store:
        assert sorted(store.library.postings) == sorted(acknowledged)
        held = {chunk.posting for chunk in store.library.chunks.values()}
        assert held == set(acknowledged)
        folder = write_files(tmp_path / "jobs", {"a.txt": "Chef de rang\n\nMissions\n- servir des zébulons\n"})
        assert index_folder(store, folder).added == ["a.txt"], "there is room again"
        assert store.keywords.search("zébulons", "fr", 3)


@pytest.mark.parametrize("error", [OSError(errno.EROFS, "Read-only file system"), PermissionError(errno.EACCES, "No")])
def test_a_folder_that_cannot_be_written_is_asked_and_not_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "touch", refuse)
    monkeypatch.setattr("assistant.lock.FileLock.acquire", refuse)
    with pytest.raises(StoreError, match=r"cannot be written .*--store"), hash_store(folder):
        pass
    with hash_store(folder, write=False) as store:
        assert (store.lock, len(store.library.postings)) == (None, 5)
        assert store.keywords.search("tamazight", "fr", 3)


def test_texts_that_were_compared_are_not_compared_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = " ".join(f"mot{n}" for n in range(80))
    files = {"a.txt": f"Chef de rang\n\n{words}\n", "b.txt": f"Chef de rang\n\n{words} encore\n"}
    with hash_store(folder) as store:
        index_folder(store, write_files(tmp_path / "jobs", files))
        right = store.library.reposts
        assert right
    compared = list[object]()
    monkeypatch.setattr("assistant.duplicates.same_posting", lambda *pair: compared.append(pair) or False)  # type: ignore[func-returns-value]
    with hash_store(folder) as store:
        assert store.library.reposts == right
        assert compared == []
        remove(store, "a.txt")
        assert store.catalogue.verdicts() == {}
