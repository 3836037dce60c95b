"""Whether the text of a CV is that of a scan that was badly read."""

from __future__ import annotations

import pytest

from assistant.letters.cv import cv_of
from assistant.letters.misread import is_misread
from assistant.letters.outlining import outline_of
from tests.assistant.letters.making import TODAY, case_of, cvs
from tests.support import AGADIR

SCANNED = """S a m i r a   E l   A m r a n i
l2 rue des 0rangers, 4OOOO Marrakech
C0ordination d'un projet de gouvernance loca1e
2O2O - aujourd'hui : Anirnation d'ate1iers
"""
CLEAN = """Samira El Amrani, samira01el@exemple.ma, https://example.org/a1b/c0d
Réponse à la grippe H1N1 ; 1ère adjointe ; Bac+5 ; B2 en anglais ; MS-DOS 5.0 ; permis B
2016-2020 : animation d'ateliers, 1er prix, 10ème édition, CO2, i18n, 3D, 4x4
"""


@pytest.mark.parametrize(
    ("text", "misread"),
    [
        (SCANNED, True),
        (CLEAN, False),
        ("pub1iques loca1es pub1iques loca1es", False),  # two words are no sign yet
        ("pub1iques, loca1es et 0rganisées", True),
        ("C O M P É T E N C E S", False),
        ("E X P E R I E N C E\nF O R M A T I O N\nL A N G U E S", True),
        ("", False),
    ],
)
def test_signs_of_a_bad_scan(text: str, misread: bool) -> None:
    assert is_misread(text) is misread


def test_no_clean_cv_is_taken_for_one() -> None:
    assert [name for name, cv in cvs().items() if is_misread(cv.text)] == []


def test_the_outline_says_so_first() -> None:
    for text, said in ((SCANNED, True), (CLEAN, False)):
        warnings = outline_of(case_of(AGADIR), cv_of(text), "fr", TODAY).warnings
        assert ("warn_misread" in [point.key for point in warnings]) is said
