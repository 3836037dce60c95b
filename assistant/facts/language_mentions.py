"""Where a piece names a language: by its name, a code in capitals, a word such as « francophone », or two together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.country_hints import country_of_text
from assistant.domain import Posting, Span
from assistant.facts import language_words
from assistant.facts.cues import cues_of
from assistant.facts.echoes import is_echo
from assistant.facts.folded import folded, pattern
from assistant.facts.official import named_together
from assistant.facts.pieces import Piece
from assistant.resources import table

# « tamazight du Moyen Atlas : indispensable à l'oral »
_APPOSITION = re.compile(r"(?P<which>(?:\s(?!(?:et|ou|and|or)\s)[^\W\d_]{1,20}){1,4})\s?:\s")
_SHORTEST = 3  # letters of a name that may be written in any case
_CUE_REACH = 25  # characters between the colon and what it leads to
_LEVEL_REACH = 70  # the same where no mark stands between them
_MARK = re.compile(r"[,;:.!?()]")
_ASIDE = re.compile(r"\s?\([^()\n]{2,30}\)")
# "FR/EN fluent", "AR a plus", "EN (C1)"
_LEVEL_BEHIND = re.compile(
    r"(?:\s?[/+&,]\s?[A-Z]{2})?\s{0,2}[:(=-]?\s{0,2}(?:[ABC][12]\b|(?:fluent|fluency|courants?|bilingual|bilingue|native"
    r"|required|requis|mandatory|obligatoires?|exigés?|essential|desirable|preferred|souhaités?|a plus|un plus|an asset"
    r"|un atout)\b)"
)
_WORDS = frozenset({"DE", "IT"})  # « AGENCE DE LYON », « diplôme DE exigé », « X IT »
_CODE_BEFORE = re.compile(r"\b[A-Z]{2}(?:\s?[/,&+-]\s?|\s(?:et|ou|and|or)\s)$")
_CODE_BEHIND = re.compile(r"\s?[/,&+-]\s?[A-Z]{2}\b|\s(?:et|ou|and|or)\s[A-Z]{2}\b|\s?[:(=-]?\s?[ABC][12]\b")
_OF_LANGUAGES = re.compile(r"\b(?:langues?|languages?|bi-?lingu\w*|trilingu\w*|linguistiques?)\b")
_LANGUAGES = re.compile(
    r"\blangues?,?\s{1,3}(?:(?:officielle|nationale|locale|maternelle)s?,?\s{1,2})?(?:[a-z]{4,14}e(?:,|,?\s(?:ou|et))\s){0,3}$"
)
_OF_A_PERSON = re.compile(r"\b(?:m|mr|mrs|ms|mme|mlle|dr|prof|monsieur|madame)\.?\s$")  # « Mme Hindi »
_BRACKETS = re.compile(r"\([^()\n]{8,60}\)")
_JOINTS = frozenset({"et", "ou", "and", "or", "voire", "even", "en", "in"})
_SAID_BEFORE = 40  # characters before « francophone » in which the person stands that it is said of


# "GCSEs in English and Maths", "five O-levels including English": what one has passed at school
_AT_SCHOOL = r"(?:(?:i?gcses?|o[ -]levels?|a[ -]levels?|leaving cert\w*|junior cert\w*|kcse|wassce|matric)(?!\w))"
_PASSED = re.compile(rf"(?<!\w){_AT_SCHOOL}[^.;:\n]{{0,50}}$")
_PASSED_BEHIND = re.compile(rf"(?: language)?(?:,? (?:and|&) (?:maths?|mathematics))? (?:at )?{_AT_SCHOOL}")
_SCOTTISH = re.compile(r"(?<!\w)(?:scot\w+|skye|hebrid\w+|stornoway|inverness|highlands?|barra|uist|islay)(?!\w)")
_NEAR = 14  # characters between a name and the word that weighs it


@dataclass(frozen=True)
class Mention:
    """A language named at `span` of its piece; `sure` is a form that asks for it by itself."""

    code: str
    span: Span
    form: str  # "name", "adjective", "english", "arabic" or "sure"
    rare: bool = False  # the name is also one of a people, a place or another thing


def is_subject(piece: Piece, span: Span) -> bool:
    """Whether a language is a subject of school that one has passed, and so none to be spoken."""
    before = piece.folded[max(0, span.start - 80) : span.start]
    return _PASSED.search(before) is not None or _PASSED_BEHIND.match(piece.folded, span.end) is not None


def in_its_land(piece: Piece, mention: Mention) -> Mention:
    """« Gaelic » as that of Scotland where the posting speaks of Scotland and not of Ireland."""
    if mention.code != "ga" or mention.span.of(piece.folded) not in ("gaelic", "gaelique"):
        return mention
    words = folded(piece.posting.text)
    return replace(mention, code="gd") if _SCOTTISH.search(words) and "irish" not in words else mention


def mentions_in(piece: Piece) -> list[Mention]:
    """Every language that a piece names, in order."""
    together = [Mention(code, at, "sure" if sure else "name", rare=True) for code, at, sure in named_together(piece)]
    found = [*_named(piece), *together, *_short(piece), *_spoken_by(piece)]
    return sorted(found, key=lambda mention: mention.span.start)


def in_brackets_of_names(piece: Piece, at: Span) -> bool:
    """Whether a name stands in brackets that hold two names or more, and nothing else: « (français / anglais) »."""
    if piece.section.kind not in ("missions", "profile", "skills"):
        return False
    found = next((f for f in _BRACKETS.finditer(piece.folded) if f.start() < at.start and at.end < f.end()), None)
    if found is None:
        return False
    rest, count = language_words.names().subn(" ", found.group())
    return count > 1 and set(re.findall(r"[^\W_]+", rest)) <= _JOINTS


def _named(piece: Piece) -> Iterator[Mention]:
    known = language_words.forms()
    for match in language_words.names().finditer(piece.folded):
        found = known[re.sub(r"\s+", " ", match.group()).lstrip("وب")]
        form, code = next(iter(found.items()))
        before = piece.folded[max(0, match.start() - 9) : match.start()]
        if "adjective" in found and _LANGUAGES.search(piece.folded[max(0, match.start() - 60) : match.start()]):
            form, code = "adjective", found["adjective"]
        elif form == "adjective":
            continue
        if form == "name" and "english" in found and piece.posting.language == "en":
            form, code = "english", found["english"]
        raw = piece.raw[match.start() : match.end()]
        if raw[0].isupper() and _OF_A_PERSON.search(before):
            continue
        if code in language_words.lists().places and raw[0].isupper() and not _is_weighed_first(piece, match):
            continue
        if match.group() in language_words.lists().accented and raw.isascii():
            continue
        if len(raw) < _SHORTEST and not raw.istitle():  # "Ga", and not GA
            continue
        rare = code in language_words.rare()
        yield Mention(_which(piece.posting, code), Span(*match.span()), form, rare)
        second = language_words.hyphenated().match(piece.folded, match.end())  # « trilingue arabe-français-anglais »
        while second:
            span = Span(second.start("name"), second.end())
            yield Mention(next(iter(known[second["name"]].values())), span, "name")
            second = language_words.hyphenated().match(piece.folded, second.end())


def _is_weighed_first(piece: Piece, name: re.Match[str]) -> bool:
    """« Breton souhaité », "Basque: a plus": the capital is that of the line, and the name weighed is no people's."""
    first = not re.search(r"\w", piece.folded[: name.start()])
    return first and any(0 <= cue.start - name.end() <= _NEAR for cue in cues_of(piece))


def _short(piece: Piece) -> Iterator[Mention]:
    """Languages by a code in capitals: « bilingue FR/EN », "EN (C1)"."""
    of_languages = _OF_LANGUAGES.search(piece.folded) or _OF_LANGUAGES.search(piece.heading)
    codes: dict[str, str] = table("facts_languages.toml")["short"]
    for match in language_words.short().finditer(piece.raw):
        if match.group() in _WORDS and not _is_listed(piece.raw, match):
            continue
        if of_languages or _LEVEL_BEHIND.match(piece.raw, match.end()):
            yield Mention(codes[match.group()], Span(*match.span()), "sure")


def _is_listed(raw: str, match: re.Match[str]) -> bool:
    """Whether a code that is another word in capitals, too, stands as codes do: « FR, DE », "DE: B2"."""
    behind = _CODE_BEHIND.match(raw, match.end()) is not None
    return behind or _CODE_BEFORE.search(raw[max(0, match.start() - 8) : match.start()]) is not None


def _spoken_by(piece: Piece) -> Iterator[Mention]:
    """Languages of a person: « candidat francophone », "French-speaking assistant"; of a country they ask nothing."""
    words = table("facts_languages.toml")
    persons, of_groups = (frozenset(words["persons"][key]) for key in ("words", "groups"))
    last = -1
    for match in language_words.speakers().finditer(piece.folded):
        before = re.findall(r"[^\W_]+", piece.folded[max(0, match.start() - _SAID_BEFORE) : match.start()])
        joined = last >= 0 and re.fullmatch(r"\s?(?:et|ou|,|/|&)\s?", piece.folded[last : match.start()])
        alone = not before and piece.folded[match.end() : match.end() + 1] == ","
        if joined or alone or (persons & set(before[-2:]) and not of_groups & set(before)):
            last = match.end()
            yield Mention(words["speakers"][match.group()], Span(*match.span()), "sure")


def _leads_to(text: str, start: int, cue: int) -> bool:
    """Whether nothing but the level stands between a colon and a cue: « : un bon niveau à l'oral est apprécié »."""
    return 0 <= cue - start <= _CUE_REACH or (0 <= cue - start <= _LEVEL_REACH and not _MARK.search(text, start, cue))


def widened(piece: Piece, span: Span) -> Span:
    """The name with what only says which language it is: « peul (fulfulde) », « arabe du nord : un atout »."""
    aside = _ASIDE.match(piece.folded, span.end)
    if aside and not piece.folded[: span.start].strip(" *-~•").endswith("("):
        inside = Span(span.end, aside.end())
        cued = any(inside.start <= cue.start < inside.end for cue in cues_of(piece))
        return span if cued or is_echo(piece, span) else Span(span.start, inside.end)
    which = _APPOSITION.match(piece.folded, span.end)
    led = which and any(_leads_to(piece.folded, which.end(), cue.start) for cue in cues_of(piece))
    return Span(span.start, which.end("which")) if which and led else span


@lru_cache(maxsize=64)
def _which(posting: Posting, code: str) -> str:
    """The language meant by a name that several have, by the country that the posting names: « le créole »."""
    if code != "crp":
        return code
    countries: dict[str, list[str]] = table("facts_languages.toml")["creole"]
    text = folded(posting.text)
    of_country = [which for which, words in countries.items() if pattern(words).search(text)]
    if not of_country and (country := folded(country_of_text(posting.text))):  # told by towns, money and telephones
        of_country = [which for which, words in countries.items() if pattern(words).fullmatch(country)]
    return of_country[0] if len(of_country) == 1 else code
