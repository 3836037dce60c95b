"""Whether what a clause names is demanded or wished for. The words are in `data/facts_modality.toml`.

A word that weakens ("a plus") or demands ("exigé") is a cue: of what stands about it in its clause or is joined to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from assistant.domain import Modality, Span
from assistant.facts.answers import behind
from assistant.facts.between import is_of_subject, restarts, without_pronoun
from assistant.facts.brackets import enters, follows_brackets, is_aside, leaves, outside, share_brackets
from assistant.facts.conditions import is_wished
from assistant.facts.coordination import (
    begins_another,
    ends_open,
    has_level_of_its_own,
    is_clause_of_its_own,
    is_list,
    is_of_other_mode,
    lists,
)  # fmt: skip
from assistant.facts.cues import Cue, cues_of, predicates
from assistant.facts.denials import is_denied
from assistant.facts.echoes import echoed, of_its_end
from assistant.facts.folded import pattern
from assistant.facts.latter import latter_of
from assistant.facts.pieces import Piece
from assistant.facts.seams import another, starts
from assistant.facts.side_by_side import weight_of_column, weight_of_line
from assistant.resources import table

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*|\+")
_SAID = re.compile(  # the verb of which a thing is the subject: « l'allemand (de Suisse) serait vraiment … »
    r"[^,;:.!?]{0,90}\s(?:n')?(?:est|sont|serait|seraient|sera|seront|constitue\w{0,5}|represente\w{0,5}|is|are|was|were|be)"
    r"\s(?:[\w']{1,14}\s){0,4}(?:un\s|une\s|a\s|an\s)?"
)
# « qui connaît X et qui manie Y », "who know X and who handle Y"
_PARALLEL = re.compile(r",?\s(?:et|ou|and|or)\s(?:qui|who|that)\s[\w']{2,14}\s(?:[\w']{1,6}\s?){0,2}")
_SUMMING = re.compile(  # « …, tout cela est souhaité »: of all before it
    r"\b(?:tout (?:cela|ceci|ca)|le tout|all (?:of )?(?:this|that|these|those|it)|tou(?:s|tes) ces \w+)"
    r"\s(?:n')?(?:est|sont|serait|seraient|sera|seront|is|are|would be|will be)\s(?:\w{1,12}\s){0,2}$"
)
_IN_ADDITION = re.compile(  # « Permis B, anglais et Excel en sus si possible »
    r"^(?![^,;:]*\b(?:vous|you|est|is|sont|are)\b)[^;:]*\b(?:en sus|en plus|de surcroit|on top|in addition)\s$"
)
_OPENING = re.compile(r"\W*(?:il (?:est|sera|serait)|c'est|it (?:is|will be|would be)|it's)\s(?:\w+\s)?")
_NAMES: dict[str | None, Modality] = {"weak": "asset", "strong": "required", "not": "none"}
_OPENED = 2  # cues of "desirable, though not essential"
_OPPOSED = re.compile(r"\b(?:mais|but)\s(?!pas\b|not\b|non\b|n'|ne\b)")
_REACH = 170  # characters between a cue and what it governs
_ALTERNATIVE = re.compile(r",?\s{1,2}(?:ou|or|ni|nor)\s(?:de l'|de la |d'|l'|de |du |le |la |in |en |of )?")
# « maîtrise du X ● notions d'Y souhaitées »: an item of its own, not « X • Y • Z souhaités »
_NEW_ITEM = re.compile(
    r"\s[●•▪■►✓✔➢▸◦]\s{1,3}"
    r"(?:notions?|bases|connaissances?|maitrise|pratique|knowledge|basics?|some|command)\b"
)
_NEAR = 80  # characters between an adverb and what it weakens behind it


def modalities(piece: Piece, targets: Sequence[Span]) -> list[Modality]:
    """The modality of each of `targets`, which are places in `piece` in order; "none" for what is not asked for."""
    if not targets:
        return []
    cues: Sequence[Cue] = cues_of(piece)
    kinds: list[str | None] = [None] * len(targets)
    if latter := latter_of(piece.folded, targets, cues):
        cues = [cue for cue in cues if cue.start < latter.start]
    for cue in cues:
        for index in _governed(piece, cue, cues, targets):
            over = _near(cue, targets[index], cues) and (cue.kind, kinds[index]) != ("not", "weak")
            free = kinds[index] in (None, "not") or over
            if free and not (cue.opening and _is_demanded(piece, targets[index], cues)):
                kinds[index] = cue.kind
    for index in range(1, len(targets)):
        if kinds[index - 1] == "weak" and kinds[index] is None and _is_fallback(piece, targets[index]):
            kinds[index] = "weak"
    for index, target in enumerate(targets):
        kinds[index] = kinds[index] or echoed(piece, targets, index, cues) or _of_its_list(piece, target, cues)
        kinds[index] = kinds[index] or of_its_end(piece, target, cues)
        if kinds[index] in (None, "not"):
            kinds[index] = _of_its_opening(piece, target, cues, denied=kinds[index] == "not") or kinds[index]
        if kinds[index] in (None, "not") and is_wished(piece, target, cues, denied=kinds[index] == "not"):
            kinds[index] = "weak"
    for index in latter.indices if latter else ():
        kinds[index] = latter.kind if latter else None
    denied, below = _denials(piece, targets, kinds), _NAMES.get(behind(piece, targets))
    of_line = [below or weight_of_line(piece, at) or piece.governed or "required" for at in targets]
    said = ("none" if no else _NAMES.get(kind, line) for kind, no, line in zip(kinds, denied, of_line, strict=True))
    return [weight_of_column(piece, at) or weight for at, weight in zip(targets, said, strict=True)]


def _is_demanded(piece: Piece, target: Span, cues: Sequence[Cue]) -> bool:
    """Whether its own clause demands what a list of wishes leads to: « En plus : permis B. L'anglais est exigé. »."""
    part = piece.around(target)
    return any(cue.kind == "strong" and part.start <= cue.start < part.end for cue in cues)


def _denials(piece: Piece, targets: Sequence[Span], kinds: Sequence[str | None]) -> list[bool]:
    """Which targets the sentence says are not asked for, those coordinated with one by « ou » among them."""
    found = [kind in (None, "strong") and is_denied(piece, at) for kind, at in zip(kinds, targets, strict=True)]
    for one, other in [*pairwise(range(len(targets))), *((i + 1, i) for i in reversed(range(len(targets) - 1)))]:
        gap = piece.folded[targets[min(one, other)].end : targets[max(one, other)].start]
        if found[one] and kinds[other] is None and _ALTERNATIVE.fullmatch(gap):
            found[other] = True
    return found


def _of_its_list(piece: Piece, target: Span, cues: Sequence[Cue]) -> str | None:
    """What the head of a list makes of an item behind a semicolon: « Atouts : X ; Y »."""
    part = piece.around(target)
    head = next((cue for cue in cues if cue.opening and cue.side == "before" and cue.end <= part.start), None)
    if head is None or any(part.start <= cue.start < part.end for cue in cues if cue is not head):
        return None
    return None if ":" in piece.folded[part.start : part.end] else head.kind


def _of_its_opening(piece: Piece, target: Span, cues: Sequence[Cue], *, denied: bool) -> str | None:
    """What the opening of a sentence makes of all of it: « Il est souhaité d'avoir le permis, ainsi que … »."""
    before = [cue for cue in cues if cue.end <= target.start]
    if not before or before[0].kind != "weak" or any(cue.kind != "not" for cue in before[1:]):
        return None
    if (denied and len(before) < _OPENED) or not _OPENING.fullmatch(piece.folded, 0, before[0].start):
        return None
    gap = piece.folded[before[-1].end : target.start].lstrip(" ,")
    return None if re.search(r"[;:!?]|\.\s", gap) or _new_verb(gap) or _OPPOSED.search(gap) else "weak"


def is_explicit(piece: Piece, target: Span) -> bool:
    """Whether a cue or a heading, and not only the lack of one, tells the modality of `target`."""
    return piece.governed is not None or is_cued(piece, target) or _is_fallback(piece, target)


def is_cued(piece: Piece, target: Span) -> bool:
    """Whether a cue of the piece governs `target`."""
    return any(_governed(piece, cue, cues_of(piece), [target]) for cue in cues_of(piece))


def _is_fallback(piece: Piece, target: Span) -> bool:
    """Whether the thing is named for want of the one before it."""
    before = piece.folded[max(0, target.start - _NEAR) : target.start]
    found = _fallback().search(before)
    return found is not None and not re.search(r"[.;!?]\s", before[found.end() :])


@cache
def _fallback() -> re.Pattern[str]:
    return pattern(table("facts_modality.toml")["fallback"]["words"])


def _near(cue: Cue, target: Span, cues: Sequence[Cue]) -> bool:
    """Whether no other cue is nearer: a cue directly behind or in brackets decides over one far off."""
    gap = cue.start - target.end if cue.side != "before" else target.start - cue.end
    return gap <= 3 and not any(other is not cue and abs(other.start - target.end) <= 3 for other in cues)


def _governed(piece: Piece, cue: Cue, cues: Sequence[Cue], targets: Sequence[Span]) -> list[int]:
    """The indices of the targets that a cue governs."""
    part = piece.around(Span(cue.start, cue.end))
    inside = [i for i, t in enumerate(targets) if t.start >= part.start and t.end <= part.end]
    over = [i for i in inside if targets[i].start <= cue.start and cue.end <= targets[i].end]
    if over:
        return over
    behind = [i for i in inside if targets[i].end <= cue.start]
    if cue.kind != "not" and _SUMMING.search(piece.folded, part.start, cue.start):
        return behind
    if cue.kind == "weak" and _IN_ADDITION.search(piece.folded, part.start, cue.start):
        return behind
    ahead = [i for i in inside if targets[i].start >= cue.end]
    if cue.side == "before" and not (behind and _follows(piece, cue, targets[behind[-1]])):
        return _forward(piece, cue, cues, targets, ahead)
    listed = ahead and not behind and re.match(r"\s{0,2}[(:|]|\s{3}", piece.folded[cue.end : targets[ahead[0]].start])
    return _forward(piece, cue, cues, targets, ahead) if listed else _backward(piece, cue, cues, targets, behind)


def _follows(piece: Piece, cue: Cue, target: Span) -> bool:
    """Whether a cue with a colon behind it is said of its target all the same.

    « anglais souhaité : B2 », « le permis n'est pas exigé : un chauffeur conduit ».
    """
    aside = cue.conceding or piece.folded.startswith(("pourquoi pas", "why not"), cue.start)
    gap = piece.folded[target.end : cue.start].removesuffix(", " if aside else "")
    said = _SAID.fullmatch(gap) is not None or (cue.kind == "weak" and not gap.strip(" ()"))
    return said and piece.folded[cue.end : cue.end + 2].lstrip()[:1] == ":"


def _forward(piece: Piece, cue: Cue, cues: Sequence[Cue], targets: Sequence[Span], ahead: Sequence[int]) -> list[int]:
    found: list[int] = []
    for index in ahead:
        since = targets[found[-1]].end if found else cue.end
        gap = piece.folded[since : targets[index].start].removeprefix(")")  # « (idéalement) bilingue »
        if another().search(piece.raw, since, targets[index].start) or begins_another(piece.folded, cue.end, gap):
            break
        between = [other for other in cues if cue.end <= other.start and other.end <= targets[index].start]
        alike = (other.kind == cue.kind and (other.enclosed or other.wishing) for other in between)
        if any(other.kind != "not" and not same for other, same in zip(between, alike, strict=True)):
            break
        opened = cue.opening and ":" not in gap.strip(" :")
        if not (opened or (is_list(gap, True) or _PARALLEL.fullmatch(gap) if found else _reaches(gap))):
            break
        found.append(index)
    return found


def _reaches(gap: str) -> bool:
    """Whether a word before the first thing it may govern is near, in the same predicate and in no bracket closed."""
    near = len(gap) <= _NEAR and ": " not in gap[3:]
    return near and not leaves(gap) and not _new_verb(gap) and not _OPPOSED.search(gap)


def _new_verb(gap: str) -> bool:
    """Whether a second predicate begins in the gap: « et parlez … »."""
    parts = re.split(r"\b(?:et|and)\s|[;,]", gap)
    begins = [_WORD.findall(part)[:2] for part in parts[1:]]  # « … et qui avez » goes on with its subject
    return any(set(words) & lists().verbs and words[0] not in ("qui", "who", "that") for words in begins)


def _backward(piece: Piece, cue: Cue, cues: Sequence[Cue], targets: Sequence[Span], behind: Sequence[int]) -> list[int]:
    if not behind:
        return []
    nearest = behind[-1]
    gap = outside(piece.folded[targets[nearest].end : cue.start])
    between = [other for other in cues if targets[nearest].end <= other.start and other.end <= cue.start]
    denied = next((other.end for other in reversed(between) if other.kind == "not"), None)
    behind_it = piece.folded[denied : cue.start] if denied else gap  # « n'est pas exigé : c'est un atout »
    said = without_pronoun(behind_it) if denied else gap
    if cue.wishing and not is_of_subject(said):
        return []
    if predicates().fullmatch(piece.folded, cue.start, cue.end) and re.search(
        r"\b(?:and|et|you|(?<!il )(?<!elle )(?<!cela )vous(?!\s$))\b", gap
    ):
        return []
    if cue.kind == "not" and "," in gap and set(_WORD.findall(gap.rpartition(",")[2])) - lists().bridge:
        return []
    own = [other for other in between if not (other.wishing and cue.kind == "weak")]  # « constitueraient des atouts »
    taken = any(other.kind != "not" and other.side != "before" for other in own)
    ended = taken or restarts(behind_it, cue) or is_of_other_mode(piece.folded, cue.start)
    if len(gap) > _REACH or ended or starts().search(piece.raw[targets[nearest].end : cue.start]):
        return []
    found, joined = [nearest], False
    for index in reversed(behind[:-1]):
        gap = _fallback().sub(" ", piece.folded[targets[index].end : targets[found[-1]].start])
        if is_aside(piece.folded, targets[index], targets[found[-1]], cue):
            found.append(index)
            continue
        if enters(gap) and ")" not in piece.folded[targets[found[-1]].end : cue.start]:
            break  # « français (peul ou arabe : un plus) »
        if _NEW_ITEM.search(piece.folded, targets[index].end, targets[found[-1]].start):
            break
        led = joined and (cue.plural or not has_level_of_its_own(piece.folded, targets[index], gap))
        alike = led or _alike(piece, cue, targets[index], targets[found[-1]], gap)
        if not is_list(gap, cue.plural) or not alike:
            break
        joined = True
        found.append(index)
    return found


def _alike(piece: Piece, cue: Cue, one: Span, other: Span, gap: str) -> bool:
    """Whether two coordinated things are governed together: as a list, not « en anglais et l'arabe est souhaité »."""
    if cue.plural or gap.strip() == "/" or share_brackets(piece.folded, one, other, cue):
        return True
    if re.search(r"\b(?:ou|or|soit)\b", gap) or ends_open(piece.folded, one, other, gap):
        return True
    if cue.enclosed and follows_brackets(piece.folded, one) and "(" not in piece.folded[one.start : other.start]:
        return True
    if cue.enclosed and "(" in piece.folded[one.start : other.start]:
        return False  # « arabe (langue maternelle), anglais (très bon), français (apprécié) »
    alone = cue.kind == "weak" and is_clause_of_its_own(piece.folded, one, other, cue.start)
    if alone or cue.enclosed or not re.search(r"\b(?:et|ou|and|or|et/ou|ainsi que|meme que|comme|well as)\b|/", gap):
        return False
    preceding = piece.folded[max(0, other.start - 6) : other.start]
    article = re.search(r"\b(?:le|la|l')\s?$", preceding) and not re.search(r"de\s(?:l'|la\s)$", preceding)
    governed = re.search(r"\b(?:en|de l'|du|de|d'|in|of)\s?$", piece.folded[max(0, one.start - 6) : one.start])
    return not (article and governed)
