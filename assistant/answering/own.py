"""Conditions turned round: what someone with these languages or this degree may apply to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answering.verdict import Verdict
from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Condition
from assistant.domain import Fact, Language
from assistant.resources import table
from assistant.wording import say

# How high the degrees of `data/asking.toml` stand.
_LEVELS: Mapping[str, int] = {
    "cap": 1,
    "bac": 2,
    "bac2": 3,
    "bachelor": 4,
    "bac4": 4,
    "master": 5,
    "engineer": 5,
    "phd": 6,
}
_OF_A_UNIVERSITY = 4  # a degree of which no more is said


def own_verdict(condition: Condition, facts: Sequence[Fact], language: Language) -> Verdict:
    """Whether what a posting requires is no more than what the person has."""
    asked = [fact for fact in facts if fact.modality != "asset"]
    if condition.field == "language":
        spoken = (condition.value, *condition.others)
        foreign = tuple(fact for fact in asked if fact.value not in spoken)
        return Verdict("no", foreign) if foreign else Verdict("yes", tuple(asked))
    if not asked:
        return Verdict("yes")
    known = [(level, fact) for fact in asked if (level := _level(str(fact.value)))]
    if not known:
        return Verdict("undecided", tuple(asked[:1]), say(language, "no_level"))
    low, fact = min(known, key=lambda pair: pair[0])
    return Verdict("yes" if low <= _LEVELS[condition.value] else "no", (fact,))


def _level(degree: str) -> int:
    """How high a degree as written stands; 0 where its words do not tell."""
    words, tables = words_of(degree), table("asking.toml")["degree"]
    if holds(words, table("asking.toml")["university"]["advanced"]):  # a master's or its like
        return max(_LEVELS["master"], _LEVELS["phd"] if holds(words, tables["phd"]) else 0)
    found = [level for key, level in _LEVELS.items() if holds(words, tables[key])]
    return max(found, default=_OF_A_UNIVERSITY if holds(words, table("asking.toml")["university"]["words"]) else 0)
