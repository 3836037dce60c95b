"""What the surroundings decide: read once at the edge, handed in, and never read again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

_APP = "postings-assistant"


@dataclass(frozen=True)
class Settings:
    """Where things lie and which concrete parts are used."""

    store: Path  # POSTINGS_STORE: the folder of the catalogue and its index
    cache: Path  # POSTINGS_CACHE: where a packaged embedding model is unpacked once
    embedding_model: str | None = None  # EMBEDDING_MODEL: a path or hub name instead of the packaged model
    reranker_model: str | None = None  # RERANKER_MODEL: a cross-encoder, by path or hub name; orders passages anew
    chroma_url: str | None = None  # CHROMA_URL: a Chroma server instead of the program's own

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], store: Path | None = None) -> Settings:
        """The settings of `environment`; `store` (an option of the command line) goes before `POSTINGS_STORE`."""
        named = environment.get("POSTINGS_STORE")
        cache = environment.get("POSTINGS_CACHE")
        return cls(
            store=_folder(store or named or user_data_path(_APP) / "store"),
            cache=_folder(cache or user_cache_path(_APP)),
            embedding_model=environment.get("EMBEDDING_MODEL") or None,
            reranker_model=environment.get("RERANKER_MODEL") or None,
            chroma_url=environment.get("CHROMA_URL") or None,
        )


def _folder(path: str | Path) -> Path:
    # Not Path.expanduser, which raises for the home of a user whom nobody knows.
    return Path(os.path.expanduser(path)).absolute()
