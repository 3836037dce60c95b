"""What jobs are to ask for no more than if they were silent on it: "which jobs need no judo?"."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Reading
from assistant.domain import Fact, Passage, Posting
from assistant.library import Library
from assistant.mentions import denials, sentences_on
from assistant.resources import table
from assistant.text import fold


def is_needless(reading: Reading) -> bool:
    """Whether what is denied, in words of no field, is that it is asked for, and not that it is spoken of."""
    asking = table("asking.toml")["needless"]["words"]
    plain = reading.topical not in ("job", "experience", "demanded")
    return bool(reading.denied and reading.topic and plain and holds(words_of(reading.text), asking))


def said_needless(reading: Reading, posting: Posting) -> tuple[Fact, ...]:
    """The sentences by which a posting does without it: « Le judo n'est pas exigé. »."""
    return denials(posting, [_phrase(reading)]) if is_needless(reading) else ()


def asking_for(reading: Reading, about: Mapping[str, Passage], library: Library) -> dict[str, Passage]:
    """Those of the postings (ids) that speak of it and do not only say that it is not needed."""
    return {posting: passage for posting, passage in about.items() if _asks(reading, library.postings[posting])}


def _asks(reading: Reading, posting: Posting) -> bool:
    said = sentences_on(posting, [_phrase(reading)])
    return not said or any(fact.value == "yes" for fact in said)


def _phrase(reading: Reading) -> str:
    return fold(" ".join(reading.topic))
