"""What is to be told of each posting of a set: « les stages et leur durée », "and by when"."""

from __future__ import annotations

from assistant.asking.lexicon import Tag
from assistant.asking.negated import VALUED, WEIGHED
from assistant.asking.seen import Seen
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
