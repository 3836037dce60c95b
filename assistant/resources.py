"""The files that come with the program: word lists, wordings, prompts, and the five seed postings."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML file `name` of `assistant/data`."""
    return tomllib.loads((_PACKAGE / "data" / name).read_text(encoding="utf8"))


def data_bytes(name: str) -> bytes:
    """The file `name` of `assistant/data` as it is."""
    return (_PACKAGE / "data" / name).read_bytes()


def seeds_folder() -> Path:
    """The folder of the five seed postings, in a checkout or in an installed wheel."""
    return _beside("seeds")


def prompts_folder() -> Path:
    """The folder of the prompts, in a checkout or in an installed wheel."""
    return _beside("prompts")


def _beside(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
