"""The sentences of `data/wording.toml`, filled in, and the names by which postings are spoken of."""

from __future__ import annotations

import re

from assistant.domain import Language, Posting
from assistant.headline import headline
from assistant.resources import table
from assistant.text import one_line

_LONGEST_TITLE = 90
_BEFORE_VOWEL = re.compile(r"\b([dD]|qu)e (?=[aeiouyâàéèêëîïôûAEIOUYÂÀÉÈÊËÎÏÔÛ])")


def say(language: Language, key: str, **values: object) -> str:
    """The sentence `key` in `language` with its values. KeyError where a value or the sentence is missing."""
    return str(table("wording.toml")[language][key]).format(**values)


def call(posting: Posting) -> str:
    """A posting as people call it: its title, then the organisation and the place where they are stated."""
    title = headline(posting.title.of(posting.text)) or posting.name
    title = title[:1].upper() + title[1:]
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    organisation, place = (one_line(span.of(posting.text)) for span in (posting.organisation, posting.location))
    return title + (f", {organisation}" if organisation else "") + (f" ({place})" if place else "")


def elided(text: str) -> str:
    """French « de » and « que » before a vowel as « d' » and « qu' »: vient de Enabel → vient d'Enabel."""
    return _BEFORE_VOWEL.sub(r"\1'", text)
