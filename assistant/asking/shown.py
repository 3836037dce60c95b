"""What is to be told of each posting of a set: « les stages et leur durée », "and by when"."""

from __future__ import annotations

from assistant.asking.lexicon import Tag
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
        if joint >= 0 and asks and set(between) <= {*tables["asking"], *tables["own"]}:
            found.append(tag)
    return found
