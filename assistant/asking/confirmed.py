"""Whether one posting is for the job that a question says it is for: « c'est bien pour un agent de crédit ? »."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from assistant.asking.lexicon import is_job, words_of
from assistant.asking.reading import Condition, Reading
from assistant.domain import Language, Posting
from assistant.facts.folded import alternatives, folded
from assistant.library import Library
from assistant.naming import title_words
from assistant.relevance import borne_out, telling
from assistant.resources import table

_LONGEST = 6  # words of a job
_OF_ELSE = ("contract", "working_time", "experience_years")  # « est-ce un poste à temps plein ? »


def confirmed(text: str, library: Library, read: Callable[[str], Reading]) -> Reading | None:
    """The reading of a question that only wants the job of one posting confirmed, None of any other.

    Yes where the title says so, else what the title is: one in the other language may call the job otherwise.
    """
    found = _asking().search(folded(text))
    job = re.sub(r"['’]s$", "", text[found.start("job") : found.end("job")]) if found else ""
    if not job or len(job.split()) > _LONGEST or not any(is_job(word.form) for word in words_of(job)):
        return None
    reading = read(text)
    of_else = any(condition.field in _OF_ELSE for condition in reading.conditions)
    if reading.every or reading.postings is None or len(reading.postings) != 1 or of_else:
        return None
    asked = replace(reading, intent="fact", fields=(), conditions=(), sections=(), topic=(), aside=(), extreme="")
    is_so = is_called(library.postings[min(reading.postings)], job, reading.language)
    return replace(asked, conditions=(Condition("title", job),)) if is_so else replace(asked, fields=("title",))


def is_called(posting: Posting, job: str, language: Language) -> bool:
    """Whether the title of a posting bears out every word of a job's name, in either language."""
    words = telling(job, language)
    return bool(words) and all(borne_out(words, title_words(posting), posting.language))


@cache
def _asking() -> re.Pattern[str]:
    """« … c'est bien pour un X ? », "… is it really for an X?", "is the job in Y for an X?"."""
    entry = table("asking.toml")["confirmed"]
    led, surely, post, an = (alternatives(entry[key]) for key in ("leads", "surely", "post", "articles"))
    noun = alternatives(entry["nouns"])
    named = rf"(?<!\w)is the [^,;:.?!()]{{2,30}}? {noun}|{noun} [^,;:.?!()]{{2,40}}? (?:est-il|est-elle|est-ce|c'est)"
    beside, behind = alternatives(entry["beside"]), alternatives(entry["behind"])
    place = rf"(?:,? {beside} [^,;:.?!()]{{2,40}}?)??,?"
    job = r"(?P<job>[^,;:.?!()]{3,60}?)"
    return re.compile(
        rf"(?:{led}|{named}){place}(?: {surely})? (?:{post} ?)?{an} ?(?<=[ ']){job}(?: {behind})?(?: {beside} |,|\s?\?)"
    )
