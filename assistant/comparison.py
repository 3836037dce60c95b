"""Two to five postings side by side: a row a field, in each cell the values with their quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.tables import WHOLE
from assistant.answering.values import label, own_words, value_of
from assistant.citations import cite
from assistant.domain import Citation, Fact, FactField, Language, Span
from assistant.errors import UserError
from assistant.library import Library
from assistant.wording import call

FEWEST, MOST = 2, 5


@dataclass(frozen=True)
class Cell:
    """What one posting states in one field, in words; empty `text`: not stated. `numbers` are those of its citations.

    `own` is what the person did to it, in words ("corrected by you"), empty where nothing.
    """

    text: str
    numbers: tuple[int, ...] = ()
    own: str = ""


@dataclass(frozen=True)
class Row:
    """One field of all postings, in their order."""

    field: FactField
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Comparison:
    """Postings side by side: `postings` are the names shown, `titles` what people call them."""

    language: Language
    postings: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    citations: tuple[Citation, ...]


def comparison_of(library: Library, names: Sequence[str], language: Language) -> Comparison:
    """The postings shown by `names` side by side; rows in which none of them states anything are left out.

    UserError for fewer than two or more than five, and where there is no such posting.
    """
    names = list(dict.fromkeys(names))
    if not FEWEST <= len(names) <= MOST:
        raise UserError(f"Choose {FEWEST} to {MOST} postings to compare.")
    postings = [library.named(name) for name in names]
    shown = tuple(library.display_names[posting.id] for posting in postings)
    citations: dict[tuple[str, int, int], Citation] = {}
    rows = []
    for field in WHOLE:
        cells = tuple(_cell(library, posting.id, field, language, citations) for posting in postings)
        if any(cell.text for cell in cells):
            rows.append(Row(field, label(language, field), cells))
    return Comparison(language, shown, tuple(map(call, postings)), tuple(rows), tuple(citations.values()))


def _cell(
    library: Library,
    posting: str,
    field: FactField,
    language: Language,
    citations: dict[tuple[str, int, int], Citation],
) -> Cell:
    facts = library.facts_of(posting, field)
    differ = len({fact.modality for fact in facts}) > 1 or any(fact.modality == "asset" for fact in facts)
    text = ", ".join(dict.fromkeys(value_of(language, fact, weighed=differ, own=False) for fact in facts))
    numbers = [_number(library, fact, citations) for fact in facts if fact.quote]
    own = "; ".join(dict.fromkeys(filter(None, (own_words(language, fact) for fact in facts))))
    return Cell(text, tuple(dict.fromkeys(numbers)), own)


def _number(library: Library, fact: Fact, citations: dict[tuple[str, int, int], Citation]) -> int:
    posting = library.postings[fact.posting]
    shown = library.display_names[fact.posting]
    made = cite(len(citations) + 1, posting, shown, Span(fact.start, fact.end))
    return citations.setdefault((shown, made.start, made.end), made).number
