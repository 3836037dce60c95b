"""Words behind the label of an employer that name nobody. The words are in `data/identity.toml`."""

from __future__ import annotations

import re
from functools import cache

from assistant.labels import has_job, one_of
from assistant.resources import table
from assistant.text import fold

_OWN = re.compile(r"(?:Notre|Our|Tous|Toutes|Une?) ([A-ZÀ-Ý][\w'’-]+)")  # « Notre Village », « Tous Unis »
_COUNTED = re.compile(r"\d{1,2}\)")
_AGED = re.compile(r"\D{0,40}\d{1,2} (?:(?:a|et|to|and|-|–) \d{1,2} )?(?:ans|years)(?!\w)")
_ARTICLE = re.compile(r"(?:(?:le|la|les|the)\s+|l['’ ]\s*)", re.IGNORECASE)
# "Fluent Krio and English are needed"
_LEVEL = re.compile(r"(?:fluent|good|excellent|written|spoken|basic) [a-z-]+ (?:and|or|et|ou) [a-z-]+$")
_LONGEST_KIND = 90  # characters
_PREPOSITION = re.compile(r"(?:d['’]|(?:de|du|des|en|of|for|pour|in)\s)(?=\S)")  # « en ONG | d'urgence »


def is_no_name(words: str) -> bool:
    """Whether words behind a label name nobody: « 1) il faut … », « Jeunes de 18 à 25 ans », « 12, rue Zola »."""
    folded = fold(words)
    if (own := _OWN.match(words)) and fold(own.group(1)) not in table("identity.toml")["seeks"]["nouns"]:
        return False
    first_ = re.match(r"[^\W\d_]+", folded)
    somebody = first_ is not None and first_.group() in table("identity.toml")["seeks"]["somebody"]
    return (
        somebody
        or _PREPOSITION.match(words) is not None
        or any(found.match(folded) for found in (_COUNTED, _AGED, _street()))
        or is_some_kind(words)
    )


def is_some_kind(words: str) -> bool:
    """Whether words tell the kind of an employer, or a level of languages, and name nobody: « ONG nationale »."""
    return _some_kind().match(fold(words)) is not None or _LEVEL.match(fold(words)) is not None


def is_department(name: str) -> bool:
    """« La Direction Design », but not « la Direction des impôts », which may be an employer's name."""
    part = first_word(_ARTICLE.sub("", name)) in table("identity.toml")["seeks"]["departments"]
    return part and not re.search(r"\s(?:de|du|des)\s|\sd['’]", name)


def first_word(words: str) -> str:
    """The first word, folded, with what is written to it."""
    found = re.match(r"[\w/&-]+", fold(words))
    return found.group() if found else ""


@cache
def _some_kind() -> re.Pattern[str]:
    """« ONG nationale », "A small European NGO, name withheld": a kind of employer, and no name of one."""
    data = table("identity.toml")
    kinds, such = one_of(data["employers"]["kinds"]), one_of(data["seeks"]["such"])
    return re.compile(
        rf"(?:(?:une?|an?)\s)?(?:(?:{such})\s)*(?:{kinds})s?(?:\s(?:{such}))+\W*(?:$|[(,–-])"
        rf"|(?:(?:une?|an?)\s)?(?:(?:{such})\s)+(?:{kinds})s?\W*(?:$|[(,–-])|(?:{kinds})\s[(,]"
    )


@cache
def _street() -> re.Pattern[str]:
    streets = one_of(table("identity.toml")["seeks"]["streets"])
    return re.compile(
        rf"\d{{1,4}}(?:\s?(?:bis|ter|quater|[a-d]))?,?\s{{1,3}}(?:[\w'-]{{2,20}}\s){{0,2}}(?:{streets})(?!\w)"
    )


def is_below_name(line: str) -> bool:
    """Whether a line may stand below an employer's name: a job, or what it is: « ONG de droit sénégalais »."""
    return has_job(line) or _tells_kind(line)


def _tells_kind(line: str) -> bool:
    return len(line) <= _LONGEST_KIND and not line.rstrip("* ").endswith((".", ":", ";")) and bool(_kind().match(line))


@cache
def _kind() -> re.Pattern[str]:
    kinds = one_of(table("identity.toml")["employers"]["kinds"])
    return re.compile(
        rf"\W{{0,4}}(?:(?:une?|an?)\s)?(?:[a-zß-ÿ-]{{4,14}}\s){{0,2}}(?i:{kinds})(?=\s[a-zß-ÿ]|,|\s[–—(|-]|\s*$)",
        re.IGNORECASE,
    )
