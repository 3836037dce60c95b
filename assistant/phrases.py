"""Phrases with choices, "(free|own) room*", among the words of a text.

A star stands for any ending, # for a number, ~ for up to three words, and {vehicle} for the words of a set of
`data/mentions.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate

from assistant.asking.lexicon import Word
from assistant.resources import table

_WORD = r"[a-z0-9]+\*?"
_GAP = r"(?: [^ ]+){0,3} "


def places(words: Sequence[Word], phrases: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where any of the phrases stands among words: first word and the one behind the last."""
    if not phrases:
        return []
    starts = list(accumulate((len(word.form) + 1 for word in words), initial=1))
    found = _compiled(phrases).finditer(f" {' '.join(word.form for word in words)} ")
    return [(bisect_right(starts, each.start()) - 1, bisect_right(starts, each.end() - 1)) for each in found]


@lru_cache(maxsize=8192)
def sure_words(phrase: str) -> frozenset[str]:
    """Words (with their stars) one of which stands wherever a phrase with choices does: its longest, or a choice's."""
    outside, choices = _parted(_with_sets(phrase))
    fixed = max(re.findall(_WORD, outside), key=len, default="")
    sets = [frozenset([fixed])] if fixed else []
    for choice in choices:
        words = frozenset(max(re.findall(_WORD, _parted(each)[0]), key=len, default="") for each in _split(choice))
        sets += [words] if "" not in words else []
    return max(sets, key=lambda words: min(map(len, words)), default=frozenset())


def _parted(phrase: str) -> tuple[str, list[str]]:
    """What stands outside all brackets, and what stands in each of the outermost ones."""
    outside, depth = "", 0
    choices: list[str] = []
    for sign in phrase:
        depth -= sign == ")"
        if depth:
            choices[-1] += sign
        elif sign == "(":
            choices.append("")
        outside += sign if not depth and sign not in "()" else " "
        depth += sign == "("
    return outside, choices


def _split(choice: str) -> list[str]:
    """The alternatives of a choice, those of choices within it left together."""
    parts, depth = [""], 0
    for sign in choice:
        depth += (sign == "(") - (sign == ")")
        parts = [*parts, ""] if sign == "|" and not depth else [*parts[:-1], parts[-1] + sign]
    return parts


@lru_cache(maxsize=600)
def _compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?<= )(?:{'|'.join(map(_expression, phrases))})(?= )")


def _expression(phrase: str) -> str:
    """The expression of a phrase: "(free|) room*" finds "free room", "room" and "rooms", # a number above one."""
    plain = re.sub(r"\b(?:[ldjnsmtc]|qu)['’](?=\w)|['’&-]", " ", _with_sets(phrase))
    parts = {"(": "(?:", "*": r"[^ ]*", "#": _number(), "#job": _job(), " ": " *", " ~ ": _GAP, " (~ |)": _GAP}
    return "".join(parts.get(sign, sign) for sign in re.findall(r"#job| ~ | \(~ \|\)|.", " ".join(plain.split())))


def _with_sets(phrase: str) -> str:
    sets = table("mentions.toml")["sets"]
    return re.sub(r"\{(\w+)\}", lambda found: sets[found[1]], phrase)


@cache
def _number() -> str:
    words = [word for word, value in table("asking.toml")["number"]["words"].items() if value > 1]
    return rf"(?:\d+|{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


@cache
def _job() -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(table('identity.toml')['jobs']['words'], key=len, reverse=True)))})s?"
