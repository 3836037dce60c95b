"""« Quelles missions durent un an ? »: missions that are asked about as the postings that they are, not as tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.lexicon import Word, holds
from assistant.resources import table

_WHICH = ("quelles", "which", "quelle")
_TOLD = 3  # words of a question that say of which missions
_MISSIONS = {"mission": "offre", "missions": "offres"}


def missions_as_postings(words: Sequence[Word]) -> list[Word]:
    """The words of a question, those for missions that are postings read as « offres »."""
    if not any(word.form in _MISSIONS for word in words):
        return list(words)
    tables = table("asking.toml")["missions"]
    behind = {first for first, _ in holds(words, tables["behind"])} - {n for n, _ in holds(words, tables["of_tasks"])}
    leads = {last for _, last in holds(words, tables["before"])}
    if len(words) > _TOLD and words[-1].form in _MISSIONS and words[-2].form in _WHICH:
        behind.add(len(words))  # « assurance incluse : quelles missions ? »
    return [
        replace(word, form=_MISSIONS.get(word.form, word.form)) if n in leads and n + 1 in behind else word
        for n, word in enumerate(words)
    ]
