"""« Ouvert aux débutants », « fermée le lundi »: words of an open posting that say nothing of a deadline."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Tag, Word, holds, matches
from assistant.library import Library
from assistant.resources import table

_A = ("a", "an", "my", "the")


def opening_to(tag: Tag, words: Sequence[Word], _tags: Sequence[Tag], _nouns: Sequence[int], _library: Library) -> bool:
    """« ouvert aux débutants » says nothing of a deadline."""
    only = int(tag.last < len(words) and words[tag.last].form in table("asking.toml")["only"]["alone"])
    after, whom = (words[n].form if n < len(words) else "" for n in (tag.last + only, tag.last + only + 1))
    near = {word.form for word in words[tag.last : tag.last + 2]}
    if tag.table == "status" and any(
        matches(form, day) for form in near for day in table("asking.toml")["weekday"]["words"]
    ):
        return False  # « le salon ferme le lundi »
    if tag.table == "status" and words[tag.first - 1 : tag.first] and words[tag.first - 1].form == "to" and after in _A:
        return False  # "a bank to open an account with"
    excluding = holds(words, table("asking.toml")["excluding"]["words"])
    if tag.table == "status" and any(first <= tag.first < last for first, last in excluding):
        return False  # « lesquels me sont fermés ? »
    # « ouvertes aux candidatures », not « aux candidats handicapés »
    further = words[tag.last + only + 2 : tag.last + only + 3]
    applying = (matches(whom, "candidat*") or matches(whom, "appl*")) and not (further and not further[0].apart)
    opening = any(matches(words[tag.last - 1].form, word) for word in ("open*", "ouvert*"))
    return tag.table != "status" or not opening or after not in ("a", "au", "aux", "to") or applying or whom.isdigit()
