"""The documents that a posting asks for. The words are in `data/facts_application.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.domain import Fact, Posting, Span
from assistant.facts.dates import dates_in
from assistant.facts.folded import alternatives, folded, pattern
from assistant.facts.pieces import Piece, pieces
from assistant.facts.quotes import distinct
from assistant.lines import strip_bullet
from assistant.resources import table

_DOCUMENT_START = re.compile(r"^(?:une?|an?|the|la|le|votre|your)\s+")
_LONGEST_ITEM = 120  # characters of a list item that names a document
_EMAIL = re.compile(r"\w@\w")  # « CV + lettre : contact@… »
_HEADED_WORDS = 2  # of a document that is known by its first word: « copies » alone is none
_SHORTEST_ITEM = 4
_NEAR = 2  # sentences about one in which an address shows that it speaks of applying
_FILE_LINE = re.compile(r"\W{0,3}(?:\d{1,2}|[ivx]{1,4}|[a-h])?\W{0,4}(?:le |votre )?dossiers?(?: complet)?\W{0,4}")
_ITEM_END = re.compile(r"[;.,(]|\s[-–—]\s")
_WEAK_NEAR = 30  # characters behind a document in which a word can weaken it
_FILE_HOLDS = re.compile(
    r"(?<!\w)(?:dossiers?|offres?|candidatures?|soumissions?|propositions?|applications?|proposals?|bids?|offers?"
    r"|submissions?|package)(?!\w)[^.:]{1,60}?(?:compren|compor|contien|conten|compose|constitu|includ|contain|consist)"
    r"\w{0,8}[^.:]{0,20}(?::|$)"
)
_ITEM_MARK = re.compile(r"\s*(?:\d{1,2}|[a-h])\s?[.)/-]\s{0,3}(?=\S)")  # of a counted list, which `strip_bullet` keeps


def enclosures(posting: Posting) -> list[Fact]:
    """The `document` facts of a posting."""
    found: list[Fact] = []
    listing, section = False, None
    parts = pieces(posting)
    for at, piece in enumerate(parts):
        if piece.section is not section:
            listing, section = False, piece.section
        marked = strip_bullet(piece.raw) != piece.raw.lstrip()
        opens = not marked and len(piece.folded) <= _LONGEST_ITEM and _opens_list(piece.folded)
        listed = marked or (listing and not opens and _bare_item(piece.raw) != piece.raw.lstrip())
        if not listed:
            listing = opens
        near = any(_EMAIL.search(each.raw) for each in parts[max(0, at - _NEAR) : at + _NEAR + 1])
        found += _documents(piece, listing and listed, near)
    return _without_shorter(distinct(found))


def _bare_item(raw: str) -> str:
    """A list item without its mark or number."""
    bare = strip_bullet(raw)
    return bare if bare != raw.lstrip() else _ITEM_MARK.sub("", bare, count=1)


def _opens_list(words: str) -> bool:
    """Whether a line leads to a list of documents: « Dossier à fournir », « Le dossier comprendra : »."""
    return bool(_words().lists.search(words) or _FILE_LINE.fullmatch(words) or _FILE_HOLDS.search(words))


def _without_shorter(found: list[Fact]) -> list[Fact]:
    """The facts without documents such as « une lettre » where « lettre de candidature » is one too."""
    named = [_DOCUMENT_START.sub("", folded(str(fact.value))) for fact in found if fact.field == "document"]
    return [
        fact
        for fact in found
        if fact.field != "document"
        or not any(other.startswith(_DOCUMENT_START.sub("", folded(str(fact.value))) + " ") for other in named)
    ]


def _documents(piece: Piece, listed: bool, near: bool) -> Iterator[Fact]:
    """The documents of a piece; `listed` says that it is an item below « Constitution du dossier » or the like, and
    `near` that an address stands in a sentence beside it.
    """
    named = list(_named_documents(piece, listed, near))
    if enumerated := _enumerated(piece):
        yield from enumerated
    else:
        yield from named or (_listed_document(piece) if listed else ())


def _enumerated(piece: Piece) -> list[Fact]:
    """The documents of a sentence that tells them over: « Dossier : une demande, un CV, une copie de la CNI »."""
    words, text = _words(), piece.folded
    opening = words.listing.search(text)
    known = (words.document, words.with_file, words.headed)
    if not opening or not any(each.search(text, opening.end()) for each in known):
        return []
    end = words.list_end.search(text, opening.end())
    found, start = [], opening.end()
    for cut in (*words.list_cut.finditer(text, start, end.start() if end else len(text)), None):
        stop = cut.start() if cut else end.start() if end else len(text)
        at = Span(
            start + len(text[start:stop]) - len(text[start:stop].lstrip()), start + len(text[start:stop].rstrip())
        )
        start = cut.end() if cut else stop
        if at.end - at.start < _SHORTEST_ITEM and text[at.start : at.end] != "cv":
            continue
        if at.end - at.start > _LONGEST_ITEM or dates_in(text[at.start : at.end], piece.posting.language):
            return []
        weak = words.weak.search(text, at.start, at.end)
        found.append(piece.fact("document", piece.words(at), at, modality="asset" if weak else "required"))
    return found if len(found) > 1 else []


def _listed_document(piece: Piece) -> Iterator[Fact]:
    """The item of a list of documents that no table names: « - Attestation de bonne conduite »."""
    item = _bare_item(piece.raw)
    start = len(piece.raw) - len(item)
    text = piece.folded[start:]
    if len(item) > _LONGEST_ITEM or any(sign in item for sign in "@:") or _words().send.match(text):
        return
    at = Span(start, start + len(_ITEM_END.split(item, maxsplit=1)[0].rstrip()))
    if at.end - at.start > _SHORTEST_ITEM and not dates_in(text, piece.posting.language):
        weak = _words().weak.search(text)
        yield piece.fact("document", piece.words(at), at, modality="asset" if weak else "required")


def _named_documents(piece: Piece, listed: bool, near: bool) -> Iterator[Fact]:
    words, text = _words(), piece.folded
    applying = listed or piece.section.kind == "application" or (near and words.attach.search(text) is not None)
    context = words.send.search(text) or words.send.search(piece.lead) or applying or near
    sure = list(words.document.finditer(text))
    if not context or words.not_asked.search(text) or (not sure and not applying):
        return
    if words.send.search(text) is None and not sure and not words.send.search(piece.lead) and not listed:
        return
    telling = bool(sure or listed or words.attach.search(text) or _is_list_of_documents(piece))
    places = [Span(*found.span()) for found in (*sure, *(words.with_file.finditer(text) if telling else ()))]
    if telling:
        places += _headed(text, places, sure=places[: len(sure)])
    yield from _each(piece, sorted(places, key=lambda place: (place.start, -place.end)))


def _headed(text: str, known: Sequence[Span], sure: Sequence[Span]) -> list[Span]:
    """Documents that no table names, by their first word: « une copie du registre du commerce », "proof of address".

    « Un lien vers votre CV » is a CV.
    """
    found = []
    for head in _words().headed.finditer(text):
        end = _words().headed_end.search(text, head.end())
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
    words, text = _words(), piece.folded
    end, seen = 0, set[str]()
    for at in places:
        if at.end <= end or at.of(text) in seen:
            continue
        end = at.end
        if words.no_document.search(text[max(0, at.start - 40) : at.start]):
            continue
        if words.undemanded.match(text, at.end):
            continue
        seen.add(at.of(text))
        behind = text[at.end : at.end + _WEAK_NEAR].split(",")[0].split(" et ")[0].split(" and ")[0]
        weak = words.weak.search(behind) or words.weak.search(text[max(0, at.start - 20) : at.start])
        yield piece.fact("document", piece.words(at), at, modality="asset" if weak else "required")


def _is_list_of_documents(piece: Piece) -> bool:
    """Whether the line stands in a list of what to send: « Pièces à fournir : »."""
    return (
        _words().send.search(piece.lead) is not None and piece.section.kind == "application" and len(piece.folded) < 120
    )


@dataclass(frozen=True)
class _Words:
    document: re.Pattern[str]
    with_file: re.Pattern[str]
    send: re.Pattern[str]
    attach: re.Pattern[str]
    lists: re.Pattern[str]
    not_asked: re.Pattern[str]
    headed: re.Pattern[str]
    headed_end: re.Pattern[str]
    weak: re.Pattern[str]
    no_document: re.Pattern[str]
    undemanded: re.Pattern[str]
    listing: re.Pattern[str]
    list_end: re.Pattern[str]
    list_cut: re.Pattern[str]


@cache
def _words() -> _Words:
    document = table("facts_application.toml")["document"]
    several = r"(?:(?<!\w)(?:\d{1,2}|une?|deux|trois|two|three) {1,2})?"
    return _Words(
        document=re.compile(alternatives(document["sure"])),
        with_file=re.compile(several + alternatives(document["with_file"])),
        send=pattern(document["send"]),
        attach=pattern(document["attach"]),
        lists=pattern(document["lists"]),
        headed=re.compile(rf"{several}{alternatives(document['heads'])}"),
        headed_end=re.compile(rf"[,;.:()@\"]| -|\s{alternatives(document['head_ends'])}|\sa\s(?=\S{{1,64}}[@(])|$"),
        not_asked=pattern(document["not_asked"]),
        weak=pattern(document["weak"]),
        no_document=re.compile(
            rf"{alternatives(document['none'])} "
            r"(?:(?:une?|an?|any|de|d'|the|la|les?|des|your|votre|vos) {0,1})?$"
        ),
        undemanded=re.compile(rf"[ (]{{1,2}}{alternatives(document['undemanded'])}"),
        listing=re.compile(rf"{alternatives(document['listing'])} {{0,2}}(?::| de :) {{0,2}}"),
        list_end=re.compile(r"[.!?](?: |$)| (?:a l'adresse|a envoyer|to be sent|to the address|est a |sont a )|\S@"),
        list_cut=re.compile(
            r" {0,2}[,;] {0,2}(?:et |and |ainsi qu[e'] {0,1})?"
            r"| (?:et|and) (?=une? |an? |the |les? |la |copie|copy|\d)"),
    )  # fmt: skip
