"""Passages in the other language, on a level with those in the question's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from assistant.indexing import index_folder
from assistant.language_means import language_means, levelled
from assistant.library import Library
from assistant.store import Store
from tests.support import hash_store, write_files
from vectorstore.records import Hit

ENGLISH = "Project officer in {0}\n\nMissions\n\n" + "\n".join(
    f"- The officer will {verb} the work of the team with the partners in the {{0}} area, and report on it each month."
    for verb in ("plan", "lead", "follow", "review", "support", "describe", "improve", "share")
)
FRENCH = "Chargé de projet à {0}\n\nMissions\n\n" + "\n".join(
    f"- {verb} le travail de l'équipe avec les partenaires de la zone de {{0}}, et en rendre compte chaque mois."
    for verb in ("Planifier", "Mener", "Suivre", "Revoir", "Soutenir", "Décrire", "Améliorer", "Partager")
)


def texts(form: str, count: int) -> dict[str, str]:
    return {f"{form[:2]}{n}.txt": form.format(f"Ville{n}") for n in range(count)}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = write_files(tmp_path_factory.mktemp("both"), {**texts(ENGLISH, 15), **texts(FRENCH, 15)})
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield store


def test_a_store_in_one_language_has_no_means(hashed_seeds: Store) -> None:
    assert language_means(hashed_seeds.library, hashed_seeds.catalogue) == {}
    hits = [Hit("a", 0.9), Hit("b", 0.8)]
    assert levelled(hits, np.ones(384, dtype=np.float32), "en", {}, hashed_seeds.library, 1) == hits[:1]


def test_what_the_language_alone_makes_near_is_taken_off(both: Store) -> None:
    library: Library = both.library
    by_language = {"fr": "", "en": ""}
    for identity, chunk in library.chunks.items():
        by_language[library.postings[chunk.posting].language] = identity
    means = both.language_means
    vector = means["en"] / np.linalg.norm(means["en"])
    apart = float(vector @ means["en"] - vector @ means["fr"])
    assert apart > 0.1
    hits = [Hit(by_language["en"], 0.8), Hit(by_language["fr"], 0.8 - apart / 2)]
    found = levelled(hits, vector, "en", means, library, 5)
    assert [hit.id for hit in found] == [by_language["fr"], by_language["en"]]
    assert found[1].score == pytest.approx(0.8)
    assert found[0].score == pytest.approx(0.8 + apart / 2)


def test_means_follow_a_change(both: Store, tmp_path: Path) -> None:
    before = both.language_means
    index_folder(both, write_files(tmp_path / "more", texts("Chauffeur à {0}\n\nConduire le camion à {0}.\n", 3)))
    assert not np.allclose(before["fr"], both.language_means["fr"])
