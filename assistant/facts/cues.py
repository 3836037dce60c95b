"""The words that make a demand or a wish of what stands beside them. They are in `data/facts_modality.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from assistant.facts.cheers import is_cheer
from assistant.facts.folded import one_of, pattern
from assistant.facts.legend import legend
from assistant.facts.pieces import Piece
from assistant.resources import table

_ASIDE = 90  # characters of a bracket before an adverb that ends it: « (obtenu depuis plus de deux ans de préférence) »
_HEAD = 6  # words at the head of a list, before those that weaken it
_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*|\+")
_IMPERSONAL = re.compile(
    r"\b(?:il|ce|c'|it|would|this)\s?(?:n')?(?:est|serait|sera|is|would)(?:\sbe)?\s(?:\w{1,14}\s){0,2}$"
)
# « Atouts Connaissance de … ; expérience de … », where a converter lost the colon
_HEADS_CLAUSES = re.compile(r"[^\W\d_]+ts\s{1,2}[A-ZÀ-Ý][^.:!?\n]{3,300};")
_APPLYING = re.compile(  # « nous préférons les candidatures par mail », "we would welcome applications from …"
    r"\s(?:[\w']{1,12}\s){0,3}"
    r"(?:applications?|candidatures?|candidats? de|candidates? from|expressions?|hear|hearing|talk|meet)(?!\w)"
)
_WITH_OBJECT = re.compile(  # "would welcome, without insisting on them, …"
    r"(?:welcome|appreciate|value|favou?r|prefer|prefer(?:e|ons|erait|erions)|apprecier(?:ait|ions)|privilegie)$"
)
_RESUMES = re.compile(  # « si X ne vous fait pas peur, ce ne serait pas de trop : … »
    r"[^\s,],\s(?:(?:mais|but|et|and)\s)?(?:ce|c'|cela|ca|it|that|this)\s?(?:n'|ne\s)?(?:\w{1,8}\s){0,2}$"
)
# « …, si possible également. », "… would be lovely but we can train you"
_PARTED = re.compile(r"\s(?:[-–—/|+&•·]|et|and|mais|but)\s")  # « anglais si possible - wolof »
_ALSO = re.compile(r"\s(?:(?:aussi|egalement|too|also|as well)\s?(?:[.;)!,]|$)|(?:mais|but|though|although|even if)\s)")
# « Outil, sans être exigé : Excel »
_CONCEDED = re.compile(r"[^\s,],?\s\(?((?:sans etre|without being)\s)(?:\w+ment\s)?$")
_LOOKED_AT = r"(?:regarde|vu|lu|considere|accueilli|examine|etudie|recu|apprecie)e?s?"
_OF_ALL = re.compile(r"(?:ce|cela|it|that) (?:serait|would be)(?!\w)")
_BUT_MORE = re.compile(r"\b(?:not|pas)\s(?:an?|une?)\s(?:\w+\s)?\w+,?\s(?:but|mais)\s(?:an?|une?)?")
_PLURAL = re.compile(r"(?:es|ts|bles|aux|ifs|is|ms|sont|seraient|are)$")

# « X, Y constituent un avantage »
_OF_SEVERAL = re.compile(
    r"\b(?:sont|seraient|seront|constituent|constitueraient|representent|are|both|all|tous|toutes|none|rien|tout)\s(?:[\w']{1,14}\s){0,2}$"
)
# « ce serait un plus de le parler »: a pronoun stands for what was named before
_OF_IT = re.compile(
    r"\s(?:(?:de|d')\s?(?:le|la|les|l'|en)\s?(?:parler|comprendre|lire|connaitre|maitriser|pratiquer|ecrire|avoir|posseder)"
    r"|to\s\w{4,10}\s(?:it|them|one))\b"
)


@dataclass(frozen=True)
class Cue:
    """A word that weakens, demands or takes back a demand, at `start:end` of its piece."""

    start: int
    end: int
    kind: Literal["weak", "strong", "not"]
    side: Literal["after", "before"]  # where the cue stands: after what it governs, or before it
    plural: bool = False
    enclosed: bool = False  # it stands in brackets of its own
    opening: bool = False  # it begins the sentence and is set off with a comma or a colon
    wishing: bool = False  # it is a verb in the conditional, and so says something of its subject only
    conceding: bool = False  # it begins with « sans être », as in « Anglais, sans être exigé : B1 »


@lru_cache(maxsize=256)
def cues_of(piece: Piece) -> tuple[Cue, ...]:
    """The cues of a piece in order, without overlaps."""
    return tuple(cue for match in _patterns().finditer(piece.folded) if (cue := _cue(piece, match)))


def _cue(piece: Piece, match: re.Match[str]) -> Cue | None:
    kind = str(match.lastgroup)
    start, end = match.span()
    folded = piece.folded
    if kind == "denial":
        if _heads_wishes(piece, start):
            return Cue(start, end, "weak", "before", opening=True)
        return Cue(start, end, "not", "after", plural=True, enclosed=_is_enclosed(folded, start, end))
    if kind in ("weakverb", "strongverb") and not _is_participle(piece, start, end):
        return None
    if kind == "letter":
        meaning = legend(piece.posting).get(folded[start + 1])
        return Cue(start + 1, end - 1, meaning, "after", enclosed=True) if meaning else None
    if kind == "bracketed":
        demanded = match.group()[1:-1] in table("facts_modality.toml")["legend"]["bracketed_strong"]
        return Cue(start + 1, end - 1, "strong" if demanded else "weak", "after", enclosed=True)
    if kind == "mood":
        return Cue(start, end, "weak", "after", plural=True, wishing=True)
    if kind == "cheer" and not is_cheer(folded, start, end):
        return None
    if match.group() in _of_nouns() and _before_noun().match(folded, end):
        return None
    if _is_no_plus(kind, folded, start, end):
        return None
    weak = not kind.startswith("strong")
    if kind in ("noun", "bound") and _made_strong(folded, start, end):
        weak = False
    enclosed = _is_enclosed(folded, start, end)
    several = _OF_SEVERAL.search(folded[max(0, start - 34) : start]) is not None
    if not weak and _negations().search(folded[max(0, start - 30) : start]):
        return _denied(piece, start, end, several, enclosed)
    if weak and re.search(r"(?<!\w)(?:ni|nor)\s$", folded[max(0, start - 5) : start]):
        return Cue(start, end, "not", "after", enclosed=enclosed)
    heads_only = table("facts_modality.toml")["weak"]["only_leading"]
    led = match.group() not in heads_only or _opens(folded, start, end)
    if kind == "adverb" and (not led or _APPLYING.match(folded, end)):
        return None  # « Il faut avoir en plus : … »
    if kind == "adverb":
        enclosed = _is_enclosed(folded, start, end, _ASIDE) and folded[end : end + 2].lstrip().startswith(")")
        opening = _opens(folded, start, end) or (_begins(piece, start) and folded[end : end + 1] == ",")
        aside = enclosed and not folded[:start].rstrip().endswith("(")
        return Cue(start, end, "weak", _side_of_adverb(piece, start, end, enclosed), enclosed=aside, opening=opening)
    plural = several or _PLURAL.search(folded[:end]) is not None or " des " in folded[start:end]
    plural = plural or (enclosed and _OF_ALL.match(folded, start) is not None)
    heads = _list_under(folded, start, end) if weak else 0
    end = heads or end
    bare = kind == "noun" and _HEADS_CLAUSES.match(piece.raw, start) is not None and not folded[:start].strip()
    side: Literal["after", "before"] = "before" if bare or heads or _introduces(folded, start, end) else "after"
    colon = bare or heads > 0 or folded[end : end + 2].lstrip()[:1] == ":"
    return Cue(start, end, "weak" if weak else "strong", side, plural, enclosed, colon)


def _denied(piece: Piece, start: int, end: int, several: bool, enclosed: bool) -> Cue:
    """A demand that is taken back: « pas exigé », or made a wish: « sans être exigé : B1 »."""
    folded = piece.folded
    asked: Literal["after", "before"] = "before" if _introduces(folded, start, end) else "after"
    wished = (asked == "before" and _heads_wishes(piece, start)) or (enclosed and not _has_subject(folded, start))
    if asked == "before" and (conceded := _CONCEDED.search(folded, 0, start)):
        return Cue(conceded.start(1), end, "weak", "before", opening=True, conceding=True)
    kind_of_it: Literal["weak", "not"] = "weak" if wished else "not"
    return Cue(start, end, kind_of_it, asked, several, enclosed)


def _is_no_plus(kind: str, folded: str, start: int, end: int) -> bool:
    """Whether a noun is one's own quality, or taken back: "not an advantage but a must"."""
    if kind in ("noun", "bound") and _BUT_MORE.search(folded, max(0, start - 12), end + 12):
        return True
    return kind == "noun" and _own().search(folded[max(0, start - 16) : start]) is not None


def _heads_wishes(piece: Piece, start: int) -> bool:
    """Whether a denial stands in the label of a list of wishes: « Non obligatoires : … »."""
    return piece.governed == "asset" and ":" not in piece.folded[:start] and ":" in piece.folded[start:]


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
    strong = frozenset(table("facts_modality.toml")["strong"]["of_noun"])
    if after[:1] in (["vraiment"], ["absolument"]):
        after = after[1:]
    return bool({*after[:1], *before} & strong)


def _is_enclosed(folded: str, start: int, end: int, reach: int = 30) -> bool:
    before = folded[max(0, start - reach) : start]
    opened = before.rfind("(")
    is_open = opened >= 0 and ")" not in before[opened:]
    return is_open and re.match(r"[^(),;]{0,20}\)", folded[end : end + 22]) is not None


def _has_subject(folded: str, start: int) -> bool:
    """Whether a denial in brackets names what it denies: « (le permis B n'est pas demandé) », not « (non exigé) »."""
    return (
        re.match(r"\s?(?:le|la|les|the|un|une|aucune?)\s|\s?l'", folded[folded.rfind("(", 0, start) + 1 :]) is not None
    )


def _opens(folded: str, start: int, end: int) -> bool:
    before = _WORD.findall(folded[:start])
    if folded[:end].endswith(":"):  # « Bonus : … », « Ce serait bien en plus : … »
        return len(before) <= _HEAD and set(before) <= set(table("facts_modality.toml")["weak"]["leading"])
    return not before and folded[end : end + 2].lstrip()[:1] in (",", ":")


def _begins(piece: Piece, start: int) -> bool:
    """Whether a sentence begins at an adverb though no stop is before it: « … en SQL Idéalement, vous avez … »."""
    return start > 0 and piece.raw[start : start + 2].istitle() and piece.raw[start - 1] == " "


def _side_of_adverb(piece: Piece, start: int, end: int, enclosed: bool) -> Literal["after", "before"]:
    """An adverb weakens what follows it, or, at the end of its clause, what stands before it."""
    rest = piece.folded[end : end + 30].lstrip()[:3]  # a word that a line's end broke leaves spaces behind it
    if _WITH_OBJECT.search(piece.folded, start, end) and rest[:1] == ",":
        return "before"
    ends = not rest or rest[0] in ".;)!,(" or end in piece.cuts or _ALSO.match(piece.folded, end) is not None
    if enclosed and re.match(r"\s?\)\s(?!(?:et|ou|and|or)\b)\w", piece.folded[end : end + 8]):
        return "before"  # « maîtriser (idéalement) l'anglais »
    begins = re.search(r"[(;:.,]\s*$", piece.folded[:start]) is not None or not _WORD.search(piece.folded[:start])
    begins = begins or _begins(piece, start)
    ends = ends or (not begins and _PARTED.match(piece.folded, end) is not None)
    return "after" if (enclosed or ends) and not (begins and rest[:1] == ",") else "before"


def _introduces(folded: str, start: int, end: int) -> bool:
    """« Serait un plus : … », « il serait souhaitable de … », « Atout : … »."""
    if (
        _OF_IT.match(folded, end)
        or _RESUMES.search(folded, 0, start)
        or folded.startswith(("nous en ", "on en "), start)
    ):
        return False
    if re.match(r"\s{0,2}(?:\w{4,14}\s)?(?:\([^()]{0,30}\)\s?)?:", folded[end : end + 40]):
        return True
    follows = re.match(r"\s(?:de|d'|que|qu'|si|to|that|if|for)", folded[end : end + 6])
    return follows is not None and _IMPERSONAL.search(folded[max(0, start - 44) : start]) is not None


def _list_under(folded: str, start: int, end: int) -> int:
    """Where the colon stands whose list a cue at the head of a sentence governs, 0 where it heads none.

    « Seraient appréciés, sans que rien en dépende : … », "Advantages, none of them decisive: …".
    """
    before = _WORD.findall(folded[:start])
    begins = not before or (len(before) <= 4 and before[0] in _inverted())
    led = re.match(r"[^:.;!?]{1,90}(?=:\s)", folded[end : end + 94]) if begins else None
    return end + led.end() if led else 0


@cache
def _inverted() -> frozenset[str]:
    return frozenset(table("facts_modality.toml")["coordination"]["inverted"])


@cache
def _of_nouns() -> frozenset[str]:
    """Adjectives that say nothing of the thing before them where a noun of their own follows: « useful tools »."""
    return frozenset(table("facts_modality.toml")["weak"]["of_noun"])


@cache
def _before_noun() -> re.Pattern[str]:
    return re.compile(rf"\s{{1,3}}(?!(?:{one_of(table('facts_modality.toml')['weak']['no_noun'])})(?!\w))[^\W\d_]")


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
    graded = (
        r"(?!\s(?:eliminatoire|redhibitoire|d'exclusion|decisi\w+|determinant\w*|absolue?|stricte?|sine qua non)\b)"
    )
    denial = rf"(?:{one_of(words['never']['denying'])}){graded}"
    alone, demand = (one_of(words["legend"][key]) for key in ("bracketed_weak", "bracketed_strong"))
    bound = "|".join(re.escape(word) for word in weak["bound"])
    before = "|".join(re.escape(word) for word in weak["before_bound"])
    comparison, verbs = "|".join(weak["comparison"]), "|".join(weak["verbs"])
    mood = rf"(?!(?:{one_of(weak['no_mood'])})\b)[a-z]{{2,14}}rai(?:en)?t"
    would = rf"would\s(?:\w{{2,12}}ly\s)?(?!\w{{2,12}}ly\s)(?!(?:{one_of(weak['no_would'])})\b)[a-z]{{2,14}}"
    also = r"(?:\s(?:aussi|egalement|too|also|as well))?"
    small = "un|une|le|la|du|a|an|the|vraiment|really|tres|very"
    praise = rf"(?:serai(?:en)?t|would be)\s(?:(?:{small})\s){{0,3}}(?:{one_of(weak['praise'])})"
    praise += rf"|(?:est|sont|sera|seront|serai(?:en)?t)\s(?:\w{{3,12}}\s)?{_LOOKED_AT}\s(?:{one_of(weak['kindly'])})"
    # « bien si vous l'avez » looks back at the thing, « bien si » ahead.
    whole = [word for word in weak["words"] if any(word.startswith(f"{adverb} ") for adverb in weak["adverbs"])]
    longer = rf"(?!(?:{one_of(whole)})(?!\w))"
    return re.compile(
        rf"(?<!\w)(?:(?P<denial>{denial})|(?P<letter>\([a-z]\))|(?P<bracketed>\((?:{alone}|{demand})\))|(?P<adverb>{longer}(?:{one_of(weak['adverbs'])}))|(?P<noun>{one_of(weak['nouns'])})"
        rf"|(?P<bound>(?:{before})\s{{1,3}}\"?\s?(?:{bound})(?!\s(?:{comparison})\b)"
        rf"|(?:{verbs})\s{{1,3}}(?:{bound})(?=\s?(?:[.,;:)!]|$)))"
        rf"|(?P<strong>{one_of(strong['words'])})|(?P<weak>{one_of([*weak['words'], *weak['predicates']])}|{praise})"
        rf"|(?P<cheer>(?<=[=:,] )(?:{one_of(weak['cheers'])})(?={also}\s{{0,2}}(?:[.!;),]|$)))"
        rf"|(?P<mood>{mood}|{would})"
        rf"|(?P<strongverb>{one_of(strong['accented'])})|(?P<weakverb>{one_of(weak['accented'])}))(?!\w)"
    )


@cache
def predicates() -> re.Pattern[str]:
    """Finds the verbs whose subject is what they wish for: « l'arabe aiderait »."""
    return pattern(table("facts_modality.toml")["weak"]["predicates"])
