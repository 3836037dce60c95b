"""Conditions of two kinds of which one will do: "part-time or freelance", « à Lyon ou en télétravail ».

Values of one kind are joined where they are read (see `choices`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.asking.lexicon import Word, holds, words_of
from assistant.asking.other_languages import is_another
from assistant.asking.reading import BEGINNERS, Condition, Reading
from assistant.resources import table

_LONGEST = 9  # words of what stands before "or"
_FURTHEST = 7  # words behind it in which the other condition ends
_BARE = 4  # words of a part of a list: "part-time, remote or freelance"
_DENIED = ("degree", "driving_licence", "language", "experience_years", "document")
_Read = Callable[[str], Reading]


def joined_by_or(whole: Reading, read: _Read, glance: _Read) -> Reading:
    """The reading with what "or" joins as one condition.

    `read` gives the reading of other words, `glance` one of a few words, by the tables alone: it is asked for often.
    """
    timed = any(condition.window for condition in whole.conditions)  # of two times one alone is read
    if len(whole.conditions) + bool(whole.places) + timed < 2 or whole.organisations:
        return whole
    words = words_of(whole.text)
    for at in _joints(whole.text, words):
        if either := _either(whole, words, at, read, glance):
            return either
    return whole


def _joints(text: str, words: Sequence[Word]) -> Iterator[int]:
    """The places of "or", but for « où », which asks where."""
    tables = table("asking.toml")["or_else"]
    for n, word in enumerate(words[1:-1], 1):
        asks_where = word.form == "ou" and text[word.start : word.end].lower() != "ou"
        again = word.form in tables["twice"] and word.form in [before.form for before in words[:n]]  # « soit … soit »
        if (again or word.form in tables["joints"]) and not asks_where and words[n - 1].form not in tables["nouns"]:
            yield n


def _either(whole: Reading, words: Sequence[Word], at: int, read: _Read, glance: _Read) -> Reading | None:
    stated = _parts(read(_written(whole, words[:at])))
    ends = table("asking.toml")["or_else"]["ends"]
    end = next((n for n in range(at + 2, len(words)) if words[n].apart or words[n].form in ends), len(words))
    other = _following(whole, words[at + 1 : end], read, glance)
    lists = _lists(words[:at])
    first = _nearest(whole, lists[-1], stated, glance)
    if first is None or other is None or _is_one(first, other) or is_another(first) or _joins_names(whole, words, at):
        return None
    if first.negated and other.negated:
        return None  # "neither a degree nor a licence"
    if first.negated and _is_denied_too(other, words[at + 1 : end]):
        denied = replace(other, asked=first.asked, negated=True)
        return replace(whole, conditions=tuple(denied if c == other else c for c in whole.conditions))
    bare = len(lists[-1]) <= _BARE
    listed = [part for one in lists[:-1] if bare and (part := _nearest(whole, one, stated, glance))]
    return _with(whole, stated, list(dict.fromkeys([*listed, first, other])))


def _joins_names(whole: Reading, words: Sequence[Word], at: int) -> bool:
    """Whether it stands between the names of places: « à Casablanca ou Rabat »."""
    names = " ".join(condition.value for condition in whole.conditions if condition.field == "location")
    return bool(names) and _written(whole, words[at - 1 : at + 2]) in names


def _is_denied_too(other: Condition, words: Sequence[Word]) -> bool:
    """ "No licence or degree": what is denied goes on behind "or", where no verb begins anew."""
    demanding = table("asking.toml")["demanding"]
    begins = holds(words, (*demanding["verbs"], *demanding["needs"]))
    return other.field in _DENIED and other.value != BEGINNERS and len(words) <= _BARE and not begins


def _written(whole: Reading, words: Sequence[Word]) -> str:
    return whole.text[words[0].start : words[-1].end]


def _opened(whole: Reading, words: Sequence[Word]) -> str:
    """Some words of a question as a question of their own, about all postings."""
    return f"{table('asking.toml')['or_else']['opening'][whole.language]} {_written(whole, words)}"


def _lists(words: Sequence[Word]) -> list[Sequence[Word]]:
    """The words in the parts that commas make."""
    starts = [0, *(n for n, word in enumerate(words) if n and word.apart), len(words)]
    return [words[first:last] for first, last in pairwise(starts)]


def _parts(reading: Reading) -> list[Condition]:
    """The conditions of a reading, and its place as one."""
    there = tuple(sorted(reading.postings or ()))
    placed = [Condition("location", " / ".join(reading.places), there)] if reading.places and there else []
    return [*reading.conditions, *placed]


def _nearest(whole: Reading, words: Sequence[Word], stated: Sequence[Condition], glance: _Read) -> Condition | None:
    """The condition that ends behind some words, of those that are `stated` up to there."""
    for first in range(len(words) - 1, max(-1, len(words) - _LONGEST), -1):
        for part in _parts(glance(_opened(whole, words[first:]))):
            if alike := [c for c in stated if c.field == part.field]:
                nearest = next((c for c in alike if part.value in (c.value, *c.others)), alike[-1])
                return nearest if nearest.window else _as_in(whole, nearest)
    return None


def _following(whole: Reading, words: Sequence[Word], read: _Read, glance: _Read) -> Condition | None:
    """The first condition in the words behind "or"; what comes later goes for both: "or permanent in Lyon"."""
    parts = _parts(read(_opened(whole, words))) or _times(whole, words, glance)
    if any(part.value == "until_filled" for part in parts):  # "open until filled"
        parts = [part for part in parts if part.field != "status"]
    for last in range(1, min(len(words), _FURTHEST) + 1) if parts else ():
        begun_with = _opened(whole, words[:last])
        for begun in _parts(glance(begun_with)) or _times(whole, words[:last], glance):
            if alike := [part for part in parts if part.field == begun.field]:
                return _as_in(whole, alike[0])
    return None


def _times(whole: Reading, words: Sequence[Word], read: _Read) -> list[Condition]:
    """A time without its verb: "before 15 December or after 1 January"."""
    verbs = table("asking.toml")["or_else"]["verb"][whole.language]
    verb = next((verbs[c.field] for c in whole.conditions if c.window and c.field in verbs), "")
    return [c for c in read(f"{verb} {_written(whole, words)}").conditions if c.window] if verb else []


def _as_in(whole: Reading, part: Condition) -> Condition:
    """A condition as the whole question has it: its verb may stand before "or" alone."""
    return next((c for c in whole.conditions if c.field == part.field and _is_one(c, part)), part)


def _is_one(condition: Condition, other: Condition) -> bool:
    """Whether two conditions are one, perhaps with a further value."""
    if (one := condition.window) or other.window:
        then = other.window
        return one is not None and then is not None and (one.kind, one.day, one.end) == (then.kind, then.day, then.end)
    if condition.field != other.field:
        return False
    alike = other.value in (condition.value, *condition.others) or condition.field in ("location", "pay")
    return alike or condition.number is not None


def _with(whole: Reading, stated: Sequence[Condition], joined: Sequence[Condition]) -> Reading:
    """The reading with the joined conditions as one, and the others as they were."""
    known = (*stated, *joined)
    beside = [c for c in stated if not any(_is_one(c, part) for part in joined)]
    timed = {part.field for part in joined if part.window}
    behind = [c for c in whole.conditions if not any(_is_one(c, part) for part in known)]
    behind = [c for c in behind if not (c.window and c.field in timed)]
    rest = [_as_in(whole, c) for c in (*beside, *behind)]
    one = replace(joined[0], or_else=tuple(joined[1:]))
    if any(part.field == "location" and part.value in (" / ".join(whole.places), *whole.places) for part in joined):
        whole = replace(whole, places=(), postings=None)
    placed = (c for c in rest if c.field != "location" or not whole.places)
    return replace(whole, conditions=(*placed, one))
