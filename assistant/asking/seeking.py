"""The postings that seek somebody for a job, and not only speak of it: « écrire à la secrétaire » seeks none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.asking.lexicon import is_job
from assistant.domain import Language, Posting
from assistant.labels import has_jobs
from assistant.naming import title_words
from assistant.relevance import borne_out, telling
from assistant.sought import sought_in
from assistant.text import fold
from vectorstore.analysis import Token

_APART = re.compile(r"[^\w'’]+")
_HEADS = frozenset({"chef", "chefs", "cheffe", "cheffes"})
_HEAD_OF = re.compile(r"(?i)\bchef(?:fe)?s?\s(?=d[eu]s?\b|d['’])")  # « chef de projet » cooks nothing
_HEADING = 6  # words of a line that names a job of a posting for several


def seeking(job: str, language: Language, postings: Iterable[Posting]) -> frozenset[str]:
    """Of some postings those (ids) whose title, a short line or a sentence on who is sought names a job.

    « Infirmité » is none for a nurse; a title may say it otherwise: "coordination".
    """
    words = telling(job, language)
    return frozenset(posting.id for posting in postings if _seeks(words, posting))


def _seeks(job: Sequence[Token], posting: Posting) -> bool:
    if any(borne_out(job, title_words(posting), posting.language)):
        return True
    lines = (line for line in posting.text.split("\n") if len(line.split()) <= _HEADING)
    named = (*lines, *(span.of(posting.text) for span in sought_in(posting.text)))
    return any(names_jobs(job, line, posting.language) for line in named if has_jobs(line))


def names_jobs(job: Sequence[Token], text: str, language: Language) -> bool:
    """Whether each noun of a job is one in a text (in `language`): « grands comptes » names no accountant."""
    said = text if any(word.form in _HEADS for word in job) else _HEAD_OF.sub(" ", text)
    named = [word for word in _APART.split(said) if is_job(fold(word))]  # « chauffeur-mécanicien » is both
    nouns = [word for word in job if is_job(word.form)]
    return all(any(borne_out([noun], word, language)[0] for word in named) for noun in nouns)
