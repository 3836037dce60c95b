"""The reference of a posting: its number or code. The words are in `data/facts_application.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.domain import Fact, Span
from assistant.facts.dates import dates_in
from assistant.facts.folded import alternatives, folded, pattern
from assistant.facts.pieces import Piece
from assistant.resources import table

_NEXT_LABEL = r"(?! [/-] [^\W\d_]{2,20}(?: [^\W\d_]{1,20}){0,3} ?:)"  # "Ref. AB-12 / Location: Goma"
_CODE = (
    rf"[A-Za-z0-9][\w.-]{{0,40}}(?:{_NEXT_LABEL}(?: ?/ ?|-| - (?=[\w ./-]{{0,40}}\d))[A-Za-z0-9][\w.-]{{0,40}}){{0,5}}"
)
_SPACED = r"[A-Z]{2,12} \d{1,5}(?!\d|[,.]\d| ?[\w%€$])"  # « la référence TEXTILE 28 »
_LEADERS = r"[ \t.…_·:|*#\"«“(\[–-]"  # between a label and its code
_BEHIND_LABEL = re.compile(
    rf"(?:\.? {{0,2}}(?i:n°|nº|no\.?|nr\.?|#|number)(?![^\W\d]))?,?{_LEADERS}{{0,80}}({_SPACED}|{_CODE})"
)
_BEHIND_WORDS = re.compile(rf"[^.:;\n]{{1,50}}:{_LEADERS}{{0,6}}({_CODE})")  # « à porter sur toute correspondance : »
_STRICT = r"(?=[\w./-]{0,40}\d)[A-Z0-9][A-Za-z0-9.]{0,20}(?:[/_-][A-Za-z0-9.]{1,20}){1,6}"
_SHORT = r"[A-Z]{1,6}\d{2,6}"  # « le code C26 »
_OF_YEAR = r"20\d\d ?/ ?\d{1,4}"  # « OFFRE 2026 / 03 »
_DIRECT = re.compile(rf"(?: {{1,3}}| ?[/|–—] ?)({_STRICT}|{_OF_YEAR})(?![\w/@-])")
_HEAD = 400  # characters of a posting in which a code may have no figure: « Association X • Tozeur • Réf. CT-PSY »
_HEAD_CODE = re.compile(r"[A-Z]{2,10}(?:[/_-][A-Z]{2,10}){1,4}")
# "Vacancy announcement 260418", "Vacancy Notice 2026-17"
_DIGITS = re.compile(r" {1,3}(\d{5,9}|\d{2,4}[-/]\d{3,6}|20\d\d[-/]\d{1,3})(?![\w/@-]|[.,]\d)")
_LETTERS = r"[A-Z]{2,10}(?:[/_-][A-Z]{2,10}){1,3}"  # « le code ROST-PT »
_CITED = re.compile(rf"[ \t]{{1,3}}({_STRICT}|{_SHORT}|{_LETTERS})(?![\w/@-])")
_CODE_LINE = re.compile(rf"^\W{{0,4}}(?i:code)[ \t|]{{0,20}}[:|][ \t]{{0,20}}({_STRICT})\W{{0,4}}$", re.MULTILINE)
_AS_SUBJECT = re.compile(  # "write KD-LOG-4 as the subject of the mail"
    rf"(?<![\w/@.-])({_STRICT}),? (?:as (?:the |your )?subject|in (?:the |your )?subject|en objet"
    r"|dans l'objet|comme objet|en sujet)(?!\w)"
)
_QUOTED_SUBJECT = re.compile(  # « avec en objet la mention « LOG-26-4 » », "with the subject line "KD-LOG-4""
    rf"(?<!\w)(?i:objet|subject|sujet)(?!\w)[^«»“”\".;]{{0,25}}[«“\"]\s?({_STRICT})\s?[»”\"]"
)
_AS_REFERENCE = re.compile(  # « mentionnez « PSY-TRI » comme référence », "give KITCHEN-7 as your reference"
    rf"(?<![\w/@.-])({_STRICT}|{_SHORT}|{_LETTERS})\s?[\"»”']?,? "
    r"(?:as (?:(?:the|your|a|our|job) )?(?:reference|ref|code)|comme (?:code|r[ée]f[ée]rence)|en r[ée]f[ée]rence)(?!\w)"
)
_OF_MESSAGE = re.compile(  # « Objet : Comptable (Gao), KD-CPT-4 », of a message that was passed on
    rf"^\W{{0,4}}(?:subject|objet|sujet) ?:[^:]{{4,100}}?[,(–—-] ?"
    rf"((?=[\w/.-]*\d\d|(?:\w+[/_-]){{2}}){_STRICT})\)?\W{{0,3}}$",
    re.IGNORECASE,
)
_APART = re.compile(
    r"(?:^|\s{3}|[–—|/.,(\[:] ?|\s- )[ *#>»→►-]{0,4}$"
)  # what stands before a noun that begins something
_OF_NOTICE = re.compile(  # « la clôture de l'avis KD-2026-7 », "correction to notice KD/26/7"
    r"(?<!\w)(?:de l'|de cette |a l'|du |to |to the |of |of the |in )"
    r"(?:avis|annonce|offre|appel|notice|advert|announcement|vacancy|call|tender)(?!\w)"
)
_IN_BRACKETS = re.compile(
    r"[(\[]((?!ISO|COVID)(?=[A-Z0-9/_-]{0,20}[A-Z]{2})[A-Z]{2,8}[/_-]\d{3,6})[)\]]"
)  # « [JO-3391] »
_LABELLED_LETTERS = re.compile(  # « (réf. SF-GIT) »
    r"[(\[] ?(?i:r[ée]f(?:[ée]rence)?\.?) ?:? {0,2}([A-Z]{2,10}(?:[/_-][A-Z]{2,10}){1,4}) ?[)\]]"
)
_ALONE = re.compile(rf"(?=(?:.*\d){{3}})(?=.*[A-Z])(?=.*[/_-])(?!.*[a-z]{{4}}){_CODE}")
_NUMBERED = re.compile(  # « N° 014/2026/SSB », "no. 12 of 2026"
    r"(?<!\w)(?:[Nn][oO]\.?|[Nn][°º]) ?(\d{1,4} (?:of|de|du) 20\d\d)(?!\d)|"
    r"(?<!\w)[Nn](?:[°º]|[oO]\.) ?(?=[^\s/]{1,20}/|[A-Z]{1,6}-\d|20\d\d-\d)(?=(?:[^\s\d]{0,9}\d){3})"
    r"([A-Z0-9][A-Z0-9./_-]{4,40})(?![\w/])"
)
_TITLED = re.compile(  # « AAP-2026-03 — Chargé de plaidoyer », « Infirmier (SF/26/014) »
    r"(?:^[\W_]{0,4}|[(\[|] ?|(?<=\s)[–—-] )((?=[A-Z0-9/_-]{0,40}[A-Z]{2})(?=(?:[A-Z/_-]{0,20}\d){2})"
    r"[A-Z0-9]{1,12}(?:[/_-][A-Z0-9]{1,12}){2,5})(?: {0,2}[)\]|–—:]| -|$)"
)
_SET_OFF = re.compile(  # at the end of a line of the head: « ONG SUD          RH / 2026 / 118 »
    r"(?:^|\s{3,40})((?=[^\d\n]{1,30}\d)[A-Z]{2,10}(?: ?/ ?[A-Z0-9]{1,10}){2,5})[ \t]*$", re.MULTILINE
)
_TITLE_END = re.compile(  # « Électricien H/F - EC9293 », « Topographe (H/F) TRV018 »
    r"(?:\s[–—-]\s((?!ISO|EN|NF|CDD|CDI)[A-Z]{1,4}\d{4,7})|[HFM]/[HFMX]\)?\s((?!ISO|CDD|CDI)[A-Z]{2,4}\d{3,7}))\s*$"
)
_COLUMN = re.compile(r"\s{3,}")
_CELL = re.compile(r"\S+(?:\s{1,2}\S+)*")
_PAGE = re.compile(r"(?<=[/-]\w{2})(?<=\w) / \d{1,2}$|(?<=[/-]\w{3}) / \d{1,2}$")  # « 2026-ML-042 / 1 »: of a page
_SURE = re.compile(r"code|reference|numero|number")
_YEARS = re.compile(r"(?:19|20)\d\d ?[-/] ?(?:(?:19|20)\d\d|\d\d)$")
_OPENING = 1500  # characters of a posting within which a line of its own can be its reference
_LONGEST_LINE = 120
_WORD_BETWEEN = 45  # characters from the beginning of a label to its code
_NAMED = r"(?:sous|la|sous la|the|under|quoting|quote|cite|citing|rappeler|rappelant|indiquer|indiquant) {1,2}$"


def references(piece: Piece) -> Iterator[Fact]:
    """The `reference` facts of a sentence or line, one at most."""
    if _words().over.search(piece.folded):
        return
    found = (
        _labelled(piece)
        or _below_label(piece)
        or _directed(piece)
        or _numbered(piece)
        or _titled(piece)
        or _alone(piece)
        or _behind_title(piece)
        or _in_letters(piece)
    )
    if found:
        at, quote = found
        yield piece.fact("reference", _PAGE.sub("", piece.words(at)).rstrip(".-"), quote)


def _labelled(piece: Piece) -> tuple[Span, Span] | None:
    """Behind « Réf. », « Consultation n° », "Vacancy number"."""
    words, text, raw = _words(), piece.folded, piece.raw
    for label in words.label.finditer(text):
        codes = (_BEHIND_LABEL.match(raw, label.end()), _BEHIND_WORDS.match(raw, label.end()))
        code = next((code for code in codes if code and _is_code(code.group(1))), None)
        if code and _is_announced(text, label, code, in_head=piece.start < _HEAD):
            return Span(*code.span(1)), Span(label.start(), code.end(1))
    return None


def _directed(piece: Piece) -> tuple[Span, Span] | None:
    """Behind words that need a code with no doubt about it: "under the code", « Avis de vacance »."""
    words, text = _words(), piece.folded
    labels = [(label, _CITED) for label in words.citing.finditer(text)]
    for label, form in (*labels, *((label, _DIRECT) for label in words.noun.finditer(text))):
        code = form.match(piece.raw, label.end())
        if not code or _is_beside_other(text, label.start()) or _is_school_year(code.group(1)):
            continue
        noun_first = form is _DIRECT
        coded = any(char.isupper() for char in code.group(1)) or (noun_first and " " in code.group(1))
        told = not coded or any(char.isdigit() for char in code.group(1)) or _SURE.search(label.group()) is not None
        if coded and told and (not noun_first or _is_apart(text, label.start())):
            return Span(*code.span(1)), Span(label.start(), code.end(1))
    for label in words.numbered.finditer(text):
        code = _DIGITS.match(piece.raw, label.end())
        if code and not _are_two_years(code.group(1)) and _APART.search(text[: label.start()]):
            return Span(*code.span(1)), Span(label.start(), code.end(1))
    ways = (_AS_SUBJECT, _QUOTED_SUBJECT, _AS_REFERENCE)
    subject = next((found for way in ways if (found := way.search(piece.raw))), None)
    return (Span(*subject.span(1)), Span(*subject.span())) if subject else None


def _is_apart(text: str, start: int) -> bool:
    """Whether a noun begins something, or names a notice that is spoken of."""
    of_notice = any(found.start() < start < found.end() for found in _OF_NOTICE.finditer(text))
    return of_notice or _APART.search(text[:start]) is not None


def _numbered(piece: Piece) -> tuple[Span, Span] | None:
    if piece.start < _OPENING and len(piece.raw) <= _LONGEST_LINE and not _words().of_other.search(piece.folded):
        for found in _NUMBERED.finditer(piece.raw):
            return Span(*found.span(found.lastindex or 0)), Span(*found.span())
    return None


def _titled(piece: Piece) -> tuple[Span, Span] | None:
    """In a line of the beginning, beside the title."""
    if piece.start < _OPENING // 3 and len(piece.raw) <= _LONGEST_LINE and not _words().of_other.search(piece.folded):
        found = (
            _CODE_LINE.search(piece.raw)
            or _TITLED.search(piece.raw)
            or _IN_BRACKETS.search(piece.raw)
            or _OF_MESSAGE.search(piece.raw)
            or _SET_OFF.search(piece.raw)
        )
        if found and not dates_in(found.group(1), "fr"):
            return Span(*found.span(1)), Span(*found.span(1))
    return None


def _in_letters(piece: Piece) -> tuple[Span, Span] | None:
    found = _LABELLED_LETTERS.search(piece.raw)
    return (Span(*found.span(1)), Span(*found.span())) if found else None


def _behind_title(piece: Piece) -> tuple[Span, Span] | None:
    """At the end of a first line that names the job."""
    first = piece.raw.partition("\n")[0]
    found = _TITLE_END.search(first) if piece.start <= piece.posting.title.end and len(first) <= _LONGEST_LINE else None
    return (Span(*found.span(found.lastindex or 1)),) * 2 if found else None


def _alone(piece: Piece) -> tuple[Span, Span] | None:
    """A line that is nothing else."""
    bare = piece.raw.strip(" *\t")
    if piece.start < _OPENING and len(bare) <= 60 and _ALONE.fullmatch(bare) and not dates_in(bare, "fr"):
        start = piece.raw.index(bare)
        return Span(start, start + len(bare)), Span(start, start + len(bare))
    return None


def _is_school_year(code: str) -> bool:
    """Whether a code is two years, one after the other: « 2026-2027 »; « 2026 / 03 » is none."""
    if not _YEARS.fullmatch(code):
        return False
    years = re.findall(r"\d+", code)
    return " " not in code or (int(years[0]) + 1) % 100 == int(years[1]) % 100


def _are_two_years(code: str) -> bool:
    """Whether figures are years: « Concours 2026-2027 »; « Concours 2026-17 » is the seventeenth of its year."""
    if not _YEARS.fullmatch(code):
        return False
    first, last = (int(year) % 100 for year in re.findall(r"\d+", code))
    return len(code) > len("2026-17") or (first + 1) % 100 == last


def _below_label(piece: Piece) -> tuple[Span, Span] | None:
    """A line that is nothing but a code, below its label."""
    bare = piece.raw.strip(" *\t")
    label = folded(piece.label.of(piece.posting.text)) if piece.label else ""
    if not label and "\n" in bare:  # « …, mutuelle).Référence de l'offre » ran into the line above its code
        head, _, bare = bare.partition("\n")
        label = folded(head.strip()) if _words().label.fullmatch(folded(head.strip(" :"))) else ""
    if columned := _in_column(piece, label):
        return columned, columned
    if not label or len(bare) > 60 or not re.fullmatch(_CODE, bare) or not any(c.isdigit() for c in bare):
        return None
    start = piece.raw.index(bare)
    at = Span(start, start + len(bare))
    return (at, at) if _words().label.match(label.lstrip(" -*#")) and not _words().of_other.search(label) else None


def _in_column(piece: Piece, label: str) -> Span | None:
    """The code of a row of columns below their labels: « Post no.    Grade », and below it « EN/2266     D »."""
    labels, cells = _COLUMN.split(label.strip()), list(_CELL.finditer(piece.raw))
    if len(labels) < 2 or len(labels) != len(cells):
        return None
    for name, cell in zip(labels, cells, strict=True):
        if _words().label.fullmatch(name) and re.fullmatch(_CODE, cell.group()) and any(map(str.isdigit, cell.group())):
            return Span(*cell.span())
    return None


def _is_announced(text: str, label: re.Match[str], code: re.Match[str], *, in_head: bool) -> bool:
    """Whether a colon, dots or « n° » stand before a code, or words that speak of one reference."""
    written = code.group(1)
    if _is_beside_other(text, label.start()):
        return False
    between = text[label.start() : code.start(1)]
    if re.search(r"[:#°º]|\.{3}|…|_{3}|(?<!\w)(?:no|nr|id|number|numero)(?!\w)", between):
        return True
    if _YEARS.fullmatch(written):
        return False
    has_digit, coded = any(c.isdigit() for c in written), written == written.upper() or "/" in written
    opened = re.search(
        r"(?:^(?:[^\w\s]{1,3} |\d{1,2}[.)]? {1,3})?|[(\[|,;:/•·▪●]|[-–—] ?| {3}) {0,3}[*#-]{0,3} {0,2}$",
        text[: label.start()],
    )
    if opened and has_digit and coded and len(between) < _WORD_BETWEEN:
        return True  # « Réf. RDS/2026/03 », "JOB OPENING 2026-ML-042", « (réf. LOG-26-B) »
    if opened and in_head and label.group().startswith("ref") and _HEAD_CODE.fullmatch(written):
        return len(between) < len("reference : ")
    named = re.search(_NAMED, text[max(0, label.start() - 14) : label.start()])
    return bool(named) and coded and has_digit


def _is_beside_other(text: str, start: int) -> bool:
    """Whether the label belongs to a law, a telephone or a register: « agrément : réf. … »."""
    before = re.split(r"[,;:(|]| - ", text[max(0, start - 25) : start])[-1]
    return _words().of_other.search(before) is not None


def _is_code(word: str) -> bool:
    return (any(c.isdigit() for c in word) and len(word) >= 3) or (word.isupper() and len(word) >= 6)


@dataclass(frozen=True)
class _Words:
    label: re.Pattern[str]
    noun: re.Pattern[str]
    numbered: re.Pattern[str]
    citing: re.Pattern[str]
    of_other: re.Pattern[str]
    over: re.Pattern[str]


@cache
def _words() -> _Words:
    data = table("facts_application.toml")["reference"]
    number = (
        r"[ ,()]{0,4}(?:n[°º]|no\.|no(?!\w)|nr(?!\w)|num(?:ero)?(?!\w)|number(?!\w)|ref(?:erence)?(?!\w)|id(?!\w)|#)"
    )
    nouns = alternatives(data["nouns"])
    return _Words(
        label=re.compile(
            rf"(?<!salaire de )(?<!prix de )(?<!taux de )(?:{alternatives(data['labels'])}|{nouns}{number})"
        ),
        noun=re.compile(nouns),
        numbered=pattern(data["numbered"]),
        citing=re.compile(alternatives(data["citing"])),
        of_other=pattern(data["of_other"]),
        over=pattern(data["over"]),
    )
