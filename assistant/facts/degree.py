"""The degrees that a posting asks for, named as it names them. The names are in `data/facts_degree.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.domain import Fact, Posting, Span
from assistant.facts.folded import folded, one_of
from assistant.facts.modality import modalities
from assistant.facts.pieces import Piece, pieces
from assistant.resources import table

_BAC = r"bac(?:calaureat)?\s{0,2}\+\s{0,2}\d(?:\s{0,2}(?:a|/|-|ou|et)\s{0,2}(?:bac\s{0,2})?\+?\s{0,2}\d)?"
# « Diplômé(e) d'État », « diplôme en commerce », and as written « Diplôme Educateur Spécialisé »
_NO_SUBJECT = r"(?!(?:cours|poche|fonction|lien|rapport|cas|vue)\b)"
_DIPLOMA = (
    r"diplome(?:\(e\)|[.·-]?e)?s?\s(?:d'\s?etat"
    rf"|en\s{_NO_SUBJECT}[^\W\d]{{4,}}(?:\s(?:de\s|du\s|d'|des\s|et\s)?[^\W\d]{{4,}})?)(?!\w)"
)
_NAMED = re.compile(
    r"\bDipl[oô]me(?:\s(?!Requis|Exig|Obligat|Souhait|Exp|Form|Min|Niveau|Bac|Mast|Lic|Vous|Profil)"
    r"[A-ZÀ-Ý][^\W\dA-Z]{3,}){1,3}(?!\w)"
)
_LINK = r"\s{1,3}(?:de\s)?(?:niveau\s|type\s)?"
_MOST_NAMES = 3  # names that stand together as one: « Diplôme universitaire de niveau Master »


def facts(posting: Posting) -> list[Fact]:
    """Each degree named, once, with the modality of its clause."""
    best: dict[str, Fact] = {}
    for piece in pieces(posting):
        spans = sorted(_degrees(piece), key=lambda span: span.start)
        for span, modality in zip(spans, modalities(piece, spans), strict=True):
            if modality == "none":
                continue
            name = " ".join(piece.raw[span.start : span.end].replace("*", "").split())
            key = folded(name)
            if key not in best or (modality == "required" and best[key].modality == "asset"):
                place = piece.clause(span)
                best[key] = Fact(posting.id, "degree", name, modality, place.of(posting.text), place.start, place.end)
    return list(best.values())


def _degrees(piece: Piece) -> Iterator[Span]:
    words = table("facts_degree.toml")["names"]
    if piece.section and piece.section.kind in words["elsewhere"] and not _candidate().search(piece.folded):
        return
    for match in _names().finditer(piece.folded):
        span = Span(*match.span())
        written = piece.raw[span.start : span.end]
        if _not_before().search(piece.folded[max(0, span.start - 24) : span.start]):
            continue
        if _not_behind().match(piece.folded, span.end):
            continue
        if len(written) <= 4 and written.upper() in words["shouted"] and not written.isupper():
            continue
        yield span
    yield from (Span(*match.span()) for match in _NAMED.finditer(piece.raw))


@cache
def _names() -> re.Pattern[str]:
    words = one_of(table("facts_degree.toml")["names"]["words"])
    name = rf"(?:{_BAC}|{words}|(?<=niveau )bac|bac(?=\s(?:minimum|ou equivalent|general)))"
    # A degree with what says the same beside it is one: « Master BAC+5 ».
    known = rf"{name}(?!\w)(?:{_LINK}{name}(?!\w)){{0,{_MOST_NAMES - 1}}}"
    return re.compile(rf"(?<![\w+])(?:{_DIPLOMA}|{known})")


@cache
def _not_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('facts_degree.toml')['names']['not_before'])})\s{{1,3}}$")


@cache
def _not_behind() -> re.Pattern[str]:
    return re.compile(rf"\s{{1,3}}(?:{one_of(table('facts_degree.toml')['names']['not_behind'])})(?!\w)")


@cache
def _candidate() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('facts_degree.toml')['names']['candidate'])})(?!\w)")
