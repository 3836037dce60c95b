"""The languages that a posting asks for. Names and evidence are in `data/facts_languages.toml`.

A name counts where something shows that it is asked for: a level, "maîtrise de", a heading "Langues". In « marché
français », « cours d'anglais » and « CV en anglais » nothing does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.domain import Fact, Modality, Posting, Span
from assistant.facts import language_words
from assistant.facts.cues import cues_of
from assistant.facts.modality import is_explicit, modalities
from assistant.facts.official import is_either, level_in, level_of, named_together
from assistant.facts.pieces import Piece, pieces

_TOKEN = re.compile(r"[^\W_]+")
_CEFR = re.compile(r"\b[abc][12](?:\s?[/+-]\s?[abc][12])?\+?(?!\w)")
_SHORT = 64  # characters of a line that may be nothing but the name of a language with its level
_PARALLEL = re.compile(r"\b(?:et|ou|ainsi que)\s(?:celle\s)?(?:de\sl'|de\sla\s|du\s|d')$")
_WITH_IN = re.compile(r"\b(?:en|in)\s{1,3}(?:[^\W_]+\s?(?:,|et|and|ou|or|/)\s?){0,3}(?:en\s)?$")
_CONJUNCTION = re.compile(r"[,/&+-]|\b(?:et|ou|and|or|que|comme|puis|voire)\b")
_PARTNER = re.compile(r"\s?(?:/|\b(?:et|ou|and|or)\b)\s?(?:le\s|la\s|l'|the\s)?(?!celle|celui)[^\W\d_]{4,}(?=\s)")
_LIST_LETTER = re.compile(r"^\s*o\s")  # the list mark of some converters
# « tamazight du Moyen Atlas : indispensable à l'oral »
_APPOSITION = re.compile(r"(?P<which>(?:\s(?!(?:et|ou|and|or)\s)[^\W\d_]{1,20}){1,4})\s?:\s")
_CUE_REACH = 25  # characters between the colon and what it leads to
_ASIDE = re.compile(r"\s?\([^()\n]{2,30}\)")
_FAR = 20  # words before « en » and a name among which a verb of speaking may stand
_WINDOW = 8  # words before a name that may show it


@dataclass(frozen=True)
class _Mention:
    code: str
    span: Span  # within the piece
    form: str  # "name", "adjective", "english", "arabic", or "sure" for what asks for it by itself


@dataclass(frozen=True)
class _Asked:
    code: str
    piece: Piece
    span: Span
    modality: Modality
    explicit: bool
    level: str
    named: bool  # by itself, and not only with another by « bilingue »


def facts(posting: Posting) -> list[Fact]:
    """The languages asked for, one fact each, with the level as written in `detail`."""
    best: dict[str, _Asked] = {}
    for piece in pieces(posting):
        for asked in _asked_in(piece):
            if asked.code not in best or _rank(asked) > _rank(best[asked.code]):
                best[asked.code] = asked
    return [
        asked.piece.fact("language", asked.code, asked.span, modality=asked.modality, detail=asked.level)
        for asked in _settled(posting, best).values()
    ]


def _settled(posting: Posting, best: dict[str, _Asked]) -> dict[str, _Asked]:
    """French and English with the level in both that another sentence says; a plus where either of them is enough."""
    if len(both := [best[code] for code in ("fr", "en") if code in best]) < 2:
        return best
    level = level_of(posting)
    either = both[0].piece is both[1].piece and is_either(both[0].piece, [asked.span for asked in both])
    return best | {
        asked.code: replace(asked, level=level or asked.level, modality="asset" if either else asked.modality)
        for asked in both
    }


def _rank(asked: _Asked) -> tuple[bool, bool, bool, bool]:
    """What says its modality goes before what does not, a demand before a wish, a name and a level before none."""
    return (asked.explicit and asked.named, asked.modality == "required", asked.named, bool(asked.level))


def _asked_in(piece: Piece) -> Iterator[_Asked]:
    mentions = list(_mentions(piece))
    if not mentions or piece.of_other_jobs or language_words.elsewhere().search(piece.folded):
        return
    kept = _with_coordinated(piece, mentions, [_is_asked(piece, mention) for mention in mentions])
    kept = [mention for mention in kept if not _is_a_kind_of_arabic(piece, mention, kept)]
    kept = [mention for mention in kept if not _is_alias(piece, mention, kept)]
    spans = list(dict.fromkeys(mention.span for mention in kept))
    wide = [_widened(piece, span) for span in spans]
    modality_of = dict(zip(spans, modalities(piece, wide), strict=True))
    for mention in kept:
        if (modality := modality_of[mention.span]) != "none":
            explicit, level = is_explicit(piece, _widened(piece, mention.span)), _level(piece, mention.span)
            yield _Asked(mention.code, piece, mention.span, modality, explicit, level, mention.form != "sure")


def _widened(piece: Piece, span: Span) -> Span:
    """The name with what only says which language it is: « peul (fulfulde) », « arabe du nord : un atout »."""
    aside = _ASIDE.match(piece.folded, span.end)
    if aside and not piece.folded[: span.start].strip(" *-~•").endswith("("):
        inside = Span(span.end, aside.end())
        return (
            span
            if any(inside.start <= cue.start < inside.end for cue in cues_of(piece))
            else Span(span.start, inside.end)
        )
    which = _APPOSITION.match(piece.folded, span.end)
    led = which and any(which.end() <= cue.start <= which.end() + _CUE_REACH for cue in cues_of(piece))
    return Span(span.start, which.end("which")) if which and led else span


def _is_alias(piece: Piece, mention: _Mention, others: Sequence[_Mention]) -> bool:
    """Whether it stands in brackets behind another name of the same language."""
    return any(
        other.code == mention.code and other.span.start < mention.span.start < _widened(piece, other.span).end
        for other in others
    )


def _mentions(piece: Piece) -> Iterator[_Mention]:
    together = (_Mention(code, at, "sure" if sure else "name") for code, at, sure in named_together(piece))
    yield from sorted([*_named(piece), *together], key=lambda mention: mention.span.start)


def _named(piece: Piece) -> Iterator[_Mention]:
    known = language_words.forms()
    for match in language_words.names().finditer(piece.folded):
        found = known[re.sub(r"\s+", " ", match.group()).lstrip("وب")]
        form, code = next(iter(found.items()))
        before = piece.folded[max(0, match.start() - 9) : match.start()]
        if "adjective" in found and re.search(r"langues?\s{1,3}$", before):
            form, code = "adjective", found["adjective"]
        elif form == "adjective":
            continue
        if code in language_words.lists().places and piece.raw[match.start()].isupper():
            continue
        yield _Mention(code, Span(*match.span()), form)
        if second := language_words.hyphenated().match(piece.folded, match.end()):  # « bilingue anglais-français »
            span = Span(second.start("name"), second.end())
            yield _Mention(next(iter(known[second["name"]].values())), span, "name")


def _is_asked(piece: Piece, mention: _Mention) -> bool:
    before = _LIST_LETTER.sub("", piece.folded[piece.around(mention.span).start : mention.span.start])
    after = piece.folded[mention.span.end : mention.span.end + 60]
    far = _TOKEN.findall(before[-200:].replace("'", " "))[-_FAR:]
    words = far[-_WINDOW:]
    lists = language_words.lists()
    following = _TOKEN.findall(after.replace("'", " "))[:6]
    if mention.form == "adjective":
        return not any(word in lists.subject for word in words[-5:])
    if mention.form in ("arabic", "sure") or language_words.is_working_language(piece.folded, mention.span):
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
    if not before.strip(" *-~•") and _widened(piece, mention.span) != mention.span:
        return True
    if _stands_free(before):
        return _speaks_of_level(piece, mention, before, after, following)
    begins = piece.raw[mention.span.start].isupper() and not piece.raw[: mention.span.end].isupper()
    return begins and following[:1] != [] and following[0] in lists.after  # a sentence run together with the one before


def _stands_free(before: str) -> bool:
    """Whether the word before the name is none that the name would be an adjective of."""
    words = _TOKEN.findall(before[-40:].replace("'", " "))
    bare = before.rstrip(' "')
    return (
        not words
        or words[-1] in language_words.lists().through
        or words[-1] in ("est", "is")
        or bare[-1:] in set(":,;/(&.!?+-=")
    )


def _speaks_of_level(piece: Piece, mention: _Mention, before: str, after: str, following: Sequence[str]) -> bool:
    lists = language_words.lists()
    bare = _TOKEN.findall(re.sub(r"^\s?\([^()]{0,40}\)", "", after).replace("'", " "))[:6]
    partner = _PARTNER.match(after)  # a language, maybe, that no table has
    paired = _TOKEN.findall(after[partner.end() :].replace("'", " "))[:6] if partner else []
    for rest in (following, bare, paired):
        if next((w for w in rest if w in lists.after or w not in lists.through | lists.copula), "") in lists.after:
            return True
    if after.lstrip()[:1] in (":", "(", "-") and set(following[:1]) & (lists.before | lists.through):
        return True
    if language_words.heading().search(piece.heading) or language_words.heading().search(before[-60:]):
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
        return language_words.hyphenated().match(after) is None
    return (
        bool(following)
        and re.match(r"\s{1,3}\w", after) is not None
        and following[0] not in language_words.lists().beside
    )


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
    allowed = language_words.lists().through | language_words.lists().after
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
    if official := level_in(piece):
        return official
    start, end = span.end, min(len(piece.folded), span.end + 44)
    rest = re.sub(r"^\s?\([^()\d]{0,30}\)(?=\s\w)", lambda aside: " " * len(aside.group()), piece.folded[start:end])
    window = re.split(r"[;.]\s|\b(?:et|and)\s", rest + " ", maxsplit=1)[0]
    if not language_words.names().search(window):
        if cefr := _CEFR.search(window):
            return piece.words(Span(start + cefr.start(), start + cefr.end()))
        if behind := language_words.levels("after").search(window):
            return piece.words(Span(start + behind.start(), start + behind.end()))
    low = max(0, span.start - 50)
    before = re.split(r"[;.,]\s", piece.folded[low : span.start])[-1]
    found = list(language_words.levels("before").finditer(before)) or list(_CEFR.finditer(before))
    if not found:
        return ""
    offset = span.start - len(before)
    return piece.words(Span(offset + found[-1].start(), offset + found[-1].end()))
