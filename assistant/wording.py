"""The sentences of `data/wording.toml`, filled in, and the names by which postings are spoken of."""

from __future__ import annotations

from assistant.domain import Language, Posting
from assistant.resources import table
from assistant.text import one_line

_LONGEST_TITLE = 90


def say(language: Language, key: str, **values: object) -> str:
    """The sentence `key` in `language` with its values. KeyError where a value or the sentence is missing."""
    return str(table("wording.toml")[language][key]).format(**values)


def call(posting: Posting) -> str:
    """A posting as people call it: its title, then the organisation and the place where they are stated."""
    title = one_line(posting.title.of(posting.text)) or posting.name
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    whose = ", ".join(one_line(s.of(posting.text)) for s in (posting.organisation, posting.location) if s.of(posting.text))
    return f"{title} ({whose})" if whose else title
