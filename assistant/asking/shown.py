"""What is to be told of each posting of a set: « les stages et leur durée », "and by when"."""

from __future__ import annotations

from assistant.asking.lexicon import Tag, holds
from assistant.asking.negated import VALUED, WEIGHED
from assistant.asking.numbers import numbers_of
from assistant.asking.seen import VALUES, Seen
from assistant.resources import table

_REACH = 4  # words between « et » and what is to be told


def shown_fields(seen: Seen) -> list[Tag]:
    """« les stages et leur durée », "and by when": fields that are to be told, no conditions."""
    tables, found = table("asking.toml")["shown"], []
    for tag in (tag for tag in seen.tags if tag.table == "fields" and tag.first):
        before = [word.form for word in seen.words[max(0, tag.first - _REACH) : tag.first]]
        joint = max((n for n, form in enumerate(before) if form in tables["and"]), default=-1)
        between = before[joint + 1 :]
        asks = seen.words[tag.first].form in tables["asking"] or any(f in tables["own"] for f in between)
        told = joint >= 0 and asks and set(between) <= {*tables["asking"], *tables["own"]}
        if told and not (set(between) <= set(tables["articles"]) and _is_demanded(tag, len(between), seen)):
            found.append(tag)
    return found


def _is_demanded(tag: Tag, between: int, seen: Seen) -> bool:
    """Whether a field is one more thing that is weighed: « exigent l'anglais et le permis », not « et le salaire »."""
    weighed = any(other.table == "modality" and other.first < tag.first for other in seen.tags)
    last = tag.first - between - 1  # the word « et »
    beside = any(t.last == last for t in seen.tags if t.table in VALUED or t.table in ("fields", "topics"))
    return tag.key in WEIGHED and weighed and beside


def asks_for_fields(seen: Seen) -> bool:
    """« Quelles sont les dates limites des offres ? »: what is asked for stands before the postings."""
    fields = [tag for tag in seen.tags if tag.table == "fields"]
    values = [t for t in seen.tags if t.table in ("status", "modality", *VALUES)]
    own = not holds(seen.words, ["combien", "how many"]) and any(c.mine for c in numbers_of(seen.words, seen.tags))
    numbers = own or any(word.form.isdigit() for word in seen.words)
    if not fields or seen.window or seen.has("negation") or seen.has("lacking") or _are_told(seen, fields[0].last):
        return False
    led = any(tag.table == "topics" and tag.first < fields[0].first for tag in seen.tags)
    return not (values or numbers or led) and bool(seen.nouns) and fields[0].first < min(seen.nouns)


def _are_told(seen: Seen, at: int) -> bool:
    """« Salaire indiqué, quelles offres ? »: those that tell it, and not what they tell."""
    told = [last for first, last in holds(seen.words[at:], table("asking.toml")["stating"]["told"]) if first == 0]
    return any(seen.words[n].apart for n in (at + last for last in told) if n < len(seen.words))
