"""Opens the chat page over a store of job postings: `python app.py [--store DIR] [--host HOST] [--port PORT]`.

With `--users FILE` it can be served to other machines, and with `--mcp` to programs as tools.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.errors import AssistantError
from assistant.privacy import keep_private
from assistant.settings import Settings
from assistant.web.serve import Access, check_address, serve
from assistant.web.users import users_of
from assistant.wiring import open_assistant


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the page until it is interrupted; an error is one sentence, and its exit status is returned."""
    parser = argparse.ArgumentParser(prog="app.py", description="Chat with a pile of job postings.")
    parser.add_argument("--store", type=Path, default=None, metavar="DIR", help="folder of the store")
    parser.add_argument("--host", default="127.0.0.1", help="address to serve at (default: %(default)s)")
    parser.add_argument("--port", type=int, default=7860, help="port to serve at (default: %(default)s)")
    parser.add_argument(
        "--user", action="append", default=[], metavar="NAME:PASSWORD",
        help="someone who may use the page; others on this machine can see it here, so rather use --users",
    )  # fmt: skip
    parser.add_argument("--users", type=Path, metavar="FILE", help="file of such users, one NAME:PASSWORD a line")
    parser.add_argument(
        "--name", action="append", default=[], metavar="HOST", help="a name by which others reach the page"
    )
    parser.add_argument("--mcp", action="store_true", help="serve the same to programs as MCP tools")
    given = parser.parse_args(arguments)
    keep_private(os.environ)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        access = Access(users_of(given.user, given.users), tuple(given.name), given.mcp)
        check_address(given.host, given.port, to_others=access.users is not None)
        settings = Settings.from_environment(os.environ, store=given.store)
        with open_assistant(settings, write=True, notify=_notify) as assistant:
            serve(assistant, given.host, given.port, access)
    except AssistantError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    return 0


def _notify(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
