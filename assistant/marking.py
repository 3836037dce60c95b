"""The marks on the postings of a store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assistant.shortlist import Mark, Marked, followed, marked_now
from assistant.store import Store


def mark_posting(store: Store, name: str, mark: Mark | None, note: str | None, today: date) -> Marked | None:
    """See `Assistant.mark`."""
    posting = store.library.named(name)
    before = marks_of(store).get(posting.id)
    marked = marked_now(before, mark, note, today) if mark else None
    store.catalogue.desk.mark(posting.id, marked, posting.digest)
    return marked


def marks_of(store: Store) -> dict[str, Marked]:
    """The postings (ids) that are marked."""
    marked, postings = store.catalogue.desk.marked(), store.library.postings
    return followed(marked, {posting: postings[posting].digest for posting in marked if posting in postings})


def marks_shown(marked: Mapping[str, Marked], reposts: Mapping[str, str]) -> dict[str, Marked]:
    """The same, and the latest mark of any version of a posting on the one that stands for it, where that has none."""
    others = sorted((marked[a].since, a, b) for a, b in reposts.items() if a in marked and b not in marked)
    return {**{stands: marked[version] for _, version, stands in others}, **marked}
