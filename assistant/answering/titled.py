"""Whether a posting is for a job that is named, or holds a word in its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.verdict import Verdict
from assistant.asking.confirmed import is_called
from assistant.asking.reading import Condition
from assistant.domain import Fact, Language, Posting
from assistant.naming import title_words
from assistant.text import fold


def titled(condition: Condition, posting: Posting, titles: Sequence[Fact], language: Language) -> Verdict:
    """Whether a title bears out every word of a job's name, in either language; `outright` as it is written."""
    named = (condition.value, *condition.others)
    if condition.outright:
        title = fold(" ".join((title_words(posting), *(str(fact.value) for fact in titles))))
        holds = any(re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", title) for name in named)
    else:
        holds = any(is_called(posting, name, language) for name in named)
    return Verdict("yes" if holds else "no", tuple(titles))
