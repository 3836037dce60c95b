"""Years of experience that would be better than those asked for: « 3 ans exigés, 5 souhaités »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from assistant.domain import Modality, Span
from assistant.facts.cues import cues_of
from assistant.facts.modality import modalities
from assistant.facts.pieces import Piece
from assistant.resources import table

_CUED = (  # what may follow a number that says no unit
    r"(?:(?:serai(?:en)?t|would be|would)\s)?(?:souhait|appreci|exige|requis|prefer|required|desir|ideal"
    r"|(?:un|a|an)\s(?:vrai\s|real\s)?(?:plus|atout|asset|bonus)\b"
    r"|(?:serai(?:en)?t|would be|is|are|c'est|sont|est)\s(?:encore\s|even\s)?"
    r"(?:mieux|parfait|bienvenu|lovely|nice|great|perfect|better|welcome|best|top))"
)

_LEAST = (
    r"(?:(?:au |en |as a |at the very |at a )?min(?:imum)?|au moins|at (?:the )?least|suffi\w{2,5}|(?:is|are) enough"
    r"|will do)(?!\s(?:dans|en|a|au|aux|chez|comme|sur|de|in|at|as|of|with|abroad|on)\b)(?=\W|$)"
)

_OF = (
    r"(?P<own>'?s?\s(?:(?:of|in|at|on|with|as|en|dans|chez|sur|aupres|au|aux|a|de|du|des|comme|passe\w{0,2}|spent|behind"
    r"|derriere|doing|working)\s|d'|experience)(?:(?!\b(?:et|and|mais|but|qui|who|that)\b)[^,;:.!?()]){0,60}?)"
)
_COMPLEMENT = re.compile(
    _OF + r"(?:\s(?:nous|vous|te|leur|lui|y|en|ne|bien|aussi|also|certainly|really|would)){0,3}\s?"
)

_AND_YEARS = re.compile(
    r"'?s?\s(?:of\s|d'|d\s)?(?:\w{3,14}\s){0,2}experience(?:(?!\b(?:mais|but|qui|who|that|vous|you|avez|have)\b)[^,;:.!?()]){0,80}"
    r"\s(?:et|and|ainsi que|as well as)\s(?:d'|de\s|of\s)?(?:au moins\s|at least\s|minimum\s)?"
)

# What is made of years is set off from them: « … : c'est un atout », "…, an asset, not an obligation"
_SET_OFF = re.compile(
    _OF + r"(?:\s?:|,|\s-)\s(?:c'est |ce serait |it is |it's |that is |that's |this is )?(?:un |une |a |an )?"
    r"(?:simple |vrai |real |mere |petit |small )?(?:atout|plus|bonus|asset|advantage|avantage|souhait|wish)\b"
)


def weights(piece: Piece, asked: Sequence[Span], numbers: Sequence[Span]) -> list[Modality]:
    """The modality of each of the years asked for, whose numbers are at `numbers`.

    What a better number follows is weighed without it: "at least three years, five would be better".
    """
    asked = [with_complement(piece, span) for span in asked]
    found = modalities(piece, asked)
    for at, later in enumerate(numbers[1:]):
        before = piece.folded[: later.start].rstrip(" ,(")
        if found[at] == found[at + 1] == "asset" and cued().match(piece.folded, later.end) and ";" not in before:
            cut = replace(piece, end=piece.start + len(before), folded=before)
            found[at] = modalities(cut, [asked[at]])[0]
        if (found[at], found[at + 1]) == ("asset", "required") and _goes_on(piece, numbers[at], later):
            found[at + 1] = "asset"
        if found[at] == "asset" and _least().match(piece.folded, later.end):
            found[at + 1] = "required"  # « idéalement 5 ans d'expérience, 3 au minimum »
    return found


def _goes_on(piece: Piece, one: Span, other: Span) -> bool:
    """Whether a wish ahead is of both: « idéalement 5 ans d'expérience en … et 5 ans d'expérience en … »."""
    cues, end = cues_of(piece), piece.around(other).end
    wished = any(cue.kind == "weak" and cue.end <= one.start for cue in cues)
    weighed = any(one.start <= cue.start < end for cue in cues)
    return wished and not weighed and _AND_YEARS.fullmatch(piece.folded, one.end, other.start) is not None


def with_complement(piece: Piece, span: Span) -> Span:
    """Years with what they are of where that is weighed: « deux ans de vente nous aideraient »."""
    following = [cue for cue in cues_of(piece) if cue.start >= span.end]
    wish = next((cue for cue in following if cue.wishing), None)
    found = _COMPLEMENT.fullmatch(piece.folded, span.end, wish.start) if wish else None
    found = found or (_SET_OFF.match(piece.folded, span.end) if following else None)
    return Span(span.start, found.end("own")) if found else span


@cache
def cued() -> re.Pattern[str]:
    """What makes a wish or a demand of a number directly before it."""
    return re.compile(rf"\s{{1,2}}\(?{_CUED}")


@cache
def _least() -> re.Pattern[str]:
    return re.compile(rf"\s{{1,2}}{_LEAST}")


@cache
def cued_number() -> re.Pattern[str]:
    """A number without its unit behind one that has it: « …, 5 souhaités »."""
    number = rf"\d{{1,2}}|{'|'.join(table('facts_experience.toml')['numbers'])}"
    return re.compile(rf"[,;/]\s{{0,2}}({number})\s{{1,2}}(?={_CUED}|{_LEAST})")
