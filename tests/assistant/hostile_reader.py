"""A reader that does what the file says, as a hostile or damaged file would: line by line, each a posting or an act."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping

from assistant.readers.content import Content, FailedPart, Unreadable


def read(data: bytes, name: str, mapping: Mapping[str, str]) -> Iterator[Content | FailedPart]:
    """A posting a line, whose part is its number where there are several; lines that begin with ! act."""
    del name, mapping
    lines = data.decode().split("\n")
    for number, line in enumerate(lines, start=1):
        if line.startswith("!"):
            _act(line)
            continue
        yield Content(line, "" if len(lines) == 1 else str(number))


def _act(line: str) -> None:
    act, _, detail = line[1:].partition(" ")
    match act:
        case "sleep":
            time.sleep(float(detail))
        case "spin":
            re.match("(a+)+$", "a" * 60 + "b")  # no Python code gets a turn meanwhile
        case "allocate":
            list(range(10**9))
        case "crash":
            ctypes.string_at(0)
        case "recurse":
            _act(line)
        case "print":
            print('["draft", "", [], []]', flush=True)
            os.write(1, b"noise\n")
            os.write(2, b"noise\n")
        case "exit":
            os._exit(int(detail))
        case "core":
            os.abort()
        case "raise":
            raise KeyError(detail)
        case "refuse":
            raise Unreadable(detail)
        case "write":
            with open(detail, "wb") as written:
                for _ in range(200):
                    written.write(bytes(1 << 20))
        case "child":
            subprocess.run([sys.executable, "-c", f"import time; time.sleep({detail})"], check=False)
        case "pid":
            with open(detail, "a", encoding="ascii") as written:
                written.write(f"{os.getpid()}\n")
