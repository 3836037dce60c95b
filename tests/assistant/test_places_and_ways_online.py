"""How one applies says nothing of where the work is: "apply online only", « entretien à distance »."""

from __future__ import annotations

import pytest

from tests.support import posting


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("Apply online only through our jobs portal.", "Cardigan"),
        ("Interviews online in the week of 7 December.", "Cardigan"),
        ("Fill in the online application form.", "Cardigan"),
        ("You will visit patients in remote villages.", "Cardigan"),
        ("Entretien à distance possible.", "Cardigan"),
        ("The work is remote.", ""),
        ("Travail à distance.", ""),
        ("You work online.", ""),
    ],
)
def test_where_the_work_is(line: str, right: str) -> None:
    read = posting(
        f"Bryn Community Hospital, Cardigan, Wales\nOutpatient Receptionist\n\nSalary  £24,433 a year\n\n{line}\n"
    )
    assert read.location.of(read.text) == right
