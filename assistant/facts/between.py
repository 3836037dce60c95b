"""What stands between a thing and the cue behind it: whether something else has begun there that the cue governs."""

from __future__ import annotations

import re

from assistant.facts.coordination import is_of_its_purpose, lists
from assistant.facts.cues import Cue

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*|\+")
_INSIDE = re.compile(r"\([^()]{0,160}\)")
# « du néerlandais, même bricolé, … », "some Dutch, however broken, …"
_CONCESSION = re.compile(
    r",\s(?:meme|fut-il|fut-elle|ne serait-ce que|y compris|au moins|surtout|even|if only|however|at least|especially"
    r"|(?:que|qui|dont|which)\s(?!est\b|sont\b|is\b|are\b)[^,;:.]{3,60}(?=\s?[,:])"
    r"|franchement|frankly|bien sur|of course|evidemment"
    r"|(?:nous|on|we)\s(?:(?:le|la|les)\s|l')?\w{3,12}\s(?:(?:it|them|that)\s)?(?:comme|as))\b[^,;:.]{0,50}(?:,|$)"
)
_AGENT = re.compile(r"^\s(?:par|by)\s[^;:.,]{2,40}(?=\s?[;:,.])")
# « Avez-vous le permis ? (réponse « oui » = 1 point de bonus) »
_ANSWERED = re.compile(r"\s?\?\s?\((?:reponse\s|answer\s|si\s|if\s)?\"?\s?(?:oui|yes)\s?\"?\s?[=:]\s?\d*\s?")
_YET = re.compile(
    r"\s(?:toutefois|cependant|neanmoins|pourtant|quand meme|tout de meme|however|nevertheless|nonetheless)\b,?"
)
_GRADED = re.compile(r"[^:;,.]{2,40}\s-\s[^:;,.]{0,40}")  # « Anglais - notions - souhaité »
_LEADER = re.compile(r"\s?(?:\.{3,}|…{2,}|_{3,}|-{4,})\s?")  # « Anglais .......... souhaité »
# « 3 ans d'expérience dont 1 en ONG si possible »
_OF_THESE = re.compile(
    r"\b(?:dont|y compris|including)\s(?:(?:au moins|at least)\s)?(?:\d|une?|deux|trois|one|two|three|la moitie|half)\b"
)
# « anglais pour les parents mais c'est juste un plus »
_ONLY = re.compile(
    r"(?:,\s|\s)(?:mais|but|though|although|et|and)\s"
    r"(?:(?:c'est|ce n'est qu'|ce serait|it's|it is|that's|that is|it would be)\s?"
    r"(?:(?:juste|seulement|simplement|vraiment|just|only|simply|purely|really)\s)?|(?:juste|seulement|just|only)\s)"
    r"(?:(?:une?|an?)\s)?$"
)
# Words between a thing and the verb in the conditional that it is the subject of: « nous arrangerait »
_OBJECT = re.compile(
    r"\s{0,2}(?:(?:nous|vous|te|leur|lui|y|en|ne|bien|aussi|also|certainly|really|much)\s|n'|m'|t'|l'){0,3}\s?"
)
# « : le comprendre est un plus », ", and it would help": a pronoun stands for the thing before it
_PRONOUN = re.compile(
    r"^\s?(?:(?:[:,.;]|--?|\.{3}|…)\s+(?:(?:et|and|mais|but|though|although|even if)\s)?|(?:mais|but|(?:al)?though)\s)"
    r"(?:(?:le|la|les)\s(?:parler|comprendre|lire|connaitre|maitriser|pratiquer)"
    r"|c'|ce\s(?=serai)|cela|ca\s|it\s|that\s|this\s|(?:l'un|l'une)\s(?:ou|et)\sl'autre|(?:all|any|each|tout|tous|toutes|rien|nothing|none|aucune?)\s|l'un\sdes\sdeux|any\sof\s(?:those|these|them)|either\s(?:one\s)?(?:of\s\w+\s)?"
    r"|one\sof\s(?:those|these|them)|(?:il|elle|ils|elles)\s(?=n'|$|(?:est|sera|serait|sont|seraient|peut|pourra|pourrait|compt\w{1,5}|pese\w{1,3}|jou\w{1,4}|vous)\b))"
)


def without_pronoun(words: str) -> str:
    """Words without the pronoun that stands for the thing before them."""
    return _PRONOUN.sub(" ", _plain(words))


def _plain(gap: str) -> str:
    """A gap without who it is that does not demand a thing, and "however": « … par les TdR ; c'est toutefois … »."""
    return _ONLY.sub(" ", _YET.sub("", _ANSWERED.sub(" ", _AGENT.sub("", gap))))


def is_of_subject(gap: str) -> bool:
    """Whether a verb behind the gap is said of the thing before it: « l'arabe, même bricolé, nous arrangerait »."""
    return _OBJECT.fullmatch(_CONCESSION.sub(" ", _INSIDE.sub(" ", gap))) is not None


def restarts(gap: str, cue: Cue) -> bool:
    """Whether something else has begun between a thing and the cue behind it, which governs that instead."""
    if _OF_THESE.search(gap):
        return True
    bare = re.sub(
        r"^\s*:|^\s*[-=]\s|:\s*$|\s-\s(?:(?:une?|an?)\s)?$|^\s(?:ou|or|et|and)\s[^\W\d]{3,20}\s?:",
        " ",
        _PRONOUN.sub(" ", _LEADER.sub(" ", _CONCESSION.sub(" ", _INSIDE.sub(" ", _plain(gap))))),
    )
    if "(" in bare and cue.enclosed:
        bare, _, inner = bare.rpartition("(")
        if set(_WORD.findall(inner)) - lists().bridge - lists().levels:
            return True
    elif "(" in bare and set(_WORD.findall(bare.rpartition("(")[2])) & (lists().heads - lists().levels):
        return True  # « … trois ans d'expérience (une expérience à l'étranger serait un plus) »
    graded = _GRADED.fullmatch(bare) and set(_WORD.findall(bare)) <= lists().levels | lists().bridge
    if graded or is_of_its_purpose(gap):
        return False
    if re.search(r"\s-\s(?!ou\b|et\b)|:\s|\.\s|[!?]", bare):
        return True
    parts = re.split(r",|\b(?:et|and|mais|but|ainsi que|as well as)\s", bare)
    for number, part in enumerate(parts[1:], start=1):
        words = _WORD.findall(part)
        first = words[:1]
        if first and (first[0] in lists().heads or first[0] in lists().verbs or first[0] in ("votre", "vos", "your")):
            return True
        parallel = set(first) & {"d", "de", "du", "en", "a", "of", "in"} and not set(words[:4]) & lists().heads
        paired = cue.plural and len(set(words) - lists().bridge) <= 3
        going_on = parallel or paired or (len(parts) > 2 and first[:1] and first[0] in lists().finite)
        if number == len(parts) - 1 and not going_on and not set(words) <= lists().bridge:
            return True
    return False
