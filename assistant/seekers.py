"""« X recherche un Y »: the verbs, and whether what stands before them is an employer's name or a part of something."""

from __future__ import annotations

import re
from functools import cache

from assistant.labels import NAME, has_job, one_of
from assistant.places import is_town
from assistant.resources import table
from assistant.text import fold

_ASIDE = re.compile(r"(?:\s?\([^()]{1,80}\)|\s?,[^,.;]{1,90},)+$")  # « X (Angers), à Y, cherche »
_TOWN_END = re.compile(r",\s([^,]{3,30})$")
# « X membre du réseau Y cherche », « X en partenariat avec Y recrute »
_WITH = re.compile(r"\s,?(?:membre|adhérente?|filiale|partenaire|en partenariat)\s(?:de|du|des|d['’]|avec)\s?.{2,60}$")
_FIRST_EMPHASISED = re.compile(r"\*{1,2}((?!une?\s|an?\s)[^*\n]{3,90})\*")
# « dans la Drôme », « 450 Truies », « l'équipe Méthodes / Industrialisation »
_WITHIN = re.compile(r"(?:(?<!\w)(?:dans|en|sur|vers|avec)\s(?:la|le|les)|\d|/)\s*$", re.IGNORECASE)
_TOWN_BEHIND = re.compile(r"\s+[–—-]\s+([^\W\d_][^,;:()]{1,30})$")


def before_seeking(line: str) -> str:
    """What stands before the verb of a line that seeks somebody, without the asides behind a name."""
    found = seeks().search(line)
    before = line[: found.start()].strip(" *") if found else ""
    before = _ASIDE.sub("", before)
    ending = _TOWN_END.search(before)
    before = before[: ending.start()] if ending and is_town(ending.group(1)) else before  # « X NURSERY, BRIKAMA wants »
    bare = _WITH.sub("", before)
    return bare if re.search(rf"(?<![\w'’]){NAME}$", bare) else before


def without_town(words: str) -> str:
    """« Association DARNA pour l'enfance - Tanger », « … avec une antenne à Fès »: the name alone."""
    found = _TOWN_BEHIND.search(words)
    name = words[: found.start()] if found and is_town(found.group(1)) else words
    return re.split(r"\s(?:avec|with)\s(?=une?\s|an?\s)", name)[0]


def emphasised_name(line: str) -> str:
    """The name that a line which seeks somebody sets off whole: « l'association *Main dans la Main* de Tiznit »."""
    found = seeks().search(line)
    named = _emphasised().search(line[: found.start()]) if found else None
    return without_town(named.group("name") or named.group("whole")) if named else ""


def emphasised_first(rest: str) -> str:
    """What the rest of a line sets off at its beginning, without an article: « *2 éducatrices* pour … »."""
    found = _FIRST_EMPHASISED.match(rest)
    return found[1] if found else ""


@cache
def _emphasised() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, table("identity.toml")["seeks"]["nouns"]))
    kinds = one_of(table("identity.toml")["first_line"]["kinds"])
    return re.compile(
        rf"(?i:(?<!\w)(?:{nouns}))\s\*{{1,2}}(?P<name>[A-ZÀ-Ý][^*\n]{{2,80}}?)\*"
        rf"|\*{{1,2}}(?:(?:L['’]|La\s|Le\s|The\s))?(?P<whole>(?i:{kinds})(?:\s(?!avec\s|with\s)[^*\n(\s]+){{1,9}}?)\s?(?:\([^()*\n]*\))?\*"
    )


def is_a_part(before: str) -> bool:
    """Whether what stands before a name makes it a part of something: « l'équipe X », « bassin de X »."""
    last = re.search(r"[\w'’-]+\s*$", before)
    word = fold(last.group()).strip("'’") if last else ""
    seeks_ = table("identity.toml")["seeks"]
    if _WITHIN.search(before):
        return True
    if word in ("le", "la", "les", "the"):
        return False
    if word and word not in seeks_["nouns"] and has_job(word):  # « our finance manager Els needs »
        return True
    capital = bool(last and before.endswith(" ") and last.group()[0].isupper() and word not in seeks_["nouns"])
    return word in seeks_["parts"] or word in seeks_["links"] or capital


@cache
def seeks() -> re.Pattern[str]:
    """The verbs letter by letter: « recherché » is none, nor is « Recherche & Développement » or « Qui recrute ? »."""
    verbs = "|".join(
        re.escape(verb) for verb in sorted(table("identity.toml")["seeks"]["verbs"], key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w'’])(?i:{verbs})(?![\w'’])(?!\s*[:?]|\s(?:&|et [Dd]év))\s*")
