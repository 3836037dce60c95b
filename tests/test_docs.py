"""What the README says is there, is there."""

from __future__ import annotations

import re
import shlex
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from assistant.cli import app
from assistant.settings import Settings
from tests.support import ROOT, SEED_NAMES, SEEDS

README = ROOT / "README.md"
_COMMAND = re.compile(r"python(?:3(?:\.11)?)? (?:-m (?P<module>[\w.]+)|(?P<file>[\w/]+\.py))(?P<rest>[^\n`|#]*)")
_FILE = re.compile(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:md|py|toml|txt|jsonl))`")
_SETTING_ROW = re.compile(r"^\|\s*`([A-Z][A-Z0-9_]+)`\s*\|", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)")


@cache
def documents() -> dict[str, str]:
    names = (
        "README.md",
        "README.fr.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "tests/benchmarks/README.md",
        "prompts/README.md",
    )
    return {name: (ROOT / name).read_text(encoding="utf8") for name in names if (ROOT / name).exists()}


def everything() -> str:
    return "\n".join(documents().values())


def test_there_is_a_readme() -> None:
    assert README.exists()
    for name in ("LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"):
        assert (ROOT / name).exists(), f"{name} is missing"


def test_every_make_target_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf8")
    targets = set(re.findall(r"^([a-z][\w-]*):", makefile, re.MULTILINE))
    named = set(re.findall(r"`(?:[A-Z]+=\S+ )?make ([a-z][\w-]*)", everything()))
    named |= set(re.findall(r"^\s*(?:\$ )?make ([a-z][\w-]*)", everything(), re.MULTILINE))
    assert named <= targets
    assert {"run", "test"} <= named


def commands() -> list[str]:
    return sorted({found.group().strip().rstrip(".,;:)") for found in _COMMAND.finditer(everything())})


@pytest.mark.parametrize("command", commands() or ["none"])
def test_every_command_parses(command: str) -> None:
    found = _COMMAND.match(command)
    if found is None:
        pytest.skip("The documents show no command.")
    arguments = shlex.split(found["rest"].replace("…", "x"), comments=True)
    if found["module"] == "assistant":
        _check_assistant([argument for argument in arguments if argument not in ("[…]", "...")])
    elif found["module"]:
        name = found["module"].replace(".", "/")
        installed = found["module"] in ("pip", "build", "venv", "pytest", "playwright", "mypy", "ruff")
        assert installed or (ROOT / f"{name}.py").exists() or (ROOT / name / "__main__.py").exists()
    else:
        assert (ROOT / found["file"]).exists()
        source = (ROOT / found["file"]).read_text(encoding="utf8")
        assert all(f'"{option.split("=")[0]}"' in source for option in arguments if option.startswith("--"))


def _check_assistant(arguments: list[str]) -> None:
    """The sub-command and its options exist; arguments that follow no option are as many as it takes."""
    command = typer.main.get_command(app)
    if not arguments or arguments[0].startswith("-"):
        return
    known = getattr(command, "commands", {})
    assert arguments[0] in known, f"there is no command {arguments[0]}"
    parameters = known[arguments[0]].params
    options = {name for parameter in parameters for name in (*parameter.opts, *parameter.secondary_opts)}
    named = [re.sub(r"[\[\]]", "", word).split("=")[0] for word in arguments[1:] if word.lstrip("[").startswith("--")]
    assert set(named) <= options | {"--help"}, f"{set(named) - options} is no option of {arguments[0]}"
    assert CliRunner().invoke(app, [arguments[0], "--help"]).exit_code == 0


def test_every_file_named_exists() -> None:
    generated = {".venv", ".venv/", "dist/", "build/", "constraints.txt"}
    for document, text in documents().items():
        below = (ROOT / document).parent
        for name in {*_FILE.findall(text), *_LINK.findall(text)} - generated:
            if name.startswith(("application/", "text/")):
                continue
            places = [folder / name for folder in (ROOT, below, SEEDS, ROOT / "assistant", ROOT / "assistant/data")]
            assert any(place.exists() for place in places), f"{document} names {name}, which is not there"


def test_every_seed_is_explained() -> None:
    for name in SEED_NAMES:
        assert name.split("_")[0] in README.read_text(encoding="utf8")


def test_the_table_of_settings_is_whole() -> None:
    rows = set(_SETTING_ROW.findall(README.read_text(encoding="utf8")))
    read = _settings_read()
    assert read <= rows, f"the README does not explain {read - rows}"
    assert rows <= read | {"PYTHON", "CI"}, f"nothing reads {rows - read}"


def _settings_read() -> set[str]:
    """The names that `Settings.from_environment` asks an environment for, found by watching it ask."""
    asked: set[str] = set()

    class Watched(dict[str, str]):
        def get(self, name: str, default: object = None) -> None:  # type: ignore[override]  # noqa: ARG002
            asked.add(name)

        def __getitem__(self, name: str) -> str:
            asked.add(name)
            raise KeyError(name)

    Settings.from_environment(Watched())
    return asked


def test_every_setting_says_its_name_in_the_code() -> None:
    source = Path(ROOT / "assistant" / "settings.py").read_text(encoding="utf8")
    for field in fields(Settings):
        assert re.search(rf"{field.name}: .*# [A-Z_]+", source), f"{field.name} does not say which setting it is"


def test_nothing_names_the_machine_that_it_was_written_on() -> None:
    assert not re.search(r"/(?:root|home|work|tmp)/\w", everything())
