"""What stands about a length of time that tells whether it is the work's."""

from __future__ import annotations

import re

from assistant.facts.folded import folded
from assistant.facts.pieces import Piece

CLAUSE_END = re.compile(r"[.;!?:]\s|[,(|·]| / ")
# « 28 heures par semaine pendant 8 mois »
HOURS_A_WEEK = re.compile(
    r"(?<!\w)\w+ ?(?:h|heures?|hours?|jours?|days?|soirs?|evenings?|nights?|nuits|mornings?|matins"
    r"|afternoons?|apres-midis?|soirees?|matinees?|weekends?|week-ends?|shifts?|services?|sessions?|seances?|fois"
    r"|times) ?"
    r"(?:par semaine|/ ?semaine|hebdo\w*|a week|per week|weekly|chaque semaine|each week)(?: \([^()]{0,40}\))?,?"
    r" (?:pendant|durant|sur|pour|for|over|during) $"
)
OPENS = re.compile(
    r"(?:^|[,;:(|/·•–-] ?)[^\w(]*(?:(?:soit|i\.e\.|that is|pour|for) )?$"
)  # a length that is a clause of its own stands behind one of these …
CLOSES = re.compile(  # … and before one of these
    r" {0,2}(?:[.,;)|/!·•]|- |$|\(|(?:environ|or so|a peu pres)(?!\w)"
    r"|(?:with|avec) (?:a |the |une |la )?(?:possib|option|chance)|renouvelable|reconductible|renewable|extendable)"
)
# "ten years, at the very least, in logistics" tells of experience
IN_A_FIELD = re.compile(
    r", (?:at (?:the )?(?:very )?least|au (?:moins|minimum|bas mot)|no less|pas moins|minimum),? (?:in|of|dans|en|de) "
)
_TRAINING = re.compile(
    r"(?:duree|length|duration) (?:de la |de l'|de |of the |of )?"
    r"(?:formation|apprentissage|alternance|training|apprenticeship|course)"
)
_APPRENTICE = re.compile(r"(?<!\w)(?:apprent\w+|alternan\w+)")


def of_apprenticeship(piece: Piece, label: str) -> bool:
    """Whether a label is that of how long one learns, where an apprentice is looked for: it is how long one works."""
    return _TRAINING.fullmatch(label) is not None and _APPRENTICE.search(folded(piece.posting.text)) is not None
