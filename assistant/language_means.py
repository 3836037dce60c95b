"""What a question's nearness owes to the language of a passage alone.

The encoder puts texts of one language nearer to each other than to texts of another, whatever they say: an English
question finds every English passage before the French one that answers it. How much nearer is known from the mean
vector of each language's passages, and is taken off.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from assistant.catalogue import Catalogue
from assistant.domain import Language
from assistant.library import Library
from assistant.rows import Vectors
from vectorstore.records import Hit, ordered

Means = Mapping[Language, Vectors]

_SAMPLE = 500  # passages of each language that make its mean
_FEWEST = 20  # passages from which on a mean says something


def language_means(library: Library, catalogue: Catalogue) -> Means:
    """The mean vector of each language's passages; nothing unless there are both languages."""
    ids: dict[Language, list[str]] = defaultdict(list)
    for identity, chunk in library.chunks.items():
        ids[library.postings[chunk.posting].language].append(identity)
    if len(ids) < 2 or min(map(len, ids.values())) < _FEWEST:
        return {}
    return {language: _mean(sorted(held), catalogue) for language, held in sorted(ids.items())}


def levelled(
    hits: Sequence[Hit], vector: Vectors, language: Language, means: Means, library: Library, limit: int
) -> list[Hit]:
    """The best `limit` hits for a question in `language`: those in the other are as near as if they were in its own."""
    if language not in means:
        return list(hits[:limit])
    near = {spoken: float(vector @ mean) for spoken, mean in means.items()}
    level = [
        Hit(hit.id, hit.score + near[language] - near[library.postings[library.chunks[hit.id].posting].language])
        for hit in hits
        if hit.id in library.chunks
    ]
    return ordered(level, limit)


def _mean(ids: Sequence[str], catalogue: Catalogue) -> Vectors:
    chosen = random.Random(0).sample(ids, min(len(ids), _SAMPLE))
    vectors = [vector for _, _, _, vector in catalogue.vectors(chosen)]
    return np.asarray(np.mean(vectors, axis=0), dtype=np.float32)
