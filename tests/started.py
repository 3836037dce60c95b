"""The program as a person starts it: a process of its own over a store, with the page served."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_PATIENCE = 400.0  # seconds


@dataclass(frozen=True)
class Started:
    """A page that is served: its address, the process behind it, and where that writes."""

    address: str
    process: subprocess.Popen[bytes]
    log: Path
    store: Path
    temporary: Path  # its folder for temporary files, which nothing else uses


def free_port() -> int:
    """A port of 127.0.0.1 that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(folder: Path, postings: Path, settings: Mapping[str, str] | None = None) -> Iterator[Started]:
    """The page over a store of `postings`, made in `folder`; the process is ended with the context.

    `settings` are further variables of its environment.

    RuntimeError with the log where the page is not served in time.
    """
    store, log, temporary = folder / "store", folder / "page.log", folder / "tmp"
    temporary.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary), **(settings or {})}
    index = [sys.executable, "-m", "assistant", "index", str(postings), "--store", str(store)]
    subprocess.run(index, cwd=folder, env=environment, check=True, timeout=600, stdout=subprocess.DEVNULL)
    port = free_port()
    page = [sys.executable, str(ROOT / "app.py"), "--store", str(store), "--port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(page, cwd=folder, env=environment, stdout=output, stderr=output)
    one = Started(f"http://127.0.0.1:{port}/", process, log, store, temporary)
    try:
        _wait_until_served(one)
        yield one
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_served(one: Started) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and one.process.poll() is None:
        try:
            with urllib.request.urlopen(one.address, timeout=5):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    raise RuntimeError(f"The page was not served: {one.log.read_text(encoding='utf8', errors='replace')}")
