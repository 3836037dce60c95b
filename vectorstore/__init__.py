"""Records with vectors, dense search, keyword search and their fusion; nothing here knows what the texts are about.

The heavy libraries are loaded by the modules that own them, never by importing this package: take the rest from
``vectorstore.chroma``, ``vectorstore.embedding``, ``vectorstore.keyword`` and ``vectorstore.index``.
"""

from vectorstore.errors import EmbeddingError, VectorStoreError
from vectorstore.exact import ExactStore
from vectorstore.fusion import weighted_fusion
from vectorstore.records import Hit, Record, VectorStore

__all__ = [
    "EmbeddingError",
    "ExactStore",
    "Hit",
    "Record",
    "VectorStore",
    "VectorStoreError",
    "weighted_fusion",
]
