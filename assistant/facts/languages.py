"""The languages that a posting asks for. Names and evidence are in `data/facts_languages.toml`.

A name counts where something shows that the language is asked for: a level, "maîtrise de", a heading "Langues". In
« marché français », « cours d'anglais » and « CV en anglais » nothing does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache

from assistant.domain import Fact, Modality, Posting, Span
from assistant.facts.cues import cues_of
from assistant.facts.folded import folded, one_of, pattern
from assistant.facts.modality import is_explicit, modalities
from assistant.facts.pieces import Piece, pieces
from assistant.resources import table

_TOKEN = re.compile(r"[^\W_]+")
_CEFR = re.compile(r"\b[abc][12](?:\s?[/+-]\s?[abc][12])?\+?(?!\w)")
_SHORT = 64  # characters of a line that may be nothing but the name of a language with its level
_PARALLEL = re.compile(r"\b(?:et|ou|ainsi que)\s(?:celle\s)?(?:de\sl'|de\sla\s|du\s|d')$")
_WITH_IN = re.compile(r"\b(?:en|in)\s{1,3}(?:[^\W_]+\s?(?:,|et|and|ou|or|/)\s?){0,3}(?:en\s)?$")
_CONJUNCTION = re.compile(r"[,/&+-]|\b(?:et|ou|and|or|que|comme|puis|voire)\b")
_PARTNER = re.compile(r"\s?(?:/|\b(?:et|ou|and|or)\b)\s?(?:le\s|la\s|l'|the\s)?(?!celle|celui)[^\W\d_]{4,}(?=\s)")
_LIST_LETTER = re.compile(r"^\s*o\s")  # the list mark of some converters
_FAR = 20  # words before « en » and a name among which a verb of speaking may stand
_WINDOW = 8  # words before a name that may show it


@dataclass(frozen=True)
class _Mention:
    code: str
    span: Span  # within the piece
    form: str  # "name", "adjective", "english" or "arabic"


@dataclass(frozen=True)
class _Asked:
    code: str
    piece: Piece
    span: Span
    modality: Modality
    explicit: bool
    level: str


def facts(posting: Posting) -> list[Fact]:
    """The languages asked for, one fact each, with the level as written in `detail`."""
    best: dict[str, _Asked] = {}
    for piece in pieces(posting):
        for asked in _asked_in(piece):
            if asked.code not in best or _rank(asked) > _rank(best[asked.code]):
                best[asked.code] = asked
    return [_fact(posting, asked) for asked in best.values()]


def _rank(asked: _Asked) -> tuple[bool, bool, bool]:
    """What says its modality goes before what does not, a demand before a wish, a level before none."""
    return (asked.explicit, asked.modality == "required", bool(asked.level))


def _fact(posting: Posting, asked: _Asked) -> Fact:
    place = asked.piece.clause(asked.span)
    quote = place.of(posting.text)
    return Fact(posting.id, "language", asked.code, asked.modality, quote, place.start, place.end, asked.level)


def _asked_in(piece: Piece) -> Iterator[_Asked]:
    mentions = list(_mentions(piece))
    if not mentions or piece.of_other_jobs or _elsewhere().search(piece.folded):
        return
    kept = _with_coordinated(piece, mentions, [_is_asked(piece, mention) for mention in mentions])
    kept = [mention for mention in kept if not _is_a_kind_of_arabic(piece, mention, kept)]
    spans = list(dict.fromkeys(mention.span for mention in kept))
    modality_of = dict(zip(spans, modalities(piece, spans), strict=True))
    for mention in kept:
        if (modality := modality_of[mention.span]) != "none":
            explicit = is_explicit(piece, mention.span)
            yield _Asked(mention.code, piece, mention.span, modality, explicit, _level(piece, mention.span))


def _mentions(piece: Piece) -> Iterator[_Mention]:
    yield from sorted([*_named(piece), *_official(piece)], key=lambda mention: mention.span.start)


def _official(piece: Piece) -> Iterator[_Mention]:
    """The languages of « les deux langues officielles » in the text of a country that has two."""
    words = table("facts_languages.toml")["official"]
    for match in pattern(words["words"]).finditer(piece.folded):
        one = re.search(rf"(?:{one_of(words['not_before'])})\s$", piece.folded[: match.start()])
        if not one and pattern(words["country"]).search(folded(piece.posting.text)):
            yield from (_Mention(code, Span(*match.span()), "name") for code in words["codes"])


def _named(piece: Piece) -> Iterator[_Mention]:
    forms = _forms()
    for match in _names().finditer(piece.folded):
        found = forms[re.sub(r"\s+", " ", match.group()).lstrip("وب")]
        form, code = next(iter(found.items()))
        before = piece.folded[max(0, match.start() - 9) : match.start()]
        if "adjective" in found and re.search(r"langues?\s{1,3}$", before):
            form, code = "adjective", found["adjective"]
        elif form == "adjective":
            continue
        if code in _lists().places and piece.raw[match.start()].isupper():
            continue
        yield _Mention(code, Span(*match.span()), form)


def _is_asked(piece: Piece, mention: _Mention) -> bool:
    before = _LIST_LETTER.sub("", piece.folded[piece.around(mention.span).start : mention.span.start])
    after = piece.folded[mention.span.end : mention.span.end + 60]
    far = _TOKEN.findall(before[-200:].replace("'", " "))[-_FAR:]
    words = far[-_WINDOW:]
    lists = _lists()
    following = _TOKEN.findall(after.replace("'", " "))[:6]
    if mention.form == "adjective":
        return not any(word in lists.subject for word in words[-5:])
    if mention.form == "arabic":
        return True
    line = piece.raw[mention.span.end : mention.span.end + 60].split("\n")[0]
    if mention.form == "english" and _is_adjective(after[: len(line)], following):
        return False
    showing = lists.before | lists.subject | lists.in_only
    key = next((word for word in reversed(words) if word in showing or word not in lists.through), "")
    if key in lists.subject or (following[:1] == ["cuisine"]):
        return False
    with_in = _WITH_IN.search(before[-60:]) is not None
    if key in lists.in_only:
        return with_in or key in lists.both
    if key in lists.before:
        return True
    if with_in and set(far) & (lists.in_only - lists.near) and not set(words) & lists.not_through:
        return True
    if _PARALLEL.search(before) and set(words) & lists.heads:
        return True
    if _stands_free(before):
        return _speaks_of_level(piece, mention, before, after, following)
    begins = piece.raw[mention.span.start].isupper() and not piece.raw[: mention.span.end].isupper()
    return begins and following[:1] != [] and following[0] in lists.after  # a sentence run together with the one before


def _stands_free(before: str) -> bool:
    """Whether the word before the name is none that the name would be an adjective of."""
    words = _TOKEN.findall(before[-40:].replace("'", " "))
    bare = before.rstrip(' "')
    return not words or words[-1] in _lists().through or bare[-1:] in set(":,;/(&.!?+-=")


def _speaks_of_level(piece: Piece, mention: _Mention, before: str, after: str, following: Sequence[str]) -> bool:
    lists = _lists()
    bare = _TOKEN.findall(re.sub(r"^\s?\([^()]{0,40}\)", "", after).replace("'", " "))[:6]
    partner = _PARTNER.match(after)  # a language, maybe, that no table has
    paired = _TOKEN.findall(after[partner.end() :].replace("'", " "))[:6] if partner else []
    for rest in (following, bare, paired):
        if next((w for w in rest if w in lists.after or w not in lists.through | lists.copula), "") in lists.after:
            return True
    if after.lstrip()[:1] in (":", "(", "-") and set(following[:1]) & (lists.before | lists.through):
        return True
    if _heading().search(piece.heading) or _heading().search(before[-60:]):
        return True
    first_word = not _TOKEN.search(before)
    if first_word and len(piece.folded) <= _SHORT and not _TOKEN.search(after):
        return True
    between = lists.copula | lists.through
    name_end = mention.span.end + (partner.end() if partner else 0)
    for cue in cues_of(piece):
        gap = (name_end, cue.start) if cue.start >= mention.span.end else (cue.end, mention.span.start)
        near = cue.start <= mention.span.end + 60 and (cue.start >= mention.span.end or cue.opening)
        if near and set(_TOKEN.findall(piece.folded[gap[0] : gap[1]].replace("'", " "))) <= between:
            return True
    return False


def _is_adjective(after: str, following: Sequence[str]) -> bool:
    """Whether an English name belongs to the noun behind it: "French law"."""
    if after.startswith("-"):
        return True
    return bool(following) and re.match(r"\s{1,3}\w", after) is not None and following[0] not in _lists().beside


def _with_coordinated(piece: Piece, mentions: Sequence[_Mention], asked: list[bool]) -> list[_Mention]:
    """The mentions asked for, and those that stand in one list with them: « français et anglais courants »."""
    for indices in (range(1, len(mentions)), range(len(mentions) - 2, -1, -1)):
        step = 1 if indices.step == 1 else -1
        for index in indices:
            other = index - step
            if asked[other] and not asked[index] and mentions[index].form != "adjective":
                first, second = sorted((mentions[index], mentions[other]), key=lambda mention: mention.span.start)
                gap = piece.folded[first.span.end : second.span.start]
                asked[index] = _is_coordination(gap) and (step == 1 or _stands_free(piece.folded[: first.span.start]))
    return [mention for mention, is_asked in zip(mentions, asked, strict=True) if is_asked]


def _is_coordination(gap: str) -> bool:
    words = _TOKEN.findall(gap.replace("'", " "))
    allowed = _lists().through | _lists().after
    joined = len(gap) <= 40 and ";" not in gap and _CONJUNCTION.search(gap) is not None
    return joined and set(words) <= allowed


def _is_a_kind_of_arabic(piece: Piece, mention: _Mention, mentions: Sequence[_Mention]) -> bool:
    """« arabe (darija) » asks for Arabic; « arabe et darija » for both."""
    if mention.code != "ary":
        return False
    ends = [other.span.end for other in mentions if other.code == "ar" and other.span.end <= mention.span.start]
    gap = piece.folded[ends[-1] : mention.span.start] if ends else ";"
    beside = re.fullmatch(r"\s*\(?[^(),;]{0,24}", gap) is not None
    return beside and not re.search(r"\b(?:et|ou|and|or)\b|/", gap)


def _level(piece: Piece, span: Span) -> str:
    """The words that say how well the language is to be known, as written, or nothing."""
    start, end = span.end, min(len(piece.folded), span.end + 44)
    rest = re.sub(r"^\s?\([^()\d]{0,30}\)(?=\s\w)", lambda aside: " " * len(aside.group()), piece.folded[start:end])
    window = re.split(r"[;.]\s|\b(?:et|and)\s", rest + " ", maxsplit=1)[0]
    if not _names().search(window):
        if cefr := _CEFR.search(window):
            return piece.raw[start + cefr.start() : start + cefr.end()]
        if behind := _levels("after").search(window):
            return piece.raw[start + behind.start() : start + behind.end()]
    low = max(0, span.start - 50)
    before = re.split(r"[;.,]\s", piece.folded[low : span.start])[-1]
    found = list(_levels("before").finditer(before)) or list(_CEFR.finditer(before))
    if not found:
        return ""
    offset = span.start - len(before)
    return piece.raw[offset + found[-1].start() : offset + found[-1].end()]


@dataclass(frozen=True)
class _Lists:
    before: frozenset[str]
    after: frozenset[str]
    subject: frozenset[str]
    through: frozenset[str]
    in_only: frozenset[str]
    both: frozenset[str]
    not_through: frozenset[str]
    beside: frozenset[str]
    places: frozenset[str]
    copula: frozenset[str]
    heads: frozenset[str]
    near: frozenset[str]


@cache
def _lists() -> _Lists:
    words = table("facts_languages.toml")["evidence"]
    return _Lists(**{field.name: frozenset(words[field.name]) for field in fields(_Lists)})


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Each folded name: its form and code; one word may be a name and an adjective."""
    forms: dict[str, dict[str, str]] = {}
    for language in table("facts_languages.toml")["language"]:
        for form, key in (("name", "names"), ("english", "english"), ("arabic", "arabic"), ("adjective", "adjective")):
            for name in language.get(key, []):
                forms.setdefault(folded(name), {}).setdefault(form, language["code"])
    return forms


@cache
def _names() -> re.Pattern[str]:
    arabic = [name for name, found in _forms().items() if "arabic" in found]
    latin = [name for name in _forms() if name not in arabic]
    return re.compile(rf"(?<!\w)(?<!\w-)(?:{one_of(latin)})(?![^\W\d])|(?<!\w)[وب]?(?:{one_of(arabic)})(?!\w)")


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(table('facts_languages.toml')['evidence']['heading'])})\b")


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(table('facts_languages.toml')['evidence']['elsewhere'])})\b")


@cache
def _levels(side: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(table('facts_languages.toml')['level'][side])})\b")
