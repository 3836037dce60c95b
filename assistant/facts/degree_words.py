"""Words that look like a degree's and are others: skills, letters of a trade, prizes. In `data/facts_degree.toml`."""

from __future__ import annotations

import re
from functools import cache

from assistant.domain import Span
from assistant.facts.folded import one_of
from assistant.resources import table

_NEAR = 60  # characters about « agrégation » in which data may be what is joined
_BESIDE = re.compile(  # "a BA in history", « BA, 3 ans », "BA/MA"
    r"\s{0,2}(?:$|[,.;:)]|(?:in|of|or|and|ou|et|en|degree|level)\b|\(?hons|[/-]\s?(?:ma|mba|bs|bsc|ba|msc|level)\b)"
)

# « un BT d'électricité », « CAP ou BT »; low voltage bears the same letters
_BT = re.compile(
    r"(?<!\w)(?:une?|niveau|diplomes?|titulaires?|cap|bep|bp|bts|brevet)\W{1,3}(?:(?:ou|d'un|et)\s(?:un\s)?)?$"
)


def is_other_word(text: str, span: Span) -> bool:
    """Whether the words at `span` of a folded text are no degree: « bonne maîtrise en gestion », « l'équipe BA »."""
    words = span.of(text)
    if words.startswith("maitrise en"):
        behind = text[span.start + len("maitrise en") : span.end + _NEAR]
        return bool(_list("skilled_before").search(text, 0, span.start) or _behind().match(behind))
    if words.startswith("agregation"):
        return "donnee" in text[max(0, span.start - _NEAR) : span.end + _NEAR] or "data" in text[span.end :][:_NEAR]
    if words.startswith("laureat"):
        return _prizes().search(words) is not None
    if words == "bt":
        return not _BT.search(text, max(0, span.start - _NEAR), span.start)
    return words in table("facts_degree.toml")["names"]["letters"] and not _BESIDE.match(text, span.end)


@cache
def _list(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('facts_degree.toml')['names'][key])})\s$")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{one_of(table('facts_degree.toml')['names']['skilled_behind'])})(?!\w)")


@cache
def _prizes() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('facts_degree.toml')['names']['prizes'])})(?!\w)")
