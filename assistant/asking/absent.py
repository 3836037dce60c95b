"""Employers that a question names and no posting does: what another one pays in the same town is no answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from assistant.asking.lexicon import Word, holds, words_of
from assistant.asking.reading import Condition, Reading
from assistant.library import Library
from assistant.name_index import organisation_index
from assistant.places import Phrase, phrase_of
from assistant.resources import table
from assistant.text import fold

_GAP = 1  # words within a name that are none of it by themselves: « Médecins *sans* Frontières »
_LONGEST = 8  # words of a name


def absent_employer(reading: Reading, library: Library) -> str:
    """The employer, as written, that a question names and none of the postings does that it was taken to be about.

    It is known everywhere, or one by what stands beside a name that is in no posting ("does Zakoura pay", « chez
    Zakoura ») where a place alone told which postings are meant. Nothing where there is none.
    """
    if reading.postings is None:
        return ""
    words = words_of(reading.question)
    named = list(_known(words, reading, library))
    if reading.places and not reading.organisations:
        absent = {fold(part) for name in reading.unknown for part in name.split()}
        led = [run for run in _runs(words, absent) if _is_led(words, run)]
        named += [run for run in led if not _holds(reading, library, _phrase(words, run))]
    return reading.question[words[named[0].start].start : words[named[0].stop - 1].end] if named else ""


def of_other_employer(reading: Reading) -> Reading | None:
    """ "Is UNICEF the employer for the job in Kiffa?", where it is another, as whether it is from there; else None."""
    one = reading.postings is not None and len(reading.postings) == 1 and not reading.every
    if reading.intent != "fact" or reading.fields != ("organisation",) or not reading.unknown or not one:
        return None
    name = " ".join(reading.unknown)
    return replace(reading, fields=(), stated=(), unknown=(), conditions=(Condition("organisation", name),))


def _runs(words: Sequence[Word], absent: set[str]) -> list[range]:
    """The places of the words that are in no posting, those together that stand beside each other."""
    at = [n for n, word in enumerate(words) if word.form in absent]
    ends = [n for n, following in pairwise([*at, len(words) + _GAP + 1]) if following - n > _GAP + 1]
    starts = [n for n, before in zip(at, [-_GAP - 2, *at], strict=False) if n - before > _GAP + 1]
    return [range(start, end + 1) for start, end in zip(starts, ends, strict=True)]


def _is_led(words: Sequence[Word], run: range) -> bool:
    """Whether what stands beside a name says that it is an employer's."""
    beside = table("asking.toml")["absent_employer"]
    if words[run.start].form in beside["none"]:
        return False
    start = run.start - 1 if run.start and words[run.start - 1].form in beside["articles"] else run.start
    behind = words[run.stop].form if run.stop < len(words) and not words[run.stop].apart else ""
    if behind in table("asking.toml")["postings"]["singular"]:
        return False  # "what does the WASH job pay?"
    led = any(last == start for _, last in holds(words[:start], beside["before"]))
    return led or behind in beside["behind"]


def _phrase(words: Sequence[Word], run: range) -> Phrase:
    return phrase_of(" ".join(words[n].form for n in run))


def _known(words: Sequence[Word], reading: Reading, library: Library) -> Iterator[range]:
    """The places of the names of employers known everywhere that none of the postings asked about holds."""
    for start, word in enumerate(words):
        if not word.capital:
            continue
        for stop in range(min(start + _LONGEST, len(words)), start, -1):
            name = _phrase(words, range(start, stop))
            written = reading.question[word.start : words[stop - 1].end]
            known = written in _well_known() if len(name) == 1 else name in _known_employers()  # "Care" is no CARE
            if known and not _employs(library, name) and not _holds(reading, library, name):
                yield range(start, stop)


def _employs(library: Library, name: Phrase) -> bool:
    """Whether an employer of the library bears one of the names that one is known by: « HCR », "UNHCR Mauritania"."""
    own = organisation_index(library)
    rows = (tuple(map(phrase_of, row)) for row in table("employers.toml")["same"])
    names = next((row for row in rows if name in row), (name,))
    return any(
        (len(each) == 1 and each[0] in own.words) or any(_stands_in(each, phrase) for phrase in own.phrases)
        for each in names
    )


def _stands_in(name: Phrase, words: Phrase) -> bool:
    return any(name == words[n : n + len(name)] for n in range(len(words) - len(name) + 1))


def _holds(reading: Reading, library: Library, name: Phrase) -> bool:
    """Whether one of the postings asked about holds a name."""
    texts = (phrase_of(library.postings[identity].text) for identity in reading.postings or ())
    return any(_stands_in(name, text) for text in texts)


@cache
def _well_known() -> frozenset[str]:
    """The names of the employers that are known everywhere, as they are written."""
    employers = table("employers.toml")
    return frozenset((*employers["known"], *(name for same in employers["same"] for name in same)))


@cache
def _known_employers() -> frozenset[Phrase]:
    return frozenset(map(phrase_of, _well_known()))
