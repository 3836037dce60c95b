"""Short words of praise that make a wish of what stands before them: « le permis B, super », « si tu sais : top »."""

from __future__ import annotations

import re
from functools import cache

from assistant.facts.folded import pattern
from assistant.resources import table

_CLAUSE = re.compile(r"[.;!?\n|]")


def is_cheer(folded: str, start: int, end: int) -> bool:
    """Whether the word praises rather than tells how well: « Anglais : parfait » is a level."""
    word, before = folded[start:end], folded[:start].rstrip()
    clause = _CLAUSE.split(before)[-1]
    if before.endswith(","):
        return word in _behind_comma() and ":" not in clause
    return word not in _of_level() or _wishing().search(clause) is not None


@cache
def _behind_comma() -> frozenset[str]:
    return frozenset(table("facts_modality.toml")["weak"]["cheers_behind"])


@cache
def _of_level() -> frozenset[str]:
    return frozenset(table("facts_modality.toml")["weak"]["cheers_of_level"])


@cache
def _wishing() -> re.Pattern[str]:
    return pattern(table("facts_modality.toml")["weak"]["cheers_wishing"])
