"""Whether those who speak a language are others than who is looked for. Words are in `data/facts_languages.toml`."""

from __future__ import annotations

import re

from assistant.domain import Span
from assistant.facts import language_words
from assistant.facts.cues import cues_of
from assistant.facts.folded import folded
from assistant.facts.language_tasks import is_done_by_others
from assistant.facts.pieces import Piece

_TOKEN = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\([^()]*\)")
# « un agent qui s'occupe du courrier en anglais », "a colleague who deals with callers in French"
_CARED_FOR = re.compile(
    r"\b(?:qui (?:s'occupe|se charge|gere|assure|tient)|who (?:takes care|deals|handles|looks after)"
    r"|(?:equipe|collegues?|team|colleagues?)\s(?:deja\s|already\s)?(?:couvre\w*|covers?))\b"
    r"[^.;:!?]{0,60}$"
)
# « parlent kanouri et haoussa entre eux », "chat in Danish among themselves"
_AMONG_THEM = re.compile(
    r"[^.;:!?]{0,40}\b(?:entre (?:eux|elles)|(?:among(?:st)?|between) themselves|(?:with|to) each other)\b"
)
_DONE_BY = re.compile(r",\s(?:mais\s)?c'est\s(?!vous|toi|a vous|a toi|donc)[\w'. -]{2,30}?\squi\b")
_TEAM = re.compile(r"\b(?P<who>\w+)\s(?:is|are|was|were)\s(?:all\s|mostly\s|mainly\s|both\s)?$")
# « …, Hédi parle aussi français et italien »: someone with a name of their own speaks it
_NAMED_ONE = re.compile(
    r"(?:[,;:(]\s|\b(?:et|and|car|as|since|because)\s)[A-ZÀ-Ý][a-zà-ÿ'-]+(?:\s(?:et|and)\s[A-ZÀ-Ý][a-zà-ÿ'-]+)?"
    r"\s(?:parle(?:nt)?|speaks?)\s(?:(?:aussi|also|bien|déjà|already|le|l['’]|un peu|a little|some)\s?){0,2}"
    r"(?:[^\W\d]{3,14}\s(?:et|and)\s(?:le\s|l['’])?)?$"
)
# « Le chef parle créole et français », and not « le chef de projet parle … »
_HEAD = re.compile(
    r"\b(?:le|la|notre|the|our)\s(?P<who>chef(?:fe)?|chief|gerante?|manager|directeur|directrice|director|maitre)"
    r"\s(?:parle|speaks)\s(?:(?:aussi|also|bien|un peu|some|le)\s|l'){0,2}(?:[^\W\d]{3,14}\s(?:et|and)\s(?:le\s|l')?)?$"
)
# "because so many local families speak it, spoken Urdu is required"
_SPEAK_IT = re.compile(
    r"\b(?:(?:speaks?|uses?|understands?) (?:it|them)|(?:le|la|les) (?:parlent?|comprennent|utilisent))\b[^,;]{0,20},\s"
)
_THEN_TRANSLATED = re.compile(r"\s(?:et|puis|and|then)\s(?:sont\s|are\s|then\s)?(?:traduit|translated)")


def is_of_others(piece: Piece, span: Span, before: str) -> bool:
    """Whether those who speak it are not the candidates: « les habitants parlent peul »."""
    lists, before = language_words.lists(), _SPEAK_IT.split(before)[-1]
    if language_words.of_place().search(before) and not set(_words(piece.folded)) & (lists.candidate | lists.must):
        return True
    named = _NAMED_ONE.search(piece.raw, max(0, span.start - 80), span.start)
    if named and not set(_words(folded(named.group()))) & lists.candidate:
        return True
    if is_done_by_others(piece, span) or _CARED_FOR.search(before) or _AMONG_THEM.match(piece.folded, span.end):
        return True
    if _DONE_BY.match(piece.folded, span.end) or _THEN_TRANSLATED.match(piece.folded, span.end):
        return True
    if (head := _HEAD.search(before)) and head["who"] not in folded(piece.posting.title.of(piece.posting.text)):
        return True
    if (team := _TEAM.search(before)) and team["who"] in lists.others:  # "our buyers are Dutch"
        return True
    words = _words(_BRACKETS.sub(" ", before)[-120:])  # « wolof (les femmes ne parlent que ça) et l'arabe »
    spoken = [index for index, word in enumerate(words) if word in lists.spoken]
    clause = piece.around(span)
    near = [cue for cue in cues_of(piece) if cue.kind == "weak" and clause.start <= cue.start < clause.end]
    weak = any(cue.start >= span.end or cue.side == "before" for cue in near)
    if not spoken or weak or set(words) & lists.candidate or set(_words(clause.of(piece.folded))) & lists.must:
        return False
    subject = words[max(0, spoken[-1] - 5) : spoken[-1]]
    return bool(set(subject) & lists.others) or subject[-2:-1] in (["nos"], ["our"], ["leurs"], ["their"])


def _words(text: str) -> list[str]:
    return _TOKEN.findall(text.replace("'", " "))
