"""A store brought into step with a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assistant.errors import UserError
from assistant.indexing import Report, index_folder, remove
from assistant.store import Store
from tests.support import SEED_NAMES, SEEDS, generated_posting, gold_cases, hash_store, write_files
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
        assert "not a text file" in report.failed[0][1]
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


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.txt", b"", "no text"),
        ("blank.txt", " \u00a0\u200b\n\t", "no text"),
        ("signs.txt", "--- *** ---", "no text"),
        ("a.pdf", b"%PDF-1.4 ...", "a PDF"),
        ("a.docx", b"PK\x03\x04rest", "Word"),
        ("a.doc", b"\xd0\xcf\x11\xe0rest", "old Word"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "picture"),
        ("a.bin", bytes(range(256)), "binary"),
        ("large.txt", b"a" * 2_000_001, "larger than 2 MB"),
        (os.fsdecode(b"offre_\xe9t\xe9.txt"), TEXT, "name is not in UTF-8"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 and value.isascii() else "",
)
def test_a_file_that_fails_is_named_with_its_reason(tmp_path: Path, name: str, content: str | bytes, why: str) -> None:
    write_files(tmp_path / "jobs", {name: content, "good.txt": TEXT})
    with hash_store(tmp_path / "store") as store:
        report = index_folder(store, tmp_path / "jobs")
        assert report.added == ["good.txt"]
        assert [file for file, _ in report.failed] == [name]
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


def test_progress_ends_at_the_number_of_files(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    files = {f"{number:03}.txt": generated_posting(number) for number in range(150)}
    with hash_store(tmp_path / "store") as store:
        index_folder(store, write_files(tmp_path / "jobs", files), lambda done, total, _: heard.append((done, total)))
    assert heard[-1] == (150, 150)
    assert heard == sorted(heard)
    assert len(heard) >= 3
