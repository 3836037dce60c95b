"""The columns of a table of postings, by their names. The names are in `data/columns.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.errors import UserError
from assistant.readers.content import Unreadable
from assistant.resources import table
from assistant.text import fold

TEXT = "description"
_ONCE = (TEXT, "title", "organisation")  # only one column each; others of the kind go under their own names
_PAIR = re.compile(r'\s*([a-z_]+)\s*=\s*(?:"([^"]*)"|([^,"]+))\s*(?:,|$)')
_INNER_CAPITAL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")
_MOST_NAMED = 20  # columns that a message lists


@dataclass(frozen=True)
class Columns:
    """What each column of a table is: one of our fields, a section of the text, or nothing that is known."""

    fields: Mapping[str, str]  # column -> our name
    sections: frozenset[str]

    def field(self, column: str) -> str:
        """Our name for a column, or its own."""
        return self.fields.get(column, column)


def columns_of(header: Sequence[str], mapping: Mapping[str, str]) -> Columns:
    """What the columns of a table are; `mapping` (our name → column) goes before what their names say.

    Unreadable where `mapping` names a column that is not there.
    """
    chosen = {_found(column, header): name for name, column in mapping.items()}
    fields = dict(chosen)
    for name, known in _known().items():
        ranked = sorted((known[key], column) for column in header if (key := folded(column)) in known)
        free = [column for _, column in ranked if column not in fields]
        if name not in chosen.values():
            fields |= dict.fromkeys(free[:1] if name in _ONCE else free, name)
    listed = frozenset(table("columns.toml")["sections"]["columns"])
    return Columns(fields, frozenset(column for column in header if folded(column) in listed and column not in fields))


def is_label(words: str) -> bool:
    """Whether some words name what a posting states, such as « Lieu : »."""
    key = folded(words.rstrip(" :"))
    return any(key in known for known in _known().values())


def is_header(cells: Iterable[str]) -> bool:
    """Whether a row of cells is the header of a table of postings: it names a text and something else."""
    keys = {folded(cell) for cell in cells}
    names = {name for name, known in _known().items() if not keys.isdisjoint(known)}
    sections = keys.intersection(table("columns.toml")["sections"]["columns"])
    return len(names) + len(sections) > 1 and (TEXT in names or bool(sections))


def check_text(columns: Columns, header: Sequence[str], likely: str) -> None:
    """Unreadable, with the --map to type, where no column holds the text; `likely` is the one that seems to."""
    if TEXT in columns.fields.values() or columns.sections:
        return
    raise Unreadable(
        f"no column is known for the text of its postings (its columns: {_listed(header)}): "
        f"name it, like --map {TEXT}={_quoted(likely)}"
    )


def mapping_of(text: str) -> dict[str, str]:
    """What `--map description=Texte,title="Intitulé du poste"` says: our name → column; UserError where malformed."""
    found: dict[str, str] = {}
    position = 0
    while position < len(text.strip()):
        pair = _PAIR.match(text, position)
        if not pair or pair.group(1) not in _known():
            raise UserError(
                f'--map takes pairs like description=Texte,title="Intitulé du poste"; before the = may stand '
                f"{', '.join(_known())}."
            )
        found[pair.group(1)] = (pair.group(2) or pair.group(3) or "").strip()
        position = pair.end()
    return found


def label_of(name: str, language: str) -> str:
    """What stands before the value of a field in a posting of this language; a field that is unknown keeps its name."""
    return next((str(field[language]) for field in table("columns.toml")["field"] if field["name"] == name), name)


@lru_cache(maxsize=10_000)
def folded(column: str) -> str:
    """The form in which names of columns are compared."""
    return re.sub(r"[^\w'°]+|_+", " ", fold(_INNER_CAPITAL.sub(" ", column))).strip()


def _found(column: str, header: Sequence[str]) -> str:
    """The column of `header` that a person named, letter by letter or at least in folded form."""
    same = [each for each in header if each == column] or [each for each in header if folded(each) == folded(column)]
    if not same:
        raise Unreadable(f"no column {column!r} in it, as --map says: its columns are {_listed(header)}")
    return same[0]


def _listed(header: Sequence[str]) -> str:
    named = [column for column in header if column]
    return ", ".join(named[:_MOST_NAMED]) + (", …" if len(named) > _MOST_NAMED else "")


def _quoted(column: str) -> str:
    return column if re.fullmatch(r"[\w.-]+", column) else f'"{column}"'


@cache
def _known() -> Mapping[str, Mapping[str, int]]:
    """Our names, each with the folded names of its columns and their rank."""
    return {
        field["name"]: {folded(column): rank for rank, column in reversed(list(enumerate(field["columns"])))}
        for field in table("columns.toml")["field"]
    }
