"""A store brought into step with a folder."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant import indexing, syncing
from assistant.documents import SeenFile, content_of, listing_of
from assistant.drafts import Job, outcomes
from assistant.errors import StoreError, UserError
from assistant.indexing import index_folder, remove
from assistant.names import shown
from assistant.readers import registry, tesseract
from assistant.readers.fence import Fence
from assistant.readers.limits import Limits
from assistant.report import Report, Step, Stopped
from assistant.store import Store
from tests.growth import assert_linear
from tests.makers.pdf import Drawn, drawn
from tests.support import SEED_NAMES, SEEDS, generated_posting, gold_cases, hash_store, processes_left, write_files
from vectorstore.testing import HashEmbedder

TEXT = (
    "Association Les Amis recrute un Animateur\n\nMissions\n- animer des ateliers\n\nCandidature\n- CV par courriel\n"
)


def index(store: Store, folder: Path, **files: str | bytes) -> Report:
    return index_folder(store, write_files(folder, {name.replace("_", "."): text for name, text in files.items()}))


def rows(store: Store) -> tuple[int, int]:
    return len(store.library.postings), len(store.catalogue.pairs())


def test_added_changed_removed_unchanged_failed(tmp_path: Path) -> None:
    folder = tmp_path / "jobs"
    with hash_store(tmp_path / "store") as store:
        report = index(
            store, folder, a_txt=TEXT, b_txt=TEXT + "- deux\n", c_txt=TEXT + "- trois\n", d_txt=b"\x00\x01\x02"
        )
        assert (report.source, report.added, [name for name, _ in report.failed]) == (
            "jobs",
            ["a.txt", "b.txt", "c.txt"],
            ["d.txt"],
        )
        assert "no text" in report.failed[0][1] or "not a text file" in report.failed[0][1]
        (folder / "c.txt").unlink()
        report = index(store, folder, b_txt=TEXT + "- autre chose\n", e_txt=TEXT + "- cinq\n")
        assert report.added == ["e.txt"]
        assert report.changed == ["b.txt"]
        assert report.removed == ["c.txt"]
        assert report.unchanged == ["a.txt"]
        assert [name for name, _ in report.failed] == ["d.txt"]
        assert sorted(store.library.display_names.values()) == ["a.txt", "b.txt", "e.txt"]


def test_twice_changes_nothing_and_embeds_nothing(tmp_path: Path) -> None:
    embedder = HashEmbedder()
    with hash_store(tmp_path, embedder=embedder) as store:
        index_folder(store, SEEDS)
        before, calls = rows(store), embedder.calls
        report = index_folder(store, SEEDS)
        assert report.unchanged == list(SEED_NAMES)
        assert [report.added, report.changed, report.removed, report.failed] == [[], [], [], []]
        assert (rows(store), embedder.calls) == (before, calls)
        assert calls == before[1]


def test_an_edited_file_replaces_itself_whole(tmp_path: Path) -> None:
    embedder = HashEmbedder()
    with hash_store(tmp_path / "store", embedder=embedder) as store:
        index(store, tmp_path / "jobs", a_txt=TEXT, b_txt=generated_posting(1))
        calls = embedder.calls
        index(store, tmp_path / "jobs", a_txt=TEXT.replace("des ateliers", "un jardin"))
        assert embedder.calls == calls + 1, "only the chunk that changed is embedded"
        texts = [chunk.text for chunk in store.library.chunks.values() if chunk.posting == "jobs/a.txt"]
        assert any("un jardin" in text for text in texts)
        assert not any("des ateliers" in text for text in texts)
        assert not any(h.id.startswith("jobs/a.txt") for h in store.keywords.search("ateliers", "fr", 5))
        assert set(store.catalogue.pairs()) == set(store.library.chunks)


@pytest.mark.parametrize("case", gold_cases("ingest"), ids=lambda case: case["reported"])
def test_the_same_text_in_two_postings_is_kept_in_both(tmp_path: Path, case: dict[str, str]) -> None:
    assert "both postings keep the paragraph" in case["right"]
    embedder = HashEmbedder()
    with hash_store(tmp_path / "store", embedder=embedder) as store:
        index(store, tmp_path / "jobs", a_txt=TEXT, b_txt=TEXT)
        index(store, tmp_path / "more", a_txt=TEXT)
        assert sorted(store.library.display_names.values()) == ["b.txt", "jobs/a.txt", "more/a.txt"]
        holders = {chunk.posting for chunk in store.library.chunks.values() if "animer" in chunk.text}
        assert holders == {"jobs/a.txt", "jobs/b.txt", "more/a.txt"}
        assert embedder.calls == rows(store)[1] // 3, "equal texts are embedded once"
        found = store.index.search(embedder.questions(["animer des ateliers"])[0], 3)
        assert len({hit.id for hit in found}) == 3


def test_two_sources_leave_each_other_alone(tmp_path: Path) -> None:
    with hash_store(tmp_path / "store") as store:
        index(store, tmp_path / "one" / "jobs", a_txt=TEXT)
        index(store, tmp_path / "two" / "jobs", b_txt=TEXT + "- b\n")
        report = index(store, tmp_path / "one" / "jobs", c_txt=TEXT + "- c\n")
        assert (report.added, report.removed) == (["c.txt"], [])
        assert {p.source for p in store.library.postings.values()} == {"jobs", "jobs-2"}
        assert remove(store, "jobs") == ["a.txt", "c.txt"]
        assert remove(store, "b.txt") == ["b.txt"]
        assert rows(store) == (0, 0)
        with pytest.raises(UserError, match="no posting named"):
            remove(store, "b.txt")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.txt", b"", "no text"),
        ("blank.txt", " \u00a0\u200b\n\t", "no text"),
        ("signs.txt", "--- *** ---", "no text"),
        ("a.docx", b"PK\x03\x04rest", "Word"),
        ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "save it as .docx"),
        ("program.pdf", b"MZ\x90\x00\x03\x00\x00\x00" + bytes(60), "a program"),
        ("locked.pdf", drawn([Drawn("Un poste")], password="secret"), "protected by a password"),
        ("cut.pdf", drawn([Drawn("Un poste")])[:-200], "cut off or damaged"),
        ("a.bin", bytes(range(256)), "binary"),
        ("large.txt", b"a b " * 600_000, "split it"),
        (os.fsdecode(b"offre_\xe9t\xe9.txt"), TEXT, "rename it"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 and value.isascii() else "",
)
def test_a_file_that_fails_is_named_with_its_reason(tmp_path: Path, name: str, content: str | bytes, why: str) -> None:
    write_files(tmp_path / "jobs", {name: content, "good.txt": TEXT})
    with hash_store(tmp_path / "store") as store:
        report = index_folder(store, tmp_path / "jobs")
        assert report.added == ["good.txt"]
        assert [file for file, _ in report.failed] == [shown(name)]
        assert why in report.failed[0][1]


def test_what_was_stored_of_a_file_that_fails_now_stays(tmp_path: Path) -> None:
    with hash_store(tmp_path / "store") as store:
        index(store, tmp_path / "jobs", a_txt=TEXT, b_txt=TEXT + "- b\n")
        report = index(store, tmp_path / "jobs", a_txt=b"\x00" * 100)
        assert [name for name, _ in report.failed] == ["a.txt"]
        assert report.removed == []
        assert store.library.named("a.txt").text == TEXT


def test_only_files_that_fail_leave_no_source(tmp_path: Path) -> None:
    with hash_store(tmp_path / "store") as store:
        report = index(store, tmp_path / "jobs", a_txt=b"")
        assert len(report.failed) == 1
        assert store.catalogue.sources() == []


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    with hash_store(tmp_path / "store") as store:
        index(store, tmp_path / "jobs", a_txt=TEXT)
        before = rows(store)
        (tmp_path / "jobs" / "a.txt").unlink()
        (tmp_path / "jobs" / ".hidden").write_text(TEXT)
        with pytest.raises(UserError, match="no file in"):
            index_folder(store, tmp_path / "jobs")
        assert rows(store) == before


@pytest.mark.parametrize("name", ["nowhere", "a-file.txt", "x" * 5000, "nul\0"])
def test_no_such_folder(tmp_path: Path, name: str) -> None:
    write_files(tmp_path, {"a-file.txt": TEXT})
    with hash_store(tmp_path / "store") as store, pytest.raises(UserError, match=r"no folder|not a folder"):
        index_folder(store, tmp_path / name)


def test_the_folder_of_the_store_is_refused(tmp_path: Path) -> None:
    with hash_store(tmp_path / "store") as store:
        for folder in (tmp_path, tmp_path / "store"):
            with pytest.raises(UserError, match="store itself"):
                index_folder(store, folder)


def test_folders_below_and_names_of_any_kind(tmp_path: Path) -> None:
    names = {"offre été (1).txt": TEXT, "deep/er/وظيفة.txt": TEXT, "<img src=x>.txt": TEXT, "a'b\"c;--.txt": TEXT}
    write_files(tmp_path / "jobs", {**names, ".git/config.txt": TEXT, "deep/.x.txt": TEXT})
    with hash_store(tmp_path / "store") as store:
        assert sorted(index_folder(store, tmp_path / "jobs").added) == sorted(names)
        assert all(store.library.named(name).text == TEXT for name in names)


@pytest.mark.slow
def test_progress_ends_at_the_number_of_files(tmp_path: Path) -> None:
    heard: list[Step] = []
    files = {f"{number:03}.txt": generated_posting(number) for number in range(150)}
    with hash_store(tmp_path / "store") as store:
        index_folder(store, write_files(tmp_path / "jobs", files), heard.append)
    assert heard[0] == Step(0, 150, 0, 0.0, "000.txt")
    assert heard[-1] == Step(150, 150, 150, 1.0)
    for before, after in pairwise(heard):
        assert (before.done, before.postings, before.share) <= (after.done, after.postings, after.share)
    assert len({step.postings for step in heard}) > 2, "postings are stored in batches on the way"


def names(store: Store) -> list[str]:
    return sorted(store.catalogue.file_digests("jobs"))


def test_a_renamed_file_is_followed_and_nothing_is_embedded_again(tmp_path: Path) -> None:
    embedder = HashEmbedder()
    with hash_store(tmp_path / "store", embedder=embedder) as store:
        folder = write_files(tmp_path / "jobs", {"a.txt": TEXT, "b.txt": generated_posting(1), "t.jsonl": TABLE})
        index_folder(store, folder)
        calls = embedder.calls
        (folder / "deep").mkdir()
        (folder / "a.txt").rename(folder / "deep" / "z.txt")
        (folder / "t.jsonl").rename(folder / "u.jsonl")
        report = index_folder(store, folder)
        assert report.renamed == [("a.txt", "deep/z.txt"), *((f"t.jsonl#{n}", f"u.jsonl#{n}") for n in (1, 2, 3))]
        assert (report.added, report.changed, report.removed) == ([], [], [])
        assert report.unchanged == ["b.txt"]
        assert embedder.calls == calls
        assert names(store) == ["b.txt", "deep/z.txt", "u.jsonl#1", "u.jsonl#2", "u.jsonl#3"]
        assert {p.name for p in store.library.postings.values()} == set(names(store))
        assert index_folder(store, folder).unchanged == ["b.txt", "deep/z.txt", "u.jsonl#1", "u.jsonl#2", "u.jsonl#3"]


def test_two_names_changed_about_and_one_copied(tmp_path: Path) -> None:
    with hash_store(tmp_path / "store") as store:
        folder = write_files(tmp_path / "jobs", {"a.txt": TEXT, "b.txt": generated_posting(1)})
        index_folder(store, folder)
        (folder / "a.txt").rename(folder / "c.txt")
        (folder / "b.txt").rename(folder / "a.txt")
        (folder / "d.txt").write_bytes((folder / "c.txt").read_bytes())
        report = index_folder(store, folder)
        assert (report.changed, report.added, report.removed) == (["a.txt"], ["c.txt", "d.txt"], ["b.txt"])
        assert {name: store.library.named(name).text for name in names(store)} == {
            "a.txt": generated_posting(1), "c.txt": TEXT, "d.txt": TEXT,
        }  # fmt: skip


def test_removed_and_added_again(tmp_path: Path) -> None:
    with hash_store(tmp_path / "store") as store:
        folder = write_files(tmp_path / "jobs", {"a.txt": TEXT, "b.txt": generated_posting(1)})
        for _ in range(3):
            index_folder(store, folder)
            (folder / "a.txt").unlink()
            assert index_folder(store, folder).removed == ["a.txt"]
            assert names(store) == ["b.txt"]
            write_files(folder, {"a.txt": TEXT})
            assert index_folder(store, folder).added == ["a.txt"]
            assert len(store.catalogue.pairs()) == len(store.library.chunks)


ROWS = [
    {"title": "Comptable", "description": "Anglais exigé."},
    {"title": "Driver", "description": "Driving licence required."},
    {"title": "Animatrice", "description": "Recherche animatrice à Tanger."},
]
TABLE = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS)


def test_rows_of_a_table_are_followed(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "jobs", {"t.jsonl": TABLE, "a.txt": "Un poste à Safi."})
    embedder = HashEmbedder()
    with hash_store(tmp_path / "store", embedder=embedder) as store:
        first = index_folder(store, folder)
        assert (len(first.added), first.failed) == (4, [])
        write_files(folder, {"t.jsonl": TABLE.replace("Anglais", "Arabe").rsplit("\n", 1)[0]})
        calls = embedder.calls
        second = index_folder(store, folder)
        assert (second.changed, second.removed, len(second.unchanged)) == (["t.jsonl#1"], ["t.jsonl#3"], 2)
        assert embedder.calls == calls + 1
        assert names(store) == ["a.txt", "t.jsonl#1", "t.jsonl#2"]


def test_a_row_that_cannot_be_read_fails_alone_and_keeps_its_last_version(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "jobs", {"t.jsonl": TABLE})
    with hash_store(tmp_path / "store") as store:
        index_folder(store, folder)
        lines = TABLE.split("\n")
        write_files(folder, {"t.jsonl": "\n".join([lines[0], "{broken", lines[2]])})
        for _ in range(2):  # the second time it is remembered
            report = index_folder(store, folder)
            assert (report.removed, sorted(report.unchanged)) == ([], ["t.jsonl#1", "t.jsonl#3"])
            [(name, why)] = report.failed
            assert name == "t.jsonl#2"
            assert why.endswith("(the version that was read before is kept)")
            assert names(store) == ["t.jsonl#1", "t.jsonl#2", "t.jsonl#3"]
        write_files(folder, {"t.jsonl": "\n".join(["{broken", lines[0]])})
        report = index_folder(store, folder)
        assert names(store) == ["t.jsonl#2"], "a row that has only moved is not kept twice"


def test_what_did_not_change_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    original = content_of

    def counted(file: SeenFile) -> tuple[SeenFile, bytes]:
        read.append(file.name)
        return original(file)

    monkeypatch.setattr(syncing, "content_of", counted)
    with hash_store(tmp_path / "store") as store:
        folder = write_files(tmp_path / "jobs", {"a.txt": TEXT, "b.txt": TEXT + "- b\n", "empty.txt": b""})
        index_folder(store, folder)
        assert read == ["a.txt", "b.txt", "empty.txt"]
        read.clear()
        report = index_folder(store, folder)
        assert (read, report.unchanged, [name for name, _ in report.failed]) == ([], ["a.txt", "b.txt"], ["empty.txt"])
        os.utime(folder / "a.txt", (1, 1))
        report = index_folder(store, folder)
        assert (read, report.unchanged, report.changed) == (["a.txt"], ["b.txt", "a.txt"], [])
        read.clear()
        report = index_folder(store, folder)
        assert read == []
        report = index_folder(store, folder, full=True)
        assert (read, report.unchanged) == (["a.txt", "b.txt", "empty.txt"], ["a.txt", "b.txt"])
        assert [name for name, _ in report.failed] == ["empty.txt"]


def test_a_file_that_failed_is_read_when_it_changes(tmp_path: Path) -> None:
    with hash_store(tmp_path / "store") as store:
        index(store, tmp_path / "jobs", a_txt=b"", b_txt=TEXT)
        report = index(store, tmp_path / "jobs", a_txt=TEXT + "- a\n")
        assert (report.added, report.failed) == (["a.txt"], [])


def test_a_file_that_failed_for_want_of_a_program_is_read_once_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hash_store(tmp_path / "store") as store:
        folder = write_files(tmp_path / "jobs", {"a.txt": b"", "b.txt": TEXT})
        index_folder(store, folder)
        state = store.catalogue.files("jobs")["a.txt"]
        lacking = replace(state, failed=(("", f"a picture: {tesseract.INSTALL}"),))
        store.catalogue.keep_files("jobs", {"a.txt": lacking})
        for there, why in ((None, tesseract.INSTALL), ("/bin/tesseract", "no text in it")):
            monkeypatch.setattr(tesseract, "command", lambda there=there: there)
            assert why in index_folder(store, folder).failed[0][1]


def test_a_folder_below_that_cannot_be_opened_keeps_what_was_read_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_files(tmp_path / "jobs", {"a.txt": TEXT, "deep/b.txt": generated_posting(1)})
    with hash_store(tmp_path / "store") as store:
        index_folder(store, folder)
        listing = listing_of(folder)
        listing.files = listing.files[:1]
        listing.closed.append("deep")
        listing.failed.append(("deep", "this folder cannot be opened: Permission denied"))
        monkeypatch.setattr(indexing, "listing_of", lambda _folder: listing)
        report = index_folder(store, folder)
        assert (report.removed, [name for name, _ in report.failed]) == ([], ["deep"])
        assert names(store) == ["a.txt", "deep/b.txt"]


def test_no_room_is_said_before_anything_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_files(tmp_path / "jobs", {"t.csv": "x" * 2_000_000})
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=50_000_000))
    with hash_store(tmp_path / "store") as store:
        with pytest.raises(StoreError, match=r"has 50 MB left, .* may take 60 MB"):
            index_folder(store, folder)
        assert store.catalogue.sources() == []


@pytest.mark.slow
def test_stopped_in_the_midst_it_says_what_is_kept_and_goes_on(tmp_path: Path) -> None:
    embedder = HashEmbedder()
    files = {f"{number:03}.txt": generated_posting(number) for number in range(150)}
    folder = write_files(tmp_path / "jobs", files)

    def stop(step: Step) -> None:
        if step.postings > 50:
            raise KeyboardInterrupt

    with hash_store(tmp_path / "store", embedder=embedder) as store:
        with pytest.raises(
            Stopped, match=r"(\d+) postings were read and are kept; the same command goes on"
        ) as stopped:
            index_folder(store, folder, stop)
        kept = int(str(stopped.value).split()[1])
        assert len(names(store)) == kept
        assert processes_left() == []
        report = index_folder(store, folder)
        assert (len(report.unchanged), len(report.added)) == (kept, 150 - kept)
        assert embedder.calls == len(store.catalogue.pairs()), "nothing was embedded twice"


@pytest.mark.slow
def test_hostile_files_cost_only_themselves(tmp_path: Path) -> None:
    files = {"a.txt": "Un poste", "crash.txt": "!crash", "sleep.txt": "!sleep 60", "z.txt": "Un\n!raise x\nDeux"}
    folder = write_files(tmp_path / "jobs", files)
    fence = Fence(Limits(seconds=4), "tests.assistant.hostile_reader", small=0)
    with hash_store(tmp_path / "store") as store:
        report = index_folder(store, folder, fence=fence)
        assert {name: why.split(" ")[0] for name, why in report.failed} == {
            "crash.txt": "its", "sleep.txt": "took", "z.txt": "damaged,",
        }  # fmt: skip
        assert "z.txt#1" in report.added
        assert store.catalogue.files("jobs").keys() == set(files)


@pytest.mark.slow
@pytest.mark.parametrize(
    "character", ["a", "é", "(", "[", "1", " ", "\u00a0", "-", ":", ".", "*", "#", "A", "|", "'", ",", "/", "@", "_"]
)
@pytest.mark.parametrize("pattern", ["{0}", "{0}a", "{0}1 ", "{0}\n"])
def test_rules_are_linear_on_hostile_texts(character: str, pattern: str) -> None:
    """Such a text is read without a fence, so it must not take long."""
    text = pattern.format(character) * (20_000 // len(pattern.format(character)))

    def read(part: str) -> None:
        found = list(outcomes(Job("jobs", "a.txt", f"Poste à pourvoir\n{part}".encode()), registry.read))
        assert len(found) == 1

    assert_linear(read, text)
