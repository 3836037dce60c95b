"""The last day of a contract whose length is not stated: "fixed term, until 30 June 2027"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.domain import Span
from assistant.facts.dates import dates_in
from assistant.facts.folded import alternatives, pattern
from assistant.facts.pieces import Piece
from assistant.resources import table

# « Poste à pourvoir au 1er septembre » tells when it begins
_BEGINNING = re.compile(
    r"(?:pourvoir|prise de (?:poste|fonctions?)|demarrage|debut|rentree)(?: prevue?s?| fixee?s?)? au "
)
_NEAR = 60  # characters before a day in which other words can make it something else's


def until(piece: Piece) -> Iterator[Span]:
    """The last days of a contract, with the word before them: "fixed term, until 30 June 2027"."""
    text, words = piece.folded, _words()
    for one in dates_in(text, piece.posting.language):
        led = words.until.search(text[max(0, one.start - 40) : one.start])
        if led and words.ending.search(text[max(0, one.start - _NEAR) : one.start]):
            before = text[max(0, one.start - _NEAR) : one.start]
            begins = _BEGINNING.search(before + " ") if led.group().startswith("au") else None
            if not (begins or words.other.search(before) or words.not_ended.search(before)):
                yield Span(one.start - len(led.group()), one.end)


@dataclass(frozen=True)
class _Words:
    until: re.Pattern[str]
    ending: re.Pattern[str]
    other: re.Pattern[str]
    not_ended: re.Pattern[str]


@cache
def _words() -> _Words:
    tables = table("facts_schedule.toml")
    duration = tables["duration"]
    return _Words(
        until=re.compile(rf"{alternatives(duration['until'])} (?:(?:le|la|the) )?$"),
        ending=pattern(duration["ending"]),
        other=pattern([*duration["other"], *duration["other_before"]]),
        not_ended=pattern(tables["start"]["not_start_before_end"]),
    )
