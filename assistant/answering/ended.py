"""The day on which the work ends, where a posting states it beside the length of a contract."""

from __future__ import annotations

from datetime import date

from assistant.answering.draft import Draft
from assistant.asking.ending import asks_end
from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Reading
from assistant.domain import Answer
from assistant.facts.dates import dates_in
from assistant.facts.folded import folded
from assistant.library import Library
from assistant.resources import table
from assistant.text import one_line


def with_end(answer: Answer, reading: Reading, posting: str, library: Library, today: date) -> Answer:
    """The answer, and the sentence that names the last day of the work, where its end is asked for and not said yet.

    It stands in the same sentence as the first day, or as the contract: « CDD du 3 mai jusqu'au 25/07/2026 ».
    """
    language = library.postings[posting].language
    if "duration" not in reading.fields or not asks_end(words_of(reading.question)):
        return answer
    if any(dates_in(folded(citation.quote), language) for citation in answer.citations):
        return answer
    until = table("facts_schedule.toml")["duration"]["until"]
    facts = [fact for field in ("start", "contract") for fact in library.facts_of(posting, field)]
    for fact in facts:
        if holds(words_of(fact.quote), until) and dates_in(folded(fact.quote), language):
            draft = Draft.going_on(answer, reading, library, today)
            draft.add(f"« {one_line(draft.words(fact))} »", [draft.quote(fact)])
            return draft.finish("fact", answer.checked)
    return answer
