"""Whether what a clause names is demanded or wished for. The words are in `data/facts_modality.toml`.

A word that weakens ("souhaité", "a plus", "idéalement") or demands ("exigé", "required") is a cue. A cue governs what
stands before it or behind it in its own clause, and what is coordinated with that; nothing further away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from assistant.domain import Modality, Span
from assistant.facts.clauses import Piece, cuts, starts
from assistant.facts.folded import one_of
from assistant.resources import table

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*|\+")
_INSIDE = re.compile(r"\([^()]{0,160}\)")
_REACH = 170  # characters between a cue and what it governs
_NEAR = 80  # characters between an adverb and what it weakens behind it
_PLURAL = re.compile(r"(?:es|ts|bles|aux|ifs|is|ms|sont|seraient|are)$")


@dataclass(frozen=True)
class Cue:
    """A word that weakens, demands or takes back a demand, at `start:end` of its piece."""

    start: int
    end: int
    kind: Literal["weak", "strong", "not"]
    side: Literal["after", "before", "either"]  # where the cue stands: after what it governs, or before it
    plural: bool = False
    enclosed: bool = False  # it stands in brackets of its own
    opening: bool = False  # it begins the sentence and is set off with a comma or a colon


def modalities(piece: Piece, targets: Sequence[Span]) -> list[Modality]:
    """The modality of each of `targets`, which are places in `piece` in order; "none" for what is not asked for."""
    cues = cues_of(piece)
    kinds: list[str | None] = [None] * len(targets)
    for cue in cues:
        for index in _governed(piece, cue, cues, targets):
            if kinds[index] is None or kinds[index] == "not" or _near(cue, targets[index], cues):
                kinds[index] = cue.kind
    names: dict[str | None, Modality] = {"weak": "asset", "strong": "required", "not": "none"}
    return [
        "none" if kind in (None, "strong") and _denied(piece, target) else names.get(kind, piece.governed or "required")
        for kind, target in zip(kinds, targets, strict=True)
    ]


def is_explicit(piece: Piece, target: Span) -> bool:
    """Whether a cue or a heading, and not only the lack of one, tells the modality of `target`."""
    return piece.governed is not None or any(_governed(piece, cue, cues_of(piece), [target]) for cue in cues_of(piece))


@lru_cache(maxsize=256)
def cues_of(piece: Piece) -> tuple[Cue, ...]:
    """The cues of a piece in order, without overlaps."""
    found: list[Cue] = []
    for match in _patterns().finditer(piece.folded):
        if cue := _cue(piece, match):
            found.append(cue)
    return tuple(found)


def _near(cue: Cue, target: Span, cues: Sequence[Cue]) -> bool:
    """Whether no other cue is nearer: a cue directly behind or in brackets decides over one far off."""
    gap = cue.start - target.end if cue.side != "before" else target.start - cue.end
    return gap <= 3 and not any(other is not cue and abs(other.start - target.end) <= 3 for other in cues)


def _cue(piece: Piece, match: re.Match[str]) -> Cue | None:
    kind = str(match.lastgroup)
    start, end = match.span()
    folded = piece.folded
    if kind in ("weakverb", "strongverb") and not _is_participle(piece, start, end):
        return None
    if kind == "noun" and _own().search(folded[max(0, start - 16) : start]):
        return None
    weak = not kind.startswith("strong")
    if kind in ("noun", "bound") and _made_strong(folded, start, end):
        weak = False
    enclosed = _is_enclosed(folded, start, end)
    if not weak and _negations().search(folded[max(0, start - 30) : start]):
        return Cue(start, end, "weak" if enclosed else "not", "after", enclosed=enclosed)
    if kind == "adverb":
        enclosed = enclosed and folded[end : end + 2].lstrip().startswith(")")
        return Cue(start, end, "weak", _side_of_adverb(piece, start, end, enclosed), opening=_opens(folded, start, end))
    plural = _PLURAL.search(folded[:end]) is not None or " sont " in folded[max(0, start - 14) : start]
    side: Literal["after", "before"] = "before" if _introduces(folded, start, end) else "after"
    return Cue(start, end, "weak" if weak else "strong", side, plural, enclosed, folded[end : end + 2].lstrip()[:1] == ":")


def _is_participle(piece: Piece, start: int, end: int) -> bool:
    """« apprécié », not « apprécie la qualité »: the accent tells, or what follows where none is written."""
    if piece.raw[end - 1] in "éÉ":
        return True
    unaccented = piece.raw.isascii() or piece.raw[start:end].isupper()
    follows = piece.folded[end : end + 4].lstrip()
    return unaccented and not follows.startswith(("la ", "le ", "les", "l'", "un", "de", "a "))


def _made_strong(folded: str, start: int, end: int) -> bool:
    """« un atout indispensable » is a demand, and so is « un indispensable atout »."""
    after = _WORD.findall(folded[end : end + 40])[:2]
    before = _WORD.findall(folded[max(0, start - 20) : start])[-1:]
    strong = _lists().of_noun
    return bool({*after[:1], *before} & strong) or (after[:1] in (["vraiment"], ["absolument"]) and bool(set(after) & strong))


def _is_enclosed(folded: str, start: int, end: int) -> bool:
    before = folded[max(0, start - 30) : start]
    opened = before.rfind("(")
    return opened >= 0 and ")" not in before[opened:] and re.match(r"[^(),;]{0,20}\)", folded[end : end + 22]) is not None


def _opens(folded: str, start: int, end: int) -> bool:
    return not _WORD.search(folded[:start]) and folded[end : end + 2].lstrip()[:1] in (",", ":")


def _side_of_adverb(piece: Piece, start: int, end: int, enclosed: bool) -> Literal["after", "before"]:
    """An adverb weakens what follows it, or, at the end of its clause, what stands before it."""
    rest = piece.folded[end : end + 3].lstrip()
    ends = not rest or rest[0] in ".;)!," or end in cuts(piece)
    begins = re.search(r"[(;:.,]\s*$", piece.folded[:start]) is not None or not _WORD.search(piece.folded[:start])
    return "after" if (enclosed or ends) and not (begins and rest[:1] == ",") else "before"


def _introduces(folded: str, start: int, end: int) -> bool:
    """« Serait un plus : … », « il serait souhaitable de … », « Atout : … »."""
    if re.match(r"\s{0,2}(?:\w{4,14}\s)?(?:\([^()]{0,30}\)\s?)?:", folded[end : end + 40]):
        return True
    impersonal = re.search(r"\b(?:il|ce|c'|it|would|this)\s?(?:est|serait|sera|is|would)(?:\sbe)?\s(?:\w{1,14}\s){0,2}$", folded[max(0, start - 44) : start])
    return impersonal is not None and re.match(r"\s(?:de|d'|que|qu'|si|to|that|if|for)", folded[end : end + 6]) is not None


def _governed(piece: Piece, cue: Cue, cues: Sequence[Cue], targets: Sequence[Span]) -> list[int]:
    """The indices of the targets that a cue governs."""
    marks = cuts(piece)
    low = max(mark for mark in marks if mark <= cue.start)
    high = min(mark for mark in marks if mark >= cue.end)
    inside = [i for i, t in enumerate(targets) if t.start >= low and t.end <= high]
    over = [i for i in inside if targets[i].start <= cue.start and cue.end <= targets[i].end]
    if over:
        return over
    behind = [i for i in inside if targets[i].end <= cue.start]
    ahead = [i for i in inside if targets[i].start >= cue.end]
    if cue.side == "before" and not (cue.kind == "weak" and behind and _follows(piece, cue, targets[behind[-1]])):
        return _forward(piece, cue, cues, targets, ahead)
    listed = ahead and not behind and re.match(r"\s{0,2}[(:]", piece.folded[cue.end : targets[ahead[0]].start])
    return _forward(piece, cue, cues, targets, ahead) if listed else _backward(piece, cue, cues, targets, behind)


def _follows(piece: Piece, cue: Cue, target: Span) -> bool:
    """Whether a cue with a colon behind it stands at its target all the same: « anglais souhaité : B2 »."""
    return target.end <= cue.start <= target.end + 3 and piece.folded[cue.end : cue.end + 2].lstrip()[:1] == ":"


def _forward(piece: Piece, cue: Cue, cues: Sequence[Cue], targets: Sequence[Span], ahead: Sequence[int]) -> list[int]:
    found: list[int] = []
    for index in ahead:
        since = targets[found[-1]].end if found else cue.end
        gap = piece.folded[since : targets[index].start]
        if any(cue.end <= other.start and other.end <= targets[index].start for other in cues):
            break
        if cue.opening or (not found and len(gap) <= _NEAR and ": " not in gap[3:] and not _leaves(gap) and not _new_verb(gap)) or (found and _is_list(gap, True)):
            found.append(index)
        else:
            break
    return found


def _leaves(gap: str) -> bool:
    """Whether the gap closes a bracket that it has not opened."""
    return ")" in gap.split("(")[0]


def _new_verb(gap: str) -> bool:
    """Whether a second predicate begins in the gap: « et parlez … »."""
    parts = re.split(r"\b(?:et|and)\s|[;,]", gap)
    return any(set(_WORD.findall(part)[:2]) & _lists().verbs for part in parts[1:])


def _backward(piece: Piece, cue: Cue, cues: Sequence[Cue], targets: Sequence[Span], behind: Sequence[int]) -> list[int]:
    if not behind:
        return []
    nearest = behind[-1]
    gap = piece.folded[targets[nearest].end : cue.start]
    between = [other for other in cues if targets[nearest].end <= other.start and other.end <= cue.start]
    if len(gap) > _REACH or any(other.kind != "not" and other.side != "before" for other in between) or _restarts(gap, cue):
        return []
    if starts().search(piece.raw[targets[nearest].end : cue.start]):
        return []
    found = [nearest]
    joined = False
    for index in reversed(behind[:-1]):
        gap = piece.folded[targets[index].end : targets[found[-1]].start]
        alike = joined or _alike(piece, cue, targets[index], targets[found[-1]], gap)
        if not _is_list(gap, cue.plural) or not alike:
            break
        joined = True
        found.append(index)
    return found


def _alike(piece: Piece, cue: Cue, one: Span, other: Span, gap: str) -> bool:
    """Whether two coordinated things are governed together: as a list, not « en anglais et l'arabe est souhaité »."""
    if cue.plural:
        return True
    if cue.enclosed or not re.search(r"\b(?:et|ou|and|or|et/ou)\b|/", gap):
        return False
    article = re.search(r"\b(?:le|la|l')\s?$", piece.folded[max(0, other.start - 4) : other.start])
    before = piece.folded[max(0, one.start - 6) : one.start]
    governed = re.search(r"\b(?:en|de l'|du|de|d'|in|of)\s?$", before)
    return not (article and governed and not re.search(r"de\s(?:l'|la\s)$", piece.folded[max(0, other.start - 6) : other.start]))


def _is_list(gap: str, with_levels: bool) -> bool:
    """Whether nothing but commas, conjunctions and articles stands between two things."""
    if len(gap) > 60 or ";" in gap or ":" in gap:
        return False
    allowed = _lists().coordination | (_lists().levels if with_levels else frozenset())
    return all(word in allowed for word in _WORD.findall(gap))


def _restarts(gap: str, cue: Cue) -> bool:
    """Whether something else has begun between a thing and the cue behind it, which governs that instead."""
    bare = re.sub(r"^\s*:", " ", _INSIDE.sub(" ", gap))
    if "(" in bare and cue.enclosed:
        bare, _, inner = bare.rpartition("(")
        if set(_WORD.findall(inner)) - _lists().bridge:
            return True
    if re.search(r"\s-\s(?!ou\b|et\b)|:\s|\.\s|[!?]", bare):
        return True
    parts = re.split(r",|\b(?:et|and|mais|but|ainsi que|as well as)\s", bare)
    for number, part in enumerate(parts[1:], start=1):
        words = _WORD.findall(part)
        first = words[:1]
        if first and (first[0] in _lists().heads or first[0] in _lists().verbs or first[0] in ("votre", "vos", "your")):
            return True
        parallel = first and first[0] in ("d", "de", "du", "en", "a", "of", "in") and not set(words[:4]) & _lists().heads
        paired = cue.plural and len(set(words) - _lists().bridge) <= 3
        if number == len(parts) - 1 and not parallel and not paired and not set(words) <= _lists().bridge:
            return True
    return False


def _denied(piece: Piece, target: Span) -> bool:
    before = _WORD.findall(re.split(r"[,.;:]", piece.folded[max(0, target.start - 30) : target.start])[-1])
    return bool(set(before[-2:]) & _lists().never)


@dataclass(frozen=True)
class _Lists:
    coordination: frozenset[str]
    levels: frozenset[str]
    bridge: frozenset[str]
    heads: frozenset[str]
    verbs: frozenset[str]
    of_noun: frozenset[str]
    never: frozenset[str]


@cache
def _lists() -> _Lists:
    words = table("facts_modality.toml")
    apart = words["coordination"]
    return _Lists(
        frozenset(apart["words"]), frozenset(apart["levels"]), frozenset(apart["bridge"]), frozenset(apart["heads"]),
        frozenset(apart["verbs"]), frozenset(words["strong"]["of_noun"]), frozenset(words["never"]["before"]),
    )  # fmt: skip


@cache
def _own() -> re.Pattern[str]:
    words = one_of(table("facts_modality.toml")["weak"]["own"])
    return re.compile(rf"(?:{words})\s(?:\w{{1,12}}\s)?$|\bles\s$")  # after a lost space, too: « SQLVos atouts »


@cache
def _negations() -> re.Pattern[str]:
    words = one_of(table("facts_modality.toml")["strong"]["negations"])
    return re.compile(rf"(?<!\w)(?:{words})\s(?:\w{{1,14}}\s){{0,2}}$")


@cache
def _patterns() -> re.Pattern[str]:
    words = table("facts_modality.toml")
    weak, strong = words["weak"], words["strong"]
    bound = "|".join(re.escape(word) for word in weak["bound"])
    before = "|".join(re.escape(word) for word in weak["before_bound"])
    comparison, verbs = "|".join(weak["comparison"]), "|".join(weak["verbs"])
    return re.compile(
        rf"(?<!\w)(?:(?P<adverb>{one_of(weak['adverbs'])})|(?P<noun>{one_of(weak['nouns'])})"
        rf"|(?P<bound>(?:{before})\s{{1,3}}\"?\s?(?:{bound})(?!\s(?:{comparison})\b)|(?:{verbs})\s{{1,3}}(?:{bound})(?=\s?(?:[.,;:)!]|$)))"
        rf"|(?P<strong>{one_of(strong['words'])})|(?P<weak>{one_of(weak['words'])})"
        rf"|(?P<strongverb>{one_of(strong['accented'])})|(?P<weakverb>{one_of(weak['accented'])}))(?!\w)"
    )
