"""A CV as it is read: through the same fenced readers as postings, and kept nowhere."""

from __future__ import annotations

from assistant.domain import Notice
from assistant.drafts import Draft, Job
from assistant.errors import WordedError
from assistant.language import detect
from assistant.letters.cv_lines import lines_of_cv
from assistant.letters.domain import CV
from assistant.names import shown
from assistant.quoted_mail import forget
from assistant.readers.content import FailedPart
from assistant.readers.fence import Fence
from assistant.readers.limits import LARGEST_FILE
from assistant.text import clean

_LONGEST = 60_000  # characters; a CV of five pages has a quarter of that
_SHORTEST = 30  # letters and digits under which there is nothing to go by


def read_cv(data: bytes, name: str) -> CV:
    """The CV in a file. UserError, which says what to do and quotes nothing, where it is empty or cannot be read."""
    if len(data) > LARGEST_FILE:
        raise WordedError("cv_large", most=LARGEST_FILE // 1_000_000, do="cv_do")
    with Fence(small=0) as fence:  # never in this process, where what reads postings remembers the last ones
        found = [outcome for _, outcome in fence.read([Job("cv", name, data)]) if outcome is not None]
    drafts = [outcome for outcome in found if isinstance(outcome, Draft)]
    failed = [outcome for outcome in found if isinstance(outcome, FailedPart)]
    if not drafts:
        raise WordedError("cv_unreadable", why=failed[0].why if failed else "cv_no_text", do="cv_do")
    if len(drafts) > 1:
        raise WordedError("cv_several", count=len(drafts))
    return cv_of(drafts[0].posting.text, shown(name), drafts[0].posting.notices)


def cv_of(text: str, name: str = "cv.txt", notices: tuple[Notice, ...] = ()) -> CV:
    """The CV whose text this is. UserError where it holds next to nothing, or far too much."""
    text = clean(text)
    if sum(map(str.isalnum, text)) < _SHORTEST:
        raise WordedError("cv_empty", do="cv_do")
    if len(text) > _LONGEST:
        raise WordedError("cv_long", count=len(text), do="cv_do")
    found = CV(text, name, detect(text), lines_of_cv(text), notices)
    forget()  # it would remember the text
    return found
