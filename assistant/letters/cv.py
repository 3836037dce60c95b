"""A CV as it is read: through the same fenced readers as postings, and kept nowhere."""

from __future__ import annotations

from assistant.domain import Notice
from assistant.drafts import Draft, Job
from assistant.errors import UserError
from assistant.language import detect
from assistant.letters.cv_lines import lines_of_cv
from assistant.letters.domain import CV
from assistant.lines import is_quoted_mail
from assistant.names import shown
from assistant.readers.content import FailedPart
from assistant.readers.fence import Fence
from assistant.readers.limits import LARGEST_FILE
from assistant.text import clean

_LONGEST = 60_000  # characters; a CV of five pages has a quarter of that
_SHORTEST = 30  # letters and digits under which there is nothing to go by
_WHAT_TO_DO = (
    "Give your CV as PDF (with text, not a scan), DOCX, ODT, text or Markdown, or paste its text; "
    "without a CV the outline has blanks."
)


def read_cv(data: bytes, name: str) -> CV:
    """The CV in a file. UserError, which says what to do and quotes nothing, where it is empty or cannot be read."""
    if len(data) > LARGEST_FILE:
        raise UserError(f"The CV is larger than {LARGEST_FILE // 1_000_000} MB. {_WHAT_TO_DO}")
    with Fence(small=0) as fence:  # never in this process, where what reads postings remembers the last ones
        found = [outcome for _, outcome in fence.read([Job("cv", name, data)]) if outcome is not None]
    drafts = [outcome for outcome in found if isinstance(outcome, Draft)]
    failed = [outcome for outcome in found if isinstance(outcome, FailedPart)]
    if not drafts:
        why = failed[0].why if failed else "no text in it"
        raise UserError(f"The CV cannot be read: {why}. {_WHAT_TO_DO}")
    if len(drafts) > 1:
        raise UserError(f"This file holds {len(drafts)} documents. Give one that is nothing but your CV.")
    return cv_of(drafts[0].posting.text, shown(name), drafts[0].posting.notices)


def cv_of(text: str, name: str = "cv.txt", notices: tuple[Notice, ...] = ()) -> CV:
    """The CV whose text this is. UserError where it holds next to nothing, or far too much."""
    text = clean(text)
    if sum(map(str.isalnum, text)) < _SHORTEST:
        raise UserError(f"The CV is empty, or a scan without text. {_WHAT_TO_DO}")
    if len(text) > _LONGEST:
        raise UserError(f"This has {len(text):,} characters, which is more than a CV. {_WHAT_TO_DO}")
    found = CV(text, name, detect(text), lines_of_cv(text), notices)
    is_quoted_mail.cache_clear()  # it would remember the text
    return found
