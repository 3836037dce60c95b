"""The errors of the program, sorted by who must act. Each message says what to do."""

from __future__ import annotations


class AssistantError(Exception):
    """Any error that this program raises on purpose; `exit_status` is the command line's."""

    exit_status = 3


class UserError(AssistantError):
    """The person asked for something that cannot be done as asked; the message says what to change."""

    exit_status = 2


class StoreError(AssistantError):
    """The store or the machine is in a state that somebody must mend; nothing stored was changed."""

    exit_status = 3
