"""What an answer says of postings that are there more than once: that they count once, and what moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from assistant.answering.draft import Draft
from assistant.answering.values import value_of, words
from assistant.asking.reading import Reading
from assistant.domain import Answer, Fact
from assistant.duplicates import Move, moves_of
from assistant.library import Library

_OF_ALL = ("set", "count", "ranking")  # answers that count postings
_GROUPS = 3  # postings that are named with their other versions
_NAMES = 3  # versions of a posting that are named
_FACTS = 2  # facts of a field that are said of a version


def with_reposts(answer: Answer, reading: Reading, library: Library, today: date) -> Answer:
    """The answer, followed by the other versions of the postings that it speaks of, or that it counted."""
    groups = _groups(answer, reading, library)
    if not groups:
        return answer
    draft = Draft.going_on(answer, reading, library, today)
    counted = answer.kind in _OF_ALL
    for stands, others in groups[:_GROUPS]:
        names = [library.display_names[other] for other in others]
        key = ("same_counted" if counted else "same") + ("_more" if len(names) > _NAMES else "")
        named, stood_for = ", ".join(names[:_NAMES]), library.display_names[stands]
        draft.say(key, names=named, count=len(names) - _NAMES, stands=stood_for)
        for other in others[:_NAMES]:
            _moved(draft, stands, moves_of(library.read_facts_of(other), library.read_facts_of(stands)))
    if len(groups) > _GROUPS and counted:
        draft.say("same_rest", count=len(groups) - _GROUPS)
    return draft.finish(answer.kind, answer.checked)


def _groups(answer: Answer, reading: Reading, library: Library) -> list[tuple[str, list[str]]]:
    """The postings (ids) that have other versions, with these: those of the answer first, then what it counted."""
    if not library.reposts:
        return []
    versions: dict[str, list[str]] = defaultdict(list)
    for posting, stands in library.reposts.items():
        versions[stands].append(posting)
    shown = [*(match.posting for match in answer.matches), *(citation.posting for citation in answer.citations)]
    spoken_of = [library.by_display_name[name].id for name in shown]
    if answer.kind == "not_stated":
        spoken_of += sorted(reading.postings or ())
    if answer.kind in _OF_ALL:
        spoken_of += sorted(reading.within or versions)
    order = dict.fromkeys(map(library.standing, spoken_of))
    return [(stands, versions[stands]) for stands in order if stands in versions]


def _moved(draft: Draft, stands: str, moves: Sequence[Move]) -> None:
    said = [
        words(draft.language, "moved")[move.field].format(
            before=_values(draft, move.before), after=_values(draft, move.after)
        )
        for move in moves
    ]
    if said:
        facts = [fact for move in moves for fact in (*move.before[:_FACTS], *move.after[:_FACTS])]
        name = draft.library.display_names[stands]
        draft.say("posted_again", [draft.quote(fact) for fact in facts], name=name, moves="; ".join(said))


def _values(draft: Draft, facts: Sequence[Fact]) -> str:
    return ", ".join(dict.fromkeys(value_of(draft.language, fact) for fact in facts[:_FACTS]))
