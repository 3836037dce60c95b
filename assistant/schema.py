"""The tables of the catalogue, and how an older form of them becomes this one."""

from __future__ import annotations

from assistant.database import Connection, run_all
from assistant.errors import UserError

FORM = 3  # goes up when the tables change; `PRAGMA user_version` of the file
# What the person says of postings. It belongs to no row of theirs: these are written anew whenever a file changes.
_DESK = """
CREATE TABLE marked (
    posting TEXT PRIMARY KEY, mark TEXT NOT NULL, note TEXT NOT NULL, since TEXT NOT NULL, digest TEXT NOT NULL
);
CREATE TABLE own_facts (
    posting TEXT NOT NULL, field TEXT NOT NULL, replaces TEXT NOT NULL, kind TEXT NOT NULL, fact TEXT NOT NULL,
    basis TEXT NOT NULL, digest TEXT NOT NULL, title TEXT NOT NULL, PRIMARY KEY (posting, field, replaces)
);
CREATE TABLE feedback (
    number INTEGER PRIMARY KEY, said TEXT NOT NULL, postings TEXT NOT NULL
);
"""
_TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (
    name TEXT PRIMARY KEY, folder TEXT NOT NULL UNIQUE, mapping TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE TABLE files (
    source TEXT NOT NULL REFERENCES sources(name) ON DELETE CASCADE, name TEXT NOT NULL,
    size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, digest TEXT NOT NULL, parts TEXT NOT NULL, failed TEXT NOT NULL,
    PRIMARY KEY (source, name)
) WITHOUT ROWID;
CREATE TABLE postings (
    id TEXT PRIMARY KEY, source TEXT NOT NULL REFERENCES sources(name) ON DELETE CASCADE, name TEXT NOT NULL,
    file_digest TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL,
    title TEXT NOT NULL, organisation TEXT NOT NULL, location TEXT NOT NULL,
    sections TEXT NOT NULL, furniture TEXT NOT NULL, facts TEXT NOT NULL,
    fields TEXT NOT NULL DEFAULT '[]', notices TEXT NOT NULL DEFAULT '[]',
    country TEXT NOT NULL DEFAULT '', bands BLOB NOT NULL DEFAULT x''
);
CREATE TABLE chunks (
    id TEXT PRIMARY KEY, posting TEXT NOT NULL REFERENCES postings(id) ON DELETE CASCADE, number INTEGER NOT NULL,
    section INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, header TEXT NOT NULL,
    digest TEXT NOT NULL, vector BLOB NOT NULL, words TEXT NOT NULL DEFAULT ''
);
CREATE TABLE compared (
    a TEXT NOT NULL, b TEXT NOT NULL, same INTEGER NOT NULL, PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX postings_source ON postings(source);
CREATE INDEX chunks_posting ON chunks(posting);
CREATE INDEX chunks_digest ON chunks(digest);
{_DESK}
"""
# From each form to the next one.
_STEPS = {
    1: """
ALTER TABLE sources ADD COLUMN mapping TEXT NOT NULL DEFAULT '';
CREATE TABLE files (
    source TEXT NOT NULL REFERENCES sources(name) ON DELETE CASCADE, name TEXT NOT NULL,
    size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, digest TEXT NOT NULL, parts TEXT NOT NULL, failed TEXT NOT NULL,
    PRIMARY KEY (source, name)
) WITHOUT ROWID;
ALTER TABLE postings ADD COLUMN fields TEXT NOT NULL DEFAULT '[]';
ALTER TABLE postings ADD COLUMN notices TEXT NOT NULL DEFAULT '[]';
CREATE TABLE compared (
    a TEXT NOT NULL, b TEXT NOT NULL, same INTEGER NOT NULL, PRIMARY KEY (a, b)
) WITHOUT ROWID;
ALTER TABLE postings ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE postings ADD COLUMN bands BLOB NOT NULL DEFAULT x'';
ALTER TABLE chunks ADD COLUMN words TEXT NOT NULL DEFAULT '';
CREATE INDEX postings_source ON postings(source);
""",
    2: _DESK,
}


def form_of(connection: Connection) -> int:
    """The form of the tables; 0 for an empty file, and for one that another program made."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def prepare(connection: Connection, where: object, *, write: bool) -> None:
    """Make the tables, or bring those of an older form up to this one; `where` names the store in messages.

    UserError where another program or a newer version made them, and where only a writer could bring them up.
    """
    form = form_of(connection)
    empty = form == 0 and not connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    if form == FORM:
        return
    if empty and write:
        _run(connection, _TABLES)
    elif form > FORM:
        raise UserError(
            f"The store in {where} was made by a newer version of this program (form {form}, this one reads {FORM}). "
            "Use that version, or index into a new folder with --store."
        )
    elif form not in _STEPS:
        raise UserError(
            f"The store in {where} was made by another version of this program (form {form}, this one reads {FORM}). "
            "Use that version, or index into a new folder with --store."
        )
    elif not write:
        raise UserError(
            f"The store in {where} was made by an earlier version of this program and has to be brought up to date. "
            "Close other programs that have it open and see that its folder can be written, then try again."
        )
    else:
        _run(connection, "".join(_STEPS[step] for step in range(form, FORM)))


def _run(connection: Connection, statements: str) -> None:
    run_all(connection, f"{statements} PRAGMA user_version = {FORM};")
