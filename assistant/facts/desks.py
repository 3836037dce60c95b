"""Where an application is handed in or posted on paper: « à déposer au secrétariat », "to the box at our gate".

The words are in `data/facts_application.toml`, table `desk`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.domain import Fact, Posting, Span
from assistant.facts.folded import alternatives, folded, pattern
from assistant.facts.pieces import Piece, pieces
from assistant.facts.quotes import distinct
from assistant.resources import table

_ABOVE = 400  # characters above a sentence in which it can be said that it is about applying
_BETWEEN = 130  # characters between « déposer » and the place: what is handed in
_LONGEST = 90  # characters of a place
_LEAST = 4
_LEADERS = r"(?: {0,40}[:|] {0,40}| ?\.{3,80} ?| {3,60})"
_SMALL = re.compile(r"(?:,?\s[^\W\dA-ZÀ-Þ][\w'’-]*)+\Z")  # « BP 12, Lomé *avant* »
_ASKING = re.compile(r"(?:ask|demandez)(?!\w)")
_OPENS = re.compile(r"(?:^|[.;:!?,]\s|\b(?:or|ou|et|and|please)\s)\W*$")
_PLAIN = " ,;:-–—|"


def desks(posting: Posting) -> list[Fact]:
    """The `apply_to` facts for desks, boxes and postal addresses that applications are brought or posted to."""
    return distinct(fact for piece in pieces(posting) for fact in _of_piece(piece))


def _of_piece(piece: Piece) -> Iterator[Fact]:
    words = _words()
    told = words.applying.search(piece.folded) or words.applying.search(piece.lead.rsplit("|", 1)[-1])
    stray = (piece.section.kind == "profile" and not told) or piece.section.kind == "missions"
    if (stray and not tells_to_come(piece.folded)) or words.other.search(words.both.sub("", piece.folded)):
        return
    handed = [*words.labelled.finditer(piece.folded), *_handed(piece)]
    placed: list[Span] = []
    for found in _below_label(piece) or handed:
        if place := _place(piece, *found.span("place"), after=found.end("noun")):
            placed.append(place)
            led = found.groupdict().get("led") and piece.posting.language == "fr"
            yield _fact(piece, Span(found.start("led"), place.end) if led else place)  # « sous la porte du studio »
    for found in (*_posted(piece), *_below_writing(piece), *_visited(piece)):
        start, end = found.span("place")
        if any(place.start <= start < place.end for place in placed):
            continue
        end -= len(match.group()) if (match := _SMALL.search(piece.raw, start, end)) else 0
        yield _fact(piece, Span(start, end))


def tells_to_come(text: str) -> bool:
    """Whether a sentence begins with how to apply, whatever it stands below: « S'inscrire au presbytère »."""
    return _words().comes.match(text) is not None


def _fact(piece: Piece, place: Span) -> Fact:
    return piece.quoted("apply_to", piece.words(place).strip(_PLAIN), piece.clause(place))


def _below_label(piece: Piece) -> list[re.Match[str]]:
    """The place in what stands directly below « Dépôt des plis »."""
    words = _words()
    heading = folded(piece.section.heading).strip(" :*#-") if piece.start == piece.section.body_start else ""
    if not any(words.label.fullmatch(each) for each in (piece.lead.rsplit("|", 1)[-1].strip(" :"), heading)):
        return []
    found = words.led.search(piece.folded) or words.below.match(piece.folded)
    return [found] if found else []


def _below_writing(piece: Piece) -> list[re.Match[str]]:
    """The box in what stands directly below « Écrire à » or "Write to"."""
    words = _words()
    heading = folded(piece.section.heading).strip(" :*#-") if piece.start == piece.section.body_start else ""
    labels = (piece.lead.rsplit("|", 1)[-1].strip(" :"), heading)
    found = words.boxed.match(piece.folded) if any(words.written.fullmatch(each) for each in labels) else None
    return [found] if found else []


def _handed(piece: Piece) -> Iterator[re.Match[str]]:
    """The places behind « déposer », "bring" and the like, where it is an application that is brought."""
    text, last = piece.folded, 0
    for found in _words().handed.finditer(text):
        if _ASKING.match(text, found.start()) and not _OPENS.search(text, 0, found.start()):
            continue  # "we ask for three days at the workshop" tells nobody to ask there
        if found.start("place") >= last and _is_of_applying(piece, found.start()):
            last = found.end("place")
            yield found


def _posted(piece: Piece) -> Iterator[re.Match[str]]:
    """« … à M. le Directeur, BP 12, Lomé », behind words that send an application."""
    words = _words()
    for found in words.posted.finditer(piece.folded):
        if words.sending.search(piece.folded, 0, found.start("place")) and _is_of_applying(piece, found.start()):
            yield found


def _visited(piece: Piece) -> Iterator[re.Match[str]]:
    """ "Drop by 31 Old Street and leave a letter", « passez au 12 rue du Port avec votre CV »."""
    for found in _words().visited.finditer(piece.folded):
        if _is_of_applying(piece, found.start()):
            yield found


def _is_of_applying(piece: Piece, at: int) -> bool:
    """Whether a sentence, what stands over it or the sentences above it speak of an application to be brought."""
    words, text = _words(), piece.folded
    above = folded(piece.posting.text[max(0, piece.start - _ABOVE) : piece.start])
    before = text[max(0, at - 30) : at].rpartition('"')[2]  # « … - ne pas ouvrir », sont à déposer »
    if words.refused.search(before):
        return False
    told = piece.section.kind == "application"
    behind = folded(piece.posting.text[piece.end : piece.end + _ABOVE // 2])
    told = told or any(words.applying.search(each) for each in (text, piece.lead, above, behind))
    return told and any(words.things.search(each) for each in (text, above[-_ABOVE // 2 :], behind))


def _place(piece: Piece, start: int, end: int, *, after: int) -> Span | None:
    """The words of a place up to where the sentence tells when or with what one comes."""
    text = piece.folded
    end = min(end, start + _LONGEST)
    stop = _words().stop.search(text, max(start + 1, min(after, end)), end)  # « la direction *des* ressources »
    end = stop.start() if stop else end
    if start + _LONGEST <= end and end < len(text) and text[end].isalnum():
        end = text.rfind(" ", start, end)
    if end - start < _LEAST or "@" in text[start:end] or "www." in text[start:end] or "://" in text[start:end]:
        return None
    return Span(start, end)


@dataclass(frozen=True)
class _Words:
    handed: re.Pattern[str]
    posted: re.Pattern[str]
    visited: re.Pattern[str]
    labelled: re.Pattern[str]
    label: re.Pattern[str]
    led: re.Pattern[str]
    below: re.Pattern[str]
    boxed: re.Pattern[str]
    written: re.Pattern[str]
    both: re.Pattern[str]
    comes: re.Pattern[str]
    sending: re.Pattern[str]
    applying: re.Pattern[str]
    things: re.Pattern[str]
    refused: re.Pattern[str]
    other: re.Pattern[str]
    stop: re.Pattern[str]


def _street() -> str:
    """A street with its number, postcode and town: « 3 rue du Port, 44000 Nantes », "4 Mill Lane, Hexham NE46 3AB"."""
    words, town = r"[^.;:!?@()\n\d]{3,40}", r"[^\W\d_][\w'-]{2,24}(?:-[\w'-]{2,20}){0,3}"
    return (
        rf"\d{{1,4}}(?: ?(?:bis|ter))?,? {words},? \d{{5}} {town}"
        rf"|(?:[^\W\d_][\w'-]* ){{1,4}}\d{{1,4}}[a-d]?,? (?:[a-z]{{1,2}}-)?\d{{4,5}} {town}"
        rf"|\d{{1,4}}[a-d]?,? {words} [a-z]{{1,2}}\d{{1,2}}[a-z]?(?: \d[a-z]{{2}})?(?!\w)"
    )


def _numbered() -> str:
    """A street with its number and perhaps a town, without a postcode: "17 Hospital Road, Kailahun"."""
    streets = r"(?:road|street|lane|avenue|drive|boulevard|square|close|crescent|way|terrace|highway)"
    town = r"(?:, [^\W\d_][\w'-]{2,20}){0,2}"
    return (
        rf"\d{{1,4}}[a-d]?,? (?:[^\W\d_][\w'’.-]{{1,20}} ){{1,4}}{streets}(?!\w){town}"
        rf"|\d{{1,4}}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|bd|impasse|allee|quai|place|chemin)"
        r"(?:[ -](?!(?:avec|pour|et|ou|avant|entre|muni\w*|tous|chaque|apres|des \d)(?!\w))[^\W\d_][\w'’-]{0,20}){1,5}"
        rf"(?:(?: -|,) (?:cs|bp) \d{{2,6}})?(?:(?: -|,)? \d{{5}} [^\W\d_][\w'-]{{2,24}})?{town}"
    )


@cache
def _words() -> _Words:
    desk = table("facts_application.toml")["desk"]
    verbs, to, nouns, boxes = (alternatives(desk[name]) for name in ("verbs", "to", "nouns", "boxes"))
    of = r"(?:(?:the|our|le|la|notre|nos|son|ce) |l'\s?)?"
    near = r"(?:(?!(?:at|in|to|au|aux|chez|dans)\s)[\w.&-]+(?:'s)?,?(?:'| ){1,2}){0,4}?"
    name = r"(?:(?!\s(?:to|a|au|aux|at)\s)(?:[^.;:!?@\d\n]|(?<=(?<!\w)m)\.|(?<=(?<!\w)[md]r)\.|(?<=mme)\.))"
    rest = rf"[^\n]{{0,{_LONGEST}}}"
    box = rf"{boxes}(?:\s[a-z]{{1,3}})?\s?\d[\d-]{{0,8}}(?:,? (?:\d{{4,5}} )?[^\W\d_][\w'-]{{2,20}}){{0,3}}"
    box, numbered = rf"(?:{box}|{_street()}|{_numbered()})", _numbered()
    return _Words(
        handed=re.compile(
            rf"{verbs}(?![\w-])[^.;:!?@]{{0,{_BETWEEN}}}?(?<![\w'])(?P<led>{to})\s?(?P<place>{of}{near}(?P<noun>{nouns}){rest})"
        ),
        posted=re.compile(
            rf"(?:(?<![\w'])(?:to|a|au|aux|at|reach)\s{{0,2}}:?\s{{1,8}}|{alternatives(desk['mailed'])}\s{{0,2}}[:,(–-]\s{{0,2}})"
            rf"(?P<place>(?:{name}{{0,70}}[ ,]\s?)?{box})"
        ),
        visited=re.compile(
            rf"{alternatives(desk['visits'])} {{1,2}}(?:(?:to|at|in at|by|round to|au|nous voir au|a) )?"
            rf"(?P<place>{numbered})"
        ),
        labelled=re.compile(
            rf"(?:^|[|\n]) {{0,6}}{alternatives(desk['labels'])}{_LEADERS}{to}?\s?"
            rf"(?P<place>{of}{near}(?P<noun>{nouns}|{alternatives(desk['streets'])}|{boxes}){rest})"
        ),
        label=pattern(desk["labels"]),
        led=re.compile(rf"(?<![\w'])(?:au|a la|a l'|a|at|in|to)\s?(?P<place>{of}{near}(?P<noun>{nouns}){rest})"),
        below=re.compile(rf"\W{{0,4}}(?P<place>{of}{near}(?P<noun>{nouns}|{alternatives(desk['streets'])}){rest})"),
        boxed=re.compile(rf"\W{{0,4}}(?P<place>(?:{name}{{0,90}}[ ,]\s?)?{box})"),
        written=pattern(desk["written"]),
        both=pattern(desk["both"]),
        comes=re.compile(rf"\W{{0,6}}{alternatives(desk['comes'])}"),
        sending=pattern(desk["sending"]),
        applying=pattern(desk["applying"]),
        things=pattern(desk["things"]),
        refused=pattern(desk["refused"]),
        other=pattern(desk["other"]),
        stop=re.compile(
            rf"(?<=\w\w)\.(?=\s|$)|[;:!?()\n|\"]|\s-\s|,?\s{alternatives(desk['stops'])}(?!-)|,\s(?=\d{{1,2}}\s?[h:])"
        ),
    )
