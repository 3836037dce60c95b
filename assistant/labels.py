"""What the readers of titles, organisations and places share: jobs, and patterns of names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from assistant.domain import Span
from assistant.resources import table
from assistant.text import fold, plain_gender

NOT_STATED = Span(0, 0)
UPPER = r"[^\W\d_a-zß-ÿ]"
_SMALL = "de|du|des|d'|la|le|les|et|of|the|for|and|&|sans|pour|sur|en|al|el"  # between the words of a name
# What has been taken is not tried again in parts (+), so that no text of any kind takes long.
NAME = rf"{UPPER}[\w&.'’-]{{0,80}}+(?:[ -](?>(?:(?:{_SMALL})\s){{0,4}})(?:[dln]['’])?{UPPER}[\w&'’-]{{0,80}}+){{0,6}}"
NAME_FOR = rf"{NAME}(?:\s(?:aux?|à la)\s{NAME})?"  # « Comité d'Appui aux Réfugiés »
_LINK = r"de|du|des|la|le|les|lès|lez|sur|sous|en|aux|el|al|of|the"
_PART = rf"{UPPER}[\w'’]{{1,30}}+"
PLACE = (
    rf"{_PART}(?:(?: (?:(?:{_LINK}) |[dl]['’]){{0,2}}|-(?:(?:{_LINK}|et|au|à)-|[dl]['’]){{0,3}})"
    rf"(?!CDI\b|CDD\b|H/F|F/H|CONTRAT\b|BTP\b){_PART}){{0,4}}"
)

# Texts whose title, employer and places are remembered: each is wanted several times while a posting is read.
LATEST = 4


def first(spans: Iterable[Span]) -> Span:
    """The first that is stated."""
    return next((span for span in spans if span != NOT_STATED), NOT_STATED)


def place_of(text: str, words: str, start: int, offset: int = 0) -> Span:
    """The place of `words` in `text` from `start` on."""
    at = text.find(words, start)
    return Span(offset + at, offset + at + len(words)) if at >= 0 else NOT_STATED


def has_job(words: str) -> bool:
    """Whether the words hold the name of a job."""
    return not _jobs().isdisjoint(_words(words))


def has_jobs(words: str) -> bool:
    """Whether the words hold the name of a job, of one person or of several: « interprètes »."""
    return any(word in _jobs() or word.removesuffix("s") in _jobs() for word in _words(words))


def has_own_job(words: str) -> bool:
    """Whether the words hold the name of a job that tells more than « stage » or « bénévolat »."""
    generic = table("identity.toml")["jobs"]["generic"]
    found = (word if word in _jobs() else word.removesuffix("s") for word in _words(words))
    return any(word in _jobs() and word not in generic for word in found)


def _words(words: str) -> list[str]:
    folded = fold(plain_gender(words))
    return [*re.findall(r"[^\W\d_]+", folded), *(found.group() for found in _phrases().finditer(folded))]


def one_of(words: Iterable[str]) -> str:
    """A pattern for folded words, longest first, that finds them with their accents."""
    return "|".join(_loose(word) for word in sorted(words, key=len, reverse=True))


def _loose(words: str) -> str:
    accents = {
        "a": "[aàâ]",
        "e": "[eéèê]",
        "i": "[iîï]",
        "o": "[oô]",
        "u": "[uùû]",
        "c": "[cç]",
        " ": r"[ \u00a0]+",
        "'": "['’]",
    }
    return "".join(accents.get(c, re.escape(c)) for c in words)


@cache
def _jobs() -> frozenset[str]:
    jobs = table("identity.toml")["jobs"]
    return frozenset([*jobs["words"], *jobs["phrases"]])


@cache
def _phrases() -> re.Pattern[str]:
    """The names of jobs that no word of theirs tells by itself: « second de cuisine », "farm hand"."""
    phrases = sorted(table("identity.toml")["jobs"]["phrases"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")
