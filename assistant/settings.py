"""What the surroundings decide: read once at the edge, handed in, and never read again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_cache_path, user_data_path

_APP = "postings-assistant"
_OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True)
class ModelSettings:
    """The language model that words answers: its name, where it answers, and the key that it asks for, if any."""

    name: str
    url: str = _OPENAI
    key: str = field(default="", repr=False)  # never shown, not even by accident

    @property
    def host(self) -> str:
        """Where the questions and passages go, without anything secret that the address may hold."""
        try:
            parts = urlsplit(self.url)
            port = f":{parts.port}" if parts.port else ""
        except ValueError:
            return "?"
        return f"{parts.hostname or '?'}{port}"


@dataclass(frozen=True)
class Settings:
    """Where things lie and which concrete parts are used."""

    store: Path  # POSTINGS_STORE: the folder of the catalogue and its index
    cache: Path  # POSTINGS_CACHE: where a packaged embedding model is unpacked once
    embedding_model: str | None = None  # EMBEDDING_MODEL: a path or hub name instead of the packaged model
    reranker_model: str | None = None  # RERANKER_MODEL: a cross-encoder, by path or hub name; orders passages anew
    chroma_url: str | None = None  # CHROMA_URL: a Chroma server instead of the program's own
    llm_model: str | None = None  # LLM_MODEL: the language model that words answers; nothing is sent without it
    llm_url: str | None = None  # OPENAI_BASE_URL: where it answers, where that is not OpenAI
    llm_key: str | None = field(default=None, repr=False)  # OPENAI_API_KEY: the key that it asks for

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
            llm_model=environment.get("LLM_MODEL") or None,
            llm_url=environment.get("OPENAI_BASE_URL") or None,
            llm_key=environment.get("OPENAI_API_KEY") or None,
        )

    @property
    def model(self) -> ModelSettings | None:
        """The language model, None where none is named: a key that lies in the environment switches nothing on."""
        if not self.llm_model:
            return None
        return ModelSettings(self.llm_model, self.llm_url or _OPENAI, self.llm_key or "")


def _folder(path: str | Path) -> Path:
    # Not Path.expanduser, which raises for the home of a user whom nobody knows.
    return Path(os.path.expanduser(path)).absolute()
