"""The job that a sentence says is sought: « besoin d'une comptable », "seeks to appoint a Country Director"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.domain import Span
from assistant.labels import has_jobs, one_of
from assistant.resources import table
from assistant.title_lines import is_no_job

_FAR = 3000  # characters in which the job is named
_LONGEST = 120  # characters of a title
_ONE = (
    r"(?:un\s?/\s?une|une?\s(?:ou|et)\s(?:une?|plusieurs|deux)|one\sor\s(?:two|more|several)|une?\s?\(e\)|un\(e\)|un[.·-]e|une?|son\s?/\s?sa|son|sa|notre|nos|quelques|plusieurs|des|an?|one|our|some|several"
    r"|(?:deux|trois|quatre|cinq|six|sept|huit|dix|douze|quinze|vingt|two|three|four|five|six|eight|ten|twelve)(?:\s\(\d{1,2}\))?"
    r"|\d{1,2}(?:\s\(\w+\))?)"
)
_NEXT = r"(?:(?:prochaine?|futur|future|nouveau|nouvelle|next)\s)?"  # « son prochain directeur »
_END = re.compile(
    r"[.;:!?\n,»”\"*]|\s(?:[–—-]\s|\*\*)"
    r"|\s(?:pour|pr|qui|que|dont|afin|bas[ée]\w*|based|au\sprofit|au\ssein|chez|est|sont|sera|is|are|will|who|that|to|for|from|with\sduty"
    r"|at|by|on|and\s(?:is|are|we)|prêt\w*|capable\w*|disponible\w*|à\s(?:mi-|temps|plein|partir|compter|\d)|de\s(?:janvier|février"
    r"|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|dans\s(?:notre|son|le\scadre)|within|starting|jusqu|until"
    r"|tenable|dès)(?!\w)"
    r"|\s(?!camera)(?=\w{2,14}[eidtv]ra\s)"
    r"|\s(?:à|au|in)\s(?=[^\W\d_a-zß-ÿ])|\s\((?!h|f|m|e\))"
)


def sought_in(text: str) -> Iterator[Span]:
    """The jobs that sentences of the first part of a text say are sought, in order."""
    near = text[:_FAR]
    for pattern, far in (
        (_direct(), False),
        (_several(), False),
        (_passive(), False),
        (_trained(), False),
        (_its_next(), True),
        (_later(), True),
        (_former(), True),
        (_will(), True),
        (_leaving(), True),
        (_the(), True),
    ):
        for found in pattern.finditer(near):
            span = _phrase(near, found.start("job"))
            words = span.of(text)
            named = has_jobs(" ".join(words.split()[: 2 if far else 5])) and not is_no_job(words)
            if 2 < len(words) <= _LONGEST and named:
                yield span


def says_sought(words: str) -> bool:
    """Whether a line is a sentence that says a job is sought, and no title."""
    found = _direct().search(words) or _passive().search(words)
    return found is not None and has_jobs(words[found.start("job") :])


def _phrase(text: str, start: int) -> Span:
    end = _END.search(text, start)
    words = text[start : end.start() if end else len(text)].rstrip(" ,–—-")
    return Span(start, start + len(words))


@cache
def _leads() -> str:
    return one_of(table("identity.toml")["sought"]["leads"])


@cache
def _direct() -> re.Pattern[str]:
    """« a besoin d'une », "the position of": the job comes next."""
    named = one_of(table("identity.toml")["sought"]["named"])
    return re.compile(
        rf"(?<![\w'’])(?:(?:{_leads()})(?:\s(?:encore|aussi|urgently|currently|actuellement)\s|\s|(?<=['’]))(?:d['’]|de\s)?{_ONE}\s+{_NEXT}(?:de\s)?\*{{0,2}}"
        rf"|(?:{named})(?:\s|(?<=['’]))(?:d['’]|de\s|des\s|of\s|an?\s)?[«“\"]?\s?)(?P<job>[^\W_])",
        re.IGNORECASE,
    )


@cache
def _several() -> re.Pattern[str]:
    """« besoin d'enquêteurs », "a roster of Field Supervisors", « une liste de 30 *enquêteurs* »: with no article."""
    lead = (
        r"short\sof\s|besoin\sd(?:e\s|['’])|quête\sd(?:e\s|['’])|(?:liste|vivier|équipe)\sd(?:e\s|['’])(?=\d|enqu)"
        r"|in\sneed\sof\s|hear\sfrom\s|(?:roster|pool)\sof\s|looking\sfor\s|recrutons\sdes\s"
    )
    return re.compile(
        rf"(?<!\w)(?:{lead})(?:\d{{1,3}}\s)?\*{{0,2}}(?P<job>(?=[\w-]+(?:\s[\w-]+){{0,2}}s(?!\w))[^\W\d_])", re.I
    )


@cache
def _later() -> re.Pattern[str]:
    """« recherche, pour son antenne de X, une animatrice »: the job comes some words later."""
    return re.compile(
        rf"(?<![\w'’])(?:{_leads()})(?!\w)[^.;!?\n]{{1,170}}?[\s'’](?:d['’])?{_ONE}\s+{_NEXT}(?P<job>[^\W\d_])",
        re.IGNORECASE,
    )


@cache
def _its_next() -> re.Pattern[str]:
    """« recherche pour sa mission de X son prochain directeur »: behind what it is sought for."""
    return re.compile(
        rf"(?<![\w'’])(?:{_leads()})(?!\w)[^.;!?\n]{{1,170}}?\s(?:son|sa|notre|its|our|their)\s"
        r"(?:prochaine?|futur|future|nouveau|nouvelle|next)\s(?P<job>[^\W\d_])",
        re.IGNORECASE,
    )


@cache
def _passive() -> re.Pattern[str]:
    """« Un potier est recherché », "Cook wanted"."""
    wanted = r"(?:recherch[ée]|demand[ée]|requis|recrut[ée]|sought|wanted|needed|required)"
    return re.compile(
        rf"(?:(?<=\n)|(?<=[.!?]\s)|^)\W{{0,4}}(?:{_ONE}\s+)?(?P<job>[^\W\d_][^.;:!?\n]{{2,70}}?)\s(?:(?:est|sont|is|are|urgently)\s)?{wanted}",
        re.IGNORECASE,
    )


@cache
def _trained() -> re.Pattern[str]:
    """« Nous formons un(e) apprenti(e) menuisier », "We train one apprentice joiner"."""
    return re.compile(
        r"(?<!\w)(?:nous formons|on forme|we train|we are training|we're training)\s(?:chaque année\s|every year\s)?"
        rf"{_ONE}\s+(?P<job>(?:apprenti|alternant|stagiaire|trainee|intern|apprentice))",
        re.IGNORECASE,
    )


@cache
def _former() -> re.Pattern[str]:
    """As in "Our last Volunteer Coordinator has gone": whom the one sought follows."""
    return re.compile(
        r"(?<!\w)(?:our|notre)\s(?:last|present|current|former|previous|précédente?|ancienne?|actuelle?)\s(?P<job>\w)",
        re.I,
    )


@cache
def _will() -> re.Pattern[str]:
    """« Un formateur en apiculture aidera les éleveurs », "An evaluation consultant will lead": what one will do."""
    return re.compile(
        r"(?:(?<=\n)|(?<=[.!?]\s)|^)(?:Une?|An?)\s(?P<job>[^\W_])[^.;:!?\n]{2,90}?\s(?:\w{2,14}ra|will|shall)\s",
    )


@cache
def _leaving() -> re.Pattern[str]:
    """« Notre professeur de mathématiques nous quitte », "Our cook is leaving": whose place is free."""
    gone = (
        r"(?:nous\squitte|s['’]en\sva|prend\ssa\sretraite|is\s(?:leaving|retiring)|leaves|retires|has\s(?:left|gone))"
    )
    return re.compile(rf"(?<!\w)(?:our|notre)\s(?P<job>\w[^.;:!?\n]{{2,60}}?)\s{gone}(?!\w)", re.IGNORECASE)


@cache
def _the() -> re.Pattern[str]:
    """ "The accountant will sit in Huye", « Le comptable tiendra les livres »: what the one sought will do."""
    return re.compile(
        r"(?:(?<=\n)|(?<=[.!?]\s)|^)(?:The|Le|La|L['’])\s?(?P<job>[^\W_](?:[^\W\d_]|[\s'’-]){2,40}?)\s(?:will|shall|\w{2,12}ra)\s",
    )
