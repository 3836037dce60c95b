"""What postings say of the topics of `data/topics.toml`: meal vouchers, on-call duty, remote work, and the like."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from assistant.asking.lexicon import Word, holds, words_around, words_of
from assistant.bearing import bears_on_job, breath_at, is_added, is_at_first, is_given
from assistant.chunks import sentence_at
from assistant.citations import section_at
from assistant.denial import is_denied, is_own_cost
from assistant.domain import Fact, Modality, Posting, Span
from assistant.facts.folded import folded
from assistant.facts.pieces import speaks_of_other_jobs
from assistant.facts.quotes import with_answer
from assistant.facts.seams import apart
from assistant.phrases import places
from assistant.ticks import as_ticked, as_written
from assistant.topic_places import topic_places
from assistant.topics import in_order, is_branch, parts_of, topics
from assistant.weighing import is_a_plus, speaks_of_a_plus

_BELOW = re.compile(r"[ \t*]*\n[ \t]*(?P<said>[^\n?]{3,140}?(?:[.!](?=\s|$)|(?=\n|$)))")
_DENIES = re.compile(
    r"(?i)(?:non(?!-)|no(?=\s*(?:[,.!;]|$))|pas (?:besoin|du tout|nécessaire|obligatoire|exigé|demandé)"
    r"|aucune?(?= (?:n['’]|des deux\b))|ni l['’]une? ni l['’]autre"
    r"|(?:il|elle|ce|cela|ça) n['’](?:est|en faut) pas|(?:it|that)(?:\sis not|\sisn['’]t|['’]s not)"
    r"|not (?:needed|required|necessary)|you don['’]t)\b"
)
_END = re.compile(r"[.!?]\s+[A-ZÀ-Ý]|;|,[ \t]*\n|\n\s*(?:\n|[-•*–·])")  # of a sentence, or of an item of a list
_LABEL = re.compile(r"[^\W\d_][^.:;!?\n]{3,36}")
_VALUE = re.compile(r"[ \t]*\n[ \t]*\d{1,3}(?!\d|[.)/°])[^\n]{0,120}")
_LINE = re.compile(
    r"[ \t]*\n[ \t]*(?:\|[ \t]*)?[^\W\d_](?![^\n]{0,120}:[ \t]*\n)[^\n|]{2,120}(?=\n[ \t]*[^a-zß-ÿ \t]|\s*$)"
)
_HEADING = re.compile(r"(?:[-•*#\d.)]{1,4}\s)?[^\W\d_][^.;!?\n]{3,60}")
_ITEMS = re.compile(
    r"(?:[ \t]*:?[ \t]*\n\s{0,8}(?:[-–—•·*▪◦●>✓➢o]|[A-Za-z]?\d{1,2}(?:[.):°]|(?=[ \t]))|[a-h][.)])[^\n]{3,240}){1,8}"
)
_ASIDE = re.compile(r"\([^()\n]{3,60}\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]«»\"]+")
_SHORTLY = 220  # characters before what is said `nearby` in which its topic is named
_FURTHER = 6  # words behind a phrase over the end of a sentence in which another may end
_OFTEN = 3  # sentences by which a posting is of a field of work that its title does not name


def mentions_of(posting: Posting) -> tuple[Fact, ...]:
    """What a posting says of every topic that it speaks of, with the topic (a key of the table) as `detail`."""
    ticked = as_ticked(posting)
    return tuple(
        replace(fact, detail=topic)
        for topic, numbers in topic_places(ticked.text).items()
        for fact in as_written(posting, _facts(ticked, topic, words_around(ticked.text, numbers)))
    )


def facts_on(posting: Posting, topic: str) -> tuple[Fact, ...]:
    """The sentences of a posting that speak of a topic or of one that it includes, in their order; one that denies it
    has the value "no".
    """
    ticked = as_ticked(posting)
    words = words_of(ticked.text)
    return in_order(fact for part in parts_of(topic) for fact in as_written(posting, _facts(ticked, part, words)))


def denials(posting: Posting, phrases: Sequence[str]) -> tuple[Fact, ...]:
    """The sentences of a posting that deny what the phrases name: « pas besoin de permis », « Wolof ? Pas besoin »."""
    return tuple(with_answer(posting.text, fact) for fact in sentences_on(posting, phrases) if fact.value == "no")


def sentences_on(posting: Posting, phrases: Sequence[str]) -> tuple[Fact, ...]:
    """The sentences of a posting that hold one of the phrases, in their order; of one that denies it, "no"."""
    words = words_of(posting.text)
    found: dict[int, Fact] = {}
    for fact in (_said(posting, words, place).fact for place in holds(words, phrases)):
        if fact.value == "no" or fact.start not in found:
            found[fact.start] = fact
    return tuple(_with_answer_below(posting.text, found[start]) for start in sorted(found))


def _with_answer_below(text: str, fact: Fact) -> Fact:
    """A question with the sentence on the line below that answers it: « Le permis ? / Il n'est pas demandé. »."""
    found = _BELOW.match(text, fact.end) if fact.quote.endswith("?") else None
    if found is None:
        return fact
    value = "no" if _DENIES.match(found["said"]) else fact.value
    return replace(fact, value=value, quote=text[fact.start : found.end()], end=found.end())


@dataclass(frozen=True)
class _Said:
    """A sentence that holds a phrase, and the breath of it in which the phrase stands."""

    fact: Fact
    breath: Span
    phrase: Span


def _said(posting: Posting, words: Sequence[Word], place: tuple[int, int]) -> _Said:
    """The sentence of a phrase, and whether it denies it."""
    at = words[place[0]].start
    sentence = sentence_at(posting, at)
    if sentence.end <= (last := words[place[1] - 1].start):  # « Sélection », and below it « Épreuve écrite »
        at, sentence = last, sentence_at(posting, last)
    span = next((part for part in apart(posting.text, sentence) if part.start <= at < part.end), sentence)
    breath = breath_at(posting.text, span, at)
    denied = is_denied(posting.text, words, place, breath)
    modality: Modality = "asset" if speaks_of_a_plus(breath.of(posting.text)) else "stated"
    value = "no" if denied else "yes"
    told = _with_value(posting.text, span)
    fact = Fact(posting.id, "mention", value, modality, told.of(posting.text), told.start, told.end)
    return _Said(fact, breath, Span(at, max(at, words[place[1] - 1].end)))


def _with_value(text: str, span: Span) -> Span:
    """A label that stands alone on its line, with its value on the line below: « Personnes encadrées / 3 »."""
    alone = _LABEL.fullmatch(span.of(text)) and not text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
    value = _VALUE.match(text, span.end) if alone else None
    return Span(span.start, value.end()) if value else span


def _facts(posting: Posting, topic: str, words: Sequence[Word]) -> tuple[Fact, ...]:
    entry = topics()[topic]
    if is_branch(topic):
        return _of_branch(posting, entry, words)
    within = partial(_places, posting.text, words, entry)
    spoken, things = [*holds(words, entry["words"]), *within("stated")], within("things")
    spoken += [place for place in within("nearby") if _is_behind(posting, words[place[0]].start, entry["near"])]
    if spoken or things:
        other = [*within("unless"), *_names(posting, words), *_in_addresses(posting, words)]
        spoken, things = _apart_from(spoken, other), _apart_from(things, other)
    found = [_said(posting, words, place) for place in spoken]
    given = [_said(posting, words, place) for place in things]
    found += [s for s in given if s.fact.value == "no" or is_given(posting, s.breath) or is_added(posting, s.phrase)]
    against = [*holds(words, entry.get("against", ())), *within("refused")]
    found += [_as(_said(posting, words, place), "no") for place in against]
    counted = [_given(posting, entry, said) for said in found if _counts(posting, entry, said)]
    if entry.get("below"):
        counted = [_with_line_below(posting, said) for said in counted]
    if entry.get("listed"):
        counted = [_with_list(posting, said) for said in counted]
    sure = [_as(_said(posting, words, place), "yes") for place in [*within("sure"), *_in_title(posting, entry, words)]]
    return _by_sentence(counted, [said for said in sure if _counts(posting, entry, said)])


def _is_behind(posting: Posting, at: int, phrases: Sequence[str]) -> bool:
    """Whether one of the phrases stands shortly before a place, in its paragraph, and neither among the duties nor in
    what the job gives.
    """
    section = section_at(posting, at)
    if section is not None and section.kind in ("missions", "conditions", "profile", "skills"):
        return False
    before = posting.text[max(0, at - _SHORTLY) : at].rpartition("\n\n")[2]
    return bool(holds(words_of(before), phrases))


def _with_line_below(posting: Posting, said: _Said) -> _Said:
    """A label alone on its line with the words of the line below it: « Supérieur hiérarchique / Chef de projet »."""
    fact = said.fact
    alone = _LABEL.fullmatch(fact.quote) and "|" not in fact.quote
    value = _LINE.match(posting.text, fact.end) if alone else None
    if value is None or posting.text[posting.text.rfind("\n", 0, fact.start) + 1 : fact.start].strip():
        return said
    quote = posting.text[fact.start : value.end()]
    return replace(said, fact=replace(fact, quote=quote, end=value.end()))


def _with_list(posting: Posting, said: _Said) -> _Said:
    """A heading with the list that it stands over: « Livrables attendus / L1 note de cadrage / L2 rapport »."""
    fact = said.fact
    heading = fact.quote.partition("\n")[0].rstrip()
    found = _ITEMS.match(posting.text, fact.start + len(heading)) if _HEADING.fullmatch(heading) else None
    if found is None or found.end() < fact.end:
        return said
    return replace(said, fact=replace(fact, quote=posting.text[fact.start : found.end()], end=found.end()))


def _in_title(posting: Posting, entry: Mapping[str, Any], words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where brackets of the title state a topic: « Assistant de projet (étudiant) »."""
    title = posting.title
    found = [(title.start + each.start(), title.start + each.end()) for each in _ASIDE.finditer(title.of(posting.text))]
    places = holds(words, entry.get("titled", ())) if found else []
    return [place for place in places if any(start < words[place[0]].start < end for start, end in found)]


def _of_branch(posting: Posting, entry: Mapping[str, Any], words: Sequence[Word]) -> tuple[Fact, ...]:
    """The title that puts a posting in a field of work, or the sentences that do."""
    title = posting.title
    titled = _apart_from(holds(words, entry["titled"]), holds(words, entry.get("not_titled", ())))
    if any(title.start <= words[first].start < title.end for first, _ in titled):
        return (Fact(posting.id, "mention", "yes", "stated", title.of(posting.text), title.start, title.end),)
    other = [*_names(posting, words), *_in_addresses(posting, words)]
    spoken = _apart_from(holds(words, entry["spoken"]), other)
    found = {said.fact.start: said.fact for said in (_said(posting, words, place) for place in spoken)}
    often = [replace(found[start], value="yes", modality="stated") for start in sorted(found)]
    return tuple(often) if len(often) >= _OFTEN else ()


def _by_sentence(found: Sequence[_Said], sure: Sequence[_Said]) -> tuple[Fact, ...]:
    """One fact a sentence, in their order.

    A breath that denies a thing once denies it; a sentence speaks of it where one of its breaths does, and what is
    `sure` whatever stands about it.
    """
    breaths: dict[int, _Said] = {}
    for said in found:
        if said.fact.value == "no" or said.breath.start not in breaths:
            breaths[said.breath.start] = said
    breaths |= {said.breath.start: said for said in sure}
    kept: dict[int, Fact] = {}
    for said in breaths.values():
        if said.fact.value == "yes" or said.fact.start not in kept:
            kept[said.fact.start] = said.fact
    return tuple(kept[start] for start in sorted(kept))


def _as(said: _Said, value: str) -> _Said:
    return replace(said, fact=replace(said.fact, value=value))


def _places(text: str, words: Sequence[Word], entry: Mapping[str, Any], kind: str) -> list[tuple[int, int]]:
    """Where phrases of a kind stand, each within one sentence."""
    phrases = tuple(entry.get(kind, ()))
    found = places(words, phrases)
    for first, last in [each for each in found if _is_cut(text, words, *each)]:  # it may have hidden another
        within = places(words[first + 1 : last + _FURTHER], phrases)
        found += [(first + 1 + at, first + 1 + end) for at, end in within]
    return [each for each in dict.fromkeys(found) if not _is_cut(text, words, *each)]


def _is_cut(text: str, words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a sentence ends within the words from `at` to `end`."""
    return _END.search(text, words[at].start, words[end - 1].end) is not None


def _names(posting: Posting, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where the words are part of the employer's name: « Maison des Femmes » does not speak of women."""
    name = posting.organisation.of(posting.text)
    found = re.finditer(re.escape(name), posting.text, re.IGNORECASE) if " " in name else ()
    within = ([n for n, w in enumerate(words) if match.start() <= w.start < match.end()] for match in found)
    return [(numbers[0], numbers[-1] + 1) for numbers in within if numbers]


def _in_addresses(posting: Posting, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where the words are part of an address on the web: « /fr/commission-x » speaks of no commission."""
    found = _ADDRESS.finditer(posting.text) if "://" in posting.text or "www." in posting.text else ()
    within = ([n for n, w in enumerate(words) if match.start() <= w.start < match.end()] for match in found)
    return [(numbers[0], numbers[-1] + 1) for numbers in within if numbers]


def _counts(posting: Posting, entry: Mapping[str, Any], said: _Said) -> bool:
    """Whether a breath speaks of a topic and not of something beside it."""
    if entry.get("weighed") and speaks_of_other_jobs(folded(said.fact.quote)):
        return False  # "a pool … with linguistic profiles (bilingual imperative)"
    elsewhere = entry.get("without", ())
    beside = elsewhere and holds(words_of(said.breath.of(posting.text)), elsewhere)
    return not beside and bears_on_job(posting, entry, said.breath)


def _given(posting: Posting, entry: Mapping[str, Any], said: _Said) -> _Said:
    """What is given as it is: denied where who is hired pays for it or has it only at first, and never a mere plus."""
    if entry.get("weighed") and is_a_plus(posting, said.phrase, said.fact):
        return replace(said, fact=replace(said.fact, value="yes", modality="asset"))  # « un atout et non une exigence »
    stated = replace(said, fact=replace(said.fact, modality="stated"))
    if not entry.get("given"):
        return stated if entry.get("plain") or entry.get("weighed") else said
    quote, at = said.breath.of(posting.text), max(0, said.phrase.start - said.breath.start)
    withheld = is_own_cost(quote, at) or (is_at_first(quote) and not entry.get("initial"))
    return _as(stated, "no") if withheld else stated


def _apart_from(spoken: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places that share no word with a phrase that means something else: « dimanche 7 juin »."""
    return [place for place in spoken if not any(start < place[1] and place[0] < end for start, end in other)]
