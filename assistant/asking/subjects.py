"""What one job is about, told in a sentence: "Which job is about translating documents?" asks for no document."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Tag, Word, holds, is_filler
from assistant.resources import table
from vectorstore.analysis import stop_words

_CONDITIONS = ("fields", "document", "language", "degree", "contract", "topics", "sections", "modality", "apply")
_ADDRESS = 3  # words between a posting's noun and what leads its subject: "a job here that is about"


def beside_subject(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """The tags without those in the words that tell what one job is about, where these begin with a word of their own.

    "Anything about housing?" asks for a topic all the same.
    """
    span = subject_of(words)
    if span is None or not _says_more(words, tags, span):
        return list(tags)
    return [tag for tag in tags if tag.table not in _CONDITIONS or not span[0] <= tag.first < span[1]]


def subject_of(words: Sequence[Word]) -> tuple[int, int] | None:
    """Where the words stand that tell what one job is about, None where a question has none."""
    tables = table("asking.toml")["subject"]
    nouns = [last for _, last in holds(words, tables["of"])]
    leads = (last for first, last in holds(words, tables["leads"]) if any(0 <= first - n <= _ADDRESS for n in nouns))
    first = next(leads, len(words))
    if first == len(words):
        return None
    ends = (n for n in range(first + 1, len(words)) if words[n].apart or holds(words[n : n + 2], tables["ends"]))
    return first, next(ends, len(words))


def _says_more(words: Sequence[Word], tags: Sequence[Tag], span: tuple[int, int]) -> bool:
    """Whether the first word of its own within `span` is no phrase of the tables, or a verb: "interviewing experts"."""
    small = {word for stop in stop_words().values() for word in stop}
    telling = (n for n in range(*span) if words[n].form not in small and not is_filler(words[n].form))
    first = next(telling, None)
    if first is None:
        return False
    tag = next((tag for tag in tags if tag.first <= first < tag.last), None)
    return tag is None or (tag.table == "fields" and words[first].form.endswith("ing"))
