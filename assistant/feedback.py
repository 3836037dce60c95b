"""Thumbs up and down, kept in the store and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime

from assistant.domain import Answer
from assistant.store import Store
from assistant.text import clean

_OF_A_CV = ("letter", "fit")  # kinds of answers in which words of a CV stand
_LONGEST_QUESTION = 500  # characters: a longer one may be a CV that was pasted
_LONGEST_ANSWER = 5_000


def keep(store: Store, question: str, answer: Answer, up: bool) -> None:
    """Keep a thumb with the question and the answer; nothing of a letter or a CV is kept.

    An answer holds words of postings: they go from here as well when the posting is taken out.
    """
    private = answer.kind in _OF_A_CV or len(question) > _LONGEST_QUESTION
    library = store.library
    shown = {
        *(citation.posting for citation in answer.citations),
        *(match.posting for match in answer.matches),
        *(undecided.posting for undecided in answer.undecided),
        *answer.names,
    }
    postings = sorted(library.by_display_name[name].id for name in shown if name in library.by_display_name)
    said = {
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "question": "" if private else clean(question),
        "answer": "" if private else clean(answer.text)[:_LONGEST_ANSWER],
        "kind": answer.kind,
        "language": answer.language,
        "writer": answer.writer,
        "up": up,
    }
    store.catalogue.desk.keep_feedback(said, [] if private else postings)
