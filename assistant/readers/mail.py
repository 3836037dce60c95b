"""A mail (`.eml`, `.mht`): its body, and the postings attached to it.

Each attachment that can be read is a posting, or several, of its own. The body is one too where it has the substance of
one, or where no attachment can be read: else it is the note that the attachments came with.
"""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.errors import HeaderParseError
from email.header import Header, decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from assistant.domain import Notice
from assistant.readers import registry
from assistant.readers.content import Content, FailedPart, Unreadable
from assistant.readers.encodings import decode
from assistant.readers.mail_text import bare_subject, unflowed, unquoted
from assistant.readers.plain import mended, notices
from assistant.readers.webpage import visible_text
from assistant.resources import table

_SUBSTANCE = 400  # characters of a body that is a posting
_STUB = 100  # characters of a text attachment that is none
_MOST_ATTACHMENTS = 50
_MOST_PARTS = 1_000
_TOO_MANY = (
    f"more than {_MOST_ATTACHMENTS} attachments: the last {{}}, from this one on, are left out: save them as files"
)
_DEEPEST = 3  # mails within mails
_MOST_MISSING = 0.5  # share of the HTML body that the plain one may lack and still be preferred
_LONGEST_HEADER = 2_000  # characters
_ENCRYPTED = "an encrypted mail: open it in your mail programme and save the posting as text or PDF"


@dataclass
class _Parts:
    """What a mail is made of, sorted."""

    plain: list[Message] = field(default_factory=list)
    html: list[Message] = field(default_factory=list)
    attached: list[Message] = field(default_factory=list)


def read(data: bytes, name: str) -> list[Content | FailedPart]:  # noqa: ARG001 - every reader takes a name
    """The postings of a mail; the part of an attached one is its file name."""
    try:
        return _read(email.message_from_bytes(data), 0)
    except RecursionError as error:
        raise Unreadable("nested more deeply than any mail is: save the posting as text or PDF") from error


def _read(mail: Message, depth: int) -> list[Content | FailedPart]:
    parts = _sorted(mail)
    body = _body(parts)
    found: list[Content | FailedPart] = []
    for attachment in parts.attached[:_MOST_ATTACHMENTS]:
        found += _attached(attachment, depth)
    if left := parts.attached[_MOST_ATTACHMENTS:]:
        found.append(FailedPart(f"{_name_of(left[0])} …", _TOO_MANY.format(len(left))))
    own = body is not None and any(map(str.isalnum, body.text))
    readable = any(isinstance(part, Content) for part in found)
    if body is not None and own and (len(body.text.strip()) > _SUBSTANCE or not readable):
        return [replace(body, fields=_fields(mail)), *found]
    if not found:
        raise Unreadable("no text in it")
    return found


def _sorted(mail: Message) -> _Parts:
    """The parts of a mail: of alternatives every form of the body, and no pictures that stand in the text."""
    found, waiting, visited = _Parts(), [mail], 0
    while waiting and visited < _MOST_PARTS:
        part, visited = waiting.pop(), visited + 1
        kind = part.get_content_type()
        if kind == "multipart/encrypted":
            raise Unreadable(_ENCRYPTED)
        if kind == "message/rfc822" or part.get_content_disposition() == "attachment" or part.get_filename():
            if not _holds_no_posting(part):
                found.attached.append(part)
        elif part.is_multipart():
            waiting += reversed([inner for inner in part.get_payload() if isinstance(inner, Message)])
        elif kind == "text/html":
            found.html.append(part)
        elif kind == "text/plain":
            found.plain.append(part)
        elif part.get_content_maintype() == "application" and not _holds_no_posting(part):
            found.attached.append(part)
    return found


def _holds_no_posting(part: Message) -> bool:
    """A picture in the text, a signature, a card or an invitation."""
    kind, name = part.get_content_type(), _name_of(part).lower()
    if part.get_content_maintype() in ("image", "audio", "video"):
        inline = part.get_content_disposition() != "attachment" or part.get("Content-ID") is not None
        return inline or part.get_content_maintype() != "image"
    return any(kind == mark or name.endswith(mark) for mark in table("mail.toml")["not_postings"])


def _body(parts: _Parts) -> Content | None:
    """The body in plain text, or in HTML where there is none or it holds much more."""
    plain = _joined([_plain(part) for part in parts.plain])
    html = _joined([_html(part) for part in parts.html])
    if plain is None or html is None:
        return plain or html
    return plain if len(plain.text) >= _MOST_MISSING * len(html.text) else html


def _joined(contents: list[Content]) -> Content | None:
    if not contents:
        return None
    told = tuple(dict.fromkeys(notice for content in contents for notice in content.notices))
    return Content("\n".join(content.text for content in contents), notices=told)


def _plain(part: Message) -> Content:
    text, told = _decoded(part)
    if (_parameter(part, "format")).lower() == "flowed":
        text = unflowed(text, _parameter(part, "delsp").lower() == "yes")
    return Content(unquoted(text), notices=told)


def _html(part: Message) -> Content:
    html, told = _decoded(part)
    try:
        text, hidden = visible_text(html)
    except Unreadable:
        return Content("", notices=told)
    return Content(unquoted(text), notices=(*told, *((Notice("hidden_text"),) if hidden else ())))


def _decoded(part: Message) -> tuple[str, tuple[Notice, ...]]:
    payload = part.get_payload(decode=True)
    decoded = decode(payload, _parameter(part, "charset")) if isinstance(payload, bytes) else None
    if decoded is None:
        return "", ()
    text = mended(decoded.text)
    return text, notices(decoded, text)


def _parameter(part: Message, name: str) -> str:
    value = part.get_param(name, "")
    return str(value[2] if isinstance(value, tuple) else value or "")


def _attached(part: Message, depth: int) -> Iterator[Content | FailedPart]:
    """The postings of an attachment, each under its name; nothing where it is a stub."""
    name = _name_of(part)
    try:
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            mail = inner[0] if isinstance(inner, list) and inner else None
            if not isinstance(mail, Message) or depth >= _DEEPEST:
                raise Unreadable("a mail within a mail within a mail: save it as a file of its own")
            name = name or _header(mail, "Subject")
            found = _read(mail, depth + 1)
        else:
            payload = part.get_payload(decode=True)
            found = list(registry.read(payload if isinstance(payload, bytes) else b"", name))
    except Unreadable as error:
        yield FailedPart(name, str(error))
        return
    for content in found:
        if isinstance(content, Content) and len(content.text.strip()) < _STUB and part.get_content_maintype() == "text":
            continue
        yield replace(content, part="/".join(filter(None, (name, content.part))))


def _name_of(part: Message) -> str:
    """The file name of an attachment as it is shown, never used as a path."""
    name = part.get_filename() or ""
    return " ".join(_words(name).replace("\x00", "").split()) or (
        "" if part.is_multipart() else part.get_content_type()
    )


def _fields(mail: Message) -> tuple[tuple[str, str], ...]:
    """The subject and the day of a mail. A subject is seldom a posting's title, so it is not called one."""
    found = {"subject": bare_subject(_header(mail, "Subject")), "posted": _day(mail)}
    return tuple((name, value) for name, value in found.items() if value)


def _day(mail: Message) -> str:
    try:
        return parsedate_to_datetime(str(mail.get("Date", ""))).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return ""


def _header(mail: Message, name: str) -> str:
    return " ".join(_words(mail.get(name, "")).split())


def _words(value: str | Header) -> str:
    """A header's words, whatever encoding each of them is in."""
    try:
        pieces = decode_header(value[:_LONGEST_HEADER] if isinstance(value, str) else value)
    except (HeaderParseError, ValueError):
        return str(value)
    words = []
    for piece, charset in pieces:
        decoded = decode(piece, charset or "") if isinstance(piece, bytes) else None
        words.append(piece if isinstance(piece, str) else decoded.text if decoded else "")
    return "".join(words)
