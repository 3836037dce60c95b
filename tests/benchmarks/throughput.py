"""The rate of indexing, in tokens a second, beside what bounds it: the encoder's own `encode`, and the processor.

All three are measured in one run and in the number format that the program uses. `BENCH_DATA` names the folder that
holds `postings_fr.jsonl`; the first 600 postings are indexed, from their files to the written store.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from assistant.encoder import Encoder
from assistant.indexing import index_folder
from assistant.settings import Settings
from assistant.store import Store
from tests.benchmarks.facts import CORPUS, DATA
from tests.benchmarks.report import Figure
from vectorstore.embedding import SentenceTransformerEmbedder, fingerprint
from vectorstore.encoder_process import EncoderProcess
from vectorstore.models import load_model

_POSTINGS = 600
_BATCH = 32  # what sentence-transformers takes where nothing is said
_SIDE = 2048  # of the square matrices whose product measures the processor
_PRODUCTS = 20


def measure() -> list[Figure]:
    """Tokens a second of each, and the shares."""
    corpora = os.environ.get(DATA)
    if not corpora:
        print(f"throughput: not measured; set {DATA} to the folder that holds {CORPUS}", file=sys.stderr)
        return []
    settings = Settings.from_environment(os.environ)
    process = EncoderProcess(settings.embedding_model, settings.cache)
    embedder = SentenceTransformerEmbedder(process, fingerprint(settings.embedding_model))
    with tempfile.TemporaryDirectory(prefix="postings-throughput-") as scratch:
        folder = Path(scratch, "in")
        _write(Path(corpora, CORPUS), folder)
        seconds, texts = _indexed(folder, Path(scratch, "store"), embedder)
    process.stop()
    return _figures(load_model(settings.embedding_model, settings.cache), seconds, texts)


def _figures(model: Any, seconds: float, texts: Sequence[str]) -> list[Figure]:  # noqa: ANN401
    lengths = [min(len(ids), model.max_seq_length) for ids in model.tokenizer(_prompted(model, texts))["input_ids"]]
    tokens = sum(lengths)
    own = tokens / _seconds(lambda: model.encode_document(list(texts), batch_size=_BATCH, show_progress_bar=False))
    ours = tokens / seconds
    limit = _operations(model) / _operations_a_token(model, sum(n * n for n in lengths) / tokens)
    kind = str(next(model.parameters()).dtype).removeprefix("torch.")
    of = f"{len(texts):,} passages of {tokens / len(texts):.0f} tokens, {kind}"
    return [
        Figure(f"indexing whole files, {of}", ours, "tokens/s"),
        Figure("the encoder's own `encode` of the same texts", own, "tokens/s"),
        Figure("the processor's limit, by the product of two large matrices", limit, "tokens/s"),
        Figure("indexing, of the encoder's own rate", 100 * ours / own, "%", "90 and more"),
        Figure("indexing, of the processor's limit", 100 * ours / limit, "%"),
    ]


def _indexed(folder: Path, store: Path, embedder: SentenceTransformerEmbedder) -> tuple[float, list[str]]:
    """Seconds from the files to the written store, and what was embedded on the way."""
    with_vectors = Encoder(lambda: embedder, embedder.fingerprint)
    opened = Store.open(store, with_vectors, None, write=True)
    try:
        seconds = _seconds(lambda: index_folder(opened, folder))
        texts = {chunk.digest: chunk.text_to_embed for chunk in opened.library.chunks.values()}
    finally:
        opened.close()
    return seconds, list(texts.values())


def _write(corpus: Path, folder: Path) -> None:
    folder.mkdir()
    with corpus.open(encoding="utf8") as lines:
        for number, line in enumerate(islice(lines, _POSTINGS)):
            row = json.loads(line)
            text = f"{row['title']}\n\n{row['description']}\n"
            (folder / f"{number:03}.txt").write_text(text, encoding="utf8")


def _prompted(model: Any, texts: Sequence[str]) -> list[str]:  # noqa: ANN401
    return [model.prompts.get("document", "") + text for text in texts]


def _operations(model: Any) -> float:  # noqa: ANN401
    """Operations a second of the product of two large matrices in the model's number format."""
    import torch  # takes seconds, and the benchmarks that need it load the model anyway

    kind = next(model.parameters()).dtype
    left, right = torch.rand(_SIDE, _SIDE).to(kind), torch.rand(_SIDE, _SIDE).to(kind)
    with torch.inference_mode():
        torch.mm(left, right)
        seconds = _seconds(lambda: [torch.mm(left, right) for _ in range(_PRODUCTS)])
    return _PRODUCTS * 2 * float(_SIDE) ** 3 / seconds


def _operations_a_token(model: Any, length: float) -> float:  # noqa: ANN401
    """Those of the layers' weights, and of the attention to `length` tokens; embeddings are only looked up."""
    weights = sum(p.numel() for name, p in model.named_parameters() if ".layer." in name and p.dim() == 2)
    config = model[0].auto_model.config
    return float(2 * weights + 4 * length * config.hidden_size * config.num_hidden_layers)


def _seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began
