"""Serves the page on this machine until it is told to stop."""

from __future__ import annotations

import ipaddress
import signal
import socket
import sys
import tempfile
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.errors import UserError
from assistant.web.backend import Backend
from assistant.web.environment import settle_environment

_QUEUE_LENGTH = 64
_AT_ONCE = 4
_SESSIONS = 500
_MAX_FILE_SIZE = "10mb"
_THREADS = 40
_ENDING = (signal.SIGINT, signal.SIGTERM)
_PAUSE = 0.2  # seconds between looks for a signal


def serve(backend: Backend, host: str, port: int, open_browser: bool = False) -> None:
    """Serve the page at `host` and `port` until the process is interrupted or terminated.

    Raises `UserError` where the address cannot be used. Call it from the main thread.
    """
    ended: list[int] = []  # appending takes no lock, so a second signal in the middle of a first one is harmless
    before = {number: signal.signal(number, lambda got, _: ended.append(got)) for number in _ENDING}
    try:
        with running(backend, host, port) as address:
            print(f"The chat is open at {address} (Ctrl+C ends it).", file=sys.stderr, flush=True)
            if open_browser:
                webbrowser.open(address)
            while not ended:
                time.sleep(_PAUSE)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def running(backend: Backend, host: str, port: int) -> Iterator[str]:
    """The page while it is served; gives its address, and takes it and its temporary folder away at the end."""
    bound = check_address(host, port)
    with tempfile.TemporaryDirectory(prefix="postings-page-") as temporary:  # made with mode 0700
        settle_environment(temporary)
        # Gradio reads the environment as it is imported, so not before here.
        from starlette.middleware import Middleware

        from assistant.web.page import build_page, head, theme
        from assistant.web.security import Guard

        page = build_page(backend).queue(max_size=_QUEUE_LENGTH, default_concurrency_limit=_AT_ONCE)
        guard = Middleware(Guard, hosts=("127.0.0.1", "localhost", bound))
        closed = {"docs_url": None, "redoc_url": None, "openapi_url": None}
        try:
            page.launch(
                server_name=bound,
                server_port=port,
                share=False,
                inbrowser=False,
                prevent_thread_lock=True,
                quiet=True,
                show_error=False,
                run_history=False,
                enable_monitoring=False,
                max_file_size=_MAX_FILE_SIZE,
                max_threads=_THREADS,
                allowed_paths=[],
                state_session_capacity=_SESSIONS,
                strict_cors=True,
                ssr_mode=False,
                pwa=False,
                mcp_server=False,
                footer_links=[],
                app_kwargs={"middleware": [guard], **closed},
                theme=theme(),
                head=head(),
            )
            yield f"http://{bound}:{port}/"
        finally:
            page.close(verbose=False)


def check_address(host: str, port: int) -> str:
    """The IPv4 loopback address that `host` stands for, with `port` free on it; raises `UserError` otherwise."""
    bound = "127.0.0.1" if host == "localhost" else host
    if not _is_loopback(bound):
        raise UserError(
            f"The page is served to this machine only, so --host cannot be {host!r}: leave it out, or give 127.0.0.1."
        )
    if not 1 <= port <= 65_535:
        raise UserError(f"There is no port {port}: give one from 1 to 65535 with --port.")
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((bound, port))
        except PermissionError as error:
            raise UserError(f"Port {port} is reserved for the system: choose one above 1023 with --port.") from error
        except OSError as error:
            raise UserError(
                f"Port {port} is in use, perhaps by another chat page: close that, or choose another with --port."
            ) from error
    return bound


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.IPv4Address(host).is_loopback
    except ValueError:
        return False
