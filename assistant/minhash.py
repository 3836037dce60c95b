"""Which texts are alike, without comparing every two: MinHash signatures of word shingles, cut into bands.

Two texts that share half of their shingles have a band in common in 98 of 100 cases, two that share a tenth in 3. The
signature of a text depends on nothing but the text.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[^\W_]+")
_SHINGLE = 4  # words
_BANDS = 32
_ROWS = 3  # minima in a band
_BLOCK = 2_000  # shingles whose hashes are in memory at a time, 96 numbers each
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SEEDS = np.random.default_rng(0).integers(1, 2**63, size=_BANDS * _ROWS, dtype=np.uint64) * np.uint64(2) + np.uint64(1)

Bands = tuple[bytes, ...]


def bands_of(texts: Iterable[str]) -> Iterator[Bands]:
    """The bands of each text: alike texts have one of them, at the same place, in common. Empty for one without words.

    Case, punctuation and line breaks do not count.
    """
    hashes = _Hashes()
    for text in texts:
        words = np.fromiter(map(hashes.__getitem__, _WORD.findall(text.lower())), dtype=np.uint64)
        yield _bands(_minima(_shingles(words))) if words.size else ()


class _Hashes(dict[str, int]):
    """A number for each word, the same in every run."""

    def __missing__(self, word: str) -> int:
        number = self[word] = zlib.crc32(word.encode("utf8", "surrogatepass"))
        return number


def _shingles(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A number for every run of words, in order."""
    padded = np.pad(words, (0, max(0, _SHINGLE - words.size)))
    count = padded.size - _SHINGLE + 1
    mixed = padded[:count].copy()
    for offset in range(1, _SHINGLE + 1):
        mixed *= _MULTIPLIER
        mixed ^= mixed >> np.uint64(29)
        if offset < _SHINGLE:
            mixed += padded[offset : offset + count]
    return mixed


def _minima(shingles: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The least of the shingles under each of many hash functions."""
    blocks = [shingles[start : start + _BLOCK] for start in range(0, shingles.size, _BLOCK)]
    least: NDArray[np.uint64] = np.min(
        [((block[:, None] * _SEEDS) >> np.uint64(32)).min(axis=0) for block in blocks], axis=0
    )
    return least


def _bands(minima: NDArray[np.uint64]) -> Bands:
    rows = minima.astype(np.uint32).reshape(_BANDS, _ROWS)
    return tuple(row.tobytes() for row in rows)
