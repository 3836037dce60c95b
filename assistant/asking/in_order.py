"""What a question wants in order: « classe les offres par salaire », "the jobs by deadline, soonest first"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Tag, Word, holds, words_of
from assistant.asking.superlatives import superlative
from assistant.resources import table


def ranked(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """The words that ask for an order, and the end of the field it begins with; nothing where no field is ordered."""
    tables = table("asking.toml")["in_order"]
    asked = holds(words, tables["words"])
    if not asked:
        return []
    said = [Tag("ranked", "words", first, last) for first, last in [*asked, *holds(words, tables["ends"])]]
    extreme = superlative(words, tags) or next((tag for tag in tags if tag.table == "extreme"), None)
    if extreme:
        return [*said, extreme] if extreme not in tags else said
    of = (tables["fields"][tag.key] for tag in tags if tag.table == "fields" and tag.key in tables["fields"])
    begins = next(of, "")
    if not begins:
        return []
    field, _, end = begins.partition("_")
    for other in ("least", "most"):
        end = other if holds(words, tables[other]) else end
    first, last = asked[0]
    return [*said, Tag("extreme", f"{field}_{end}", first, last)]


def asks_for_several(text: str) -> bool:
    """Whether the first few are asked for rather than the one: « quelles sont les mieux payées ? », "rank them"."""
    words, tables = words_of(text), table("asking.toml")["in_order"]
    return bool(holds(words, tables["words"])) or (
        bool(holds(words, tables["several"])) and not holds(words, tables["one"])
    )
