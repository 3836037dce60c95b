"""Words out of pictures, by the program tesseract where it is installed: one process a picture, with its own limits."""

from __future__ import annotations

import csv
import io
import os
import re
import resource
import shutil
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from statistics import fmean, median

from PIL import Image

from assistant.readers.layout import Line

SECONDS = 20  # of the processor for a page
WAIT = 60.0  # seconds by the clock for a page, on a machine that has much else to do
MEMORY = 1_000_000_000  # bytes of a page's process
MOST_PAGES = 30
DPI = 250
INSTALL = "install tesseract with French (Debian: apt install tesseract-ocr tesseract-ocr-fra) and index again"
_LANGUAGES = ("fra", "eng", "ara")
_LEAST_SURE = 40  # of 100, on the average of a line; below that it is spots and pictures, not words
_LARGE = 1.25  # times the usual height and width of a letter: larger letters, not more accents or capitals
_AS_IT_STANDS, _TURNED = "3", "1"  # modes of tesseract: the second finds out first which way the picture lies
_FEW = 200  # characters of a picture that may lie on its side
_COLUMNS = {"level", "block_num", "par_num", "line_num", "left", "top", "width", "height", "conf", "text"}
_LINE = "4"
_WORD = "5"
_READ_AS_ROMAN = re.compile(r"[lI|]{1,3}(?=\s?[-–—.)]\s)")
_READ_AS_BULLET = re.compile(r"(?:[e¢°*+»>©®]|[eoO]\s?[•e])\s+(?=[A-ZÀ-ÖØ-Þ])")


def command() -> str | None:
    """The path of tesseract, or None where it is not installed."""
    return shutil.which("tesseract")


def languages() -> tuple[str, ...]:
    """Which of French, English and Arabic it reads, by their codes; none where it is not installed."""
    program = command()
    return tuple(_languages(program).split("+")) if program else ()


def is_mended(why: str) -> bool:
    """Whether a file that failed with the reason `why` lacked tesseract, which is there by now."""
    return INSTALL in why and command() is not None


def lines_of(picture: Image.Image, page: int = 0) -> list[Line]:
    """The lines of words in a picture, in tesseract's reading order; none where it finds none or runs over a limit.

    Places are in pixels of the picture.
    """
    program = command()
    if not program:
        return []
    data = io.BytesIO()
    picture.convert("L").save(data, "PNG", compress_level=1)
    words = [program, "stdin", "stdout", "-l", _languages(program), "--dpi", str(DPI), "--psm"]
    end = time.monotonic() + WAIT
    lines = _lines(_run([*words, _AS_IT_STANDS, "tsv"], data.getvalue(), WAIT), picture.height, page)
    if sum(len(line.text) for line in lines) < _FEW and (left := end - time.monotonic()) > 0:
        lines = _lines(_run([*words, _TURNED, "tsv"], data.getvalue(), left), picture.height, page) or lines
    return lines


def _run(arguments: list[str], data: bytes, seconds: float) -> str:
    """What the program prints about `data`; nothing where it fails, or runs over its memory or its time."""
    with subprocess.Popen(
        arguments,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    ) as process:
        _limit(process.pid)
        try:
            out, _ = process.communicate(data, timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return ""
    return out.decode("utf8", "replace") if process.returncode == 0 else ""


def _limit(pid: int) -> None:
    """Give a process that has read nothing yet its own limits: more memory than this process may have, less time."""
    if hasattr(resource, "prlimit"):  # Linux
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
        resource.prlimit(pid, resource.RLIMIT_AS, (most, hard))
        resource.prlimit(pid, resource.RLIMIT_CPU, (SECONDS, SECONDS))


@cache
def _languages(program: str) -> str:
    """French, English and Arabic as far as they are installed."""
    listed = _run([program, "--list-langs"], b"", WAIT).split()
    return "+".join(language for language in _LANGUAGES if language in listed) or "eng"


def _lines(table: str, height: int, page: int) -> list[Line]:
    rows = list(csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE))
    if rows and not rows[0].keys() >= _COLUMNS:
        return []
    words: dict[tuple[str, ...], list[str]] = defaultdict(list)
    sure: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for row in rows:
        if row["level"] == _WORD and (row["text"] or "").strip():
            words[_key(row)].append(row["text"].strip())
            sure[_key(row)].append(float(row["conf"]))
    boxes = [
        row for row in rows if row["level"] == _LINE and _key(row) in words and fmean(sure[_key(row)]) >= _LEAST_SURE
    ]
    texts = [_mended(" ".join(words[_key(row)])) for row in boxes]
    usual = median([int(row["height"]) for row in boxes]) if boxes else 0
    letter = median([int(row["width"]) / len(text) for row, text in zip(boxes, texts, strict=True)]) if boxes else 0
    return [
        _line(row, text, (usual, letter), height, page, region)
        for row, text, region in zip(boxes, texts, _regions(boxes), strict=True)
    ]


def _mended(text: str) -> str:
    """A line with the signs put right that tesseract takes for letters: the dots of lists, and Roman numbers."""
    if found := _READ_AS_BULLET.match(text):
        return f"• {text[found.end() :]}"
    return (
        _READ_AS_ROMAN.sub(lambda found: "I" * len(found.group()), text, count=1)
        if _READ_AS_ROMAN.match(text)
        else text
    )


def _key(row: Mapping[str, str]) -> tuple[str, ...]:
    return row["block_num"], row["par_num"], row["line_num"]


def _line(row: Mapping[str, str], text: str, usual: tuple[float, float], height: int, page: int, region: int) -> Line:
    left, top, wide, high = (int(row[name]) for name in ("left", "top", "width", "height"))
    large = high > _LARGE * usual[0] and wide / len(text) > _LARGE * usual[1]
    return Line(
        text=text,
        left=left,
        right=left + wide,
        base=top + high,
        size=high if large else usual[0],
        page=page,
        height=top / max(1, height),
        region=region,
    )


def _regions(boxes: Iterable[Mapping[str, str]]) -> list[int]:
    """A number for each line, the same in one column: a line beside or above the one before begins another."""
    regions: list[int] = []
    last: tuple[int, int, int] | None = None
    for box in boxes:
        left, top, wide = (int(box[name]) for name in ("left", "top", "width"))
        begins = last is None or left > last[1] or left + wide < last[0] or top < last[2]
        regions.append((regions[-1] if regions else 0) + begins)
        last = left, left + wide, top
    return regions
