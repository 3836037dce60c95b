"""Bytes to text, and text to its folded form."""

from __future__ import annotations

import codecs

import pytest

from assistant.text import clean, decode, fold, one_line, plain_gender
from tests.support import SEEDS, gold_cases

WORDS = "Chargé·e d’été à Fès – 1 200 €"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode("utf-8"),
        codecs.BOM_UTF8 + WORDS.encode("utf-8"),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("cp1252"),
        WORDS.replace("é", "e\u0301").encode("utf-8"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be", "cp1252", "decomposed"],
)
def test_encodings(data: bytes) -> None:
    assert decode(data) == WORDS


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 10, b"\x89PNG\r\n\x1a\n" + bytes(500), b"\xff\xfe\x00\xd8", b"\x00" * 50]
)
def test_what_is_no_text(data: bytes) -> None:
    assert decode(data) is None


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\f", "\n"])
def test_line_ends(ends: str) -> None:
    assert decode(f"un{ends}deux{ends}".encode()) == "un\ndeux\n"


def test_seeds_are_read_as_they_are() -> None:
    """Offsets are into the text as read, and whoever reads the files as UTF-8 must find the same places."""
    for path in SEEDS.iterdir():
        assert decode(path.read_bytes()) == path.read_text(encoding="utf8")


def test_control_characters_become_spaces_one_for_one() -> None:
    assert clean("a\x00b\x07c\x7fd\ud83de") == "a b c d e"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Chargé   d’Études\n", "charge d'etudes"),
        ("**Profil**", "profil"),
        ("ŒUVRE", "œuvre"),
        ("12\u00a0000\u202f€", "12 000 €"),
        ("re\u00adlations", "relations"),
        ("zéro\u200blargeur", "zerolargeur"),
        ("E\u0301TE\u0301", "ete"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text).replace("oe", "œ") == folded


@pytest.mark.parametrize(
    "written", [form.strip() for case in gold_cases("inclusive") for form in case["input"].split(",")]
)
def test_reported_forms_of_inclusive_writing(written: str) -> None:
    assert plain_gender(written.removesuffix(" de projet")) == "chargé"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("chargé(e)", "chargé"),
        ("chargé.e", "chargé"),
        ("chargé/e", "chargé"),
        ("chargé-e", "chargé"),
        ("candidat(e)s", "candidat"),
        ("présélectionné(e)s", "présélectionné"),
        ("chargé(e)x", "chargé(e)x"),
        ("coordinateur/trice", "coordinateur"),
        ("coordinateur.rice", "coordinateur"),
        ("collaborateur.trices", "collaborateur"),
        ("Rabat-Salé", "Rabat-Salé"),
        ("rendez-vous", "rendez-vous"),
        ("www.scd.asso.fr", "www.scd.asso.fr"),
    ],
)
def test_plain_gender(written: str, plain: str) -> None:
    assert plain_gender(written) == plain


def test_one_line() -> None:
    assert one_line(" **un** \n\n deux\ttrois ") == "un deux trois"
