"""A CV as it is read, and what is refused."""

from __future__ import annotations

import pytest

from assistant.errors import UserError
from assistant.letters.cv import read_cv


@pytest.mark.parametrize("data", [b"", b"   \n\xe2\x80\x8b\n", b"\x00\x01\x02\x03" * 40, b"CV", b"word " * 20_000])
def test_what_is_no_cv_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(UserError, match=r"CV as PDF|nothing but your CV"):
        read_cv(data, "cv.txt")


def test_no_message_or_repr_shows_its_lines() -> None:
    cv = read_cv(b"Salma Canari\nExperience\n2019 - 2021 Charge de projet, association Exemple\n", "cv.txt")
    assert "Canari" in cv.text
    assert "Canari" not in repr(cv) + str(cv.quote(0, 12))
