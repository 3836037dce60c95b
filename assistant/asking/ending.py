"""When the work ends that a question asks about: "when does the internship end?", « jusqu'à quand court le CDD ? »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.lexicon import Tag, Word, holds, matches
from assistant.resources import table

_STAYS = 9  # words from "how long" to "open"


def ending(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """The tags, with the time at which a contract ends as its duration, rather than as a last day to apply."""
    if (open_till := _staying_open(words, tags)) is not None:
        return open_till
    if not asks_end(words) or any(tag.table == "fields" and tag.key == "duration" for tag in tags):
        return list(tags)
    kept = [tag for tag in tags if not _is_of_applying(tag)]
    verbs = [span for span in holds(words, _ends()) if not any(t.first < span[1] and span[0] < t.last for t in kept)]
    asked = [(tag.first, tag.last) for tag in tags if _is_of_applying(tag)]
    spans = dict.fromkeys([*asked, *verbs])
    return [*kept, *(Tag("fields", "duration", first, last) for first, last in spans)]


def _staying_open(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag] | None:
    """ "How long will the advert stay open?", « combien de temps peut-on postuler ? »: until the last day to apply."""
    tables = table("asking.toml")["ending"]
    asked = next((tag for tag in tags if (tag.table, tag.key) == ("fields", "duration")), None)
    if asked is None:
        return None
    within = words[asked.last : asked.last + _STAYS]
    said = {key: any(matches(w.form, noun) for w in within for noun in tables[key]) for key in ("notice", "of_work")}
    stays = holds(within, tables["stays"]) or (said["notice"] and holds(within, tables["lasts"]))
    if said["of_work"] or not stays:
        return None
    kept = [tag for tag in tags if (tag.table, tag.key) != ("status", "open") and not _is_of_applying(tag)]
    return [replace(tag, key="deadline") if tag is asked else tag for tag in kept]


def asks_end(words: Sequence[Word]) -> bool:
    """Whether a question asks for the day on which the work ends, and not for the last one to apply."""
    tables, found = table("asking.toml")["ending"], {"of": False, "of_work": False}
    for key in found:
        found[key] = any(matches(word.form, noun) for word in words for noun in tables[key])
    applies = bool(holds(words, [*tables["applying"], *table("asking.toml")["sending"]["words"]]))
    if found["of"] or applies or not (holds(words, tables["when"]) and holds(words, _ends())):
        return False
    return found["of_work"] or bool(holds(words, tables["till"]))


def _ends() -> list[str]:
    tables = table("asking.toml")
    return [*tables["beginning"]["ends"], *tables["ending"]["lasts"]]


def _is_of_applying(tag: Tag) -> bool:
    return (tag.table, tag.key) == ("fields", "deadline") or (tag.table == "status" and tag.key != "open")
