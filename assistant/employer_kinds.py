"""What kind of employer a posting is from: an association, a cooperative, a town hall, by its name or its own words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from assistant.domain import Posting
from assistant.facts.folded import alternatives, folded
from assistant.library import Library
from assistant.resources import table

_AGENCY = "agency"
_HEAD = 4_000  # characters of a posting in which it says who it is
_BESIDE = 60  # characters behind a name in which it is called what it is
_NAME = 3  # letters of a name that is looked for


def of_kind(kind: str, library: Library) -> frozenset[str]:
    """The postings (ids) whose employer is of a kind, a key of `employer_kinds.toml`; an agency also lends people."""
    return frozenset(
        identity
        for identity in library.distinct
        if kind in _kinds(library.postings[identity], _names(identity, library))
        or (kind == _AGENCY and any(f.value == "temporary" for f in library.facts_of(identity, "contract")))
    )


def _names(posting: str, library: Library) -> str:
    return " | ".join(str(fact.value) for fact in library.facts_of(posting, "organisation"))


def kinds() -> tuple[str, ...]:
    """The keys of all kinds of employers."""
    return tuple(key for key, entry in table("employer_kinds.toml").items() if "asked" in entry)


@lru_cache(maxsize=20_000)
def _kinds(posting: Posting, names: str) -> frozenset[str]:
    name, head = folded(names), folded(posting.text[:_HEAD])
    beside = [head[match.end() : match.end() + _BESIDE] for match in _apposed(name).finditer(head)]
    found = {
        key
        for key in kinds()
        if _named(key).search(name)
        or ((described := _described(key)) is not None and described.search(head))
        or ((called := _called(key)) is not None and any(map(called.match, beside)))
    }
    return frozenset(found | {_AGENCY} if _for_others().search(head) else found)


@lru_cache(maxsize=1_000)
def _apposed(names: str) -> re.Pattern[str]:
    """Finds the comma behind an employer's name: "Action Santé (AS), association de droit congolais"."""
    each = "|".join(re.escape(name) for name in names.split(" | ") if len(name) >= _NAME) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{each})(?: \([^()\n]{{2,20}}\))?(?:, | [-–—] )")


@cache
def _named(kind: str) -> re.Pattern[str]:
    return re.compile(alternatives(table("employer_kinds.toml")[kind]["named"]))


@cache
def _described(kind: str) -> re.Pattern[str] | None:
    """Finds « est une petite association », "our cooperative": a posting's words of its own employer."""
    data = table("employer_kinds.toml")
    words = data[kind]["described"]
    if not words:
        return None
    own, articles = alternatives(data["own"]["before"]), "|".join(data["own"]["articles"])
    return re.compile(rf"{own} (?:(?:{articles}) )?(?:[\w'-]{{2,20}} ){{0,3}}{alternatives(words)}")


@cache
def _called(kind: str) -> re.Pattern[str] | None:
    """What a posting calls its employer right behind the name."""
    data = table("employer_kinds.toml")
    words, articles = data[kind]["described"], "|".join(data["own"]["articles"])
    return re.compile(rf"(?:(?:{articles}) )?(?:[\w'-]{{2,20}} ){{0,2}}{alternatives(words)}") if words else None


@cache
def _for_others() -> re.Pattern[str]:
    return re.compile(alternatives(table("employer_kinds.toml")["for_others"]["words"]))
