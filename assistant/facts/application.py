"""The subject line and the steps of selection; addresses are in `addresses`, documents in `enclosures`, the
reference in `references`.

The words are in `data/facts_application.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.domain import Fact, Posting, Span
from assistant.facts.addresses import addresses
from assistant.facts.enclosures import enclosures
from assistant.facts.folded import alternatives, folded, pattern
from assistant.facts.pieces import Piece, pieces
from assistant.facts.quotes import distinct
from assistant.facts.references import references
from assistant.resources import table

_OPENING = 1500  # characters of a posting within which the message that it was sent in has its subject
_HEAD = 600  # characters in which a message that was passed on has its subject
_SHORTEST = 300  # characters of a posting before the subject of what is to be sent
_NEAR = 250  # characters between the address of a message and its subject
_LONGEST_SUBJECT = 100
_LONGEST_STEP = 260
_QUOTED = r"(?:\"\s{0,3}([^\"\n]{3,160}?(?:\n[^\"\n]{2,80}?)?)\s{0,3}\"|(?<!\w)'([^'\"\n]{3,80})'(?!\w))"
# What may stand about the words of a subject line.
_SAYS = r" (?:sera|est|doit etre|doit porter|portera|is|should be|must be|should read|must read|reads|to read)"
_WRITE = r"(?:(?:ecri(?:re|vez)|mett(?:re|ez)|indique[rz]|note[rz]|write|put|use)? ?(?:exactement|exactly)? )?"
_TOLD = (
    r"(?:sera|est|is|exact|(?:should |must |will |has to |needs to )?(?:reads?|be)"
    r"|(?:doit|devra) (?:etre|porter|indiquer)|a (?:indiquer|preciser|mentionner|rappeler)|obligatoire"
    r"|to (?:use|quote)|required"
)
_MENTION = r"(?:(?:la mention|les mots|le code|la reference|the words?|the code|the reference) {1,2})?"
_PLAIN = (  # words of a subject line without quotation marks, up to where the message is to be sent
    r"((?:[^\"\n:;()]|\([^()\n]{0,40}\)){4,120}?)"
    r"(?= {0,3}(?:[.;\n)]|$)| {0,80}\||,? (?:a|to|at|vers|before|avant|by) |, (?:jusqu|au plus|no later))"
)
_SHOUTED = re.compile(r"[«“\"'\s]{0,4}([A-ZÀ-Þ\d][A-ZÀ-Þ\d/_.-]+(?:\s[A-ZÀ-Þ\d][A-ZÀ-Þ\d/_-]*)*)(?![\w'’])")
_LINE_BELOW = re.compile(  # of a subject: up to the day until which it is to be sent
    r"((?:[^\"\n:;()]|\([^()\n]{0,40}\)){4,120}?)\s{0,3}"
    r"(?:[.;\n)]|$|,? (?:au plus tard|no later|not later|jusqu'au|before|avant|by|until|pour le|d'ici)(?!\w))"
)
# « Référence à rappeler dans l'objet : », "Please put this in the subject line:"
_LED_TO = re.compile(
    r"(?<!\w)(?:dans l'|en |comme |in the |as the |as )(?:objet|sujet|subject)"
    r"(?: line)?(?: d[ue] (?:mail|message|courriel|votre (?:mail|message|courriel))| of (?:your|the) \S{4,9})?$"
)
_OR = re.compile(r"\s{0,3}\",?\s{1,3}(?:or|ou)\s{1,3}\"\s{0,3}([^\"\n]{3,160}?)(?=\s{0,3}\")")
_LINE_TO_COPY = re.compile(r"\W{0,3}(?:objet|sujet|subject)(?: line)? ?: ?\"")  # « Objet : « Comptable Dakar » »
_ITEM = re.compile(r"\s*(?:[-•▪◦●■–—*]|\d{1,2}(?:[.)/]|\s?-))\s")
_EMAIL = re.compile(r"\w@\w")
_OF_NOTICE = re.compile(r"\W{0,4}(?:objet|subject) ?:")  # what a letter or notice is about, at its head
_LABEL = re.compile(r"[^:.]{3,40}: ")
_SENDER = re.compile(r"^\W{0,4}(?:de|from|expéditeur)\s?:[^:\n]{0,80}@", re.IGNORECASE | re.MULTILINE)
_MAIL_HEAD = re.compile(r"(?<!\w)(?:de|from|à|to) ?:[^:]{0,80}@", re.IGNORECASE)


def facts(posting: Posting) -> list[Fact]:
    """The `apply_to`, `document`, `subject_line`, `selection` and `reference` facts of a posting."""
    found = [*addresses(posting), *enclosures(posting)]
    for piece in pieces(posting):
        found += [*_subject_lines(piece), *_selection(piece), *references(piece)]
    return distinct([*found, *_listed_steps(posting, found)])


def _subject_lines(piece: Piece) -> Iterator[Fact]:
    """The exact line demanded, or the words that demand the reference or the title in the subject."""
    text = piece.folded
    words = _words()
    named = words.subject.search(text) or (piece.label and words.subject.search(piece.lead))
    if piece.start < _SHORTEST and _OF_NOTICE.match(text) and not _EMAIL.search(piece.raw):
        return
    asking = words.asking.search(text) and not words.file.search(text)  # « questions, avec « QUESTION » en objet »
    if not named or asking or words.not_subject.search(text):
        return
    above = piece.posting.text[max(0, piece.start - _NEAR) : piece.start]
    if piece.start < _HEAD and _SENDER.search(above) and piece.raw.count("\n") == 0:
        return
    if piece.start < _OPENING and _MAIL_HEAD.search(piece.raw):  # the subject of the message that it was sent in
        return
    cited = words.quoted_before.search(text)
    sent = words.subject_context.search(text) or _EMAIL.search(text) or piece.section.kind == "application"
    sent = sent or _is_behind_address(piece)
    if below := _below_label(piece):
        yield piece.quoted(
            "subject_line", piece.words(below).rstrip(". "), piece.clause(below), modality="required", labelled=True
        )
        return
    alone = piece.start >= _OPENING and _LINE_TO_COPY.match(text)
    if not cited and not sent and not alone:
        return
    demanded = words.thing_then_where.search(text)
    if (at := _quoted_line(piece) or (None if demanded else _plain_line(piece))) is not None:
        for each in (at, *_or_else(text, at.end)):
            exact = piece.words(each).rstrip(". -–—").strip("`")
            yield piece.fact("subject_line", exact, each, modality="required")
    elif demanded := demanded or words.where_then_thing.search(text):
        at = Span(demanded.start(), demanded.end())
        quote = Span(piece.start + at.start, piece.start + at.end)
        yield piece.quoted("subject_line", piece.words(at), quote, modality="required")


def _is_behind_address(piece: Piece) -> bool:
    """Whether the address that a message goes to stands shortly before, and no head of a message that was sent."""
    before = piece.posting.text[max(0, piece.start - _NEAR) : piece.start]
    return piece.start > _SHORTEST and _EMAIL.search(before) is not None and not _MAIL_HEAD.search(before)


def _below_label(piece: Piece) -> Span | None:
    """« Mention dans l'objet », and the words of it on the line below."""
    label = folded(piece.label.of(piece.posting.text)).strip(" :*#-") if piece.label else ""
    start, end = len(piece.raw) - len(piece.raw.lstrip()), len(piece.raw.rstrip())
    sentence = piece.raw[:end].endswith(".") and _words().begins_sentence.match(piece.folded, start)
    if not label or sentence or _words().subject.search(piece.folded):
        return None
    if not _words().label.fullmatch(label):
        # « À envoyer à x@y.org, objet du message : », and below it « CPT-04, au plus tard le … »
        send = (_EMAIL.search(label) and _words().led.search(label)) or _LED_TO.search(label)
        line = _LINE_BELOW.match(piece.folded, start, end) if send else None
        end = line.end(1) if line and _begins_a_line(piece.raw[start]) else start
    short = 3 < end - start <= _LONGEST_SUBJECT and "\n" not in piece.raw[start:end]
    return Span(start, end) if short else None


def _quoted_line(piece: Piece) -> Span | None:
    """The words of a subject line that are a code or stand in quotation marks."""
    words, text = _words(), piece.folded
    if coded := words.code_before.search(text):
        return Span(*coded.span(1))
    if (opened := words.opened.search(text)) and (shouted := _SHOUTED.match(piece.raw, opened.end())):
        return Span(*shouted.span(1))
    for quoted in (*words.quoted_behind.finditer(text), *words.quoted_before.finditer(text)):
        return Span(*quoted.span(quoted.lastindex or 0))
    return None


def _or_else(text: str, end: int) -> Iterator[Span]:
    """The further lines of « "Cuisinier - Gao" ou "Cuisinier - Mopti" », of a job in several places."""
    while other := _OR.match(text, end):
        end = other.end(1)
        yield Span(*other.span(1))


def _plain_line(piece: Piece) -> Span | None:
    """The words of a subject line that stand behind a colon, or begin with a capital letter."""
    words, text = _words(), piece.folded
    if (unquoted := words.unquoted.search(text)) and (
        piece.section.kind == "application" or _is_behind_address(piece) or not unquoted.group().startswith("subject")
    ):
        return _of_paragraph(piece, *unquoted.span(1))
    for plain in (
        *words.addressed.finditer(text),
        *words.marked.finditer(text),
        *words.plain_behind.finditer(text),
        *words.plain_before.finditer(text),
    ):
        if _begins_a_line(piece.raw[plain.start(1)]):
            return _of_paragraph(piece, *plain.span(1))
    return None


def _begins_a_line(sign: str) -> bool:
    return sign.isupper() or sign.isdigit() or sign == "["


def _of_paragraph(piece: Piece, start: int, end: int) -> Span:
    """What of a place stands before an empty line."""
    return Span(start, start + len(piece.raw[start:end].split("\n\n")[0].rstrip()))


def _listed_steps(posting: Posting, found: Sequence[Fact]) -> Iterator[Fact]:
    """The further items of a list under « Processus de recrutement » one of which is a step: « Visio avec la DRH »."""
    steps = [fact for fact in found if fact.field == "selection"]
    for piece in pieces(posting) if steps else ():
        within = [fact for fact in steps if piece.section.start <= fact.start < piece.section.end]
        heading = folded(piece.section.heading)
        if not within or not _words().selection_section.search(heading) or not _ITEM.match(piece.raw):
            continue
        if all(fact.end <= piece.start or piece.end <= fact.start for fact in steps):
            place = piece.clause(Span(len(piece.raw) - 1, len(piece.raw)))
            value = piece.words(Span(place.start - piece.start, place.end - piece.start))
            yield piece.quoted("selection", value[:_LONGEST_STEP].rstrip(" .;"), place)


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


@dataclass(frozen=True)
class _Words:
    subject: re.Pattern[str]
    subject_context: re.Pattern[str]
    not_subject: re.Pattern[str]
    asking: re.Pattern[str]
    file: re.Pattern[str]
    code_before: re.Pattern[str]
    opened: re.Pattern[str]
    quoted_behind: re.Pattern[str]
    quoted_before: re.Pattern[str]
    addressed: re.Pattern[str]
    marked: re.Pattern[str]
    thing_then_where: re.Pattern[str]
    where_then_thing: re.Pattern[str]
    unquoted: re.Pattern[str]
    plain_behind: re.Pattern[str]
    plain_before: re.Pattern[str]
    label: re.Pattern[str]
    led: re.Pattern[str]
    begins_sentence: re.Pattern[str]
    step: re.Pattern[str]
    not_step: re.Pattern[str]
    selection_context: re.Pattern[str]
    selection_section: re.Pattern[str]


def _code_before(verbs: str, where: str) -> re.Pattern[str]:
    """« Rappelez la référence AB/12 dans l'objet »."""
    return re.compile(
        rf"{verbs} {{1,8}}(?:(?:the|la|le) )?(?:(?:reference|ref\.?)(?: number| no\.?)? )?"
        rf"((?=[^\s/]*/|\S*\d)[\w.-]+(?:[/-][\w.-]+)+) {{1,2}}{where}"
    )


@cache
def _words() -> _Words:
    data = table("facts_application.toml")
    subject, selection = data["subject"], data["selection"]
    nouns, where, things = (alternatives(subject[name]) for name in ("nouns", "where", "things"))
    verbs, mail, short = (alternatives(subject[name]) for name in ("verbs", "mail", "short"))
    place = rf"{where}(?: {{1,2}}{mail})?"
    leads = r"(?: {0,30}(?::|\.{3,80}:?|…{1,40})| {0,40}\|)"
    opened = (
        rf"{alternatives(subject['opening'])} (?:your|the|my|votre|le|ton) {alternatives(subject['messages'])}"
        rf" (?:with|by|par|avec) {{1,2}}{_MENTION}"
    )
    told = pattern([*subject["nouns"], *subject["where"], *subject["short"], *subject["marks"]])
    return _Words(
        subject=re.compile(f"{told.pattern}|{opened}"),
        subject_context=pattern(subject["context"]),
        not_subject=pattern(subject["not_subject"]),
        asking=pattern(table("facts_deadline.toml")["asking"]),
        file=pattern([*table("facts_deadline.toml")["file"], *table("facts_deadline.toml")["own_file"]]),
        code_before=_code_before(verbs, where),
        opened=re.compile(opened),
        quoted_behind=re.compile(
            rf"(?:{nouns}[^\".;]{{0,60}}|{short} ?:? ?|{place}(?:{_SAYS})?[ :,]{{1,3}}{_WRITE}{_MENTION}){_QUOTED}"
        ),
        addressed=re.compile(rf"@[\w.-]{{3,80}}[ ,;(–-]{{1,3}}(?:with |avec )?(?:the |l')?{short} ?:? ?{_PLAIN}"),
        quoted_before=re.compile(rf"{_QUOTED}[^\".;]{{0,20}}{where}(?: {{1,2}}{mail})?"),
        plain_behind=re.compile(rf"{place}(?:{_SAYS})?[ :,]{{1,3}}{_WRITE}{_MENTION}{_PLAIN}"),
        label=re.compile(
            rf"(?:(?:mention|words?|texte?) )?(?:a (?:indiquer|porter|mettre) )?(?:{place}|{nouns}(?: {{1,2}}{mail})?)"
        ),
        begins_sentence=pattern(subject["begins_sentence"]),
        led=re.compile(rf"(?:{place}|(?:{nouns}|{short})(?: {{1,2}}{mail})?)$"),
        plain_before=re.compile(rf"{verbs} {{1,8}}{_MENTION}([^\".;:@]{{3,60}}?) {place}"),
        marked=re.compile(
            rf"{alternatives(subject['marks'])} (?:(?:with|as|by|avec) )?"
            rf"(?:(?:the )?words? |the code |la mention )?{_PLAIN}"
        ),
        thing_then_where=re.compile(rf"(?:en )?{verbs}[^.;:]{{0,60}}?{things}[^.;:]{{0,60}}?{place}"),
        where_then_thing=re.compile(
            rf"(?:{verbs}[^.;:]{{0,40}}?)?{place}[^.;]{{0,30}}?{things}(?: de l'offre| du poste)?"
        ),
        unquoted=re.compile(
            rf"(?:{place}|{nouns}(?: {{1,2}}{mail})?)(?: {{1,2}}{_TOLD}|{mail})){{0,2}}{leads}"
            rf" {{0,3}}{_MENTION}{_PLAIN}"
        ),
        step=pattern(selection["steps"]),
        not_step=pattern(selection["not_steps"]),
        selection_context=pattern(selection["context"]),
        selection_section=pattern(selection["sections"]),
    )  # fmt: skip
