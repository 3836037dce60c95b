"""An employer whom only a posting's text names: « chez Pierre & Vacances », « au Crédit Mutuel », "at Blue Wells".

Behind « propose », "does" and the like the text has to say that it is one: « Le groupe Pierre & Vacances, … ».
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from assistant.asking.lexicon import Word
from assistant.asking.seen import Seen
from assistant.library import Library
from assistant.naming import Named
from assistant.resources import table
from assistant.text import fold, in_a_row
from vectorstore.keyword import Keywords

_SEARCHED = 50  # passages among which a name is looked for
_LONGEST = 6  # words
_SHORTEST = 4  # letters of a name of one word
_SEVERAL = 2  # words with a capital
# What stands right before the name of an employer; « filiale du groupe X » is another.
_CALLED = (
    r"(?<!du )(?<!d'un )(?<!au )(?<!of the )(?<!by the )"
    r"(?:(?:groupe|group|societe|entreprise|maison|cabinet|company|firm|enseigne|compagnie)\s|\b(?:chez|rejoi\w+|join|joining)\s)"
    r"(?:le\s|the\s|groupe\s|group\s)?"
)


def housed(seen: Seen, library: Library, keywords: Keywords) -> Named:
    """The one posting in whose text the name stands that is said of an employer; none where several hold it.

    But behind « chez » a word that asks for something is no part of a name: "good at Excel", "at Bac+5".
    """
    words, tables = seen.words, table("names.toml")["housed"]
    asked = {n for tag in seen.tags for n in range(tag.first, tag.last)}
    for n in range(1, len(words)):
        if not words[n].capital or words[n].apart:
            continue
        before = words[n - 1].form
        sure, led = before in tables["sure"], before in tables["leads"]
        if n > 1 and words[n - 2].form in tables["able"]:
            continue
        for last in reversed(_ends(words, n, tables["small"])) if sure or led else ():
            named = words[n:last]
            if not _is_name(named, sure=sure) or (before != tables["sure"][0] and asked & set(range(n, last))):
                continue
            if len(holders := _holders([word.form for word in named], library, keywords)) == 1:
                return Named(holders, frozenset(range(n, last)))
    return Named(frozenset(), frozenset())


def called(seen: Seen, library: Library, keywords: Keywords) -> Named:
    """The one posting whose text says that a name of several words with a capital is an employer's."""
    words, small = seen.words, table("names.toml")["housed"]["small"]
    for n, word in enumerate(words):
        for last in reversed(_ends(words, n, small)) if word.capital else ():
            named = words[n:last]
            if sum(each.capital for each in named) < _SEVERAL:
                continue
            if len(holders := _holders([each.form for each in named], library, keywords, _CALLED)) == 1:
                return Named(holders, frozenset(range(n, last)))
    return Named(frozenset(), frozenset())


def _is_name(named: Sequence[Word], *, sure: bool) -> bool:
    """Whether words can be a name: several with a capital, or behind « chez » one that is no short form."""
    return sum(word.capital for word in named) > 1 or (sure and len(named[0].form) >= _SHORTEST)


def _ends(words: Sequence[Word], first: int, small: Sequence[str]) -> list[int]:
    """Where a name that begins at a word may end: behind its words with a capital, small ones between them."""
    ends: list[int] = []
    for n in range(first, min(first + _LONGEST, len(words))):
        if n > first and (words[n].apart or not (words[n].capital or words[n].form in small)):
            break
        if words[n].capital:
            ends.append(n + 1)
    return ends


def _holders(forms: Sequence[str], library: Library, keywords: Keywords, before: str = "") -> frozenset[str]:
    wanted = re.compile(before + in_a_row(forms).pattern)
    hits = keywords.search(" ".join(forms), "fr", _SEARCHED)
    texts = {library.chunks[hit.id].posting for hit in hits if hit.id in library.chunks}
    return frozenset(one for one in texts if wanted.search(fold(html.unescape(library.postings[one].text))))
