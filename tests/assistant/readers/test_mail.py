"""Mails: the body, what was handed on in it, and what is attached."""

from __future__ import annotations

import contextlib
from email.message import EmailMessage

import pytest

from assistant.domain import Notice
from assistant.readers.content import Content, FailedPart, Unreadable
from assistant.readers.mail import read
from assistant.readers.mail_text import bare_subject, unflowed, unquoted
from tests.growth import assert_linear
from tests.makers.mail import NOTE, Attachment, forwarded, message_of
from tests.makers.office import docx_of
from tests.makers.web import INSTRUCTION, html_of

POSTING = (
    "Chargé(e) de projet à Fès\n\n"
    + "Nous recherchons une personne pour le suivi du projet. " * 9
    + "\n\nProfil :\n\n- Bac +5\n"
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
FIELDS = (("subject", "Annonce"), ("posted", "2026-08-03"))


def attached(name: str, data: bytes, kind: str = "application/octet-stream") -> Attachment:
    return name, kind, data


def parts(mail: EmailMessage) -> list[tuple[str, type]]:
    return [(part.part, type(part)) for part in read(mail.as_bytes(), "")]


@pytest.mark.parametrize(
    "mail",
    [
        message_of(POSTING),
        message_of(POSTING, "<p>Ce message est en HTML.</p>"),
        message_of("Voir la version HTML", html_of(POSTING, traps=False)),  # a stub
        message_of(None, html_of(POSTING, traps=False)),
        message_of(forwarded(POSTING)),
        message_of(POSTING, None, [attached("logo.png", PNG, "audio/x"), attached("rdv.ics", b"BEGIN:VCALENDAR")]),
    ],
    ids=["plain", "both", "stub", "html", "handed on", "attachments that are none"],
)
def test_a_posting_in_the_body(mail: EmailMessage) -> None:
    (content,) = read(mail.as_bytes(), "")
    assert isinstance(content, Content)
    assert content.text.startswith("Chargé(e) de projet à Fès\n\nNous recherchons")
    assert "- Bac +5" in content.text
    assert content.fields == FIELDS
    assert ">" not in content.text


A_TXT = attached("a.txt", POSTING.encode())
B_TXT = attached("b.txt", POSTING.encode("cp1252"))
LIST = attached("l.csv", b"title,description\nUn,Un poste\nDeux,Un autre\n")


@pytest.mark.parametrize(
    ("body", "attachments", "found"),
    [
        (NOTE, [B_TXT], [("b.txt", Content)]),
        (NOTE, [attached("a.html", html_of(POSTING).encode())], [("a.html", Content)]),
        (NOTE, [attached("été 1.docx", docx_of(POSTING))], [("été 1.docx", Content)]),
        (NOTE, [A_TXT, B_TXT], [("a.txt", Content), ("b.txt", Content)]),
        (POSTING, [A_TXT], [("", Content), ("a.txt", Content)]),
        (NOTE, [], [("", Content)]),
        (NOTE, [attached("a.doc", b"\x7fELF....")], [("", Content), ("a.doc", FailedPart)]),
        (NOTE, [A_TXT, attached("b.bin", bytes(500))], [("a.txt", Content), ("b.bin", FailedPart)]),
        (NOTE, [LIST], [("l.csv/1", Content), ("l.csv/2", Content)]),
        (NOTE, [attached("signature.txt", b"Rim", "text/plain"), A_TXT], [("a.txt", Content)]),
    ],
)
def test_attachments(body: str, attachments: list[Attachment], found: list[tuple[str, type]]) -> None:
    assert parts(message_of(body, None, attachments)) == found


def test_pictures_in_the_text_are_not_read() -> None:
    mail = message_of(NOTE, html_of(POSTING, traps=False))
    mail.get_payload()[1].add_related(PNG, "image", "png", cid="<logo>", filename="logo.png")  # type: ignore[union-attr, index]
    assert parts(mail) == [("", Content)]


def test_mails_in_mails() -> None:
    mail = message_of(POSTING)
    for depth in range(5):
        outer = message_of(NOTE, subject=f"niveau {depth}")
        outer.add_attachment(mail)
        mail = outer
        found = read(mail.as_bytes(), "")
        assert isinstance(found[-1], Content) == (depth < 3)
    assert [type(part) for part in found] == [Content, FailedPart]


def test_hidden_text_in_the_body() -> None:
    (content,) = read(message_of(None, html_of(POSTING)).as_bytes(), "")
    assert isinstance(content, Content)
    assert INSTRUCTION not in content.text
    assert content.notices == (Notice("hidden_text"),)


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        ("text/plain; charset=iso-8859-1", "Été à Fès – 5 €".encode("cp1252"), "Été à Fès – 5 €"),
        ("text/plain; charset=utf-8", "Été".encode(), "Été"),
        ("text/plain; charset=nothing", "Chargée d’été".encode("cp1252"), "Chargée d’été"),
        ("text/plain", "Chargée d’été".encode("mac_roman"), "Chargée d’été"),
        ("text/plain; format=flowed", b"une phrase \nqui continue\nfin", "une phrase qui continue\nfin"),
        ("text/html; charset=windows-1256", "<p>خبرة في التسيير".encode("cp1256"), "خبرة في التسيير"),
    ],
)
def test_encodings_of_the_body(head: str, body: bytes, text: str) -> None:
    data = b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: " + head.encode() + b"\r\n\r\n" + body
    (content,) = read(data, "a.eml")
    assert isinstance(content, Content)
    assert content.text.strip() == text


@pytest.mark.parametrize(
    "subject",
    [
        b"=?utf-8?b?T2ZmcmUgZCfDqXTDqQ==?=",
        "Offre d'été".encode(),
        b"=?iso-8859-1?q?TR_:_Offre_d'=E9t=E9?=",
        "Re: Fwd: Offre d'été".encode(),
    ],
)
def test_subjects(subject: bytes) -> None:
    (content,) = read(b"From: a@b.example\nSubject: " + subject + b"\nDate: nonsense\n\nUn poste", "a.eml")
    assert isinstance(content, Content)
    assert content.fields == (("subject", "Offre d'été"),)


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("Fwd: TR : Re[2]: Poste", "Poste"),
        ("RE : RE : offre", "offre"),
        ("Recrutement : chargé(e) de projet", "Recrutement : chargé(e) de projet"),
        ("", ""),
    ],
)
def test_bare_subject(subject: str, bare: str) -> None:
    assert bare_subject(subject) == bare


HEADER = "De : RH <rh@a.example>\nEnvoyé : lundi 3 août 2026\nÀ : Rim\nObjet : Poste\n"


@pytest.mark.parametrize(
    "mail",
    [
        f"-----Message d'origine-----\n{HEADER}\n{POSTING}",
        f"---------- Forwarded message ---------\nFrom: RH <rh@a.example>\nDate: Mon\nSubject: x\nTo: y\n\n{POSTING}",
        f"Début du message transféré :\n\n{HEADER}\n{POSTING}",
        f"{HEADER}\n{POSTING}",
        "Le lun. 3 août 2026 à 09:00, RH <rh@a.example> a écrit :\n\n> " + POSTING.replace("\n", "\n> "),
        "On Mon, Aug 3, 2026, RH <rh@a.example> wrote:\n>\n>> " + POSTING.replace("\n", "\n>> "),
    ],
)
def test_quoted_mails(mail: str) -> None:
    assert unquoted(mail).strip() == POSTING.strip()


def test_the_note_above_a_mail_handed_on_comes_behind_it() -> None:
    assert unquoted(forwarded(POSTING)).strip() == f"{POSTING.strip()}\n\nPour info."


def test_lines_of_a_posting_that_look_like_a_header_stay() -> None:
    text = "Objet : recrutement\nDate : 3 août 2026\n\nPoste\n\n- De : Rabat\n"
    assert unquoted(text) == text


@pytest.mark.parametrize(
    ("flowed", "joined", "text"),
    [
        ("a \nb\nc", False, "a b\nc"),
        ("a \nb", True, "ab"),
        ("> a \n> b\nc", False, "a b\nc"),
        ("-- \nRim", False, "-- \nRim"),
        (" From", False, "From"),
    ],
)
def test_unflowed(flowed: str, joined: bool, text: str) -> None:
    assert unflowed(flowed, joined) == text


def test_what_cannot_be_read() -> None:
    with pytest.raises(Unreadable, match="encrypted"):
        read(b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--", "")
    with pytest.raises(Unreadable, match="no text"):
        read(b"From: a@b.example\nSubject: x\n\n\n", "")
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000))
    with pytest.raises(Unreadable, match="nested more deeply"):
        read(b"From: a@b.example\n" + deep, "")


def test_more_attachments_than_anybody_sends() -> None:
    found = read(message_of(NOTE, None, [attached(f"{n}.txt", POSTING.encode()) for n in range(60)]).as_bytes(), "")
    assert [type(part) for part in found].count(Content) == 50
    failed = [part for part in found if isinstance(part, FailedPart)]
    assert [(part.part, "the last 10" in part.why) for part in failed] == [("50.txt …", True)]


@pytest.mark.parametrize(
    "data",
    [
        message_of(">" * 200_000).as_bytes(),
        message_of("> \n" * 100_000).as_bytes(),
        message_of("De : x\n" * 30_000).as_bytes(),
        b"From: a\nSubject: " + b"Re: " * 100_000 + b"\n\nx",
        b"From: a\nSubject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\nx",
        b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 20_000,
    ],
    ids=range(6),
)
def test_hostile_mails_take_no_time(data: bytes) -> None:
    def read_part(part: bytes) -> None:
        with contextlib.suppress(Unreadable):
            read(part, "")

    assert_linear(read_part, data)
