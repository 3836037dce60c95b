"""Days that are named without the words that lead to a day, put with them: « ferment vendredi », "the first of May"."""

from __future__ import annotations

import re

from assistant.domain import Language

_WEEKDAY: dict[Language, str] = {
    "en": r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    "fr": r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)",
}
_VERB: dict[Language, str] = {
    "en": r"(?:clos(?:e|es|ed|ing)|expir(?:e|es|ing)|ends?|ending|starts?|starting|begins?|due)",
    "fr": r"(?:ferm\w+|clôtur\w+|clotur\w+|expir\w+|échoi\w+|commenc\w+|démarr\w+|demarr\w+|débutent|débute|debute\w*)",
}
_LEAD: dict[Language, str] = {"en": "on", "fr": "le"}
_BARE = {
    "en": re.compile(rf"(?i)\b({_VERB['en']})\s(?:this\s|next\s|coming\s)?({_WEEKDAY['en']})\b"),
    "fr": re.compile(rf"(?i)\b({_VERB['fr']})\s({_WEEKDAY['fr']})(?:\s(?:prochain|qui vient))?\b"),
}
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SPELT = re.compile(rf"(?i)\b(?:the\s)?({'|'.join(_ORDINALS)})\s(?:of|day of)\s({_MONTHS})\b")
_LAST_DAYS = {
    "janvier": 31,
    "février": 28,
    "fevrier": 28,
    "mars": 31,
    "avril": 30,
    "mai": 31,
    "juin": 30,
    "juillet": 31,
}
_LAST_DAYS |= {"août": 31, "aout": 31, "septembre": 30, "octobre": 31, "novembre": 30, "décembre": 31, "decembre": 31}
_UNTIL_THE_END = re.compile(
    rf"(?i)\bjusqu['’](?:à|a|en)\s(?:la\s)?fin\s(?:de\s|d['’]\s?|du mois de\s)?({'|'.join(_LAST_DAYS)})\b"
)


def with_led_days(text: str, language: Language) -> str:
    """`text` with « le » or "on" before a bare day of the week, and days of a month in figures."""
    text = _BARE[language].sub(rf"\1 {_LEAD[language]} \2", text)
    if language == "fr":
        return _UNTIL_THE_END.sub(lambda found: f"jusqu'au {_LAST_DAYS[found[1].lower()]} {found[1]}", text)
    return _SPELT.sub(lambda found: f"{_ORDINALS.index(found[1].lower()) + 1} {found[2]}", text)
