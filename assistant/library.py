"""What the catalogue holds, in memory: postings, chunks, and the names by which they are shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from assistant.catalogue import Catalogue
from assistant.domain import Chunk, Fact, FactField, Posting
from assistant.duplicates import reposts_of
from assistant.errors import UserError
from assistant.marks import Marks, marks_of
from assistant.own_facts import OwnFact, laid_over, retitled
from assistant.rows import Stored
from assistant.topics import in_order, parts_of

Topics = Mapping[str, Sequence[Fact]]  # what is said of each topic (a key of the table)
_T = TypeVar("_T")


@dataclass(frozen=True)
class AsRead:
    """A posting and its facts as the rules read them."""

    posting: Posting
    facts: Sequence[Fact]


@dataclass(frozen=True, eq=False)
class Library:
    """One state of the catalogue: `postings` by id, `facts` by posting id; chunks are loaded when one is wanted.

    `topics` has what a posting (id) says of each topic that it speaks of. What the person put right is in the first
    two; `as_read` has the postings and facts that this concerns as the rules read them.
    """

    postings: Mapping[str, Posting]
    facts: Mapping[str, Sequence[Fact]] = field(default_factory=dict)
    topics: Mapping[str, Topics] = field(default_factory=dict)
    marks: Mapping[str, Marks] = field(default_factory=dict)
    as_read: Mapping[str, AsRead] = field(default_factory=dict)
    catalogue: Catalogue | None = None  # None: made of these postings alone

    @classmethod
    def load(cls, catalogue: Catalogue) -> Library:
        """The catalogue as it is now, its facts sorted for the questions to come."""
        loaded = cls(*_by_id(catalogue.stored(), catalogue.desk.own_facts()), catalogue)
        _ = loaded._facts_by_field, loaded._postings_by_value
        return loaded

    def with_changes(self, catalogue: Catalogue, touched: Collection[str]) -> Library:
        """The catalogue as it is after `touched` postings (ids) were added, changed or taken out; it alone is read."""
        fresh, facts, topics, marks, as_read = _by_id(catalogue.stored(touched), catalogue.desk.own_facts(touched))
        postings = sorted((_without(self.postings, touched) | fresh).values(), key=lambda p: (p.source, p.name))
        changed = Library(
            {posting.id: posting for posting in postings},
            _without(self.facts, touched) | facts,
            _without(self.topics, touched) | topics,
            _without(self.marks, touched) | marks,
            _without(self.as_read, touched) | as_read,
            catalogue,
        )
        if "chunks" in vars(self):  # loaded here, so not loaded again there
            chunks = {identity: chunk for identity, chunk in self.chunks.items() if chunk.posting not in touched}
            vars(changed)["chunks"] = chunks | catalogue.chunks(fresh, few=True)
        return changed

    def with_own_facts(self, posting: str) -> Library:
        """The same after the person said something of the facts of a posting (id)."""
        if self.catalogue is None:
            return self
        changed = self.with_changes(self.catalogue, {posting})
        vars(changed).update({name: vars(self)[name] for name in ("reposts", "distinct") if name in vars(self)})
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
        read = {identity: each.facts for identity, each in self.as_read.items()}
        postings = [self.as_read[i].posting if i in self.as_read else p for i, p in self.postings.items()]
        found = reposts_of(postings, {**self.facts, **read}, bands, verdicts)
        if self.catalogue and (fresh := {pair: same for pair, same in verdicts.items() if pair not in known}):
            self.catalogue.keep_verdicts(fresh)
        return found

    @cached_property
    def distinct(self) -> tuple[str, ...]:
        """The postings (ids) that stand for themselves, in order: those that are asked about, shown and counted."""
        return tuple(sorted(posting for posting in self.postings if posting not in self.reposts))

    @cached_property
    def shared_references(self) -> dict[str, frozenset[str]]:
        """The references that several postings which stand for themselves have, each with these (ids)."""
        holders: dict[str, set[str]] = defaultdict(set)
        for posting in self.distinct:
            for fact in self.facts_of(posting, "reference"):
                holders[str(fact.value)].add(posting)
        return {reference: frozenset(held) for reference, held in holders.items() if len(held) > 1}

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
        if len(fields) == 1:
            return list(self._facts_by_field.get(fields[0], {}).get(posting, ()))
        return [fact for fact in self.facts.get(posting, ()) if not fields or fact.field in fields]

    def stating(self, field: FactField, holds: Callable[[object], bool] | None = None) -> Collection[str]:
        """The postings (ids) that state something of a field, where `holds` is given only with values that it takes."""
        if holds is None:
            return self._facts_by_field.get(field, {}).keys()
        by_value = self._postings_by_value.get(field, {})
        return frozenset[str]().union(*(postings for value, postings in by_value.items() if holds(value)))

    @cached_property
    def _postings_by_value(self) -> Mapping[str, Mapping[object, Collection[str]]]:
        """The postings (ids) by field and value."""
        found: dict[str, dict[object, set[str]]] = defaultdict(lambda: defaultdict(set))
        for posting, facts in self.facts.items():
            for fact in facts:
                found[fact.field][fact.value].add(posting)
        return found

    @cached_property
    def _facts_by_field(self) -> Mapping[str, Mapping[str, Sequence[Fact]]]:
        """The facts by field and posting (id): a question looks one field up in each of thousands of postings."""
        found: dict[str, dict[str, list[Fact]]] = defaultdict(dict)
        for posting, facts in self.facts.items():
            for fact in facts:
                found[fact.field].setdefault(posting, []).append(fact)
        return found

    def mentions(self, topic: str, posting: str) -> tuple[Fact, ...]:
        """The sentences of a posting (id) that speak of a topic (a key of the table), in their order; one that denies
        it has the value "no".
        """
        said = self.topics.get(posting, {})
        return in_order(fact for part in parts_of(topic) for fact in said.get(part, ()))

    def is_mentioned(self, topic: str) -> bool:
        """Whether any posting speaks of a topic."""
        return not self._topics_mentioned.isdisjoint(parts_of(topic))

    @cached_property
    def _topics_mentioned(self) -> frozenset[str]:
        return frozenset(topic for said in self.topics.values() for topic in said)

    def read_facts_of(self, posting: str) -> Sequence[Fact]:
        """The facts of a posting (id) as the rules read them, whatever the person put right."""
        return self.as_read[posting].facts if posting in self.as_read else self.facts.get(posting, ())


_Parts = tuple[dict[str, Posting], dict[str, Sequence[Fact]], dict[str, Topics], dict[str, Marks], dict[str, AsRead]]


def _by_id(stored: Sequence[Stored], own: Mapping[str, Sequence[OwnFact]]) -> _Parts:
    postings: dict[str, Posting] = {one.posting.id: one.posting for one in stored}
    facts: dict[str, Sequence[Fact]] = {}
    topics: dict[str, Topics] = {}
    for one in stored:
        facts[one.posting.id], topics[one.posting.id] = _apart(one.facts)
    as_read = {identity: AsRead(postings[identity], facts[identity]) for identity in own if identity in postings}
    for identity, read in as_read.items():
        facts[identity] = laid_over(read.posting, read.facts, own[identity])
        postings[identity] = retitled(read.posting, facts[identity])
    return postings, facts, topics, {one.posting.id: one.marks for one in stored}, as_read


def _apart(stated: Sequence[Fact]) -> tuple[Sequence[Fact], Topics]:
    """The facts that have a field of their own, and the mentions of topics by topic, which their detail names."""
    topics: dict[str, list[Fact]] = defaultdict(list)
    for fact in stated:
        if fact.field == "mention":
            topics[fact.detail].append(replace(fact, detail=""))
    return [fact for fact in stated if fact.field != "mention"], topics


def _without(known: Mapping[str, _T], postings: Collection[str]) -> dict[str, _T]:
    return {identity: value for identity, value in known.items() if identity not in postings}
