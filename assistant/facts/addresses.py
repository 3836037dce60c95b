"""Where an application is to be sent: e-mail addresses, pages, numbers for messages.

The words are in `data/facts_application.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from assistant.domain import Fact, Posting, Span
from assistant.facts.address_words import address_words
from assistant.facts.desks import desks
from assistant.facts.folded import folded
from assistant.facts.named_sites import named_sites
from assistant.facts.pieces import Piece, pieces
from assistant.facts.quotes import distinct
from assistant.facts.rows_above import row_above

_DOT = r"(?:\.| ?(?:\(dot\)|\[dot\]|\(point\)|\[point\]) ?| \. (?=(?:[a-z]{2,20} \. )?[a-z]{2,4}(?!\w)))"
_EMAIL = re.compile(
    rf"(?<![\w.+-])([\w.+-]{{1,64}}?) ?(?:@|\((?:at|a|arobase)\)|\[(?:at|a|arobase)\]|\{{at\}}) ?"
    rf"([\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,5}})",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"(?:https?://|(?<![\w/@.])www\.)[^\s<>\"«»\]]{3,300}"
    r"|(?<![\w/@.)\]}-])(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,12}(?:/[^\s<>\"«»\]]{2,200}|(?![\w@/-]|\.\w))",
    re.IGNORECASE,
)
_ANY_EMAIL = re.compile(r"\S+@\S+")
_BEFORE_COPY = 60  # characters before an address in which it can be said that it gets a copy
_BEFORE = 160  # characters before an address in which the words that send people there stand
_BEHIND = 60  # characters behind an address in which it can be said that it is for something else
_NEAR_PAGE = 120
_LEAST_LETTERS = 2
_APART = re.compile(r"[,(] ?$")
_STOP = re.compile(r"[.;!?](?=\s)(?<!\bmme\.)(?<!\bmr\.)(?<!\bdr\.)")


_SENDER = re.compile(
    r"(?:^|[\n|>] ?)\W{0,4}(?:from|de|expediteur|sent by|envoye par)\s?:[^:;!?]{0,60}$"
)  # of a forwarded mail
_RECEIVER = re.compile(r"(?:^|[\n|>] ?)\W{0,4}(?:to|a|cc|copie|copy) ?: ?[^:;!?]{0,60}$")
_SENDER_LINE = re.compile(
    r"(?:^|\n)\W{0,4}(?:from|de|expediteur|sent by|envoye par) ?:[^\n]{0,80}@[^\n]{0,60}(?:\n[^\n]{0,80}){0,2}$"
)
_MAIL_HEAD = re.compile(
    r"\W{0,4}(?:to|a|cc|copie|copy) ?:[^\n]{0,240}?(?<!\w)(?:re|subject|objet|sujet|date|sent|envoye) ?:"
)
_CLAUSE = re.compile(r"[,(:-] {0,2}(?:[\w']+ ){0,2}$")
_OF_SOME = re.compile(  # "Candidates who have difficulties with the portal may write to …"
    r" (?:who|qui|having|ayant|rencontrant|experiencing|facing|needing|with|souhaitant|wishing)(?: [\w']+){0,4} ?"
)
# "A video (instead of a cover letter) to a@x", « au lieu d'une lettre, à a@x »: a paper is left out, and no address
_FOR_A_PAPER = re.compile(
    r"(?<!\w)(?:instead of|au lieu d[e'])\s?(?:(?:an?|the|any|your|une?|la|le|votre)\s)?(?:[\w-]{1,14}\s){0,2}?"
    r"(?:letters?|lettres?|cv|resumes?|forms?|formulaires?|essays?|statements?|portfolios?)(?!\w)"
)
_INSTEAD = re.compile(
    r"(?:or|ou|ou bien|sinon|otherwise|alternatively)?,?\s?"
    r"(?:(?:vous pouvez|tu peux|on peut|you can|you may|you could)"
    r" (?:aussi|egalement|also|just as well|tout aussi bien))?"
)
_JOINED = re.compile(r"[,:(]|(?<!\w)(?:et|ou|and|or)(?!\w)")


class _Use(Enum):
    APPLYING = 1  # the words about it send applications there
    NEAR = 2  # only words farther off speak of applying
    ASKING = 3  # for questions; where to apply if there is no other
    SENDER = 4  # of the message that it was sent in; where to apply if there is nothing else at all
    CALLING = 5  # a number that no other purpose is named with; where to apply beside the sender, or alone
    OTHER = 6  # never where to apply: orders, complaints, the press


def addresses(posting: Posting) -> list[Fact]:
    """The `apply_to` facts of a posting: where to apply, copy addresses too; « WhatsApp 06 12 34 56 78 » for messages,
    and last the desks and postal addresses that paper goes to.

    An address for questions counts only where there is no other, and nothing is to be handed in; one for complaints,
    orders, the press, personal data or trouble with a portal never, nor one that applications are not to be sent to.
    """
    found: dict[_Use, list[Fact]] = {use: [] for use in _Use}
    for piece in pieces(posting):
        if any(sign in piece.raw for sign in "@([{"):
            for fact, use in _emails(piece):
                found[use].append(fact)
        for fact, use in (*_messages(piece), *_calls(piece)):
            found[use].append(fact)
        found[_Use.APPLYING] += _pages(piece)
    best = found[_Use.APPLYING] or found[_Use.NEAR] or named_sites(posting)
    handed = [one for one in desks(posting) if not any(_is_within(one, other) for other in best)]
    if not best and not handed and not address_words().by_hand.search(folded(posting.text)):
        best = [*(found[_Use.ASKING] or found[_Use.SENDER]), *found[_Use.CALLING]]
    return distinct([*sorted(best, key=_is_copy), *handed])


def _is_within(one: Fact, other: Fact) -> bool:
    """Whether the words of a fact are the address of another."""
    return str(one.value) in str(other.value)


def _is_copy(fact: Fact) -> bool:
    """Whether an address only gets a copy: « avec copie à … »."""
    at = fact.quote.lower().find(str(fact.value).lower())
    before = _ANY_EMAIL.split(folded(fact.quote[max(0, at - _BEFORE_COPY) : at]))[-1]
    return at > 0 and address_words().copy.search(before) is not None


def _emails(piece: Piece) -> Iterator[tuple[Fact, _Use]]:
    words = address_words()
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
    for found in address_words().message.finditer(piece.raw):
        channel, group = (found["before"], "number") if found["number"] else (found["behind"], "second")
        before, behind = _before(piece, last, found.start()), _behind(piece, found.end())
        last = found.end()
        at = piece.clause(Span(*found.span(group)))
        instead = _is_instead(piece, before)
        use = _Use.APPLYING if instead else _use(piece, "", before, behind)
        yield piece.quoted("apply_to", f"{channel} {found[group]}", at), use


def _is_instead(piece: Piece, before: str) -> bool:
    """Whether a number is another way of what the sentence above sends: "Bring your CV … Or WhatsApp us on …"."""
    above = folded(piece.posting.text[max(0, piece.start - _BEFORE) : piece.start])
    return _INSTEAD.fullmatch(before.strip()) is not None and bool(address_words().send.search(above))


def _calls(piece: Piece) -> Iterator[tuple[Fact, _Use]]:
    """The numbers to call: « Pour postuler, appelez Mme Alami au 05 22 … »; those led to by no word of applying or of
    another purpose count where there is no other address.
    """
    words = address_words()
    above = piece.posting.text[max(0, piece.start - _BEFORE_COPY) : piece.start].rpartition("\n")[2]  # « Intéressé ? »
    for found in (*words.call.finditer(piece.folded), *words.numbered.finditer(piece.folded)):
        lead = (folded(above) if above.rstrip().endswith("?") else "") + _before(piece, 0, found.start())
        asks = words.information.search(lead) or words.message.search(piece.raw, *found.span())
        told = words.applying.search(lead) is not None or (bool(lead.strip()) and _is_instead(piece, lead))
        told = told or (found.re is words.numbered and words.send.search(lead) is not None)
        other = words.other.search(lead) or words.not_called.search(piece.folded[: found.start("number")])
        behind = _behind(piece, found.end())
        if asks or (not told and (other or words.other_behind.match(behind) or words.refused_behind.search(behind))):
            continue
        at = piece.clause(Span(*found.span("number")))
        yield piece.quoted("apply_to", found["number"], at), _Use.APPLYING if told else _Use.CALLING


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
    words = address_words()
    if words.refused.search(_FOR_A_PAPER.sub(" ", before)) or words.refused_behind.search(behind):
        return _Use.OTHER
    if _RECEIVER.search(before) and (_is_below_sender(piece) or _is_in_mail_head(piece)):
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
    if words.kept_behind.match(behind):
        return _Use.OTHER
    if sends or words.apply.search(before) or words.hiring_name.search(name):
        return _Use.APPLYING
    applies = words.apply.search(piece.folded) or words.apply.search(piece.lead) or piece.section.kind == "application"
    return _Use.NEAR if applies else _Use.ASKING


def _is_below_sender(piece: Piece) -> bool:
    """Whether a line stands in the head of a message that was passed on, below its sender."""
    return _SENDER_LINE.search(folded(piece.posting.text[max(0, piece.start - 300) : piece.start])) is not None


def _is_in_mail_head(piece: Piece) -> bool:
    """Whether a line stands in the head of a message, above its subject: "To: alumni@… / Re: Cook"."""
    head = _MAIL_HEAD.match(folded(piece.posting.text[:300]))
    return head is not None and piece.start < head.end()


def _leads(purpose: re.Pattern[str], before: str) -> bool:
    """Whether the words before an address send people there for a purpose, and not with an application as well."""
    named, sends = purpose.search(before), address_words().send.search(before)
    if not named or not sends:
        return named is not None
    if sends.start() < named.start():  # « CV à envoyer, pour toute question : … », not "your CV and any questions"
        between = before[sends.end() : named.start()]
        return _CLAUSE.search(between) is not None or _OF_SOME.fullmatch(between) is not None
    return _JOINED.search(before[named.end() : sends.start()]) is None


def _pages(piece: Piece) -> Iterator[Fact]:
    words = address_words()
    raw = piece.raw
    for found in _PAGE.finditer(raw):
        url = found.group().rstrip(".,;:!?*")
        url = url if "(" in url else url.rstrip(")")
        before = _since_page(piece.folded[max(0, found.start() - _BEFORE) : found.start()])
        carried = row_above(piece, before)
        before = carried + before
        above = piece.lead.split("|", 1)[-1] if len(piece.folded) < len(url) + 20 or _is_bare(before) else ""
        own = _STOP.split(before)[-1]
        behind = _STOP.split(piece.folded[found.start() + len(url) : found.end() + _BEHIND])[0]
        filled = words.filled.match(behind) is not None
        told = filled or piece.section.kind == "application" or words.applying.search(own) is not None
        by_page = (told and words.by_page.search(before)) or (filled and words.visited.search(before))
        put_there = bool(by_page) and words.filled.search(f" {own}") is not None  # "upload them on our portal, x.org"
        # "only through our careers page, x.org/jobs" goes on behind its comma
        told_there = put_there or words.alone.search(own) is not None or not _APART.search(before)
        led = bool(by_page) and not words.information.search(own) and told_there
        if not led and not words.page.search(before) and not words.page.search(above):
            continue
        if (
            words.fetched.search(own)
            or words.not_page.search(own[-_NEAR_PAGE:])
            or words.not_page.search(url.lower())
            or words.refused.search(own)
        ):
            continue
        host = re.sub(r"^https?://|/.*", "", url.lower())
        has_path = re.search(r"[^/:]/[^/]", url) is not None
        if not (has_path or put_there or _is_schemed(url) or any(part in host for part in words.page_path)):
            continue
        near = carried or words.page.search(before[-40:]) or any(part in url.lower() for part in words.page_path)
        if has_path or near or led:
            at = Span(found.start(), found.start() + len(url))
            yield piece.fact("apply_to", url, at)


def _since_page(before: str) -> str:
    """The words that lead to a page, from the one before it where more than a conjunction stands between."""
    last = max((found.end() for found in _PAGE.finditer(before)), default=0)
    own = before[last:]
    return before if address_words().linking.fullmatch(own.strip()) else own


def _is_bare(before: str) -> bool:
    """Whether nothing stands before a page in its line, or in its column."""
    return not before.strip() or re.search(r"\s{2}\| ?$", before) is not None


def _is_schemed(url: str) -> bool:
    return url.lower().startswith(("http", "www."))
