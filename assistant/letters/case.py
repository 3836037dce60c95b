"""A posting as a letter answers it: its text, its facts, and the name that its quotes carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.answering.values import date_of
from assistant.domain import Fact, FactField, Posting, Span
from assistant.letters.domain import Quote
from assistant.library import Library
from assistant.lines import strip_bullet
from assistant.wording import call

_MARK = re.compile(r"^\s{0,4}(?:[>~=]|->)\s{0,4}(?=[^\W\d_]|\d)")  # list marks that are none in other texts


@dataclass(frozen=True)
class Case:
    """One posting to apply to; `name` is what it is shown by."""

    posting: Posting
    facts: tuple[Fact, ...]
    name: str

    @classmethod
    def of(cls, library: Library, posting: str) -> Case:
        """The posting with this id."""
        return cls(library.postings[posting], tuple(library.facts_of(posting)), library.display_names[posting])

    @property
    def title(self) -> str:
        """What people call it."""
        return call(self.posting)

    def named(self, *fields: FactField) -> list[Fact]:
        """The facts of these fields."""
        return [fact for fact in self.facts if fact.field in fields]

    def first(self, field: FactField) -> Fact | None:
        """The first fact of a field."""
        return next(iter(self.named(field)), None)

    def quote(self, fact: Fact) -> Quote:
        """A fact's words."""
        return self.quote_span(Span(fact.start, fact.end))

    def quote_span(self, span: Span) -> Quote:
        """The words at a place of the posting, without the space and the marks of a list around them."""
        words = span.of(self.posting.text)
        bare = _MARK.sub("", strip_bullet(words))
        start = span.start + len(words) - len(bare)
        end = span.start + len(words.rstrip().rstrip(";").rstrip())
        return Quote(self.name, self.posting.text[start:end], start, end)

    def deadlines(self) -> Iterator[tuple[Fact, date]]:
        """The deadlines whose day is certain."""
        for fact in self.named("deadline"):
            if when := date_of(fact):
                yield fact, when

    def is_overdue(self, today: date) -> bool | None:
        """Whether the last deadline is past; None where no certain one is stated."""
        days = [when for _, when in self.deadlines()]
        return max(days) < today if days else None
