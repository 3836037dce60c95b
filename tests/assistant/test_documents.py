"""What lies in a folder: the files that may hold postings, their names, and their bytes."""

from __future__ import annotations

import os
import threading
import time
import unicodedata
from pathlib import Path

import pytest

from assistant import documents
from assistant.documents import content_of, listing_of
from assistant.errors import UserError
from assistant.names import document_name, file_of, is_passed_over, is_plain, shown
from assistant.readers.content import Unreadable
from tests.support import write_files


def names(folder: Path) -> list[str]:
    return [file.name for file in listing_of(folder.resolve()).files]


@pytest.mark.parametrize(
    "name",
    [
        "offre été (1).txt", "وظيفة.txt", "ⴰⵎⴰⵣⵉⵖ.txt", "<img src=x onerror=alert(1)>.txt", "a'b\"c;--.txt", "-rf.txt",
        "CON.txt", "🧑‍🌾.txt", "a..txt", "%00.txt", "$(reboot).txt", "a b .txt", "é" * 120,
    ],
)  # fmt: skip
def test_names_of_any_kind_are_only_names(name: str, tmp_path: Path) -> None:
    write_files(tmp_path, {name: "x"})
    assert names(tmp_path) == [name]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a\u202etxt.exe", "a\\u202etxt.exe"),
        ("a\nb.txt", "a\\u000ab.txt"),
        ("a\r\nSet-Cookie: x.txt", "a\\u000d\\u000aSet-Cookie: x.txt"),
        ("a\x1b[31m.txt", "a\\u001b[31m.txt"),
        ("zero\u200bwidth.txt", "zero\\u200bwidth.txt"),
        (os.fsdecode(b"offre_\xe9.txt"), "offre_\\udce9.txt"),
    ],
)
def test_names_that_act_are_refused_and_shown_written_out(name: str, told: str, tmp_path: Path) -> None:
    write_files(tmp_path, {name: "x", "good.txt": "y"})
    listing = listing_of(tmp_path)
    assert [file.name for file in listing.files] == ["good.txt"]
    [(shown_as, why)] = listing.failed
    assert shown_as == told
    assert "rename it" in why


@pytest.mark.parametrize(
    ("name", "passed_over"),
    [
        (".DS_Store", True), (".git", True), ("~$offre.docx", True), (".~lock.offre.odt#", True), ("Thumbs.db", True),
        ("desktop.ini", True), ("offre.pdf.part", True), ("offre.pdf.crdownload", True), ("offre.txt~", True),
        ("offre.txt.swp", True), ("__MACOSX", True), ("offre.txt", False), ("part", False), ("départ.pdf", False),
        ("~offre.txt", False),
    ],
)  # fmt: skip
def test_what_is_hidden_or_temporary_is_passed_over(name: str, passed_over: bool, tmp_path: Path) -> None:
    assert is_passed_over(name) == passed_over
    write_files(tmp_path, {f"{name}/in.txt": "x"} if name in (".git", "__MACOSX") else {name: "x"})
    assert (names(tmp_path) == []) == passed_over


def test_accents_of_names_are_composed(tmp_path: Path) -> None:
    write_files(tmp_path, {unicodedata.normalize("NFD", "été.txt"): "x"})
    [file] = listing_of(tmp_path).files
    assert file.name == "été.txt"
    assert content_of(file)[1] == b"x"


def test_two_spellings_of_one_name_are_both_named(tmp_path: Path) -> None:
    write_files(tmp_path, {unicodedata.normalize(form, "été.txt"): form for form in ("NFC", "NFD")})
    listing = listing_of(tmp_path)
    assert listing.files == []
    assert [name for name, _ in listing.failed] == ["été.txt"] * 2


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    inside = write_files(tmp_path / "in", {"a.txt": "x"})
    write_files(tmp_path / "out", {"secret.txt": "s"})
    (inside / "link.txt").symlink_to(tmp_path / "out" / "secret.txt")
    (inside / "folder").symlink_to(tmp_path / "out")
    (inside / "same.txt").symlink_to(inside / "a.txt")
    (inside / "broken.txt").symlink_to(inside / "nowhere")
    (inside / "circle.txt").symlink_to(inside / "circle.txt")
    listing = listing_of(inside)
    assert [file.name for file in listing.files] == ["a.txt", "same.txt"]
    assert sorted(name for name, _ in listing.failed) == ["broken.txt", "circle.txt", "folder", "link.txt"]
    assert [why for name, why in listing.failed if name in ("folder", "link.txt")] == [documents._LINK] * 2


def test_pipes_and_other_things_that_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be opened"):
        listing_of(tmp_path / "nowhere")


def test_a_file_that_is_written_is_read_once_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.txt": "half"})
    [file] = listing_of(tmp_path).files
    reads = iter([(os.stat(file.path), b"half", False), (os.stat(file.path), b"whole", True)])
    monkeypatch.setattr(documents, "_read", lambda _path: next(reads))
    monkeypatch.setattr(documents, "_PAUSE", 0)
    assert content_of(file)[1] == b"whole"


def test_a_file_that_never_comes_to_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.txt": "x"})
    [file] = listing_of(tmp_path).files
    stop = threading.Event()

    def write() -> None:
        with file.path.open("ab", buffering=0) as opened:
            while not stop.is_set():
                opened.write(b"x" * 1000)
                time.sleep(0.001)  # or a quick disk makes it larger than is read

    writer = threading.Thread(target=write)
    writer.start()
    monkeypatch.setattr(documents, "_PAUSE", 0.05)
    original = documents._read

    def slow(path: Path) -> tuple[os.stat_result, bytes, bool]:
        before = os.stat(path)
        time.sleep(0.05)
        after, data, whole = original(path)
        return after, data, whole and before.st_size == after.st_size

    monkeypatch.setattr(documents, "_read", slow)
    try:
        with pytest.raises(Unreadable, match="changes while it is read"):
            content_of(file)
    finally:
        stop.set()
        writer.join()


def test_files_that_are_gone_or_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.txt": "x" * 100, "b.txt": "y"})
    large, gone = listing_of(tmp_path).files
    gone.path.unlink()
    monkeypatch.setattr(documents, "LARGEST_FILE", 99)
    with pytest.raises(Unreadable, match="larger than"):
        content_of(large)
    with pytest.raises(Unreadable, match="cannot be opened: No such file"):
        content_of(gone)


@pytest.mark.parametrize(
    ("document", "files", "file"),
    [
        ("a.jsonl#12", {"a.jsonl"}, "a.jsonl"),
        ("a#b.txt", {"a#b.txt"}, "a#b.txt"),
        ("a#b.txt", {"a#b.txt", "a"}, "a#b.txt"),
        ("mail.eml#fiche#2.pdf", {"mail.eml"}, "mail.eml"),
        ("mail.eml#fiche#2.pdf", {"mail.eml", "mail.eml#fiche"}, "mail.eml#fiche"),
        ("gone.txt#1", {"a.txt"}, "gone.txt#1"),
        ("#1", {"a.txt"}, "#1"),
    ],
)
def test_file_of(document: str, files: set[str], file: str) -> None:
    assert file_of(document, files) == file


def test_names_of_parts() -> None:
    assert document_name("a.txt", "") == "a.txt"
    assert document_name("a.csv", "3") == "a.csv#3"
    assert shown("../../etc/passwd") == "../../etc/passwd", "a name is data, and never opened"
    assert len(shown("x" * 300)) == 200
    assert is_plain("می‌خواهم")
