"""Words for the same thing in French and English, out of `data/glossary.txt` and `data/occupations.txt`.

The names of towns are such words too: « Tanger » is "Tangier".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from assistant.resources import table
from vectorstore.analysis import fold, stems

_FILES = [Path(__file__).parent / "data" / name for name in ("glossary.txt", "occupations.txt")]


def related(word: str) -> frozenset[str]:
    """The other words (folded) of the groups that a folded word belongs to, in whatever form it stands."""
    return frozenset(w for group in groups_of(word) for w in _groups()[group]) - {word}


@lru_cache(maxsize=50_000)
def groups_of(word: str) -> frozenset[int]:
    """The numbers of the groups that a folded word belongs to."""
    return frozenset(group for stem in stems(word) for group in _by_stem().get(stem, ()))


@cache
def glossary_words() -> frozenset[str]:
    """Every word of every group, folded."""
    return frozenset(word for group in _groups() for word in group)


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    lines = [line for file in _FILES for line in file.read_text(encoding="utf8").splitlines()]
    words = [line.split() for line in lines if line.strip() and line[0] != "#"]
    towns = [[name for name in names if name.isalpha()] for names in table("places.toml")["towns"]["same"]]
    return tuple(tuple(map(fold, group)) for group in [*words, *towns] if len(group) > 1)


@cache
def _by_stem() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(_groups()):
        for word in words:
            for stem in stems(word):
                found[stem].add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}
