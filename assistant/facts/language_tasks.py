"""Languages that one has to know for what is done in them: « c'est vous qui l'écrirez dans les deux langues »."""

from __future__ import annotations

import re

from assistant.domain import Span
from assistant.facts import language_words
from assistant.facts.cues import cues_of
from assistant.facts.folded import folded
from assistant.facts.pieces import Piece

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?]\s")
# "Gaelic: you need to be fluent", « Breton : il faut être à l'aise »
_TOLD_OF = re.compile(
    r"\s?:\s(?:you (?:need|have|must|should|will need)|il (?:vous |te |nous )?faut|vous devez|tu dois)\b[^.;!?]{0,40}"
    r"\b(?:fluent|fluently|comfortable|at ease|bilingual|native|parler|speak|lire|read|ecrire|write|a l'aise|courant\w*"
    r"|couramment|bilingue)\b"
)
_IN_BOTH = re.compile(
    r"[^.!?]{0,120}\b(?:vous|tu|you)\b[^.!?]{0,60}\b(?:dans\s(?:les|ces|chacune\sdes)\s(?:deux|trois)\slangues"
    r"|in\s(?:both|the\stwo|these\stwo|all\sthree|each)(?:\s(?:of\s)?(?:the\s|them\b|these\s)?(?:languages?)?)?)(?!\w)"
)
# "You will write every application yourself, half of them in X", not "you will write your application in X"
_WRITTEN = re.compile(
    r"\b(?:you (?:will|are to|must|have to)|you'll|vous|tu|c'est vous qui(?: l[ea]s?)?) (?:\w+ )?"
    r"(?:write|draft|edit|prepare|(?:redig|ecri)\w{0,6})\b(?:(?!\b(?:your|votre|vos|ton|ta)\b)[^.;!?]){0,100}\b(?:in|en)\s$"
)
# « les entretiens sont menés directement en X avec les jeunes », « votre cours se donne en X »
_TASKS = re.compile(
    r"\b(?:(?:enquetes?|consultations?|seances?|animations?|visites?|soins|appels?|permanences?|sessions?|visits|calls"
    r"|(?P<talks>entretiens?|interviews?))\s(?:[^.;!?]{0,40}\s)?"
    r"(?:se\s(?:font|fait|menent|mene|deroulent|deroule|passent|tiennent)|ont lieu|take place"
    r"|(?:sont|est|are|is)\s(?:mene|conduit|realise|conducted|carried out|held|done)\w*)"
    r"|(?P<lessons>(?:lessons?|classes|instruction|teaching|tuition)\s(?:is|are|will be)"
    r"(?:\s(?:given|taught|held|done|delivered))?"
    r"|(?:enseignement|cours)\s(?:est|sont|se)\s(?:donne|dispense|fait|font)\w*)"
    r"|(?:votre|vos|your)\s(?:cours|classes?|enseignements?|seminaires?|seminars?|ateliers?|workshops?|lectures?"
    r"|teaching|lessons?)\b[^.;!?]{0,40}?)\s(?:[\w']{4,14}\s){0,2}(?:en|in)\s$"
)
# Talks that are not those of a selection
_IN_FIELD = re.compile(
    r"\b(?:enquet\w+|enumerat\w+|interviewers?|psycho\w+|menages?|households?|famil\w+|maisons?|jeunes|young|patient\w*"
    r"|beneficia\w+|meres|mothers|femmes|women|villag\w+|eleves|interpret\w+|refugi\w+|refugees?|usagers|users)\b"
)
_TEACHING = re.compile(
    r"\b(?:teach\w+|tutor|lecturer|instructor|trainer|enseignante?|professeure?|instituteur|institutrice|formateur|formatrice"
    r"|maitre|maitresse|animateur|animatrice)\b"
)
_OF_HIRING = re.compile(
    r"\b(?:candidat\w*|applicants?|selection\w*|preselection\w*|recrut\w+|recruitment|jury|shortlist\w*|visio\w*"
    r"|panel|embauche)\b|\d"
)
# « qui mènent leurs consultations en X », "able to hold your sessions in X"
_HOLDING = re.compile(
    r"\b(?:vous|tu|you|qui|who|must|to)\s(?:(?:will|devez|can|could|are able to)\s)?"
    r"(?:condui\w{2,5}|men(?:ez|er|ent|es)|anim(?:ez|er|ent|es)|tien(?:nent|drez)|assur(?:ez|er|ent)|hold|conduct|run|lead|teach|deliver"
    r"|enseign(?:ez|er|ent|es))"
    r"(?:\s(?:leurs?|ses|son|sa|vos|votre|tes|des|les|your|their|the|his|her)\s[\w'-]{4,16}(?:\s[\w'-]{3,14}){0,2})?"
    r"(?:\s(?:wholly|entirely|fully|comfortably|confidently|directly|entierement|aisement|directement|surtout))?\s(?:en|in)\s$"
)
_DOING = re.compile(  # "you will brief visitors in X and report in Y"
    r"\b(?:you (?:will|are to|must|have to)|you'll)\s(?:\w+ly\s)?(?:brief|report|present|negotiate|train|coach|answer"
    r"|chair|run|lead|facilitate|moderate|liaise|explain|argue|host|guide|sell|pitch|advise|interview|counsel"
    r"|supervise|mentor|speak|talk|deal|plead)\b"
    r"(?:(?!\b(?:your|colleagues?|interpreters?)\b)[^.;!?]){0,100}\b(?:in|en)\s$"
)
_OURS = re.compile(r"\b(?:notre|nos|our)\s\w+")
_OF_WORK = re.compile(r"\b(?:langues?|languages?)\s(?:des?\s|d'|of\s)[^.;:]{3,30}\s?:\s(?:l')?$")
_DOER = re.compile(
    r"\s(?:(?:uniquement|seulement|surtout|only|mainly|mostly|exclusively)\s)?(?:par|by)\s(?P<who>(?:[\w'-]+\s?){1,4})"
)
_TRANSLATING = re.compile(
    r"\b(?:translat(?:e|es|ing|ors?)|interpret(?:ing|ers?)?|tradui(?:re|sez|sent)|traduct(?:eurs?|rices?))\b"
)
# « passe sans peine du français à l'arabe », "switches easily between French and Arabic"
_SWITCHING = re.compile(
    r"\b(?:pass(?:e|er|ez|ant)|bascul(?:e|er|ez|ant)|naviguez?|jonglez?|switch(?:es|ing)?|mov(?:e|es|ing)"
    r"|alternat(?:e|es|ing))\s(?:[\w']{3,14}\s){0,3}?"
    r"(?:du|de\sl'|entre\s(?:le\s|l')|between|from)\s?(?:[a-z]{4,12}\s(?:a\sl'|au|et\s(?:le\s|l')|to|and)\s?)?$"
)
_COMBINATION = re.compile(r"\b(?:combinaisons?|language combinations?|language pairs?|paires? de langues)\b")
# "renders English source text into Pashto and into Dari", « traduira vers le wolof »
_RENDERING = re.compile(
    r"\b(?:renders?|rendering|translat(?:es?|ing)|tradui\w{1,6})\b[^.;:!?]{0,60}\b(?:into|vers)\s(?:le\s|la\s|l')?$"
)
_RENDERS = re.compile(r"\b(?:renders?|rendering|translat(?:es?|ing))\s(?:the\s)?$")
_RENDERED = re.compile(r"\s(?:source\s)?(?:texts?|documents?|materials?|files?|speech)\s(?:into|to)\s")
_FROM = re.compile(r"\b(?:from|du|de l'|de la|de)\s?$")
_INTO = re.compile(r"\s(?:into|to|vers)\s")
_TO = re.compile(r"\b(?:from|du|de l'|de la|de)\s?\w{4,12}\s(?:into|to|vers)\s(?:le\s|l'|la\s)?$")


def is_worked_in(piece: Piece, span: Span) -> bool:
    """Whether the work is said to be done in a language by who is looked for."""
    before = _SENTENCE_END.split(piece.folded[: span.start])[-1]
    if _WRITTEN.search(before) or _DOING.search(before) or _TOLD_OF.match(piece.folded, span.end):
        return True
    if held := _HOLDING.search(before):
        return not _OF_HIRING.search(held.group()) and not is_done_by_others(piece, span)
    if _is_of_tasks(piece, span, before):
        return not is_done_by_others(piece, span)
    if _OF_WORK.search(before) and any(cue.enclosed and cue.start >= span.end for cue in cues_of(piece)):
        return True  # « Langue des cours : français (exigé) »
    both = _IN_BOTH.match(piece.folded, span.end)
    words = {*_WORD.findall(_OURS.sub(" ", before) + both.group())} if both else set()
    return both is not None and not words & language_words.lists().papers


def _is_of_tasks(piece: Piece, span: Span, before: str) -> bool:
    """Whether work that is named, and no step of the selection, is done in the language."""
    found = _TASKS.search(before)
    sentence = before + _SENTENCE_END.split(piece.folded[span.end :])[0]
    if found is None or _OF_HIRING.search(sentence) or piece.section.kind == "application":
        return False
    title = folded(piece.posting.title.of(piece.posting.text))
    if found["lessons"]:
        return _TEACHING.search(title) is not None
    return found["talks"] is None or _IN_FIELD.search(f"{title} {sentence}") is not None


def is_of_a_pair(piece: Piece, span: Span) -> bool:
    """Whether it is one of the two that one translates between: "translate from X into Y"."""
    if _SWITCHING.search(piece.folded, max(0, span.start - 60), span.start):
        return True
    before = piece.folded[max(0, span.start - 90) : span.start]
    if _RENDERING.search(before) or (_RENDERED.match(piece.folded, span.end) and _RENDERS.search(before)):
        return not is_done_by_others(piece, span)
    paired = _TRANSLATING.search(piece.folded) or _COMBINATION.search(piece.folded)
    if not paired or is_done_by_others(piece, span):
        return False
    before, after = piece.folded[max(0, span.start - 30) : span.start], piece.folded[span.end : span.end + 12]
    return _TO.search(before) is not None or (_FROM.search(before) is not None and _INTO.match(after) is not None)


def is_done_by_others(piece: Piece, span: Span) -> bool:
    """Whether those who do it in that language are named behind it: « menées en peul par des enquêteurs »."""
    found = _DOER.match(piece.folded, span.end)
    words = _WORD.findall(found["who"].replace("'", " ")) if found else []
    return found is not None and not {*words} & language_words.lists().doer
