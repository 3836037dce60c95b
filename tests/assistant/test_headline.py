"""Titles on one line."""

from __future__ import annotations

import pytest

from assistant.headline import headline


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("FINANCE AND ADMINIS-\nTRATION ASSISTANT", "FINANCE AND ADMINISTRATION ASSISTANT"),
        ("Chargé de communi-\n  cation", "Chargé de communication"),
        ("Directeur\nadjoint", "Directeur adjoint"),
        ("Agent à mi-\ntemps", "Agent à mi-temps"),
        ("Home-\nbased translator", "Home-based translator"),
        ("Responsable Rhône-\nAlpes", "Responsable Rhône-Alpes"),
    ],
)
def test_words_that_a_line_end_cut_in_two_are_whole(words: str, line: str) -> None:
    assert headline(words) == line
