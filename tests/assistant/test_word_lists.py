"""The lists of words in the data files: a translator finds each phrase once."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import assistant

FILES = sorted((Path(assistant.__file__).parent / "data").glob("*.toml"))
_SHORT = 6  # entries: so few may be forms by their place, of which two are alike, and no list of words


def _lists(node: object, path: str) -> Iterator[tuple[str, list[str]]]:
    if isinstance(node, dict):
        for key, inner in node.items():
            yield from _lists(inner, f"{path}.{key}")
    elif isinstance(node, list) and len(node) > _SHORT and all(isinstance(each, str) for each in node):
        yield path, node


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_phrase_stands_twice_in_a_list(path: Path) -> None:
    lists = dict(_lists(tomllib.loads(path.read_text(encoding="utf8")), path.stem))
    twice = {name: [word for word, n in Counter(words).items() if n > 1] for name, words in lists.items()}
    assert {name: words for name, words in twice.items() if words} == {}
