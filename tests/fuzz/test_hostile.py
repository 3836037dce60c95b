"""Files made to cost too much, indexed beside the seeds: each is read, or costs itself alone and says why."""

from __future__ import annotations

import os

import pytest

from assistant.indexing import index_folder
from assistant.readers.fence import Fence
from assistant.report import Report
from assistant.text import clean
from tests.fuzz.hostile import HOSTILE
from tests.support import SEED_NAMES, hash_store, seed_text, write_files

pytestmark = pytest.mark.slow

NAMES = {"a\u202etxt.exe": "a\\u202etxt.exe", "a\r\nb.txt": "a\\u000d\\u000ab.txt", "\x1b[31m.txt": "\\u001b[31m.txt"}
ODD = ("CON.txt", "offre été (1).txt", "<img src=x onerror=alert(1)>.txt", "🧑‍🌾.txt", "-rf.txt", "a#1.txt")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What indexing says of them all, after it was seen that the store is sound."""
    made = tmp_path_factory.mktemp("hostile")
    texts = {name: seed_text(name) for name in SEED_NAMES}
    odd = {name: f"Poste {number}" for number, name in enumerate((*NAMES, *ODD))}
    folder = write_files(made / "jobs", {**texts, **odd, **{name: make() for name, (make, _) in HOSTILE.items()}})
    os.mkfifo(folder / "pipe.pdf")
    (folder / "zero.pdf").symlink_to("/dev/zero")
    with hash_store(made / "store") as store:
        found = index_folder(store, folder, fence=Fence(small=0))
        held = {stored.posting.name: stored.posting.text for stored in store.catalogue.stored()}
        assert texts.items() <= held.items()
        assert [name for name, text in held.items() if text != clean(text)] == []
        assert index_folder(store, folder, fence=Fence(small=0)).unchanged == sorted(found.added)
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_read_or_says_why_not(report: Report, name: str) -> None:
    reasons = [why for failed, why in report.failed if failed.split("#")[0] == name]
    right = HOSTILE[name][1]
    if right:
        assert reasons
        assert [why for why in reasons if not why.startswith(right)] == []
    else:
        assert reasons == []
        assert [added for added in report.added if added.split("#")[0] == name]


def test_what_is_no_file(report: Report) -> None:
    assert [why[:27] for name, why in report.failed if name == "zero.pdf"] == ["a link that leads out of th"]
    assert [name for name in (*report.added, *dict(report.failed)) if name == "pipe.pdf"] == []


@pytest.mark.parametrize("name", [*NAMES, *ODD], ids=ascii)
def test_names_are_only_names(report: Report, name: str) -> None:
    if name in NAMES:
        assert "rename it" in dict(report.failed)[NAMES[name]]
    else:
        assert name in report.added


def test_reports_can_be_printed(report: Report) -> None:
    for name, why in report.failed:
        assert f"{name}{why}".encode().decode() == f"{name}{why}"
        assert len(why) < 600
