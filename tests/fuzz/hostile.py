"""Files made to cost a reader too much, each with what is to be said of it ("" where it is read like any other)."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.makers.mail import message_of
from tests.makers.office import docx_of, entry_of, odt_file, odt_of, with_entry, zip_of
from tests.makers.tables import xlsx_of

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
_POSTING = "Atlas recrute un chargé de suivi à Fès.\n\nProfil\n- Anglais exigé\n"
_DOCUMENT = "word/document.xml"
_BODY = b"<w:body>"


def _word(inner: bytes, prolog: bytes = b"") -> bytes:
    """A Word document with this at the beginning of its body, and before its root."""
    made = docx_of(_POSTING)
    xml = entry_of(made, _DOCUMENT).replace(_BODY, _BODY + inner, 1)
    return with_entry(made, _DOCUMENT, xml.replace(b"<w:document", prolog + b"<w:document", 1))


def _pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    body = b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, o) for n, o in enumerate(objects, start=1))
    return body + b"trailer << /Root 1 0 R /Size %d >>\nstartxref\n9\n%%%%EOF\n" % (len(objects) + 1)


def _page(stream: bytes, head: bytes = b"") -> bytes:
    """A PDF of one page with this stream."""
    content = b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(stream), stream)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    )
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return _pdf(b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, content, font)


def _outline(depth: int) -> bytes:
    """A PDF of one page with bookmarks below bookmarks, the last of which leads back to the first."""
    stream = b"BT /F 9 Tf 50 700 Td (Poste de charge de suivi) Tj ET"
    content = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    )
    marks = [
        b"<< /Title (a) /Parent %d 0 R /First %d 0 R /Last %d 0 R /Count 1 >>" % (n - 1, n + 1, n + 1)
        for n in range(7, 7 + depth)
    ]
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page,
        content, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>", *marks,
        b"<< /Title (a) /Parent %d 0 R /First 7 0 R /Last 7 0 R /Count 1 >>" % (6 + depth),
    )  # fmt: skip


def _xref_loop() -> bytes:
    """A cross-reference table whose earlier one is itself."""
    data = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    return data + b"xref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF" % (
        len(data), len(data),
    )  # fmt: skip


def _page_loop() -> bytes:
    """Pages whose child is their parent."""
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 >>",
        b"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 9 >>",
    )  # fmt: skip


def _quine() -> bytes:
    """An archive that holds itself, as far as its directory tells."""
    made = zip_of({"word/document.xml": "", "[Content_Types].xml": ""})
    for _ in range(30):
        made = zip_of({"word/document.xml": made, "[Content_Types].xml": made[:100]})
    return made


def _overlapping() -> bytes:
    """A directory with forty entries that are all the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(900_000))
    data = packed.getvalue()
    at = data.index(b"PK\x01\x02")
    entry, end = data[at : data.index(b"PK\x05\x06")], data.index(b"PK\x05\x06")
    names = [b"word/document.xml", *(b"word/%012d" % number for number in range(39))]
    entries = b"".join(entry.replace(names[0], name) for name in names)
    head = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 40, 40, len(entries), at, 0)
    return data[:at] + entries + head + data[end + 22 :]


def _png_bomb() -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(450_000_000), 9)) + chunk(b"IEND", b"")


def _nested_mails(depth: int) -> bytes:
    mail = message_of(_POSTING)
    for _ in range(depth):
        outer = message_of("Pour info.")
        outer.add_attachment(mail)
        mail = outer
    return mail.as_bytes()


def _mail_of_many(count: int) -> bytes:
    """A mail with this many attachments, written out because the library would take a minute."""
    head = b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    body = b"--b\r\nContent-Type: text/plain\r\n\r\n" + _POSTING.encode() + b"\r\n"
    part = b"--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=%d.txt\r\n\r\nPoste %d\r\n"
    return head + body + b"".join(part % (n, n) for n in range(count)) + b"--b--\r\n"


_LAUGHING = f"{LAUGHS}<l>&i;</l>".encode()
_DECLARES = "its XML declares entities"
# By file name: what makes the file, and how the reason begins that it is refused with.
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.docx": (lambda: _word(b"<w:p><w:r><w:t>" + b"A" * 200_000_000 + b"</w:t></w:r></w:p>"), "unpacks to more"),
    "tight.docx": (lambda: with_entry(docx_of(_POSTING), "word/a.bin", bytes(40_000_000)), "packed more than 100 to 1"),
    "overlapping.docx": (_overlapping, "a damaged"),
    "quine.docx": (_quine, "a damaged"),
    "many entries.docx": (lambda: zip_of({f"word/{n}.xml": "" for n in range(3_000)} | {
        "[Content_Types].xml": ""}), "holds more than 2,000 files"),
    "laughs.docx": (lambda: with_entry(docx_of(_POSTING), _DOCUMENT, _LAUGHING), _DECLARES),
    "outside.docx": (
        lambda: _word(b"", b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"), _DECLARES,
    ),
    "deep.docx": (lambda: _word(b"<w:sdt><w:sdtContent>" * 9_000), "a damaged"),
    "deep tables.docx": (
        lambda: _word(b"<w:tbl><w:tr><w:tc>" * 60 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 60), "",
    ),
    "laughs.odt": (lambda: odt_file("<text:p>&i;</text:p>", prolog=LAUGHS), _DECLARES),
    "spaces.odt": (lambda: odt_file(f"<text:p>{_POSTING}<text:s text:c='2000000000'/></text:p>"), ""),
    "repeated.odt": (lambda: odt_file(
        f"<text:p>{_POSTING}</text:p><table:table><table:table-row table:number-rows-repeated='99999999'>"
        "<table:table-cell table:number-columns-repeated='99999999'><text:p>x</text:p></table:table-cell>"
        "</table:table-row></table:table>"), ""),
    "truncated.odt": (lambda: odt_of(_POSTING)[:-300], "a damaged"),
    "laughs.xlsx": (
        lambda: with_entry(xlsx_of([{"description": "a"}]), "xl/worksheets/sheet2.xml", _LAUGHING), _DECLARES,
    ),
    "far cell.xlsx": (
        lambda: with_entry(
            xlsx_of([{"title": "a", "description": "b"}]), "xl/worksheets/sheet2.xml",
            b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576">'
            b'<c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>',
        ), "no ",
    ),
    "laughs.html": (lambda: f"{LAUGHS}<html><p>&i;</p><p>{_POSTING}</p></html>".encode(), "an XML file"),
    "laughs.svg": (
        lambda: f"{LAUGHS}<svg xmlns='http://www.w3.org/2000/svg'><text>&i;</text></svg>".encode(), "an XML file",
    ),
    "deep.html": (lambda: f"<html><p>{_POSTING}</p>{'<div>' * 100_000}x".encode(), "nested more deeply"),
    "deep.json": (lambda: b'{"description": ' + b"[" * 100_000, "its JSON is nested too deep"),
    "deep.jsonl": (lambda: b'{"description": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "this row is not JSON"),
    "surrogates.json": (lambda: b'[{"\\ud800 a": "x", "b\\u202e": "y"}, {"\\ud800 a": "z"}]', "no column is known"),
    "surrogates.jsonl": (
        lambda: b'{"description": "Un poste \\ud800 ici", "\\ud800 cle\\u0301\\u202e": "\\udfff x"}', "",
    ),
    "one line.txt": (lambda: ("Poste à Fès. " * 800_000).encode()[:10_000_000], "larger than 8 MB"),
    "one long line.txt": (lambda: ("Poste à Fès. " * 13_000).encode(), ""),
    "one word.txt": (lambda: b"Poste " + b"a" * 500_000, ""),
    "brackets.txt": (lambda: b"Poste " + b"(" * 200_000, ""),
    "digits.txt": (lambda: b"Salaire : " + b"1 000 - " * 20_000, ""),
    "bullets.txt": (lambda: b"Profil\n" + b"- \n" * 30_000, ""),
    "accents.txt": (lambda: ("Poste e" + "\u0301" * 500_000).encode(), ""),
    "zeros.txt": (lambda: bytes(10_000_000), "not a text file"),
    "columns.csv": (
        lambda: b"title,description," + b"a," * 100_000 + b"\nPoste,Un poste," + b"b," * 100_000, "it has 100003 cells",
    ),
    "quote.csv": (lambda: b'title,description\nPoste,"' + b"a,\n" * 1_000_000, "more than 2,000,000 characters"),
    "attachments.eml": (lambda: _mail_of_many(10_000), "more than 50 attachments"),
    "nested.eml": (lambda: _nested_mails(100), "a mail within a mail"),
    "boundaries.eml": (
        lambda: b"From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 30_000, "",
    ),
    "xref loop.pdf": (_xref_loop, "cut off or damaged"),
    "outline.pdf": (lambda: _outline(50_000), ""),
    "page loop.pdf": (_page_loop, "page 1 is damaged"),
    "flate bomb.pdf": (
        lambda: _page(zlib.compress(b"q " * 150_000_000, 9), b"/Filter /FlateDecode"), "its reader crashed on it",
    ),
    "filters.pdf": (lambda: _page(b"x", b"/Filter [" + b"/FlateDecode " * 50_000 + b"]"), "no text in it"),
    "operators.pdf": (lambda: _page(b"BT /F 9 Tf (Poste) Tj " + b"1 0 0 1 1 1 cm " * 2_000_000 + b"ET"), ""),
    "letters.pdf": (lambda: _page(b"BT /F 9 Tf " + b"1 0 Td (Poste ) Tj " * 400_000 + b"ET"), "no text in it"),
    "deep.pdf": (lambda: _pdf(b"<< /Type /Catalog /Pages 2 0 R /A " + b"[" * 200_000 + b" >>"), "cut off or damaged"),
    "bomb.png": (_png_bomb, "a picture of more than 50 million pixels"),
}  # fmt: skip
