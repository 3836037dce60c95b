"""The documents that a posting asks for. The words are in `data/facts_application.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain import Fact, Posting, Span
from assistant.facts.conditions import must_not_lack
from assistant.facts.dates import dates_in
from assistant.facts.denials import is_denied, without_reminders
from assistant.facts.desks import tells_to_come
from assistant.facts.enclosure_words import (
    OF_PERSON,
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
from assistant.facts.told_papers import LONGEST_ITEM, bare_item, enumerated, further, told_over
from assistant.lines import strip_bullet

_DOCUMENT_START = re.compile(r"^(?:une?|an?|the|la|le|votre|your)\s+")
_ADDRESS = re.compile(  # « CV + lettre : contact@… », « photo du permis sur WhatsApp 06 61 22 48 90 »
    r"\w@\w|https?://|\bwww\.|\w\w\.[a-z]{2,9}/[\w-]{2}|\w\.(?:org|com|net)(?:\.[a-z]{2})?(?!\w)"
    r"|(?i:whatsapp|sms|telegram|au|to|on)(?: (?:au|to|on|le|n°))? ?:? ?(?:\+|00|0)\d(?:[ .-]?\d){6,11}(?!\d)"
)
_HEADED_WORDS = 2  # of a document that is known by its first word: « copies » alone is none
_SHORTEST_ITEM = 4
_SHORT_ITEM = 50  # characters of one in which the document may stand anywhere: "The experts' CVs"
_NEAR = 2  # sentences about one in which an address shows that it speaks of applying
_RECEIVED = re.compile(  # by those who apply: « recevront, le 21, un texte à corriger »
    r"(?<!\w)(?:recevr(?:ont|a|ez)|will (?:receive|get|be sent)|leur (?:sera|seront) envoye\w{0,2})(?!\w)[^.;:]{0,25}$"
)
_VERB = re.compile(r"(?<!\w)(?:est|sont|sera|seront|doit|doivent|is|are|will|must|should|ne|peut|pourra)(?!\w)")
_CLAUSE = re.compile(r"[;.!?]\s")
_ITEM_END = re.compile(r"[;(]|[.,](?!\d)|\s[-–—]\s")
_WAY = re.compile(  # an item that tells how to send, not what: « > ou sous enveloppe à la base »
    r"(?:(?:ou|or|soit|either|et|and)\s)?(?:par|via|by|sous (?:enveloppe|pli)|in an? (?:\w+ )?envelope)(?!\w)"
)
_REFUSED = re.compile(  # "Hard copies will not be accepted"
    r"(?<!\w)(?:(?:will|are|is|shall|can|must|should|do) ?not|ne (?:sera|seront|sont|est) (?:pas|plus))(?!\w)"
)
_LACKING = re.compile(r"(?<!\w)(?:sans|without|lacking)\s[^.;:,]{0,50}$")  # « dossier sans CV rejeté »
_WEAK_NEAR = 30  # characters behind a document in which a word can weaken it


def enclosures(posting: Posting) -> list[Fact]:
    """The `document` facts of a posting."""
    found: list[Fact] = []
    listing, section = False, None
    parts = pieces(posting)
    for at, piece in enumerate(parts):
        if piece.section is not section:
            listing = listing and terms().document.fullmatch(bare_item(folded(piece.section.heading))) is not None
            section = piece.section
        marked = strip_bullet(piece.raw) != piece.raw.lstrip()
        brief = len(piece.folded) <= LONGEST_ITEM
        opens = not marked and (opens_list(piece.folded) if brief else _leads_to_papers(parts[at : at + 2]))
        item = marked or (not opens and bare_item(piece.raw) != piece.raw.lstrip())
        listed = item if item and (marked or listing) else listing and not opens and _is_known(piece)
        if not listed:
            listing = opens
        named = list(_referees(piece))
        near = any(_ADDRESS.search(each.raw) for each in parts[max(0, at - _NEAR) : at + _NEAR + 1])
        told = _documents(piece, listing and listed, near, marked=bool(item))
        found += [*named, *(fact for fact in told if not any(_overlap(fact, other) for other in named))]
    return _without_shorter(distinct(without_replaced(found)))


def _leads_to_papers(parts: Sequence[Piece]) -> bool:
    """Whether a long sentence ends in a colon and hands in what is listed below it, a paper first."""
    words, lead = terms(), parts[0].folded.rstrip()
    if len(parts) < 2 or not lead.endswith(":") or parts[0].section.kind == "missions":
        return False
    verb, item = words.handing.search(lead), bare_item(parts[1].raw)
    return verb is not None and item != parts[1].raw.lstrip() and OF_PERSON.search(folded(item)) is not None


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


def _is_known(piece: Piece) -> bool:
    """Whether a line without a list mark is a document all the same: « Certificat de résidence »."""
    words = terms()
    text = piece.folded.strip()
    if len(text) > LONGEST_ITEM or _VERB.search(text):
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
    if counted := enumerated(piece):
        yield from counted
        return
    told = told_over(piece)
    named = list(_named_documents(piece, listed or (told is not None and told.labelled), near, sent=told is not None))
    yield from named
    beside = list(further(piece, told, named)) if told else []
    yield from beside
    if listed and marked and not named and not beside:
        yield from _listed_document(piece)


def _listed_document(piece: Piece) -> Iterator[Fact]:
    """The item of a list of documents that no table names: « - Attestation de bonne conduite »."""
    item = bare_item(piece.raw)
    start = len(piece.raw) - len(item)
    text = piece.folded[start:]
    if len(item) > LONGEST_ITEM or any(sign in item for sign in "@:") or terms().send.match(text):
        return
    if _WAY.match(text):
        return
    at = Span(start, start + len(_ITEM_END.split(item, maxsplit=1)[0].rstrip()))
    if at.end - at.start > _SHORTEST_ITEM and not dates_in(text, piece.posting.language):
        weak = terms().weak.search(text)
        yield piece.fact("document", piece.words(at), at, modality="asset" if weak else "required")


def _named_documents(piece: Piece, listed: bool, near: bool, *, sent: bool) -> Iterator[Fact]:
    words, text = terms(), piece.folded
    handed = sent or ((piece.section.kind != "missions" or tells_to_come(text)) and hands_in(text))
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
        place = Span(head.start(), min(end.start() if end else len(text), head.start() + LONGEST_ITEM))
        begun = any(place.start < other.end and other.start < head.end() for other in known)
        words = text[place.start : place.end].split()
        copied = text[place.end : place.end + 1] == "@"  # « en copie presidence@… »
        if not end or begun or copied or len(words) < _HEADED_WORDS or words[-1] in ("et", "and"):
            continue
        if _REFUSED.search(place.of(text)):
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
