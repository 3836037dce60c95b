"""What an employer is also called, in brackets behind its name: « l'Agence du Fleuve (ADF, RA en anglais) »."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asking.seen import Seen
from assistant.library import Library
from assistant.naming import Named

_SHORT = r"[^\W\d_a-zß-ÿ]{2,8}"
_BESIDE = r"en\s(?:anglais|français|arabe)|in\s(?:English|French|Arabic)|ou|or|aussi|also|alias|aka|sigle"
_BRACKET = re.compile(rf"\((?:(?:{_SHORT}|{_BESIDE})[\s,;/:]{{0,3}}){{1,6}}\)")


def with_aliases(seen: Seen, organisation: Named, library: Library) -> tuple[Seen, Named]:
    """The question without what stands in such brackets, and the employer with the postings that call it only so."""
    ends = {seen.words[n].end for n in organisation.words}
    found = next((b for b in _BRACKET.finditer(seen.text) if ends & {b.start(), b.start() - 1}), None)
    if found is None:
        return seen, organisation
    within = {n for n, word in enumerate(seen.words) if found.start() < word.start < found.end()}
    shorts = re.findall(rf"(?<!\w){_SHORT}(?!\w)", found.group())
    tags = tuple(tag for tag in seen.tags if tag.first not in within)
    postings = organisation.postings | _calling_it(shorts, library)
    return replace(seen, tags=tags), Named(postings, organisation.words | within)


def _calling_it(shorts: list[str], library: Library) -> frozenset[str]:
    """The postings (ids) that name no employer and hold one of its short names."""
    if not shorts:
        return frozenset()
    short = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, shorts))})(?!\w)")
    nameless = (p for p in library.postings.values() if not library.facts_of(p.id, "organisation"))
    return frozenset(posting.id for posting in nameless if short.search(posting.text))
