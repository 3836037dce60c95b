"""The errors of the package, told apart by who can mend them."""


class VectorStoreError(Exception):
    """The vector index cannot be reached or is damaged: the index is to be restarted or rebuilt."""


class EmbeddingError(Exception):
    """The embedding model cannot be had: the text names the setting ``EMBEDDING_MODEL`` and what to do."""


class RerankerError(Exception):
    """The cross-encoder cannot be had: the text names the setting ``RERANKER_MODEL`` and what to do."""
