"""The documents that a posting asks for. The words are in `data/facts_application.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain import Fact, Posting, Span
from assistant.facts.conditions import must_not_lack
from assistant.facts.dates import dates_in
from assistant.facts.denials import is_denied, without_reminders
from assistant.facts.enclosure_words import (
    LEAST_PAPERS,
    OF_PAPERS,
    goes_with,
    hands_in,
    opens_list,
    referees,
    shared_copies,
)
from assistant.facts.enclosure_words import words as terms
from assistant.facts.folded import folded
from assistant.facts.instead import without_replaced
from assistant.facts.pieces import Piece, pieces
from assistant.facts.quotes import distinct
from assistant.lines import strip_bullet

_DOCUMENT_START = re.compile(r"^(?:une?|an?|the|la|le|votre|your)\s+")
_LONGEST_ITEM = 120  # characters of a list item that names a document
_ADDRESS = re.compile(r"\w@\w|https?://|\bwww\.")  # « CV + lettre : contact@… »
_HEADED_WORDS = 2  # of a document that is known by its first word: « copies » alone is none
_SHORTEST_ITEM = 4
_SHORT_ITEM = 50  # characters of one in which the document may stand anywhere: "The experts' CVs"
_NEAR = 2  # sentences about one in which an address shows that it speaks of applying
_MOST_WORDS = 6  # of a document that nothing but its place in a list shows
_RECEIVED = re.compile(  # by those who apply: « recevront, le 21, un texte à corriger »
    r"(?<!\w)(?:recevr(?:ont|a|ez)|will (?:receive|get|be sent)|leur (?:sera|seront) envoye\w{0,2})(?!\w)[^.;:]{0,25}$"
)
_BRACKETS = re.compile(r"\([^()]{1,160}\)")
_VERB = re.compile(r"(?<!\w)(?:est|sont|sera|seront|doit|doivent|is|are|will|must|should|ne|peut|pourra)(?!\w)")
_CLAUSE = re.compile(r"[;.!?]\s")
_ITEM_END = re.compile(r"[;(]|[.,](?!\d)|\s[-–—]\s")
_LACKING = re.compile(r"(?<!\w)(?:sans|without|lacking)\s[^.;:,]{0,50}$")  # « dossier sans CV rejeté »
_WEAK_NEAR = 30  # characters behind a document in which a word can weaken it
_ITEM_MARK = re.compile(
    r"^\s*(?:(?:\d{1,2}|[a-h])\s?[.)/-]|>\s)\s{0,3}(?=\S)"
)  # of a counted list, which `strip_bullet` keeps


def enclosures(posting: Posting) -> list[Fact]:
    """The `document` facts of a posting."""
    found: list[Fact] = []
    listing, section = False, None
    parts = pieces(posting)
    for at, piece in enumerate(parts):
        if piece.section is not section:
            listing = listing and terms().document.fullmatch(_bare_item(folded(piece.section.heading))) is not None
            section = piece.section
        marked = strip_bullet(piece.raw) != piece.raw.lstrip()
        opens = not marked and len(piece.folded) <= _LONGEST_ITEM and opens_list(piece.folded)
        item = marked or (not opens and _bare_item(piece.raw) != piece.raw.lstrip())
        listed = item if item and (marked or listing) else listing and not opens and _is_known(piece)
        if not listed:
            listing = opens
        named = list(_referees(piece))
        near = any(_ADDRESS.search(each.raw) for each in parts[max(0, at - _NEAR) : at + _NEAR + 1])
        told = _documents(piece, listing and listed, near, marked=bool(item))
        found += [*named, *(fact for fact in told if not any(_overlap(fact, other) for other in named))]
    return _without_shorter(distinct(without_replaced(found)))


def _referees(piece: Piece) -> Iterator[Fact]:
    """Those who are to be named: « les noms de trois personnes de référence », "names of two referees"."""
    for found in referees().finditer(piece.folded):
        at = Span(*found.span())
        if not is_denied(piece, at):
            weak = terms().weak.search(piece.folded, at.end, at.end + _WEAK_NEAR)
            yield piece.fact("document", piece.words(at), at, modality="asset" if weak else "required")


def _overlap(one: Fact, other: Fact) -> bool:
    """Whether the value of one is a part of that of the other, in the same sentence."""
    return one.start == other.start and folded(str(one.value)).strip(" ,") in folded(str(other.value))


def _bare_item(raw: str) -> str:
    """A list item without its mark or number."""
    bare = strip_bullet(raw)
    return bare if bare != raw.lstrip() else _ITEM_MARK.sub("", bare, count=1)


def _is_known(piece: Piece) -> bool:
    """Whether a line without a list mark is a document all the same: « Certificat de résidence »."""
    words = terms()
    text = piece.folded.strip()
    if len(text) > _LONGEST_ITEM or _VERB.search(text):
        return False
    bare = words.article.sub("", text, count=1)
    begins = any(each.match(bare) or each.match(text) for each in (words.document, words.with_file, words.headed))
    return begins or (len(text) <= _SHORT_ITEM and words.document.search(text) is not None)


def _without_shorter(found: list[Fact]) -> list[Fact]:
    """The facts without documents such as « une lettre » where « lettre de candidature » is one too."""
    named = [_DOCUMENT_START.sub("", folded(str(fact.value))) for fact in found if fact.field == "document"]
    return [
        fact
        for fact in found
        if fact.field != "document"
        or not any(other.startswith(_DOCUMENT_START.sub("", folded(str(fact.value))) + " ") for other in named)
    ]


def _documents(piece: Piece, listed: bool, near: bool, *, marked: bool) -> Iterator[Fact]:
    """The documents of a piece; `listed` says that it is an item below « Constitution du dossier » or the like, perhaps
    `marked` as one, and `near` that an address stands in a sentence beside it.
    """
    if enumerated := _enumerated(piece):
        yield from enumerated
        return
    told = _told(piece)
    named = list(_named_documents(piece, listed or (told is not None and told.labelled), near, sent=told is not None))
    yield from named
    further = list(_further(piece, told, named)) if told else []
    yield from further
    if listed and marked and not named and not further:
        yield from _listed_document(piece)


@dataclass(frozen=True)
class _Told:
    at: Span
    labelled: bool  # behind a label, and not a verb of sending
    papers: bool = False  # a label that only papers stand behind


def _told(piece: Piece) -> _Told | None:
    """Where documents are told over beside other words: behind a label, or between a verb of sending and an address."""
    words, text = terms(), piece.folded
    label = folded(piece.label.of(piece.posting.text)) if piece.label else ""
    if words.list_label.fullmatch(label):
        start = _start_of(piece)
    elif opening := words.telling.match(text):
        start, label = opening.end(), opening.group()
    else:
        sent = words.sent.search(text) if "@" in text else None
        return _Told(Span(*sent.span("things")), labelled=False) if sent else None
    end = words.list_end.search(text, start)
    return _Told(Span(start, end.start() if end else len(text)), True, OF_PAPERS.search(label) is not None)


def _further(piece: Piece, told: _Told, named: Sequence[Fact]) -> Iterator[Fact]:
    """What is told over with documents and is one, though no table names it: "two drawings", « badge scanné »."""
    words, text = terms(), piece.folded
    items = list(_items(piece, told.at))
    if told.papers and named:
        items = [at for at in items if len(at.of(text).split()) <= _MOST_WORDS]
    else:
        items = [at for at in items if words.counted.match(at.of(text)) and piece.raw[at.start] not in "àÀ"]
    if told.labelled and not named:
        return
    bare = [_BRACKETS.sub("", at.of(text)) for at in items]
    if any(words.no_item.match(item) or words.whole_file.search(item) for item in bare):
        return
    for at in items:
        raw = piece.words(at)
        if not any(folded(str(fact.value)) in folded(raw) for fact in named):
            yield piece.fact("document", raw, at, modality="asset" if words.weak.search(folded(raw)) else "required")


def _enumerated(piece: Piece) -> list[Fact]:
    """The documents of a sentence that tells them over: « Dossier : une demande, un CV, une copie de la CNI »."""
    words, text = terms(), piece.folded
    opening = words.listing.search(text)
    known = (words.document, words.with_file, words.headed)
    if not opening or not any(each.search(text, opening.end()) for each in known):
        return []
    end = words.list_end.search(text, opening.end())
    found = []
    for at in _items(piece, Span(opening.end(), end.start() if end else len(text))):
        item = at.of(text)
        if len(item) > _LONGEST_ITEM or dates_in(item, piece.posting.language) or words.no_item.match(item):
            return []
        weak = words.weak.search(item)
        found.append(piece.fact("document", piece.words(at), at, modality="asset" if weak else "required"))
    return found if len(found) > 1 else []


def _items(piece: Piece, told: Span) -> Iterator[Span]:
    """The parts of what is told over, between commas and other marks; nothing is cut within brackets."""
    text = _BRACKETS.sub(lambda found: "(" + "_" * (len(found.group()) - 2) + ")", piece.folded)
    raw = told.of(piece.raw)
    if raw.count("\n") >= LEAST_PAPERS and not re.search(r"[,;+:]", raw):  # one to a line
        text = "".join(";" if sign == "\n" else char for sign, char in zip(piece.raw, text, strict=True))
    start = told.start
    for cut in (*terms().list_cut.finditer(text, told.start, told.end), None):
        stop = cut.start() if cut else told.end
        item = text[start:stop]
        at = Span(start + len(item) - len(item.lstrip(" +-")), start + len(item.rstrip(" +-")))
        start = cut.end() if cut else stop
        if at.end - at.start >= _SHORTEST_ITEM or at.of(text) in ("cv", "lm", "rib"):
            yield at


def _start_of(piece: Piece) -> int:
    return len(piece.raw) - len(_bare_item(piece.raw))


def _listed_document(piece: Piece) -> Iterator[Fact]:
    """The item of a list of documents that no table names: « - Attestation de bonne conduite »."""
    item = _bare_item(piece.raw)
    start = len(piece.raw) - len(item)
    text = piece.folded[start:]
    if len(item) > _LONGEST_ITEM or any(sign in item for sign in "@:") or terms().send.match(text):
        return
    at = Span(start, start + len(_ITEM_END.split(item, maxsplit=1)[0].rstrip()))
    if at.end - at.start > _SHORTEST_ITEM and not dates_in(text, piece.posting.language):
        weak = terms().weak.search(text)
        yield piece.fact("document", piece.words(at), at, modality="asset" if weak else "required")


def _named_documents(piece: Piece, listed: bool, near: bool, *, sent: bool) -> Iterator[Fact]:
    words, text = terms(), piece.folded
    handed = sent or (piece.section.kind != "missions" and hands_in(text))
    section = piece.section.kind == "application"
    applying = listed or handed or section or (near and words.attach.search(text) is not None)
    context = words.send.search(text) or goes_with(text) or words.send.search(piece.lead) or applying or near
    sure = list(words.document.finditer(text))
    if not context or words.not_asked.search(text) or (not sure and not applying):
        return
    if not (words.send.search(text) or handed) and not sure and not words.send.search(piece.lead) and not listed:
        return
    telling = bool(sure or listed or handed or words.attach.search(text) or _is_list_of_documents(piece))
    places = [Span(*found.span()) for found in (*sure, *(words.with_file.finditer(text) if telling else ()))]
    if telling:
        places += _headed(text, places, sure=places[: len(sure)])
        places += shared_copies(text, places)
    yield from _each(piece, sorted(places, key=lambda place: (place.start, -place.end)))


def _headed(text: str, known: Sequence[Span], sure: Sequence[Span]) -> list[Span]:
    """Documents that no table names, by their first word: « une copie du registre du commerce », "proof of address".

    « Un lien vers votre CV » is a CV.
    """
    found = []
    for head in terms().headed.finditer(text):
        end = terms().headed_end.search(text, head.end())
        place = Span(head.start(), min(end.start() if end else len(text), head.start() + _LONGEST_ITEM))
        begun = any(place.start < other.end and other.start < head.end() for other in known)
        words = text[place.start : place.end].split()
        copied = text[place.end : place.end + 1] == "@"  # « en copie presidence@… »
        if not end or begun or copied or len(words) < _HEADED_WORDS:
            continue
        if not any(place.start <= other.start < place.end for other in sure):
            found.append(place)
    return found


def _each(piece: Piece, places: Sequence[Span]) -> Iterator[Fact]:
    words, text = terms(), piece.folded
    end, seen = 0, set[str]()
    for at in places:
        if at.end <= end or at.of(text) in seen:
            continue
        end = at.end
        lacked = _LACKING.search(text[: at.start]) is not None and must_not_lack(piece, at)
        before = without_reminders(text[max(0, at.start - 40) : at.start])
        stop = max(place.end for place in places if place.start < at.end <= place.end)  # « une lettre » de motivation
        if not lacked and (words.no_document.search(before) or words.undemanded.match(text, stop)):
            continue
        if _is_for_later(text, at) or _RECEIVED.search(text[: at.start]):
            continue
        behind = text[at.end : at.end + _WEAK_NEAR].split(",")[0].split(" et ")[0].split(" and ")[0]
        weak = words.weak.search(behind) or words.weak.search(text[max(0, at.start - 20) : at.start].split(",")[-1])
        if not weak and is_denied(piece, at):
            continue
        seen.add(at.of(text))
        yield piece.fact("document", piece.words(at), at, modality="asset" if weak else "required")


def _is_for_later(text: str, at: Span) -> bool:
    """Whether a document is asked for after the application: "degrees are requested at the interview stage"."""
    behind = _CLAUSE.split(text[at.end :])[0]
    sent = terms().attach.search(_CLAUSE.split(text[: at.start])[-1])
    return sent is None and terms().later.search(behind) is not None


def _is_list_of_documents(piece: Piece) -> bool:
    """Whether the line stands in a list of what to send: « Pièces à fournir : »."""
    return (
        terms().send.search(piece.lead) is not None and piece.section.kind == "application" and len(piece.folded) < 120
    )
