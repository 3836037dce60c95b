"""The memory of the program: that of this process, and of the one that it starts for the encoder."""

from __future__ import annotations

import os
from pathlib import Path

_ENCODER = b"vectorstore.encoder_child"


def peak_memory() -> float:
    """Megabytes that this process and its encoder's have held at most, each in its own time."""
    encoders = [child for child in below(os.getpid()) if _ENCODER in _told(child, "cmdline")]
    return sum(megabytes(process, "VmHWM") for process in (os.getpid(), *encoders))


def below(parent: int) -> list[int]:
    """The processes under one, at any depth; those that end meanwhile are left out."""
    found = []
    for task in Path("/proc", str(parent), "task").iterdir():
        try:
            direct = [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
        for child in direct:
            found += [child, *(below(child) if Path("/proc", str(child)).exists() else [])]
    return found


def megabytes(process: int, measure: str = "VmRSS") -> int:
    """What a process holds, or by another measure of the kernel's, 0 where it has ended."""
    lines = _told(process, "status").decode("ascii", "replace").splitlines()
    return int(next((line.split()[1] for line in lines if line.startswith(measure)), "0")) // 1024


def _told(process: int, file: str) -> bytes:
    try:
        return Path("/proc", str(process), file).read_bytes()
    except OSError:
        return b""
