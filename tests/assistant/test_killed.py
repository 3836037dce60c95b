"""`kill -9` in the midst of indexing: what was acknowledged is there, and nothing is there by half."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from assistant.indexing import index_folder
from assistant.store import Store
from tests.support import chroma_of, generated_posting, hash_store, write_files
from vectorstore.testing import HashEmbedder

POSTINGS = 60
MOMENTS = int(os.environ.get("KILLS", "20"))
QUESTIONS = [f"Phrase3 du poste{n} version{v} partie2" for n in (0, 7, 23, 59) for v in (0, 1)]
INDEXER = Path(__file__).with_name("indexer.py")


def postings(version: int) -> dict[str, str]:
    """Dozens of postings; a later version has changed every other one, and lost the last and gained one."""
    texts = {f"{n:03}.txt": generated_posting(n, version if n % 2 else 0) for n in range(POSTINGS)}
    if version:
        del texts[f"{POSTINGS - 1:03}.txt"]
        texts["new.txt"] = generated_posting(POSTINGS)
    return texts


def start(store: Path, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, str(INDEXER), str(store), str(folder)], stdout=subprocess.PIPE, text=True)


def state(store: Store) -> dict[str, tuple[str, int]]:
    """Digest and number of chunks of every posting, by id."""
    counts = dict.fromkeys(store.library.postings, 0)
    for chunk in store.library.chunks.values():
        counts[chunk.posting] += 1
    return {i: (p.digest, counts[i]) for i, p in store.library.postings.items()}


def found(store: Store) -> list[list[tuple[str, float]]]:
    """What dense and keyword search find."""
    embedder = store.encoder.get()
    dense = [store.index.search(embedder.questions([q])[0], 8) for q in QUESTIONS]
    words = [store.keywords.search(q, "fr", 8) for q in QUESTIONS]
    return [[(hit.id, round(hit.score, 4)) for hit in hits] for hits in dense + words]


@pytest.mark.server
def test_killed_at_random_moments(tmp_path: Path) -> None:
    dice = random.Random(5)
    folders = [write_files(tmp_path / str(version) / "jobs", postings(version)) for version in (0, 1)]
    clean, newest = [], []
    for version, folder in enumerate(folders):
        with hash_store(tmp_path / f"clean{version}") as store:
            index_folder(store, folder)
            clean.append((state(store), found(store)))
            newest.append(store.catalogue.file_digests("jobs"))
    live = tmp_path / "live" / "jobs"
    live.mkdir(parents=True)
    whole = {identity: set() for identity in {**clean[0][0], **clean[1][0]}}  # type: dict[str, set[tuple[str, int]]]
    for right, _ in clean:
        for identity, each in right.items():
            whole[identity].add(each)

    length = _time_of_one_run(tmp_path, folders[0])
    acknowledged: dict[str, str] = {}
    readers = 0
    moments = [length * (k + dice.random()) / (MOMENTS // 2) for k in range(MOMENTS // 2)]
    for turn in range(MOMENTS):
        version = turn * 2 // MOMENTS
        if turn in (0, MOMENTS // 2):
            _bring(live, postings(version))
        store_folder = tmp_path / "store"
        process = start(store_folder, live)
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        time.sleep(moments[turn % len(moments)])
        family = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        for line in process.stdout.read().split("\n"):
            if " " in line:
                identity, digest = line.rsplit(" ", 1)
                acknowledged[identity] = digest
        process.wait()
        readers += len(_readers(family))
        assert psutil.wait_procs(_readers(family), timeout=60)[1] == [], "a reading process outlived its parent"
        embedder = HashEmbedder()
        with chroma_of(store_folder) as connect, hash_store(store_folder, connect=connect, embedder=embedder) as store:
            store.index.start()
            assert store.index.state in ("ready", "starting")
            assert embedder.calls == 0, "what was stored must not be embedded again"
            held = state(store)
            for identity, each in held.items():
                assert each in whole[identity], f"{identity} is there by half"
            digests = dict(store.catalogue.file_digests("jobs"))
            gone = {f"jobs/{POSTINGS - 1:03}.txt"} if version else set()
            for identity, digest in acknowledged.items():
                name = identity.removeprefix("jobs/")  # a kill may come once a newer one is written, before it is said
                either = (digest, newest[version].get(name))
                assert identity in gone or digests.get(name) in either, f"{identity} was lost"
            if turn % (MOMENTS // 2) == MOMENTS // 2 - 1:
                index_folder(store, live)
                assert (state(store), found(store)) == clean[version]
                assert store.index.state == "ready"
    assert readers, "some of the kills came while files were read in processes of their own"


def _readers(family: list[psutil.Process]) -> list[psutil.Process]:
    found = []
    for process in family:
        try:
            command = process.cmdline()
        except psutil.Error:
            continue
        found += [process] if "assistant.readers.worker" in command else []
    return found


def _time_of_one_run(tmp_path: Path, folder: Path) -> float:
    process = start(tmp_path / "timed", folder)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    begun = time.monotonic()
    assert process.stdout.read().endswith("done\n")
    return time.monotonic() - begun


def _bring(folder: Path, files: dict[str, str]) -> None:
    for path in folder.iterdir():
        path.unlink()
    write_files(folder, files)
