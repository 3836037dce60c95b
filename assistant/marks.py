"""What holding a posting against others needs of it, worked out once: reading a text takes time."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.country_hints import country_of_text
from assistant.domain import Posting
from assistant.minhash import Bands, bands_of

_BAND = 12  # bytes


@dataclass(frozen=True)
class Marks:
    """The country that the text of a posting speaks of (empty where none is plain), and the bands of its words."""

    country: str
    bands: Bands


def marks_of(posting: Posting) -> Marks:
    """The marks of a posting."""
    return Marks(country_of_text(posting.text), next(bands_of([posting.text])))


def marks_row(posting: Posting) -> tuple[str, bytes]:
    """The marks of a posting as columns: country, bands."""
    marks = marks_of(posting)
    return marks.country, b"".join(marks.bands)


def marks_of_row(country: object, bands: object) -> Marks:
    """The marks out of their columns; ValueError where they are none."""
    if not isinstance(bands, bytes) or len(bands) % _BAND:
        raise ValueError("the marks of a posting are cut")
    return Marks(str(country), tuple(bands[start : start + _BAND] for start in range(0, len(bands), _BAND)))
