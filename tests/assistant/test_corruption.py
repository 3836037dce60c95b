"""A store damaged in a dozen ways: the program answers or refuses with a clear word, and `doctor` mends it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant import wiring
from assistant.__main__ import main
from assistant.catalogue import FILE, Catalogue
from assistant.indexing import index_folder
from tests.support import SEED_NAMES, SEEDS, chroma_of, generated_posting, hash_store, run_cli, write_files
from vectorstore.chroma_child import PID_FILE
from vectorstore.embedding import fingerprint
from vectorstore.testing import HashEmbedder

pytestmark = pytest.mark.server
QUESTION = ("ask", "Quels postes exigent le tamazight ?", "--today", "2026-01-15", "--json")
MANY = 30  # postings beside the seeds, so that the catalogue has pages to lose


@dataclass(frozen=True)
class Said:
    """What the program said, and its exit status."""

    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The program as from the terminal, in this process, which spares seconds of imports."""

    def run(*arguments: str | Path) -> Said:
        monkeypatch.setattr(sys, "argv", ["assistant", *map(str, arguments)])
        monkeypatch.setattr(
            wiring, "SentenceTransformerEmbedder", lambda *_: HashEmbedder()
        )  # the model takes seconds to load
        capfd.readouterr()
        try:
            main()
            status = 0
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = Said(status, *capfd.readouterr())
        assert "Traceback" not in said.err, said.err
        return said

    return run


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound store, its index in a real Chroma, with vectors out of hashes that count as those of the real model.

    Its last change is still in SQLite's log, as a program that was killed leaves it.
    """
    base = tmp_path_factory.mktemp("sound")
    folder = base / "store"
    jobs = write_files(base / "jobs", {f"{n:02}.txt": generated_posting(n) for n in range(MANY)})
    with chroma_of(folder) as connect, hash_store(folder, connect=connect) as store:
        index_folder(store, jobs)
        index_folder(store, SEEDS)
        store.catalogue.purge()
        store.catalogue.remember({"embedding": fingerprint(None)})
        copy = shutil.copytree(folder, base / "killed", ignore=shutil.ignore_patterns("server.*"))
    assert (copy / f"{FILE}-wal").stat().st_size > 0
    return copy


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sound, tmp_path / "store")


def scribble(path: Path, start: float, length: int = 3000) -> None:
    """Overwrite bytes of a file, from a share of its size on."""
    data = bytearray(path.read_bytes())
    at = int(len(data) * start)
    data[at : at + length] = (b"\xa5\x00\xff scribble" * length)[: len(data[at : at + length])]
    path.write_bytes(data)


def change(folder: Path, statement: str) -> None:
    """A change by another hand, which leaves the database itself sound."""
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as connection:
        connection.execute(statement)


def cut(path: Path, share: float = 0.5) -> None:
    os.truncate(path, int(path.stat().st_size * share))


def replace_by(path: Path, make: Callable[[Path], object]) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    make(path)


# What is damaged, how, the status and a word of `ask` and of `doctor` then, and whether postings may be lost.
# `ask` is left out where it is the index that is damaged: that is mended beside the answer, or not before it ends.
# `doctor` has 2 where it tells what to index again.
KINDS: list[tuple[str, Callable[[Path], object], tuple[int, str] | None, tuple[int, str], bool]] = [
    ("catalogue cut", lambda f: cut(f / FILE), (3, "doctor"), (2, "assistant index"), True),
    ("catalogue garbage", lambda f: (f / FILE).write_bytes(b"nonsense " * 9000),
     (3, "doctor"), (2, "assistant index"), True),
    ("catalogue header", lambda f: scribble(f / FILE, 0), (3, "doctor"), (2, "assistant index"), True),
    ("catalogue scribbled", lambda f: scribble(f / FILE, 0.3, 20_000), (3, "doctor"), (2, "assistant index"), True),
    ("catalogue empty", lambda f: (f / FILE).write_bytes(b""), (0, "empty"), (0, ""), True),
    ("text changed", lambda f: change(f, "UPDATE postings SET text = 'X' || text WHERE name = '03.txt'"),
     (0, ""), (2, "03.txt"), True),
    ("facts changed", lambda f: change(f, "UPDATE postings SET facts = '[[' WHERE name = '03.txt'"),
     (3, "doctor"), (0, "saved"), False),
    ("vector cut", lambda f: change(f, "UPDATE chunks SET vector = x'0102' WHERE posting LIKE '%/03.txt'"),
     (0, ""), (0, "saved"), False),
    ("chunks without a posting", lambda f: change(f, "DELETE FROM postings WHERE name = '03.txt'"),
     (0, ""), (2, "03.txt"), True),
    ("log scribbled", lambda f: scribble(f / f"{FILE}-wal", 0.1), (0, ""), (0, ""), False),
    ("log cut", lambda f: cut(f / f"{FILE}-wal"), (0, ""), (0, ""), False),
    ("log's map scribbled", lambda f: scribble(f / f"{FILE}-shm", 0.0), (0, ""), (0, ""), False),
    ("index garbage", lambda f: (f / "chroma" / "chroma.sqlite3").write_bytes(b"nonsense " * 900),
     None, (0, "again"), False),
    ("index cut", lambda f: cut(f / "chroma" / "chroma.sqlite3"), None, (0, "again"), False),
    ("index a file", lambda f: replace_by(f / "chroma", lambda p: p.write_text("x")), None, (0, "again"), False),
    ("index gone", lambda f: shutil.rmtree(f / "chroma"), None, (0, ""), False),
    ("lock scribbled", lambda f: (f / "store.lock").write_bytes(b"\xff" * 99), (0, ""), (0, ""), False),
    ("note of the holder scribbled", lambda f: (f / "store.pid").write_bytes(b"\xff\x00"), (0, ""), (0, ""), False),
    ("a newer form", lambda f: change(f, "PRAGMA user_version = 99"), (2, "newer version"), (2, "newer"), False),
]  # fmt: skip


@pytest.mark.parametrize(("damage", "asked", "doctored", "loses"), [k[1:] for k in KINDS], ids=[k[0] for k in KINDS])
def test_damage_is_told_and_mended(
    folder: Path,
    run: Run,
    damage: Callable[[Path], object],
    asked: tuple[int, str] | None,
    doctored: tuple[int, str],
    loses: bool,
) -> None:
    damage(folder)
    if asked:  # which would mend the index as well, beside its answer
        said = run(*QUESTION, "--store", folder)
        assert (said.status, asked[1] in said.err) == (asked[0], True), said
        if said.status == 0 and not loses:
            assert json.loads(said.out)["checked"] == MANY + len(SEED_NAMES)
        elif said.status:
            assert said.out == ""
            assert len(said.err.strip().splitlines()) == 1
    mended = run("doctor", "--store", folder)
    assert (mended.status, doctored[1] in mended.out) == (doctored[0], True), mended
    if mended.status == 2 and not loses:
        return  # a newer form stays as it is
    if "mended" in mended.out or mended.status:
        again = run("doctor", "--check", "--store", folder)
        assert again.status == 0, again
    said = run(*QUESTION, "--store", folder)
    assert said.status == 0
    checked = json.loads(said.out)["checked"]
    assert checked <= MANY + len(SEED_NAMES) if loses else checked == MANY + len(SEED_NAMES)
    every_posting_is_whole(folder)


def every_posting_is_whole(folder: Path) -> None:
    with closing(Catalogue.open(folder, write=False)) as catalogue:
        held = {chunk.rpartition("#")[0] for chunk in catalogue.pairs()}
        for one in catalogue.stored():
            assert one.posting.id in held
            assert all(one.posting.text[f.start : f.end] == f.quote for f in one.facts)


def test_what_a_damaged_page_lost_is_named_and_comes_back(folder: Path, sound: Path, run: Run) -> None:
    before = ids_of(sound)
    with closing(sqlite3.connect(folder / FILE)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    page = (folder / FILE).read_bytes().find(b"Coordinateur11") // 4096
    assert page > 0
    scribble(folder / FILE, page * 4096 / (folder / FILE).stat().st_size, 4096)
    said = run("doctor", "--store", folder)
    kept = ids_of(folder)
    assert said.status == 2
    assert 20 < len(kept) < len(before), "one page costs few postings"
    for lost in before - kept:
        assert lost in said.out
    assert re.search(r"python -m assistant index \S+/jobs", said.out)
    aside = [path for path in folder.iterdir() if path.name.startswith(f"{FILE}.bad-")]
    assert aside


def ids_of(folder: Path) -> set[str]:
    with closing(Catalogue.open(folder, write=False)) as catalogue:
        return {one.posting.id for one in catalogue.stored()}


def test_a_check_changes_nothing(folder: Path, run: Run) -> None:
    with closing(sqlite3.connect(folder / FILE)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    cut(folder / FILE)
    before = (folder / FILE).read_bytes()
    said = run("doctor", "--check", "--store", folder)
    assert (said.status, "without --check" in said.out) == (3, True)
    assert (folder / FILE).read_bytes() == before


@pytest.fixture
def orphan(folder: Path) -> Iterator[int]:
    """A server of a program that was killed, stopped so that it cannot leave by itself."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from vectorstore.chroma_server import LocalChroma;"
        "from pathlib import Path; server = LocalChroma(Path(sys.argv[2])); server.start();"
        "print(server.pid, flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(Path(__file__).parents[2]), str(folder / "chroma")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        number = int(program.stdout.readline())
        os.kill(number, signal.SIGSTOP)
        until(lambda: state_of(number) == "T")  # else it may still see that its program goes
        program.kill()
    yield number
    with suppress(ProcessLookupError):
        os.kill(number, signal.SIGKILL)


def test_a_stopped_server_of_a_killed_program_does_not_hold_the_index_for_ever(
    folder: Path, orphan: int, run: Run
) -> None:
    assert int((folder / "chroma" / PID_FILE).read_text()) == orphan
    seen = run("doctor", "--check", "--store", folder)
    assert (seen.status, "without --check" in seen.out) == (3, True)
    said = run("doctor", "--store", folder)
    assert (said.status, "ended" in said.out) == (0, True), said
    assert until(lambda: state_of(orphan) == "Z")


def test_a_start_ends_it_as_well(folder: Path, orphan: int) -> None:
    with chroma_of(folder) as connect, hash_store(folder, write=False, connect=connect) as store:
        store.index.start()
        assert store.index.state == "ready"
    assert until(lambda: state_of(orphan) == "Z")


def state_of(number: int) -> str:
    """The letter of a process's state; Z where it is gone."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


def until(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 5
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.02)
    return holds()


def test_from_the_terminal(folder: Path) -> None:
    """The same through a process of its own."""
    cut(folder / FILE)
    asked = run_cli(*QUESTION, "--store", folder)
    assert (asked.returncode, asked.stdout, "doctor" in asked.stderr) == (3, "", True)
    done = run_cli("doctor", "--json", "--store", folder)
    assert done.returncode == 2
    findings = {row["check"]: row["state"] for row in map(json.loads, done.stdout.splitlines())}
    assert findings["catalogue"] == "act"
    assert findings["index"] in ("well", "mended")
    assert run_cli("doctor", "--check", "--store", folder).returncode == 0
