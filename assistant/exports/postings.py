"""The postings with their facts as a table, and a comparison as two: what is stated, and where."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.values import label, language_name, own_words, value_of
from assistant.cards import Card
from assistant.comparison import Comparison
from assistant.domain import FactField, Language
from assistant.exports.table import Table, Value
from assistant.library import Library
from assistant.resources import table
from assistant.text import as_written

_BEFORE: tuple[FactField, ...] = ("contract", "working_time", "duration", "start")
_BETWEEN: tuple[FactField, ...] = ("degree", "experience_years", "driving_licence", "pay", "expenses")
_BEHIND: tuple[FactField, ...] = ("apply_to", "document", "subject_line", "reference", "selection")


def postings_table(cards: Sequence[Card], library: Library, language: Language) -> Table:
    """A row a posting, with all that it states in words of `language`; days are dates."""
    names = table("exports.toml")[language]["columns"]
    header = (
        *(names["name"], label(language, "title"), label(language, "organisation"), label(language, "location")),
        *(label(language, field) for field in _BEFORE),
        *(names["languages_required"], names["languages_plus"]),
        *(label(language, field) for field in _BETWEEN),
        *(label(language, "deadline"), names["hour"], names["state"]),
        *(label(language, field) for field in _BEHIND),
        *(names["mark"], names["note"], names["own"], names["same_as"]),
    )
    rows = [_row(card, library, language) for card in cards]
    return Table(table("exports.toml")[language]["sheets"]["postings"], header, rows)


def _row(card: Card, library: Library, language: Language) -> tuple[Value, ...]:
    words = table("exports.toml")[language]
    posting = library.named(card.name).id

    def values(fields: Sequence[FactField]) -> list[str]:
        found = {field: library.facts_of(posting, field) for field in fields}
        said = {field: (value_of(language, fact, weighed=True, own=False) for fact in found[field]) for field in fields}
        return ["; ".join(dict.fromkeys(said[field])) for field in fields]

    own = (
        f"{label(language, fact.field)} ({own_words(language, fact)})"
        for fact in library.facts_of(posting)
        if fact.is_own
    )
    return (
        *(card.name, card.title, card.organisation, card.place),
        *values(_BEFORE),
        ", ".join(language_name(language, code) for code in card.languages_required),
        ", ".join(language_name(language, code) for code in card.languages_plus),
        *values(_BETWEEN),
        *(card.closing.day or card.closing.words, card.closing.time, words["states"][card.closing.state]),
        *values(_BEHIND),
        words["marks"][card.marked.mark] if card.marked else "",
        card.marked.note if card.marked else "",
        "; ".join(dict.fromkeys(own)),
        card.repost_of,
    )


def comparison_tables(comparison: Comparison) -> list[Table]:
    """The comparison with the numbers of its quotes, and the quotes with their places."""
    words = table("exports.toml")[comparison.language]
    rows: list[tuple[Value, ...]] = [
        (row.label, *(_cell(cell.text or words["says"]["not_stated"], cell.own, cell.numbers) for cell in row.cells))
        for row in comparison.rows
    ]
    files = (words["columns"]["name"], *comparison.postings)
    names = words["columns"]
    quotes: list[tuple[Value, ...]] = [
        (each.number, each.posting, each.section, as_written(each.quote), f"{each.start}–{each.end}")
        for each in comparison.citations
    ]
    return [
        Table(words["sheets"]["comparison"], (names["field"], *comparison.titles), [files, *rows]),
        Table(words["says"]["sources"], ("#", names["name"], names["source"], names["quote"], names["place"]), quotes),
    ]


def _cell(text: str, own: str, numbers: Sequence[int]) -> str:
    return text + (f" ({own})" if own else "") + "".join(f" [{number}]" for number in numbers)


def as_one(tables: Sequence[Table]) -> Table:
    """Tables below each other, with an empty row between two."""
    width = max(len(each.header) for each in tables)
    rows: list[tuple[Value, ...]] = []
    for each in tables[1:]:
        rows += [(), each.header, *each.rows]
    first = tables[0]
    padded = [(*row, *[""] * (width - len(row))) for row in (*first.rows, *rows)]
    return Table(first.name, (*first.header, *[""] * (width - len(first.header))), padded)
