"""The index in a real Chroma: our own child or a server named by CHROMA_URL, sound, damaged, stopped and killed."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.index import Connect
from assistant.indexing import index_folder
from assistant.settings import Settings
from assistant.store import Store
from assistant.wiring import server_at
from tests.support import SEEDS, chroma_of, hash_store, write_files
from vectorstore.testing import HashEmbedder

pytestmark = pytest.mark.server
QUESTIONS = ["Tamazight arabe français", "envoyer la candidature", "indemnité par mois", "coopératives féminines"]


def answers(store: Store) -> list[list[str]]:
    vectors = store.encoder.get().questions(QUESTIONS)
    return [[hit.id for hit in store.index.search(vector, 5)] for vector in vectors]


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """What exact search finds."""
    with hash_store(tmp_path_factory.mktemp("exact")) as store:
        index_folder(store, SEEDS)
        return answers(store)


class Server:
    """A `chroma run` of somebody else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        chroma = shutil.which("chroma", path=str(Path(sys.executable).parent)) or shutil.which("chroma")
        assert chroma is not None, "chromadb brings the command `chroma`"
        arguments = ["run", "--path", str(self._folder), "--host", "127.0.0.1", "--port", str(self.port)]
        self.process = subprocess.Popen([chroma, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with socket.socket() as client:
                if client.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("chroma run did not start")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path / "theirs")
    yield running
    running.kill()


def at(server: Server, folder: Path) -> Connect:
    return server_at(server.url, Settings(folder, folder))


def until_ready(store: Store) -> None:
    deadline = time.monotonic() + 20
    while store.index.state != "ready" and time.monotonic() < deadline:
        answers(store)
        time.sleep(0.05)
    assert store.index.state == "ready"


def test_a_server_of_somebody_else(server: Server, tmp_path: Path, right: list[list[str]]) -> None:
    embedder = HashEmbedder()
    for turn in range(2):
        with hash_store(tmp_path / "one", connect=at(server, tmp_path / "one"), embedder=embedder) as store:
            store.index.start()
            if turn == 0:
                index_folder(store, SEEDS)
            assert store.index.state == "ready"
            calls = embedder.calls
            assert answers(store) == right
            assert embedder.calls == calls + len(QUESTIONS)


def test_two_stores_on_one_server_do_not_meet(server: Server, tmp_path: Path, right: list[list[str]]) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    other = write_files(tmp_path / "jobs", {"a.txt": "Missions\n- Tamazight arabe français\n"})
    with hash_store(one, connect=at(server, one)) as store, hash_store(two, connect=at(server, two)) as neighbour:
        index_folder(store, SEEDS)
        index_folder(neighbour, other)
        assert answers(store) == right
        assert {i for ids in answers(neighbour) for i in ids} == set(neighbour.catalogue.pairs())


def test_killed_in_the_midst_of_questions_and_back_again(
    server: Server, tmp_path: Path, right: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with hash_store(tmp_path / "one", connect=at(server, tmp_path / "one")) as store:
        index_folder(store, SEEDS)
        assert (answers(store), store.index.state) == (right, "ready")
        server.kill()
        start = time.perf_counter()
        assert answers(store) == right
        assert time.perf_counter() - start < 10
        assert store.index.state == "unreachable"
        index_folder(store, write_files(tmp_path / "jobs", {"a.txt": "Missions\n- coopératives féminines\n"}))
        assert any(i.startswith("jobs/a.txt") for i in answers(store)[3])
        server.start()
        monkeypatch.setattr("assistant.index._RETRY", 0.0)
        until_ready(store)
        assert any(i.startswith("jobs/a.txt") for i in answers(store)[3])


def test_a_server_that_hangs_costs_one_time_limit(server: Server, tmp_path: Path, right: list[list[str]]) -> None:
    with hash_store(tmp_path / "one", connect=at(server, tmp_path / "one")) as store:
        index_folder(store, SEEDS)
        assert store.index.state == "ready"
        os.kill(server.process.pid, signal.SIGSTOP)
        try:
            start = time.perf_counter()
            assert answers(store) == right
            assert time.perf_counter() - start < 10, "the second question must not wait again"
        finally:
            os.kill(server.process.pid, signal.SIGCONT)


def test_a_collection_that_another_client_deleted_is_filled_again(
    server: Server, tmp_path: Path, right: list[list[str]]
) -> None:
    folder = tmp_path / "one"
    with hash_store(folder, connect=at(server, folder)) as store:
        index_folder(store, SEEDS)
    fresh = at(server, folder)(HashEmbedder.dimension, True)
    assert fresh.pairs() == {}
    fresh.close()
    embedder = HashEmbedder()
    with hash_store(folder, connect=at(server, folder), embedder=embedder) as store:
        store.index.start()
        assert (store.index.state, embedder.calls) == ("ready", 0)
        assert answers(store) == right


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1", "nonsense", "http://", "ftp://127.0.0.1", "http://127.0.0.1:99999"]
)
def test_a_server_that_is_not_there_is_stood_in_for(tmp_path: Path, right: list[list[str]], url: str) -> None:
    with hash_store(tmp_path, connect=server_at(url, Settings(tmp_path, tmp_path))) as store:
        start = time.perf_counter()
        index_folder(store, SEEDS)
        assert answers(store) == right
        assert time.perf_counter() - start < 10
        assert store.index.state == "unreachable"


def damage(folder: Path, how: str) -> None:
    database = folder / "chroma.sqlite3"
    if how == "garbage":
        database.write_bytes(b"nonsense " * 2000)
    elif how == "cut":
        database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])
    elif how == "gone":
        shutil.rmtree(folder)
    elif how == "segment":
        for path in list(folder.rglob("*.bin")):
            path.write_bytes(b"\xff" * 1000)
        for path in folder.glob("*-*-*"):
            (path / "index_metadata.pickle").unlink(missing_ok=True)
    elif how == "emptied":
        database.write_bytes(b"")


@pytest.mark.parametrize("how", ["garbage", "cut", "gone", "segment", "emptied"])
def test_a_damaged_index_is_made_anew_without_embedding(tmp_path: Path, right: list[list[str]], how: str) -> None:
    folder = tmp_path / "store"
    with chroma_of(folder) as connect, hash_store(folder, connect=connect) as store:
        index_folder(store, SEEDS)
        assert (answers(store), store.index.state) == (right, "ready")
    damage(folder / "chroma", how)
    embedder = HashEmbedder()
    with chroma_of(folder) as connect, hash_store(folder, connect=connect, embedder=embedder) as store:
        store.index.start()
        assert (store.index.state, embedder.calls) == ("ready", 0)
        assert answers(store) == right
        assert index_folder(store, SEEDS).unchanged


def test_our_own_server_killed_is_started_again(
    tmp_path: Path, right: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    import psutil  # type: ignore[import-untyped]

    folder = tmp_path / "store"
    with chroma_of(folder) as connect, hash_store(folder, connect=connect) as store:
        index_folder(store, SEEDS)
        children = [c for c in psutil.Process().children() if "chroma_child.py" in " ".join(c.cmdline())]
        ours = [child for child in children if str(folder) in " ".join(child.cmdline())]
        assert len(ours) == 1
        ours[0].kill()
        ours[0].wait(5)
        assert answers(store) == right
        monkeypatch.setattr("assistant.index._RETRY", 0.0)
        until_ready(store)
        assert answers(store) == right
