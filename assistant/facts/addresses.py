"""Where an application is to be sent: e-mail addresses, pages, numbers for messages.

The words are in `data/facts_application.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from assistant.domain import Fact, Posting, Span
from assistant.facts.folded import alternatives, folded, one_of, pattern
from assistant.facts.pieces import Piece, pieces
from assistant.facts.quotes import distinct
from assistant.resources import table

_DOT = r"(?:\.| ?(?:\(dot\)|\[dot\]|\(point\)|\[point\]) ?| \. (?=(?:[a-z]{2,20} \. )?[a-z]{2,4}(?!\w)))"
_EMAIL = re.compile(
    rf"(?<![\w.+-])([\w.+-]{{1,64}}?) ?(?:@|\((?:at|a|arobase)\)|\[(?:at|a|arobase)\]|\{{at\}}) ?"
    rf"([\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,5}})",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"(?:https?://|(?<![\w/@.])www\.)[^\s<>\"«»\]]{3,300}"
    r"|(?<![\w/@.)\]}-])(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,12}(?:/[^\s<>\"«»\]]{2,200}|(?![\w@/.-]))",
    re.IGNORECASE,
)
_NUMBER = r"(?P<number>(?<![\w+])(?:\+|00)?\(?\d(?:[ ./()-]{0,2}\d){7,14})(?![\d@])"
_ANY_EMAIL = re.compile(r"\S+@\S+")
_BEFORE_COPY = 60  # characters before an address in which it can be said that it gets a copy
_BEFORE = 160  # characters before an address in which the words that send people there stand
_BEHIND = 60  # characters behind an address in which it can be said that it is for something else
_NEAR_PAGE = 120
_LEAST_LETTERS = 2
_STOP = re.compile(r"[.;!?](?=\s)(?<!\bmme\.)(?<!\bmr\.)(?<!\bdr\.)")


_SENDER = re.compile(
    r"(?:^|[\n|>] ?)\W{0,4}(?:from|de|expediteur|sent by|envoye par)\s?:[^:;!?]{0,60}$"
)  # of a forwarded mail
_CLAUSE = re.compile(r"[,(:-] {0,2}(?:[\w']+ ){0,2}$")
_OF_SOME = re.compile(  # "Candidates who have difficulties with the portal may write to …"
    r" (?:who|qui|having|ayant|rencontrant|experiencing|facing|needing|with|souhaitant|wishing)(?: [\w']+){0,4} ?"
)
_JOINED = re.compile(r"[,:(]|(?<!\w)(?:et|ou|and|or)(?!\w)")


class _Use(Enum):
    APPLYING = 1  # the words about it send applications there
    NEAR = 2  # only words farther off speak of applying
    ASKING = 3  # for questions; where to apply if there is no other
    SENDER = 4  # of the message that it was sent in; where to apply if there is nothing else at all
    OTHER = 5  # never where to apply: orders, complaints, the press


def addresses(posting: Posting) -> list[Fact]:
    """The `apply_to` facts of a posting: where to apply, copy addresses too; « WhatsApp 06 12 34 56 78 » for messages.

    An address for questions counts only where there is no other, and nothing is to be handed in; one for complaints,
    orders, the press, personal data or trouble with a portal never, nor one that applications are not to be sent to.
    """
    found: dict[_Use, list[Fact]] = {use: [] for use in _Use}
    for piece in pieces(posting):
        if any(sign in piece.raw for sign in "@([{"):
            for fact, use in _emails(piece):
                found[use].append(fact)
        for fact, use in _messages(piece):
            found[use].append(fact)
        found[_Use.APPLYING] += _calls(piece)
        found[_Use.APPLYING] += _pages(piece)
    best = found[_Use.APPLYING] or found[_Use.NEAR]
    if not best and not _words().by_hand.search(folded(posting.text)):
        best = found[_Use.ASKING] or found[_Use.SENDER]
    return distinct(sorted(best, key=_is_copy))


def _is_copy(fact: Fact) -> bool:
    """Whether an address only gets a copy: « avec copie à … »."""
    at = fact.quote.lower().find(str(fact.value).lower())
    before = _ANY_EMAIL.split(folded(fact.quote[max(0, at - _BEFORE_COPY) : at]))[-1]
    return at > 0 and _words().copy.search(before) is not None


def _emails(piece: Piece) -> Iterator[tuple[Fact, _Use]]:
    words = _words()
    raw = piece.raw
    last, use = 0, None
    for found in _EMAIL.finditer(raw):
        name = found.group(1).removeprefix("mailto:")
        domain = (
            re.sub(r" ?[(\[](?:dot|point)[)\]] ?", ".", found.group(2), flags=re.IGNORECASE)
            .replace(" ", "")
            .rstrip(".-_")
        )
        first = max(0, found.start() - 200)
        private = words.privacy.search(piece.folded[first : found.end() + 60]) or words.privacy.search(piece.lead)
        asked = words.refused_aside.search(piece.folded, first, found.start()) and words.information.search(
            piece.folded
        )
        if private or asked:  # "Information (no applications): …"
            last, use = found.end(), _Use.OTHER
            continue
        before, behind = _before(piece, last, found.start()), _behind(piece, found.end())
        if use is None or not words.linking.fullmatch(before.strip()):  # « à a@x et b@x »: both for the same
            use = _use(piece, folded(name), before, behind)
        last = found.end()
        labelled = len(piece.folded) <= len(found.group()) + 12 and piece.label is not None
        at = piece.clause(Span(found.start(), found.end()))
        yield piece.quoted("apply_to", f"{name}@{domain}", at, labelled=labelled), use


def _messages(piece: Piece) -> Iterator[tuple[Fact, _Use]]:
    """The numbers that WhatsApp or another messenger is named with: « par WhatsApp au 06 12 34 56 78 »."""
    last = 0
    for found in _words().message.finditer(piece.raw):
        channel, group = (found["before"], "number") if found["number"] else (found["behind"], "second")
        before, behind = _before(piece, last, found.start()), _behind(piece, found.end())
        last = found.end()
        at = piece.clause(Span(*found.span(group)))
        yield piece.quoted("apply_to", f"{channel} {found[group]}", at), _use(piece, "", before, behind)


def _calls(piece: Piece) -> Iterator[Fact]:
    """The numbers to call that words of applying lead to: « Pour postuler, appelez Mme Alami au 05 22 … »."""
    words = _words()
    above = piece.posting.text[max(0, piece.start - _BEFORE_COPY) : piece.start].rpartition("\n")[2]  # « Intéressé ? »
    for found in words.call.finditer(piece.folded):
        lead = (folded(above) if above.rstrip().endswith("?") else "") + _before(piece, 0, found.start())
        asks = words.information.search(lead) or words.message.search(piece.raw, *found.span())
        if words.applying.search(lead) and not asks:
            yield piece.quoted("apply_to", found["number"], piece.clause(Span(*found.span("number"))))


def _before(piece: Piece, last: int, start: int) -> str:
    """The words that lead to an address, from the one before it or the end of a sentence; a label stands for none."""
    before = piece.folded[max(last, start - _BEFORE) : start]
    own = _STOP.split(before)[-1]
    if sum(char.isalpha() for char in own) < _LEAST_LETTERS:  # « Un souci ? aide@… »
        own = before
    bare = not last and sum(char.isalpha() for char in own) < _LEAST_LETTERS
    return piece.lead.split("|", 1)[1] + own if bare else own


def _behind(piece: Piece, end: int) -> str:
    """The words behind an address that still speak of it."""
    behind = _ANY_EMAIL.split(piece.folded[end : end + _BEHIND])[0]
    return _STOP.split(behind)[0]


def _use(piece: Piece, name: str, before: str, behind: str) -> _Use:
    words = _words()
    if words.refused.search(before) or words.refused_behind.search(behind):
        return _Use.OTHER
    sends = words.send.search(before)
    if words.copied.search(before):
        return _Use.APPLYING
    if _leads(words.other, before) or words.other_behind.match(behind):
        return _Use.OTHER
    if not sends and words.other_name.search(name):
        return _Use.OTHER
    if _SENDER.search(before):
        return _Use.SENDER
    if words.asked_behind.match(behind) or _leads(words.information, before):
        return _Use.ASKING
    if sends or words.apply.search(before) or words.hiring_name.search(name):
        return _Use.APPLYING
    applies = words.apply.search(piece.folded) or words.apply.search(piece.lead) or piece.section.kind == "application"
    return _Use.NEAR if applies else _Use.ASKING


def _leads(purpose: re.Pattern[str], before: str) -> bool:
    """Whether the words before an address send people there for a purpose, and not with an application as well."""
    named, sends = purpose.search(before), _words().send.search(before)
    if not named or not sends:
        return named is not None
    if sends.start() < named.start():  # « CV à envoyer, pour toute question : … », not "your CV and any questions"
        between = before[sends.end() : named.start()]
        return _CLAUSE.search(between) is not None or _OF_SOME.fullmatch(between) is not None
    return _JOINED.search(before[named.end() : sends.start()]) is None


def _pages(piece: Piece) -> Iterator[Fact]:
    words = _words()
    raw = piece.raw
    for found in _PAGE.finditer(raw):
        url = found.group().rstrip(".,;:!?*")
        url = url if "(" in url else url.rstrip(")")
        before = _since_page(piece.folded[max(0, found.start() - _BEFORE) : found.start()])
        above = piece.lead.split("|", 1)[-1] if len(piece.folded) < len(url) + 20 or not before.strip() else ""
        if not words.page.search(before) and not words.page.search(above):
            continue
        own = _STOP.split(before)[-1]
        if (
            words.fetched.search(own)
            or words.not_page.search(own[-_NEAR_PAGE:])
            or words.not_page.search(url.lower())
            or words.refused.search(own)
        ):
            continue
        host = re.sub(r"^https?://|/.*", "", url.lower())
        has_path = re.search(r"[^/:]/[^/]", url) is not None
        if not has_path and not _is_schemed(url) and not any(part in host for part in words.page_path):
            continue
        near = words.page.search(before[-40:]) or any(part in url.lower() for part in words.page_path)
        if has_path or near:
            at = Span(found.start(), found.start() + len(url))
            yield piece.fact("apply_to", url, at)


def _since_page(before: str) -> str:
    """The words that lead to a page, from the one before it where more than a conjunction stands between."""
    last = max((found.end() for found in _PAGE.finditer(before)), default=0)
    own = before[last:]
    return before if _words().linking.fullmatch(own.strip()) else own


def _is_schemed(url: str) -> bool:
    return url.lower().startswith(("http", "www."))


@dataclass(frozen=True)
class _Words:
    apply: re.Pattern[str]
    send: re.Pattern[str]
    by_hand: re.Pattern[str]
    page: re.Pattern[str]
    not_page: re.Pattern[str]
    fetched: re.Pattern[str]  # what is only downloaded there: "application form (download: www.…)"
    privacy: re.Pattern[str]
    information: re.Pattern[str]
    asked_behind: re.Pattern[str]
    other: re.Pattern[str]
    other_behind: re.Pattern[str]
    other_name: re.Pattern[str]
    hiring_name: re.Pattern[str]
    refused: re.Pattern[str]
    refused_behind: re.Pattern[str]
    refused_aside: re.Pattern[str]  # in brackets: "Information (no applications)"
    linking: re.Pattern[str]
    copy: re.Pattern[str]
    copied: re.Pattern[str]
    page_path: tuple[str, ...]
    message: re.Pattern[str]
    call: re.Pattern[str]
    applying: re.Pattern[str]


@cache
def _words() -> _Words:
    apply = table("facts_application.toml")["apply"]
    for_what = (
        r"[ (,:-]{0,4}(?:(?:is|are|est|sert|pour|for|reserve\w{0,2}|only|aux?|qui|c'est|l'adresse|des|l[ea]s?) ){0,3}"
    )
    return _Words(
        apply=pattern(apply["words"]),
        by_hand=pattern(apply["by_hand"]),
        send=pattern(apply["send"]),
        page=pattern(apply["page"]),
        not_page=pattern(apply["not_page"]),
        fetched=re.compile(rf"{alternatives(apply['fetched'])}[^.;]{{0,25}}$"),
        privacy=pattern(apply["privacy"]),
        information=pattern(apply["information"]),
        asked_behind=re.compile(rf"{for_what}(?:[\w']+ )?{alternatives(apply['information'])}"),
        other=pattern(apply["other"]),
        other_behind=re.compile(rf"{for_what}{alternatives(apply['other'])}"),
        other_name=re.compile(rf"(?<![a-z])(?:{'|'.join(apply['other_names'])})(?![a-z])"),
        hiring_name=re.compile(rf"(?<![a-z])(?:{'|'.join(apply['hiring_names'])})"),
        refused=re.compile(
            rf"{alternatives(apply['refused'])}[^,:;]{{0,60}}$|{alternatives(apply['not_applications'])}\)? ?: ?$"
        ),
        refused_aside=re.compile(
            rf"\([^()]{{0,20}}{alternatives(apply['refused'])}[^()]{{0,30}}\)|\((?:{one_of(apply['alone'])})\)"
        ),
        refused_behind=pattern(apply["refused_behind"]),
        linking=re.compile(r"[\W\d]*(?:(?:et|ou|and|or|copie|avec|copy|with|en|cc|cci|bcc|a|to|by|via)\b\W*){0,4}"),
        copy=pattern(apply["copy"]),
        copied=re.compile(rf"{alternatives(apply['copy'])}[ :]{{0,4}}(?:(?:a|to) )?$"),
        page_path=tuple(apply["page_path"]),
        message=re.compile(
            rf"(?<!\w)(?P<before>{one_of(apply['messengers'])})(?!\w)[^\d\n.;!?@]{{0,40}}{_NUMBER}"
            rf"|{_NUMBER.replace('number', 'second')}\W{{0,4}}(?P<behind>{one_of(apply['messengers'])})(?!\w)",
            re.IGNORECASE,
        ),
        call=re.compile(rf"(?<!\w)(?:{one_of(apply['callers'])})(?!\w)[^\d\n.;!?@]{{0,60}}{_NUMBER}"),
        applying=pattern(apply["applying"]),
    )
