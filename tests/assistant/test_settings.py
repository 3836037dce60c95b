"""Settings out of an environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import ModelSettings, Settings


def test_the_defaults_lie_in_the_folders_of_the_user() -> None:
    settings = Settings.from_environment({})
    assert settings.store.name == "store"
    assert "postings-assistant" in settings.store.parts
    assert "postings-assistant" in settings.cache.parts
    assert settings.model is None
    assert settings.embedding_model is settings.reranker_model is settings.chroma_url is None


def test_every_setting_is_read() -> None:
    settings = Settings.from_environment(
        {
            "POSTINGS_STORE": "/s",
            "POSTINGS_CACHE": "/c",
            "EMBEDDING_MODEL": "m",
            "RERANKER_MODEL": "r",
            "CHROMA_URL": "http://127.0.0.1:9",
            "LLM_MODEL": "small",
            "OPENAI_BASE_URL": "http://user:word@models.test:8080/v1",
            "OPENAI_API_KEY": "sk-secret",
        }
    )
    assert (settings.store, settings.cache) == (Path("/s"), Path("/c"))
    assert (settings.embedding_model, settings.reranker_model) == ("m", "r")
    assert settings.chroma_url == "http://127.0.0.1:9"
    assert settings.model == ModelSettings("small", "http://user:word@models.test:8080/v1", "sk-secret")
    assert settings.model.host == "models.test:8080"


def test_a_key_in_the_environment_switches_nothing_on_and_is_never_shown() -> None:
    settings = Settings.from_environment({"OPENAI_API_KEY": "sk-secret", "OPENAI_BASE_URL": "http://models.test/v1"})
    assert settings.model is None
    named = Settings.from_environment({"OPENAI_API_KEY": "sk-secret", "LLM_MODEL": "small"})
    assert named.model
    assert named.model.host == "api.openai.com"
    assert "sk-secret" not in f"{settings!r} {named!r} {named.model!r} {named.model}"


@pytest.mark.parametrize("url", ["http://[", "nonsense", "http://h:port/v1", ""])
def test_an_address_that_is_none_has_a_host_all_the_same(url: str) -> None:
    assert ModelSettings("small", url).host == "?"


def test_the_option_goes_before_the_environment() -> None:
    assert Settings.from_environment({"POSTINGS_STORE": "/s"}, Path("/option")).store == Path("/option")


@pytest.mark.parametrize(
    "name",
    [
        "POSTINGS_STORE",
        "POSTINGS_CACHE",
        "EMBEDDING_MODEL",
        "RERANKER_MODEL",
        "CHROMA_URL",
        "LLM_MODEL",
        "OPENAI_BASE_URL",
        "OPENAI_API_KEY",
    ],
)
def test_an_empty_setting_is_none(name: str) -> None:
    assert Settings.from_environment({name: ""}) == Settings.from_environment({})


def test_paths_are_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/somebody")
    assert Settings.from_environment({"POSTINGS_STORE": "here"}).store == tmp_path / "here"
    assert Settings.from_environment({"POSTINGS_STORE": "~/there"}).store == Path("/home/somebody/there")


def test_the_home_of_nobody_is_a_folder_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings.from_environment({}, Path("~nobody-of-that-name/x")).store == tmp_path / "~nobody-of-that-name/x"
