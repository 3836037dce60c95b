"""Finding and loading the model that the setting names: the packaged default, a folder, or a name of the hub.

The only module that knows sentence-transformers; it and torch are imported when a model is loaded.
"""

import hashlib
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from vectorstore import packaged_model
from vectorstore.errors import EmbeddingError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

HUB_DEFAULT = "intfloat/multilingual-e5-small"
SETTING = "EMBEDDING_MODEL"

_HUB_SECONDS = 4.0
_AGREEMENT = 0.995
_E5 = re.compile(r"(^|[^a-z0-9])e5([^a-z0-9]|$)", re.IGNORECASE)
_WEIGHTS = ("*.safetensors", "*.bin")
_NOT_NEEDED = ["onnx/*", "openvino/*", "*.onnx", "*.h5", "*.msgpack", "*.ot", "*.tflite", "*.gguf"]
_HEAD_BYTES = 1 << 16
_CHECKED = (
    "Which jobs require a driving licence?",
    "L'association recrute une personne chargée de projet à Tanger, en CDD de douze mois.",
    "خبرة في التسيير، ومعرفة باللغة الفرنسية",
    "Définir les indicateurs, suivre le budget et rédiger les rapports. " * 12,
)


def fingerprint(model: str | None) -> str:
    """Return what the embedder of this setting would have as its fingerprint, without loading anything.

    ``model`` is the setting: None for the default, a folder, or a hub name.

    Raises:
        EmbeddingError: a path is meant and there is no folder.
    """
    if model is None and packaged_model.packed_file() is not None:
        return packaged_model.version_name()
    name = model or HUB_DEFAULT
    folder = _local_folder(name)
    return f"hub:{name}" if folder is None else f"folder:{_folder_digest(folder)}"


def load_model(model: str | None, cache: Path) -> "SentenceTransformer":
    """Load the model of the setting, in the fastest number type that gives the same vectors.

    The packaged default is converted once into a folder under ``cache``. A folder is read without asking any hub; a
    hub name is looked for in the local hub cache first, and asked for once.

    Raises:
        EmbeddingError: the model cannot be had.
    """
    be_quiet()
    if model is None and packaged_model.packed_file() is not None:
        return _load_packaged(cache)
    name = model or HUB_DEFAULT
    folder = _local_folder(name)
    return _load_from_hub(name) if folder is None else _load(folder, name)


def unit_rows(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return unit rows; a row without a direction (some models give zeros for an empty text) gets a fixed one."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors = np.where(lengths > 0, vectors, np.float32(1.0))
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def be_quiet() -> None:
    """Keep the libraries from reporting use, drawing bars and warning of what concerns no user."""
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from huggingface_hub.utils.tqdm import disable_progress_bars
    from transformers.utils import logging

    transformers_logging: Any = logging
    disable_progress_bars()
    transformers_logging.disable_progress_bar()
    transformers_logging.set_verbosity_error()


def _local_folder(model: str) -> Path | None:
    """Return the folder that the setting names, None where it is a hub name."""
    path = Path(model).expanduser()
    if path.is_dir():
        return path
    if path.is_absolute() or model.startswith((".", "~")) or model.count("/") > 1 or "\\" in model or path.exists():
        raise EmbeddingError(
            f"{SETTING} names {model!r}, where there is no folder with a model: give the folder of a "
            "sentence-transformers model or its hub name, or leave the setting out for the default."
        )
    return None


def _folder_digest(folder: Path) -> str:
    """Digest names, sizes and beginnings of the files: the weights are too large to read at every start."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")):
        if file.suffix.lower() in {".md", ".lock"}:
            continue
        with file.open("rb") as opened:
            digest.update(f"{file.relative_to(folder).as_posix()}\0{file.stat().st_size}\0".encode())
            digest.update(opened.read(_HEAD_BYTES))
    return digest.hexdigest()[:32]


def _load_packaged(cache: Path) -> "SentenceTransformer":
    """Load the converted default; a converted folder that has come to harm is made anew, once."""
    try:
        folder = packaged_model.model_folder(cache)
        try:
            return _load(folder, packaged_model.MODEL)
        except EmbeddingError:
            shutil.rmtree(folder)
            return _load(packaged_model.model_folder(cache), packaged_model.MODEL)
    except (OSError, ValueError) as error:
        raise EmbeddingError(
            f"The default embedding model cannot be put into {cache} ({error}): make room there (0.5 GB) and let it "
            f"be written to, or name another model in {SETTING}."
        ) from error


def _load_from_hub(name: str) -> "SentenceTransformer":
    folder = hub_folder(name, only_local=True)
    if folder is not None:
        try:
            return _load(folder, name)
        except EmbeddingError:
            # A download that was broken off leaves a part of the files; the rest is asked for below.
            pass
    folder = hub_folder(name, only_local=False)
    if folder is None:
        raise EmbeddingError(
            f"The model {name!r} cannot be fetched: check that {SETTING} names a model of the hub and that the hub "
            f"can be reached, or give the folder of a model in {SETTING}."
        )
    return _load(folder, name)


def hub_folder(name: str, *, only_local: bool) -> Path | None:
    """Return the folder of a hub model, None where it cannot be had; the hub is asked once and not for long."""
    from httpx2 import HTTPError
    from huggingface_hub import HfApi, snapshot_download

    def fetch(left_out: list[str]) -> Path:
        return Path(
            snapshot_download(name, ignore_patterns=left_out, etag_timeout=_HUB_SECONDS, local_files_only=only_local)
        )

    try:
        if not only_local:
            # The download itself waits without end for a hub that takes the connection and says nothing.
            HfApi().model_info(name, timeout=_HUB_SECONDS)
        # Most models come in two forms of the same weights, and one is enough.
        folder = fetch([*_NOT_NEEDED, "*.bin"])
        return folder if any(folder.rglob(_WEIGHTS[0])) or only_local else fetch(_NOT_NEEDED)
    except (OSError, ValueError, HTTPError):
        return None


def _load(folder: Path, name: str) -> "SentenceTransformer":
    """Load a folder in the fastest number type that gives the same vectors."""
    model = _read(folder, name)
    if _has_bfloat16() and model.device.type == "cpu":
        exact = unit_rows(np.asarray(model.encode_document(list(_CHECKED)), dtype=np.float32))
        model.bfloat16()
        fast = unit_rows(np.asarray(model.encode_document(list(_CHECKED)), dtype=np.float32))
        # Written so that NaN fails too.
        if not float(np.min(np.sum(exact * fast, axis=1))) > _AGREEMENT:
            model = _read(folder, name)
    return model


def _read(folder: Path, name: str) -> "SentenceTransformer":
    # Every length of text leaves prepared products of matrices behind, 1,024 by default, and together hundreds of MB.
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "256")
    import torch
    from sentence_transformers import SentenceTransformer

    if not any(any(folder.rglob(pattern)) for pattern in _WEIGHTS):
        raise EmbeddingError(f"{SETTING} names {name!r}, which holds no model: give the folder of a whole one.")
    try:
        model = SentenceTransformer(str(folder), local_files_only=True, model_kwargs={"dtype": torch.float32})
        model.encode_query("")
    except Exception as error:
        # Every library below raises its own kinds for a broken file, one of them plain Exception.
        raise EmbeddingError(
            f"The model that {SETTING} names, {name!r}, cannot be loaded ({type(error).__name__}): its files are "
            "damaged or of another kind; fetch it again or name another."
        ) from error
    if _E5.search(name) and not any(model.prompts.values()):
        model.prompts = {"query": packaged_model.QUERY_PROMPT, "document": packaged_model.PASSAGE_PROMPT}
    return model


def _has_bfloat16() -> bool:
    """Tell whether the processor computes with bfloat16 itself; without that it is slower than float32."""
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    return "avx512_bf16" in flags or "amx_bf16" in flags
