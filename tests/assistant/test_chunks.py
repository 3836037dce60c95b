"""Passages are slices of the text that cross neither a section nor a page header."""

from __future__ import annotations

import random
import string
from itertools import pairwise

import pytest

from assistant.chunks import LONGEST, TARGET, chunks_of
from assistant.domain import Chunk, Posting
from tests.support import CARE, gold_cases, posting, seed_postings

SEEDS = seed_postings()


def check(made: Posting) -> list[Chunk]:
    """What holds of the chunks of any posting."""
    chunks = chunks_of(made)
    assert [chunk.number for chunk in chunks] == list(range(len(chunks)))
    for chunk in chunks:
        assert made.text[chunk.start : chunk.end] == chunk.text
        assert chunk.text == chunk.text.strip() != ""
        assert chunk.section in made.sections
        assert chunk.section.body_start <= chunk.start < chunk.end <= chunk.section.end
        assert not any(f.start < chunk.end and chunk.start < f.end for f in made.furniture)
        assert len(chunk.text) <= max(TARGET, LONGEST)
    assert all(first.end <= second.start for first, second in pairwise(chunks))
    return chunks


def uncovered(made: Posting, chunks: list[Chunk]) -> str:
    """The letters and digits that no chunk, heading or page header holds."""
    covered = [(chunk.start, chunk.end) for chunk in chunks]
    covered += [(section.start, section.body_start) for section in made.sections]
    covered += [(line.start, line.end) for line in made.furniture]
    left = list(made.text)
    for start, end in covered:
        left[start:end] = " " * (end - start)
    return "".join(c for c in left if c.isalnum())


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_chunks_of_the_seeds(seed: Posting) -> None:
    chunks = check(seed)
    assert len(chunks) > 10
    assert uncovered(seed, chunks) == ""


def test_any_text_made_of_pieces_of_the_seeds() -> None:
    """Lines of the seeds in any order, cut anywhere, with noise between them."""
    dice = random.Random(7)
    lines = [line for seed in SEEDS for line in seed.text.split("\n")]
    noise = [
        "",
        " ",
        "Profil attendu :",
        "## Missions",
        "I- " + "x" * 80,
        "a" * 3000,
        "٣ مهام:",
        "- " * 40,
        "…",
        "\u200b",
        "**",
        "1.",
    ]
    for _ in range(60):
        chosen = [dice.choice(lines if dice.random() < 0.8 else noise) for _ in range(dice.randrange(1, 60))]
        text = "\n".join(chosen)[dice.randrange(0, 30) :]
        made = posting(text)
        assert uncovered(made, check(made)) == ""


def test_any_text_of_any_signs() -> None:
    dice = random.Random(11)
    signs = string.printable + "éàçœ’«»…•▪–—·ⵜⴰأب،؟\u00a0\u202f"
    for _ in range(60):
        made = posting("".join(dice.choice(signs) for _ in range(dice.randrange(0, 3000))))
        assert uncovered(made, check(made)) == ""


@pytest.mark.parametrize("case", gold_cases("chunk"), ids=lambda case: case["reported"])
def test_reported_cases(case: dict[str, str]) -> None:
    made = posting(case["input"])
    assert "".join(chunk.text for chunk in check(made)) == case["input"]


def test_a_long_word_is_cut_hard_and_a_long_sentence_at_spaces() -> None:
    word = check(posting("Intro\n\n" + "x" * 5000))
    assert "".join(chunk.text for chunk in word).endswith("x" * 5000)
    sentence = check(posting("Missions\n" + "mot " * 2000))
    assert all(set(chunk.text.split()) == {"mot"} for chunk in sentence)


def test_the_header_says_whose_passage_it_is_and_is_not_quoted() -> None:
    care = next(seed for seed in SEEDS if seed.name == CARE)
    chunk = next(c for c in chunks_of(care) if "l'arabe est souhaité" in c.text)
    for words in ("CARE International Maroc", "Plaidoyer", "Marrakech", "Profil du candidat/e › Compétences"):
        assert words in chunk.header
    assert chunk.text_to_embed == f"{chunk.header}\n{chunk.text}"
    assert chunk.header not in care.text


def test_equal_digests_mean_equal_texts_to_embed() -> None:
    chunks = [chunk for seed in SEEDS for chunk in chunks_of(seed)]
    assert len({chunk.digest for chunk in chunks}) == len({chunk.text_to_embed for chunk in chunks}) > 100
