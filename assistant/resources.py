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


def lines_of_data(name: str) -> list[str]:
    """The lines of the text file `name` of `assistant/data`, without blank ones and comments."""
    lines = data_bytes(name).decode("utf8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


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
