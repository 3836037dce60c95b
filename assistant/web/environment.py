"""Settles the process environment before Gradio, which reads it at import and at launch, is imported."""

from __future__ import annotations

import os
from collections.abc import MutableMapping

_LOOPBACK = ("127.0.0.1", "localhost")


def settle_environment(temporary: str, environment: MutableMapping[str, str] = os.environ) -> None:
    """Take every GRADIO_ variable out, so that none can share, edit or widen the page, and set our own few.

    `temporary` is the private folder for Gradio's files. Loopback is taken out of any proxy's reach: Gradio calls
    its own page once to start it.
    """
    for name in [name for name in environment if name.startswith("GRADIO_")]:
        del environment[name]
    environment["GRADIO_ANALYTICS_ENABLED"] = "False"
    environment["GRADIO_TEMP_DIR"] = temporary
    # Else it sums up its last 10,000 events at each one, for a page on them that is closed here.
    environment["GRADIO_ANALYTICS_MAX_EVENTS"] = "1"
    environment["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(10**9)
    environment["HF_HUB_DISABLE_TELEMETRY"] = "1"
    for name in ("NO_PROXY", "no_proxy"):
        hosts = [host for host in environment.get(name, "").split(",") if host]
        environment[name] = ",".join(dict.fromkeys([*hosts, *_LOOPBACK]))
