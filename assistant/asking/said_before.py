"""What a last sentence asks of what stands before it: "The Safi job tempts me. How long is it?"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.asking.antecedents import points_at_both, points_at_level
from assistant.asking.background import begins_asking
from assistant.asking.lexicon import holds, words_of
from assistant.asking.pointing import points_as_subject, points_back
from assistant.asking.reading import Reading
from assistant.resources import table

_END = re.compile(r"[.!;:…]\s+(?=[^\W\d_])")
_SAYS_SOMETHING = 3  # words of a sentence that may name a posting


def of_the_one_named(text: str, read: Callable[[str], Reading]) -> Reading | None:
    """The reading of a last sentence, about the one posting that the text before it names; None where it names none.

    So is nothing taken for asked that only tells of the posting: « Je veux candidater à Safi. Quel est le salaire ? ».
    """
    before, asked = _last_asked(text)
    if not asked or any(points(asked) for points in (points_at_both, points_at_level, points_back, points_as_subject)):
        return None  # what is taken up is a thing that was named: "the first", "that level"
    if holds(words_of(asked), table("asking.toml")["which_is_it"]["words"]):
        return _which_is_it(read(text))
    found = read(asked)
    told = found.fields or found.sections or any(c.value for c in found.conditions) or found.intent == "apply"
    if found.postings is not None or found.every or found.unknown or not told:
        return None
    whole = read(text)
    if whole.postings is None or len(whole.postings) != 1 or whole.every or whole.unknown:
        return None  # « Je vise Oxfam à Niamey ; … » is about none of another employer there
    named = replace(found, postings=whole.postings, places=whole.places, organisations=whole.organisations)
    return replace(named, topic=() if found.fields else found.topic, aside=(), beside=before)


def _which_is_it(whole: Reading) -> Reading | None:
    """ "I need a reference for the post at Kwetu. Which one is it?": the field that was named, of that posting."""
    if whole.postings is None or len(whole.postings) != 1 or len(whole.fields) != 1:
        return None
    return replace(whole, intent="fact", conditions=(), topic=(), aside=(), every=False)


def _last_asked(text: str) -> tuple[str, str]:
    """What stands before the last sentence, and that sentence, where it alone asks; else nothing."""
    last = max((match.end() for match in _END.finditer(text)), default=0)
    before, asked = text[:last].strip(" .;:"), text[last:]
    if not last or len(words_of(before)) < _SAYS_SOMETHING or "?" in before:
        return "", ""
    alone = asked.rstrip().endswith("?") or begins_asking(asked)
    return (before, asked) if alone and not begins_asking(before) else ("", "")
