"""A posting's facts put right, confirmed, denied, and taken back, by the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain import Fact, FactField, Modality, Posting
from assistant.errors import UserError
from assistant.fact_values import OF_ONE_VALUE, WEIGHED, Value, checked, checked_field
from assistant.own_facts import ALL, OwnFact, key_of, own_fact
from assistant.store import Store

_SHORTEST = 4  # letters and digits from which a value that stands in the text is its quote
_AS_WRITTEN = frozenset(
    {
        "organisation", "title", "reference", "location", "degree", "apply_to", "document", "subject_line", "start",
        "duration", "selection",
    }
)  # fmt: skip


def correct(
    store: Store,
    name: str,
    field: FactField,
    value: Value,
    replaces: Value | None,
    modality: Modality | None,
    detail: str,
    quote: str,
) -> None:
    """See `Assistant.correct`."""
    value, detail = checked(field, value, detail)
    posting = store.library.named(name)
    stood, key = _replaced(store, posting, field, value, replaces)
    same = next((fact for fact in stood if key_of(fact.value) == key_of(value)), None)
    usual: Modality = "required" if field in WEIGHED else "stated"
    weight = next((fact.modality for fact in stood), usual) if modality is None else modality
    if weight == "none":
        raise UserError("What a fact weighs is required, asset or stated.")
    start = _place(posting, field, value, quote)
    words = quote or (value if start >= 0 and isinstance(value, str) else "")
    beside = detail or (same.detail if same and field != "deadline" else "")
    said = Fact(posting.id, field, value, weight, words, max(start, 0), max(start, 0) + len(words), beside)
    _keep(store, own_fact(posting, "corrected", field, key, said, stood))


def confirm(store: Store, name: str, field: FactField, value: Value | None) -> None:
    """See `Assistant.confirm`."""
    posting = store.library.named(name)
    for fact in _stated(store, posting, field, value):
        if fact.origin != "corrected":
            plain = replace(fact, origin="text", outdated=False)
            _keep(store, own_fact(posting, "confirmed", field, key_of(fact.value), plain, [fact]))


def deny(store: Store, name: str, field: FactField, value: Value | None) -> None:
    """See `Assistant.deny`."""
    posting = store.library.named(name)
    stood = _stated(store, posting, field, value)
    key = ALL if value is None else _target(_own(store, posting, field), key_of(value))
    _keep(store, own_fact(posting, "denied", field, key, None, stood))


def withdraw(store: Store, name: str, field: FactField, value: Value | None) -> None:
    """See `Assistant.withdraw`."""
    posting = store.library.named(name)
    own = _own(store, posting, checked_field(field))
    meant = [
        each.replaces
        for each in own
        if value is None or key_of(value) in (each.replaces, each.fact and key_of(each.fact.value))
    ]
    if not meant:
        raise UserError(f"Nothing was put right, confirmed or denied of {field} in {name}.")
    store.catalogue.desk.withdraw(posting.id, field, meant)
    store.take_over_own_facts(posting.id)


def _keep(store: Store, own: OwnFact) -> None:
    others = [each.replaces for each in _own(store, store.library.postings[own.posting], own.field)]
    store.catalogue.desk.keep_own(own, others if own.replaces == ALL else ())
    store.take_over_own_facts(own.posting)


def _own(store: Store, posting: Posting, field: FactField) -> list[OwnFact]:
    found = store.catalogue.desk.own_facts([posting.id]).get(posting.id, [])
    return [own for own in found if own.field == field]


def _stated(store: Store, posting: Posting, field: FactField, value: Value | None) -> list[Fact]:
    """The facts of a field (with this value); UserError where there is none."""
    facts = store.library.facts_of(posting.id, checked_field(field))
    found = [fact for fact in facts if value is None or key_of(fact.value) == key_of(value)]
    if not found:
        raise UserError(f"No such {field} was read in {posting.name}, so there is nothing to confirm or deny.")
    return found


def _replaced(
    store: Store, posting: Posting, field: FactField, value: Value, replaces: Value | None
) -> tuple[Sequence[Fact], str]:
    """The facts in whose place a value comes, and what they are known by."""
    facts, own = store.library.facts_of(posting.id, field), _own(store, posting, field)
    if replaces is not None:
        return _stated(store, posting, field, replaces), _target(own, key_of(replaces))
    if field in OF_ONE_VALUE:
        return facts, ALL
    return [fact for fact in facts if key_of(fact.value) == key_of(value)], _target(own, key_of(value))


def _target(own: Sequence[OwnFact], key: str) -> str:
    """What a value is kept under: that which the person's own fact of this value stands in for, if there is one."""
    return next((each.replaces for each in own if each.fact and key_of(each.fact.value) == key), key)


def _place(posting: Posting, field: FactField, value: Value, quote: str) -> int:
    """Where the words of a fact stand in the text; -1 where it has none."""
    if quote:
        start = posting.text.find(quote)
        if start < 0:
            raise UserError("The quote must stand in the posting letter for letter: copy it from there.")
        return start
    if field not in _AS_WRITTEN or not isinstance(value, str) or sum(map(str.isalnum, value)) < _SHORTEST:
        return -1
    return posting.text.find(value)
