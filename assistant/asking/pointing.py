"""Pronouns that surely stand for things told before: "the first … the second", "either", « où elles sont exigées »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking.lexicon import Tag, Word, holds, words_of
from assistant.resources import table

_END = r"(?=\s*(?:[?,;.!)]|$))"
_FIRST = re.compile(r"(?i)\b(?:the first(?: one)?|the former|l[ea] premi(?:er|ère|ere))\b")
_SECOND = re.compile(
    r"(?i)\b(?:the second(?: one)?|the latter|the other(?: one)?|l[ea] (?:seconde?|deuxi[èe]me)|l['’]autre)\b"
)
# One of the two alone: "Where is the second compulsory?", « le second est-il exigé ? », "… the latter".
_ALONE = r"(?=\s(?:est|n['’]est|is|isn['’]t|must|doit|only|compulsory|required|mandatory|obligatoire|exigé|requis)\b)"
_FIRST_ALONE = re.compile(rf"(?i)\b(?:the former\b(?! \w)|(?:the first(?: one)?|l[ea] premi(?:er|ère|ere)){_ALONE})")
_SECOND_ALONE = re.compile(rf"(?i)\b(?:the latter\b|(?:the second(?: one)?|l[ea] (?:seconde?|deuxi[èe]me)){_ALONE})")
_EITHER = re.compile(
    r"(?i)\b(?:l['’]une? (?:ou|et/ou) l['’]autre|l['’]une? des deux|l['’]une? de ces(?: deux)? langues|one or the other"
    rf"|either(?: one)? of (?:them|these|those|the two)|either (?:language|one)|one of the two|either{_END})"
)
_BE = r"(?:est|sont|soit|soient|serait|seraient|sera|seront|était|étaient)"
_SUBJECT = re.compile(
    rf"(?i)\b(?:(?P<fr>ils?|elles?)(?=\s(?:n['’]|ne\s(?:l['’])?)?{_BE}\b)|(?P<turned>{_BE}-(?:ils?|elles?))\b"
    r"|(?P<en>they)(?=\s(?:are|aren['’]t|were|would be|be)\b)|(?P<asked>(?:are|aren['’]t|were) they)\b)"
)
# « sans qu'on m'en réclame une », "without being asked for one".
_ASKED_OF = r"(?:(?:qu['’]on|que l['’]on|qu['’]il faille|que je doive)\s)?(?:(?:m|vous|nous|me)\s?['’]?\s?)?"
_OWING = r"(?:(?:avoir|devoir|être obligée?)\s(?:à\s|besoin\s)?)?"
_WITHOUT = re.compile(
    rf"(?i)\b(?:(?P<fr>sans)\s{_ASKED_OF}{_OWING}"
    r"(?:(?:d['’])?en\s\w+(?:\s(?:une?|aucune?))?|(?:l[ae]\s|les\s|l['’])\w+(?:er|ir|re))"
    r"|(?P<en>without)\s"
    r"(?:(?:(?:ever )?(?:being|having|needing) (?:asked|required|to|made)\s?(?:for|to \w+)?|\w+ing)\s)?"
    rf"(?:one|it|them|any)){_END}"
)
# "Which are looking for that?", « qui exige cela ? »
_DEMANDED = re.compile(
    r"(?i)\b(?P<verb>(?:(?:look|ask|call|search|hir)(?:s|ing|e|es)? for|insist(?:s|ing)? on"
    r"|(?:want|need|seek|demand|mention|expect)(?:s|ing)?|requir(?:es?|ing)|(?:valu|appreciat)(?:es?|ing)"
    r"|(?:demand|cherch|recherch|souhait|appréci|apprecie|mentionn|réclam|reclam|valoris|impos)(?:e|ent|ée?s?)"
    r"|(?:cares?|talks?|asks?) about|speaks? of|parle(?:nt)? de|se soucie(?:nt)? de"
    r"|exig(?:e|ent)|requièrent|requiert|veut|veulent|tiennent à|tient à|insistent sur)) "
    rf"(?:that|this|cela|ça|ca){_END}"
)
_LED = 3  # words between a pronoun's verb and what it says of the thing


def points_back(question: str) -> bool:
    """Whether a question surely takes up what was told before it, whatever else it names."""
    ordinals = _FIRST.search(question) and _SECOND.search(question)
    ordinals = ordinals or _FIRST_ALONE.search(question) or _SECOND_ALONE.search(question)
    return bool(ordinals or _EITHER.search(question) or _WITHOUT.search(question) or _DEMANDED.search(question))


def points_as_subject(question: str) -> bool:
    """Whether the subject of a question is what was told before it: « où il n'est pas imposé »."""
    return _subject(question) is not None


def with_each(question: str, said: str, words: Sequence[Word], things: Sequence[Tag]) -> str:
    """The question with two things told before it in the places of "the first", "the second", or of "either"."""
    named = list({tag.first: said[words[tag.first].start : words[tag.last - 1].end] for tag in things}.values())
    if len(named) < 2 or not points_back(question):
        return ""
    if _FIRST.search(question) and _SECOND.search(question):
        return _SECOND.sub(lambda _: named[-1], _FIRST.sub(lambda _: named[0], question))
    if _FIRST_ALONE.search(question) or _SECOND_ALONE.search(question):
        return _SECOND_ALONE.sub(lambda _: named[1], _FIRST_ALONE.sub(lambda _: named[0], question))
    joint = "ou" if re.search(r"(?i)\bou\b|l['’]une?\b", question) else "or"
    return _EITHER.sub(lambda _: f"{named[-2]} {joint} {named[-1]}", question) if _EITHER.search(question) else ""


def with_thing(question: str, thing: str) -> str:
    """The question with the thing told before it in the place of a subject, or of what it may go without."""
    if _WITHOUT.search(question):
        return _WITHOUT.sub(lambda found: f"{found['fr'] or found['en']} {thing}", question)
    if _DEMANDED.search(question):
        return _DEMANDED.sub(lambda found: f"{found['verb']} {thing}", question)
    found = _subject(question)
    if found is None:
        return ""
    verb = found["turned"] or (found["asked"] or "").partition(" ")[0]
    named = f"{thing} {verb}" if found["turned"] else f"{verb} {thing}".strip()
    return question[: found.start()] + named + question[found.end() :]


def _subject(question: str) -> re.Match[str] | None:
    """A pronoun of which it is said whether it is demanded: "where are they required?", « où il n'est pas imposé »."""
    modality = table("asking.toml")["modality"]
    marks = [*modality["required"], *modality["asset"]]
    for found in _SUBJECT.finditer(question):
        behind = words_of(question[found.end() :])
        behind = behind[1:] if found["fr"] or found["en"] else behind
        if any(first <= _LED for first, _ in holds(behind[: 2 * _LED], marks)):
            return found
    return None
