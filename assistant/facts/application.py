"""The subject line, the steps of selection and the reference; addresses are in `addresses`, documents in
`enclosures`.

The words are in `data/facts_application.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.domain import Fact, Posting, Span
from assistant.facts.addresses import addresses
from assistant.facts.dates import dates_in
from assistant.facts.enclosures import enclosures
from assistant.facts.folded import alternatives, pattern
from assistant.facts.pieces import Piece, pieces
from assistant.facts.quotes import distinct
from assistant.resources import table

_CODE = r"[A-Za-z0-9][\w.-]{0,40}(?:(?: ?/ ?|-| - )[A-Za-z0-9][\w.-]{0,40}){0,5}"
_ALONE = re.compile(rf"(?=(?:.*\d){{3}})(?=.*[A-Z])(?=.*[/_-])(?!.*[a-z]{{4}}){_CODE}")
_NUMBERED = re.compile(  # « N° 014/2026/SSB », "No. 009/RFP/2026"
    r"(?<!\w)[Nn](?:[°º]|[Oo]\.?(?!\w)) {0,2}:? {0,2}"
    r"(?=[^\s/-]{1,20}[/-])(?=(?:[^\s\d]{0,20}\d){3})([A-Z0-9][A-Z0-9./_-]{4,40})(?![\w/])"
)
_OPENING = 1500  # characters of a posting within which a line of its own can be its reference
_LONGEST_STEP = 260
_QUOTED = r"\"\s{0,3}([^\"\n]{3,160}?)\s{0,3}\""
_LABEL = re.compile(r"[^:.]{3,40}: ")
_LONGEST_ITEM = 120  # characters of a list item that names a document
_MAIL_HEAD = re.compile(r"(?<!\w)(?:de|from|à|to) ?:[^:]{0,80}@", re.IGNORECASE)


def facts(posting: Posting) -> list[Fact]:
    """The `apply_to`, `document`, `subject_line`, `selection` and `reference` facts of a posting."""
    found = [*addresses(posting), *enclosures(posting)]
    for piece in pieces(posting):
        found += [*_subject_lines(piece), *_selection(piece), *_references(piece)]
    return distinct(found)


def _subject_lines(piece: Piece) -> Iterator[Fact]:
    """The exact line demanded, or the words that demand the reference or the title in the subject."""
    text = piece.folded
    words = _words()
    if not words.subject.search(text) or words.not_subject.search(text):
        return
    if piece.start < _OPENING and _MAIL_HEAD.search(piece.raw):  # the subject of the message that it was sent in
        return
    cited = words.quoted_before.search(text)
    if not cited and not words.subject_context.search(text) and piece.section.kind != "application":
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
    unquoted = words.unquoted.search(text)
    if unquoted and (piece.section.kind == "application" or not unquoted.group().startswith("subject")):
        at = Span(*unquoted.span(1))
        yield piece.fact("subject_line", piece.words(at).rstrip(". ").strip("`"), at, modality="required")


def _selection(piece: Piece) -> Iterator[Fact]:
    words, text = _words(), piece.folded
    steps = list(words.step.finditer(text))
    if not steps or words.not_step.search(text) or piece.section.kind == "missions" or text.rstrip().endswith(":"):
        return
    titled = words.selection_section.search(piece.lead)
    if not titled and not words.selection_context.search(text):
        return
    end = 0
    for step in steps:
        clause = piece.clause(Span(step.start(), step.end()))
        start = clause.start - piece.start
        if start < end:
            continue
        end = clause.end - piece.start
        label = _LABEL.match(text, start)
        value_start = label.end() if label and label.end() <= step.start() else start
        yield piece.quoted("selection", piece.words(Span(value_start, end))[:_LONGEST_STEP].rstrip(" .;"), clause)


def _references(piece: Piece) -> Iterator[Fact]:
    words, text = _words(), piece.folded
    raw = piece.raw
    for label in words.reference.finditer(text):
        code = re.compile(rf"(?: {{0,2}}(?:n°|no\.?|#))?[ \t.:*#\"«“-]{{0,16}}({_CODE})").match(raw, label.end())
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
    if not text[: label.start()].strip(" -*(") and re.search(r"[/-]", written) and any(c.isdigit() for c in written):
        return True  # « Réf. RDS/2026/03 », "JOB OPENING 2026-ML-042"
    named = re.search(r"(?:sous|la|sous la|the|under|quoting) {1,2}$", text[max(0, label.start() - 12) : label.start()])
    coded = written == written.upper() or "/" in written
    return bool(named) and coded and any(c.isdigit() for c in written)


def _is_code(word: str) -> bool:
    return (any(c.isdigit() for c in word) and len(word) >= 3) or (word.isupper() and len(word) >= 6)


@dataclass(frozen=True)
class _Words:
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
    subject, selection = data["subject"], data["selection"]
    nouns, where, things = (alternatives(subject[name]) for name in ("nouns", "where", "things"))
    verbs, mail = alternatives(subject["verbs"]), alternatives(subject["mail"])
    place = rf"{where}(?: {{1,2}}{mail})?"
    return _Words(
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
            rf"(?:{where}|(?<!\w)(?:objet|subject))(?: {{1,2}}{mail})? {{0,3}}: {{0,3}}"
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
