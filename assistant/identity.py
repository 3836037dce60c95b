"""Whose a posting is, what it looks for, and where: the places of its organisation, title and locations.

An empty span stands for what the posting does not say. The words are in `data/identity.toml` and `data/places.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from assistant.domain import Section, Span
from assistant.labels import NOT_STATED, first, has_job, has_jobs, labelled, one_of, opening_of, place_of
from assistant.lines import Line
from assistant.locations import PLACE, Location, stated_locations
from assistant.masthead import announces, heads_part, is_marked, masthead_town
from assistant.organisations import organisation_of as organisation_of
from assistant.organisations import seeks
from assistant.resources import table
from assistant.text import fold
from assistant.title_lines import first_service, whole_title

_LONGEST_TITLE = 180
_NEAR = 3  # lines from the top in which a line that names a job is the title
_TITLE_END = re.compile(
    r"\s*(?:[–—-]\s*)?"
    r"(?:\(?\s*R[ée]f(?:[ée]rence)?\b|\bBas[ée]|\bbas(?:ed|ée?)\b|;|\.\s|\.$|\*\*|\s(?:to|qui|who|that|afin)\s"
    r"|\s(?:pour\s(?:son|sa|ses|notre|nos|une?)|for\s(?:its|our|their))(?:\s|$)|$)"
)
_LINE_END = re.compile(r"\s*(?:[–—-]\s*)?(?:\(?\s*R[ée]f(?:[ée]rence)?\b\s*[.:]|\*\*|$)")
_MAIL_HEAD = re.compile(r"\W*(?:from|de|sent|envoy[ée]|date|to|[àa]|subject|objet|sujet)\s*:", re.IGNORECASE)
_MAIL_SUBJECT = re.compile(r"\W*(?:subject|objet|sujet)\s*:\s*(?:(?:fwd?|re|tr)\s*:\s*)*", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:poste|position|post|lot|job)\s*(?:n[°o]\s*)?\d{1,2}\s*[:.–—-]\s*", re.IGNORECASE)
_MARK = re.compile(r"#+\s+|\*\*(?=\S)")  # of a heading
# Pictures and signs around a title; brackets, quotation marks and full stops are its own.
_AROUND = re.compile(r"^[^\w«“\"'(\[@.]+|[^\w»”\"')\].!?%+]+$")
_LATER_ARTICLE = re.compile(  # « cherche à partir de septembre une animatrice »
    r"[^.:;]{0,60}?\s(?:une?|un\(e\)|un\.e|un·e|an?|des|deux|trois|two|three)\s(?:\(\d\)\s)?", re.IGNORECASE
)
_ARTICLE = re.compile(
    r"(?:une?|un\(e\)|un\.e|un·e|an?|des|de|d['’](?:une?)?|the|le|la|l['’])(?:\([a-z]\))?\s+|\d{1,2}\s+",
    re.IGNORECASE,
)


def title_of(text: str, sections: Sequence[Section], furniture: Sequence[Span]) -> Span:
    """The name of the job. Where nothing tells it, a short first line stands for it."""
    opening = opening_of(text, furniture)
    ways: tuple[Callable[[], tuple[Span, re.Pattern[str]]], ...] = (
        lambda: (_mail_subject(opening), _LINE_END),
        lambda: (_marked_first(opening), _LINE_END),
        lambda: (first(labelled(opening, "title")), _TITLE_END),
        lambda: (first_service(opening), _LINE_END),
        lambda: (_first_line(text, opening), _LINE_END),
        lambda: (first(way(line) for line in opening for way in (_sought, _job_line)), _TITLE_END),
        lambda: (_markdown_title(text, sections), _TITLE_END),
        lambda: (_listed_job(opening), _TITLE_END),
        lambda: (_short(opening), _TITLE_END),
    )
    found = next(((span, end) for way in ways for span, end in [way()] if span != NOT_STATED), (NOT_STATED, _TITLE_END))
    return whole_title(text, _shortened(text, *found))


def location_of(text: str, sections: Sequence[Section], furniture: Sequence[Span]) -> Span:
    """The leading place of work: a town where one is named."""
    found = locations_of(text, sections, furniture)
    return found[0].span if found else NOT_STATED


def locations_of(text: str, sections: Sequence[Section], furniture: Sequence[Span]) -> list[Location]:
    """Every place of work, the leading one first."""
    if found := stated_locations(text):
        return found
    if (town := masthead_town(text, opening_of(text, furniture))) != NOT_STATED:
        return [Location(town)]
    own = _line_of_its_own(text, sections, furniture)
    return [Location(own)] if own != NOT_STATED else []


def _mail_subject(opening: Sequence[Line]) -> Span:
    """The subject of a message that a posting was sent in, where it names a job: « Subject: Fwd: X »."""
    if not opening or not _MAIL_HEAD.match(opening[0].text):
        return NOT_STATED
    subjects = ((line, found) for line in opening if (found := _MAIL_SUBJECT.match(line.text)))
    return first(Span(line.start + m.end(), line.end) for line, m in subjects if has_job(line.text[m.end() :]))


def _marked_first(opening: Sequence[Line]) -> Span:
    """A first line « Opérateur (H/F) »."""
    line = opening[0] if opening else None
    return line.span if line and _is_title(line) and is_marked(line.text) else NOT_STATED


def _first_line(text: str, opening: Sequence[Line]) -> Span:
    """A first line that is short and no sentence, where none of those below it names the job better."""
    if not opening or opening[0].start > len(text) - len(text.lstrip()):
        return NOT_STATED
    line = opening[0]
    marked = [near for near in opening[:_NEAR] if near is not line and _job_line(near) != NOT_STATED]
    by_itself = line.end == len(text.rstrip()) or text[line.end :].lstrip(" ").startswith("\n\n")
    headed = any(near.text.startswith("# ") for near in marked)  # in larger letters than all else
    if not _is_title(line) or (marked and (headed or not by_itself) and not has_job(line.text)):
        return NOT_STATED
    job = _job_line(line)
    return job if job != NOT_STATED or not by_itself else line.span


def _is_title(line: Line) -> bool:
    words = line.text.strip(" *#")
    sentences = words.endswith((":", ";", ",", "?")) or re.search(r"(?<!\.)\.\s", words)
    if len(words) > _LONGEST_TITLE or line.bullet or sentences:
        return False
    never = (
        fold(words) in table("identity.toml")["first_line"]["never"]
        or fold(words) in table("identity.toml")["jobs"]["lead"]
    )
    label = re.match(r"[^:\n]{3,40}?\s:\s", words)
    return any(c.isalpha() for c in words) and not never and not label and not seeks().search(words)


def _short(opening: Sequence[Line]) -> Span:
    """The first short line that does more than announce: below « TERMS OF REFERENCE » the next one."""
    leads = table("identity.toml")["jobs"]["lead"]
    lines = [line for line in opening[:_NEAR] if fold(line.text.strip(" *#")) not in leads]
    lines = [line for line in lines[:1] if not heads_part(line.text)]
    line = lines[0] if lines else opening[0] if opening else None
    return line.span if line and len(line.text) <= _LONGEST_TITLE // 2 else NOT_STATED


def _sought(line: Line) -> Span:
    """« X recherche un Y – Réf. »: Y."""
    found = seeks().search(line.text)
    if not found or found.end() >= len(line.text):
        return NOT_STATED
    rest = line.text[found.end() :]
    article = _ARTICLE.match(rest) or _LATER_ARTICLE.match(rest)
    start = found.end() + (article.end() if article else 0)
    words = line.text[start:]
    return Span(line.start + start, line.end) if has_jobs(words[:80]) else NOT_STATED


def _job_line(line: Line) -> Span:
    """A short line that names a job, without what only announces it."""
    start, announced = 0, False
    parts = re.match(r"\s*(?:#+\s*)?\**([^–—:\-]+?)\s*[–—:-]\s*", line.text[:_LONGEST_TITLE])
    if parts and fold(parts.group(1)) in table("identity.toml")["jobs"]["lead"]:
        start, announced = parts.end(), True
    elif opens := _announcement().match(line.text):
        start, announced = opens.end(), True
    elif numbered := _NUMBERED.match(line.text):
        start = numbered.end()
    elif heads_part(line.text):
        return NOT_STATED
    elif line.text[0].islower() and (later := _LATER_ARTICLE.match(line.text)):
        start = later.end()
    elif mark := _MARK.match(line.text):
        start = mark.end()
    if article := _ARTICLE.match(line.text[start:]):
        start += article.end()
    words = line.text[start:]
    if fold(words.strip(" *.")) in table("identity.toml")["jobs"]["nothing"]:
        return NOT_STATED
    sentence = not announced and words.endswith((".", ":", ";"))
    if len(words) > _LONGEST_TITLE or sentence or line.bullet or line.text[0] == "→":
        return NOT_STATED
    return Span(line.start + start, line.end) if has_job(words[:80]) else NOT_STATED


def _listed_job(opening: Sequence[Line]) -> Span:
    """The first job of a list of them: « 1) Un(e) technicien(ne) hydraulique »."""
    for line in opening:
        rest = line.text[len(line.bullet) :]
        article = _ARTICLE.match(rest) if line.bullet else None
        if article and len(rest) <= _LONGEST_TITLE // 2 and has_job(rest):
            return Span(line.start + len(line.bullet) + article.end(), line.end)
    return NOT_STATED


def _markdown_title(text: str, sections: Sequence[Section]) -> Span:
    first_part = next((s for s in sections if s.path and text[s.start : s.start + 2] == "# "), None)
    return place_of(text, first_part.heading, first_part.start) if first_part else NOT_STATED


def _shortened(text: str, span: Span, ending: re.Pattern[str]) -> Span:
    """A title without the reference, the place or the sentence behind it."""
    words = span.of(text)[:_LONGEST_TITLE]
    found = ending.search(words)
    end = found.start() if found and found.start() > 3 else len(words)
    kept = _AROUND.sub("", words[:end].strip(" *#,–—-"))
    return place_of(text, kept, span.start) if kept else NOT_STATED


@cache
def _announcement() -> re.Pattern[str]:
    """« Recrutement d'un(e) », "Vacancy for a": what announces, as far as the article."""
    leads = one_of(table("identity.toml")["jobs"]["lead"])
    links = r"pour\s+(?:le\s+poste\s+)?|for\s+|of\s+|(?=d['’]|de\s|des\s|du\s)"
    return re.compile(rf"\W*(?:{leads})\s+(?:{links})", re.IGNORECASE)


def _line_of_its_own(text: str, sections: Sequence[Section], furniture: Sequence[Span]) -> Span:
    """A short capitalised line of the opening that names neither the job nor the organisation."""
    end = next((s.start for s in sections if s.path), len(text))
    lines = [line for line in opening_of(text, furniture) if line.end <= end and _may_be_town(line)]
    if not lines:
        return NOT_STATED
    apart = {title_of(text, sections, furniture).start, organisation_of(text, sections, furniture).start}
    return first(line.span for line in lines if line.start not in apart)


def _may_be_town(line: Line) -> bool:
    words = line.text.strip("*")
    plain = not re.search("['’]", words) and not line.text.isupper()
    short = plain and len(line.text) <= 30 and re.fullmatch(PLACE, words)
    never = table("places.toml")["words"]["no_towns"]
    if announces(words):
        return False
    return bool(short) and fold(words).split(" ")[0] not in never and not has_job(line.text)
