"""`python -m assistant`: the command line."""

from __future__ import annotations

import os
import sys

from assistant.errors import AssistantError
from assistant.privacy import keep_private
from vectorstore.errors import EmbeddingError, VectorStoreError


def main() -> None:
    """Run the command line; an error is one sentence on standard error, and its exit status."""
    keep_private(os.environ)
    # The terminal may be of any encoding, and what is printed is of any script.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    from assistant.cli import app

    try:
        app()
    except AssistantError as error:
        _fail(str(error), error.exit_status)
    except EmbeddingError as error:
        _fail(str(error), 2)
    except VectorStoreError as error:
        _fail(str(error), 3)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read our output has gone
        sys.exit(1)
    except KeyboardInterrupt:
        _fail("Stopped. What was finished is kept.", 130)


def _fail(sentence: str, status: int) -> None:
    print(sentence, file=sys.stderr)
    sys.exit(status)


if __name__ == "__main__":
    main()
