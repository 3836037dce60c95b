"""Plain text in every encoding that people's files are in."""

from __future__ import annotations

import codecs

import pytest

from assistant.domain import Notice
from assistant.readers import registry
from assistant.readers.content import Content, FailedPart, Unreadable
from assistant.readers.encodings import decode
from assistant.readers.plain import read

FRENCH = "L’équipe cherche un·e chargé·e d’été à Fès – 1 200 €, « œuvre » et forêts, reçu en août à l’hôpital"
ENGLISH = "The project’s manager – 30,000 € a year – “field work” at the Café"
ARABIC = "خبرة في التسيير، ومعرفة باللغة الفرنسية. الرباط"
CAPITALS = "L’ÉQUIPE CHERCHE UNE CHARGÉE D’ÉTUDES À L’HÔPITAL"


PORTUGUESE = "Paul va à São Paulo et à Malmö"  # too few letters to tell the seldom encodings apart
OF_DOS = {0x2019: "'", 0x2013: "-", 0x20AC: "F", 0x153: "oe", 0x201C: "", 0x201D: ""}
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
WRITTEN = [
    *((text, encoding) for text in (FRENCH, ENGLISH, ARABIC, CAPITALS, PORTUGUESE) for encoding in UNICODE),
    *((text, "cp1252") for text in (FRENCH, ENGLISH, CAPITALS, PORTUGUESE)),
    *((text, "mac_roman") for text in (FRENCH, ENGLISH, CAPITALS)),
    *((text.translate(OF_DOS), "cp850") for text in (FRENCH, ENGLISH)),
    (ARABIC, "cp1256"),
    (ARABIC, "iso8859-6"),
    ("Zażółć gęślą jaźń, pracownik socjalny w Łodzi, doświadczenie", "cp1250"),  # by a detector of any encoding
]  # fmt: skip


@pytest.mark.parametrize(("text", "encoding"), WRITTEN)
def test_encodings(text: str, encoding: str) -> None:
    assert read(text.encode(encoding), "")[0].text == text


@pytest.mark.parametrize(
    ("data", "notices"),
    [
        (FRENCH.encode(), ()),
        (codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), ()),
        (FRENCH.encode("utf-16-le"), (Notice("guessed_encoding", "UTF-16LE"),)),
        (FRENCH.encode("cp1252"), (Notice("guessed_encoding", "Windows-1252"),)),
        (FRENCH.encode("mac_roman", "replace"), (Notice("guessed_encoding", "Mac Roman"),)),
        (ARABIC.encode("cp1256"), (Notice("guessed_encoding", "Windows-1256"),)),
        ((FRENCH * 3).encode() + b"\xc3", ()),  # cut within its last letter
        (("é" * 50 + "\ufffd" * 3).encode(), (Notice("broken_letters"),)),
        (codecs.BOM_UTF8 + ("é" * 50).encode() + b"\xff\xfe", (Notice("broken_letters"),)),
        ("Poste\U000e0049\U000e0067\U000e006e\U000e006f\U000e0072\U000e0065".encode(), (Notice("hidden_text"),)),
    ],
)
def test_what_is_said_of_it(data: bytes, notices: tuple[Notice, ...]) -> None:
    (content,) = read(data, "")
    assert content.notices == notices
    assert "\ufeff" not in content.text


def test_no_letter_is_left_out() -> None:
    """What is not UTF-8 in a text that otherwise is shows as U+FFFD."""
    found = decode("é".encode() * 100 + b"\xe9\xe9" + b" fin")
    assert found is not None
    assert found.text == "é" * 100 + "\ufffd\ufffd fin"


@pytest.mark.parametrize(
    ("read_wrong", "right"),
    [
        ("Poste basÃ© Ã  FÃ¨s â€“ lâ€™Ã©quipe", "Poste basé à Fès – l’équipe"),
        ("Chargée d’études", "Chargée d’études"),
        ("Île d’Oléron, Âge, Ã la carte", "Île d’Oléron, Âge, Ã la carte"),
    ],
)
def test_utf8_that_was_read_as_cp1252_is_mended(read_wrong: str, right: str) -> None:
    assert read(read_wrong.encode(), "")[0].text == right


@pytest.mark.parametrize("data", [bytes(range(256)) * 10, b"\x00" * 50, b"\x01\x02\x03abc" * 20])
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(Unreadable, match="save it as plain text"):
        read(data, "")


@pytest.mark.parametrize("text", [" \n\t", "\u00a0\u00a0", "\u200b\ufeff\u2060", "—\n***\n"])
def test_without_a_word_there_is_no_posting(text: str) -> None:
    with pytest.raises(Unreadable, match="no text in it"):
        registry.read(text.encode(), "a.txt")


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"mot " * 2_500_000, "larger than 8 MB"), (b"a" * 2_000_001, "more than 2,000,000 characters")],
    ids=["a line of 10 MB", "a long word"],
)
def test_what_is_too_long_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        registry.read(data, "a.txt")


def test_a_word_of_a_million_letters_is_read() -> None:
    (content,) = registry.read(b"a" * 1_000_000, "a.txt")
    assert isinstance(content, Content)
    assert len(content.text) == 1_000_000


def test_the_registry_keeps_what_failed_beside_what_did_not() -> None:
    found = list(
        registry.read(b'{"title": "a", "description": "Un poste"}\n{"title": "", "description": ""}\n', "a.jsonl")
    )
    assert [type(part) for part in found] == [Content, FailedPart]
