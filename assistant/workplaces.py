"""The places of work that running text tells: clause by clause, by the words that govern the place.

« Vous vivrez à Tafraout », "both posts sit with the field team in Mafraq" are places of work; where interviews are
held, files are handed in, the head office stands or a trip leads is none. The words are in `data/places.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from assistant.domain import Span
from assistant.flow import flowing
from assistant.glossary import glossary_words
from assistant.labels import NAME, PLACE, has_job, one_of
from assistant.places import Phrase, is_town, phrase_of
from assistant.resources import table
from assistant.text import fold

_ENDS = re.compile(
    r"(?<![ (][A-Z])(?<!\b[A-Z][a-z])[.!?;…](?=\s|$)|\n\s*\n|\n(?=\s*[-•*#|–>A-ZÀ-Þ\d])"
    r"|,?\s(?:mais|but|whereas|tandis\sque|alors\sque|while|although|même\ssi)\s|,\s{1,8}(?:pas|not|et\snon|and\snot|rien\sà\svoir|nothing\sto\sdo|ne\spas|anciennement|formerly)\s",
)
_NOT_THERE = re.compile(r",\s{1,8}(?:pas|not|et\snon|and\snot|rien\sà\svoir|ne\spas|anciennement|formerly)\s$")
_NOT_ONLY = re.compile(r"(?:only|just|seulement|uniquement|que|juste)(?!\w)", re.IGNORECASE)
_SHORTEST = 8  # characters of a clause that tells a place
_JOB = 60  # characters of a job's name before the town of a title
_FAR = 80  # characters between what governs a place and the place
_NEAR = 14  # … where the tables do not know it
_GIVEN = r"(?:(?:la|the|le)\s(?:ville|commune|localité|cité|région|town|city|village|region)\s(?:de\s|d['’]|of\s))"
_TO = re.compile(
    rf"(?<![\w'’])(?P<to>à|À|au|aux|in|In|at|At|en|sur|dans|entre|between|depuis|from|to|est|sera|is|be)\s+\**"
    rf"(?:{_GIVEN}|(?:la|le|les|the|douar|village)\s|l['’])?\**(?P<name>{PLACE})"
)
_PLACE = re.compile(PLACE)
_RESUMED = re.compile(
    r",\s(?=(?:nous|on|we|vous|you|elle|il)\s)"
    r"|\s(?=(?:nous|on|we)\s(?:recherch|recrut|cherch|embauch|engage|seek|are (?:looking|hiring|recruiting|seeking)))"
)
# « Notre association appuie les paysans dans les communes de X et Y » tells where it helps, and no place of work.
_HELPING = re.compile(
    r"(?<!\w)(?:appui\w*|appuy\w*|sout[ie]\w*|accompagn\w*|interv\w*|œuvr\w*|agit|présent\w*|réalis\w*|financ\w*"
    r"|supports?|supporting|serv(?:es?|ing)|operat\w*|active|assist\w*|help\w*|reach\w*|work(?:s|ed|ing))(?!\w)",
    re.IGNORECASE,
)
_NEVER_A_TOWN = re.compile(r"(?:[A-Z]{2,4}$|.*\d)")


def told_places(text: str) -> Iterator[Span]:
    """The leading place of each clause that tells where the work is, in order."""
    text = flowing(text)
    for start, stop in clauses(text):
        apart = _NOT_THERE.search(text, max(0, start - _NEAR), start) and not _NOT_ONLY.match(text, start)
        if stop - start >= _SHORTEST and not apart and not _denied().search(text, start, stop):
            yield from _of_clause(text, start, stop)


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of a text begin and end, what stands in brackets within them included."""
    start = 0
    for end in [*_ENDS.finditer(text), None]:
        stop = end.start() if end else len(text)
        yield start, stop
        start = end.end() if end else stop


def leads_elsewhere(text: str, at: int) -> bool:
    """Whether the clause that reaches `at` speaks of something that is not done where the work is, or denies it."""
    start, stop = _clause_at(text, at)
    return _apart().search(text, start, at) is not None or _denied().search(text, start, stop) is not None


def behind_name(line: str, at: int) -> tuple[str, int]:
    """A line and a place in it without the name before its dash: « Lake Health Partners – Kisumu » tells no partner.

    Nor does a job's: "Finance and Grants Manager - Kigali" speaks of no town that a grant came from.
    """
    dash = max(line.rfind(mark, 0, at) for mark in (" – ", " — ", " | ", " · ", " - "))
    words = line[: max(0, dash)].strip(" *#")
    named = " " in words and re.fullmatch(NAME, words) is not None
    named = named or (len(words) <= _JOB and "," not in words and has_job(words))
    return (line[dash + 1 :], at - dash - 1) if named else (line, at)


def denied_places(text: str) -> frozenset[Phrase]:
    """The places of which a text says that no work is there: « Pas pour La Marsa », "Gbarnga closed since 2024"."""
    flow = flowing(text)
    apart = [(start, stop) for start, stop in clauses(flow) if _denied().search(flow, start, stop)]
    names = (found for start, stop in apart for found in _PLACE.finditer(flow, start, stop))
    return frozenset(phrase_of(name.group()) for name in names if is_denied_at(flow, name.start()))


def is_denied_at(text: str, at: int) -> bool:
    """Whether the clause around a place in running text says that no work is there."""
    return _denied().search(text, *_clause_at(text, at)) is not None


def _clause_at(text: str, at: int) -> tuple[int, int]:
    """The clause around `at`, or the brackets within it that hold `at`."""
    start = max(0, at - _FAR)
    start = max([start, *(end.end() for end in _ENDS.finditer(text, start, at))])
    end = _ENDS.search(text, at, at + _FAR)
    stop = end.start() if end else min(len(text), at + _FAR)
    opened = text.rfind("(", start, at)
    if opened >= 0 and text.find(")", opened, at) < 0:
        closed = text.find(")", at, stop)
        return opened, closed if closed >= 0 else stop
    bracket = text.find("(", at, stop)
    return start, bracket if bracket >= 0 else stop


def _of_clause(text: str, start: int, stop: int) -> Iterator[Span]:
    """The first place in `text[start:stop]` that is one of work, the parts apart that speak of something else."""
    while start < stop:
        apart = _apart().search(text, start, stop)
        found = _in_part(text, start, apart.start() if apart else stop)
        if found or not apart:
            yield from [found] if found else []
            return
        # « , registered in X, seeks … », « Suite au départ en formation de X, nous engageons … »: it ends at the comma.
        if closed := _closing(text, start, apart.start(), stop):  # « X (siège à Bruxelles) recrute pour sa base de Y »
            start = closed
            continue
        behind = _RESUMED.search(text, apart.end(), stop)
        aside = "," in text[max(start, apart.start() - 40) : apart.start()]
        comma = text.find(",", apart.end(), stop) if aside else -1
        start = comma + 1 if comma >= 0 else behind.end() - 1 if behind else stop


def _closing(text: str, start: int, at: int, stop: int) -> int:
    """Behind the brackets that `at` stands in; 0 where it stands in none that are opened and closed within."""
    opened = text.rfind("(", start, at)
    inside = opened >= 0 and text.find(")", opened, at) < 0
    return text.find(")", at, stop) + 1 if inside else 0


def _in_part(text: str, start: int, end: int) -> Span | None:
    for pattern in (_place_word(), _site(), _several(), _named_site(), _behind(), _from_there()):
        found = pattern.search(text, start, end)
        theirs = pattern is _several() and _HELPING.search(text, start, found.start() if found else start)
        if found and not theirs and _could_be(found.group("name"), near=True) and not _is_no_work(found):
            return Span(*found.span("name"))
    for cue in _governing().finditer(text, start, end):
        for found in _TO.finditer(text, max(cue.end() - 1, start), min(end, cue.end() + _FAR)):
            near = found.start() - cue.end() <= _NEAR and not _vague(cue.group(), found.group("to"))
            if _could_be(found.group("name"), near=near):
                return Span(*found.span("name"))
    return None


def _is_no_work(found: re.Match[str]) -> bool:
    """Whether what looks like a site is a name, people, or what something is done to: « la fermeture du site de X »."""
    done = re.search(rf"(?<!\w)(?:{_words('done_to')})(?!\w)", fold(found.group()))
    return done is not None or _is_named(found) or _is_of_people(found)


def _is_named(found: re.Match[str]) -> bool:
    """Whether what looks like a site is the name of somebody: « à la Maison des Exilés »."""
    site = found.groupdict().get("site") or ""
    own = re.search(r"\s(?:des?|du|d['’])\s?\W*$", found.group()[: -len(found.group("name"))]) is not None
    return site[:1].isupper() and own and not is_town(found.group("name"))


def _is_of_people(found: re.Match[str]) -> bool:
    """Whether it is people who are named, after no known town: « l'équipe de Zoé », "our Outreach team"."""
    site = fold(found.groupdict().get("site") or found.group().split()[-1])
    located = re.search(r"\s(?:in|at|à|au)\s\W*$", found.group()[: -len(found.group("name"))])
    return site.startswith(("equipe", "team", "unit")) and not located and not is_town(found.group("name"))


def _vague(cue: str, to: str) -> bool:
    """Whether a town that the tables do not know cannot be told from anything else: "work in Excel"."""
    return to in ("est", "is", "sera", "be", "to", "from", "en", "sur") and fold(cue).split()[-1] not in ("relocate",)


def could_be_place(name: str) -> bool:
    """Whether a name may be that of a town: a known one, or no name of anything else that the tables know."""
    return _could_be(name, near=True)


def _could_be(name: str, *, near: bool) -> bool:
    """Whether the name is a town that the tables know, or may be one that stands near what governs it."""
    if is_town(name) or is_town(name.split(" ")[0]):
        return True
    if re.search(r"['’]s$", name):
        return False
    words = [word for word in re.split(r"[ '’-]", fold(name)) if word]
    if words[-1] in table("places.toml")["words"]["of_employers"]:
        return False
    never = words[0] in table("places.toml")["words"]["no_towns"] or words[0] in _languages()
    ordinary = never or words[0] in glossary_words() or has_job(name)
    return near and not ordinary and not _NEVER_A_TOWN.match(name)


@cache
def _languages() -> frozenset[str]:
    """The names of languages: "work in English"."""
    return frozenset(name for language in table("facts_languages.toml")["language"] for name in _names(language))


def _names(language: Mapping[str, list[str]]) -> list[str]:
    return [name for key in ("names", "english", "adjective") for name in language.get(key, [])]


def _words(key: str) -> str:
    return one_of(table("places.toml")["work"][key])


@cache
def _apart() -> re.Pattern[str]:
    """What a clause speaks of that happens elsewhere than the work."""
    sought = r"(?<!pour notre )(?<!pour son )(?<!for our )(?<!at our )(?<!for its )(?<!at its )(?<!à notre )"
    # A "Finance Manager" or "Travel Coordinator" works where the job is.
    job = r"(?!\w+\s(?:(?:and|&)\s\w+\s)?(?:officer|manager|coordinator|assistant|director|specialist|advis[eo]r)\b)"
    return re.compile(
        rf"(?<!\w){job}(?!{_words('left')})(?:{_words('apart')}|{sought}(?:{_words('seats')}))", re.IGNORECASE
    )


@cache
def _denied() -> re.Pattern[str]:
    """What says that the post is not there, or not any more: « aucun poste n'y est ouvert », "has been filled"."""
    return re.compile(rf"(?<!\w)(?:{_words('denied')})(?!\w)", re.IGNORECASE)


@cache
def _governing() -> re.Pattern[str]:
    """« vous vivrez », « le poste est », "the post holder works", « prise de poste »."""
    subject = rf"(?:{_words('subjects')})(?!\w)[^.;!?\n]{{0,50}}?(?<!\w)(?:{_words('being')})(?!\w)"
    return re.compile(rf"(?<![\w'’])(?:(?:{_words('verbs')})(?!\w)|{subject})", re.IGNORECASE)


@cache
def _place_word() -> re.Pattern[str]:
    """« Le lieu de travail sera la ville de Mopti », "The duty station is Lodwar"."""
    return re.compile(
        rf"(?<!\w)(?i:{_words('place_words')})(?!\w)[^.;:!?,\n]{{0,30}}?\s(?i:est|sera|is|will be|would be|serait)\s"
        rf"(?:(?:bien|fixée?|situ[ée]e?|located|based|toujours|still)\s)?(?:(?:à|au|in|at)\s)?{_GIVEN}?\**(?P<name>{PLACE})"
    )


@cache
def _site() -> re.Pattern[str]:
    """« pour notre antenne de Kolda », « à l'atelier de Tafraout », "with the field team in Mafraq"."""
    own = r"(?i:notre|our|nos)\s(?:[a-zß-ÿ-]+\s){0,2}?"
    lead = r"(?i:pour|au profit|à|au|aux|dans|depuis|rejoindr?\w*|rejoignez|for|at|with|within|in|from|join)"
    determiner = r"(?i:notre|nos|l['’]|la|le|les|sa|son|ses|its|our|the|their|une?|an?)"
    article = rf"(?:(?i:de |d['’]|des )?{determiner}\s*|s\s|d[eu]s?\s)?"
    between = (
        r"(?:\s(?!\b(?:de|d|du|des|à|in|at|of)\b)[a-zß-ÿ(][\w'’()-]*|\s(?:de|du|des|d['’])\s?[a-zß-ÿ][\w'’-]*){0,4}?"
    )
    return re.compile(
        rf"(?<!\w)(?:{lead}\s{article}(?:[a-zß-ÿ-]+\s){{0,2}}?|{own})(?P<site>(?i:{_words('sites')}))s?(?!\w){between}"
        rf"\s(?:de\s|d['’]|du\s|des\s|à\s|au\s|in\s|at\s|of\s)(?:la\s|l['’])?\**(?P<name>{PLACE})"
    )


@cache
def _named_site() -> re.Pattern[str]:
    """ "at its Dadaab registration centre", "in our Sidi Bouzid office"."""
    return re.compile(
        rf"(?<!\w)(?<!after )(?<!before )(?<!during )(?<!since )"
        rf"(?i:at|in|from|our|its|the|runs|within)\s(?:(?i:our|its|the|their)\s)?(?P<name>{PLACE})"
        rf"(?:\s[a-z-]+){{0,2}}?\s(?:{_words('sites')})(?!\w)"
    )


@cache
def _several() -> re.Pattern[str]:
    """The first of several places of a kind: "at our Maun and Kasane sites", « dans les communes de Tata et Akka »."""
    kinds = "communes|villages|camps|districts|cercles|quartiers|localités|sites|counties|settlements"
    return re.compile(
        rf"(?<!\w)(?:(?i:dans|pour|sur)\s(?:(?:deux|trois|les|nos|des|\d)\s){{0,2}}(?i:{kinds})\s(?:de\s|d['’])"
        rf"(?={PLACE}(?:,|\set)\s)|(?i:at|in|for|across)\s(?:(?:our|the|its|two|three)\s)?"
        rf"(?={PLACE}(?:,\s{PLACE}){{0,3}}\s(?:and|&)\s{PLACE}\s(?:{kinds})(?!\w)))\**(?P<name>{PLACE})"
    )


@cache
def _from_there() -> re.Pattern[str]:
    """« Depuis Kigali, vous représentez la fondation », "From Nairobi, you lead forty people"."""
    return re.compile(
        rf"(?<![\w'’])(?:[Dd]epuis|[Ff]rom)\s(?:[Ll]a\s)?(?P<name>{PLACE}),\s(?:vous|tu|il|elle|you|she|he|they)\s"
    )


@cache
def _behind() -> re.Pattern[str]:
    """« depuis Les Cayes, où se trouve aussi ce poste », "Hargeisa-based"."""
    post = r"(?:poste|stage|travail|mission|post|job|role|position|work|internship|vacancy|placement)"
    return re.compile(
        rf"(?<![\w'’-])(?P<name>(?:L[ae]s?\s)?{PLACE})(?=,?\s(?:où|(?:is\s)?where)\s[^.;!?\n]{{0,40}}?\b{post}\b|,?\sis\swhere\syou\b"
        rf"|-based\b(?!\s(?:[A-Z]|funds?\b|donors?\b|foundation|partner|organi|ngo|compan|charit|agenc)))"
    )
