"""A question about a job that the person has told of before it: "They mend old boats. Which ad is that?"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.asking.background import told_before
from assistant.asking.lexicon import is_filler
from assistant.asking.presented import described_before
from assistant.asking.reading import Reading
from assistant.relevance import telling

_OF_CONTRACTS = frozenset(
    {"contract", "working_time", "language", "degree", "driving_licence", "pay", "experience_years"}
)


def of_what_was_told(text: str, whole: Reading, read: Callable[[str], Reading]) -> Reading | None:
    """The reading of "My family makes olive oil. A job to do with that?": of the job that has to do with it."""
    about = told_before(text) if whole.intent != "open" or not whole.topic or whole.unknown else ""
    if not about or whole.of_a_field:
        return None
    found = read(about)
    if any(condition.field in _OF_CONTRACTS for condition in found.conditions):
        return None
    topic = tuple(word.form for word in telling(about, found.language) if not is_filler(word.form)) or found.topic
    named = found.postings if found.places or found.organisations else None
    told = replace(found, question=text, text=about, intent="open", postings=named, topic=topic, fields=())
    told = replace(told, sections=whole.sections or found.sections)  # "which job fits, and what are its tasks?"
    return replace(told, conditions=(), unknown=(), aside=(), every=False) if topic else None


def of_what_was_described(text: str, read: Callable[[str], Reading]) -> Reading | None:
    """The reading of "They mend old boats. Which ad is that?": of the job that is told of, where no table knows it."""
    about = described_before(text)
    found = read(about) if about else None
    if found is None or found.places or found.organisations or found.intent == "count":
        return None
    if found.extreme or any(c.field != "mention" or c.negated or c.asked != "any" for c in found.conditions):
        return None
    topic = tuple(word.form for word in telling(about, found.language) if not is_filler(word.form))
    told = replace(found, question=text, text=about, intent="open", fields=(), conditions=(), topic=topic, stated=())
    return replace(told, postings=None, unknown=(), aside=(), of_a_job=True, every=True) if topic else None
