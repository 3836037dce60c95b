"""A CV as it is read, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import UserError
from assistant.letters.cv import cv_of, read_cv
from assistant.letters.heads import sender
from tests.makers.pdf import Drawn, drawn, pictures, scan


@pytest.mark.parametrize("data", [b"", b"   \n\xe2\x80\x8b\n", b"\x00\x01\x02\x03" * 40, b"CV", b"word " * 20_000])
def test_what_is_no_cv_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(UserError, match=r"CV as PDF|nothing but your CV"):
        read_cv(data, "cv.txt")


def test_a_scanned_or_protected_cv_is_refused_and_blanks_are_offered(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no tesseract
    scanned = scan(pictures(drawn([Drawn("Salma Canari")]), 72))
    for data, why in ((scanned, "a scanned document"), (drawn([Drawn("Salma")], password="x"), "a password")):
        with pytest.raises(UserError, match=rf"{why}.*without a CV the outline has blanks"):
            read_cv(data, "cv.pdf")


def test_no_message_or_repr_shows_its_lines() -> None:
    cv = read_cv(b"Salma Canari\nExperience\n2019 - 2021 Charge de projet, association Exemple\n", "cv.txt")
    assert "Canari" in cv.text
    assert "Canari" not in repr(cv) + str(cv.quote(0, 12))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("06 12 34 56 78", "06 12 34 56 78"),
        ("Tel. +212 (6) 12-34-56-78", "+212 (6) 12-34-56-78"),
        ("22 345 678", "22 345 678"),
        ("2020-2024 : Chargée de projet", None),
        ("2020 - 2024 Project officer", None),
        ("2018-2020 2020-2022 Animatrice", None),
        ("2019–2021 Comptable, puis 0612345678", "0612345678"),
    ],
)
def test_years_are_no_telephone(line: str, number: str | None) -> None:
    points = sender(cv_of(f"Salma Canari\n{line}\nLangues : français, arabe, anglais\n", "cv.txt"), "fr", "fr")
    assert [q.words for point in points for q in point.quotes][1:] == ([number] if number else [])
