"""The cross-encoder: a tiny one of random weights, made here, and what cannot be one."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from vectorstore.errors import RerankerError
from vectorstore.reranker import load_reranker

WORDS = ("which", "jobs", "require", "a", "driving", "licence", "french", "water", "the", "posting", "asks", "for")


def tiny_cross_encoder(folder: Path, labels: int = 1) -> Path:
    """A BERT of one layer whose weights are random, saved as a cross-encoder."""
    import torch
    import transformers

    library: Any = transformers
    torch.manual_seed(0)
    folder.mkdir()
    vocabulary = folder / "vocab.txt"
    vocabulary.write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS]), encoding="utf8")
    config = library.BertConfig(
        vocab_size=len(WORDS) + 5,
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        num_labels=labels,
    )
    library.BertForSequenceClassification(config).save_pretrained(folder)
    library.BertTokenizerFast(vocab=str(vocabulary)).save_pretrained(folder)
    return folder


@pytest.mark.parametrize("setting", ["/nowhere/model", "./nowhere", "a/b/c"])
def test_a_path_without_a_folder_is_told(setting: str) -> None:
    with pytest.raises(RerankerError, match="RERANKER_MODEL") as caught:
        load_reranker(setting)
    assert "\n" not in str(caught.value)


@pytest.mark.model
def test_scores_are_one_a_text_in_their_order(tmp_path: Path) -> None:
    reranker = load_reranker(str(tiny_cross_encoder(tmp_path / "tiny")))
    texts = ["the posting asks for french", "water", "a driving licence"]
    scores = reranker.scores("which jobs require a driving licence", texts)
    assert scores.shape == (3,)
    assert scores.dtype == np.float32
    again = reranker.scores("which jobs require a driving licence", texts[::-1])
    assert np.allclose(scores, again[::-1], atol=1e-5)
    assert len(set(scores.tolist())) == 3
    assert reranker.scores("which", []).shape == (0,)


@pytest.mark.model
def test_a_damaged_folder_is_told(tmp_path: Path) -> None:
    folder = tiny_cross_encoder(tmp_path / "tiny")
    (folder / "config.json").write_text("{", encoding="utf8")
    with pytest.raises(RerankerError, match="RERANKER_MODEL") as caught:
        load_reranker(str(folder))
    assert "\n" not in str(caught.value)


@pytest.mark.model
def test_a_model_of_several_numbers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RerankerError, match="several numbers"):
        load_reranker(str(tiny_cross_encoder(tmp_path / "tiny", labels=3)))
