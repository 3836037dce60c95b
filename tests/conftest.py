"""What all tests share: a network closed but for this machine, and stores over the five seed postings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts

from assistant import wiring
from assistant.assistant import Assistant
from assistant.indexing import index_folder
from assistant.settings import Settings
from assistant.store import Store
from assistant.wiring import open_assistant, open_store
from tests.support import SEEDS, hash_store
from vectorstore.encoder_process import EncoderProcess


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Close the network before any fixture of the test is made."""
    socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)


@pytest.fixture(scope="session")
def cache() -> Path:
    """Where the packaged model is converted to once: the person's own cache, so that it happens once a machine."""
    return Settings.from_environment(os.environ).cache


@pytest.fixture(scope="session", autouse=True)
def _one_encoder(cache: Path) -> Iterator[None]:
    """One process has the embedding model for all tests that open a store in this one: it takes seconds to start."""
    process = EncoderProcess(None, cache)
    process.stop, stop = lambda: None, process.stop  # type: ignore[method-assign]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            wiring, "EncoderProcess", lambda setting, _cache: EncoderProcess(setting, _cache) if setting else process
        )
        yield
    stop()


@pytest.fixture(scope="session")
def hashed_seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The seeds with vectors out of hashes and exact search: quick, and only to be read."""
    with hash_store(tmp_path_factory.mktemp("hashed")) as store:
        index_folder(store, SEEDS)
        yield store


@pytest.fixture(scope="session")
def hashed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of such a store, closed; to be copied by tests that change it."""
    folder = tmp_path_factory.mktemp("hashed-folder")
    with hash_store(folder) as store:
        index_folder(store, SEEDS)
    return folder


@pytest.fixture(scope="session")
def seeds_store(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """A store folder with the seeds, embedded by the real model; for tests marked `model`, and only to be read."""
    settings = Settings(tmp_path_factory.mktemp("seeds") / "store", cache)
    with open_store(settings, write=True) as store:
        index_folder(store, SEEDS)
    return settings.store


@pytest.fixture(scope="session")
def assistant(seeds_store: Path, cache: Path) -> Iterator[Assistant]:
    """The whole assistant over the seeds: real model, real Chroma."""
    with open_assistant(Settings(seeds_store, cache), write=False) as opened:
        opened.store.encoder.get()
        yield opened
