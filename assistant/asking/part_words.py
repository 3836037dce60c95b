"""Words that are another's: « horaire » of a rate, Cap of Cap-Haïtien, « ai » of « ai-je », « salariés » of no pay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.lexicon import Tag, Word, is_number
from assistant.places import is_town, known_areas, phrase_of
from assistant.resources import table

_COUNTED = 2  # words from « deux ans » to its « ou plus d'expérience »


def is_rate(tag: Tag, words: Sequence[Word]) -> bool:
    """« Un salaire horaire », « un taux horaire » is no timetable."""
    one = (tag.table, tag.key) == ("fields", "working_time") and tag.last - tag.first == 1
    before = words[tag.first - 1].form if tag.first else ""
    return (
        one and words[tag.first].form.startswith("horaire") and before in table("asking.toml")["hourly_rates"]["before"]
    )


def is_having(tag: Tag, words: Sequence[Word], text: str) -> bool:
    """« Pour quelles offres ai-je … ? », « j'ai » speak of no AI."""
    at = words[tag.last - 1]
    inverted = tag.last < len(words) and words[tag.last].form == "je"
    return tag.table == "topics" and at.form == "ai" and (inverted or text[: at.start].endswith(("'", "’")))


def is_staff(tag: Tag, words: Sequence[Word], text: str) -> bool:
    """« Le plus de salariés », « combien de salaries » speak of people, and of no pay."""
    if (tag.table, tag.key) != ("fields", "pay") or not words[tag.last - 1].form.startswith("salarie"):
        return False
    written = text[words[tag.last - 1].start : words[tag.last - 1].end].lower()
    before = [word.form for word in words[max(0, tag.last - 3) : tag.last - 1]]
    counted = before[-1:] == ["de"] and before[:1] in (["combien"], ["nombre"], ["plus"], ["moins"])
    return tag.last - tag.first == 1 and (written.startswith("salarié") or counted)


def as_least_years(tag: Tag, words: Sequence[Word]) -> Tag:
    """ "Two or more years of experience", « trois ans et plus d'expérience »: years, and not who wants the most."""
    if tag.key != "experience_most" or words[tag.first].form not in ("more", "plus", "davantage"):
        return tag
    joined = tag.first > 1 and words[tag.first - 1].form in ("or", "and", "ou", "et")
    before = words[max(0, tag.first - 1 - _COUNTED) : tag.first - 1]
    counted = joined and any(is_number(word.form) or word.form in ("one", "un") for word in before)
    return replace(tag, table="fields", key="experience_years") if counted else tag


def is_cape(tag: Tag, words: Sequence[Word], text: str) -> bool:
    """Cap-Haïtien and Cap Skirring are towns, and no diploma."""
    if (tag.table, tag.key) != ("degree", "cap") or tag.last >= len(words):
        return False
    written, behind = words[tag.last - 1], words[tag.last]
    joined = text[written.end : behind.start] == "-" and behind.capital
    return joined or phrase_of(f"{written.form} {behind.form}") in known_areas() or is_town(f"Cap {behind.form}")
