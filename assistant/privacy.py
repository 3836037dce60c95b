"""What the libraries would send to others on their own is switched off."""

from __future__ import annotations

from collections.abc import MutableMapping

_OFF = {
    "LANGSMITH_TRACING": "false",
    "LANGSMITH_TRACING_V2": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "LANGCHAIN_TRACING": "false",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "ANONYMIZED_TELEMETRY": "False",
    "DO_NOT_TRACK": "1",
}


def keep_private(environment: MutableMapping[str, str]) -> None:
    """Switch off tracing and telemetry, whatever was set: nobody's questions go anywhere.

    To be called before langchain and the embedding library are loaded.
    """
    environment.update(_OFF)
