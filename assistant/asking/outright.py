"""Whether a question asks for what postings say in so many words, and not for what they are silent on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.lexicon import Tag, Word, holds
from assistant.asking.reading import Condition
from assistant.resources import table

_SAID_REACH = 4  # words between "say" and the no that is said


def names_outright(words: Sequence[Word]) -> bool:
    """Whether a question is about what postings mention, whatever it weighs there."""
    return bool(holds(words, table("asking.toml")["outright"]["words"]))


def as_said(conditions: Sequence[Condition], words: Sequence[Word], tags: Sequence[Tag]) -> list[Condition]:
    """The conditions, the denied ones of what postings have to deny in so many words.

    « Du lundi au vendredi » is said of work that takes no weekend; who is silent on it does not say so. Applications
    by e-mail are denied by a no of their own: "do not want e-mails".
    """
    tables = table("asking.toml")["outright"]
    refused = any(tag.table == "negation" and tag.key == "refusing" for tag in tags)
    every = is_outright(words) or refused
    weekdays, unwanted = bool(holds(words, tables["weekdays"])), bool(holds(words, tables["unwanted"]))
    by_topic = {"weekend": weekdays, "by_email": unwanted, "by_post": unwanted, "by_hand": unwanted}
    said = [every or (unwanted if c.field == "apply_to" else by_topic.get(c.value, False)) for c in conditions]
    return [replace(c, outright=c.negated and own) if own else c for c, own in zip(conditions, said, strict=True)]


def is_outright(words: Sequence[Word]) -> bool:
    """ "Which say that no letter is needed", « précisent qu'il n'y a pas de test », "who never takes money"."""
    tables = table("asking.toml")["outright"]
    said = holds(words, tables["words"])
    if any(0 <= first - last <= 1 for _, last in said for first, _ in holds(words, tables["that"])):
        return True
    return bool(holds(words, tables["so"])) or any(_is_said_no(words, first, last) for first, last in said)


def _is_said_no(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether what is said at these words is a no: "say there is no test", but not "do not say", « ne disent pas »."""
    tables = table("asking.toml")
    denials = holds(words, [*tables["negation"]["words"], *tables["outright"]["cannot"]])
    if any(0 <= first - behind <= 1 for _, behind in denials):
        return False
    silent = {word for word, _ in holds(words, tables["outright"]["nothing"])}
    near = [at for at, _ in denials if 0 <= at - last <= _SAID_REACH and at not in silent]
    return bool(near) and (near[0] > last or words[last].form in tables["outright"]["at_once"])
