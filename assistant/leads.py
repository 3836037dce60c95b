"""What stands before the name of a job and is no part of it: « Recrutement d'un », « TR: Offre d'emploi : »."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from assistant.domain import Span
from assistant.labels import NOT_STATED, first, has_job, has_own_job, one_of
from assistant.lines import Line
from assistant.masthead import is_marked
from assistant.opening import MAIL_HEAD
from assistant.resources import table
from assistant.text import fold
from assistant.title_lines import is_no_job, without_asides

_LONGEST_JOB = 90  # characters of the item of a list that is one
NUMBERED = re.compile(  # « POSTE A. UN COMPTABLE », "[Mission 312] Gardener"
    r"(?:poste|position|post|lot|job)\s*(?:n[°o]\s*)?(?:\d{1,2}|[A-H](?!\w))\s*[:.–—-]\s*|\[[^\[\]\n]{2,40}\]\s(?=\w)"
    r"|[A-H]\)\s(?=\w)|\d\ufe0f?\u20e3\s?\*?",
    re.IGNORECASE,
)
ARTICLE = re.compile(
    r"(?:une?\s(?:ou|et|/)\s(?:une?|plusieurs|deux)|one\sor\s(?:two|more|several)|plusieurs|several|un/e|une?|un\s?\(e\)|un\.e|un·e|un-e|an?|des|de|d['’](?:un[.·-]e|une?)?|the|le|la|l['’]|son/sa|sa/son|son\(sa\))(?:\([a-z]\))?\s+|\d{1,2}\s+",
    re.IGNORECASE,
)
OPENING = re.compile(r"[^.:;!?\n]{2,60}\s(?:ouvre|propose|offre)\s(?=une?\s)", re.IGNORECASE)  # « X ouvre un stage »
_UNIT = re.compile(  # « Bureau de coordination de Maradi », « 31 400 habitants – 720 agents »
    r"\W*(?:(?:Bureau|BUREAU|Direction|DIRECTION|D[ée]l[ée]gation|DELEGATION|Secr[ée]tariat|Antenne)\s"
    r"(?:(?:r[ée]gionale?|nationale?|g[ée]n[ée]rale?)\s)?(?:de|des|du|DE|DES|DU|d['’]|pour|pays)(?!\w)"
    r"|[^.:]{0,40}\d\s?(?:habitants|hab\.|agents|inhabitants)(?!\w))[^.:;]*",
)
_OFFICE = re.compile(  # "The X Foundation – Brussels head office", « Coordination Mali – BP 114 Sévaré »
    r"(?:[^.:|\n]{2,60}\s[–—-]\s)?(?:[^.:|\n]{2,40}\s)?(?i:(?:head|country|field|regional) office|headquarters)\W*"
    r"|[^.:|\n]{2,60}\s[–—-]\s(?:B\.?P\.?|P\.?\s?O\.?\s?[Bb]ox)\s\d[^.:;]*"
)
_POSSESSIVE = re.compile(r"(?:son|sa|ses|notre|nos|leurs?|its|our|their)\s+", re.IGNORECASE)
MAIL_SUBJECT = re.compile(
    r"\W*(?:subject|objet|sujet)\s*:\s*"
    r"(?:(?:fwd?|fw|re|tr|r[ée]p|relance(?: / reminder)?|urgent)\s*[:–-]\s*|\[[^\]\n]{1,40}\]\s*){0,6}",
    re.I,
)
_FORWARDED = re.compile(r"\W*(?:(?:fwd?|fw|tr)\s*:\s*)+(?:relance(?: / reminder)?\s*[:–-]\s*)?", re.IGNORECASE)
_WHO = re.compile(  # « L'association X recrute un(e) »
    r"[^:.;!?\n]{2,80}\s(?:recrute|recherche|cherche|embauche|is hiring|is recruiting|seeks)\s(?=une?\s|un\(e\)|an?\s)",
    re.IGNORECASE,
)
_LOOKING = re.compile(  # a subject "Looking for remote interpreters"
    r"(?:(?:we are|we're|nous|on)\s)?"
    r"(?:looking for|seeking|hiring|recherche|cherche|recherchons|cherchons|recrutons|recrute)\s",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\w{2,}")
_PARTS = re.compile(r"\s[–—-]\s|\s?[!:]\s+|\s/\s(?=job|offre)", re.IGNORECASE)


def lead_in(words: str) -> int:
    """How many characters stand before the name of the job: « Recrutement d'un », "POSTE 1 :"."""
    opens = announcing().match(words) or NUMBERED.match(words) or OPENING.match(words)
    if not opens and (bare := _bare_lead().match(words)) and has_own_job(words[bare.end() :]):
        opens = bare  # « Offre d'emploi comptable »
    start = opens.end() if opens else 0
    article = ARTICLE.match(words[start:]) or _POSSESSIVE.match(words[start:])
    return start + (article.end() if article else 0)


def mail_subject(opening: Sequence[Line], names: Callable[[str], bool] = has_own_job) -> Span:
    """The job in the subject of a message that a posting was sent in, where it names one: « Subject: Fwd: X »."""
    first_line = next((line.text for line in opening if not passes_on(line.text)), "")
    if not MAIL_HEAD.match(first_line) and not _FORWARDED.match(first_line):
        return NOT_STATED
    subjects = ((line.start + found.end(), line.text[found.end() :]) for line, found in _subjects(opening))
    parts = ((start + idle, words[idle:]) for start, words in subjects for idle in [_idle(words)])
    named = ((start, words) for start, words in parts if names(words))
    named = (
        (start + who.end(), words[who.end() :])
        if (who := _WHO.match(words) or _LOOKING.match(words))
        else (start, words)
        for start, words in named
    )
    return first(Span(start + lead_in(words), start + len(without_asides(words))) for start, words in named)


def in_full(text: str, opening: Sequence[Line], title: Span) -> Span:
    """The line in capitals below that begins as the title does and says more: « ANIMATRICE « CLUB OASIS » »."""
    words = _WORDS.findall(fold(title.of(text)))
    for line in opening if words else ():
        bare = line.text.strip(" *#")
        start = lead_in(bare)
        said = _WORDS.findall(fold(bare[start:]))
        plain = line.start > title.end and bare.isupper() and len(bare) <= _LONGEST_JOB
        if plain and said[:1] == words[:1] and {*words} < {*said} and bare[-1] not in ".:;,":
            begins = line.start + line.text.index(bare)
            return Span(begins + start, begins + len(bare))
    return title


def passes_on(words: str) -> bool:
    """Whether a line only passes a posting on or tells of its languages: « *** merci de diffuser *** »."""
    told = _passing_on().search(fold(words)) or _FORWARDED.match(words)
    return told is not None and not has_own_job(words)


def is_unit(words: str) -> bool:
    """Whether a line names a part of an employer or tells its size: « Direction des Ressources Humaines »."""
    office = _OFFICE.fullmatch(words) is not None and not has_own_job(words)
    return (_UNIT.fullmatch(words) is not None and not is_marked(words)) or office


def listed_job(opening: Sequence[Line]) -> Span:
    """The first job of a list of them: « 1) Un(e) technicien(ne) hydraulique »."""
    for line in opening:
        rest = line.text[len(line.bullet) :]
        article = ARTICLE.match(rest) if line.bullet else None
        start = article.end() if article else 0
        shouted = line.bullet.strip(" .)(").isalnum() and rest.split(",")[0].isupper()  # « 1) AIDE-SOIGNANT(E) – CDI »
        if (article or shouted) and len(rest) <= _LONGEST_JOB and has_job(rest) and not is_no_job(rest[start:]):
            return Span(line.start + len(line.bullet) + start, line.end)
    return NOT_STATED


def _subjects(opening: Sequence[Line]) -> Iterator[tuple[Line, re.Match[str]]]:
    return ((n, found) for n in opening if (found := MAIL_SUBJECT.match(n.text) or _FORWARDED.match(n.text)))


def _idle(subject: str) -> int:
    """How many characters of a subject pass the message on, before the part that names the job."""
    starts = [0, *(found.end() for found in _PARTS.finditer(subject))]
    ends = [*(found.start() for found in _PARTS.finditer(subject)), len(subject)]
    return next((start for start, end in zip(starts, ends, strict=True) if has_own_job(subject[start:end])), 0)


@cache
def _leads() -> str:
    return one_of(table("identity.toml")["jobs"]["lead"])


@cache
def announcing() -> re.Pattern[str]:
    """« Recrutement d'un(e) », "Vacancy for a": what announces, as far as the article."""
    links = r"pour\s+(?:le\s+poste\s+)?|for\s+|of\s+|(?=d['’](?!emploi|appel)|de\s|des\s|du\s)"
    again = rf"(?:(?:le\s|la\s|the\s)?(?:{_leads()})\s+(?:{links}))?"  # « Avis de vacance pour le recrutement d'un … »
    purpose = (
        r"(?:(?:pour|en\svue|portant|concernant|relatif|relative|for)\s(?:(?:le|la|the|du|de|au|à\sla)\s|l['’]\s?)?)?"
    )
    return re.compile(rf"\W*{purpose}(?:{_leads()})\s+(?:{links}){again}", re.IGNORECASE)


@cache
def _bare_lead() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_leads()})\s+(?!d['’])", re.IGNORECASE)


@cache
def _passing_on() -> re.Pattern[str]:
    words = (*table("identity.toml")["jobs"]["asides"], *table("identity.toml")["first_line"]["passing_on"])
    return re.compile(rf"^\W*(?:\w+\W+){{0,2}}?(?:{'|'.join(map(re.escape, words))})(?!\w)")


def is_prose(words: str) -> bool:
    """Whether words go on with a sentence, or begin one as no title does: « Rattaché à », "Under the authority of"."""
    starts = re.match(r"[\w'’]+", fold(words))
    data = table("identity.toml")["jobs"]["prose"]
    return bool(re.search(r"(?<![.\w]\w)\.\s+[A-ZÀ-Þ]", words)) or bool(starts and starts.group() in data)
