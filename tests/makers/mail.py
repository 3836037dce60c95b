"""Mails made of the text of a posting, as mail programmes send, answer and hand on."""

from __future__ import annotations

from collections.abc import Iterable
from email.message import EmailMessage
from email.policy import SMTP

from tests.makers.web import html_of

Attachment = tuple[str, str, bytes]  # file name, media type, bytes
NOTE = "Bonjour,\n\nVous trouverez l'annonce en pièce jointe.\n\nBien à vous,\nRim\n"


def message_of(
    plain: str | None, html: str | None = None, attachments: Iterable[Attachment] = (), subject: str = "Fwd: Annonce"
) -> EmailMessage:
    """A mail with a body in plain text, in HTML, or in both, and attachments."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Rim Énième <rim@asso.example>"
    mail["To"] = "moi@courriel.example"
    mail["Subject"] = subject
    mail["Date"] = "Mon, 03 Aug 2026 10:12:00 +0200"
    mail["Message-ID"] = "<1@asso.example>"
    if plain is not None:
        mail.set_content(plain)
    if html is not None:
        (mail.add_alternative if plain is not None else mail.set_content)(html, subtype="html")
    for name, kind, data in attachments:
        maintype, _, subtype = kind.partition("/")
        mail.add_attachment(data, maintype=maintype, subtype=subtype, filename=name)
    return mail


def eml_of(text: str) -> bytes:
    """A mail with the posting in plain text."""
    return message_of(text).as_bytes()


def html_eml_of(text: str) -> bytes:
    """A mail with the posting in HTML alone."""
    return message_of(None, html_of(text, traps=False)).as_bytes()


def forwarded(text: str) -> str:
    """The body of a mail that hands a posting on, with the marks of a quotation before its lines."""
    header = (
        "De : RH <rh@asso.example>\nDate : lun. 3 août 2026 à 09:00\nObjet : Recrutement\nÀ : <rim@asso.example>\n\n"
    )
    return "Pour info.\n\n---------- Forwarded message ---------\n" + "".join(
        f"> {line}\n" if line else ">\n" for line in (header + text).split("\n")
    )
