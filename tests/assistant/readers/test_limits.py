"""What tells a reading process that another had better take its place."""

from __future__ import annotations

import subprocess
import sys

import pytest

from assistant.readers import tesseract
from assistant.readers.limits import MB, Limits
from tests.support import ROOT

pytestmark = pytest.mark.slow

_CHILD = f"""
from assistant.readers.limits import Limits, is_worn
held = bytearray({{held}})
held[::4096] = b"x" * len(held[::4096])
del held
print(is_worn(Limits(memory={256 * MB})))
"""


def test_what_one_file_may_cost() -> None:
    assert Limits() == Limits(seconds=20, memory=512 * MB, memory_below=1024 * MB)
    assert tesseract.SECONDS == 20


@pytest.mark.parametrize(("held", "worn"), [(MB, "False"), (160 * MB, "True")])
def test_only_what_the_process_itself_held_wears_it(held: int, worn: str) -> None:
    """However much its parent holds, which here is more than the limit as beside an encoder."""
    parents = bytearray(300 * MB)
    parents[::4096] = b"x" * len(parents[::4096])
    command = [sys.executable, "-c", _CHILD.format(held=held)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert said.stdout.strip() == worn
