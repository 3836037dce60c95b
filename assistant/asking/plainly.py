"""What a question says on the way, put plainly: the day it is, examples of an amount, "say anything about …".

« On est le 30 novembre 2026 : … » asks nothing of that day, and « (2 ans, 5 ans…) » nothing of those years.
"""

from __future__ import annotations

import re

from assistant.asking.windows import is_month
from assistant.domain import Language

_WEEKDAY = r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DAY = (
    rf"(?:{_WEEKDAY},?\s+)?(?:the\s+|le\s+)?(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:20)?\d\d\b"
    r"|\d{1,2}\s?(?:er|st|nd|rd|th)?\s+(?:of\s+)?(?P<behind>[^\W\d_]{3,9})\b\.?(?:,?\s+20\d\d\b)?"
    r"|(?P<before>[^\W\d_]{3,9})\.?\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s+20\d\d\b)?)"
)
# A sentence, or a bracket, that says which day it is; "it is 5 May" does so only at the beginning.
_IT_IS_THE = re.compile(
    r"(?i)(?:^|(?<=[.?!;:(\u2013\u2014]\s)|(?<=\())\s*(?:(?:and|as|since|given that|et|comme|vu qu['’]\s?)\s*)?"
    r"(?:today(?:\s+is|['’]s|\s+being)|we(?:\s+are|['’]re)(?:\s+(?:on|now))?|it(?:\s+is|['’]s)(?=[^.?!;:]{0,40}\btoday\b)"
    r"|(?:aujourd['’]hui,?\s+)?(?:on\s+est|nous\s+sommes|c['’]est)(?:\s+aujourd['’]hui)?)\s*,?\s*"
    rf"{_DAY}(?:\s+(?:today|aujourd['’]hui))?\s*(?P<end>[.;:,)\u2013\u2014-]+|and\b|et\b|$)\s*"
)
_AT_FIRST = re.compile(rf"(?i)^\s*it(?:\s+is|['’]s)\s+{_DAY}\s*(?P<end>[.;:,\u2013\u2014-]+|and\b)\s*")
_TODAY = re.compile(rf"(?i)\b(?P<today>today|aujourd['’]hui|now|maintenant)(?:\s*,\s*|\s*\(\s*|\s+){_DAY}(?:\s*\))?")
# « Le 30 novembre (aujourd'hui) », "30 November, today,": of a day that it is today's.
_IS_TODAY = re.compile(
    rf"(?i)(?<!\w)(?P<day>{_DAY})\s*(?:\(\s*(?:today|aujourd['’]hui)\s*\)|,\s*(?:today|aujourd['’]hui)\s*,)"
)

_UNIT = r"[\s-]?(?:ans?|années?|mois|semaines?|jours?|heures?|years?|months?|weeks?|days?|hours?|h)\b"
_NUMBER = r"(?:\d{1,3}|une?|deux|trois|quatre|cinq|six|dix|douze|one|two|three|four|five|ten|twelve)"
# « (2 ans, 5 ans…) », "(e.g. two years)": an amount in a bracket that says that it is an example.
_LED = (
    r"(?:e\.?\s?g\.?|for\s+(?:example|instance)|such\s+as|say|like"
    r"|p(?:ar)?\.?\s?ex(?:emple)?\.?|ex\.?|comme|genre|du\s+style|disons)"
)
_OPEN = r"(?:…|\.{3}|,?\s*etc\b\.?(?:…|\.{3})?|,?\s*(?:and|or)\s+so\s+on|,?\s*(?:ou\s+)?autres?|,?\s*or\s+whatever)"
_AMOUNT = rf"{_NUMBER}(?:{_UNIT})?"
_SERIES = rf"{_AMOUNT}(?:(?:\s*[,/;]\s*|\s+(?:or|ou|and|et)\s+){_AMOUNT})*"
_IN_BRACKETS = re.compile(rf"(?i)\s*\(\s*(?:{_LED}\s*[,:]?\s*{_SERIES}\s*(?:{_OPEN})?|{_SERIES}\s*{_OPEN})\s*\)")
# « CDD, contrat de deux ans, ce genre de choses »: the pieces of such a series that name an amount.
_ALIKE = re.compile(
    r"(?i)[,.]?\s*\(?\b(?:ce\s+genre\s+(?:de\s+(?:choses?|trucs?)|d['’]\s?\w+)|des\s+trucs\s+comme\s+ça|et\s+ainsi\s+de\s+suite|etc"
    r"|(?:that|this)\s+(?:sort|kind)\s+of\s+(?:thing|stuff|contract|job)s?|things\s+like\s+that|and\s+(?:so\s+on|the\s+like|such))\b"
)
_PIECE = re.compile(rf"(?i)(?:,|\b(?:or|ou)\b)\s*[^,.?!;:()]{{0,60}}?\b{_NUMBER}{_UNIT}[^,.?!;:()]*")
_CLAUSE = re.compile(r"[.?!;:()]")

# "Does the ad say anything about a licence?" asks whether it mentions one.
_SAYING: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?i)\b(?:say|state|mention|specify|tell|write|contain|include|give|have)\s+(?:me\s+|us\s+)?"
        r"(?:anything|something|a\s+word|any\s+(?:details?|information|info))\s+(?:at\s+all\s+)?"
        r"(?:about|on|regarding|concerning|as\s+to)\s+(?:(?:needing|having|requiring|wanting|whether\s+one\s+needs)\s+)?(?=\w)"
    ),
    "fr": re.compile(
        r"(?i)\b(?:dit|dis|précise|precise|indique|mentionne|raconte|contient)(?P<who>-(?:t-)?(?:elle|il|on))?\s+"
        r"(?:quelque\s+chose|quoi\s+que\s+ce\s+soit|un\s+mot|des\s+choses)\s+"
        r"(?:sur|à\s+propos|au\s+sujet|concernant|quant)\s+(?:de\s+l['’]|de\s+la\s|de\s|d['’]|du\s|des\s|au\s|à\s+la\s|à\s+l['’]|)"
    ),
}


def plainly(text: str, language: Language) -> str:
    """`text` without the day it is and without examples of an amount, and with what is said put as a mention."""
    text = _without_the_day(text)
    text = _without_examples(text)
    if language == "en":
        return _SAYING["en"].sub("mention ", text)
    return _SAYING["fr"].sub(_mentions, text)


def _without_the_day(text: str) -> str:
    """The question without « On est le 30 novembre 2026 : », "(today is 30 November)", and the day behind "today"."""
    for said in (_IT_IS_THE, _AT_FIRST):
        for found in reversed(list(said.finditer(text))):
            if _is_day(found) and (rest := _cut(text, found)):
                text = rest
    text = _TODAY.sub(lambda found: found["today"] if _is_day(found) else found.group(), text)
    return _IS_TODAY.sub(lambda found: found["day"] if _is_day(found) else found.group(), text)


def _cut(text: str, found: re.Match[str]) -> str:
    """The text without what was found; nothing where that was all of it."""
    before, behind = text[: found.start()], text[found.end() :]
    if ")" in found["end"]:
        before = before.rstrip(" (")
    space = "" if re.match(r"[?.,]", behind) else " "
    rest = f"{before.rstrip()}{space}{behind}".strip()
    return rest if re.search(r"\w", rest) else ""


def _is_day(found: re.Match[str]) -> bool:
    """Whether the name that stands by the number is a month's, where one does."""
    name = found["behind"] or found["before"]
    return not name or is_month(name)


def _without_examples(text: str) -> str:
    text = _IN_BRACKETS.sub("", text)
    for found in reversed(list(_ALIKE.finditer(text))):
        first = max((end.end() for end in _CLAUSE.finditer(text, 0, found.start())), default=0)
        named = _PIECE.sub("", text[first : found.start()])
        if named != text[first : found.start()]:
            text = f"{text[:first]}{named}{text[found.end() :]}"
    return text


def _mentions(found: re.Match[str]) -> str:
    who = found["who"] or ""
    return f"mentionne{who if who.startswith('-t-') or not who else f'-t{who}'} "
