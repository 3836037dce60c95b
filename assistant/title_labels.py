"""What stands behind a label of a title, which may be the day, the contract or the tasks of a job instead."""

from __future__ import annotations

import re

from assistant.labels import has_jobs, has_own_job
from assistant.leads import is_prose, passes_on
from assistant.seekers import seeks
from assistant.title_shape import CODE, is_never

_DATED = re.compile(
    r"(?:(?:le|au|du|dès|à partir du|from|on|as of)\s)?\d{1,2}(?:er|st|nd|rd|th)?[\s/.-]\s?"
    r"(?:\w{3,9}\.?\s\d{4}|\d{1,2}[/.-]\d{2,4})|dès que|immédiat|non[ -]|unaccompanied"
    r"|\d{1,3}(?:[.,]\d{1,2})?\s?(?:h|hrs?|heures|hours)(?!\w)"
    r"|\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|FTE|ETP|EPT)(?:\W|$)|(?:full|part)[ -]time\W*$|temps\s(?:plein|partiel)\W*$"
    r"|bas[ée]e?\s(?:à|au|en|dans|sur)\s|based\s|located\s|situ[ée]e?\s",
    re.IGNORECASE,
)
# « Il nous faut : CFC d'assistante dentaire »
_STUDIED = re.compile(
    r"\W*(?:CFC|CAP|BEP|BTS|DUT|dipl[ôo]me|brevet|certificat|licence|degree|diploma)(?!\w)", re.IGNORECASE
)
_CONTRACT = re.compile(r"(?:CD[DI]|contrat|fixed-term|permanent|temporary|temporaire)(?!\w)", re.IGNORECASE)


def may_be_title(words: str) -> bool:
    """Whether the words behind a label of a title may be one."""
    dated = _DATED.match(words)  # « Poste à pourvoir le 1er mars », « Poste : non accompagné »
    return re.search(r"[^\W\d]", words) is not None and not (
        dated
        or _is_told(words)
        or CODE.match(words)
        or is_never(words)
        or passes_on(words)
        or seeks().search(words[:60])
    )


def _is_told(words: str) -> bool:
    """« Fonction : permanences du matin, suivi des dossiers, une maraude », « Offre : CDD … »: no name of a job."""
    told = _CONTRACT.match(words) is not None or (words[:1].islower() and words.count(",") > 1)
    return told and not has_jobs(words)


def names_job(words: str) -> bool:
    """Whether words begin with the name of a job: « Baseline Survey Consultant. One individual … »."""
    begins = not re.match(r"(?:le|la|the|les)(?!\w)", words, re.IGNORECASE)
    begins = begins and not _STUDIED.match(words)
    return begins and has_own_job(" ".join(re.split(r"\.\s|[:;]", words)[0].split()[:6])) and not is_prose(words)
