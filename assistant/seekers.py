"""« X recherche un Y »: the verbs, and whether what stands before them is an employer's name or a part of something."""

from __future__ import annotations

import re
from functools import cache

from assistant.labels import NAME
from assistant.places import is_town
from assistant.resources import table
from assistant.text import fold

_ASIDE = re.compile(r"(?:\s?\([^()]{1,80}\)|\s?,[^,.;]{1,90},)+$")  # « X (Angers), à Y, cherche »
_TOWN_END = re.compile(r",\s([^,]{3,30})$")
# « X membre du réseau Y cherche », « X en partenariat avec Y recrute »
_WITH = re.compile(r"\s,?(?:membre|adhérente?|filiale|partenaire|en partenariat)\s(?:de|du|des|d['’]|avec)\s?.{2,60}$")
# « dans la Drôme », « 450 Truies », « l'équipe Méthodes / Industrialisation »
_WITHIN = re.compile(r"(?:(?<!\w)(?:dans|en|sur|vers|avec)\s(?:la|le|les)|\d|/)\s*$", re.IGNORECASE)


def before_seeking(line: str) -> str:
    """What stands before the verb of a line that seeks somebody, without the asides behind a name."""
    found = seeks().search(line)
    before = line[: found.start()].strip(" *") if found else ""
    before = _ASIDE.sub("", before)
    ending = _TOWN_END.search(before)
    before = before[: ending.start()] if ending and is_town(ending.group(1)) else before  # « X NURSERY, BRIKAMA wants »
    bare = _WITH.sub("", before)
    return bare if re.search(rf"(?<![\w'’]){NAME}$", bare) else before


def is_a_part(before: str) -> bool:
    """Whether what stands before a name makes it a part of something: « l'équipe X », « bassin de X »."""
    last = re.search(r"[\w'’-]+\s*$", before)
    word = fold(last.group()).strip("'’") if last else ""
    seeks_ = table("identity.toml")["seeks"]
    if _WITHIN.search(before):
        return True
    if word in ("le", "la", "les", "the"):
        return False
    capital = bool(last and before.endswith(" ") and last.group()[0].isupper() and word not in seeks_["nouns"])
    return word in seeks_["parts"] or word in seeks_["links"] or capital


@cache
def seeks() -> re.Pattern[str]:
    """The verbs letter by letter: « recherché » is none, nor is « Recherche & Développement » or « Qui recrute ? »."""
    verbs = "|".join(
        re.escape(verb) for verb in sorted(table("identity.toml")["seeks"]["verbs"], key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w'’])(?i:{verbs})(?![\w'’])(?!\s*[:?]|\s(?:&|et [Dd]év))\s*")
