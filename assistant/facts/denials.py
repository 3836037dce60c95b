"""Whether a sentence says that what it names is not asked for. The words are in `data/facts_modality.toml`."""

from __future__ import annotations

import re
from functools import cache

from assistant.domain import Span
from assistant.facts.conditions import is_spared, must_not_lack
from assistant.facts.folded import alternatives, folded, pattern
from assistant.facts.pieces import Piece
from assistant.resources import table

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*|\+")
_SENTENCE_END = re.compile(r"[.;:!?]\s")
# With these something else begins, or a demand: « … ; vous parlez anglais », "… though English is a must".
_LIST_END = re.compile(
    r"[.:!?]\s|\n|\b(?:mais|but|par contre|en revanche|however|seulement|only|though|toutefois|cependant|yet"
    r"|vous|nous|you|we|il faut|exige\w*|requis\w*|required|must|obligatoire\w*|indispensable\w*|demande\w*)\b"
)
# Between the colon and the thing, a clause of its own: « l'anglais n'est pas demandé : tout se fait en français »
_CLAUSE = re.compile(r"\b(?:se|s'(?:effectue|ecri)\w*|est|sont|sera|seront|is|are|will|car|puisque|because|since)\b")
# Behind the colon: « letters are not necessary: simply send your CV »
_TELLS = re.compile(
    r"(?:(?:simply|just|please|only|instead) )?(?:send|bring|e-?mail|write|call|come|apply|attach|text)(?!\w)"
    r"|(?:il suffit|envoyez|envoie|joignez|apportez|ecrivez|venez|passez|adressez)(?!\w)"
)
_SEPARATOR = re.compile(r"[.:=|…_–—\n\t-]")
# « ; il n'est pas requis », "; you need not know it": what is denied of a thing by a pronoun that stands for it
_TAKEN_BACK = re.compile(
    r"[^.;:!?]{0,80}?(?:[;:,-]\s(?:mais\s|but\s)?|\s(?:mais|but)\s)(?:"
    r"(?:il|elle|ils|elles|celui-ci|celle-ci)\s(?:n'est|ne\s(?:sont|sera|seront))\s(?:pas|nullement|jamais)\s(?:\w+\s)?"
    r"(?:requis|exige|demande|necessaire|obligatoire|indispensable)\w{0,2}"
    r"|(?:it|they|this|that)\s(?:is|are|will)\s(?:not|never)\s(?:be\s)?(?:required|needed|necessary|asked|expected|demanded)"
    r"|(?:you|candidates?|applicants?)\s(?:need\snot|needn't|(?:do\snot|don't)\s(?:need|have)\sto)\s"
    r"(?:know|speak|understand|learn|have)\s(?:it|them|one)"
    r"|(?:you|candidates?)\s(?:will\s)?need\s(?:neither|none)"
    r"|(?:nobody|no one|we (?:do not|don't|would not))\s(?:expects?|asks?)\s(?:it of |that of )?you(?:\sto)?"
    r"|(?:personne|on)\sne\svous\s(?:le|la|les)\sdemande|vous\sn'(?:avez\sbesoin|y)\s(?:ni|toucherez\spas)"
    r"|n(?:either|one)\s(?:of\sthem\s)?is\s(?:needed|required|asked)"
    r"|(?:there\sis\s)?no\sneed\s(?:of|for)\s(?:it|them|that)"
    r"|(?:vous\sn'avez\spas\sa|pas\sbesoin\sde|nul\sbesoin\sde|inutile\sde|no\sneed\sto)\s"
    r"(?:(?:le|la|les|it)\s|l')?(?:parler|connaitre|savoir|maitriser|comprendre|avoir|speak\s(?:it|them)|know\s(?:it|them)))(?!\w)"
)
_DASHES = re.compile(r"[^\S\n]*[|\t][\s|]*[-–—](?:[\s|]+[-–—])*[\s|]*")  # « Permis | – | – | »
_NOR = re.compile(r"\W*(?:nor|neither)\s(?:is|are|do|does|will)\s")  # "Dutch is not needed. Nor is a licence."
_REACH = 170  # characters before a thing in which it may be denied
_JUST = 30  # … and in which it is by a mere no
_ROW = 140  # characters behind a label in which its value ends
_BEHIND = 120  # characters behind it
_SAID = re.compile(r"\b(?:will|is|are|est|sont|suffi\w*|oui|yes|must|exig\w*|requis\w*|required|needed)\b")
_MORE = re.compile(r"(?: [\w-]{1,12}){0,2},? (?:or|nor|ou|ni) ")  # the list of what is not asked for goes on


def is_denied(piece: Piece, target: Span) -> bool:
    """Whether the sentence says that a thing is not asked for, before it or behind it."""
    if must_not_lack(piece, target):
        return False
    if is_spared(piece, target) or _is_null(piece, target) or _NOR.match(piece.folded):
        return True
    if _same().search(piece.folded, target.end, target.end + _BEHIND) or _TAKEN_BACK.match(piece.folded, target.end):
        return True
    near = without_reminders(piece.folded[max(0, target.start - _REACH) : target.start])
    if _refusals("before").search(_SENTENCE_END.split(near)[-1]) or _is_in_denied_list(
        near, piece.folded[target.end :]
    ):
        return True
    more = _MORE.match(piece.folded, target.end)
    if more and _refusals("list").search(_SENTENCE_END.split(near)[-1]):
        return _SAID.search(re.split(r"[.;!?]", piece.folded[more.end() :])[0]) is None
    behind = _refusals("behind").match(piece.folded, target.end)
    return behind is not None or _is_just_denied(near)


def _is_null(piece: Piece, target: Span) -> bool:
    """Whether a row or a label gives no value: « Permis ........ néant », "Turkish: no"."""
    text = piece.posting.text[piece.start + target.end : piece.start + target.end + _ROW]
    first, _, below = text.partition("\n")
    rest = first if first.strip(" .:=|…_–—-*\t") else first + "\n" + below.partition("\n")[0]
    if _DASHES.fullmatch(first):
        return True
    found = _null().match(folded(rest))
    if found is None or (rest != first and rest[found.end() :].lstrip()[:1] not in ("", ".", "!", "|", "(", ")")):
        return False  # the line below says more: « Non requis, mais apprécié : … »
    gap = rest[found.start("gap") : found.end("gap")]
    return _SEPARATOR.search(gap) is not None or found["null"] in ("no", "non")


@cache
def _null() -> re.Pattern[str]:
    words = alternatives(table("facts_modality.toml")["never"]["null"])
    return re.compile(
        rf"(?:\s?\([^()]{{0,40}}\))?(?P<gap>[\s.:=|…_-]{{1,90}})(?P<null>{words})(?=\s{{0,3}}(?:[.,;)(!|]|-(?!\w)|$))"
    )


@cache
def _same() -> re.Pattern[str]:
    return pattern(table("facts_modality.toml")["never"]["same"])


def _is_in_denied_list(near: str, behind: str) -> bool:
    """« On ne demande pas : le permis, l'anglais »: whether a thing stands behind what refuses all of a list."""
    found = _list_refused().search(near)
    own = re.split(r"[,;.!?]", behind, maxsplit=1)[0]  # the rest of its own clause
    told = found is not None and _TELLS.match(near, found.end()) is not None
    said = told or (found is not None and _CLAUSE.search(near, found.end()) is not None)
    return found is not None and not said and not _LIST_END.search(near[found.end() :] + own)


@cache
def _list_refused() -> re.Pattern[str]:
    words = table("facts_modality.toml")
    refusing = [each for each in (*words["never"]["refusing"], *words["heading"]["denied"]) if " " in each]
    return re.compile(rf"{alternatives(refusing)} ?: ")


def without_reminders(words: str) -> str:
    """The words before a thing without such a no as that of « n'oubliez pas »."""
    return _reminding().sub(" ", words)


@cache
def _reminding() -> re.Pattern[str]:
    return pattern(table("facts_modality.toml")["never"]["reminding"])


def _is_just_denied(near: str) -> bool:
    before = _WORD.findall(re.split(r"[,.;:]", near[-_JUST:])[-1])
    needless = _words("need") & set(before[-3:])  # « pas besoin de permis », "no need for a licence"
    return bool(set(before[-4 if needless else -2 :]) & _words("before"))


@cache
def _refusals(side: str) -> re.Pattern[str]:
    """« Aucune connaissance de l'… », "you do not need to speak …" before a thing, or "is not a requirement" behind it.

    Nothing but its verb, a noun such as "knowledge", and small words stand between.
    """
    words = table("facts_modality.toml")["never"]
    if side == "behind":
        # « Permis et voiture : inutiles »
        joined = r"(?: (?:et|ou|and|or) (?:l[ea] |les |the |une? |an? )?[\w-]{3,15}){1,2}"
        return re.compile(rf"(?:[ ,]{{1,2}}|(?:{joined})? ?[:=-] {{1,2}}){alternatives(words['behind'])}")
    small = rf"(?:[ ,]{{1,4}}{alternatives(words['between'])}){{0,5}}"
    one = r" {1,2}[\w-]{3,18}(?: [\w-]{3,18})?"
    listed = rf"{small}(?:{one},{small}){{LEAST,3}}"  # "for English, a degree or a licence"
    if side == "list":
        reaching = listed.replace("LEAST", "1")
    else:
        reaching = rf"(?:{listed.replace('LEAST', '0')}{one},? (?:or|nor|ou|ni))?{small}"
    refusing = [f"{verb}{each}" for each in words["refusing"] if each.startswith("n't") for verb in words["helping"]]
    refusing += [each for each in words["refusing"] if not each.startswith("n't")]
    return re.compile(rf"{alternatives(refusing)}{reaching}(?: {{1,2}}(?:de l'|l'|d'|en l')?|'){{0,1}}$")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("facts_modality.toml")["never"][key])
