"""Titles that stand on several lines, and those of services, which name a study and no job."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from assistant.domain import Section, Span
from assistant.labels import NOT_STATED, has_jobs, one_of, place_of
from assistant.lines import Line, lines_of
from assistant.resources import table
from assistant.text import fold

_MOST_LINES = 2  # further lines of a title
_LONGEST = 220  # characters of a whole title
_LONGEST_LINE = 110
_CUT_LINE = 50  # characters from which a line that goes on in small letters has been cut
_JOINED = re.compile(r"[,(/&-]$")
_BETWEEN = re.compile(r"[\s*\u00a0–—-]*")
_BEFORE_NAME = re.compile(
    r"(?:\s?,|\s[–—|/·-]|\s(?:chez|at|@|à la|au|à l['’]|à|for|pour la|pour l['’]))\s?(?:(?:la|le|the)\s)?$"
)
_SECOND = re.compile(r"\s(?:et|and)\s(?:une?|un\(e\)|un[.·]e|an?)\s+(?=\w)", re.IGNORECASE)
_BEHIND_NAME = re.compile(r"(?:\s?\([^()\n]{1,60}\))?\s?[–—|/·:,-]\s{1,3}")
_CODE_BEHIND = re.compile(r"\s[–—|/·-]\s(?:[Rr][ée]f\S*\s)?(?=\S{0,20}\d)(?=\S{0,20}[A-Z/])[\w/.-]{4,40}$")
_LABEL = re.compile(r"[^:«“\"]{2,30}\s?:\s")


def whole_title(text: str, title: Span) -> Span:
    """A title with the lines that it goes on to: « RESPONSABLE SUIVI ET / APPRENTISSAGE »."""
    for _ in range(_MOST_LINES):
        end = text.find("\n", title.end)
        if title == NOT_STATED or end < 0 or not _BETWEEN.fullmatch(text, title.end, end):
            return title
        below = text.find("\n", end + 1)
        further = lines_of(text[end : below if below >= 0 else len(text)])
        if not further or not _goes_on(text[title.start : end].strip(), further[0]):
            return title
        last = end + further[0].end
        closed = re.match(r"[^»”]{0,100}[»”]", further[0].text) if _is_open(title.of(text)) else None
        last = end + further[0].start + closed.end() if closed else last
        if last - title.start > _LONGEST:
            return title
        title = Span(title.start, last)
    return title


def without_employer(text: str, title: Span, employer: Span) -> Span:
    """A title without the employer's name beside it: « Bridge Health – Data Manager », « Cook, Green Plate, Leeds »."""
    second = _SECOND.search(title.of(text))
    if second and has_jobs(title.of(text)[second.end() :]) and has_jobs(title.of(text)[: second.start()]):
        title = Span(title.start, title.start + second.start())  # « un animateur et une secrétaire » are two
    name = employer.of(text)
    at = title.of(text).find(name) if name and title != NOT_STATED else -1
    if at < 0:
        return title
    before, behind = (
        _BEFORE_NAME.search(title.of(text)[:at]),
        _BEHIND_NAME.match(text, title.start + at + len(name), title.end),
    )
    if before and has_jobs(title.of(text)[: before.start()]):
        return Span(title.start, title.start + before.start())
    if at == 0 and behind and has_jobs(text[behind.end() : title.end]):
        return _without_code(text, Span(behind.end(), title.end))
    return title


def _without_code(text: str, title: Span) -> Span:
    """« Data Manager – Lilongwe – BH-2026-19 » without its last part."""
    found = _CODE_BEHIND.search(title.of(text))
    return Span(title.start, title.start + found.start()) if found else title


def _goes_on(words: str, below: Line) -> bool:
    """Whether a title is no whole one yet, or the line below begins with a word that links."""
    if below.bullet or len(below.text) > _LONGEST_LINE:
        return False
    if _is_open(words):
        return True
    if _LABEL.match(below.text) or words.isupper() != below.text.isupper():
        return False
    last = fold(words.split()[-1]).strip("',") if words.split() else ""
    if last in _links() or _JOINED.search(words):
        return True
    # A sentence may begin with a word that links, too: « (H/F) / Dans le cadre de … ».
    small = below.text[0].islower()
    linked = _linking().match(fold(below.text)) is not None
    return (linked and (small or words.isupper())) or (small and not words[0].islower() and len(words) >= _CUT_LINE)


def _is_open(words: str) -> bool:
    """Whether a quotation or bracket has no end yet."""
    return any(words.rfind(begin) > words.rfind(end) for begin, end in ("«»", "“”", "()"))


def first_service(opening: Sequence[Line]) -> Span:
    """What a call for a consultant is about: « TERMES DE RÉFÉRENCE / Évaluation finale du projet X »."""
    for above, line in pairwise([None, *opening]):
        found = _service().match(line.text) if line else None
        if not line or not found or len(line.text) > _LONGEST_LINE or line.text.endswith((".", ";")):
            continue
        if found["lead"] or (above and _calls().match(fold(above.text))):
            return Span(line.start + found.start("what"), line.end)
    return NOT_STATED


def is_no_job(words: str) -> bool:
    """Whether words begin with what is asked of candidates rather than with a job: « demande au nom du président »."""
    sought = table("identity.toml")["sought"]
    first = re.match(r"\w*", fold(words))
    return fold(words).startswith(tuple(sought["no_job_phrases"])) or (
        first is not None and first.group() in sought["no_job"]
    )


# « [12:41] Awa : », « 03/11/2026, 09:14 - Groupe emploi Kayes: »: who wrote what stands behind it in a chat, and when
_CHATTED = re.compile(r"\[?(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? )?\d{1,2}[:h]\d{2}(?::\d{2})?\]?(?: -)? [^:\n]{2,60}: ")


def is_greeting(words: str) -> bool:
    """Whether a line greets, maybe in a chat: « Bonjour à tous, »."""
    word = re.match(r"\W*(good (?:morning|afternoon|evening|day)|\w*)", fold(_CHATTED.sub("", words, count=1)))
    return word is not None and word[1] in table("identity.toml")["jobs"]["greetings"]


def is_slogan(words: str) -> bool:
    """Whether a line calls out rather than names a job: « Rejoignez-nous au Tchad ! »."""
    called = re.sub(r"[^\w!?.,;:)»\"]+$", "", words).endswith("!")
    return called or _CALLING.match(fold(words)) is not None or _DENYING.search(fold(words)) is not None


# « L'hiver est là, la rue n'attend pas », "Earn while you learn at the X Arms"
_CALLING = re.compile(
    r"\W*(?:earn while|envie (?:de|d')|apprends un|apprenez un|venez |viens |come and |come work|learn a trade"
    r"|join our )"
)
_DENYING = re.compile(
    r"(?<!\w)(?:n'|ne )\w+ (?:pas|plus|jamais)(?!\w)|(?<!\w)(?:isn't|doesn't|don't|won't|can't)(?!\w)"
)


@cache
def _links() -> frozenset[str]:
    return frozenset(table("identity.toml")["service"]["links"])


@cache
def _linking() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in table("identity.toml")["service"]["links"])
    return re.compile(rf"(?:(?:{words})\s|[dl]')")


@cache
def _calls() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in table("identity.toml")["service"]["calls"])
    return re.compile(rf"\W*(?:{words})(?!\w)")


@cache
def _service() -> re.Pattern[str]:
    """A line that begins with the noun of a service, maybe behind « Consultation : » or « TdR pour l' »."""
    service = table("identity.toml")["service"]
    link = r"(?:[:–—-]\s*|(?:pour|de|d['’]|for)\s*(?:l['’]|la\s|le\s|the\s|une?\s|an?\s)?)"
    lead = rf"(?P<lead>(?i:{one_of(service['calls'])})\s*{link})"
    return re.compile(rf"\W*{lead}?(?P<what>(?:[^\W\d_]+\s){{0,3}}?(?i:{one_of(service['nouns'])})(?!\w).*)")


def without_asides(words: str) -> str:
    """A title without « … - merci de partager »."""
    return _asides().split(words)[0] or words


@cache
def _asides() -> re.Pattern[str]:
    words = one_of(table("identity.toml")["jobs"]["asides"])
    return re.compile(rf"\s*(?:[-–—(|/\[,!]{{1,3}}\s*)(?:{words})(?!\w)[^\n]*$", re.IGNORECASE)


def part_title(text: str, sections: Sequence[Section]) -> Span:
    """The heading of the first part of a text in Markdown."""
    first_part = next((s for s in sections if s.path and text[s.start : s.start + 2] == "# "), None)
    return place_of(text, first_part.heading, first_part.start) if first_part else NOT_STATED
