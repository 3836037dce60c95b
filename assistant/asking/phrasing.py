"""The phrases of the tables as the patterns of their words, with the choices among them.

A phrase with choices is never spelt out whole: ten choices of ten words each would be ten thousand million phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from assistant.text import fold

SIGNED = r"(?:\b[cC](?:\+\+|#)|(?<![^\W_])\.(?:NET|[Nn]et))(?![^\W_])"  # C++ and C# are no C, and .NET is no net pay
ELIDED = frozenset(["l", "d", "j", "n", "s", "m", "t", "c", "qu", "lorsqu", "jusqu", "puisqu"])
GAP = "~"  # as a part of its own it stands for up to three words

Phrase = tuple[str, ...]  # the pattern of each word
Part = tuple[Phrase, ...]  # what may stand at one point of a phrase, the longest first: () is nothing

_ENDS = (" ", "'", "’")  # behind these a word is over


@cache
def phrase_of(text: str) -> Phrase:
    """A phrase without choices as the patterns of its words."""
    parts = [part for part in re.findall(rf"{SIGNED}|#\w*|[^\W_]+\*?|['’]|~", fold_stars(text)) if part]
    kept = []
    for part, after in zip(parts, [*parts[1:], ""], strict=False):
        if part in ("'", "’") or (part in ELIDED and after in ("'", "’")):
            continue
        kept.append(part)
    return tuple(kept)


def fold_stars(text: str) -> str:
    """`text` folded, its stars kept."""
    parts = text.split("*")
    return "*".join(" " * part.startswith(" ") + fold(part) + " " * part.endswith(" ") for part in parts)


@cache
def parts_of(phrase: str) -> tuple[Part, ...]:
    """A phrase as what may stand at each of its points: "(pass|sit) a (written |)test" has four.

    Choices within a word, "apprenti(e|)", belong to one part with the rest of the word.
    """
    segments = [choice.split("|") for choice in re.split(r"[()]", phrase)]
    while (seam := _within_a_word(segments)) is not None:
        both = [first + second for first, second in product(*segments[seam : seam + 2])]
        segments[seam : seam + 2] = [both]
    parts = (tuple(dict.fromkeys(map(phrase_of, segment))) for segment in segments)
    return tuple(tuple(sorted(part, key=len, reverse=True)) for part in parts if part != ((),))


def beginnings(parts: tuple[Part, ...]) -> Iterator[str]:
    """The patterns of the words with which a phrase may begin."""
    for part in parts:
        yield from (choice[0] for choice in part if choice)
        if () not in part:
            return


def _within_a_word(segments: list[list[str]]) -> int | None:
    """The first segment that may end within a word which the next one goes on with."""
    for seam in range(len(segments) - 1):
        before = [part for n in _reached(segments, seam, -1) for part in segments[n] if part]
        behind = [part for n in _reached(segments, seam + 1, 1) for part in segments[n] if part]
        if not (all(part.endswith(_ENDS) for part in before) or all(part.startswith(" ") for part in behind)):
            return seam
    return None


def _reached(segments: list[list[str]], start: int, step: int) -> Iterator[int]:
    """The segments that may stand at a seam, those behind ones that may be nothing among them."""
    at = start
    while 0 <= at < len(segments):
        yield at
        if "" not in segments[at]:
            return
        at += step
