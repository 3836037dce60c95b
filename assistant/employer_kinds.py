"""What kind of employer a posting is from: an association, a cooperative, a town hall, by its name or its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from assistant.domain import Fact, Posting
from assistant.facts.folded import alternatives, folded
from assistant.library import Library
from assistant.resources import table

_AGENCY, _LENDING = "agency", "temp_agency"
_LENT = re.compile(r"interim|travail temporaire|(?<!\w)(?:agence|agency|agencies|staffing|temping|ett|ctt)(?!\w)")
_HEAD = 4_000  # characters of a posting in which it says who it is
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ])")  # « Description de l'entrepriseRejoignez un cabinet … »


def of_kind(kind: str, library: Library) -> frozenset[str]:
    """The postings (ids) whose employer is of a kind, a key of `employer_kinds.toml`; an agency also lends people."""
    return frozenset(
        identity
        for identity in library.distinct
        if kind in _kinds(library.postings[identity], _names(identity, library))
        or (kind in (_AGENCY, _LENDING) and any(map(_is_lent, library.facts_of(identity, "contract"))))
    )


def _is_lent(contract: Fact) -> bool:
    """Whether a contract is of an agency that lends people: a "Temp Developer" may be hired by whom he works for."""
    return contract.value == "temporary" and _LENT.search(folded(contract.quote)) is not None


def _names(posting: str, library: Library) -> str:
    return " | ".join(str(fact.value) for fact in library.facts_of(posting, "organisation"))


def kinds() -> tuple[str, ...]:
    """The keys of all kinds of employers."""
    return tuple(key for key, entry in table("employer_kinds.toml").items() if "asked" in entry)


@lru_cache(maxsize=20_000)
def _kinds(posting: Posting, names: str) -> frozenset[str]:
    name, head = folded(" | ".join([names, *_longer(names, posting.text[:_HEAD])])), folded(posting.text[:_HEAD])
    parted = folded(_GLUED.sub(" ", posting.text[:_HEAD]))
    beside = " | ".join(_beside(name, head)) if name else ""
    found = {
        key
        for key in kinds()
        if _named(key).search(name)
        or ((described := _described(key)) is not None and described.search(parted))
        or (beside and _is_called(key, beside))
    }
    return frozenset(found | {_AGENCY} if _for_others().search(head) else found)


def _longer(names: str, head: str) -> Iterator[str]:
    """Each name with the capitalised word behind it: a mail calls « Tizi » what goes by « Tizi Microcredit »."""
    for one in filter(None, names.split(" | ")):
        yield from re.findall(rf"(?<!\w){re.escape(one)} [A-ZÀ-Þ][\w-]{{2,20}}", head)


def _beside(name: str, head: str) -> Iterator[str]:
    """The words that stand behind each name to say what it is: « Eaux Vives (association internationale, … ) »."""
    for one in name.split(" | "):
        short, joint = (
            r"(?: \([^()\n]{2,20}\))?",
            r"(?: ?[(,] ?| [-–—] )",
        )  # « AS (ASBL), association de droit … »
        yield from re.findall(rf"(?<!\w){re.escape(one)}{short}{joint}(\w[^(),.;:]{{2,60}})[(),.;:]", head)
        yield from re.findall(rf"(?<!\w)([\w-]{{3,20}}) {re.escape(one)}(?!\w)", head)  # « l'association X »


def _is_called(kind: str, beside: str) -> bool:
    words, articles = table("employer_kinds.toml")[kind]["described"], "|".join(_own()["articles"])
    begins = rf"(?:^|\| )(?:(?:{articles}) )?(?:[\w'-]{{2,20}} ){{0,2}}?{alternatives(words)}" if words else r"(?!)"
    return re.search(begins, beside) is not None


def _own() -> Mapping[str, Sequence[str]]:
    own: Mapping[str, Sequence[str]] = table("employer_kinds.toml")["own"]
    return own


@cache
def _named(kind: str) -> re.Pattern[str]:
    return re.compile(alternatives(table("employer_kinds.toml")[kind]["named"]))


@cache
def _described(kind: str) -> re.Pattern[str] | None:
    """Finds « est une petite association », "our cooperative": a posting's words of its own employer."""
    words = table("employer_kinds.toml")[kind]["described"]
    if not words:
        return None
    own, articles = alternatives(_own()["before"]), "|".join(_own()["articles"])
    own = "".join(rf"(?<!{beside} )" for beside in _own()["another"]) + own  # « s'engager auprès de notre fondation »
    return re.compile(rf"{own} (?:(?:{articles}) )?(?:[\w'-]{{2,20}} ){{0,3}}{alternatives(words)}")


@cache
def _for_others() -> re.Pattern[str]:
    """Finds « pour notre client, … » and « notre agence recherche pour un … », but no goods « confiées par »."""
    entry = table("employer_kinds.toml")["for_others"]
    beside = "".join(rf"(?<!(?<!\w){re.escape(word)} )" for word in entry["served"])
    agencies, seeking, behind = (alternatives(entry[key]) for key in ("agencies", "seeking", "behind"))
    return re.compile(rf"{beside}{alternatives(entry['words'])}|{agencies}(?: [\w'-]+){{0,4}}? {seeking} {behind}")
