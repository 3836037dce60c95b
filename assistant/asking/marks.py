"""What a subject line is asked on: an e-mail, or an envelope that bears a mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.lexicon import Word, holds
from assistant.asking.reading import Condition
from assistant.resources import table

ENVELOPE, MAIL = "envelope", "mail"


def with_carriers(conditions: Sequence[Condition], words: Sequence[Word]) -> list[Condition]:
    """The conditions, those on a subject line with what bears it: « un objet pour le mail » is on no envelope.

    « Un objet ou une mention » may be on either.
    """
    kind = _carrier(words)
    return [replace(c, value=kind) if c.field == "subject_line" and kind and not c.value else c for c in conditions]


def is_on(kind: str, quote: Sequence[Word]) -> bool:
    """Whether the words that ask for a subject line ask for it on an envelope, or in an e-mail."""
    tables = table("asking.toml")["marks"]
    paper, mail = (bool(holds(quote, tables[each])) for each in (ENVELOPE, MAIL))
    return paper if kind == ENVELOPE else mail or not paper


def _carrier(words: Sequence[Word]) -> str:
    tables = table("asking.toml")["marks"]
    paper, mail = (bool(holds(words, tables[kind])) for kind in (ENVELOPE, MAIL))
    if paper == mail or (mail and holds(words, tables["either"])):
        return ""
    return ENVELOPE if paper else MAIL
