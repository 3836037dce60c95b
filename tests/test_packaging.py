"""The wheel holds all that the program needs to run from any folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support import ROOT, SEEDS, clean_environment

pytestmark = pytest.mark.server  # slow: it builds, and starts a Python over what was built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the tree, so that nothing is left in it."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    left_out = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "dist", "tests")
    shutil.copytree(ROOT, source, ignore=left_out)
    if not (source / "README.md").exists():
        (source / "README.md").write_text("")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder / "dist"),
        str(source),
    ]
    built = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert built.returncode == 0, built.stdout[-2000:] + built.stderr[-2000:]
    (made,) = (folder / "dist").glob("*.whl")
    return made


def data_files() -> list[str]:
    """Every file under the packages that is no Python."""
    packages = (ROOT / "assistant", ROOT / "vectorstore")
    files = (path for package in packages for path in package.rglob("*") if path.is_file())
    return sorted(
        path.relative_to(ROOT).as_posix()
        for path in files
        if path.suffix not in (".py", ".pyc") and "__pycache__" not in path.parts
    )


def test_every_module_and_every_data_file_is_in(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {p.relative_to(ROOT).as_posix() for d in ("assistant", "vectorstore") for p in (ROOT / d).rglob("*.py")}
    assert modules | {"app.py"} <= names, f"missing: {sorted(modules - names)}"
    assert set(data_files()) <= names, f"missing: {sorted(set(data_files()) - names)}"
    assert any(name.endswith((".css", ".js")) for name in names)
    assert any(name.startswith("assistant/prompts/") and name.endswith(".md") for name in names)


def test_the_seeds_are_in_byte_for_byte(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    held = {name: archive.read(name) for name in archive.namelist() if name.startswith("assistant/seeds/")}
    assert held == {f"assistant/seeds/{path.name}": path.read_bytes() for path in SEEDS.iterdir()}


def test_no_tests_and_no_rubbish(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"app.py", "assistant", "vectorstore"}


def test_it_runs_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    code = (
        "from assistant.resources import seeds_folder, table; from assistant.cli import app; import app as page;"
        "from assistant.web.page import head; from vectorstore.analysis import content_tokens;"
        "print(len(list(seeds_folder().glob('*.txt'))), bool(table('headings.toml')), bool(head()),"
        " len(content_tokens('le poste', 'fr')), seeds_folder())"
    )
    env = {**clean_environment(), "PYTHONPATH": str(installed)}
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split()[:4] == ["5", "True", "True", "1"]
    assert str(installed) in ran.stdout
