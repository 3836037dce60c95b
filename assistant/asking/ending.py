"""When the work ends that a question asks about: "when does the internship end?", « jusqu'à quand court le CDD ? »."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Tag, Word, holds, matches
from assistant.resources import table


def ending(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """The tags, with the time at which a contract ends as its duration, rather than as a last day to apply."""
    if not asks_end(words) or any(tag.table == "fields" and tag.key == "duration" for tag in tags):
        return list(tags)
    kept = [tag for tag in tags if not _is_of_applying(tag)]
    verbs = [span for span in holds(words, _ends()) if not any(t.first < span[1] and span[0] < t.last for t in kept)]
    asked = [(tag.first, tag.last) for tag in tags if _is_of_applying(tag)]
    spans = dict.fromkeys([*asked, *verbs])
    return [*kept, *(Tag("fields", "duration", first, last) for first, last in spans)]


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
