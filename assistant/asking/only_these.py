"""What alone postings are to demand: "which require English only?", « lesquels ne demandent qu'un CV ? »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking.lexicon import Tag, Word, holds
from assistant.asking.reading import Condition
from assistant.asking.seen import Seen
from assistant.domain import FactField
from assistant.resources import table

_FIELDS: tuple[FactField, ...] = ("language", "document")
# « N'exigent que l'anglais », « ne demandent aucune autre pièce qu'un CV »
_NE_QUE = re.compile(r"\bn(?:e\s|['’])\s?(?:\w+\s){1,3}?qu(?:e\s|['’])\s?(?:[dl]['’])?", re.IGNORECASE)


def with_only_these(conditions: Sequence[Condition], seen: Seen) -> list[Condition]:
    """The conditions, with one that leaves out what else is demanded where only some things are to be."""
    if not asks_postings(seen.words):
        return list(conditions)
    found = list(conditions)
    for field in _FIELDS:
        values = [c for c in conditions if c.field == field and c.value and not (c.negated or c.mine)]
        keys = tuple(dict.fromkeys(key for c in values for key in (c.value, *c.others)))
        named = [tag for tag in seen.tags if tag.table == field and tag.key in keys]
        if named and all(c.asked in ("required", "any") for c in values) and _alone(seen, named):
            found.append(Condition(field, others=keys, asked="required", negated=True))
    return found


def asks_postings(words: Sequence[Word]) -> bool:
    """Whether it is postings that are to demand something, and not the person who has it."""
    tables = table("asking.toml")["only_these"]
    return bool(holds(words, tables["demanding"])) and not holds(words, tables["myself"])


def _alone(seen: Seen, named: Sequence[Tag]) -> bool:
    """Whether "only" stands right before the first of some things or behind the last."""
    tables, words = table("asking.toml")["only_these"], seen.words
    first, last = named[0].first, named[-1].last
    start = first
    while start and words[start - 1].form in tables["small"]:
        start -= 1
    before = any(end == start for _, end in holds(words[:start], tables["before"]))
    behind = any(at == last for at, _ in holds(words, tables["behind"]))
    weighed = any(tag.table == "modality" and tag.key == "asset" for tag in seen.tags)
    return (before or behind or _is_excepted(seen.text, words, start)) and not weighed


def _is_excepted(text: str, words: Sequence[Word], start: int) -> bool:
    """« Ne … que », right before a word."""
    return any(match.end() == words[start].start for match in _NE_QUE.finditer(text))
