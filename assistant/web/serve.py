"""Serves the page on this machine until it is told to stop."""

from __future__ import annotations

import errno
import ipaddress
import signal
import socket
import sys
import tempfile
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from assistant.errors import UserError
from assistant.web.backend import Backend
from assistant.web.environment import settle_environment
from assistant.web.users import Users

_QUEUE_LENGTH = 64
_AT_ONCE = 4
_SESSIONS = 500
_MAX_FILE_SIZE = "10mb"
_THREADS = 80
_ENDING = (signal.SIGINT, signal.SIGTERM)
_EVERYWHERE = "0.0.0.0"
_PAUSE = 0.2  # seconds between looks for a signal


@dataclass(frozen=True)
class Access:
    """Who else may come in: people with a password, by further names of the page, and programs that speak MCP."""

    users: Users | None = None
    names: tuple[str, ...] = ()
    mcp: bool = False


_ALONE = Access()


def serve(backend: Backend, host: str, port: int, access: Access = _ALONE, open_browser: bool = False) -> None:
    """Serve the page at `host` and `port` until the process is interrupted or terminated.

    Raises `UserError` where the address cannot be used. Call it from the main thread.
    """
    ended: list[int] = []  # appending takes no lock, so a second signal in the middle of a first one is harmless
    before = {number: signal.signal(number, lambda got, _: ended.append(got)) for number in _ENDING}
    try:
        with running(backend, host, port, access) as address:
            print(f"The chat is open at {address} (Ctrl+C ends it).", file=sys.stderr, flush=True)
            if access.mcp:
                print(f"Programs that speak MCP: {address}gradio_api/mcp/", file=sys.stderr, flush=True)
            if open_browser:
                webbrowser.open(address)
            while not ended:
                time.sleep(_PAUSE)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def running(backend: Backend, host: str, port: int, access: Access = _ALONE) -> Iterator[str]:
    """The page while it is served; gives its address, and takes it and its temporary folder away at the end."""
    bound = check_address(host, port, to_others=access.users is not None)
    with tempfile.TemporaryDirectory(prefix="postings-page-") as temporary:  # made with mode 0700
        settle_environment(temporary)
        # Gradio reads the environment as it is imported, so not before here.
        from starlette.middleware import Middleware

        from assistant.web.page import build_page, head, theme
        from assistant.web.security import Guard

        page = build_page(backend).queue(max_size=_QUEUE_LENGTH, default_concurrency_limit=_AT_ONCE)
        guard = Middleware(Guard, hosts=("127.0.0.1", "localhost", bound, *access.names), users=access.users)
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
                mcp_server=access.mcp,
                footer_links=[],
                app_kwargs={"middleware": [guard], **closed},
                theme=theme(),
                head=head(),
            )
            yield f"http://{'127.0.0.1' if bound == _EVERYWHERE else bound}:{port}/"
        finally:
            page.close(verbose=False)


def check_address(host: str, port: int, *, to_others: bool = False) -> str:
    """The IPv4 address that `host` stands for, with `port` free on it; raises `UserError` otherwise.

    Unless the page is served `to_others`, who need a password, only loopback addresses will do.
    """
    bound = "127.0.0.1" if host == "localhost" else host
    if not to_others and not _is_loopback(bound):
        raise UserError(
            f"The page is served to this machine only, so --host cannot be {host!r}: leave it out, or give "
            "those who may use it from others a name and a password with --users FILE or --user NAME:PASSWORD."
        )
    if not _is_address(bound):
        raise UserError(
            f"--host {host!r} is no IPv4 address: give one of this machine, or {_EVERYWHERE} for all of them."
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
            if error.errno == errno.EADDRNOTAVAIL:
                raise UserError(f"This machine has no address {bound}: leave --host out, or give another.") from error
            raise UserError(
                f"Port {port} is in use, perhaps by another chat page: close that, or choose another with --port."
            ) from error
    return bound


def _is_loopback(host: str) -> bool:
    return _is_address(host) and ipaddress.IPv4Address(host).is_loopback


def _is_address(host: str) -> bool:
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return False
    return True
