"""Which kind of file bytes are, whatever their name says."""

from __future__ import annotations

import contextlib
import io
import json
import zipfile

import pytest

from assistant.readers.content import Unreadable
from assistant.readers.kinds import kind_of
from tests.growth import assert_linear
from tests.makers.mail import eml_of, html_eml_of
from tests.makers.office import docx_of
from tests.makers.web import body_of, html_of
from tests.support import SEED_NAMES, seed_text

TEXT = "Chargé(e) de projet, à Fès ; CDD de 12 mois, français, arabe.\n"
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(*names: str, mimetype: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (TEXT.encode(), "a.txt", "text"),
        (TEXT.encode("utf-16"), "a.txt", "text"),
        (TEXT.encode(), "a.pdf", "text"),
        (TEXT.encode(), "a", "text"),
        (b"# Poste\n\nTexte", "a.md", "markdown"),
        (b"%PDF-1.7\n...", "a.txt", "pdf"),
        (b"\n\n%PDF-1.4\n1 0 obj\nendobj", "a.doc", "pdf"),
        (b"\x89PNG\r\n\x1a\n...", "a.txt", "image"),
        (b"\xff\xd8\xff\xe0...", "scan.pdf", "image"),
        (b"II*\x00....", "a", "image"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a", "image"),
        (docx_of(TEXT), "a.doc", "docx"),
        (zipped("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "a.docx", "odt"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "a.csv", "xlsx"),
        (html_of(TEXT).encode(), "a.txt", "html"),
        (b"<p>Poste</p><ul><li>un</li><li>deux</li></ul>", "a.txt", "html"),
        (b"<p>Poste</p>", "a.html", "html"),
        (b"Un texte avec <b>un</b> mot gras", "a.txt", "text"),
        (b"# Poste<br>\n<p>a</p><p>b</p><p>c</p>", "a.md", "markdown"),
        (eml_of(TEXT), "a.txt", "email"),
        (html_eml_of(TEXT), "a", "email"),
        (b"From: a@b.example\nSubject: Poste\n\nTexte", "a.eml", "email"),
        (b"From: a@b.example\nSubject: Poste\n\nTexte", "a.txt", "text"),
        (json.dumps([{"title": "a"}]).encode(), "a.txt", "json"),
        (b'{"title": "a",\n "text": "b"}', "a", "json"),
        (b'[{"title": "a"', "a.json", "json"),
        (b"[Offre] Un poste", "a.txt", "text"),
        (b'{"a": 1}\n{"a": 2}\n', "a.txt", "jsonl"),
        (b'{"a": 1}\n', "a.jsonl", "jsonl"),
        (b'{"a": 1}\n', "a.json", "json"),
        ("titre;employeur;lieu\nChargé, de projet;ACTED;Rabat\n".encode(), "a.csv", "csv"),
        (b"title\temployer\tplace\na\tb\tc\nd\te\tf\n", "a.txt", "csv"),
        (b'id,text\n1,"two,\nlines"\n', "a.csv", "csv"),
        (b"Nous cherchons, a Rabat, un charge.\nEt, puis, rien d'autre.\n", "a.csv", "text"),
    ],
)
def test_kind_of(data: bytes, name: str, kind: str) -> None:
    assert kind_of(data, name) == kind


@pytest.mark.parametrize("name", SEED_NAMES)
@pytest.mark.parametrize("suffix", [".txt", ".csv", ".pdf", ".html"])
def test_an_announcement_stays_a_text_under_any_name(name: str, suffix: str) -> None:
    assert kind_of(seed_text(name).encode(), f"a{suffix}") == "text"


@pytest.mark.parametrize("name", SEED_NAMES)
def test_a_fragment_of_a_page_is_a_page(name: str) -> None:
    assert kind_of("\n".join(body_of(seed_text(name))).encode(), "a.txt") == "html"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no text in it"),
        (OLE2 + "WordDocument".encode("utf-16-le"), r"an old Word file \(.doc\): open it and save it as .docx"),
        (OLE2 + "Workbook".encode("utf-16-le"), r"an old Excel file \(.xls\): .*save it as .xlsx"),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), "protected by a password: save a copy without it"),
        (OLE2 + "__properties_version1.0".encode("utf-16-le"), "Outlook message .*.eml"),
        (b"{\\rtf1\\ansi Poste}", "an RTF file: .*save it as .docx"),
        (zipped("ppt/presentation.xml"), "PowerPoint file .*PDF"),
        (zipped("content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet"), r"spreadsheet \(.ods\)"),
        (zipped("cv.pdf", "lettre.docx"), "a zip archive: unpack it"),
        (b"PK\x03\x04" + bytes(40), "a damaged"),
        (b"MZ\x90\x00\x03\x00\x00\x00" + bytes(60), "a program"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"\x00\x00\x00\x18ftypheic", "HEIC format: save it as JPEG"),
        (b"\x1f\x8b\x08\x00", "unpack it"),
        (b"<?xml version='1.0'?><rss/>", "an XML file"),
        (bytes(range(256)) * 10, r"binary data.*save it as plain text"),
        (b"\x00" * 50, "binary data"),
    ],
)
def test_what_is_refused_and_what_to_do(data: bytes, why: str) -> None:
    for name in ("a.txt", "a.docx", "a.pdf"):
        with pytest.raises(Unreadable, match=why):
            kind_of(data, name)


@pytest.mark.parametrize("piece", ["{", "[", "<", "a,", "From: ", "<!--", '"', "\n", "<p ", " ", "<?xml ", "%PDF"])
@pytest.mark.parametrize("suffix", ["txt", "csv", "json", "html", "eml"])
def test_sniffing_takes_no_time(piece: str, suffix: str) -> None:
    def sniff(data: bytes) -> None:
        with contextlib.suppress(Unreadable):
            kind_of(data, f"a.{suffix}")

    assert_linear(sniff, (piece * 200_000).encode())
