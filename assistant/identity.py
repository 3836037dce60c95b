"""Whose a posting is, what it looks for, and where: the places of its organisation, title and location.

An empty span stands for what the posting does not say. The words are in `data/identity.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from assistant.domain import Section, Span
from assistant.lines import Line, lines_of
from assistant.resources import table
from assistant.text import fold, plain_gender

NOT_STATED = Span(0, 0)
_OPENING_LINES = 14  # a title stands among the first lines, if there is one
_LONGEST_TITLE = 180
_SMALL = "de|du|des|d'|la|le|les|et|of|the|for|and|&|sans|pour|sur|en|al|el"  # between the words of a name
# What has been taken is not tried again in parts (+), so that no text of any kind takes long.
_NAME = rf"[^\W\d_a-zß-ÿ][\w&.'’-]{{0,80}}+(?:[ -](?:(?:{_SMALL})\s){{0,4}}+[^\W\d_a-zß-ÿ][\w&'’-]{{0,80}}+){{0,6}}"
_PLACE = r"[^\W\d_a-zß-ÿ][\w'’]+(?:[ -](?:(?:de|du|la|le|les|sur|en|aux|sous|el|al|of)[ -])?[^\W\d_a-zß-ÿ][\w'’]+){0,3}"
_LABEL = re.compile(r"[-•▪*\s]*+([^:\n]{3,40}?)\**+\s*+:\s*+\**+\s*+(?=\S)")
_TITLE_END = re.compile(
    r"\s*(?:[–—-]\s*)?"
    r"(?:\(?\s*R[ée]f(?:[ée]rence)?\b|\bBas[ée]|\bbas(?:ed|ée?)\b|;|\.\s|\.$|\*\*|\s(?:to|qui|who|that|afin)\s|$)"
)
_ARTICLE = re.compile(
    r"(?:une?|un\(e\)|un\.e|un·e|an?|des|de|d['’](?:une?)?|the|le|la|l['’])(?:\([a-z]\))?\s+|\d{1,2}\s+",
    re.IGNORECASE,
)
_EMAIL_DOMAIN = re.compile(r"(?<![\w.+-])[\w.+-]++@([\w-]+)(?:\.[\w-]+)+")


def title_of(text: str, sections: Sequence[Section], furniture: Sequence[Span]) -> Span:
    """The name of the job. Where nothing tells it, a short first line stands for it."""
    opening = _opening(text, furniture)
    ways: tuple[Callable[[], Span], ...] = (
        lambda: _labelled(opening, "title"),
        lambda: _first(way(line) for line in opening for way in (_sought, _job_line)),
        lambda: _markdown_title(text, sections),
        lambda: opening[0].span if opening and len(opening[0].text) <= _LONGEST_TITLE // 2 else NOT_STATED,
    )
    found = next((span for way in ways if (span := way()) != NOT_STATED), NOT_STATED)
    return _shortened(text, found)


def organisation_of(text: str, sections: Sequence[Section], furniture: Sequence[Span]) -> Span:
    """The name of who employs, as the posting writes it."""
    opening = _opening(text, furniture)
    ways: tuple[Callable[[], Span], ...] = (
        lambda: _labelled(opening, "organisation"),
        lambda: _first(_seeker(line) for line in opening),
        lambda: _first(_named_in_heading(text, section) for section in sections),
        lambda: _after_domain(text),
        lambda: _near(text, _before_name(), after=False),
        lambda: _near(text, _after_name(), after=True),
    )
    return next((span for way in ways if (span := way()) != NOT_STATED), NOT_STATED)


def location_of(text: str, sections: Sequence[Section], furniture: Sequence[Span]) -> Span:
    """The place of work: a town where one is named."""
    labelled = _labelled(lines_of(text), "location")
    if labelled != NOT_STATED and (place := _place_within(text, labelled)) != NOT_STATED:
        return place
    based = _near(text, _before_place(), after=False)
    return based if based != NOT_STATED else _line_of_its_own(text, sections, furniture)


def _opening(text: str, furniture: Sequence[Span]) -> list[Line]:
    apart = {span.start for span in furniture}
    return [line for line in lines_of(text[:4000]) if line.start not in apart][:_OPENING_LINES]


def _first(spans: Iterable[Span]) -> Span:
    return next((span for span in spans if span != NOT_STATED), NOT_STATED)


def _labelled(lines: Sequence[Line], what: str) -> Span:
    """What stands behind one of the labels of `what`, on its line."""
    labels = set(table("identity.toml")["labels"][what])
    for line in lines:
        found = _LABEL.match(line.text)
        if found and fold(found.group(1)) in labels:
            return Span(line.start + found.end(), line.end)
    return NOT_STATED


def _sought(line: Line) -> Span:
    """« X recherche un Y – Réf. »: Y."""
    found = _seeks().search(line.text)
    if not found or found.end() >= len(line.text):
        return NOT_STATED
    rest = line.text[found.end() :]
    start = found.end() + (article.end() if (article := _ARTICLE.match(rest)) else 0)
    words = line.text[start:]
    return Span(line.start + start, line.end) if _has_job(words[:80]) else NOT_STATED


def _job_line(line: Line) -> Span:
    """A short line that names a job, without what only announces it."""
    start, announced = 0, False
    parts = re.match(r"\s*(?:#+\s*)?\**([^–—:\-]+?)\s*[–—:-]\s*", line.text[:_LONGEST_TITLE])
    if parts and fold(parts.group(1)) in table("identity.toml")["jobs"]["lead"]:
        start, announced = parts.end(), True
    if article := _ARTICLE.match(line.text[start:]):
        start += article.end()
    words = line.text[start:]
    sentence = not announced and words.endswith((".", ":", ";"))
    if len(words) > _LONGEST_TITLE or sentence or line.bullet or line.text[0] == "→":
        return NOT_STATED
    return Span(line.start + start, line.end) if _has_job(words[:80]) else NOT_STATED


def _has_job(words: str) -> bool:
    jobs = table("identity.toml")["jobs"]["words"]
    return bool(set(re.findall(r"[^\W\d_]+", fold(plain_gender(words)))) & set(jobs))


def _markdown_title(text: str, sections: Sequence[Section]) -> Span:
    first = next((s for s in sections if s.path and text[s.start : s.start + 2] == "# "), None)
    return _place_of(text, first.heading, first.start) if first else NOT_STATED


def _shortened(text: str, span: Span) -> Span:
    """A title without the reference, the place or the sentence behind it."""
    words = span.of(text)[:_LONGEST_TITLE]
    found = _TITLE_END.search(words)
    end = found.start() if found and found.start() > 3 else len(words)
    kept = words[:end].strip(" *#,–—-")
    return _place_of(text, kept, span.start) if kept else NOT_STATED


def _seeker(line: Line) -> Span:
    """« X recherche un Y »: X."""
    found = _seeks().search(line.text)
    before = line.text[: found.start()].strip(" *") if found else ""
    name = re.search(rf"({_NAME})$", before)
    if not name or fold(name.group(1)) in table("identity.toml")["seeks"]["nobody"]:
        return NOT_STATED
    return _place_of(line.text, name.group(1), 0, line.start)


def _named_in_heading(text: str, section: Section) -> Span:
    folded = fold(section.heading)
    for words in table("identity.toml")["seeks"]["before"][:5]:
        name = re.fullmatch(_NAME, section.heading[len(words) :].strip()) if folded.startswith(words) else None
        if name:
            return _place_of(text, name.group(), section.start)
    return NOT_STATED


def _after_domain(text: str) -> Span:
    """The capitalised words of the text that an e-mail address spells in its domain: care-maroc.org → CARE Maroc."""
    labels = list(dict.fromkeys(_letters(domain) for domain in _EMAIL_DOMAIN.findall(text)))
    spelled: dict[str, Span] = {}
    for name in re.finditer(_NAME, text) if labels else ():
        for end in [*(m.start() for m in re.finditer(r"[ -]", name.group())), len(name.group())]:
            spelled.setdefault(_letters(name.group()[:end]), Span(name.start(), name.start() + end))
    return next((spelled[label] for label in labels if len(label) > 3 and label in spelled), NOT_STATED)


def _letters(words: str) -> str:
    return re.sub(r"[\W_]", "", fold(words))


def _near(text: str, pattern: re.Pattern[str], *, after: bool) -> Span:
    """The name that stands behind (or, with `after`, in front of) one of the telling phrases."""
    found = pattern.search(text)
    if not found:
        return NOT_STATED
    name = found.group("name").rstrip(".")
    start = found.start("name")
    return Span(start, start + len(name)) if name and (after or name) else NOT_STATED


def _place_within(text: str, span: Span) -> Span:
    """The town in the words behind a label: the one after « à » or « in », else the first capitalised words."""
    words = span.of(text)
    after = re.search(rf"(?:\bà|\bin|\bat|\bau)\s+\**({_PLACE})", words)
    found = after or re.search(rf"({_PLACE})", words)
    return Span(span.start + found.start(1), span.start + found.end(1)) if found else NOT_STATED


def _line_of_its_own(text: str, sections: Sequence[Section], furniture: Sequence[Span]) -> Span:
    """A short capitalised line of the opening that names neither the job nor the organisation."""
    end = next((s.start for s in sections if s.path), len(text))
    apart = {title_of(text, sections, furniture).start, organisation_of(text, sections, furniture).start}
    for line in _opening(text, furniture):
        short = re.fullmatch(rf"\**({_PLACE})\**", line.text) and len(line.text) <= 30 and not line.text.isupper()
        if short and line.end <= end and line.start not in apart and not _has_job(line.text):
            return Span(line.start, line.end)
    return NOT_STATED


def _place_of(text: str, words: str, start: int, offset: int = 0) -> Span:
    at = text.find(words, start)
    return Span(offset + at, offset + at + len(words)) if at >= 0 else NOT_STATED


def _loose(words: str) -> str:
    """A pattern for folded words that finds them with their accents."""
    accents = {"a": "[aàâ]", "e": "[eéèê]", "i": "[iîï]", "o": "[oô]", "u": "[uùû]", " ": r"\s+", "'": "['’]"}
    return "".join(accents.get(c, re.escape(c)) for c in words)


def _one_of(words: Iterable[str]) -> Iterator[str]:
    yield from (_loose(word) for word in sorted(words, key=len, reverse=True))


@cache
def _seeks() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_one_of(table('identity.toml')['seeks']['verbs']))})(?!\w)\s*")


@cache
def _before_name() -> re.Pattern[str]:
    words = "|".join(_one_of(table("identity.toml")["seeks"]["before"]))
    return re.compile(rf"(?<!\w)(?i:{words})\s*(?P<name>{_NAME})")


@cache
def _after_name() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{_NAME})\s+(?:{'|'.join(_one_of(table('identity.toml')['seeks']['after']))})")


@cache
def _before_place() -> re.Pattern[str]:
    words = "|".join(_one_of(table("identity.toml")["place"]["before"]))
    return re.compile(rf"(?<!\w)(?i:{words})\s+\**(?P<name>{_PLACE})")
