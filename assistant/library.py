"""What the catalogue holds, in memory: postings, chunks, and the names by which they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from assistant.catalogue import Catalogue
from assistant.domain import Chunk, Fact, FactField, Posting
from assistant.duplicates import reposts_of
from assistant.errors import UserError
from assistant.marks import Marks, marks_of
from assistant.rows import Stored

_T = TypeVar("_T")


@dataclass(frozen=True, eq=False)
class Library:
    """One state of the catalogue: `postings` by id, `facts` by posting id; chunks are loaded when one is wanted."""

    postings: Mapping[str, Posting]
    facts: Mapping[str, Sequence[Fact]] = field(default_factory=dict)
    marks: Mapping[str, Marks] = field(default_factory=dict)
    catalogue: Catalogue | None = None  # None: made of these postings alone

    @classmethod
    def load(cls, catalogue: Catalogue) -> Library:
        """The catalogue as it is now."""
        stored = catalogue.stored()
        return cls(*_by_id(stored), catalogue)

    def with_changes(self, catalogue: Catalogue, touched: Collection[str]) -> Library:
        """The catalogue as it is after `touched` postings (ids) were added, changed or taken out; it alone is read."""
        fresh, facts, marks = _by_id(catalogue.stored(touched))
        postings = sorted((_without(self.postings, touched) | fresh).values(), key=lambda p: (p.source, p.name))
        changed = Library(
            {posting.id: posting for posting in postings},
            _without(self.facts, touched) | facts,
            _without(self.marks, touched) | marks,
            catalogue,
        )
        if "chunks" in vars(self):  # loaded here, so not loaded again there
            chunks = {identity: chunk for identity, chunk in self.chunks.items() if chunk.posting not in touched}
            vars(changed)["chunks"] = chunks | catalogue.chunks(fresh, few=True)
        return changed

    @cached_property
    def chunks(self) -> Mapping[str, Chunk]:
        """The chunks of the postings, by chunk id."""
        return self.catalogue.chunks(self.postings) if self.catalogue else {}

    @cached_property
    def display_names(self) -> dict[str, str]:
        """Posting id → the name it is shown by: its path, with the source in front only where two clash."""
        counts = Counter(posting.name for posting in self.postings.values())
        return {i: p.name if counts[p.name] == 1 else f"{p.source}/{p.name}" for i, p in self.postings.items()}

    @cached_property
    def by_display_name(self) -> dict[str, Posting]:
        """The postings by the names they are shown by."""
        return {shown: self.postings[identity] for identity, shown in self.display_names.items()}

    def named(self, name: str) -> Posting:
        """The posting shown by `name`, or with this id; UserError where there is none."""
        found = self.by_display_name.get(name) or self.postings.get(name)
        if found:
            return found
        raise UserError(f"There is no posting named {name!r}. `python -m assistant list` shows all names.")

    @cached_property
    def reposts(self) -> Mapping[str, str]:
        """The postings (ids) that are another version of a posting, each with the one that stands for both."""
        verdicts = self.catalogue.verdicts() if self.catalogue else {}
        known = set(verdicts)
        bands = {identity: self.marks_of(identity).bands for identity in self.postings}
        found = reposts_of(self.postings.values(), self.facts, bands, verdicts)
        if self.catalogue and (fresh := {pair: same for pair, same in verdicts.items() if pair not in known}):
            self.catalogue.keep_verdicts(fresh)
        return found

    @cached_property
    def distinct(self) -> tuple[str, ...]:
        """The postings (ids) that stand for themselves: those that are asked about, shown and counted."""
        return tuple(posting for posting in self.postings if posting not in self.reposts)

    @property
    def searched(self) -> tuple[str, ...] | None:
        """The postings (ids) among which passages are looked for; None where that is all of them."""
        return self.distinct if self.reposts else None

    def standing(self, posting: str) -> str:
        """The posting (id) that stands for this one."""
        return self.reposts.get(posting, posting)

    def marks_of(self, posting: str) -> Marks:
        """The marks of a posting (id)."""
        return self.marks.get(posting) or marks_of(self.postings[posting])

    def facts_of(self, posting: str, *fields: FactField) -> list[Fact]:
        """The facts of a posting (id), of these fields alone where some are given."""
        return [fact for fact in self.facts.get(posting, ()) if not fields or fact.field in fields]


def _by_id(stored: Sequence[Stored]) -> tuple[dict[str, Posting], dict[str, Sequence[Fact]], dict[str, Marks]]:
    return (
        {one.posting.id: one.posting for one in stored},
        {one.posting.id: one.facts for one in stored},
        {one.posting.id: one.marks for one in stored},
    )


def _without(known: Mapping[str, _T], postings: Collection[str]) -> dict[str, _T]:
    return {identity: value for identity, value in known.items() if identity not in postings}
