"""What a file does to its reader costs that file, in time and in memory, and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from assistant.drafts import Draft, Job, Outcome, Same, digest_of
from assistant.readers.content import Content, FailedPart
from assistant.readers.fence import Fence
from assistant.readers.limits import MB, Limits
from tests.support import ROOT, SEED_NAMES, SEEDS, clean_environment, processes_left

pytestmark = pytest.mark.slow

HOSTILE = "tests.assistant.hostile_reader"
QUICK = Limits(seconds=3, memory=256 * MB)


@pytest.fixture
def fence() -> Iterator[Fence]:
    with Fence(QUICK, HOSTILE, small=0) as made:
        yield made
    assert processes_left() == []


def job(text: str, name: str = "a.txt", **known: str) -> Job:
    return Job("jobs", name, text.encode(), known={part.strip("_"): digest for part, digest in known.items()})


def read(fence: Fence, *texts: str) -> list[list[str]]:
    """What becomes of each file: "part: text" of what was read, "part? reason" of what failed."""
    found: list[list[str]] = [[] for _ in texts]
    for made, outcome in fence.read(job(text, str(number)) for number, text in enumerate(texts)):
        if outcome:
            found[int(made.name)].append(_told(outcome))
    return found


def _told(outcome: Outcome) -> str:
    if isinstance(outcome, Draft):
        return f"{outcome.part}: {outcome.posting.text}"
    return f"{outcome.part}? {outcome.why}" if isinstance(outcome, FailedPart) else f"{outcome.part} same"


@pytest.mark.parametrize(
    ("act", "why"),
    [
        ("sleep 60", "took longer than 3 s to read"),
        ("spin", "took longer than 3 s to read"),
        ("child 60", "took longer than 3 s to read"),
        ("allocate", "needed more than 256 MB"),
        ("crash", "crashed on it, so it is damaged or hostile"),
        ("core", "crashed on it"),
        ("exit 0", "crashed on it"),
        ("exit 1", "crashed on it"),
        ("recurse", "nested more deeply"),
        ("raise x", "KeyError"),
        ("refuse protected by a password", "protected by a password"),
    ],
)
def test_a_fault_costs_one_file_and_says_why(fence: Fence, act: str, why: str) -> None:
    before, [failed], after = read(fence, "Poste A", f"!{act}", "Poste B")
    assert (before, after) == ([": Poste A"], [": Poste B"])
    assert failed.startswith("? ")
    assert why in failed


def test_what_a_library_prints_goes_nowhere(fence: Fence, capfd: pytest.CaptureFixture[str]) -> None:
    assert read(fence, "!print\nPoste A\n!print") == [["2: Poste A"]]
    assert capfd.readouterr() == ("", "")


def test_a_file_that_writes_without_end_is_stopped(fence: Fence, tmp_path: Path) -> None:
    [[failed]] = read(fence, f"!write {tmp_path / 'x'}")
    assert "OSError" in failed
    assert (tmp_path / "x").stat().st_size <= 100 * MB


def test_order_is_kept_whoever_is_quicker(fence: Fence) -> None:
    texts = ["!sleep 0.5\nA", "B", "!sleep 0.2\nC", "D"]
    read(fence, "warm", "warm")
    names = [made.name for made, outcome in fence.read(job(text, str(n)) for n, text in enumerate(texts)) if outcome]
    assert names == ["0", "1", "2", "3"]


def test_many_postings_of_a_file_and_what_is_known_of_them(fence: Fence) -> None:
    lines = [f"Poste {n}" for n in range(1, 301)]
    known = {str(n): digest_of(Content(f"Poste {n}", str(n))) for n in range(1, 201)}
    made = Job("jobs", "t", "\n".join(lines).encode(), known=known)
    found = [outcome for _, outcome in fence.read([made]) if outcome]
    assert [type(outcome) for outcome in found] == [Same] * 200 + [Draft] * 100
    assert [outcome.part for outcome in found] == [str(n) for n in range(1, 301)]


def test_a_table_is_shared_out_and_comes_back_in_order() -> None:
    rows = [f"Poste {n};{'Missions de suivi du projet et du budget. ' * 9}" for n in range(60)]
    table = Job("jobs", "t.csv", "\n".join(["titre;description", *rows]).encode())
    broken = Job("jobs", "u.jsonl", b'{"titre": "Poste"}\n' * 30 + b"{ nothing\n" + b'{"titre": "Poste"}\n' * 29)
    with Fence(small=0, large=0) as shared, Fence(small=0) as whole:
        for made in (table, broken):
            found = [[outcome for _, outcome in fence.read([made]) if outcome] for fence in (shared, whole)]
            assert found[0] == found[1]
            assert len(found[0]) >= 1
        assert [len(one._running) for one in (shared, whole)] == [2, 1]
    assert processes_left() == []


def test_a_table_that_cannot_be_read_fails_once() -> None:
    with Fence(small=0, large=0) as fence:
        found = [outcome for _, outcome in fence.read([Job("jobs", "t.csv", b"a;b\n1;2\n" * 9)]) if outcome]
    assert [type(outcome) for outcome in found] == [FailedPart]


def test_a_fault_between_postings_ends_the_file_and_keeps_what_came_before(fence: Fence) -> None:
    [found] = read(fence, "Poste A\nPoste B\n!crash\nPoste C")
    assert found[:2] == ["1: Poste A", "2: Poste B"]
    assert found[2].startswith("? its reader crashed")
    assert len(found) == 3


def test_the_time_is_for_each_posting_not_for_all(fence: Fence) -> None:
    [found] = read(fence, "\n!sleep 1\n".join("ABCDE"))
    assert len(found) == 5


def test_the_memory_is_for_the_file_not_for_the_program() -> None:
    with Fence(Limits(seconds=3, memory=128 * MB), HOSTILE, small=0) as fence:
        assert read(fence, "A\nB", "!allocate") == [
            ["1: A", "2: B"],
            ["? needed more than 128 MB to read: save it as plain text (.txt), or split it"],
        ]


def test_small_plain_texts_start_no_process() -> None:
    with Fence() as fence:
        jobs = [Job("seeds", name, (SEEDS / name).read_bytes()) for name in SEED_NAMES]
        found = [outcome for _, outcome in fence.read(jobs) if outcome]
        assert processes_left() == []
    with Fence(small=0) as fence:
        fenced = [outcome for _, outcome in fence.read(jobs) if outcome]
    assert fenced == found, "a reading process gives what the program itself would have made"
    assert all(isinstance(outcome, Draft) and outcome.facts and outcome.chunks for outcome in found)


def test_closing_ends_what_is_being_read(fence: Fence) -> None:
    for _ in fence.read([job("Poste A"), job("!sleep 60"), job("!spin")]):
        break
    begun = time.monotonic()
    fence.close()
    assert time.monotonic() - begun < QUICK.seconds
    assert processes_left() == []


@pytest.mark.parametrize("act", ["sleep 30", "spin", "child 30"])
def test_a_reading_process_ends_with_its_parent(tmp_path: Path, act: str) -> None:
    pids = tmp_path / "pids"
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from assistant.drafts import Job; from assistant.readers.fence import Fence\n"
        f"jobs = [Job('s', 'a', {f'!pid {pids}{chr(10)}!{act}'!r}.encode())]\n"
        f"for _ in Fence(reader={HOSTILE!r}, small=0).read(jobs): pass"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, env=clean_environment())
    end = time.monotonic() + 20
    while not (pids.exists() and pids.read_text().strip()):
        assert time.monotonic() < end
        time.sleep(0.05)
    time.sleep(0.5)
    worker = psutil.Process(int(pids.read_text()))
    family = [worker, *worker.children(recursive=True)]
    assert len(family) == (2 if act.startswith("child") else 1)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    gone, alive = psutil.wait_procs(family, timeout=2)
    assert alive == [], f"{len(gone)} of {len(family)} ended"


def test_no_key_reaches_a_reading_process(fence: Fence, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_API_KEY", "secret-canary")
    pids = tmp_path / "pids"
    read(fence, f"!pid {pids}\nA")
    with Fence(QUICK, HOSTILE, small=0) as made:
        running = made.read([job(f"!pid {pids}\nA\n!sleep 1")])
        next(running)
        number = int(pids.read_text().split()[-1])
        assert b"secret-canary" not in Path(f"/proc/{number}/environ").read_bytes()
        lines = Path(f"/proc/{number}/limits").read_text().splitlines()
        limits = {line[:25].strip(): line[25:].split()[:2] for line in lines}
        assert 256 * MB < int(limits["Max address space"][0]) < int(limits["Max address space"][1]) == 1024 * MB
        assert limits["Max core file size"] == ["0", "0"]
        assert os.getpgid(number) == number
