"""Zip containers that would cost too much, and those that nobody honest makes."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from assistant.readers import archive, opendocument, registry, table, word
from assistant.readers.content import Unreadable
from tests.makers.office import docx_of, entry_of, odt_file, odt_of, with_entry, zip_of
from tests.makers.tables import xlsx_of

DOCUMENT = "word/document.xml"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'


def reason(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        archive.open_archive(data)
    return str(refused.value)


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ({"a.xml": "x" * 60_000_000}, "unpacks to more than 50 MB"),
        ({"a.bin": bytes(5_000_000)}, "packed more than 100 to 1"),
        ({f"{n}.txt": "" for n in range(2_001)}, "more than 2,000 files"),
        ({"../../etc/cron.d/x": "a"}, "forged names"),
        ({"/etc/passwd": "a"}, "forged names"),
        ({"C:\\x": "a"}, "forged names"),
        ({"word/a.xml": f"{LAUGHS}<l>&i;</l>"}, "declares entities"),
        ({"word/a.xml": f"{OUTSIDE}<l>&e;</l>"}, "declares entities"),
        ({"word/_rels/a.rels": f"{OUTSIDE}<l>&e;</l>"}, "declares entities"),
        ({"a.xml": f"{OUTSIDE}<l/>".replace("1.0", "1.0' encoding='UTF-16").encode("utf-16")}, "declares entities"),
    ],
)
def test_what_is_refused(entries: dict[str, str | bytes], why: str) -> None:
    assert why in reason(zip_of(entries))


def test_small_entries_may_be_packed_tightly() -> None:
    assert "a.xml" in archive.open_archive(zip_of({"a.xml": " " * 900_000})).names


def test_encrypted_entries() -> None:
    data = bytearray(zip_of({"a.xml": "<a/>"}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1
    assert "protected by a password" in reason(bytes(data))


def test_a_size_that_is_not_true() -> None:
    data = bytearray(zip_of({"a.xml": "<a>" + "b" * 5_000 + "</a>"}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        data[data.index(mark) + place : data.index(mark) + place + 4] = struct.pack("<I", 100)
    assert "damaged" in reason(bytes(data))


def test_the_same_name_twice() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as entries:
        entries.writestr("word/document.xml", "<a/>")
        with pytest.warns(UserWarning, match="Duplicate name"):
            entries.writestr("word/document.xml", "<b/>")
    assert "forged names" in reason(made.getvalue())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04" + b"\x00" * 100, docx_of("Poste")[:-200]])
def test_damaged_containers(data: bytes) -> None:
    assert "damaged" in reason(data)


def bomb(xml: bytes) -> bytes:
    """A document with a text of 200 MB."""
    return xml.replace(b"<w:body>", b"<w:body><w:p><w:r><w:t>" + b"A" * 200_000_000 + b"</w:t></w:r></w:p>")


@pytest.mark.slow
def test_documents_are_held_to_the_limits() -> None:
    small = docx_of("Poste de chargé de mission")
    xml = entry_of(small, DOCUMENT)
    for made, why in (
        (with_entry(small, DOCUMENT, bomb(xml)), "more than 50 MB"),
        (with_entry(small, DOCUMENT, xml.replace(b"<w:document", OUTSIDE[21:].encode() + b"<w:document")), "entities"),
        (with_entry(small, DOCUMENT, b"<w:document"), "damaged"),
        (with_entry(small, DOCUMENT, xml.replace(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 9_999)), "damaged"),
        (zip_of({"a.txt": "x"}), "damaged"),
        (zip_of({"[Content_Types].xml": "<a/>", DOCUMENT: "<a/>"}), "damaged"),
    ):
        with pytest.raises(Unreadable, match=why):
            word.read(made, "x.docx")
    with pytest.raises(Unreadable, match="entities"):
        opendocument.read(odt_file("<text:p>&i;</text:p>", prolog=LAUGHS), "x.odt")
    with pytest.raises(Unreadable, match="damaged"):
        opendocument.read(with_entry(odt_of("Poste"), "content.xml", b"<a>"), "x.odt")
    with pytest.raises(Unreadable, match="damaged"):
        opendocument.read(with_entry(odt_of("Poste"), "content.xml", b"<a/>"), "x.odt")
    sheet = xlsx_of([{"title": "a", "description": "b"}])
    for entry in ("xl/workbook.xml", "xl/worksheets/sheet2.xml"):
        with pytest.raises(Unreadable, match="entities"):
            list(table.read(with_entry(sheet, entry, f"{LAUGHS}<a/>".encode()), "x.xlsx", "xlsx"))
        with pytest.raises(Unreadable, match="damaged"):
            list(table.read(with_entry(sheet, entry, b"<a"), "x.xlsx", "xlsx"))


def test_a_protected_open_document() -> None:
    manifest = b"<m xmlns='urn:m'><file-entry><encryption-data/></file-entry></m>"
    with pytest.raises(Unreadable, match="protected by a password"):
        opendocument.read(with_entry(odt_of("Poste"), "META-INF/manifest.xml", manifest), "x.odt")


OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (OLE2 + "WordDocument".encode("utf-16-le"), "an old Word file"),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (zip_of({"offre.txt": "Poste"}), "a zip archive"),
        (docx_of("Poste")[:300], "damaged"),
    ],
)
def test_what_only_bears_the_name_of_a_document(data: bytes, why: str) -> None:
    for name in ("offre.docx", "offre.odt"):
        with pytest.raises(Unreadable, match=why):
            list(registry.read(data, name))
