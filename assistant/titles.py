"""What a posting looks for: the place of its title. No title is better than a sentence out of its text.

An empty span stands for what the posting does not say. The words are in `data/identity.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from assistant.announcements import announced_below, announcement, begins_with, is_employer, is_place
from assistant.both_genders import is_for_both
from assistant.domain import Section, Span
from assistant.headline import headline
from assistant.labelled import labelled
from assistant.labels import LATEST, NOT_STATED, first, has_job, has_jobs, has_own_job, place_of
from assistant.leads import (
    ARTICLE,
    MAIL_SUBJECT,
    NUMBERED,
    OPENING,
    announcing,
    in_full,
    is_prose,
    is_unit,
    lead_in,
    listed_job,
    mail_subject,
    passes_on,
)  # fmt: skip
from assistant.lines import Line
from assistant.masthead import announces, heads_part, is_marked, masthead_name
from assistant.opening import above_signature, below_mail_head, opening_of
from assistant.organisations import organisation_of
from assistant.resources import table
from assistant.seekers import emphasised_first, seeks
from assistant.sought import sought_in
from assistant.sought_below import sought_below
from assistant.text import fold
from assistant.title_heads import heads_with_town
from assistant.title_labels import may_be_title, names_job
from assistant.title_lines import (
    first_service,
    is_greeting,
    is_slogan,
    part_title,
    whole_title,
    without_asides,
    without_employer,
)  # fmt: skip
from assistant.title_shape import CODE, LONGEST_TITLE, is_alone, is_title_line
from assistant.trails import is_of_board

_FEW_WORDS = 8
_HEADING = re.compile(r"(?:[IVX]{1,4}|[A-Z]|\d{1,2})\s{0,2}[.)/–-]\s|\d{1,2}(?:\.\d)?\s(?=[A-ZÀ-Þ]{3})")
_SEEKS = re.compile(  # « Radio X recrute : animatrice », "[URGENT] X – we are hiring a cook"
    r"(?:[^:\n]{2,80}\s)?(?:recrute|recherche|cherche|embauche|engage|hiring|seeks|wants|on embauche|on recrute)"
    r"(?:\s?:\s|!\s{1,3})",
    re.IGNORECASE,
)
_COUNTED = re.compile(  # « ENUMERATORS (24) », « Deux infirmiers »
    r"\(\d{1,3}(?:\s(?:postes?|posts?|positions?|places?|personnes?|people))?\)|^\W*(?:\d{1,2}|deux|trois|quatre|cinq|six|plusieurs|two|three|four|five|six|several)\s",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[^:\n]{2,30}:\s")  # "Location: Bamako"
_NEAR = 3  # lines from the top in which a line that names a job is the title
_FURTHER = 6  # the same of a line in capitals
_TITLE_END = re.compile(
    r"\s*(?:[–—-]\s*)?(?:\(?\s*R[ée]f(?:[ée]rence)?\b|\(\s*r[ée]f\b|(?<!-)\bBas[ée]|(?<!-)\bbas(?:ed|ée?)\b|\bbas(?:es|ées?|és)\s(?:à|a|l|au)\b|;|\.\s(?!\(?[HF]/[HF])|\.$|\*\*|\s(?:to|qui|who|that|afin)\s"
    r"|\s(?:pour\s(?:son|sa|ses|notre|nos|une?)|for\s(?:its|our|their))(?:\s|$)|\s{2,80}\|"
    r"|\s{1,4}//|,\s(?:duty station|lieu d['’]affectation)|$)"
)
_LINE_END = re.compile(r"\s*(?:[–—-]\s*)?(?://\s|\(?\s*R[ée]f(?:[ée]rence)?\b\s*[.:]|\(\s*r[ée]f\b|\*\*|$)")
_MARK = re.compile(r"#+\s+|\*\*(?=\S)")  # of a heading
# Pictures and signs around a title; brackets, quotation marks and full stops are its own.
_AROUND = re.compile(r"^[^\w«“\"'(\[@.]+|[^\w»”\"')\].!?%+]+$")
_LEADING = re.compile(
    r"^(?:(?i:(?:(?:une?\s)?(?:ou|/)\s)?(?:une?|un\s?\(e\)|un[.·]e|son\s?/\s?sa))\s+|(?:an?|one|sa)\s+|\(\d{1,2}\)\s+|\(e\)\s+)"
)
_LATER = re.compile(r"\s(?:une?|un\(e\)|un\.e|des|deux|an?)\s+(?:\(\d{1,2}\)\s)?(\S+)")
_LATER_ARTICLE = re.compile(  # « cherche à partir de septembre une animatrice »
    r"[^.:;!?]{0,60}?\s(?:une? ou\s)?(?:une?|un\(e\)|un[.·]e|an?|des|deux|trois|two|three)\s(?:\(\d{1,2}\)\s)?", re.I
)


@lru_cache(LATEST)
def title_of(text: str, sections: tuple[Section, ...], furniture: tuple[Span, ...]) -> Span:
    """The name of the job. Where nothing tells it, a short first line stands for it."""
    opening = opening_of(text, furniture)
    employer = organisation_of(text, sections, furniture)
    lines = [
        line
        for line in above_signature(below_mail_head(opening))
        if not passes_on(line.text) and not is_unit(line.text) and not is_of_board(line.text)
    ]
    ways: tuple[Callable[[], tuple[Span, re.Pattern[str]]], ...] = (
        lambda: (_marked_first(lines), _LINE_END),
        lambda: (first(s for s in labelled(opening, "title") if may_be_title(s.of(text))), _TITLE_END),
        lambda: (mail_subject(opening), _LINE_END),
        lambda: (first(s for s in labelled(opening, "title_job") if names_job(s.of(text))), _TITLE_END),
        lambda: (first(map(sought_below, lines, lines[1:])), _LINE_END),
        lambda: (_first_line(text, lines, employer, named=True), _LINE_END),
        lambda: (first(map(_object, lines)), _TITLE_END),
        lambda: (first(_announced(text, lines, employer)), _LINE_END),
        lambda: (first_service(lines), _LINE_END),
        lambda: (_first_line(text, lines, employer, named=False), _LINE_END),
        lambda: (first(way(line) for line in lines for way in (_sought, _job_line)), _TITLE_END),
        lambda: (first(sought_in(text)), _TITLE_END),
        lambda: (mail_subject(opening, has_jobs), _LINE_END),
        lambda: (part_title(text, sections), _TITLE_END),
        lambda: (listed_job(lines), _TITLE_END),
        lambda: (first(map(_sought_alone, lines[:_NEAR])), _TITLE_END),
        lambda: (_short(lines, employer), _TITLE_END),
    )
    found = next(((span, end) for way in ways for span, end in [way()] if span != NOT_STATED), (NOT_STATED, _TITLE_END))
    return whole_title(text, without_employer(text, in_full(text, opening, _shortened(text, *found)), employer))


def _announced(text: str, lines: Sequence[Line], employer: Span) -> Iterator[Span]:
    """What a line announces behind its colon or dash, or the line below it: « AVIS DE RECRUTEMENT »."""
    for number, line in enumerate(lines):
        found = announcement(line.text)
        if not found:
            continue
        rest = line.text[found.rest :]
        start = found.rest + lead_in(rest)
        assigned = (
            found.assignment and rest[3:] and not CODE.match(rest) and not rest[0].isdigit() and not is_place(rest)
        )
        # « CHARGÉ DE COMMUNI- / CATION »
        named = headline(f"{rest}\n{lines[number + 1].text}") if rest.endswith("-") and lines[number + 1 :] else rest
        told = has_jobs(named[:80]) or (assigned and not announcement(rest) and not passes_on(rest))
        if told:
            yield Span(line.start + start, line.end)
        elif found.several:
            yield line.span
        elif number and (above := _job_line(lines[number - 1])) != NOT_STATED:
            yield above
        elif (below := announced_below(text, lines, number, employer)) is not None:
            yield Span(lines[below].start + lead_in(lines[below].text), lines[below].end)


def _object(line: Line) -> Span:
    """« Objet : recrutement d'un(e) infirmier(ère) »: the job that a line is about."""
    rest = line.text[found.end() :] if (found := MAIL_SUBJECT.match(line.text)) else ""
    named = has_own_job(rest) and not seeks().search(rest)
    return Span(line.end - len(rest) + lead_in(rest), line.end) if named else NOT_STATED


def _marked_first(opening: Sequence[Line]) -> Span:
    """A first line « Opérateur (H/F) »."""
    line = opening[0].bare if opening else None
    marked = line is not None and is_marked(line.text) and announcement(line.text) is None
    return line.span if line and marked and is_title_line(line) else NOT_STATED


def _first_line(text: str, opening: Sequence[Line], employer: Span, *, named: bool) -> Span:
    """A first line that is short and no sentence, where none of those below it names the job better.

    With `named`, only one that holds the name of a job.
    """
    line = opening[0] if opening else None
    names = (name for name in (employer, masthead_name(opening)) if name != NOT_STATED)
    if line is None or (
        any(begins_with(text, line, name) for name in names)
        and not (has_own_job(line.text) and _job_line(line) != NOT_STATED)
    ):
        return NOT_STATED
    if announcement(line.text) or announces(line.text) or is_greeting(line.text):
        return NOT_STATED
    called_out = is_slogan(line.text) and not has_own_job(line.text)  # "We're offering a traineeship!"
    if (called_out or not has_job(line.text)) and (
        named or is_slogan(line.text) or is_prose(line.text) or _is_of_employer(text, line, employer)
    ):
        return NOT_STATED
    near_ones = [*opening[:_NEAR], *(near for near in opening[_NEAR:_FURTHER] if _is_shouted(near.text))]
    marked = [near for near in near_ones if near is not line and _job_line(near) != NOT_STATED]
    by_itself = line.text.count("|") < 2  # « JobX | Microfinance | Kara » heads the page of a board
    by_itself &= line.end == len(text.rstrip()) or text[line.end :].lstrip(" ").startswith("\n\n")
    headed = any(near.text.startswith("# ") for near in marked)  # in larger letters than all else
    if marked and (heads_with_town(line.text) or (is_alone(text, marked[0]) and not has_job(line.text))):
        return NOT_STATED
    if not is_title_line(line) or (marked and (headed or not by_itself) and not has_job(line.text)):
        return NOT_STATED
    job = _job_line(line)
    return job if job != NOT_STATED or not by_itself else line.span


def _is_shouted(words: str) -> bool:
    """Whether a line, up to a dash in it, is in capitals: « SERVEURS ET SERVEUSES — temps des sucres 2027 »."""
    return re.split(r"\s[–—-]\s", words)[0].isupper()


def _is_of_employer(text: str, line: Line, employer: Span) -> bool:
    """Whether a dash in a line leads to the employer's name: « Base d'Abéché – Secours Mobile »."""
    name = employer.of(text)
    return bool(name) and re.search(rf"\s[–—|-]\s+{re.escape(name)}(?!\w)", line.text) is not None


def _short(opening: Sequence[Line], employer: Span) -> Span:
    """The first short line that does more than announce, and names no employer; else the line that announces."""
    near = [line for line in opening[:_NEAR] if len(line.text) <= LONGEST_TITLE // 2]
    plain = (
        line for line in near if not announcement(line.text) and _could_be_short(line.text) and is_title_line(line)
    )
    titles = (line.span for line in plain if not is_employer(line, employer) and not is_place(line.text))
    never = table("identity.toml")["first_line"]["never"]
    announcing = (
        n.span
        for n in near
        if announcement(n.text) and fold(n.text.strip(" *#:")) not in never and not is_slogan(n.text)
    )
    return first([*list(titles)[:1], *list(announcing)[:1]])


def _could_be_short(words: str) -> bool:
    """Whether a line that names no job may stand for a title: a few words that begin with a capital."""
    bare = words.strip(" *#")
    plain = bare[:1].isupper() and bare[-1:] not in ".!?:;," and bare.count("(") == bare.count(")")
    few = len(bare.split()) <= _FEW_WORDS and not is_prose(bare) and not is_greeting(bare)
    return plain and few and not heads_part(bare) and not _HEADING.match(bare) and not _LABELLED.match(bare)


def _sought(line: Line) -> Span:
    """« X recherche un Y – Réf. », « X recrute pour un client un Y »: Y."""
    found = seeks().search(line.text)
    if not found or found.end() >= len(line.text):
        return NOT_STATED
    rest = line.text[found.end() :]
    if (marked := emphasised_first(rest)) and has_jobs(marked):  # « cherche *2 éducatrices* pour »
        return place_of(line.text, marked, found.end(), line.start)
    article = ARTICLE.match(rest) or _LATER_ARTICLE.match(rest)
    start = found.end() + (article.end() if article else 0)
    if is_prose(rest[:80]):
        later = next((m for m in _LATER.finditer(rest[:LONGEST_TITLE]) if has_jobs(m.group(1))), None)
        return Span(line.start + found.end() + later.start(1), line.end) if later else NOT_STATED
    words = line.text[start:]
    opens = not line.text[: found.start()].strip(" *#")
    named = has_jobs(words[:80]) or (opens and is_marked(words[:120])) or is_for_both(words)
    return Span(line.start + start, line.end) if named else NOT_STATED


def _sought_alone(line: Line) -> Span:
    """« X cherche une Y » where no word of Y is known for a job's, and it is the whole rest of the line."""
    found = seeks().search(line.text)
    article = ARTICLE.match(line.text[found.end() :]) if found else None
    if not found or not article:
        return NOT_STATED
    start = found.end() + article.end()
    return Span(line.start + start, line.end) if _could_be_short(line.text[start:].capitalize()) else NOT_STATED


def _job_line(line: Line) -> Span:
    """A short line that names a job, without what only announces it."""
    start, announced = 0, False
    parts = re.match(r"\s*(?:#+\s*)?\**([^–—:\-]+?)\s*[–—:-]\s*", line.text[:LONGEST_TITLE])
    if parts and {*fold(parts.group(1)).split(" / ")} <= {*table("identity.toml")["jobs"]["lead"]}:
        start, announced = parts.end(), True
    elif opens := announcing().match(line.text):
        start, announced = opens.end(), True
    elif numbered := NUMBERED.match(line.text) or _SEEKS.match(line.text) or OPENING.match(line.text):
        start = numbered.end()
    elif heads_part(line.text):
        return NOT_STATED
    elif line.text[0].islower() and not ARTICLE.match(line.text) and (later := _LATER_ARTICLE.match(line.text)):
        start = later.end()
    elif mark := _MARK.match(line.text):
        start = mark.end()
    if article := ARTICLE.match(line.text[start:]):
        start += article.end()
    words = line.text[start:]
    asked = fold(words).startswith(tuple(table("identity.toml")["first_line"]["opening"]))  # « Diplôme d'ingénieur »
    only = (found := announcement(line.text)) is not None and found.rest >= len(line.text)  # « APPEL À VOLONTAIRES »
    only |= is_greeting(line.text) or (is_slogan(line.text) and not has_own_job(line.text))
    if asked or only or fold(words.strip(" *.")) in table("identity.toml")["jobs"]["nothing"]:
        return NOT_STATED
    sentence = not announced and (words.endswith((".", ":", ";")) or is_prose(words))
    sentence = sentence or (not announced and words[:1].islower() and not is_marked(words) and not start)
    listed = line.bullet and not (start and _SEEKS.match(line.text))  # « * X wants: Monitoring Officer »
    if len(words) > LONGEST_TITLE or sentence or listed or line.text[0] == "→":
        return NOT_STATED
    counted = _COUNTED.search(line.text) is not None and has_jobs(words[:80])
    named = counted or has_job(words[:80]) or ((start or words[:1].isupper()) and is_for_both(words))
    return Span(line.start + start, line.end) if named else NOT_STATED


def _shortened(text: str, span: Span, ending: re.Pattern[str]) -> Span:
    """A title without the reference, the place or the sentence behind it."""
    words = span.of(text)[:LONGEST_TITLE]
    found = ending.search(words)
    end = found.start() if found and found.start() > 3 else len(words)
    kept = re.sub(r"[\s!]+$", "", _AROUND.sub("", without_asides(words[:end]).strip(" *#,–—-")))
    kept = _LEADING.sub("", kept)
    return place_of(text, kept, span.start) if kept else NOT_STATED
