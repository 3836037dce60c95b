"""A question as it is typed in a hurry, written out: « kel postes », « cote divoire », "dont require", "26 000"."""

from __future__ import annotations

import re

from assistant.asking.feasts import with_days_of_feasts
from assistant.asking.named_days import with_led_days
from assistant.asking.number_names import in_digits
from assistant.asking.plainly import plainly
from assistant.asking.spelling import is_listed
from assistant.domain import Language
from assistant.places import country_words
from assistant.resources import table
from assistant.text import fold

_BRACKET = re.compile(
    r"\b((?:licen[cs]es?|permis|conduire|to drive|driving)(?:\s(?:at all|whatsoever|of any (?:kind|sort)|du tout"
    r"|quel qu['’]il soit|d['’]aucune sorte|de quelque sorte que ce soit))?)\s?\(([^()]{1,60})\)",
    re.IGNORECASE,
)
_CATEGORY = re.compile(r"(?:cat(?:[ée]gorie|egory|\.)?\s)?(?:[ABCD][1E]?|AM)", re.IGNORECASE)
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?![\d.,]?\d)")  # "26 000", "26,000"
_RUN_TOGETHER = re.compile(r"\b(do|does|did|is|are|was|were|has|have)nt\b", re.IGNORECASE)
_SHORT = re.compile(r"(?<![\w'’.@/-])[^\W_]{1,10}(?![\w'’@/-]|\.\w)")
_ELIDED = re.compile(r"(?<![\w'’.@/-])([dljn]|qu)([aeiouyhàâéèêëîïôùû][^\W\d_]{4,30})(?![\w'’@/-])")
# What is open to a person is within reach, whatever its deadline: « quels postes me sont ouverts ? »
_OPEN_TO_ME = re.compile(
    r"\b((?:me|nous|lui|leur)\s(?:sont|seraient|restent)\s(?:encore\s)?)ouvert(e?s)\b|\bouvert(e?s)\s(?=(?:pour\s|à\s)(?:moi|nous)\b)",
    re.IGNORECASE,
)
_AROUND = re.compile(  # « Paris ou dans sa proche banlieue », "or in its suburbs"
    r"(?i)(?<=\w\s)(ou|et|or|and)\s(?:(?:in|dans|en|aux?|à|around)\s)?(?:its|the|sa|la|ses|les|une?)\s(?:proche\s|near\s|close\s)?"
    r"(banlieue|environs|alentours|r[ée]gion(?!\s(?!parisienne)\w)|suburbs?|outskirts|surroundings|surrounding area)\b"
)
_VOUS = re.compile(r"(?i)\bvs (?=(?:av|[eê]t|propos|offr|cherch|pouv|voul|recrut|demand|aur|aid|conn)\w*(?:ez|es)\b)")
_SIGN = re.compile(r"\s?([€$£])")
_SIGN_FIRST = re.compile(r"([€$£])\s?(\d[\d.,\s]*\d|\d)(?!\d)")  # "£30,000"
_OR_MORE = re.compile(r"(?<![\w+.,])(\d{1,3})\s?\+(?=\s[^\W\d_])")  # "3+ years"
_LIMITS = re.compile(r"(?<!\S)([+-])\s(?=de \d)")  # « + de 30 heures »
_SIGNS = {"€": "euros ", "$": "dollars ", "£": "pounds "}
_IT_IS = re.compile(
    r"(?:^|(?<=\s))(?<!permis\s)c(?=\s(?:est\s)?(?:quoi|où|ou|quand|qui|combien|payé|paye|juste|pour|dans|bien|en|le|la"
    r"|un|obligatoire|souhait[ée]|exig[ée]|requis|demand[ée]|facultatif|n[ée]cessaire|indispensable|possible)\b)"
)


# « permis voiture/moto/poids lourd »: any licence.
_STROKES = re.compile(r"(?i)\b(permis|licen[cs]es?)\s((?:de\s)?\w+(?:\s?/\s?(?:poids )?\w+)+)")
_WITH = re.compile(r"(?i)(?<!\w)w/(?!o\b|out\b)\s?")  # "w/o" is a denial of the tables
_MOST = re.compile(r"(?i)\b(le|la|les)\s\+(?!\w)")  # « le + long »
_PLUS = re.compile(r"(?<=[^\W\d_]{2})\s\+\s(?=[^\W\d_])")
# « cinq années d'études après le bac », "three years of higher education".
_YEARS_OF_STUDY = re.compile(
    r"(?i)\b(\w+)\s(?:ans|années|annees|years)\s?(?:"
    r"(?:(?:d['’][ée]tudes?|of (?:study|studies|university|education))\s)?(?:apr[èe]s|after|past|beyond)"
    r"\s(?:le\s|the\s|)"
    r"(?:bac|baccalaur[ée]at|baccalaureate|high school|school leaving exam)"
    r"|d['’][ée]tudes\s(?:sup[ée]rieures|universitaires)|of (?:higher|university) (?:education|studies))\b"
)


# « un, deux ou trois ans »: from the first of them up to the last.
_LISTED = re.compile(r"(?i)\b(\w+)(?:, \w+){1,3},? (?:ou|or) (\w+)(?= (?:ans?|ann[ée]es?|years?|mois|months?)\b)")


def written_out(text: str, language: Language) -> str:
    """`text` with its short forms as words and its numbers as digits alone; a short form has no capital."""
    short: dict[str, str] = table("asking.toml")["typed"][language]
    text = _SHORT.sub(lambda found: short.get(_lower(found.group(), found.start()), found.group()), text)
    text = _ELIDED.sub(_apart, _IT_IS.sub("c'est", text)) if language == "fr" else _RUN_TOGETHER.sub(r"\1n't", text)
    text = _VOUS.sub("vous ", text) if language == "fr" else text
    text = in_digits(plainly(with_led_days(with_days_of_feasts(text, language), language), language))
    text = _OPEN_TO_ME.sub(lambda found: f"{found[1] or ''}accessibles{'' if found[1] else ' '}", text)
    text = _STROKES.sub(lambda found: found[1] if _is_of_any_vehicle(found[2]) else found.group(), text)
    text = _YEARS_OF_STUDY.sub(_bac, _WITH.sub("with ", text))
    text = _LISTED.sub(lambda found: _range(found, language), text)
    text = _MOST.sub(r"\1 plus", text)
    text = _AROUND.sub(_around, text)
    text = _LIMITS.sub(lambda found: "plus " if found[1] == "+" else "moins ", text)
    text = _PLUS.sub(" et " if language == "fr" else " and ", text)
    text = _OR_MORE.sub(r"au moins \1" if language == "fr" else r"at least \1", text)
    text = _SIGN_FIRST.sub(r"\2\1 ", text)
    text = _SIGN.sub(lambda found: f" {_SIGNS[found.group(1)]}", text)
    text = without_vehicles(text)
    return _GROUPED.sub(lambda found: re.sub(r"\D", "", found.group()), text)


def without_vehicles(text: str) -> str:
    """`text` without the brackets behind a licence that only list what is driven: any licence is meant."""
    return _BRACKET.sub(_without_vehicles, text)


def _without_vehicles(found: re.Match[str]) -> str:
    if _is_of_any_vehicle(found[2]):
        return found[1]
    alone = fold(found[2]) in table("asking.toml")["vehicles"]["words"] or fold(found[2]).startswith("poids lourd")
    if not alone and not _CATEGORY.fullmatch(found[2]):
        return found.group()
    english = found[1][:5].lower() == "licen"  # « le permis (poids lourd) », "a licence (motorbike)" is that one
    return f"{found[2]} {found[1]}" if english else f"{found[1]} {found[2]}"


def _around(found: re.Match[str]) -> str:
    """What lies around a town, always in the same words: « ou dans la proche banlieue » is « ou sa banlieue »."""
    around = fold(found[2])
    owned = "the" if fold(found[1]) in ("or", "and") else "ses" if around.endswith("s") else "sa"
    return f"{found[1]} {owned} {found[2]}"


def _is_of_any_vehicle(words: str) -> bool:
    """Whether a bracket behind a licence lists what is driven: « le permis (voiture, camion ou moto) » is any one."""
    said = set(re.findall(r"\w+", re.sub(r"poids[\s-]lourds?", "pl", fold(words))))
    tables = table("asking.toml")["vehicles"]
    vehicles, others = said & set(tables["words"]), said & set(tables["open"])
    return bool(vehicles) and len(vehicles | others) > 1 and said - vehicles - others <= set(tables["joints"])


def _bac(found: re.Match[str]) -> str:
    """« bac+5 » for five years of study; years that are no number are left as they are."""
    numbers: dict[str, int] = table("asking.toml")["number"]["words"]
    years = int(found[1]) if found[1].isdigit() else numbers.get(fold(found[1]), 0)
    return f"bac+{years}" if years else found.group()


def _apart(found: re.Match[str]) -> str:
    """« doffres » with its apostrophe, where it is no word but the rest of it is."""
    rest = fold(found[2])
    meant = not is_listed(fold(found.group())) and (is_listed(rest) or rest in country_words())
    return f"{found[1]}'{found[2]}" if meant else found.group()


def _lower(word: str, start: int) -> str:
    """A word as the table has it: only at the beginning may it have a capital."""
    return word[0].lower() + word[1:] if start == 0 else word


def _range(found: re.Match[str], language: Language) -> str:
    numbers = table("asking.toml")["number"]["words"]
    first, last = (int(n) if n.isdigit() else int(numbers.get(fold(n), 0)) for n in found.groups())
    return f"{found[1]} {'à' if language == 'fr' else 'to'} {found[2]}" if 0 < first < last else found.group()
