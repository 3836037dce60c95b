"""Documents asked for, the subject line, the steps of selection and the reference; addresses are in `addresses`.

The words are in `data/facts_application.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.domain import Fact, Posting, Span
from assistant.facts.addresses import addresses
from assistant.facts.dates import dates_in
from assistant.facts.folded import alternatives, folded, pattern
from assistant.facts.pieces import Piece, pieces
from assistant.facts.quotes import distinct
from assistant.lines import strip_bullet
from assistant.resources import table

_CODE = r"[A-Za-z0-9][\w.-]{0,40}(?:(?: ?/ ?|-| - )[A-Za-z0-9][\w.-]{0,40}){0,5}"
_ALONE = re.compile(rf"(?=(?:.*\d){{3}})(?=.*[A-Z])(?=.*[/_-])(?!.*[a-z]{{4}}){_CODE}")
_NUMBERED = re.compile(  # « N° 014/2026/SSB »
    r"(?<!\w)[Nn][°º] ?(?=[^\s/]{1,20}/)(?=(?:[^\s\d]{0,9}\d){3})([A-Z0-9][A-Z0-9./_-]{4,40})(?![\w/])"
)
_OPENING = 1500  # characters of a posting within which a line of its own can be its reference
_LONGEST_STEP = 260
_QUOTED = r"\"\s{0,3}([^\"\n]{3,160}?)\s{0,3}\""
_LABEL = re.compile(r"[^:.]{3,40}: ")
_DOCUMENT_START = re.compile(r"^(?:une?|an?|the|la|le|votre|your)\s+")
_LONGEST_ITEM = 120  # characters of a list item that names a document
_SHORTEST_ITEM = 4
_ITEM_END = re.compile(r"[;.,(]|\s[-–—]\s")
_WEAK_NEAR = 30  # characters behind a document in which a word can weaken it


def facts(posting: Posting) -> list[Fact]:
    """The `apply_to`, `document`, `subject_line`, `selection` and `reference` facts of a posting."""
    found, listing = addresses(posting), False
    for piece in pieces(posting):
        listed = strip_bullet(piece.raw) != piece.raw.lstrip()
        if not listed:
            listing = len(piece.folded) <= _LONGEST_ITEM and _words().lists.search(piece.folded) is not None
        found += _documents(piece, listing and listed)
        found += [*_subject_lines(piece), *_selection(piece), *_references(piece)]
    return _without_shorter(distinct(found))


def _without_shorter(found: list[Fact]) -> list[Fact]:
    """The facts without documents such as « une lettre » where « lettre de candidature » is one too."""
    named = [_DOCUMENT_START.sub("", folded(str(fact.value))) for fact in found if fact.field == "document"]
    return [
        fact
        for fact in found
        if fact.field != "document"
        or not any(other.startswith(_DOCUMENT_START.sub("", folded(str(fact.value))) + " ") for other in named)
    ]


def _documents(piece: Piece, listed: bool) -> Iterator[Fact]:
    """The documents of a piece; `listed` says that it is an item below « Constitution du dossier » or the like."""
    named = list(_named_documents(piece, listed))
    yield from named or (_listed_document(piece) if listed else ())


def _listed_document(piece: Piece) -> Iterator[Fact]:
    """The item of a list of documents that no table names: « - Attestation de bonne conduite »."""
    item = strip_bullet(piece.raw)
    start = len(piece.raw) - len(item)
    text = piece.folded[start:]
    if len(item) > _LONGEST_ITEM or any(sign in item for sign in "@:") or _words().send.match(text):
        return
    at = Span(start, start + len(_ITEM_END.split(item, maxsplit=1)[0].rstrip()))
    if at.end - at.start > _SHORTEST_ITEM and not dates_in(text, piece.posting.language):
        weak = _words().weak.search(text)
        yield piece.fact("document", piece.words(at), at, modality="asset" if weak else "required")


def _named_documents(piece: Piece, listed: bool) -> Iterator[Fact]:
    words, text = _words(), piece.folded
    applying = listed or piece.section.kind == "application"
    context = words.send.search(text) or words.send.search(piece.lead) or applying
    sure = list(words.document.finditer(text))
    if not context or words.not_asked.search(text) or (not sure and not applying):
        return
    if words.send.search(text) is None and not sure and not words.send.search(piece.lead) and not listed:
        return
    rest = list(words.with_file.finditer(text)) if sure or listed or _is_list_of_documents(piece) else []
    yield from _each(piece, sorted([*sure, *rest], key=lambda match: (match.start(), -match.end())))


def _each(piece: Piece, matches: Sequence[re.Match[str]]) -> Iterator[Fact]:
    words, text = _words(), piece.folded
    end, seen = 0, set[str]()
    for found in matches:
        if found.end() <= end or found.group() in seen:
            continue
        end = found.end()
        seen.add(found.group())
        behind = text[found.end() : found.end() + _WEAK_NEAR].split(",")[0].split(" et ")[0].split(" and ")[0]
        weak = words.weak.search(behind) or words.weak.search(text[max(0, found.start() - 20) : found.start()])
        at = Span(found.start(), found.end())
        yield piece.fact("document", piece.words(at), at, modality="asset" if weak else "required")


def _is_list_of_documents(piece: Piece) -> bool:
    """Whether the line stands in a list of what to send: « Pièces à fournir : »."""
    return (
        _words().send.search(piece.lead) is not None and piece.section.kind == "application" and len(piece.folded) < 120
    )


def _subject_lines(piece: Piece) -> Iterator[Fact]:
    """The exact line demanded, or the words that demand the reference or the title in the subject."""
    text = piece.folded
    words = _words()
    if not words.subject.search(text) or words.not_subject.search(text):
        return
    if not words.subject_context.search(text) and piece.section.kind != "application":
        return
    if coded := words.code_before.search(text):
        at = Span(*coded.span(1))
        yield piece.fact("subject_line", piece.words(at), Span(*coded.span()), modality="required")
        return
    for found in (*words.quoted_behind.finditer(text), *words.quoted_before.finditer(text)):
        yield piece.fact("subject_line", piece.words(Span(*found.span(1))), Span(*found.span()), modality="required")
        return
    for expression in (words.thing_then_where, words.where_then_thing):
        if demanded := expression.search(text):
            at = Span(demanded.start(), demanded.end())
            quote = Span(piece.start + at.start, piece.start + at.end)
            yield piece.quoted("subject_line", piece.words(at), quote, modality="required")
            return
    if unquoted := words.unquoted.search(text):
        at = Span(*unquoted.span(1))
        yield piece.fact("subject_line", piece.words(at).rstrip(". ").strip("`"), at, modality="required")


def _selection(piece: Piece) -> Iterator[Fact]:
    words, text = _words(), piece.folded
    step = words.step.search(text)
    if not step or words.not_step.search(text) or piece.section.kind == "missions" or text.rstrip().endswith(":"):
        return
    titled = words.selection_section.search(piece.lead)
    if not titled and not words.selection_context.search(text):
        return
    at = Span(step.start(), step.end())
    clause = piece.clause(at)
    start = clause.start - piece.start
    label = _LABEL.match(text, start)
    value_start = label.end() if label and label.end() <= step.start() else start
    value = piece.words(Span(value_start, clause.end - piece.start))[:_LONGEST_STEP].rstrip(" .;")
    yield piece.quoted("selection", value, clause)


def _references(piece: Piece) -> Iterator[Fact]:
    words, text = _words(), piece.folded
    raw = piece.raw
    for label in words.reference.finditer(text):
        code = re.compile(rf"(?: {{0,2}}(?:n°|no\.?|#))?[ .:*#-]{{0,6}}({_CODE})").match(raw, label.end())
        if code and _is_code(code.group(1)) and _is_announced(text, label, code):
            at = Span(*code.span(1))
            yield piece.fact("reference", piece.words(at).rstrip(".-"), Span(label.start(), at.end))
            return
    if piece.start < _OPENING and len(raw) <= _LONGEST_ITEM and not words.of_other.search(text):
        for numbered in _NUMBERED.finditer(raw):
            at = Span(*numbered.span(1))
            yield piece.fact("reference", piece.words(at).rstrip(".-"), Span(*numbered.span()))
            return
    bare = raw.strip(" *\t")
    if piece.start < _OPENING and len(bare) <= 60 and _ALONE.fullmatch(bare) and not dates_in(bare, "fr"):
        at = Span(raw.index(bare), raw.index(bare) + len(bare))
        yield piece.fact("reference", piece.words(at), at)


def _is_announced(text: str, label: re.Match[str], code: re.Match[str]) -> bool:
    """Whether a colon or « n° » stands before a code, or words that speak of one reference."""
    if re.search(r"[:#°]|(?<!\w)(?:no|id|number|numero)(?!\w)", text[label.start() : code.start(1)]):
        return True
    written = code.group(1)
    named = re.search(r"(?:sous|la|sous la|the|under|quoting) {1,2}$", text[max(0, label.start() - 12) : label.start()])
    return bool(named) and written == written.upper() and any(c.isdigit() for c in written)


def _is_code(word: str) -> bool:
    return (any(c.isdigit() for c in word) and len(word) >= 3) or (word.isupper() and len(word) >= 6)


@dataclass(frozen=True)
class _Words:
    document: re.Pattern[str]
    with_file: re.Pattern[str]
    send: re.Pattern[str]
    lists: re.Pattern[str]
    not_asked: re.Pattern[str]
    weak: re.Pattern[str]
    subject: re.Pattern[str]
    subject_context: re.Pattern[str]
    not_subject: re.Pattern[str]
    code_before: re.Pattern[str]
    quoted_behind: re.Pattern[str]
    quoted_before: re.Pattern[str]
    thing_then_where: re.Pattern[str]
    where_then_thing: re.Pattern[str]
    unquoted: re.Pattern[str]
    step: re.Pattern[str]
    not_step: re.Pattern[str]
    selection_context: re.Pattern[str]
    selection_section: re.Pattern[str]
    reference: re.Pattern[str]
    of_other: re.Pattern[str]


@cache
def _words() -> _Words:
    data = table("facts_application.toml")
    document, subject, selection = data["document"], data["subject"], data["selection"]
    nouns, where, things = (alternatives(subject[name]) for name in ("nouns", "where", "things"))
    verbs, mail = alternatives(subject["verbs"]), alternatives(subject["mail"])
    several = r"(?:(?<!\w)(?:\d{1,2}|une?|deux|trois|two|three) {1,2})?"
    place = rf"{where}(?: {{1,2}}{mail})?"
    return _Words(
        document=re.compile(alternatives(document["sure"])),
        with_file=re.compile(several + alternatives(document["with_file"])),
        send=pattern(document["send"]),
        lists=pattern(document["lists"]),
        not_asked=pattern(document["not_asked"]),
        weak=pattern(document["weak"]),
        subject=pattern([*subject["nouns"], *subject["where"]]),
        subject_context=pattern(subject["context"]),
        not_subject=pattern(subject["not_subject"]),
        code_before=re.compile(
            rf"{verbs} {{1,2}}(?:(?:the|la|le) )?(?:(?:reference|ref\.?)(?: number| no\.?)? )?"
            rf"((?=[^\s/]*/|\S*\d)[\w.-]+(?:[/-][\w.-]+)+) {{1,2}}{where}"
        ),
        quoted_behind=re.compile(rf"{nouns}[^\".;]{{0,60}}{_QUOTED}"),
        quoted_before=re.compile(rf"{_QUOTED}[^\".;]{{0,20}}{where}(?: {{1,2}}{mail})?"),
        thing_then_where=re.compile(rf"(?:en )?{verbs}[^.;:]{{0,60}}?{things}[^.;:]{{0,60}}?{place}"),
        where_then_thing=re.compile(
            rf"(?:{verbs}[^.;:]{{0,40}}?)?{place}[^.;]{{0,30}}?{things}(?: de l'offre| du poste)?"
        ),
        unquoted=re.compile(
            rf"(?:{where}|(?<!\w)objet)(?: {{1,2}}{mail})? {{0,3}}: {{0,3}}"
            r"([^\"\n:;]{4,120}?)(?= {0,3}(?:[.;\n]|$))"
        ),
        step=pattern(selection["steps"]),
        not_step=pattern(selection["not_steps"]),
        selection_context=pattern(selection["context"]),
        selection_section=pattern(selection["sections"]),
        reference=re.compile(
            rf"(?<!salaire de )(?<!prix de )(?<!taux de ){alternatives(data['reference']['labels'])}"
        ),
        of_other=pattern(data["reference"]["of_other"]),
    )  # fmt: skip
