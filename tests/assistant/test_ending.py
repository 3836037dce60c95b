"""The page ends when it is told to, however often it is told."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support import ROOT, clean_environment

pytestmark = [pytest.mark.server, pytest.mark.model]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_many_signals_at_once_end_the_page(tmp_path: Path) -> None:
    command = [sys.executable, "app.py", "--store", str(tmp_path / "store"), "--port", str(free_port())]
    process = subprocess.Popen(command, cwd=ROOT, env=clean_environment(), stderr=subprocess.PIPE, encoding="utf8")
    try:
        assert process.stderr is not None
        assert "The chat is open" in process.stderr.readline()
        for _ in range(6):
            process.send_signal(signal.SIGTERM)
            time.sleep(0.001)
        assert process.wait(timeout=30) == 0
    finally:
        process.kill()
