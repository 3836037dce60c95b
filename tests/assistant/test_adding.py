"""What is dropped on the page: added like a folder's files, and taken back without losing what was there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.adding import Addition
from assistant.assistant import Assistant
from assistant.backup import back_up, restore
from assistant.errors import AssistantError, UserError
from assistant.indexing import index_folder, remove
from assistant.salvage import salvage
from tests.support import CARE, SEEDS, hash_store, seed_text, write_files

ENGLISH = "Water Aid seeks a Hydrologist\n\nLocation: Bamako\n\nProfile\n- English required\n\nDeadline: 3 May 2027\n"
FRENCH = "ONG Puits recrute un Chauffeur\n\nLieu : Ségou\n\nProfil\n- Permis B exigé\n- Bambara souhaité\n"
TABLE = "title;description\nChauffeur;{0} conduit un camion à Ségou\nCuisinière;{0} cuisine pour vingt enfants à Gao\n"


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with hash_store(tmp_path / "store") as store:
        yield Assistant(store)


def added(assistant: Assistant, **files: str | bytes) -> Addition:
    given = [
        (name.replace("_", "."), data if isinstance(data, bytes) else data.encode()) for name, data in files.items()
    ]
    return list(assistant.add(given))[-1]


def names(assistant: Assistant) -> list[str]:
    return [posting.name for posting in assistant.postings()]


def state(assistant: Assistant) -> object:
    """All that a change could lose: texts, facts, chunks, marks, own facts, and the files that count as read."""
    catalogue = assistant.store.catalogue
    return (
        [(one.posting, one.file_digest, one.facts) for one in catalogue.stored()],
        catalogue.pairs(),
        catalogue.files("added"),
        catalogue.desk.marked(),
        catalogue.desk.own_facts(),
        {name: assistant.facts(name) for name in names(assistant)},
    )


def test_files_are_added_one_after_another_with_a_report_each(assistant: Assistant) -> None:
    seen = list(
        assistant.add([("a.txt", ENGLISH.encode()), ("b.txt", b""), ("liste.csv", TABLE.format("Il").encode())])
    )
    assert [step.reading for step in seen] == ["a.txt", "b.txt", "liste.csv", ""]
    assert [len(step.files) for step in seen] == [0, 1, 2, 3]
    whole = seen[-1]
    assert whole.finished
    assert [file.added for file in whole.files] == [("a.txt",), (), ("liste.csv#1", "liste.csv#2")]
    ((failed, why),) = whole.files[1].failed
    assert failed == "b.txt"
    assert "empty" in why
    assert names(assistant) == ["a.txt", "liste.csv#1", "liste.csv#2"]
    assert assistant.ask("Which postings require English?").matches[0].posting == "a.txt"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("", b"x", "rename"),
        ("../..", b"x", "rename"),
        ("a\x00b.txt", b"x", "rename"),
        ("a\u202etxt.exe", b"x", "rename"),
        ("~$offre.docx", b"x", "passed over"),
        (".DS_Store", b"x", "passed over"),
        ("offres/.git/config", b"x", "passed over"),
        ("photo.bin", bytes(range(256)), ""),
        ("cassé.pdf", b"%PDF-1.7\nnothing", ""),
        ("vide.txt", b" \n ", ""),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason_and_changes_nothing(
    assistant: Assistant, name: str, data: bytes, why: str
) -> None:
    added(assistant, a_txt=ENGLISH)
    before = [one.posting for one in assistant.store.catalogue.stored()]
    last = list(assistant.add([(name, data)]))[-1]
    ((_, said),) = last.files[0].failed
    assert why in said
    assert said
    assert not last.has_changed
    assert [one.posting for one in assistant.store.catalogue.stored()] == before
    assert assistant.last_addition
    assert assistant.last_addition.number == 1, "the one before can still be taken back"


def test_folders_that_are_dropped_keep_their_paths_and_lead_nowhere_else(assistant: Assistant) -> None:
    list(assistant.add([("offres\\mai/../a.txt", ENGLISH.encode()), ("/etc/b.txt", FRENCH.encode())]))
    assert names(assistant) == ["etc/b.txt", "offres/mai/a.txt"]


def test_the_same_file_twice_changes_nothing(assistant: Assistant) -> None:
    added(assistant, a_txt=ENGLISH)
    again = added(assistant, a_txt=ENGLISH)
    assert again.files[0].unchanged == ("a.txt",)
    assert not again.has_changed


def test_what_is_there_twice_is_said(assistant: Assistant) -> None:
    index_folder(assistant.store, SEEDS)
    last = added(assistant, offre_txt=seed_text(CARE))
    assert last.files[0].same_as
    assert len(assistant.reposts()) == 1


def test_adding_leaves_folders_alone_and_indexing_them_leaves_what_was_added(
    assistant: Assistant, tmp_path: Path
) -> None:
    folder = write_files(tmp_path / "added", {"a.txt": FRENCH})  # a folder of the same name as the source
    index_folder(assistant.store, folder)
    last = added(assistant, a_txt=ENGLISH)
    assert sorted(names(assistant)) == ["added-2/a.txt", "added/a.txt"]
    assert last.files[0].added == ("added-2/a.txt",)
    (folder / "a.txt").write_text(FRENCH + "- Autre\n")
    index_folder(assistant.store, folder)
    assert len(names(assistant)) == 2
    assistant.undo(last.number)
    assert names(assistant) == ["a.txt"]


UNDONE: dict[str, dict[str, str | bytes]] = {
    "new files": {"c_txt": FRENCH, "d_txt": ENGLISH + "- More\n"},
    "an edited file": {"a_txt": ENGLISH.replace("English", "Arabic")},
    "a table with a row more": {"t_csv": TABLE.format("Il").replace("Chauffeur;", "Garde;veille la nuit\nChauffeur;")},
    "a table with a row less": {"t_csv": "title;description\nCuisinière;Il cuisine pour vingt enfants à Gao\n"},
    "a table with nothing of it left": {"t_csv": "title;description\nJuriste;lit des contrats à Kayes\n"},
    "a good and a bad one": {"a_txt": FRENCH, "x_bin": bytes(range(256))},
    "a bad one under a good one's name": {"a_txt": bytes(range(256)), "c_txt": FRENCH},
}


@pytest.mark.parametrize("what", UNDONE)
def test_undo_brings_back_all_that_was_there(assistant: Assistant, what: str) -> None:
    added(assistant, a_txt=ENGLISH, t_csv=TABLE.format("Il"))
    assistant.mark("t.csv#1", "to_apply", "appeler Awa")
    assistant.mark("t.csv#2", "applied")
    assistant.correct("t.csv#1", "deadline", "2027-06-01")
    assistant.confirm("a.txt", "language", "en")
    before = state(assistant)
    last = added(assistant, **UNDONE[what])
    assert last.has_changed
    assert state(assistant) != before
    assistant.undo(last.number)
    assert state(assistant) == before
    assert assistant.last_addition is None
    with pytest.raises(UserError, match="last addition"):
        assistant.undo(last.number)


def test_only_the_last_addition_is_undone(assistant: Assistant) -> None:
    first = added(assistant, a_txt=ENGLISH)
    second = added(assistant, b_txt=FRENCH)
    with pytest.raises(UserError):
        assistant.undo(first.number)
    assert assistant.undo(second.number) == ["b.txt"]
    assert names(assistant) == ["a.txt"]


def test_what_was_removed_for_good_does_not_come_back_by_undo(assistant: Assistant) -> None:
    added(assistant, a_txt=ENGLISH)
    last = added(assistant, a_txt=ENGLISH.replace("English", "Arabic"), b_txt=FRENCH)
    assistant.remove("a.txt")
    assistant.undo(last.number)
    assert names(assistant) == []


def test_leaving_before_the_end_keeps_what_was_read_and_can_be_undone(assistant: Assistant) -> None:
    steps = assistant.add([("a.txt", ENGLISH.encode()), ("b.txt", FRENCH.encode())])
    next(steps)
    next(steps)
    assert isinstance(steps, Iterator)
    steps.close()  # type: ignore[attr-defined]
    assert names(assistant) == ["a.txt"]
    assert assistant.last_addition
    assistant.undo(assistant.last_addition.number)
    assert names(assistant) == []


def test_two_at_once_are_added_file_by_file(assistant: Assistant) -> None:
    one, two = (assistant.add([(f"{n}{i}.txt", f"{ENGLISH}- {n} {i}\n".encode()) for i in range(3)]) for n in "ab")
    for _ in zip(one, two, strict=True):
        pass
    assert len(names(assistant)) == 6


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        (ENGLISH, "", "Water Aid seeks a Hydrologist.txt"),
        (FRENCH, "Chauffeur/Puits : été", "Chauffeur Puits été.txt"),
        ("«»\n\nProfil\n- un\n", "", "text.txt"),
        ("x" * 200, "", "x" * 60 + ".txt"),
    ],
)
def test_a_pasted_text_gets_a_name_and_never_replaces_another(
    assistant: Assistant, text: str, title: str, name: str
) -> None:
    list(assistant.add_text(text, title))
    list(assistant.add_text(text + "\nautre", title))
    assert sorted(names(assistant)) == sorted([name, name.replace(".txt", " (2).txt")])


@pytest.mark.parametrize("text", ["", " \n", "…!?", "a" * 1_000_001])
def test_a_text_that_is_none_is_refused(assistant: Assistant, text: str) -> None:
    with pytest.raises(UserError):
        assistant.add_text(text)
    assert names(assistant) == []


def test_who_may_not_write_hears_it_at_once(assistant: Assistant, tmp_path: Path) -> None:
    added(assistant, a_txt=ENGLISH)
    with hash_store(tmp_path / "store", write=False) as other:
        beside = Assistant(other)
        for attempt in (
            lambda: beside.add([("b.txt", b"x")]),
            lambda: beside.mark("a.txt", "applied"),
            lambda: beside.correct("a.txt", "deadline", "2027-01-01"),
            lambda: beside.undo(1),
        ):
            with pytest.raises(AssistantError, match="Another program"):
                attempt()


def test_backup_removal_and_salvage_know_what_was_added(assistant: Assistant, tmp_path: Path) -> None:
    added(assistant, a_txt=ENGLISH, t_csv=TABLE.format("Il"))
    assistant.mark("a.txt", "applied", "le 3 mai")
    back_up(tmp_path / "store", tmp_path / "copy.backup", force=False)
    restore(tmp_path / "copy.backup", tmp_path / "again", force=False)
    found = salvage(tmp_path / "again")
    assert (found.kept, found.lost, found.folders) == (3, (), ())
    with hash_store(tmp_path / "again") as store:
        again = Assistant(store)
        assert names(again) == names(assistant)
        assert again.marked()["a.txt"].note == "le 3 mai"
        assert added(again, a_txt=ENGLISH).files[0].file == "a.txt"
        assert len(names(again)) == 3, "the source is the same"
    assert sorted(remove(assistant.store, "added")) == ["a.txt", "t.csv#1", "t.csv#2"]
    assert assistant.marked() == {}


def test_nothing_taken_back_is_left_in_the_store(assistant: Assistant, tmp_path: Path) -> None:
    added(assistant, a_txt=ENGLISH)
    last = added(assistant, z_txt="ONG Serpentine recrute au Zorglubistan\n\nProfil\n- Parler dari\n")
    assistant.mark("z.txt", "to_apply", "Zorglubistan ?")
    assistant.undo(last.number)
    with closing(assistant.store.catalogue):
        assistant.store.catalogue.purge()
    data = b"".join(path.read_bytes() for path in (tmp_path / "store").rglob("*") if path.is_file())
    assert b"Hydrologist" in data
    assert b"Zorglubistan" not in data
    assert b"Serpentine" not in data
