"""The towns that a text names beside nothing that is done elsewhere, for one that does not say where work is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from assistant.domain import Span
from assistant.flow import flowing
from assistant.labels import PLACE, UPPER, has_job
from assistant.places import Phrase, area_names, is_main_town, is_town, phrase_of
from assistant.resources import table
from assistant.text import fold
from assistant.workplaces import could_be_place, denied_places, leads_elsewhere

_PREPOSITION = r"à|À|au|aux|in|In|at|At|near|en|sur|around|outside|autour de|près de|above"
_NAMED = re.compile(
    rf"(?:(?<![\w@/.-])(?:(?P<at>(?:{_PREPOSITION})\s|autour d['’])|(?<=['’])"
    r"|(?P<of>de|DE|from|of|OF|pour|for)\s|(?P<beside>[,(]\s?|(?<=\S[^\S\n])[–—|/-]\s))|(?<=\w)(?P<behind>,\s))"
    rf"\*{{0,4}}+(?:(?:la ville de|the town of|douar|village)\s)?(?P<name>{PLACE})(?![\w@-]|\.\w)"
)
_NAME_BEFORE = re.compile(rf"(?<!\w){UPPER}[\w'’-]+\s(?:de|of)\s$")  # « Institut de Rabat »
_AREA = re.compile(rf"\s?[(,/]\s?({PLACE})(?!\w)")
_PART_OF = re.compile(
    r"\s?[(,/]\s?(?:province|pr[ée]fecture|r[ée]gion|wilaya|cercle|district|gouvernorat|governorate|d[ée]partement"
    r"|commune|county|moughataa)\s(?:de |d['’]|du |of )?[A-ZÀ-Ý]",
    re.IGNORECASE,
)
# A line at the top that begins with a town, and is no dated letter: « Tunis, Berges du Lac. »
_OPENING = re.compile(rf"^\W{{0,4}}(?P<name>{PLACE})(?=[,.]\s(?!le \d|the \d|\d)|\s?[(–—|-]\s?|\s*$)", re.MULTILINE)
_TOP = 400  # characters in which such a line stands
_SURE = ("à", "À", "in", "In", "at", "near")  # what stands before places, mostly
_AT, _OTHER = 3, 1  # what a preposition of place weighs, and what any other
_LONG = 50  # characters from such brackets to what they explain, and within them
_MOST = 60  # mentions that are looked at


def named_places(text: str) -> Iterator[Span]:
    """The first mention of each town, that of the most weight first; of those the tables do not know, where alone."""
    weights: Counter[Phrase] = Counter()
    unknown: Counter[Phrase] = Counter()
    places: dict[Phrase, Span] = {}
    flow, denied = flowing(text), denied_places(text)
    for _, found in zip(range(_MOST), _NAMED.finditer(flow), strict=False):
        name, start = _owner(found.group("name")), found.start("name")
        if _is_cut_off(text, start + len(name)):
            continue
        placed = _is_in_area(flow, start + len(name))
        quarter = is_main_town(name) and flow.startswith(")", start + len(name))
        if found.group("behind") and not (placed or quarter):
            continue  # a comma tells only of « (1 340 productrices, Banfora, Burkina Faso) », "(Kacyiru, Kigali)"
        weight = _AT if found.group("at") or placed else _OTHER
        # Behind « de » only what the tables name: « la direction de Saint-Gobain » speaks of no town.
        known = (is_main_town(name) if found.group("of") else is_town(name)) and not _is_ordinary(name, found)
        if not known and _is_house(name):
            continue
        could_be = known or placed or (found.group("at") in _SURE and not _is_ordinary(name, found) and _may_be(name))
        timed = fold(name).split(" ")[0] in table("places.toml")["words"]["times"]  # "Midnight New York"
        if not could_be or timed or phrase_of(name) in denied or has_job(name):
            continue
        if leads_elsewhere(flow, start) or _is_market(flow, start):
            continue
        weight = _OTHER if _NAME_BEFORE.search(flow[max(0, start - 40) : start]) else weight
        (weights if known or placed else unknown)[phrase_of(name)] += weight
        places.setdefault(phrase_of(name), Span(start, start + len(name)))
    if opening := next(_opening(text, denied), None):
        phrase = phrase_of(opening.of(text))
        weights[phrase] += 2 * _AT
        places.setdefault(phrase, opening)
    sure = [phrase for phrase, weight in weights.most_common() if weight >= _AT or len(weights) == 1]
    often = (phrase for phrase, weight in unknown.most_common() if weight >= 2 * _AT)
    apart = [phrase for phrase in often if not _is_elsewhere_named(flow, places[phrase])]
    yield from (places[phrase] for phrase in sure or apart)


def _is_cut_off(text: str, end: int) -> bool:
    """Whether one more capital belongs to a name: « logiciels comme service (SaaS) » speaks of no Saa."""
    return text[end : end + 1].isupper() and not text[end + 1 : end + 2].isalpha()


def _opening(text: str, denied: Collection[Phrase]) -> Iterator[Span]:
    """The towns that begin a line at the top."""
    for found in _OPENING.finditer(text[:_TOP]):
        name = found.group("name")
        known = len(name) > 2 and is_town(name) and not _is_ordinary(name, found)
        if known and phrase_of(name) not in denied and not has_job(name):
            yield Span(*found.span("name"))


def _is_elsewhere_named(text: str, span: Span) -> bool:
    """Whether an unknown name also stands where no place does, as that of an employer: « Brulocalis engage »."""
    every = re.findall(rf"(?:(?<!\w)(\w{{1,30}}(?:['’]\s?|\s)))?\*{{0,4}}(?<!\w){re.escape(span.of(text))}(?!\w)", text)
    return any(before.strip() not in (*_SURE, "de", "of", "d'", "d’") for before in every)


def _is_market(text: str, at: int) -> bool:
    """Whether the brackets around a place tell where goods go: « la moitié part à l'export (Allemagne, Canada) »."""
    opened = text.rfind("(", max(0, at - _LONG), at)
    if opened < 0 or ")" in text[opened:at]:
        return False
    before = fold(text[max(0, opened - _LONG) : opened])
    return any(re.search(rf"(?<!\w){word}", before) for word in table("places.toml")["telling"]["markets"])


def _is_in_area(text: str, end: int) -> bool:
    """« Die (Drôme) », "Gulu, Uganda", « Taliouine, province de Taroudant »."""
    if _PART_OF.match(text, end):
        return True
    found = _AREA.match(text, end)
    return found is not None and phrase_of(found.group(1)) in area_names()


def _owner(name: str) -> str:
    """The town before an apostrophe: "Erbil's Ankawa district"."""
    town, _, rest = name.replace("’", "'").partition("'s")
    return name[: len(town)] if rest[:1] in ("", " ") and is_town(town) else name


def _is_house(name: str) -> bool:
    """Whether a name begins as that of an employer does: « Camping Les Trois Noyers, Dordogne »."""
    words = fold(name).split(" ")
    return len(words) > 1 and words[0] in table("identity.toml")["institutions"]["first"]


def _may_be(name: str) -> bool:
    """Whether a name that the tables do not know can be that of a place."""
    return could_be_place(name) and len(name) > 2 and not name.isupper()


def _is_ordinary(name: str, found: re.Match[str]) -> bool:
    """Whether a name is a word of its own, « Nice », and stands behind no preposition of place."""
    words = table("places.toml")["words"]
    led = found.groupdict().get("at")
    return fold(name) in words["no_towns"] or (fold(name) in words["ordinary"] and not led)
