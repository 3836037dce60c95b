"""What the log says of an error that nobody foresaw."""

from __future__ import annotations

import logging
import traceback


def log_place(logger: logging.Logger, what: str, error: Exception) -> None:
    """Only where it happened: the message of an error may hold a question or a CV."""
    places = "".join(traceback.format_tb(error.__traceback__))
    logger.error("%s: %s\n%s", what, type(error).__name__, places)
