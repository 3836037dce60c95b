"""How much of a sentence is quoted for what a part of it states, and facts that say the same twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.domain import Fact, Span
from assistant.facts.coordination import lists
from assistant.facts.folded import folded

_ASKED = 60  # characters of a question that is quoted with its answer
_ANSWER = re.compile(r"[ \t]+[^.!?\n]{2,120}[.!]?")
_ARTICLE = 3  # letters of the longest article
_LONGEST = 300  # characters of a sentence that is quoted whole
_SOFT = re.compile(r"(?<!&#\d\d)(?<!&#\d{3})(?<!&#\d{4})(?<!&amp)(?<!&quot)(?<!&nbsp)(?<!&apos);|\s[•▪➢►✓✔]\s")
_MARK = re.compile(r"(?:[\s•▪◦●■□➢➤►✓✔·*→–—-]|[o.?>](?=\s)|\d{1,2}[.)](?=\s))+")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{2}[.!?])\s")
_COMMA = re.compile(r",\s")
_WHOLE = re.compile(r"\((?:[^()]|\([^()]*\))*\)|«[^«»]*»|“[^“”]*”|\"[^\"\n]{0,160}\"")  # no clause ends within these
_LONG = 140  # characters of a quote for which a shorter one is taken
_END = re.compile(r"[\s;,•▪➢►✓✔]+$")
_IT_IS = re.compile(
    r"^\s*(?:c['’]est|(?:ce|ca|cela)\s(?:est|sera|serait)|(?:it|this|that)(?:['’]s|\s(?:is|will be|would be)))(?!\w)"
)
_HANGING = re.compile(r"(?:^|[,;:]|\b(?:et|ou|and|or)\b)[^,;:]{0,16}$")  # words that lead on to what is behind a comma


def soft_cuts(raw: str) -> list[Span]:
    """The semicolons and lost list marks of a sentence at which its clauses part, none in brackets or quotes.

    Those of a row of a table part nothing: « Anglais ; notions ; souhaité ».
    """
    whole = [found.span() for found in _WHOLE.finditer(raw)]
    cuts = [Span(*found.span()) for found in _SOFT.finditer(raw)]
    return [cut for cut in cuts if not _within(cut, whole) and not _tells_more(raw[cut.end :])]


def with_answer(text: str, fact: Fact) -> Fact:
    """A fact that a short question names, quoted with the answer on its line: « Permis B ? Un atout, sans plus. »"""
    if not fact.quote.endswith("?") or len(fact.quote) > _ASKED:
        return fact
    found = _ANSWER.match(text, fact.end)
    return replace(fact, quote=text[fact.start : found.end()], end=found.end()) if found else fact


def _tells_more(rest: str) -> bool:
    """Whether up to the next stop there are but words of a level or of a wish, which tell of what stands before.

    A pronoun with its verb may lead on to them, up to the reason: « … ; c'est toutefois un atout, un bailleur … ».
    """
    said = folded(re.split(r"[;.()]", rest, maxsplit=1)[0])
    if resumed := _IT_IS.match(said):
        said = said[resumed.end() :].split(",")[0]
    words = re.findall(r"[^\W_]+", said)
    return any(len(word) > _ARTICLE for word in words) and lists().row.issuperset(words)


def clause(raw: str, at: Span) -> Span:
    """The place within a sentence of the clause about `at`, without the sentence's list mark.

    The clause reaches to the next semicolons, and where it is longer than a quote should be, to the ends of sentences
    and then to commas. What stands in brackets or quotation marks is never cut.
    """
    mark = _MARK.match(raw)
    place = Span(min(mark.end() if mark else 0, at.start), len(raw))
    whole = [found.span() for found in _WHOLE.finditer(raw)]
    place = _between(place, at, soft_cuts(raw))
    if place.end - place.start > _LONGEST:
        place = _between(place, at, [Span(*m.span()) for m in _SENTENCE.finditer(raw) if not _inside(m.start(), whole)])
    if place.end - place.start > _LONGEST:
        place = _of_commas(raw, place, at, [m.end() for m in _COMMA.finditer(raw) if not _inside(m.start(), whole)])
    if place.end - place.start > 2 * _LONGEST:
        start = raw.rfind(" ", 0, max(at.start - _LONGEST // 2, 0)) + 1
        place = Span(max(place.start, start), min(place.end, at.end + _LONGEST // 2))
    return _trimmed(raw, place, at)


def _between(place: Span, at: Span, cuts: Sequence[Span]) -> Span:
    start = max([cut.end for cut in cuts if cut.end <= at.start], default=place.start)
    end = min([cut.start for cut in cuts if cut.start >= at.end], default=place.end)
    return Span(max(place.start, start), min(place.end, end))


def _of_commas(raw: str, place: Span, at: Span, commas: Sequence[int]) -> Span:
    """The clause to the next comma behind `at` that leaves no words hanging, from as far before as a quote allows."""
    behind = [comma for comma in commas if at.end < comma < place.end and not _HANGING.search(raw[: comma - 2])]
    end = min(behind, default=place.end)
    before = [place.start, *(comma for comma in commas if place.start < comma <= at.start)]
    return Span(next((start for start in before if end - start <= _LONGEST), before[-1]), end)


def _trimmed(raw: str, place: Span, at: Span) -> Span:
    words = raw[place.start : place.end]
    end = place.start + len(_END.sub("", words))
    start = place.start + len(words) - len(words.lstrip())
    return Span(min(start, at.start), max(end, at.end))


def _within(cut: Span, whole: Sequence[tuple[int, int]]) -> bool:
    return any(start < cut.start and cut.end < end for start, end in whole)


def _inside(at: int, whole: Sequence[tuple[int, int]]) -> bool:
    return any(start < at < end - 1 for start, end in whole)


def distinct(facts: Iterable[Fact]) -> list[Fact]:
    """The facts without those that say again what an earlier one of the same field says.

    Of a long sentence and a short line that say the same of a contract, the line bears it out.
    """
    kept: dict[tuple[str, object], Fact] = {}
    for fact in facts:
        key = (fact.field, folded(fact.value).strip() if isinstance(fact.value, str) else fact.value)
        first = kept.setdefault(key, fact)
        plainer = len(first.quote) > _LONG and len(fact.quote) <= _LONG // 2 and fact.modality == first.modality
        if plainer and fact.field == "contract" and fact.quote:
            kept[key] = fact
    return list(kept.values())
