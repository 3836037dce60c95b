"""Two questions in one, of all postings: "How many are permanent and how many fixed-term?", « … ? Lesquelles … ? »."""

from __future__ import annotations

import re

from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Condition, Reading
from assistant.resources import table

_OPENING = r"(?:how many|which|combien|quel(?:le)?s|lesquel(?:le)?s|who|qui)\b"
_LAST = rf"(?P<last>{_OPENING}[^?]{{5,150}}\??\s*)$"
_WAYS = (
    re.compile(rf"^(?P<first>[^?]{{5,150}}?)[,;]?\s+(?:and|et)\s+{_LAST}", re.IGNORECASE),
    re.compile(rf"^(?P<first>[^?]{{5,150}}\?)\s*(?:(?:and|et)\s+)?{_LAST}", re.IGNORECASE),
)


def two_questions(text: str) -> tuple[str, str] | None:
    """The two questions that a text is made of, where the second begins anew and takes up nothing of the first."""
    found = next((match for way in _WAYS if (match := way.match(text.strip()))), None)
    if found is None:
        return None
    first, last = found["first"].strip(), found["last"].strip()
    tables = table("asking.toml")["two_questions"]
    begins = any(not at for at, _ in holds(words_of(first), tables["opening"]))
    if not begins or holds(words_of(last), tables["pointing"]):
        return None
    return first, last


def stand_apart(first: Reading, second: Reading) -> bool:
    """Whether two readings ask for other postings each; "who demands it, and who would only like it?" is one."""
    readings = (first, second)
    if any(r.intent not in ("set", "count") or not r.every or r.topic or r.unknown or r.within for r in readings):
        return False
    if first.intent != second.intent:
        return False
    one, other = ({_thing(c) for c in r.conditions} | set(r.places) for r in readings)
    return bool(one - other) and bool(other - one)


def _thing(condition: Condition) -> tuple[str, str]:
    return condition.field, condition.value
