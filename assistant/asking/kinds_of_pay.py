"""A kind of contract that only says which pay is meant beside another: « le salaire (ou l'indemnité de stage) »."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Tag, Word
from assistant.resources import table


def without_kinds_of_pay(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """The tags but for the contract in « salaire ou gratification de stage », "the wage or the intern stipend"."""
    pays = [tag for tag in tags if (tag.table, tag.key) == ("fields", "pay")]
    return [tag for tag in tags if tag.table != "contract" or not _is_of_pay(tag, pays, words)]


def _is_of_pay(contract: Tag, pays: Sequence[Tag], words: Sequence[Word]) -> bool:
    tables = table("asking.toml")["kinds_of_pay"]
    for own in pays:
        between = words[own.last : contract.first] if own.last <= contract.first else words[contract.last : own.first]
        small = tables["between"] if own.last <= contract.first else ()
        if any(word.form not in small for word in between):
            continue
        first, last = min(own.first, contract.first), max(own.last, contract.last)
        before = [w.form for other in pays if other.last <= first for w in words[other.last : first]]
        behind = [w.form for other in pays if other.first >= last for w in words[last : other.first]]
        if any(form in tables["joints"] for form in (*before, *behind)):
            return True
    return False
