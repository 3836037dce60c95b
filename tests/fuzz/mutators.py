"""Changes to bytes, such as damage and malice make them: each takes a file and a dice, and gives another file."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

Mutate = Callable[[bytes, random.Random], bytes]
LARGEST = 400_000  # bytes; what grows beyond is cut, so that a run keeps its time

_NUMBERS = (b"0", b"-1", b"1e400", b"NaN", b"2147483648", b"99999999999999999999", b"9" * 400, b"0.0000001", b"1/0")
_ODD = (
    b"\x00", b"\x00" * 64, b"\xed\xa0\x80", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xf4\x90\x80\x80", b"\x1b[2J",
    b"\r", b"\x0c", b"\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xf3\xa0\x81\x81" * 9, b"e" + b"\xcc\x81" * 300,
    b"\xc2\xa0", b"\xe2\x80\x8b" * 40, "نص".encode(), "ⵜⴰ".encode(), "Ω·ﬁ½".encode(), b"%s%n{0}$(x)`",
)  # fmt: skip
_LONG = (b"a", b"1", b" ", b"(", b"[[", b'{"a":', b"<div>", b"<b>", b"&amp;", b",", b";", b'"', b"a@", b"1 000 - ")
# What means something in one of the formats, put where it does not belong.
TOKENS = (
    b"<table><tr><td colspan=99999999 rowspan=65536>", b"<style>*{display:none}</style>", b"</body></html>", b"<!--",
    b"<![CDATA[", b"<script type=application/ld+json>{", b"&#x110000;&#0;&#xD800;", b"<p style='font-size:0", b"<svg/>",
    b"\r\n\r\n", b"\r\nContent-Transfer-Encoding: base64\r\n", b"\r\nContent-Type: multipart/mixed; boundary=x\r\n",
    b"\r\nContent-Type: text/plain; charset=utf-7\r\n", b"\r\nContent-Type: message/rfc822\r\n", b"=?utf-8?B?////?=",
    b"\r\nContent-Disposition: attachment; filename*=x''%FF\r\n", b"\r\nDate: 99 Foo 99999 99:99:99 +9999\r\n",
    b"--x--", b"endobj", b"1 0 R", b"<< /Kids [1 0 R] /Parent 1 0 R >>", b"/Length 99999999", b"/Rotate 45",
    b"/MediaBox [0 0 0 0]", b"stream\n", b"BT /F1 1e9 Tf ET", b"1e9 0 0 1e9 0 0 cm", b"q " * 300,
    b"/FlateDecode /FlateDecode", b"%%EOF",
    b"\"\"", b"\n\"", b"\t", b"null", b"[[]]", b"{}", b"\\ud800", b"\"\\u0000\"", b"=1+1", b"- ", b"# ", b"**", b" : ",
    b" | ", b"0000-00-00", b"31/02/2026", b"24:99", b"9999-12-31T99:99", b"10-1 ans", b"\n\n\n",
)  # fmt: skip


def flipped(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 8, 64))):
        if changed:
            changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def cut(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] if dice.random() < 0.7 else data[at:]


def without_slice(data: bytes, dice: random.Random) -> bytes:
    start, end = _slice(data, dice)
    return data[:start] + data[end:]


def doubled(data: bytes, dice: random.Random) -> bytes:
    start, end = _slice(data, dice)
    return data[:end] + data[start:end] * dice.choice((1, 1, 3, 50)) + data[end:]


def moved(data: bytes, dice: random.Random) -> bytes:
    start, end = _slice(data, dice)
    rest = data[:start] + data[end:]
    at = dice.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def with_odd_bytes(data: bytes, dice: random.Random) -> bytes:
    return _inserted(data, dice, dice.choice(_ODD))


def with_token(data: bytes, dice: random.Random) -> bytes:
    return _inserted(data, dice, dice.choice(TOKENS))


def with_long_run(data: bytes, dice: random.Random) -> bytes:
    return _inserted(data, dice, dice.choice(_LONG) * dice.choice((300, 3_000, 20_000)))


def with_other_number(data: bytes, dice: random.Random) -> bytes:
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return data
    number = dice.choice(found)
    return data[: number.start()] + dice.choice(_NUMBERS) + data[number.end() :]


def with_other_lines(data: bytes, dice: random.Random) -> bytes:
    """A line gone, doubled, in another place, or many times."""
    lines = data.split(b"\n")
    at = dice.randrange(len(lines))
    line = lines.pop(at)
    for _ in range(dice.choice((0, 1, 2, 400))):
        lines.insert(dice.choice((at, dice.randrange(len(lines) + 1))), line)
    return b"\n".join(lines)


def in_another_encoding(data: bytes, dice: random.Random) -> bytes:
    written = data.decode("utf-8", "replace")
    return written.encode(dice.choice(("utf-16", "utf-16-be", "utf-32", "utf-7", "cp1252", "cp037")), "replace")


BYTES: Sequence[Mutate] = (
    flipped, flipped, cut, without_slice, doubled, moved, with_odd_bytes, with_token, with_long_run, with_other_number,
    with_other_lines,
)  # fmt: skip
TEXT: Sequence[Mutate] = (*BYTES, with_token, with_odd_bytes, with_other_lines, in_another_encoding)


def several(data: bytes, dice: random.Random, mutators: Sequence[Mutate] = BYTES) -> bytes:
    """One change or a few, one after the other."""
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        data = dice.choice(mutators)(data, dice)[:LARGEST]
    return data


def spliced(data: bytes, other: bytes, dice: random.Random) -> bytes:
    """The beginning of one file and the end of another."""
    return data[: dice.randrange(len(data) + 1)] + other[dice.randrange(len(other) + 1) :]


def _slice(data: bytes, dice: random.Random) -> tuple[int, int]:
    start = dice.randrange(len(data) + 1)
    return start, min(len(data), start + dice.choice((1, 4, 30, 300, 3000)))


def _inserted(data: bytes, dice: random.Random, words: bytes) -> bytes:
    start, end = _slice(data, dice)
    return data[:start] + words + data[dice.choice((start, end)) :]
