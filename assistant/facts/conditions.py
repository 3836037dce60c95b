"""What « si vous parlez … » and « sans … » make of what they name. The words are in `data/facts_modality.toml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.domain import Span
from assistant.facts import language_words
from assistant.facts.cues import Cue
from assistant.facts.folded import pattern
from assistant.facts.pieces import Piece
from assistant.resources import table

_STOP = re.compile(r"[.;!?](?=\s)|…")
_OPENS = re.compile(
    r"\b(?:si|if|quand|when|au cas ou|in case)\s(?:en plus\s|jamais\s|possible\s)?"
    r"(?:vous|tu|t'|on|l'on|you|your|votre|ton|candidates?|les candidats|elle|la personne|le candidat|la candidate"
    r"|she|he|they|the (?:candidate|applicant|person))\b"
    r"|\bs'il(?:s?\sou\selles?|/elle)?(?=\s(?:a|ont|parle|maitrise|connait|possede|sait|dispose|detient|justifie)\b)"
)
# « S'il a un BTS, un an de terrain ou … » goes on.
# What is behind a comma and a subject is no longer in the condition: « si vous aimez le terrain, vous parlez … »
_AGREED = re.compile(
    r"\W*(?:yes|oui|only|seulement|uniquement)\b,?\s(?:mais\s|but\s)?(?:if|si|s')"
)  # "Yes, if you have …"
_MAIN = re.compile(
    r"[,:]\s(?:alors\s|then\s)?"
    r"(?:vous|tu|you|we|nous|on|il|elle|it|this|ce|c'|merci|please|le|la|les|the|(?:une?|an?)(?![^,.;:]{2,40}\s(?:ou|or)\s))\b|[.;!?]\s"
)
_NOT = re.compile(r"\b(?:pas|aucun|aucune|point|guere|jamais|not|no|never|neither|ni|nul)\b|n't\b")
_WITHOUT = re.compile(
    r"\b(?:sans|without|no|pas de|pas d'|faute de|a defaut de|unless|absence|lacking|lack)\b[^.;:!?,]{0,50}$"
)
_NO_MAIN = 4  # words about a thing in a condition, at most, where it has no main clause
_FAR = 150  # characters before a thing in which a condition may open
# « on parle X et Y : sans ces deux langues, … »
_WITHOUT_THEM = re.compile(
    r"(?<!\w)(?:sans|without)\s(?:ces|cette|these|those|this|that|the)\s(?:(?:deux|trois|two|three)\s)?(?:langues?|languages?)"
    r"(?!\w)[^.;?]{3,60}"
)
_TO_BE_SPOKEN = re.compile(
    r"\s?[:,–-]\s(?:il (?:vous |te |nous )?(?:faut|faudra)|vous (?:devez|devrez)|on doit|tu dois"
    r"|(?:nous|on) vous (?:demandons|demande) de"
    r"|you (?:must|should|need to|have to)|we (?:need|want|expect|ask|require) you to)\s"
    r"(?:(?:bien|savoir|pouvoir|be able to)\s)?"
    r"(?:(?:l[ae]\s|l')(?:bien\s)?(?:parler|lire|ecrire|comprendre|maitriser|pratiquer)\b"
    r"|(?:speak|read|write|understand|know)\s(?:it|them)\b)"
    # "X you can hold an interview in", « un X dans lequel vous pouvez tenir une réunion »
    r"|\s(?:that\s)?you\s(?:can|could)\s(?:[\w']{1,12}\s){1,5}in\b"
    r"|\s(?:dans|avec)\slequel\s(?:vous|tu)\s(?:pouvez|peux|savez|sais)\b"
    # "in X and Y, both must be fluent", « en X, qui doit être courant »
    r"|(?:\s(?:et|and|ou|or)\s(?:le\s|l'|in\s|en\s)?[^\W\d]{3,14})?\s?[,;:–-]\s(?:(?:so|and|et|donc|hence)\s)?"
    r"(?:(?:it|they|both|which|both of which|the two|all three)\s(?:must|has to|have to|needs? to|should)\s"
    r"(?:all\s|both\s)?be"
    r"|(?:il|ils|elles?|qui|les deux|toutes deux|tous deux)\s(?:doit|doivent|devra|devront)\s(?:donc\s)?etre)"
    r"\s(?:\w{2,12}\s){0,2}(?:fluent|perfect|excellent|spoken|mastered|known|good|courante?s?|parlee?s?|maitrisee?s?"
    r"|connue?s?|parfaite?s?|excellente?s?|impeccables?)\b"
)

# "… not needed, but if you have one, …", « … pas obligé ; si vous l'avez, … »
_IF_HELD = re.compile(
    r"[^\n]{0,140}?[,;:(-]\s{1,2}(?:(?:mais|but|however|toutefois|par contre|cela dit|though),?\s)?"
    r"(?:si|if)\s(?:jamais\s)?"
    r"(?:(?:vous|tu)\s(?:connaiss?e?[zs]|maitrise[zs]|save?[zs]|pratique[zs]|utilise[zs])(?=[,\s])"
    r"|(?:vous|tu)\s(?:l'|le\s|la\s|les\s|en\s)\w{2,14}(?:\s(?:une?|deja|bien|couramment|deux mots))?"
    r"|you\s(?:happen to\s|already\s|do\s)?"
    r"(?:(?:have|speak|know|hold|read|own|can)(?:\s(?:it|one|them|some)\b)|do\b|can\b))"
)
_TAKEN_UP = re.compile(
    r"[^.!?]{0,110}?(?P<pronoun>"
    r"(?:\b(?:en|le|la|les)\s|\bl')(?:parler|comprendre|connaitre|maitriser|pratiquer|baragouiner"
    r"|parlent|maitrisent|pratiquent|comprennent|possedent|connaissent)\b"
    r"|\bqui\s(?:(?:le|la|les)\s|l')(?:parle|maitrise|pratique|comprend|connait|possede)\b"
    r"|\b(?:speak|know|understand|learn|master)(?:s|ing|ed)?\s(?:it|them|some|either|a\s(?:little|bit|few\swords))\b)"
)
_WITH = re.compile(
    r"\W*(?:(?:et|and|mais|but|enfin)\s)?(?:with|avec|si|if|s'(?=ils?\b))\b(?![^,]{0,40}\b(?:not|pas|no)\b)"
)
_THEN = re.compile(r"[^.;!?:]{0,90}?,\s(?=(?:vous|tu|you|nous|on|we|it|il|elle|ce|c'|cela|ca|this|that|your|votre)\b)")
_LISTED = 25  # characters behind a thing in which another may stand that is listed with it
_MAIN_REACH = 50  # characters behind such a condition in which it is said to be welcome


def is_wished(piece: Piece, target: Span, cues: Sequence[Cue], *, denied: bool) -> bool:
    """Whether a condition makes a mere wish of a thing that is not demanded, or even said not to be."""
    if is_wished_if(piece, target, cues) or _is_welcomed(piece, target, cues) or is_taken_up(piece, target, cues):
        return True
    return not denied and is_condition(piece, target)


def is_taken_up(piece: Piece, target: Span, cues: Sequence[Cue]) -> bool:
    """Whether a pronoun for a thing is wished for behind it: « X : préférence à qui le parle »."""
    found = _TAKEN_UP.match(piece.folded, target.end)
    if found is None or language_words.names().search(piece.folded, target.end + _LISTED, found.start("pronoun")):
        return False
    return any(cue.kind == "weak" and target.end <= cue.start <= found.end() + _MAIN_REACH for cue in cues)


def _is_welcomed(piece: Piece, target: Span, cues: Sequence[Cue]) -> bool:
    """Whether who has a thing is welcome: « Si X vous est familier, vous partirez avec une longueur d'avance »."""
    before = _before(piece, target)
    main = _THEN.match(piece.folded, target.end) if _WITH.match(before) else None
    behind = [cue for cue in cues if cue.end > target.start - len(before)]
    return main is not None and bool(behind) and behind[0].kind == "weak" and behind[0].start >= main.end() - 1


def is_wished_if(piece: Piece, target: Span, cues: Sequence[Cue]) -> bool:
    """Whether what is not demanded is welcome all the same: « pas obligé, mais si vous l'avez, tant mieux »."""
    held = _IF_HELD.match(piece.folded, target.end)
    if held is None:
        return False
    return any(cue.kind == "weak" and 0 <= cue.start - held.end() <= _MAIN_REACH for cue in cues)


def is_condition(piece: Piece, target: Span) -> bool:
    """Whether a thing is only something that candidates may have: « si vous parlez …, dites-le-nous »."""
    held = _held(piece, target)
    if held is None or is_agreed(piece) or _calls().search(_sentence(piece, target)):
        return False
    main = _sentence(piece, target).replace(held, " ").split()
    return len(main) > _NO_MAIN and not _NOT.search(held)


def is_called(piece: Piece, target: Span) -> bool:
    """Whether a condition says who is called to apply, and so demands: « présentez-vous si vous avez … »."""
    return _held(piece, target) is not None and _calls().search(_sentence(piece, target)) is not None


def is_agreed(piece: Piece) -> bool:
    """Whether a condition answers whether one may apply, and so demands: "Yes, if you hold a licence"."""
    return _AGREED.match(piece.folded) is not None


def is_spared(piece: Piece, target: Span) -> bool:
    """Whether those who lack a thing are told not to mind: « si vous ne parlez pas …, aucun souci »."""
    held = _held(piece, target)
    return held is not None and _NOT.search(held) is not None and not _lacking().search(_sentence(piece, target))


def must_not_lack(piece: Piece, target: Span) -> bool:
    """Whether nothing goes without a thing: « sans X s'abstenir », "the job cannot be done without X".

    So it is where what it is needed for stands behind it: « Darija : il faut la parler ».
    """
    if _TO_BE_SPOKEN.match(piece.folded, target.end):
        return True
    if (all_of_them := _WITHOUT_THEM.search(piece.folded, target.end)) and _lacking().search(all_of_them.group()):
        return True
    sentence = _sentence(piece, target)
    held = _held(piece, target)
    without = _WITHOUT.search(_before(piece, target)) or (held and _NOT.search(held))
    return bool(without) and _lacking().search(sentence) is not None


def _before(piece: Piece, target: Span) -> str:
    return _STOP.split(piece.folded[max(0, target.start - _FAR) : target.start])[-1]


def _sentence(piece: Piece, target: Span) -> str:
    """The words about a thing, without it."""
    return _before(piece, target) + " | " + _STOP.split(piece.folded[target.end : target.end + _FAR])[0]


def _held(piece: Piece, target: Span) -> str | None:
    """The words of the condition in which a thing is named, before it; None where it is in none."""
    before = _before(piece, target)
    opened = list(_OPENS.finditer(before))
    if not opened:
        return None
    words = before[opened[-1].end() :]
    return None if _MAIN.search(words) else words


@cache
def _calls() -> re.Pattern[str]:
    return pattern(table("facts_modality.toml")["condition"]["calls"])


@cache
def _lacking() -> re.Pattern[str]:
    return pattern(table("facts_modality.toml")["condition"]["lacking"])
