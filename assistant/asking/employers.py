"""Employers that are asked about as the postings that they are: "which NGOs ask for Arabic?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.lexicon import holds, is_filler
from assistant.asking.seen import Seen
from assistant.relevance import telling
from assistant.resources import table

_REACH = 2  # words between « quelles » and « organisations »


def as_postings(seen: Seen) -> Seen:
    """The question with « quelles organisations » read as « quelles offres », where it says more of them than that."""
    known = set(table("asking.toml")["employers"]["words"])
    leads = [last for _, last in holds(seen.words, table("asking.toml")["postings"]["which"])]
    leads += [tag.last - 1 for tag in seen.tags if tag.table == "count"]  # « combien d'employeurs disent … »
    nouns = [n for n, w in enumerate(seen.words) if w.form in known and any(0 <= n - at <= _REACH for at in leads)]
    if not nouns or not _says_more(seen, nouns[0]):
        return seen
    tags = tuple(t for t in seen.tags if t.key != "organisation" or not any(t.first <= n < t.last for n in nouns))
    return replace(seen, tags=tags, nouns=tuple(sorted({*seen.nouns, *nouns})))


def _says_more(seen: Seen, noun: int) -> bool:
    """Whether there is more behind the noun than that someone is hiring."""
    used = {n for tag in seen.tags if tag.key == "organisation" for n in range(tag.first, tag.last)}
    behind = [word for n, word in enumerate(seen.words) if n > noun and n not in used]
    tagged = any(
        tag.first > noun and tag.table not in ("follow", "idle") for tag in seen.tags if tag.key != "organisation"
    )
    return tagged or any(telling(word.form, seen.language) and not is_filler(word.form) for word in behind)
