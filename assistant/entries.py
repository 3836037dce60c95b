"""Drafts made into entries of the catalogue: what was embedded once is not embedded again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.catalogue import Catalogue
from assistant.drafts import Draft
from assistant.encoder import Encoder
from assistant.rows import Entry


def entries_of(
    drafts: Sequence[Draft],
    encoder: Encoder,
    catalogue: Catalogue,
    reuse: bool = True,
    progress: Callable[[int], None] | None = None,
) -> list[Entry]:
    """Drafts with the vectors of their passages, each text embedded once; `reuse` takes those that are stored."""
    texts = {chunk.digest: chunk.text_to_embed for draft in drafts for chunk in draft.chunks}
    vectors = catalogue.vectors_by_digest(texts) if reuse else {}
    missing = [digest for digest in texts if digest not in vectors]
    if missing:
        rows = encoder.get().passages([texts[digest] for digest in missing], progress)
        vectors.update(zip(missing, rows, strict=True))
    return [
        Entry(d.posting, d.digest, d.facts, d.chunks, [vectors[chunk.digest] for chunk in d.chunks]) for d in drafts
    ]
