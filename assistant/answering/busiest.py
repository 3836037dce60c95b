"""Which employer has the most postings: « qui recrute le plus ? », "which organisations have several ads?"."""

from __future__ import annotations

from datetime import date

from assistant.answering.draft import Draft
from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Intent, Reading
from assistant.domain import Answer, Fact
from assistant.library import Library
from assistant.naming import by_organisation
from assistant.resources import table
from assistant.text import fold

_READ: tuple[Intent, ...] = ("list", "fact", "set", "open", "count", "extreme")
_LOOKED_AT = 40  # employers, those named most often first, whose other names are looked for
_SEVERAL = 2
_TOLD = 8  # employers that an answer names


def busiest(reading: Reading, library: Library, today: date) -> Answer | None:
    """The employers with the most postings, or with several, and those postings; None where nothing such is asked."""
    words, phrases = words_of(reading.text), table("asking.toml")["busiest"]
    most, several = holds(words, phrases["most"]), holds(words, phrases["several"])
    if reading.intent not in _READ or not (most or several) or not holds(words, phrases["who"]):
        return None
    said = {words[n].form for first, last in (*most, *several) for n in range(first, last)}
    # of the postings for nurses another thing is asked
    further = [word for word in reading.topic if fold(word) not in said]
    if reading.postings or reading.within or reading.conditions or reading.places or further:
        return None
    draft = Draft(reading, library, today)
    groups = [group for group in _groups(library) if len(group) >= _SEVERAL]
    if most:
        groups = [group for group in groups if len(group) == len(groups[0])]
    checked = len(library.distinct)
    draft.say(f"busiest_{_form(len(groups))}" if most or not groups else "busiest_several", checked=checked)
    for group in groups[:_TOLD]:
        draft.say("busiest_item", name=str(group[0].value), count=len(group))
        for fact in group:
            draft.match(fact.posting, "stated")
            draft.say("item", [draft.quote(fact)], posting=draft.name(fact.posting), quoted=draft.quoted([fact]))
    return draft.finish("ranking", checked)


def _form(count: int) -> str:
    return "none" if not count else "one" if count == 1 else "many"


def _groups(library: Library) -> list[list[Fact]]:
    """The postings of each employer by the fact that names it, the most first; one in two languages is one."""
    named: dict[str, list[Fact]] = {}
    for posting in library.distinct:
        for fact in library.facts_of(posting, "organisation")[:1]:
            named.setdefault(fold(str(fact.value)), []).append(fact)
    ordered = sorted(named.values(), key=len, reverse=True)
    own = {facts[0].posting: facts for facts in ordered}
    kept: list[list[Fact]] = []
    taken: set[str] = set()
    for facts in ordered[:_LOOKED_AT]:
        if facts[0].posting in taken:
            continue
        same = _called_so(str(facts[0].value), library) - taken
        group = [fact for first, each in own.items() if first in same or each is facts for fact in each]
        taken |= {fact.posting for fact in group}
        kept.append(group)
    return sorted(kept, key=len, reverse=True)


def _called_so(name: str, library: Library) -> frozenset[str]:
    words = words_of(name)
    return by_organisation(words, library, range(len(words))).postings
