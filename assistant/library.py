"""What the catalogue holds, in memory: postings, chunks, and the names by which they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from assistant.catalogue import Catalogue
from assistant.domain import Chunk, Fact, FactField, Posting
from assistant.errors import UserError
from vectorstore.keyword import Document


@dataclass(frozen=True, eq=False)
class Library:
    """One state of the catalogue: `postings` by id, `chunks` by chunk id, `facts` by posting id."""

    postings: Mapping[str, Posting]
    chunks: Mapping[str, Chunk]
    facts: Mapping[str, Sequence[Fact]] = field(default_factory=dict)

    @classmethod
    def load(cls, catalogue: Catalogue) -> Library:
        """The catalogue as it is now."""
        postings = {posting.id: posting for posting in catalogue.postings()}
        return cls(postings, catalogue.chunks(postings), catalogue.facts())

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

    def facts_of(self, posting: str, *fields: FactField) -> list[Fact]:
        """The facts of a posting (id), of these fields alone where some are given."""
        return [fact for fact in self.facts.get(posting, ()) if not fields or fact.field in fields]

    def documents(self, postings: Iterable[str] | None = None) -> list[Document]:
        """The chunks (of `postings`, ids, where given) as the keyword index takes them."""
        wanted = None if postings is None else set(postings)
        return [
            Document(identity, chunk.posting, chunk.text_to_embed, self.postings[chunk.posting].language)
            for identity, chunk in self.chunks.items()
            if wanted is None or chunk.posting in wanted
        ]
