"""The one job that a question is about, and that no posting is for: "is the gardener position part-time?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.asking.lexicon import Word, holds, is_job, words_of
from assistant.asking.reading import Reading
from assistant.resources import table
from assistant.text import fold

_REACH = 3  # words between "the" and "position"


def as_absent_job(reading: Reading) -> Reading:
    """The reading with the name of its job as `unknown`, where the question is about one and no posting holds it.

    What every posting says of the hours is no answer to « le poste de coiffeur est-il à mi-temps ? ».
    """
    of_one = reading.intent in ("fact", "section", "apply") and not reading.every and reading.postings is None
    if not of_one or not reading.aside or reading.unknown or not reading.asks:
        return reading
    words = words_of(reading.text)
    absent = {fold(word) for word in reading.aside} - set(table("asking.toml")["ordinal"]["words"])
    named = next((run for run in _names(words) if any(words[n].form in absent for n in run)), None)
    if named is None:
        return reading
    name = reading.text[words[named.start].start : words[named.stop - 1].end]
    return replace(reading, unknown=(name,), aside=tuple(word for word in reading.aside if word not in name))


def known_job(reading: Reading) -> str:
    """The job, as written, that a question about one posting speaks of as known: « la coiffeuse », "the nurse job"."""
    of_one = reading.intent in ("fact", "section", "apply") and not reading.every and reading.postings is None
    if not of_one or not reading.topic:
        return ""
    words, topic = words_of(reading.text), {fold(word) for word in reading.topic}
    told = (n for run in _names(words) for n in run if words[n].form in topic and is_job(words[n].form))
    return next((reading.text[words[n].start : words[n].end] for n in told), "")


def _names(words: Sequence[Word]) -> list[range]:
    """Where the names of jobs and of workplaces stand that are spoken of as known."""
    tables = table("asking.toml")
    nouns, known = tables["postings"]["singular"], tables["absent_job"]
    found: list[range] = []
    for first, last in holds(words, nouns):
        starts = [n for n in range(max(0, first - _REACH), first) if words[n].form in known["articles"]]
        if starts and first - starts[-1] > 1:  # "the gardener position"
            found.append(range(starts[-1] + 1, first))
        job = last + 1 if last < len(words) and words[last].form in known["of"] else last  # the « d' » is no word
        led = job > last or (job < len(words) and is_job(words[job].form))
        if starts and led and job < len(words) and not words[job].apart:  # « le poste de coiffeur »
            found.append(range(job, job + 1))
    sites = [last for _, last in holds(words, known["at"]) if last < len(words)]
    found += [range(n, n + 1) for n in sites if words[n].form not in known["times"]]
    pairs = enumerate(pairwise(words), 1)  # « la coiffeuse », "what does the nurse earn?"
    return [*found, *(range(n, n + 1) for n, (a, b) in pairs if a.form in known["articles"] and is_job(b.form))]
