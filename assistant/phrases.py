"""Phrases with choices, "(free|own) room*", among the words of a text.

A star stands for any ending, # for a number, #10 for one of ten digits, ~ for up to three words, and {vehicle} for the
words of a set of `data/mentions.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate

from assistant.asking.lexicon import SEAM, Word
from assistant.resources import table

Choice = tuple[tuple[str, ...], ...]  # the words of each alternative
_WORD = r"c\+\+|c#|#\w*|[a-z0-9]+\*?"  # C++ and C# are words
_GAP = rf"(?: [^ {SEAM}]+){{0,3}} "


def places(words: Sequence[Word], phrases: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where any of the phrases stands among words: first word and the one behind the last."""
    if not phrases:
        return []
    starts = list(accumulate((len(word.form) + 1 for word in words), initial=1))
    found = compiled(phrases).finditer(f" {' '.join(word.form for word in words)} ")
    return [(bisect_right(starts, each.start()) - 1, bisect_right(starts, each.end() - 1)) for each in found]


@lru_cache(maxsize=8192)
def sure_words(phrase: str) -> tuple[Choice, ...]:
    """What stands wherever a phrase with choices does: of each choice of words (with their stars), all of one."""
    outside, choices = _parted(re.sub(r"(?<=\w)\([^()]*\)", "*", _plain(phrase)))  # "bab(y|ies)" begins with "bab"
    sure: list[Choice] = [((word,),) for word in re.findall(_WORD, outside)]
    for choice in choices:
        each = tuple(tuple(re.findall(_WORD, _parted(alternative)[0])) for alternative in _split(choice))
        sure += [each] if all(each) else []
    return tuple(sure)


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


@lru_cache(maxsize=4096)
def compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of some phrases among folded words with a space before and behind each."""
    return re.compile(f"(?<= )(?:{'|'.join(map(_expression, phrases))})(?= )")


def _expression(phrase: str) -> str:
    """The expression of a phrase: "(free|) room*" finds "free room", "room" and "rooms", # a number above one."""
    parts = {"(": "(?:", "*": r"[^ ]*", "#": _number(), "#10": r"\d{10}", "#job": _job(), "+": r"\+"}
    parts |= {" ": " *", " ~ ": _GAP, " (~ |)": _GAP, "c#": "c#"}
    return "".join(parts.get(sign, sign) for sign in re.findall(r"\bc#|#job|#10| ~ | \(~ \|\)|.", _plain(phrase)))


def _plain(phrase: str) -> str:
    """A phrase with its sets spelt out and without elided words, which a text is without."""
    sets = table("mentions.toml")["sets"]
    spelt = re.sub(r"\{(\w+)\}", lambda found: sets[found[1]], phrase)
    return " ".join(re.sub(r"\b(?:[ldjnsmtc]|qu)['’](?=\w)|['’&-]", " ", spelt).split())


@cache
def _number() -> str:
    words = [word for word, value in table("asking.toml")["number"]["words"].items() if value > 1]
    return rf"(?:(?<!\d)\d+(?!\d)|{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


@cache
def _job() -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(table('identity.toml')['jobs']['words'], key=len, reverse=True)))})s?"
