"""The places of work that a posting names: behind a label, or behind « basé à », "office in" and the like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from assistant.domain import Span
from assistant.employer_towns import employer_towns
from assistant.flow import unquoted
from assistant.labelled import labelled
from assistant.labels import PLACE, one_of
from assistant.lines import lines_of
from assistant.named_places import named_places
from assistant.place_spans import AREA_OF, AWAY, Location, fitting, is_area, place_at
from assistant.places import departement_of, is_town, known_areas, phrase_of
from assistant.resources import table
from assistant.workplaces import clauses, leads_elsewhere, told_places

_FAR_AREA = 40  # characters of an area in brackets
_MOST = 8  # places of one posting
_BEFORE = 60  # characters before a telling phrase that may say that no work is meant
_IN_TABLE = re.compile(r"\s*(\d{2,3}|2[AB])\s+-\s+([^()\n]{2,60}?)\s*(?:\(.*)?$")
_AFTER_WORD = re.compile(rf"(?:\bà|\bin|\bat|\bau|\ben|\bsur)\s+(?:la |le |l['’])?\**({PLACE})")
_OF_POST = re.compile(rf"(?i:postes?|positions?|posts?) (?:à|in|at|au) (?P<name>{PLACE})")
_ANY = re.compile(PLACE)
_WITH_CODE = re.compile(rf"(?<!\d)(\d{{5}})\s+({PLACE})")
_CODE_BEFORE = re.compile(r"(?<!\d)(\d{5})\s+(?:-\s+)?$")
_IN_BRACKETS = re.compile(rf"({PLACE}) ?\((\d{{5}}|\d{{2}}|2[AB]|97\d)\)")
_SMALL = r"(?:Le|La|Les) [a-zß-ÿ][\w-]{2,20}+(?=\s?\(\d{2,5}\))"  # « Le pouzin (07) »
_AREA_BEHIND = re.compile(rf"\s?\(({PLACE})\)")
_NOTE = (  # what may stand behind a place in a list: « (07) », « (2 postes) », "8 /", "city"
    r"(?:\s*\(?[\dAB]{2,5}\)?|\s?\(\d[^()\n]{0,20}\)|\s\d{1,2}(?=\s/)|\s(?:city|town|ville|district|county)(?!\w))?"
)
_EACH = r"(?:(?:une?|one|the other|l['’]autre|deux|two|trois|three|\d)\s+(?:\w{3,12}\s+)?)?"
_NEXT = re.compile(
    rf"\**{_NOTE}(?P<joint>\s*[,/]\s*(?:et|ou|and|or|&)?\s*|\s+(?:et|ou|and|or|&|et/ou)\s+)"
    rf"(?:{_EACH}(?:à|in|au|sur|de)\s+|d['’])?\**(?P<name>{PLACE})"
)
_ANYWHERE = re.compile(  # of the work: not "apply online", "remote villages", « entretien à distance »
    r"(?<!pas de )(?<!no )(?<!not )(?<!sans )(?<!aucun )(?<!apply )(?<!apply only )(?<!applications )(?<!interviews )"
    r"(?<!interview )(?<!entretien )(?<!entretiens )(?:wherever|anywhere|t[ée]l[ée]travail|à distance|d['’]où vous"
    r"|remote(?! (?:areas?|villages?|communit|locations|regions?|rural|islands?|sites|valleys?|districts?|schools?))"
    r"|online(?! (?:application|form|portal|recruitment|shop|store|interview|test|at ))"
    r"|where you (?:like|live|want)|on screen|home-based(?! (?:entrep|work|wom|prod|care|busin|art)))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"adresse?\s|address", re.IGNORECASE)  # a label « Adresse de travail », "Address of work"
_NOWHERE = re.compile(r"\W*(?:anywhere|wherever|n['’]importe où|partout)(?!\w)", re.IGNORECASE)
_AT_HOME = re.compile(
    r"\W*(?:(?:home[- ]?based|from home|à domicile|depuis (?:chez|(?:son|votre|leur) domicile))(?!\w))", re.IGNORECASE
)


_LIST_END = re.compile(
    r"(?!\s?:)(?:\s\d{1,2}(?!\S))?\**\s*(?:\(|[.,;:)/!\n]|$)|\**\s+(?:sites|camps|districts|villages|counties|settlements|communes)(?!\w)"
    r"|\**\s+(?:and|or|et|ou|avec|with|pour|for|to|dans|en|in|–|-)(?!\w)"
)


def sure_locations(text: str) -> list[Location]:
    """The places that a text says work is at, each once, the leading one first; a label wins over running text."""
    return _first_of(text, _labelled, _worked)


def likely_locations(text: str) -> list[Location]:
    """The places that offices, towns with a number or an area stand for, where none is said to be one of work."""
    return _first_of(text, _told, _in_brackets, _areas, _of_employer)


def named_locations(text: str) -> list[Location]:
    """The town that a text names most, of those that it names beside nothing done elsewhere: a last resort."""
    return _first_of(text, _named)


def stated_locations(text: str) -> list[Location]:
    """The sure places, else the likely ones."""
    return sure_locations(text) or likely_locations(text)


def has_label(text: str) -> bool:
    """Whether the place of work stands behind a label."""
    return any(labelled(lines_of(unquoted(text)), "location"))


def has_no_place(text: str) -> bool:
    """Whether a label says that work is done at home, and names no town: « à domicile, avec une mission au Mali »."""
    told = (span.of(text) for span in labelled(lines_of(unquoted(text)), "location"))
    at_home = [words for words in told if _AT_HOME.match(words)]
    return bool(at_home) and not any(is_town(name.group()) for words in at_home for name in _ANY.finditer(words))


def _first_of(text: str, *ways: Callable[[str], Iterator[Location]]) -> list[Location]:
    for way in ways:
        if found := _each_once(text, way(text)):
            towns = [location for location in found if not _is_wide(text, location)]
            return towns or found
    return []


def _is_wide(text: str, location: Location) -> bool:
    name = location.span.of(text)
    compass = set(phrase_of(name)) <= set(table("places.toml")["telling"]["compass"])  # « son antenne de l'Est »
    return compass or (is_area(name) and not is_town(name)) or phrase_of(name) in known_areas()


def _each_once(text: str, locations: Iterator[Location]) -> list[Location]:
    seen: dict[tuple[str, ...], Location] = {}
    for location in locations:
        phrase = phrase_of(location.span.of(text))
        kept = seen.setdefault(phrase, location)
        if location.departement and not kept.departement:
            seen[phrase] = Location(kept.span, location.departement)
    return list(seen.values())[:_MOST]


def _labelled(text: str) -> Iterator[Location]:
    """What stands behind a label; a line with the number of a département and a town before those without."""
    lines = lines_of(unquoted(text))
    spans = list(labelled(lines, "location"))
    spans = spans or [span for span in labelled(lines, "title") if is_town(span.of(text).strip(" .*"))]
    numbered = [location for span in spans if (location := _as_in_table(text, span))]
    if any(not _is_wide(text, location) for location in numbered):
        return iter(numbered)
    found = [places for span in spans if (places := list(_within(text, span)))]
    # A posting with several jobs says the place of each: « LIEU : Kolda » … « LIEU : Ziguinchor ».
    further = [place for places in found[1:] for place in places if is_town(place.span.of(text))]
    if numbered and all(_is_wide(text, place) for places in found for place in places):
        return iter(numbered)
    return iter([*(found[0] if found else []), *further])


def _as_in_table(text: str, span: Span) -> Location | None:
    """« 07 - ST AGREVE »: the town, and 07."""
    found = _IN_TABLE.match(span.of(text))
    number = departement_of(found.group(1)) if found else ""
    if not found or not number:
        return None
    return Location(Span(span.start + found.start(2), span.start + found.end(2)), number)


def _within(text: str, span: Span) -> Iterator[Location]:
    """The places in the words behind a label: in the first clause that holds any and speaks of nothing elsewhere."""
    if away := AWAY.search(span.of(text)) or AREA_OF.search(span.of(text)):
        span = Span(span.start, span.start + away.start())
    for start, stop in clauses(span.of(text)[:200]):
        clause = Span(span.start + start, span.start + stop)
        if _NOWHERE.match(clause.of(text)):
            return
        found = list(_in_clause(text, clause, span.end))
        found = found if not start or any(is_town(place.span.of(text)) for place in found) else []
        at = found[0].span.start if found else 0
        label = text[text.rfind("\n", 0, span.start) + 1 : span.start]
        value = text[span.start :] if _ADDRESS.search(label) else text
        if found and not leads_elsewhere(value, at - (len(text) - len(value))):
            yield from found
            return


def _in_clause(text: str, span: Span, end: int) -> Iterator[Location]:
    words = span.of(text)
    ways = ((_WITH_CODE, 2, False), (_ANY, 0, True), (_AFTER_WORD, 1, False), (_ANY, 0, False))
    for pattern, group, known in ways:
        places = [(span.start + match.start(group), match.group(group)) for match in pattern.finditer(words)]
        made = [place for start, name in places if (place := place_at(text, start, name))]
        # The first town that the tables know stands before « avec missions à X ».
        made = [place for place in made if not known or is_town(place.span.of(text))]
        if made:
            chosen = next((m for m in made if is_town(m.span.of(text))), made[0])
            code = _CODE_BEFORE.search(text, span.start, chosen.span.start)
            yield Location(chosen.span, departement_of(code.group(1))) if code else chosen
            yield from _each_post(text, chosen.span.end, end)
            yield from listed_behind(text, chosen.span.end, end)
            return
    if is_town(words):
        yield Location(span)


def _each_post(text: str, at: int, end: int) -> Iterator[Location]:
    """« Un poste à Kolda, un poste à Vélingara »: the places of the further ones."""
    for match in _OF_POST.finditer(text, at, end):
        if made := place_at(text, match.start("name"), match.group("name")):
            yield made


def _worked(text: str) -> Iterator[Location]:
    """The places that a clause governs as places of work, and those listed with them."""
    for span in told_places(text):
        if made := place_at(text, span.start, span.of(text)):
            yield made
            yield from listed_behind(text, made.span.end, len(text))


def _told(text: str) -> Iterator[Location]:
    """The places behind the telling phrases, and those listed with them; « recrutons … à X » needs a known town."""
    for match in _telling().finditer(text):
        made = place_at(text, match.start("name"), match.group("name"))
        name = made.span.of(text) if made else ""
        if not made or (match.group("hiring") and not is_town(name)):
            continue
        resumed = match.group("hiring") and text[: match.start()].endswith(
            ", "
        )  # « X, dont le siège est à Y, recrute »
        if leads_elsewhere(text, match.start()) and not resumed:
            continue
        if match.group("unsure") and _of_interview().search(text, max(0, match.start() - _BEFORE), match.start()):
            continue
        if match.group("unsure") and not (is_town(name) or made.departement or _has_area(text, made.span.end)):
            continue
        yield made
        yield from listed_behind(text, made.span.end, len(text))


def _has_area(text: str, end: int) -> bool:
    """« La Boisse (Ain) »."""
    found = _AREA_BEHIND.match(text, end, end + _FAR_AREA)
    return found is not None and is_area(found.group(1))


def _areas(text: str) -> Iterator[Location]:
    """« Secteur Nord Ardèche »: an area, where no town is named."""
    for match in _area_cues().finditer(text):
        name = match.group("name")
        if is_area(name):
            yield Location(Span(*match.span("name")))
            return


def _in_brackets(text: str) -> Iterator[Location]:
    """« Saint-Vulbas (01) »: the first such town. A postal code without a label is often that of an agency."""
    for match in _IN_BRACKETS.finditer(text):
        begins = not text[max(0, match.start() - 9) : match.start()].rstrip(" *")[-1:].strip()
        if begins and match.group(1).isalpha() and not is_town(match.group(1)):
            continue  # « Articles (35) »: the capital is that of a sentence
        made = place_at(text, match.start(1), match.group(1))
        if made and (number := fitting(made.span.of(text), match.group(2))):
            yield Location(made.span, number)
            return


def _of_employer(text: str) -> Iterator[Location]:
    """« … is a community pantry in Glasgow »: the town of an employer that does not say that work is elsewhere."""
    if _ANYWHERE.search(text):
        return
    for span in employer_towns(text):
        made = place_at(text, span.start, span.of(text))
        if made and is_town(made.span.of(text)) and not leads_elsewhere(text, span.start):
            yield made
            return


def _named(text: str) -> Iterator[Location]:
    if _ANYWHERE.search(text):
        return
    for span in named_places(text):
        if made := place_at(text, span.start, span.of(text)):
            yield made
            yield from listed_behind(text, made.span.end, len(text))
            return


def listed_behind(text: str, at: int, end: int) -> Iterator[Location]:
    """The places that are listed behind one: all where « et », « ou » or a stroke joins them, else known towns."""
    found: list[tuple[Location, bool]] = []
    joined = False
    while len(found) < _MOST and (match := _NEXT.match(text, at, end)):
        made = place_at(text, match.start("name"), match.group("name"))
        if not made or not _LIST_END.match(text, made.span.end, end):
            break
        joint = match.group("joint").strip()
        joined |= joint != ","
        found.append((made, is_town(made.span.of(text))))
        at = made.span.end
    if len(found) >= _MOST - 2:
        return  # where a company has its offices, and no place of work
    for made, known in found:
        if known or (joined and not is_area(made.span.of(text))):
            yield made


@cache
def _of_interview() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('places.toml')['telling']['interviews'])})", re.IGNORECASE)


@cache
def _telling() -> re.Pattern[str]:
    words = table("places.toml")["telling"]
    hiring = rf"(?:{one_of(words['hiring'])})\b(?:(?!visit|mission|d[ée]placement|travel)[^.\n:;]){{0,70}}?\s(?:in|à)"
    phrases = rf"(?i:{one_of(words['before'])})|(?P<unsure>(?i:{one_of(words['unsure'])}))|(?P<hiring>(?i:{hiring}))"
    return re.compile(rf"(?<!\w)(?:{phrases})\s*(?<=[\s'’:])\**(?P<name>{_SMALL}|{PLACE})")


@cache
def _area_cues() -> re.Pattern[str]:
    words = table("places.toml")["telling"]
    points = rf"(?:(?i:{one_of(words['points'])})[ -])?"
    return re.compile(rf"(?<!\w)(?i:{one_of(words['areas'])})\s*(?<=[\s'’]){points}(?P<name>{PLACE})")
