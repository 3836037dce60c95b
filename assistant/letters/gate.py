"""What a letter may say: nothing of the applicant that is not in the CV, nothing of the posting that is not in it.

`gated` stands over a finished outline, `checked` over any wording of a letter, a model's among them. A number, a date,
a proper name, a language, a degree or a tool has to stand verbatim in the text that it is said of; so has, of what a
sentence in the first person says, each telling word of a requirement. What fails is taken out and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.domain import Language, Span
from assistant.facts import language_words
from assistant.facts.folded import folded
from assistant.letters.case import Case
from assistant.letters.degrees_held import names_in
from assistant.letters.domain import CV, CV_SOURCE, Dropped, Outline, Point, Quote, Requirement
from assistant.letters.tools import SUITE, tools_in
from assistant.letters.wordings import held_words, telling_words
from assistant.resources import table
from assistant.sentences import sentences_of
from vectorstore.analysis import stop_words

_NUMBER = re.compile(r"\d[\d.,:/\u00a0\u202f]*\d|\d")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu)['’]", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\[[^\[\]]{0,200}\]")
_QUOTED = re.compile(r"«\s?([^«»]{1,600}?)\s?»|“([^“”]{1,600})”")


@dataclass(frozen=True)
class Unborne:
    """A sentence that was taken out of a wording, and the words in it that no text bears out."""

    sentence: str
    words: tuple[str, ...]


def gated(outline: Outline, cv: CV | None, case: Case) -> Outline:
    """The outline without the points whose words or quotes are not borne out; `dropped` names them."""
    texts = {CV_SOURCE: cv.text if cv else "", case.name: case.posting.text}
    parts, dropped = [], list(outline.dropped)
    for part in outline.parts:
        faults = [(point, _faults(point, texts)) for point in part.points]
        parts.append(replace(part, points=tuple(point for point, words in faults if not words)))
        dropped += [Dropped(part.key, words) for _, words in faults if words]
    warnings = tuple(point for point in outline.warnings if not _faults(point, texts))
    return replace(outline, parts=tuple(parts), warnings=warnings, dropped=tuple(dropped))


def checked(
    wording: str, language: Language, cv: CV | None, case: Case, asked: Sequence[Requirement]
) -> tuple[str, tuple[Unborne, ...]]:
    """A wording of a letter without its sentences that say what neither text bears out, and those sentences."""
    kept, out = [], []
    for place in sentences_of(wording, Span(0, len(wording))):
        sentence = place.of(wording)
        words = _unborne(sentence, language, cv, case, asked)
        if words:
            out.append(Unborne(sentence, words))
        else:
            kept.append(sentence)
    return " ".join(kept), tuple(out)


def _faults(point: Point, texts: dict[str, str]) -> tuple[str, ...]:
    """What a point says that its own quotes do not, and the quotes that are not verbatim."""
    forged = [quote.words for quote in point.quotes if not _is_verbatim(quote, texts)]
    said = " ".join((point.text, *point.notes))
    return (*forged, *_missing(claims_in(said), [quote.words for quote in point.quotes]))


def _is_verbatim(quote: Quote, texts: dict[str, str]) -> bool:
    text = texts.get(quote.source, "")
    return bool(quote.words.strip()) and quote.start >= 0 and text[quote.start : quote.end] == quote.words


def _unborne(
    sentence: str, language: Language, cv: CV | None, case: Case, asked: Sequence[Requirement]
) -> tuple[str, ...]:
    own = cv.text if cv else ""
    quoted = [one or other for one, other in _QUOTED.findall(sentence)]
    texts = [" ".join(text.split()) for text in (own, case.posting.text)]
    forged = [words for words in quoted if not any(" ".join(words.split()) in text for text in texts)]
    bare = _PLACEHOLDER.sub(" ", _QUOTED.sub(" ", sentence))
    mine = _first_person(language).search(folded(bare)) is not None
    missing = _missing(claims_in(bare), [own] if mine else [own, case.posting.text])
    skills = _skills(bare, language, cv, case, asked) if mine else []
    return tuple(dict.fromkeys([*forged, *missing, *skills]))


def _skills(
    sentence: str, language: Language, cv: CV | None, case: Case, asked: Sequence[Requirement]
) -> Iterator[str]:
    """The telling words of requirements that a sentence says of the applicant, and that the CV does not hold."""
    for requirement in asked:
        words = telling_words(requirement.words, case.posting.language)
        same = case.posting.language == language
        said = held_words(words, sentence, language, same_language=same)
        alike = bool(cv) and cv is not None and cv.language == case.posting.language
        held = held_words(words, cv.text, cv.language, same_language=alike) if cv else frozenset()
        yield from (requirement.words[words[n].start : words[n].end] for n in sorted(said - held))


def claims_in(text: str) -> list[str]:
    """The numbers, proper names, languages, degrees and tools of a text, placeholders apart."""
    bare = _PLACEHOLDER.sub(" ", text)
    words = folded(bare)
    found = [match.group() for match in _NUMBER.finditer(bare)]
    found += [bare[match.start() : match.end()] for match in language_words.names().finditer(words)]
    found += names_in(bare)
    found += [tool for tool in tools_in(bare) if tool != SUITE]
    found += [name for name in _names(bare) if folded(name) not in _ordinary()]
    return list(dict.fromkeys(found))


def _names(text: str) -> Iterator[str]:
    """The words that begin with a capital or have one within."""
    words = (_ELISION.sub("", match.group()) for match in _WORD.finditer(text))
    return (word for word in words if any(c.isupper() for c in word))


def _missing(claims: Iterable[str], texts: Sequence[str]) -> list[str]:
    return [claim for claim in claims if not any(_stands(claim, text) for text in texts)]


def _stands(claim: str, text: str) -> bool:
    """Whether a claim stands in a text as a word or number of its own; case and accents count in names."""
    named = any(c.isupper() for c in claim) or any(c.isdigit() for c in claim)
    where, what = (text, claim) if named else (folded(text), folded(claim))
    return re.search(rf"(?<![\w]){re.escape(what)}(?![\w])", where) is not None


@cache
def _ordinary() -> frozenset[str]:
    """The words of the wording, and those that say nothing by themselves."""
    said = {folded(word) for language in ("fr", "en") for text in _texts(table("letters.toml")[language])
            for word in _WORD.findall(text)}  # fmt: skip
    return frozenset(said.union(*stop_words().values(), table("letters_gate.toml")["ordinary"]["words"]))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


@cache
def _first_person(language: Language) -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("letters_gate.toml")["first_person"][language]))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)|(?<!\w)[jm]'" if language == "fr" else rf"(?<!\w)(?:{words})(?!\w)")
