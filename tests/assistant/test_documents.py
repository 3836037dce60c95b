"""What lies in a folder: text files, and tables with a posting a row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.documents import documents_of, file_of
from assistant.indexing import index_folder
from assistant.reading import Unreadable
from tests.support import hash_store, write_files

ROWS = [
    {"title": "Comptable", "description": "Anglais exigé."},
    {"title": "Driver", "body": "Driving licence required."},
    {"text": "Recherche animatrice à Tanger."},
]
TABLE = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS)


def test_a_row_is_a_posting(tmp_path: Path) -> None:
    write_files(tmp_path, {"table.jsonl": TABLE})
    documents = list(documents_of(tmp_path, "table.jsonl"))
    assert [d.name for d in documents] == ["table.jsonl#1", "table.jsonl#2", "table.jsonl#3"]
    assert [d.text() for d in documents] == [
        "Comptable\n\nAnglais exigé.", "Driver\n\nDriving licence required.", "Recherche animatrice à Tanger.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "why"), [("{", "not JSON"), ("[1]", "not an object"), ("{}", "no text"), ('{"title": ""}', "no text")]
)
def test_a_bad_row_fails_alone(row: str, why: str, tmp_path: Path) -> None:
    write_files(tmp_path, {"t.jsonl": f"{row}\n{TABLE}"})
    bad, *good = documents_of(tmp_path, "t.jsonl")
    with pytest.raises(Unreadable, match=why):
        bad.text()
    assert [bool(d.text()) for d in good] == [True, True, True]


@pytest.mark.parametrize(("name", "file"), [("a.jsonl#12", "a.jsonl"), ("a#b.txt", "a#b.txt"), ("a.txt", "a.txt")])
def test_file_of(name: str, file: str) -> None:
    assert file_of(name) == file


def test_tables_are_followed(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "in", {"t.jsonl": TABLE, "a.txt": "Un poste à Safi."})
    with hash_store(tmp_path / "store") as store:
        first = index_folder(store, folder)
        assert (len(first.added), first.failed) == (4, [])
        write_files(folder, {"t.jsonl": TABLE.replace("Anglais", "Arabe").rsplit("\n", 1)[0]})
        second = index_folder(store, folder)
        assert (second.changed, second.removed, len(second.unchanged)) == (["t.jsonl#1"], ["t.jsonl#3"], 2)
        assert sorted(store.library.display_names.values()) == ["a.txt", "t.jsonl#1", "t.jsonl#2"]
