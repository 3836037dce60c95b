"""Which employer has the most staff, and which job the most people to lead, by the figures that postings give."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from assistant.answering.draft import Draft
from assistant.asking.lexicon import Word, holds, words_of
from assistant.asking.reading import Condition, Reading
from assistant.domain import Answer, Fact
from assistant.library import Library
from assistant.resources import table
from assistant.text import fold

_BEHIND = 4  # postings named behind the first
_GROUPED = re.compile(r"(?<=\d)[ .,\u00a0\u202f](?=\d{3}(?!\d))")  # « 56 000 »
_STAFF = re.compile(
    r"(?<![\w.,-])(\d{1,7}) (?:[a-z]{3,12} )?"
    r"(?:salarie|collabor|employ|staff|people|personnes|workers|agents|permanents)"
)


def largest(reading: Reading, library: Library, today: date) -> Answer | None:
    """The postings with the largest figure, or the smallest, and the next; None where nothing such is asked or told."""
    words = words_of(reading.text)
    asked = next((key for key, phrases in table("asking.toml")["largest"].items() if holds(words, phrases)), "")
    beside = set(reading.fields) - {"organisation"} or not all(map(_is_of_it, reading.conditions))
    if not asked or reading.postings is not None or beside:
        return None
    of_staff, most = asked.startswith("staff"), asked.endswith("most")
    topic, count = ("staff_size", _staff) if of_staff else ("team_management", _led)
    checked = sorted(reading.within) if reading.within else library.distinct
    ranked = [best for posting in checked if (best := _best(library.mentions(topic, posting), count))]
    if not ranked:
        return None
    ranked.sort(key=lambda pair: pair[0], reverse=most)
    draft = Draft(reading, library, today)
    draft.say(f"largest_{asked}", checked=len(checked))
    for fact in (fact for number, fact in ranked if number == ranked[0][0]):
        draft.match(fact.posting, "stated")
        draft.say("item", [draft.quote(fact)], posting=draft.name(fact.posting), quoted=draft.quoted([fact]))
    if behind := [fact for number, fact in ranked if number != ranked[0][0]]:
        draft.say("extreme_rest")
        for fact in behind[:_BEHIND]:
            draft.say("item_bare", posting=draft.name(fact.posting))
    return draft.finish("ranking", len(checked))


def _is_of_it(condition: Condition) -> bool:
    """Whether a condition was read out of the words that ask for the largest: "supervising the most people"."""
    return condition.field == "mention" and condition.value in ("staff_size", "team_size", "team_management", "team")


def _best(facts: Sequence[Fact], count: Callable[[str], int]) -> tuple[int, Fact] | None:
    """The sentence with the largest figure, if any has one."""
    counted = [(number, fact) for fact in facts if fact.value == "yes" and (number := count(fact.quote))]
    return max(counted, key=lambda pair: pair[0], default=None)


def _staff(quote: str) -> int:
    return max((int(found[1]) for found in _STAFF.finditer(fold(_GROUPED.sub("", quote)))), default=0)


def _led(quote: str) -> int:
    """How many people one leads: those counted behind the verb, « encadrer 2 magasiniers et 9 chauffeurs »."""
    tables = table("asking.toml")["led"]
    words = words_of(quote)
    start = min((last for _, last in holds(words, tables["verbs"])), default=len(words))
    behind = [n for n in range(start, len(words) - 1) if not holds(words[n + 1 : n + 2], tables["no_people"])]
    return sum(_number(words[n]) for n in behind)


def _number(word: Word) -> int:
    numbers: dict[str, int] = table("asking.toml")["led"]["numbers"]
    return int(word.form) if word.form.isdigit() and len(word.form) < 4 else numbers.get(word.form, 0)
