"""Years of work that their place in a posting makes experience: behind a label of years, at the head of a requirement,
or behind a verb that demands. The words are in `data/facts_experience.toml`, table `asked`.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.domain import Span
from assistant.facts import language_words
from assistant.facts.answers import answer, resumed
from assistant.facts.better_years import with_complement
from assistant.facts.cells import asked_before
from assistant.facts.cues import cues_of
from assistant.facts.folded import alternatives, folded, one_of, pattern
from assistant.facts.modality import is_cued
from assistant.facts.pieces import Piece
from assistant.resources import table

_LABEL = 70  # characters of a label
_BESIDE = 24  # characters between a label on the line above and its number: « Confirmé (entre 3 et 7 ans) »
_ITEM = 160  # characters of a requirement that begins with its years
_SHORT = 40  # characters of a line of such a list
_MOST = 14  # years that stand at the head of a requirement; more may be an age
_LEADER = r"\s{0,3}(?::|=|\||\.{3,80}+|…|·{3,80}+|_{3,80}+|-{3,80}+|\s[–-]\s)[\s.:·_-]{0,60}+"
_FRONT = re.compile(  # « Votre parcours : », "Need >> ", « Indispensable ...... », « [facultatif] »
    r"(?P<label>[^:,;.!?]{2,40}?)(?:\s?(?::|>>|=|-)\s|\s?(?:\.{3,}|…+|\|)\s?|\]\s)"
)
_FURTHER = re.compile(
    r"(?:[,;+&]|\b(?:et|and|plus|ainsi que|as well as|along with|avec|with|mais|but|though|although)|(?<=\s)[-|•])"
    r"\s{1,3}"
)
_OTHERS = re.compile(
    r"\b(?:permis|licen[cs]e|diplome|degree|bts|dut|cap|bep|bac|master'?s?|bachelor'?s?|brevet|excel)\b"
)
_NEW_CLAUSE = re.compile(
    r"[.!?:]\s|\b(?:nous|we|vous|you|qui|who|which|that|dont|pour|pendant|during|durant|depuis|since|mais|but)\b"
)
_ITEM_END = re.compile(  # « deux ans en mairie sont un minimum », "two years in sales is our floor"
    r"[,;:(]|\s(?:is|are|est|sont|serait|seraient|sera|seront|would|will|c'est|ce)(?!\w)"
    r"|\s(?:(?:nous|vous|y|en)\s)?[a-z]{3,14}rai(?:en)?t(?!\w)|\s(?:et|and|plus)\s(?!de\s|d'|of\s|in\s)"
)
# « Sans deux ans de …, inutile de postuler »
_WITHOUT = re.compile(r"\W*(?:sans|without|a moins de|faute de)\s(?:au moins\s|at least\s)?")
_CONSIDERED = re.compile(  # "we only interview people with", « ne seront reçues que les personnes ayant »
    r"(?:\b(?:only|que|uniquement|exclusively|exclusivement)\b[^.;:!?]{0,60}\s|\bqu')"
    r"(?:with|having|who have|ayant|avec|qui ont|comptant|justifiant d[e'])\s?"
    r"(?:(?:at least|over|more than|plus de|au moins)\s)?$"
)
_AT_LEAST = re.compile(
    r"(?<!\w)(?:au (?:moins|minimum)|a minima|minimum(?: de| of)?|at (?:the )?(?:very )?least|no less than)\s$"
)
_WRAPPED = re.compile(r"\s{2,}")  # where a line was broken and indented, or quoted in a mail
_INSIDE = re.compile(r"\([^()]{0,120}\)")
_LIST_HEAD = re.compile(r"[^:.!?]{8,90}:\s")
_MARK = re.compile(
    r"^[\W_]{0,6}(?:(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z])(?:[.)°/]{1,2}|\s)|[ivx]{2,4}[.)])\s{0,3})?[\W_]{0,4}"
)


def is_labelled(piece: Piece, number: Span) -> bool:
    """Whether a number stands directly behind a label of years: « Années requises : 2 », "Years in the field ... 3"."""
    before = _AT_LEAST.sub("", piece.folded[max(0, number.start - _LABEL - 60) : number.start])
    if run_in := _run_in().search(before):
        return _speaks_of_years(run_in["label"])
    return is_labelled_above(piece, number)


def is_labelled_above(piece: Piece, number: Span) -> bool:
    """Whether a number stands by itself below a label of years, which its quote then has to hold."""
    before = piece.folded[max(0, number.start - _LABEL - 60) : number.start]
    alone = len(before) <= _BESIDE and not re.search(r"\d|[.;]\s", before) and not _run_in().search(before)
    return alone and piece.label is not None and _speaks_of_years(folded(piece.label.of(piece.posting.text)))


def _speaks_of_years(label: str) -> bool:
    label = label.strip(" \n*|:.")
    if _any("other_labels").search(label):
        return False
    return _any("labels").match(label) is not None or (
        _any("units").search(label) is not None and _any("label_words").search(label) is not None
    )


def answers_otherwise(piece: Piece) -> bool:
    """Whether a piece answers a question about something else: « Combien de temps ? Douze mois, en CDD. »."""
    asked = asked_before(piece)
    if not asked or _any("label_words").search(asked):
        return False
    return bool(_any("other_labels").search(asked) or _any("asked_otherwise").search(asked))


def counted_in_years(piece: Piece) -> Span | None:
    """A number without a unit that a label counts in years: « Nombre d'années d'expérience : 6 »."""
    text = piece.folded
    for found in _bare_number().finditer(text):
        at = Span(*found.span("number"))
        if is_labelled(piece, at) and _any("units").search(_label_of(piece, at)):
            return at
    return None


def _label_of(piece: Piece, number: Span) -> str:
    run_in = _run_in().search(piece.folded[max(0, number.start - _LABEL - 60) : number.start])
    if run_in:
        return run_in["label"]
    return folded(piece.label.of(piece.posting.text)) if piece.label else ""


def is_demanded(piece: Piece, number: Span, years: float) -> bool:
    """Whether years begin a requirement, "Six years in the job", or are what a verb demands, « on demande deux ans ».

    Nothing else that years are of may be named with them.
    """
    part = piece.around(number)
    before, after = piece.folded[part.start : number.start], _INSIDE.sub(" ", piece.folded[number.end : part.end])
    after = _WRAPPED.sub(" ", after)
    # "at least 6 months in care", "half a year or more behind a bar"
    least = 0.5 if _AT_LEAST.search(before) or before.endswith("half ") else 1
    if not least <= years <= _MOST or not _behind().match(after):
        return False
    item = _ITEM_END.split(after, maxsplit=1)[0]
    if demanding := _demanding().search(before):
        return not _something_else().search(piece.folded[part.start + demanding.start() : number.end] + item)
    if _something_else().search(item):
        return False
    if _joined().search(before):  # "we expect a diploma and not less than three years in …"
        return True
    if _CONSIDERED.search(before):
        return True
    refused = _WITHOUT.fullmatch(before) and _any("refusing").search(piece.folded, number.end)
    if refused or _is_listed(piece, number, before):
        return True
    return not _something_else().search(before) and _heads(piece, number, before)


def _heads(piece: Piece, number: Span, before: str) -> bool:
    """Whether the years begin an item or a sentence among the requirements."""
    long = piece.end - piece.start > _ITEM and not _is_of_headed_list(piece, number)
    if long or _is_out_of_place(piece, number):
        return False
    opening = before[_behind_mark(before) :]
    labelled = _FRONT.match(opening)
    if labelled and _any("of_candidate").search(labelled["label"]):
        opening = opening[labelled.end() :]
    elif weighed := _weighed_list(piece, opening):
        labelled, opening = weighed, opening[weighed.end() :]
    elif piece.section.kind != "profile":
        labelled = None
    if labelled or piece.section.kind == "profile":
        opening = re.split(r"[,;/•|]\s", opening)[-1]  # « Profil : H/F, 3 ans dans le bâtiment »
    if opening and not _opening().fullmatch(opening):
        return False
    return not (piece.label is not None and piece.label.end < piece.start and _is_value(piece))


def _is_of_headed_list(piece: Piece, number: Span) -> bool:
    """Whether years stand behind a semicolon of a list that asks: « Sont requis : un diplôme ; six années de … »."""
    head = _LIST_HEAD.match(piece.folded)
    behind = head is not None and head.end() <= piece.around(number).start
    return behind and head is not None and _any("of_candidate").search(head.group()) is not None


def _is_out_of_place(piece: Piece, number: Span) -> bool:
    """Whether the section asks for nothing, unless a heading that is not known as one has ended it.

    Words that say how strongly the years are wanted, be it the heading's or an answer's, show that it has.
    """
    kind = piece.section.kind
    away = kind in _words()["elsewhere"] or (kind in _words()["of_itself"] and not _is_line(piece))
    weighed = piece.governed or answer(piece) or resumed(piece)
    return away and not (weighed or is_cued(piece, with_complement(piece, number)))


def _is_listed(piece: Piece, number: Span, before: str) -> bool:
    """Whether years are a further thing of a list that asks: « il faut un CAP et deux ans de … ».

    A verb demands it, a label heads it, a cue weighs the years, or it has named what is asked of people.
    """
    if _is_out_of_place(piece, number):
        return False
    label = _LIST_HEAD.match(before, _behind_mark(before))
    label = label if label and _any("of_candidate").search(label.group()) else None
    parts = [found.end() for found in _FURTHER.finditer(before)] + _short_lines(piece, number, before)
    parts += [label.end()] if label else []
    at = next((end for end in sorted(parts, reverse=True) if _opening().fullmatch(before, end)), None)
    if at is None:
        return False
    head = label or _demanding_verb().search(before, 0, at)
    if head is not None and not _NEW_CLAUSE.search(before, head.end(), at):
        return True
    return is_cued(piece, with_complement(piece, number)) or _names_others(before[:at])


def _short_lines(piece: Piece, number: Span, before: str) -> list[int]:
    """Where the lines before the years begin if they are short: a list whose line breaks were taken for wraps."""
    lines = piece.raw[number.start - len(before) : number.start].split("\n")
    ends = [sum(len(line) + 1 for line in lines[:at]) for at in range(1, len(lines))]
    return ends if max(map(len, lines)) <= _SHORT else []


def _names_others(before: str) -> bool:
    return _OTHERS.search(before) is not None or language_words.names().search(before) is not None


def _weighed_list(piece: Piece, opening: str) -> re.Match[str] | None:
    """What stands before a list that a cue is said of: « All the rest is a wish, not a condition: three years … »."""
    head = _LIST_HEAD.match(opening)
    return head if head and any(cue.opening or cue.end <= head.end() for cue in cues_of(piece)) else None


def _behind_mark(before: str) -> int:
    """Where the words begin behind the mark of an item."""
    found = _MARK.match(before)
    return found.end() if found else 0


def _is_line(piece: Piece) -> bool:
    """Whether the piece is a line or a list item of its own."""
    text = piece.posting.text
    return text[: piece.start].rstrip(" \t").endswith("\n") and not text[piece.end :].lstrip(" \t.")[:1].strip()


def _is_value(piece: Piece) -> bool:
    """Whether the line is what a label above it asks for, which speaks of no years: « Durée / 2 ans »."""
    label = folded(piece.label.of(piece.posting.text)) if piece.label else ""
    return _any("other_labels").search(label) is not None


def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = table("facts_experience.toml")["asked"]
    return words


@cache
def _any(kind: str) -> re.Pattern[str]:
    """Finds any of the phrases of a kind."""
    return pattern(_words()[kind])


@cache
def _run_in() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\|\s?|[.;]\s)(?P<label>[^:|;=]{{3,{_LABEL}}}?){_LEADER}(?:\||\()?\s?$")


@cache
def _bare_number() -> re.Pattern[str]:
    return re.compile(r"(?<![\w,/])(?<!\d[.])(?P<number>\d{1,2})(?![\w%/]|[.,]\d)(?!\s{1,2}(?:%|€|h\b|a\s\d))")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{one_of(_words()['opening'])})\s{{0,2}}){{0,4}}")


@cache
def _demanding() -> re.Pattern[str]:
    words = _words()
    return re.compile(rf"(?<!\w)(?:{one_of(words['demanding'])})\s(?:(?:{one_of(words['opening'])})\s{{0,2}}){{0,4}}$")


@cache
def _joined() -> re.Pattern[str]:
    """A verb that demands with a first thing that it demands, to which "and" joins the least number of years."""
    words, least = _words(), table("facts_experience.toml")["practice"]["least_before"]
    return re.compile(
        rf"(?<!\w)(?:{one_of(words['demanding'])})\s[^.;:!?]{{3,80}},?\s(?:and|et)\s(?:have\s|has\s|avoir\s)?(?:{one_of(least)})\s{{0,2}}$"
    )


@cache
def _demanding_verb() -> re.Pattern[str]:
    return pattern(_words()["demanding"])


@cache
def _behind() -> re.Pattern[str]:
    words = _words()
    least = rf"(?:\s?,?\(?{alternatives(table('facts_experience.toml')['practice']['least_behind'])}\)?)?"
    return re.compile(
        rf"'?s?{least},?\s{{1,2}}(?:{alternatives(words['behind'])}|d'|[a-z]{{3,14}}ing(?!\w))|'\s[a-z]{{4,}}"
    )


@cache
def _something_else() -> re.Pattern[str]:
    words = table("facts_experience.toml")
    asked, people = words["asked"], words["asked"]["people"]
    return pattern(
        [*(word for word in words["practice"]["something_else"] if word not in people), *asked["something_else"]]
    )
