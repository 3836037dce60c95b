"""Misspelt words of a question are put right, and what may be meant as it is written is left."""

from __future__ import annotations

import pytest

from assistant.asking.lexicon import words_of
from assistant.asking.spelling import corrected


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("postnigs", "postings"),  # begins like « post- », whose endings are shorter
        ("ouvetres", "ouvertes"),
        ("langauges", "languages"),
        ("contarts", "contrats"),
        ("contarct", "contract"),  # and not "contact"
        ("poster", "poster"),
        ("hourly", "hourly"),
        ("intervew", "interview"),
        ("engins", "engins"),  # people ask with these: « engins » is no "engine", "crops" are no « corps »
        ("crops", "crops"),
        ("continuer", "continuer"),
    ],
)
def test_a_slip_is_put_right(written: str, meant: str) -> None:
    assert [word.form for word in corrected(words_of(written), lambda _: False)] == [meant]


@pytest.mark.parametrize("written", ["postnigs", "ouvetres"])
def test_what_the_postings_know_is_left(written: str) -> None:
    assert [word.form for word in corrected(words_of(written), lambda _: True)] == [written]
