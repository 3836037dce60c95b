"""Postings as a list shows them: each on a card, out of its facts alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from assistant.answering.values import date_of
from assistant.domain import Amount, Fact, Language, Notice, Posting, Span
from assistant.library import Library
from assistant.marking import marks_of, marks_shown
from assistant.shortlist import Marked
from assistant.store import Store
from assistant.text import one_line

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


class Cards:
    """The cards of a store, kept until a posting, a mark or the day changes. Safe to use from several threads."""

    def __init__(self) -> None:
        """Nothing is made yet."""
        self._made: tuple[Library, date, list[Card]] | None = None

    def of(self, store: Store, today: date) -> list[Card]:
        """The cards of all postings, by name."""
        library, made = store.library, self._made
        if made is None or made[0] is not library or made[1] != today:
            made = (library, today, cards_of(library, today))
            self._made = made
        marks = marks_shown(marks_of(store), library.reposts)
        if not marks:
            return list(made[2])
        shown = {library.display_names[posting]: marked for posting, marked in marks.items()}
        return [replace(card, marked=shown[card.name]) if card.name in shown else card for card in made[2]]


def cards_of(library: Library, today: date) -> list[Card]:
    """The cards of all postings of a library, without marks, by name."""
    names, reposts = library.display_names, library.reposts
    made = (
        _card(library, posting, today, names.get(reposts.get(posting.id, ""), ""))
        for posting in library.postings.values()
    )
    return sorted(made, key=lambda card: card.name)


def _card(library: Library, posting: Posting, today: date, repost_of: str) -> Card:
    fields: dict[str, list[Fact]] = defaultdict(list)
    for fact in library.facts.get(posting.id, ()):
        fields[fact.field].append(fact)
    required = tuple(dict.fromkeys(str(f.value) for f in fields["language"] if f.modality != "asset"))
    wished = dict.fromkeys(str(f.value) for f in fields["language"] if f.modality == "asset")
    own = [fact for each in fields.values() for fact in each if fact.is_own]
    return Card(
        name=library.display_names[posting.id],
        source=posting.source,
        title=_words(posting, "title", fields) or posting.name,
        organisation=_words(posting, "organisation", fields),
        place=_words(posting, "location", fields),
        language=posting.language,
        contracts=tuple(dict.fromkeys(str(fact.value) for fact in fields["contract"])),
        languages_required=required,
        languages_plus=tuple(code for code in wished if code not in required),
        closing=closing_of(fields["deadline"], today),
        pay=tuple(dict.fromkeys(fact.value for fact in fields["pay"] if isinstance(fact.value, Amount))),
        notices=posting.notices,
        has_own=posting.id in library.as_read,
        has_outdated=any(fact.outdated for fact in own),
        repost_of=repost_of,
    )


def closing_of(deadlines: Sequence[Fact], today: date) -> Closing:
    """How a posting with these deadlines stands: the latest counts."""
    dated = [(when, fact) for fact in deadlines if (when := date_of(fact))]
    if not dated:
        return Closing("undated", words=one_line(deadlines[0].quote) if deadlines else "")
    day, fact = max(dated, key=lambda pair: pair[0])
    days = (day - today).days
    return Closing("closed" if days < 0 else "open", day, fact.detail, days)


def _words(
    posting: Posting, field: Literal["title", "organisation", "location"], facts: Mapping[str, Sequence[Fact]]
) -> str:
    """What stands for a posting in a list: the person's own words, else those of the text."""
    own = next((str(fact.value) for fact in facts[field] if fact.is_own), "")
    span: Span = getattr(posting, field)
    return one_line(own or span.of(posting.text))
