"""The degrees that a posting asks for, named as it names them. The names are in `data/facts_degree.toml`.

A degree is asked for where the candidate's studies are spoken of. « Des élèves de licence », "from CAP to Licence" and
« dans des classes de BTS » tell the level of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.domain import Fact, Modality, Posting, Span
from assistant.facts.coordination import lists
from assistant.facts.cues import cues_of
from assistant.facts.degree_words import (
    LEVELLED,
    NAMED_QUALIFICATION,
    is_job,
    is_of_address,
    is_of_subject,
    is_other_word,
    without_behind,
)
from assistant.facts.folded import alternatives, folded, one_of
from assistant.facts.modality import is_cued, modalities
from assistant.facts.pieces import Piece, pieces
from assistant.resources import table

_PLUS = (
    r"(?:bac|b\.a\.c\.?)(?:(?:calaureate?)?\s{0,2}(?:\+|plus\s)\s{0,2}(?:\d|deux|trois|quatre|cinq|six|huit|two|three|four|five)"
    r"|\s{0,2}[2-8](?![\d.,]|\s?(?:ans|annees|mois|euros|€)\b))"  # « Bac5 », the sign lost
)
_BAC = (
    rf"(?:bac\s{{0,2}}(?:a|/|-|ou)\s{{0,2}}(?={_PLUS}))?"
    rf"{_PLUS}(?:\s{{0,2}}(?:a|/|-|ou|et)\s{{0,2}}(?:bac\s{{0,2}})?\+?\s{{0,2}}\d)?"
)
_BARE_BAC = (
    r"(?<=: le )bac(?=\s?[,.;)])|(?<=: )bac(?=\s?(?:[,.;)]|$))|^bac(?=\s*$)"
    r"|(?<=^le )bac(?=\sserait)|(?<=^- )bac(?=\s*$)"
    r"|(?<=niveau )bac|(?<=avoir le )bac|(?<=avez le )bac|(?<=avec le )bac|bac(?=\ssuffit)"
    r"|(?<=titulaire du )bac|(?<=titulaire d'un )bac"
    r"|bac(?=,?\s(?:toutes series|minimum|au minimum|a minima|au moins|ou equivalent|general|technologique|techno"
    r"|exige|requis|valide|en poche|obligatoire|souhaite|apprecie|bienvenu|demande|obtenu|serait un|est un plus"
    r"|en [^\W\d]{5,}))"
)
_NO_SUBJECT = r"(?!(?:cours|poche|fonction|lien|rapport|cas|vue)\b)"
_DIPLOMA = r"diplome(?:\(e\)|[.·-]?e)?s?"
# « Diplômé(e) d'État », « diplôme en commerce », and as written « Diplôme Educateur Spécialisé »
_SUBJECT = rf"en\s{_NO_SUBJECT}[^\W\d]{{4,}}(?:\s(?:de\s|du\s|d'|des\s|et\s)?[^\W\d]{{4,}})?"
_NAMED = re.compile(
    r"\bDipl[oô]me(?:\s(?!Requis|Exig|Obligat|Souhait|Exp|Form|Min|Niveau|Bac|Mast|Lic|Vous|Profil)"
    r"[A-ZÀ-Ý][^\W\dA-Z]{3,}){1,3}(?!\w)"
)
_FIELD = (
    r"(?:[^\W\d]{3,}|d'\s?[^\W\d]+)"
    r"(?:\s(?:de\s|du\s|d'\s?|des\s|et\s|ou\s|and\s|or\s|&\s|la\s)?"
    r"(?!requ|exig|souhait|desir|prefer|oblig|would|appreci|minim|from|with|avec|dans|pour|equiv|similar|is\b|are\b)"
    r"[^\W\d]{4,}){0,2}"
)
_NO_VERB = (
    r"(?!requi|exig|souhait|appreci|oblig|indispens|minim|facult|bienvenu|constitu|aider|fera|ser[ao]|avec|dans|pour)"
)
_ANY_FIELD = re.compile(  # « Bac + 2, peu importe la filière »
    r"[\s,(]{1,3}(?:peu importe|quel(?:le)?s?\sque\ssoi|qu'importe|no matter|whatever|never mind|toutes?\s)"
)
_STUDY = r"[^\W\d]{2,}(?:['-][^\W\d]+)?(?:\s{1,30}[^\W\d]{2,}(?:['-][^\W\d]+)?){0,3}"
_FIELDS = re.compile(
    rf"(?P<fields>(?:\s(?:en|in)\s{{1,30}}{_STUDY})?(?:,\s{{1,30}}{_STUDY}){{1,5}},?\s{{1,30}}(?:ou|et|or|and)\s{{1,30}}{_STUDY}?)"
    r"(?:\s\([^()]{1,40}\))?(?:\s(?:is|est|serait|sera|would be|will be))?\s\(?"
)
_HEAT = re.compile(r"\d\s?$")  # "45 degrees in the shade"
# "With a Bachelor's degree, three years are sufficient": what is asked of those who have one, which is no demand for it
_IN_ITS_CASE = re.compile(
    r"\W*(?:with|avec)\s[^.;:]{3,90},\s[^.;:]{0,40}\b(?:years?|ans?|annees?|mois|months?)\b[^.;:]{0,60}"
    r"\b(?:suffi\w*|enough|required|needed|exige\w*|requis\w*|demande\w*|accept\w*)\b"
)
_LEADER = re.compile(r"\s?(?:\.{3,}|…|_{3,}|:|\s{3,})")
_COPY = re.compile(r"(?<!\w)(?:cop(?:ie|y)|photocop(?:ie|y)|scan|photo|picture)\w{0,3}\s[^.,;:]{0,36}$")
_BEFORE_LEADING = 40  # characters before a degree in which words can say that the job leads to it
_ITEM_MARK = 6  # characters before a degree that stands at the head of an item: « - Une maîtrise »
_LINK = r"\s{1,3}(?:de\s)?(?:niveau\s|type\s)?"
_MOST_NAMES = 3  # names that stand together as one: « Diplôme universitaire de niveau Master »
_LIST_WORD = 24  # characters before a name in which a word can make it something else
_SOUGHT = 40  # characters before pupils in which they can be those that are looked for
_PAPER = re.compile(r"\b(?<!sans ce )(?<!without this )(?<!without that )(?:diplomes?|diplomas?|degrees?)\b")
_FALLBACK = re.compile(
    r" ?[;,] (?:ou,? )?(?:a defaut|sinon|failing (?:that|which)|otherwise|or else)\b[^;]{3,160}?(?=[;.]|$)"
)
_SENTENCE = re.compile(r"[.!?]\s")
_ENGLISH_DEGREE = re.compile(r"\W{1,3}(?:degree|in|or|/|bac)(?!\w)")  # behind "licence", a degree


def facts(posting: Posting) -> list[Fact]:
    """Each degree named, once, with the modality of its clause."""
    best: dict[str, Fact] = {}
    for piece in pieces(posting):
        spans = sorted(_degrees(piece), key=lambda span: span.start)
        whole = [_with_fields(piece, span) for span in spans]
        for span, modality in zip(spans, modalities(piece, whole), strict=True):
            if modality == "none" and not _ANY_FIELD.match(piece.folded, span.end):
                continue
            modality = without_behind(piece, span) if modality == "none" else modality
            spared = _is_waived(piece, spans) or _IN_ITS_CASE.match(piece.folded) is not None
            modality = "asset" if modality == "required" and spared else modality
            name = " ".join(piece.raw[span.start : span.end].replace("*", "").split())
            key = folded(name)
            if key not in best or _says_more(posting, best[key], modality):
                place = _with_fallback(piece, piece.clause(span))
                best[key] = Fact(posting.id, "degree", name, modality, place.of(posting.text), place.start, place.end)
    return list(best.values())


def _is_waived(piece: Piece, degrees: Sequence[Span]) -> bool:
    """Whether the paper itself is not asked for: « niveau bac, diplôme pas obligatoire »."""
    papers = [Span(*found.span()) for found in _PAPER.finditer(piece.folded)]
    return any(
        modalities(piece, [paper]) == ["none"] and not any(span.start <= paper.start < span.end for span in degrees)
        for paper in papers
    )


def _with_fallback(piece: Piece, clause: Span) -> Span:
    """A clause with what is enough in its place: « un CAP ; à défaut, dix ans de métier suffisent »."""
    start = clause.end - piece.start
    found = _FALLBACK.match(piece.folded, start)
    return Span(clause.start, piece.start + found.end()) if found else clause


def _with_fields(piece: Piece, span: Span) -> Span:
    """A degree with its several fields where a wish stands behind them: « en droit, gestion ou économie »."""
    wish = next((cue for cue in cues_of(piece) if cue.start >= span.end), None)
    fields = _FIELDS.fullmatch(piece.folded, span.end, wish.start) if wish and not wish.plural else None
    if fields is None or set(fields["fields"].replace(",", " ").split()) & lists().heads:
        return span
    return Span(span.start, fields.end("fields"))


def _says_more(posting: Posting, known: Fact, modality: Modality) -> bool:
    """Whether a degree that was read before is a mere wish, or stands in the title alone: « Infirmier diplômé »."""
    titled = known.start < posting.title.end and posting.title.start < known.end
    return modality == "required" and (known.modality == "asset" or titled)


def _degrees(piece: Piece) -> Iterator[Span]:
    elsewhere = piece.section.kind in _list("elsewhere")
    elsewhere = elsewhere and not _words("candidate").search(f"{piece.folded} {piece.lead}")
    itself = piece.section.kind in (
        "organisation",
        "context",
        "missions",
    )  # a heading that is not known as one may have ended it
    last = 0
    for span in sorted(_named(piece), key=lambda span: (span.start, -span.end)):
        school = piece.folded.startswith(("ecole", "institut"), span.start)
        if elsewhere and not (itself and span.start <= _ITEM_MARK and not school) and not is_cued(piece, span):
            continue
        if span.start >= last and not _is_of_others(piece, span):
            yield span
            last = span.end


def _named(piece: Piece) -> Iterator[Span]:
    """Every degree that the piece names, whoever's it is."""
    for match in _names().finditer(piece.folded):
        span = Span(*match.span())
        if not _is_something_else(piece, span):
            yield span
    yield from (Span(*match.span()) for match in _NAMED.finditer(piece.raw))
    yield from (Span(*match.span("name")) for match in NAMED_QUALIFICATION.finditer(piece.raw))
    if not piece.raw.isupper():
        yield from (Span(*match.span()) for match in _of_state().finditer(piece.folded) if _is_shouted(piece, match))


def _is_shouted(piece: Piece, match: re.Match[str]) -> bool:
    return piece.raw[match.start() : match.start() + 2] == "DE"


def _is_something_else(piece: Piece, span: Span) -> bool:
    """Whether the words about a name make it none: a scrum master, master data, a driving licence."""
    if is_other_word(piece.folded, span) or _is_of_a_name(piece, span) or is_of_address(piece.folded, span):
        return True
    if span.start == 0 and piece.folded.startswith("technicien") and piece.section.kind != "profile":
        return True  # the title of the job
    if is_job(piece, span):
        return True
    if piece.folded.startswith("degree", span.start) and _HEAT.search(piece.folded, 0, span.start):
        return True
    if _is_label(piece, span):
        return True  # a label: « Degree ........ »
    before, written = piece.folded[max(0, span.start - _LIST_WORD) : span.start], piece.raw[span.start : span.end]
    if _before("not_before").search(before) or _COPY.search(piece.folded[max(0, span.start - 50) : span.start]):
        return True
    if _words("leading").search(piece.folded[max(0, span.start - _BEFORE_LEADING) : span.start]):
        return True
    if is_of_subject(piece, span):
        return False
    if "+" not in written and (behind := _not_behind().match(piece.folded, span.end)):
        return "à" not in piece.raw[behind.start() : behind.end()]
    if _before("article").search(before) and not _owned().search(piece.folded[max(0, span.start - 60) : span.start]):
        return True
    if folded(written) in ("licence", "license") and piece.posting.language == "en":
        return _ENGLISH_DEGREE.match(piece.folded, span.end) is None  # "you hold a motorcycle licence"
    return len(written) <= 4 and written.upper() in _list("shouted") and not written.isupper()


def _is_of_a_name(piece: Piece, span: Span) -> bool:
    """Whether the words are the employer's own name: « École normale supérieure de X »."""
    name = piece.posting.organisation
    return name.start <= piece.start + span.start and piece.start + span.end <= name.end


def _is_label(piece: Piece, span: Span) -> bool:
    """Whether the bare word is the label of a row: « Degree ............ MSc »."""
    label = span.start <= _ITEM_MARK and piece.folded[span.start : span.end] == "degree"
    return label and _LEADER.match(piece.folded, span.end) is not None


def _is_of_others(piece: Piece, span: Span) -> bool:
    """Whether it is the level of pupils, classes or programmes, or a school that is no one's degree."""
    start = max((m.end() for m in _SENTENCE.finditer(piece.folded, 0, span.start)), default=0)
    before = piece.folded[start : span.start]
    taught = list(_words("others").finditer(before.replace("en cours", " " * 8)))  # « permis en cours de validité »
    if taught:
        sought = _words("sought").search(before, max(0, taught[0].start() - _SOUGHT), taught[0].end())
        return not sought and not _words("owner").search(before, taught[-1].end())
    if folded(piece.raw[span.start : span.end]) not in _list("vague") or piece.section.kind == "profile":
        return False
    return not _words("studies").search(before)


def _list(key: str) -> frozenset[str]:
    return frozenset(table("facts_degree.toml")["names"][key])


@cache
def _names() -> re.Pattern[str]:
    data = table("facts_degree.toml")
    words, profession = one_of(data["names"]["words"]), one_of(data["professions"]["words"])
    of_profession = rf"\s{{1,3}}(?:d'\s?|de\s|du\s|en\s)?(?:{profession})(?!\w)"
    diploma = (
        rf"{_DIPLOMA}\s(?:d'\s?etat(?!\w)(?:{of_profession})?"
        rf"|(?:d'\s?|de\s|du\s)?(?:{profession})(?!\w)(?:\sd'\s?etat)?|{_SUBJECT}(?!\w))"
    )
    name = rf"(?:{_BAC}|{words}|{_BARE_BAC})"
    # A degree with what says the same beside it is one: « Master BAC+5 ».
    lists = data["names"]
    kinds, trades, taught = one_of(lists["kinds"]), one_of(lists["trades"]), one_of(lists["taught"])
    ends = "|".join(lists["endings"])
    further = (
        rf"{_DIPLOMA}\s(?:{kinds})\s(?:d'\s?|de\s|du\s|des\s|en\s)(?:l'|la\s)?{_FIELD}"
        rf"|{_DIPLOMA}\s(?:d'\s?|de\s)(?:{trades})(?!\w)(?:\s(?:de\s|du\s|en\s)?{_NO_VERB}[^\W\d]{{4,}}){{0,2}}"
        rf"|(?:certificates?\s(?:or|and)\s)?(?:diplomas?|certificates?|qualifications?|degrees?)\sin\s{_FIELD}(?!\w)"
        rf"|(?:(?:{taught})\s){{1,2}}(?:diploma|certificate|qualification|degree)s?(?!\w)"
        rf"|maitrise\sen\s[^\W\d]{{4,}}|maitrise(?=\s(?:ou|/)\s(?:une?\s)?(?:master|licence|dea|dess|bac))"
        r"|(?<=une\s)maitrise(?=\s(?:est|serait|constitue\w{0,6})\s(?:un|une)\s(?:atout|plus)(?!\w|\sd[eu']))"
        rf"|(?:(?<=etes\s)|(?<=une\s)|(?<=un\s)|(?<![\s\w]))[a-z]{{3,}}(?:{ends})(?:\sou\s[a-z]{{4,}})?"
        rf"(?:\s[a-z]{{4,}}){{0,2}}\sde\sformation(?!\w)"
        rf"|grade\s\d{{1,2}}\scertificate|[a-z]{{4,}}(?:ist|er|ian|or)\sby\straining(?!\w)"
    )
    known = rf"{name}(?!\w)(?:{_LINK}{name}(?!\w)){{0,{_MOST_NAMES - 1}}}"
    return re.compile(rf"(?<![\w+])(?<!\W[a-z]\.)(?!a\slevel\s\d)(?:{diploma}|{further}|(?:{LEVELLED})(?!\w)|{known})")


@cache
def _of_state() -> re.Pattern[str]:
    words = table("facts_degree.toml")["professions"]
    return re.compile(
        rf"(?<!\w)de\s(?:d'\s?|de\s)?(?:{one_of(words['words'])})(?!\w)"
        rf"|(?<!\w)de(?=\s(?:{one_of(words['demanded'])})(?!\w))|(?<=titulaire du )de(?!\w)"
    )


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile(alternatives(table("facts_degree.toml")["names"][key]))


@cache
def _before(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(_list(key))})\s{{1,3}}$")


@cache
def _not_behind() -> re.Pattern[str]:
    return re.compile(rf"\s{{1,3}}(?!of\s(?:whatever|any|some)(?!\w))(?:{one_of(_list('not_behind'))}|a)(?!\w)")


@cache
def _owned() -> re.Pattern[str]:
    return _words("owned")
