"""The employer by its name alone in the head of a posting: beside the title, above it or below it.

« Data Manager – Bridge Health – Lilongwe », a line « Arbres & Savoirs » below the title. Such a name counts where it
holds a word for an employer, or returns further down. The words are in `data/identity.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.announcements import announcement, is_place
from assistant.domain import Span
from assistant.employers import is_no_employer
from assistant.labels import NAME, NOT_STATED, PLACE, first, has_job, has_jobs, one_of
from assistant.lines import Line
from assistant.masthead import announces, is_marked
from assistant.places import area_names, country_names, is_town, phrase_of
from assistant.resources import table
from assistant.text import fold

_LINES = 5  # lines from the top that are looked at
_ABOVE = 2  # lines from the top of which one names the job above the employer and its town
_FEW = 6  # words of a name that stands alone
_FROM = re.compile(r"^\W{0,4}(?:de|from)\s?:\s*[\"«]?\s?(?P<name>[^\W\d_][^<\n\"»]{3,80}?)\s?[\"»]?\s*<", re.I | re.M)
_FAR_APART = re.compile(r"\s{3,}")
_LONGEST = 160  # characters of such a line
_PARTS = re.compile(r"\s*(?:\s[–—|/·-]\s|[,|·]\s|\s(?:chez|at|@|à la|au|à l['’]|for|pour)\s)\s*")
_NAME = re.compile(
    rf"(?:(?:Le|La|Les|The|L['’])\s?)?({NAME}(?:,?\s(?:SARL|SA|LTD|Ltd|INC|Inc|GmbH)\.?)?)[\s.!]*(?:\([^()]*\))?"
)
_PLACED = re.compile(rf"\W{{0,4}}({NAME})(?:\s[–—|/·-]\s|,\s|\s?\()({PLACE})(?=\s*(?:$|[),–—|/·]|\s-\s))")
_ARTICLE = re.compile(r"^(?:Les?|La|The)\s")
_CUT_BRACKET = re.compile(r"\s?\([^()]*$")  # « X (Tamale » of « X (Tamale, Ghana) »
_LEGAL = re.compile(r"(?<!\w)(?:SARL|S\.A\.|LTD|Ltd|INC|Inc|GmbH|ASBL|asbl|e\.V\.|SCOP|SCIC)(?!\w)")
_DASH = re.compile(r"\s[–—|·-]\s")
# A name that returns as an employer's does: it begins a sentence and something is said of it, …
_BEGUN = re.compile(r"(?:^|[\n.!?:»>•])[\s*]*(?:(?:le|la|les|the)\s|l['’])?$", re.IGNORECASE)
_SAID = re.compile(
    r"[®™]?(?:\s?\([^()\n]{1,60}\))?(?:<[^<>\n]{1,40}>)?"
    r"(?:\s?,|\s(?!(?:de|du|des|et|ou|en|à|au|aux|pour|sur|and|or|of|for|in|to|with)\b)[a-zß-ÿ])"
)


def head_name(text: str, opening: Sequence[Line]) -> Span:
    """The employer that the head of a posting names without saying so; an empty span where it names none."""
    lines = [line for line in opening[:_LINES] if len(line.text) <= _LONGEST]
    told = (name for line in lines for name in (*_of_line(text, line, lines), _placed(line, lines)))
    return first([*told, *map(_on_card, opening, opening[1:], opening[2:])])


def _on_card(title: Line, line: Line, below: Line) -> Span:
    """The name between the job and a line that a pin marks, as on the card of a job board."""
    found = _NAME.fullmatch(line.text.strip(" *")) if below.text.startswith("📍") and has_job(title.text) else None
    if not found or len(line.text.split()) > _FEW or _is_other(line.text) or " " not in found.group(1):
        return NOT_STATED
    start = line.start + line.text.index(found.group(1))
    return Span(start, start + len(found.group(1)))


def named_above(text: str, opening: Sequence[Line]) -> Span:
    """A name alone on the first line, above a line that announces a posting, where a word of it returns in the text.

    « UNICEF Mali » above "VACANCY ANNOUNCEMENT"; an empty span where the first line is none.
    """
    if len(opening) < 2 or not announces(opening[1].text):
        return NOT_STATED
    words = _FAR_APART.split(opening[0].text.strip(" *#_"))[0]
    start = opening[0].start + opening[0].text.index(words)
    found = _NAME.fullmatch(words)
    returns = (
        re.search(rf"(?<!\w){re.escape(word)}", text[opening[1].end :]) for word in words.split() if len(word) > 3
    )
    if not found or len(words.split()) > _FEW or _is_other(words) or has_jobs(words) or not any(returns):
        return NOT_STATED
    return Span(start + found.start(1), start + found.end(1))


def sender_name(text: str) -> Span:
    """« De : Association Amane <contact@amane.org> »: who sends the posting, but for a person."""
    for found in _FROM.finditer(text):
        if fold(found.group("name")).split()[0] in table("identity.toml")["first_line"]["kinds"]:
            return Span(found.start("name"), found.end("name"))
    return NOT_STATED


def _of_line(text: str, line: Line, lines: Sequence[Line]) -> Iterator[Span]:
    parts = list(_parts(line))
    announced = bool(parts) and announces(parts[0][1])  # « JOB OPPORTUNITY – Kayayo Futures Trust »
    if line.text.rstrip(" *")[-1:] in ":;?" or (announcement(line.text) and not announced):
        return
    if announced:
        parts = [(start, _CUT_BRACKET.sub("", part)) for start, part in parts[1:]]
    titled = any(has_jobs(part) for _, part in parts)
    beside = titled or any(has_jobs(other.text) or announcement(other.text) for other in lines if other is not line)
    for number, (start, part) in enumerate(parts):
        found = _NAME.fullmatch(part)
        if not found or not beside or _is_other(part):
            continue
        name = found.group(1)
        if part.endswith(")") and is_town(name):  # « Tripoli (Liban-Nord) | Volontariat | 12 mois »
            continue
        first_of_many = titled and number == 0 and len(_DASH.findall(line.text)) > 1
        if first_of_many or _is_told(name) or _returns(text, name, line.end):
            yield Span(start + found.start(1), start + found.end(1))


def _placed(line: Line, lines: Sequence[Line]) -> Span:
    """The name before a town on the line below the job: « Bridges for Learning · Amman, Jordan »."""
    below = any(has_job(other.text) and other.end < line.start for other in lines[:_ABOVE])
    found = _PLACED.match(line.text) if below else None
    name = found.group(1) if found else ""
    if (
        not found
        or " " not in name
        or not is_town(found.group(2))
        or _is_other(_ARTICLE.sub("", name))
        or has_jobs(line.text)
    ):
        return NOT_STATED
    return Span(line.start + found.start(1), line.start + found.end(1))


def _parts(line: Line) -> Iterator[tuple[int, str]]:
    start = 0
    for cut in [*_PARTS.finditer(line.text), None]:
        words = line.text[start : cut.start() if cut else len(line.text)]
        bare = words.strip(" *#_")
        if bare:
            yield line.start + start + words.index(bare), bare
        start = cut.end() if cut else start


def _is_other(part: str) -> bool:
    """Whether a part is a job, a place, a heading or a code, and no name."""
    words = re.findall(r"\w+", fold(part))
    place = is_place(part) or phrase_of(part) in area_names() or phrase_of(part) in country_names()
    coded = any(c.isdigit() for c in part)
    no_name = announces(part) or is_marked(part) or is_no_employer(part) or fold(part) in _never()
    no_name = no_name or words[:1] in (["permis"], ["chez"])
    return not words or place or coded or has_job(part) or no_name


def _is_told(name: str) -> bool:
    """Whether a name of several words holds one for an employer, or the letters of its legal form."""
    words = re.findall(r"[\w-]+", fold(name))
    parts = table("identity.toml")["employers"]["departments"]  # « Services Financiers », « Conseil en gouvernance »
    part = any(" ".join(words).startswith(f"{part} ") for part in parts)
    return bool(_LEGAL.search(name)) or (len(words) > 1 and not part and not _employers().isdisjoint(words))


def _returns(text: str, name: str, end: int) -> bool:
    """Whether a name returns further down as an employer's: « Chez X », « rejoignez X », « X est … »."""
    proper = len(name.split()) > 1 or any(c.isupper() for c in name[1:])
    again = re.finditer(rf"(?<![\w@./-]){re.escape(name)}(?![\w@]|\.\w)", text[end : end + 4000], re.IGNORECASE)
    return proper and any(
        found.group()[0].isupper() and _is_employers(text, end + found.start(), end + found.end()) for found in again
    )


def _is_employers(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start]
    return bool(_joined().search(before) or (_BEGUN.search(before) and _SAID.match(text, end)))


@cache
def _joined() -> re.Pattern[str]:
    before = one_of(table("identity.toml")["named"]["before"])
    return re.compile(
        rf"(?<!\w)(?:{before}|(?:les )?equipes de|with|for|at)\s?(?:(?:le|la|les|the)\s|l['’])?$", re.IGNORECASE
    )


@cache
def _employers() -> frozenset[str]:
    data = table("identity.toml")
    return frozenset([*data["employers"]["words"], *data["first_line"]["kinds"], *data["employers"]["head_words"]])


@cache
def _never() -> frozenset[str]:
    return frozenset(table("identity.toml")["first_line"]["never"])
