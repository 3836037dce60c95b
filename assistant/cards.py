"""Postings as a list shows them: each on a card, out of its facts alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.domain import Amount, Language, Notice
from assistant.shortlist import Marked

State = Literal["open", "closed", "undated"]


@dataclass(frozen=True)
class Closing:
    """How the deadline of a posting stands: `days` until its last `day`, below 0 when it is closed.

    `time` is the hour as HH:MM, where one is stated. `words` is the deadline as written where its day cannot be read
    surely: such a posting is undated.
    """

    state: State
    day: date | None = None
    time: str = ""
    days: int | None = None
    words: str = ""


@dataclass(frozen=True)
class Card:
    """A posting in a list. Texts are as written, on one line; `languages_…` are ISO 639 codes.

    `contracts` are the values of the field (`CDD`, `internship`, …); `pay` what is stated, nothing converted.
    """

    name: str  # as it is shown everywhere
    source: str
    title: str
    organisation: str
    place: str
    language: Language  # of its text
    contracts: tuple[str, ...]
    languages_required: tuple[str, ...]
    languages_plus: tuple[str, ...]
    closing: Closing
    pay: tuple[Amount, ...]
    notices: tuple[Notice, ...] = ()
    marked: Marked | None = None  # its own mark, else that of another version of it
    has_own: bool = False  # a fact of it was put right or confirmed by the person
    has_outdated: bool = False  # and the text has changed since
    repost_of: str = ""  # the posting that stands for both, where it is another version of that
