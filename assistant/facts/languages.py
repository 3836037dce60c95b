"""The languages that a posting asks for. Names and evidence are in `data/facts_languages.toml`.

A name counts where something shows that it is asked for (a level, "maîtrise de", a heading "Langues"), or where it is
said as a language of the work: « les réunions se tiennent en anglais ». In « marché français », « cours d'anglais » and
« CV en anglais » it is something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.domain import Fact, Modality, Posting, Span
from assistant.facts import language_words
from assistant.facts.conditions import must_not_lack
from assistant.facts.folded import folded
from assistant.facts.language_evidence import evidence, stands_free
from assistant.facts.language_mentions import Mention, in_its_land, is_subject, mentions_in, widened
from assistant.facts.language_tasks import is_worked_in
from assistant.facts.modality import is_explicit, modalities
from assistant.facts.official import is_either, level_in, level_of
from assistant.facts.pieces import Piece, pieces

_TOKEN = re.compile(r"[^\W_]+")
_CEFR = re.compile(r"\b[abc][12](?:\s?[/+-]\s?[abc][12])?\+?(?!\w)")
_INSIDE = re.compile(r"\([^()]{0,60}\)")
_ALIKE = re.compile(r"\s[^\W\d_]{3,14}\s(?:et|ou)\s(?:un|de l'|du|le|l')\s?")  # « un X vivant et un Y impeccable »
_LABELS = re.compile(r"\s?:\s")  # "English: very good"
_MARKS = " -–—*•·>+#"  # before an item of a list
_MARK = re.compile(r"[,;:.()!?\n]|\s[-–—]\s")
# « les réunions ne se font pas en français » denies no language to who applies
_NOT_HELD_IN = re.compile(
    r"\b(?:reunions?|meetings?|echanges|ateliers?|seances?|sessions?|workshops?)\s[^.;:()]{0,30}?"
    r"(?:(?:se )?(?:font|fait|tiennent|tient|deroulent|deroule|sont|est|ont lieu)\s(?:pas|jamais)"
    r"|(?:are|is)(?:n't| not| never)|(?:do|does)(?:n't| not)|never)\s(?:[a-z]{2,9}\s){0,2}(?:en|in)\s(?:l')?$"
)
_LESSONS_IN = re.compile(r"\b(?:cours|lessons?|classes)\s(?:de\s|d'|du\s|of\s|in\s)?(?:l')?$")
_LESSONS = re.compile(r"\s(?:lessons?|classes)\b")
_PAPERS = re.compile(  # "Documents in French or English are equally welcome"
    r"\b(?:documents?|dossiers?|candidatures?|applications?|cvs?|lettres?|letters?|offers?|proposals?|bids?|papers)"
    r"\s(?:redige\w{1,3}\s|written\s)?(?:in|en)\s[^.;:]{3,60}\s(?:welcome|accepted|acceptable|acceptee?s?|recevables?|bienvenue?s?|admise?s?)"
)
_FOR = re.compile(r"\s(for|in|with|pour|a|au|en|dans|avec)\s")
_OR = re.compile(r"^[^.;:]{1,60}\s(?:or|ou|and|et)\s(?:le\s|l')?$")
_BUT_ALSO = re.compile(r"\b(?:mais|but)\s(?=(?:aussi|egalement|also)\b)")
# « … un plus, car le siège écrit en anglais »: why it is asked for
_REASON = re.compile(
    r"\b(?:because|since|car|puisqu'|puisque|parce qu\w|(?:vu|etant donne|du fait|given|seeing) (?:que|qu'|that)"
    r"|as (?!well\b|an?\b|the\b))"
)
_CONJUNCTION = re.compile(r"[,/&+-]|\b(?:et|ou|and|or|que|comme|puis|voire)\b")


@dataclass(frozen=True)
class _Asked:
    code: str
    piece: Piece
    span: Span
    modality: Modality
    explicit: bool
    level: str
    named: bool  # by itself, and not only with another by « bilingue »
    shown: bool  # by words near it, and not only said as a language


def facts(posting: Posting) -> list[Fact]:
    """The languages asked for, one fact each, with the level as written in `detail`."""
    best: dict[str, _Asked] = {}
    found = [asked for piece in pieces(posting) for asked in _asked_in(piece)]
    denied = {(asked.code, asked.piece.start) for asked in found if asked.modality == "none"}
    for asked in found:
        # « rédigés en anglais par le bureau : l'anglais n'est donc pas demandé »: what is denied has to be asked for
        beside = {start for code, start in denied if code == asked.code}
        if asked.modality == "none" or asked.piece.start in beside or (beside and not asked.explicit):
            continue
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


def _rank(asked: _Asked) -> tuple[bool, bool, bool, bool, bool, bool]:
    """What says its modality goes before what does not, a demand before a wish, a name and a level before none.

    Of those alike, what is said of who applies goes before the language of a task.
    """
    firm = asked.modality == "required"
    of_person = asked.piece.section.kind != "missions"
    return (asked.explicit and asked.named, asked.shown, firm, asked.named, bool(asked.level), of_person)


def _asked_in(piece: Piece) -> Iterator[_Asked]:
    place = folded(piece.posting.location.of(piece.posting.text))  # Béja is a town of Tunisia, and a language of Sudan
    mentions = [m for m in mentions_in(piece) if not (m.rare and m.span.of(piece.folded) == place)]
    mentions = [
        m for m in mentions if not (_is_taught(piece, m.span) or _NOT_HELD_IN.search(piece.folded, 0, m.span.start))
    ]
    mentions = [in_its_land(piece, mention) for mention in mentions if not is_subject(piece, mention.span)]
    if (
        not mentions
        or piece.of_other_jobs
        or language_words.elsewhere().search(piece.folded)
        or _PAPERS.search(piece.folded)
    ):
        return
    found = [evidence(piece, mention) for mention in mentions]
    shown = {mention.span for mention, asked in zip(mentions, found, strict=True) if asked.is_shown}
    kept = _with_coordinated(piece, mentions, [asked.is_asked for asked in found])
    kept = [mention for mention in kept if not _is_a_kind_of_arabic(piece, mention, kept)]
    kept = [mention for mention in kept if not _is_alias(piece, mention, kept)]
    spans = list(dict.fromkeys(mention.span for mention in kept))
    wide = [widened(piece, span) for span in spans]
    modality_of = dict(zip(spans, modalities(piece, wide), strict=True))
    for mention in kept:
        modality = modality_of[mention.span]
        explicit, level = is_explicit(piece, widened(piece, mention.span)), _level(piece, mention.span)
        labels = _LABELS.match(piece.folded, mention.span.end) and not piece.folded[: mention.span.start].strip(_MARKS)
        named, said = mention.form != "sure", mention.span in shown or explicit or bool(labels)
        yield _Asked(mention.code, piece, mention.span, modality, explicit, level, named, said)


def _is_taught(piece: Piece, span: Span) -> bool:
    """Whether the words about a name, between two marks, say that it is taught: « cours d'anglais offerts »."""
    if must_not_lack(piece, span) or is_worked_in(piece, span):  # "lessons are taught in X, which must be fluent"
        return False
    if _LESSONS_IN.search(piece.folded, max(0, span.start - 20), span.start) or _LESSONS.match(piece.folded, span.end):
        return True
    start = max((found.end() for found in _MARK.finditer(piece.folded, 0, span.start)), default=0)
    end = _MARK.search(piece.folded, span.end)
    return language_words.taught().search(piece.folded, start, end.start() if end else len(piece.folded)) is not None


def _is_alias(piece: Piece, mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether it tells more of the same language before it: « anglais apprécié (un bailleur écrit en anglais) »."""
    start, text = mention.span.start, piece.folded
    before = [other.span for other in others if other.code == mention.code and other.span.start < start]
    return any(
        start < widened(piece, each).end
        or text.rfind("(", each.end, start) > text.rfind(")", each.end, start)
        or (_REASON.search(text, each.end, start) and not re.search(r"[.;!?]", text[each.end : start]))
        for each in before
    )


def _with_coordinated(piece: Piece, mentions: Sequence[Mention], asked: list[bool]) -> list[Mention]:
    """The mentions asked for, and those that stand in one list with them: « français et anglais courants »."""
    for indices in (range(1, len(mentions)), range(len(mentions) - 2, -1, -1)):
        step = 1 if indices.step == 1 else -1
        for index in indices:
            other = index - step
            if asked[other] and not asked[index] and mentions[index].form != "adjective":
                first, second = sorted((mentions[index], mentions[other]), key=lambda mention: mention.span.start)
                gap = piece.folded[first.span.end : second.span.start]
                joined = _is_coordination(gap) and (step == 1 or stands_free(piece.folded[: first.span.start]))
                asked[index] = joined or _is_parallel(gap, piece.folded[second.span.end :])
    return [mention for mention, is_asked in zip(mentions, asked, strict=True) if is_asked]


def _is_coordination(gap: str) -> bool:
    gap = _BUT_ALSO.sub("et ", _INSIDE.sub(" ", gap))
    words = _TOKEN.findall(gap.replace("'", " "))
    allowed = language_words.lists().through | language_words.lists().after
    joined = len(gap) <= 40 and ";" not in gap and _CONJUNCTION.search(gap) is not None
    return joined and (set(words) <= allowed or _ALIKE.fullmatch(gap) is not None)


def _is_parallel(gap: str, after: str) -> bool:
    """Whether what is said of both is said alike: "X for the coast or Y for the north"."""
    one, other = _FOR.match(gap), _FOR.match(after)
    return one is not None and other is not None and one[1] == other[1] and _OR.search(gap) is not None


def _is_a_kind_of_arabic(piece: Piece, mention: Mention, mentions: Sequence[Mention]) -> bool:
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
    following = language_words.names().search(window)
    cut = max(window.rfind(mark, 0, following.start()) for mark in ",(") if following else 0
    if cut > 0:  # « français C1, anglais B2 »
        window, following = window[:cut], None
    if not following:
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
