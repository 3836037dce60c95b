"""The words that join things of one kind, or begin another. They are in `data/facts_modality.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.domain import Span
from assistant.facts.folded import one_of
from assistant.resources import table

# « anglais écrit, oral non obligatoire », "written English, spoken not required": only the second is spared
_OTHER_MODE = re.compile(
    r"\b(?:ecrite?s?|lue?s?|written|reading|orale?s?|parlee?s?|spoken)\b[^,;.]{0,20},\s(?:a\s)?(?:l'|le\s|la\s)?"
    r"(?:oral|parle|ecrit|spoken|speaking|written|writing)\s(?:\w{1,5}\s)?$"
)
_OF_A_PLACE = re.compile(r",\s(?:en|dans|au|aux|chez|aupres|in|at|within|with)\s(?:[\w'-]+\s){1,5}$")
_PREFERRING = re.compile(r"(?:de preference|idealement|si possible|preferably|ideally|if possible)(?!\w)")

# « français pour lire les avis et tenir le registre = un plus », "some English to greet visitors and donors: an asset"
_PURPOSE = re.compile(
    r"\s(?:pour|afin d[e']|to|for|in order to|so as to)(?P<what>[^.;:!?=()]{3,110}?)"
    r"\s?(?:=|:|\s-)\s(?:(?:une?|an?)\s)?$"
)
_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*|\+")
_COMMA_AND = re.compile(r"\s?(?:\([^()]{0,80}\)\s?)?,\s(?:and|et)\s")
_GRADED = re.compile(r"\(([^()]{1,30})\)$")
_LISTED = re.compile(r",\s(?:\w+\s){0,2}$")  # a list goes on
_WITHIN = re.compile(r"\s(?:dans|en|au sein|chez|sur|aupres|in|within|at)\s")
_ANOTHER = re.compile(r"\s(?:et|ainsi que|and)\s(?:d'|de |with )?(?:une?|an?)\s")
_ONE_MORE = re.compile(
    r",?\s(?:et/ou|and/or|ou|or|et|and)\s(?:d'|une?\s|an?\s|de\s|any\s|some\s|toute?\s){0,2}"
    r"(?:autres?|another|others?|seconde?|deuxieme|troisieme|third)\b"
    r"|,?\s(?:et/ou|and/or|ou|or)\s(?:une?|an?|toute?|any|some)\s(?:[\w-]{2,14}\s){0,2}(?:langues?|languages?|dialect\w*)\b"
)
_ONE = frozenset({"un", "une", "an", "votre", "vos", "your"})
_OF_ONE = re.compile(r"\b(?:is|est)\b")
_OF_BOTH = re.compile(r"\b(?:are|sont|seraient|seront|both|tous|all|deux)\b|^\s?,")  # « X, et de Y, est »

_SUBJECT = re.compile(r"\W*(?:une?|l[ea]s?|des|an?|the|some)\s(?:[\w'-]{1,16}\s){0,3}(?:d'|de )?|\W*l'")
_VERB = re.compile(
    r"\s(?:est|sera|serait|constitue|constituera|constituerait|is|will be|would be)\s(?:[\w']{1,14}\s){0,3}[\w']{1,14}$"
)
_ENDED = re.compile(
    r"[.;:!?]|\b(?:est|sont|sera|serait|vous|you|is|are|must|doit|exige\w*|requis\w*|indispensable\w*)\b"
)


@dataclass(frozen=True)
class Lists:
    """The lists of the table, under their keys."""

    coordination: frozenset[str]
    levels: frozenset[str]
    bridge: frozenset[str]
    heads: frozenset[str]
    verbs: frozenset[str]
    finite: frozenset[str]
    row: frozenset[str]


@cache
def lists() -> Lists:
    """The lists of the table."""
    words = table("facts_modality.toml")
    apart = words["coordination"]
    return Lists(
        frozenset(apart["words"]), frozenset(apart["levels"]), frozenset(apart["bridge"]), frozenset(apart["heads"]),
        frozenset(apart["verbs"]),
        frozenset(apart["finite"]), frozenset([*apart["levels"], *apart["row"]]),
    )  # fmt: skip


def is_of_other_mode(text: str, at: int) -> bool:
    """Whether a cue at `at` is said of speaking alone, not of a language that was named for its writing.

    Or only of a place: « trois ans d'expérience, en milieu rural de préférence ».
    """
    of_a_place = _OF_A_PLACE.search(text, 0, at) and _PREFERRING.match(text, at)
    return of_a_place is not None or _OTHER_MODE.search(text, 0, at) is not None


def is_of_its_purpose(gap: str) -> bool:
    """Whether nothing but what a thing is needed for stands between it and a mark before what weighs it."""
    found = _PURPOSE.fullmatch(gap)
    further = re.split(r",|\b(?:et|and|ou|or)\s", found["what"])[1:] if found else []
    begins = [_WORD.findall(part)[:1] for part in further]
    return found is not None and not any(set(first) & (lists().heads | lists().verbs | _ONE) for first in begins)


def has_level_of_its_own(words: str, one: Span, gap: str) -> bool:
    """Whether only a comma follows a thing with a level in brackets: « haoussa (courant), peul ou arabe : atout »."""
    found = _GRADED.search(words[one.start : one.end])
    return gap.strip() == "," and found is not None and bool(set(found[1].split()) & lists().row)


def is_clause_of_its_own(words: str, one: Span, other: Span, end: int) -> bool:
    """Whether a wish at `end` is said of `other` alone: « français courant, et l'arabe est souhaité ».

    It is where a comma and « et » part two things that are no longer list; verbs of several are said of both.
    """
    apart = _COMMA_AND.match(words, one.end, other.start)
    before = words[: one.start].rpartition(";")[2]
    listed = _LISTED.search(before) is not None and not _OF_ONE.search(words, other.end, end)
    return apart is not None and not listed and not _OF_BOTH.search(words[other.end : end])


def begins_another(text: str, end: int, gap: str) -> bool:
    """Whether an adverb that ends at `end` weakens a place only: « idéalement dans l'industrie et une expérience »."""
    return _WITHIN.match(text, end) is not None and _ANOTHER.search(gap) is not None


def is_list(gap: str, with_levels: bool) -> bool:
    """Whether nothing but commas, conjunctions and articles stands between two things."""
    if len(gap) > 60 or ";" in gap or ":" in gap:
        return False
    allowed = lists().coordination | (lists().levels if with_levels else frozenset())
    return all(word in allowed for word in _WORD.findall(gap))


def ends_open(words: str, one: Span, other: Span, gap: str) -> bool:
    """Whether any other of their kind ends a list of two: « l'arabe, le pulaar ou une autre langue est un atout ».

    What stands before the first must not make it more than one of them: "fluent French, Arabic or another language".
    """
    sentence = max(words.rfind(stop, 0, one.start) for stop in ".;")
    led = set(_WORD.findall(words[sentence + 1 : one.start]))
    own = led & (lists().levels | lists().verbs - {"a"}) or has_level_of_its_own(words, one, gap)
    return not own and _ONE_MORE.match(words, other.end) is not None


def is_subject(words: str, target: Span, cue: Span) -> bool:
    """Whether a thing begins a sentence of which all is weighed at its end, with nothing but asides between commas.

    « Un bac+5, idéalement en droit, accompagné d'une expérience du terrain, sera apprécié ».
    """
    said = _VERB.search(words[target.end : cue.end])
    if said is None or not _SUBJECT.fullmatch(words, 0, target.start):
        return False
    first, *parts = words[target.end : target.end + said.start()].split(",")
    asides = [part for part in parts if part.strip()]
    if not asides or any(_ENDED.search(part) for part in (first, *parts)):
        return False
    return all(_asides().match(part) for part in asides)


@cache
def _asides() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{one_of(table('facts_modality.toml')['coordination']['asides'])})(?!\w)")
