"""Faults of a Chroma server: damaged, killed, stopped, hanging, replaced, not Chroma at all."""

import http.server
import os
import shutil
import signal
import socket
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import chromadb
import psutil  # type: ignore[import-untyped]
import pytest

import vectorstore
from tests.vectorstore.store_samples import DIMENSION, make_records, unit_vectors
from vectorstore import Record, VectorStoreError, chroma
from vectorstore.chroma import ChromaStore
from vectorstore.chroma_server import LocalChroma
from vectorstore.index import reconcile, set_aside, verify

pytestmark = pytest.mark.server

# Enough for the server to write its graph to disk, which it does every 1,000 records.
RECORDS = make_records(unit_vectors(2600))
WANTED = {record.id: record.digest for record in RECORDS}
SAMPLE = RECORDS[::50]
ROOT = Path(vectorstore.__file__).parents[1]
NAME = "records"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound index folder, to be copied."""
    folder = tmp_path_factory.mktemp("sound") / "index"
    with LocalChroma(folder) as server:
        store = ChromaStore(server.start(), NAME, DIMENSION)
        store.upsert(RECORDS)
        assert verify(store, SAMPLE) == []
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "index"))


def segment(folder: Path) -> Path:
    return next(path for path in folder.iterdir() if path.is_dir())


def cut(file: Path, share: float) -> None:
    os.truncate(file, int(file.stat().st_size * share))


def problems_of(server: LocalChroma) -> list[str]:
    """Start and verify, as is done before an index is trusted."""
    try:
        return verify(ChromaStore(server.start(), NAME, DIMENSION), SAMPLE)
    except VectorStoreError as error:
        return [str(error)]


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: cut(folder / "chroma.sqlite3", 0.5),
        lambda folder: cut(folder / "chroma.sqlite3", 0.0),
        lambda folder: (folder / "chroma.sqlite3").write_bytes(b"not a database" * 1000),
        lambda folder: shutil.rmtree(segment(folder)),
        lambda folder: cut(segment(folder) / "data_level0.bin", 0.3),
        lambda folder: (segment(folder) / "data_level0.bin").write_bytes(os.urandom(500_000)),
        lambda folder: (segment(folder) / "index_metadata.pickle").unlink(),
        lambda folder: (segment(folder) / "header.bin").write_bytes(os.urandom(100)),
    ],
    ids=[
        "sqlite half",
        "sqlite empty",
        "sqlite other",
        "no segment",
        "level0 cut",
        "level0 other",
        "no pickle",
        "header",
    ],
)
def test_damage_is_noticed_and_the_index_is_made_anew(folder: Path, damage: Callable[[Path], object]) -> None:
    damage(folder)
    server = LocalChroma(folder)
    try:
        assert problems_of(server)
        server.stop()
        assert set_aside(folder).is_dir()
        store = ChromaStore(server.start(), NAME, DIMENSION)
        by_id = {record.id: record for record in RECORDS}
        assert reconcile(store, WANTED, lambda ids: [by_id[identity] for identity in ids]) == (len(RECORDS), 0)
        assert verify(store, SAMPLE) == []
    finally:
        server.stop()


def test_an_undamaged_index_is_trusted(folder: Path) -> None:
    server = LocalChroma(folder)
    try:
        assert problems_of(server) == []
    finally:
        server.stop()


def test_a_killed_server_is_told_and_comes_back_with_everything(folder: Path) -> None:
    with LocalChroma(folder) as server:
        store = ChromaStore(server.start(), NAME, DIMENSION)
        assert store.pairs() == WANTED
        os.kill(server.pid or 0, signal.SIGKILL)
        with pytest.raises(VectorStoreError, match="cannot be reached"):
            store.search(RECORDS[0].vector, 1)
        server.start()
        # The port is the same, so the store that was there works again.
        assert store.pairs() == WANTED
        assert verify(store, SAMPLE) == []


def write_until_it_fails(store: ChromaStore) -> list[Record]:
    """Write over and over, and return the records that were acknowledged."""
    acknowledged = 0
    for start in range(0, 1_000_000, 50):
        try:
            store.upsert(RECORDS[start % 2600 : start % 2600 + 50])
        except VectorStoreError:
            return RECORDS[:acknowledged]
        acknowledged = min(acknowledged + 50, len(RECORDS))
    raise AssertionError("the server was not killed")


def test_a_server_killed_while_it_writes_loses_nothing_acknowledged(tmp_path: Path) -> None:
    with LocalChroma(tmp_path / "index") as server:
        store = ChromaStore(server.start(), NAME, DIMENSION)
        threading.Timer(0.4, os.kill, (server.pid, signal.SIGKILL)).start()
        acknowledged = write_until_it_fails(store)
        server.start()
        assert set(store.pairs()) >= {record.id for record in acknowledged}
        assert verify(store, acknowledged[::50]) == []


def test_a_stopped_server_costs_no_more_than_the_time_limit(folder: Path) -> None:
    with LocalChroma(folder) as server:
        store = ChromaStore(server.start(), NAME, DIMENSION, read_seconds=1.0)
        store.search(RECORDS[0].vector, 1)
        process = psutil.Process(server.pid)
        process.suspend()
        try:
            for asked in (store, ChromaStore(store.url, NAME, DIMENSION, read_seconds=1.0)):
                started = time.monotonic()
                with pytest.raises(VectorStoreError, match="did not answer within 1 seconds"):
                    asked.search(RECORDS[0].vector, 1)
                assert time.monotonic() - started < 3.0
        finally:
            process.resume()
        assert store.search(RECORDS[0].vector, 1)[0].id == "r00000"


def test_a_hanging_server_is_replaced_when_it_is_asked_for(folder: Path) -> None:
    with LocalChroma(folder) as server:
        store = ChromaStore(server.start(), NAME, DIMENSION)
        first = psutil.Process(server.pid)
        first.suspend()
        assert server.start() == store.url
        assert not first.is_running()
        assert store.pairs() == WANTED


def test_a_stopped_server_is_ended_all_the_same(tmp_path: Path) -> None:
    server = LocalChroma(tmp_path / "index")
    server.start()
    process = psutil.Process(server.pid)
    process.suspend()
    server.stop()
    assert not process.is_running()


def test_the_server_goes_with_its_parent(tmp_path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from vectorstore.chroma_server import LocalChroma; "
        "server = LocalChroma(Path(sys.argv[1])); server.start(); print(server.pid, flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "index")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
    child.wait(timeout=5)
    # The lock went with it: the folder can be served again.
    with LocalChroma(tmp_path / "index") as server:
        assert server.alive


def test_two_servers_never_share_a_folder(tmp_path: Path) -> None:
    with LocalChroma(tmp_path / "index"), pytest.raises(VectorStoreError, match="in use by another process"):
        LocalChroma(tmp_path / "index").start()


def test_a_new_server_waits_for_one_that_is_dying(tmp_path: Path) -> None:
    old = LocalChroma(tmp_path / "index")
    old.start()
    threading.Timer(1.0, old.stop).start()
    with LocalChroma(tmp_path / "index") as new:
        assert new.alive
        assert not old.alive


def test_a_folder_that_cannot_be_written_gives_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(VectorStoreError, match="cannot be used"):
        LocalChroma(tmp_path / "file").start()


def test_a_collection_deleted_by_another_client_is_looked_up_again(server: LocalChroma) -> None:
    store = ChromaStore(server.start(), "deleted-meanwhile", DIMENSION)
    store.upsert(RECORDS[:5])
    port = int(store.url.rpartition(":")[2])
    chromadb.HttpClient(host="127.0.0.1", port=port).delete_collection("deleted-meanwhile")
    assert store.search(RECORDS[0].vector, 3) == []
    store.upsert(RECORDS[:5])
    assert len(store.pairs()) == 5


@pytest.mark.parametrize(("space", "dimension"), [("l2", DIMENSION), ("cosine", DIMENSION + 1)])
def test_a_collection_that_cannot_hold_our_vectors_is_replaced(server: LocalChroma, space: str, dimension: int) -> None:
    name = f"other-{space}-{dimension}"
    port = int(server.start().rpartition(":")[2])
    client = chromadb.HttpClient(host="127.0.0.1", port=port)
    configuration: Any = {"hnsw": {"space": space}}
    other = client.create_collection(name, configuration=configuration, embedding_function=None)
    other.add(ids=["old"], embeddings=unit_vectors(1, dimension=dimension))
    store = ChromaStore(server.start(), name, DIMENSION)
    assert store.pairs() == {}
    store.upsert(RECORDS[:5])
    assert store.search(RECORDS[2].vector, 1)[0].score == pytest.approx(1.0, abs=1e-4)
    assert set(ChromaStore(server.start(), name, DIMENSION).pairs()) == {record.id for record in RECORDS[:5]}


def test_reads_are_paged(server: LocalChroma, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vectorstore.chroma._PAGE", 100)
    store = ChromaStore(server.start(), "paged", DIMENSION)
    store.upsert(RECORDS[:300])
    assert set(store.pairs()) == {record.id for record in RECORDS[:300]}


def test_writes_go_in_batches_that_the_server_takes(server: LocalChroma, monkeypatch: pytest.MonkeyPatch) -> None:
    store = ChromaStore(server.start(), "batches", DIMENSION)
    sizes: list[int] = []
    put = chroma._put

    def counted(collection: Any, records: Sequence[Record]) -> None:  # noqa: ANN401
        sizes.append(len(records))
        put(collection, records)

    monkeypatch.setattr(chroma, "_put", counted)
    store.upsert(RECORDS[:600])
    assert sizes == [250, 250, 100]
    assert len(store.pairs()) == 600


def test_settings_of_the_working_folder_have_no_say(
    server: LocalChroma, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("CHROMA_SERVER_HOST=example.invalid\nANONYMIZED_TELEMETRY=True\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    assert ChromaStore(server.start(), "settings", DIMENSION).pairs() == {}


@pytest.mark.parametrize("url", ["", "127.0.0.1:8000", "ftp://localhost", "http://", "http://host:port"])
def test_what_is_no_address_is_told(url: str) -> None:
    with pytest.raises(VectorStoreError, match="address of a Chroma server"):
        ChromaStore(url, NAME, DIMENSION)


def test_nobody_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        store = ChromaStore(f"http://127.0.0.1:{taken.getsockname()[1]}", NAME, DIMENSION)
        with pytest.raises(VectorStoreError, match="cannot be reached"):
            store.pairs()


class _WebPage(http.server.BaseHTTPRequestHandler):
    body = b"<html>Sign in to the network</html>"

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.body)

    do_POST = do_GET  # noqa: N815 - the name is the base class's

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def serving(handler: type[http.server.BaseHTTPRequestHandler]) -> Iterator[str]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_address[1]}"
        web.shutdown()


def test_a_web_page_in_place_of_the_server() -> None:
    with serving(_WebPage) as url, pytest.raises(VectorStoreError, match="no working Chroma server"):
        ChromaStore(url, NAME, DIMENSION).pairs()


def test_set_aside_keeps_the_latest_two(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / "index").mkdir()
        (tmp_path / "index" / str(number)).touch()
        set_aside(tmp_path / "index")
    kept = sorted(tmp_path.glob("index.bad-*"))
    assert [next(folder.iterdir()).name for folder in kept] == ["2", "3"]


def test_a_cleared_collection_is_empty_and_can_be_filled_again(tmp_path: Path) -> None:
    with LocalChroma(tmp_path / "index") as server:
        store = ChromaStore(server.start(), NAME, DIMENSION)
        store.upsert(RECORDS[:50])
        store.clear()
        assert store.pairs() == {}
        store.upsert(RECORDS[:10])
        assert len(store.pairs()) == 10
