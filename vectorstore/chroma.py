"""A vector store in a Chroma server, ours or another; the only module that knows the client of chromadb."""

import ipaddress
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx
import numpy as np
from chromadb.api.collection_configuration import CreateCollectionConfiguration, CreateHNSWConfiguration
from chromadb.api.fastapi import FastAPI
from chromadb.api.models.Collection import Collection as ChromaCollection
from chromadb.api.types import GetResult
from chromadb.config import Settings, System
from chromadb.errors import ChromaError, NotFoundError
from chromadb.types import Collection as CollectionModel
from numpy.typing import NDArray

from vectorstore.errors import VectorStoreError
from vectorstore.records import SCORE_DECIMALS, Hit, Record, check_dimension, check_unit, ordered

READ_SECONDS = 5.0
# A batch that makes the server write its index out to disk takes longer than any question.
WRITE_SECONDS = 30.0
_CONNECT_SECONDS = 2.0

_PAGE = 5_000
_BATCH = 250
_MOST_GROUPS = 500
_SPACE = "cosine"
# On 5,000 random vectors, the worst case, these find 989 of 1,000 true neighbours; the defaults find 841.
_GRAPH: CreateHNSWConfiguration = {"space": "cosine", "ef_search": 200, "ef_construction": 200, "max_neighbors": 32}
_DEFAULT_PORTS = {"http": 8000, "https": 443}

T = TypeVar("T")
Where = dict[str, Any]


class ChromaStore:
    """A ``VectorStore`` in one collection of a Chroma server. Safe for use by several threads.

    The collection is an index that can be made anew at any time: one of the same name with another dimension or
    another measure of distance is deleted. Search is approximate. Nothing is sent to the server when the object is
    made. No call takes longer than the time limits, but for one retry of a read whose connection had broken.
    """

    def __init__(self, url: str, collection: str, dimension: int, read_seconds: float = READ_SECONDS) -> None:
        """Name the server (``http://host:port``) and the collection: 3 to 512 of a-z, A-Z, 0-9, ``.``, ``_``, ``-``.

        Raises:
            VectorStoreError: the URL is none.
        """
        self.url, self.collection, self.dimension = url, collection, dimension
        self._reader = _Connection(url, read_seconds)
        self._writer = _Connection(url, max(read_seconds, WRITE_SECONDS))
        self._lock = threading.Lock()
        self._known: CollectionModel | None = None

    def pairs(self, groups: Collection[str] | None = None) -> dict[str, str]:
        """Return id to digest for everything held, in these groups alone where they are given."""
        if groups is None:
            return self._pairs(None)
        held: dict[str, str] = {}
        for where in _within(groups):
            held |= self._pairs(where)
        return held

    def clear(self) -> None:
        """Delete the collection and make it anew."""
        self._write(lambda collection: collection._client.delete_collection(self.collection))
        with self._lock:
            self._known = None

    def _pairs(self, where: Where | None) -> dict[str, str]:
        held: dict[str, str] = {}
        offset = 0
        while True:
            page = self._read(partial(_page, offset=offset, where=where))
            for identity, metadata in zip(page["ids"], page["metadatas"] or [], strict=True):
                # A row without its data is as good as missing: no digest equals the empty one.
                held[identity] = str((metadata or {}).get("digest", ""))
            if len(page["ids"]) < _PAGE:
                return held
            offset += _PAGE

    def upsert(self, records: Sequence[Record]) -> None:
        """Add the records, each in place of what was held under its id, in batches.

        Raises:
            ValueError: a vector has another dimension; nothing is sent then.
            VectorStoreError: the server failed; the batches before are kept.
        """
        for record in records:
            check_dimension(record.vector, self.dimension, f"the vector of record {record.id!r}")
        # Chroma refuses an id that comes twice in one call: the last one counts.
        latest = list({record.id: record for record in records}.values())
        for start in range(0, len(latest), _BATCH):
            batch = latest[start : start + _BATCH]
            self._write(partial(_put, records=batch))

    def delete(self, ids: Collection[str]) -> None:
        """Remove these ids; those that are not held are passed over."""
        wanted = list(ids)
        for start in range(0, len(wanted), _BATCH):
            batch = wanted[start : start + _BATCH]
            self._write(partial(_remove, ids=batch))

    def search(self, vector: NDArray[np.float32], limit: int, groups: Collection[str] | None = None) -> list[Hit]:
        """Return at most ``limit`` hits by cosine, best first, equal scores by id.

        Raises:
            ValueError: the vector has another dimension or is not of unit length.
        """
        check_unit(vector)
        check_dimension(vector, self.dimension)
        if limit <= 0 or (groups is not None and not groups):
            return []
        if groups is None:
            return ordered([hit for hit, _ in self._nearest(vector, limit, None)], limit)
        wanted = sorted(set(groups))
        if len(wanted) > _MOST_GROUPS:
            # So many groups are most of the store: what is nearest of all is likely to be within them.
            within = set(wanted)
            near = [hit for hit, group in self._nearest(vector, 4 * limit, None) if group in within]
            if len(near) >= limit:
                return ordered(near, limit)
        hits: list[Hit] = []
        for where in _within(wanted):
            hits += [hit for hit, _ in self._nearest(vector, limit, where)]
        return ordered(hits, limit)

    def close(self) -> None:
        """Close the connections; the collection stays."""
        self._reader.close()
        self._writer.close()

    def _nearest(self, vector: NDArray[np.float32], limit: int, where: Where | None) -> list[tuple[Hit, str]]:
        # More than wanted: the search is approximate, and equal scores at the end are decided by id.
        found = self._read(
            lambda collection: collection.query(
                query_embeddings=vector[np.newaxis],
                n_results=2 * limit + 10,
                where=where,
                include=["metadatas", "distances"],
            )
        )
        distances, metadatas = found["distances"] or [[]], found["metadatas"] or [[]]
        rows = zip(found["ids"][0], distances[0], metadatas[0], strict=True)
        return [
            (Hit(identity, round(1.0 - distance, SCORE_DECIMALS)), str((metadata or {}).get("group", "")))
            for identity, distance, metadata in rows
            if distance is not None
        ]

    def _read(self, call: Callable[[ChromaCollection], T]) -> T:
        try:
            return self._on_collection(self._reader, call)
        except VectorStoreError as error:
            # A connection that the server has closed since the last question; a time limit is not tried twice.
            if not isinstance(error.__cause__, httpx.TransportError) or isinstance(
                error.__cause__, httpx.TimeoutException
            ):
                raise
            return self._on_collection(self._reader, call)

    def _write(self, call: Callable[[ChromaCollection], T]) -> T:
        return self._on_collection(self._writer, call)

    def _on_collection(self, connection: "_Connection", call: Callable[[ChromaCollection], T]) -> T:
        """Call with the collection; one that another client has deleted in the meantime is looked up or made anew."""
        try:
            return connection.guard(lambda server: call(self._handle(server)))
        except VectorStoreError as error:
            if not isinstance(error.__cause__, NotFoundError):
                raise
            self._known = None
            return connection.guard(lambda server: call(self._handle(server)))

    def _handle(self, server: FastAPI) -> ChromaCollection:
        with self._lock:
            if self._known is None:
                self._known = self._look_up(server)
            return ChromaCollection(client=server, model=self._known, embedding_function=None)

    def _look_up(self, server: FastAPI) -> CollectionModel:
        """Return the collection's description, having replaced one that cannot hold our vectors."""
        try:
            model = server.get_collection(self.collection)
        except NotFoundError:
            return self._create(server)
        space = ((model.configuration_json or {}).get("hnsw") or {}).get("space")
        if space == _SPACE and model.dimension in (None, self.dimension):
            return model
        server.delete_collection(self.collection)
        return self._create(server)

    def _create(self, server: FastAPI) -> CollectionModel:
        configuration: CreateCollectionConfiguration = {"hnsw": _GRAPH, "embedding_function": None}
        return server.create_collection(self.collection, configuration=configuration, get_or_create=True)


class _Connection:
    """One client with one time limit.

    ``chromadb.HttpClient`` asks the server while it is made, without any limit; the parts that it is made of do not,
    and take one before the first call. Its own session is replaced: its limit is none, and a proxy in the
    environment must not stand between us and loopback.
    """

    def __init__(self, url: str, seconds: float) -> None:
        self._url, self._seconds = url, seconds
        host, port, secure, loopback = _address(url)
        make_settings: Any = Settings
        settings = make_settings(
            # No file of the working folder has a say.
            _env_file=None,
            anonymized_telemetry=False,
            chroma_api_impl="chromadb.api.fastapi.FastAPI",
            chroma_server_host=host,
            chroma_server_http_port=port,
            chroma_server_ssl_enabled=secure,
        )
        self._system = System(settings)
        self._server = self._system.instance(FastAPI)
        old = self._server._session
        self._server._session = httpx.Client(
            timeout=httpx.Timeout(seconds, connect=min(_CONNECT_SECONDS, seconds)),
            headers=old.headers,
            trust_env=not loopback,
        )
        old.close()
        self._system.start()

    def guard(self, call: Callable[[FastAPI], T]) -> T:
        """Return what the call gives for the server's client, its failures made into VectorStoreError."""
        try:
            return call(self._server)
        except httpx.TimeoutException as error:
            raise VectorStoreError(
                f"The index at {self._url} did not answer within {self._seconds:.0f} seconds."
            ) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise VectorStoreError(f"The index at {self._url} cannot be reached.") from error
        except ChromaError as error:
            raise VectorStoreError(f"The index at {self._url} failed: {error}") from error
        except Exception as error:
            # The client raises plain Exception with the body of an answer that it does not know, and any error of
            # parsing for an answer that is not Chroma's.
            raise VectorStoreError(f"What answers at {self._url} is no working Chroma server: {error}") from error

    def close(self) -> None:
        self._server._session.close()
        self._system.stop()


def _address(url: str) -> tuple[str, int, bool, bool]:
    """Return host, port, whether it is https, and whether it is this machine."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if host is None or parts.scheme not in _DEFAULT_PORTS:
        raise VectorStoreError(f"{url!r} is not the address of a Chroma server: it is like http://127.0.0.1:8000.")
    try:
        loopback = ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = host == "localhost"
    shown = f"[{host}]" if ":" in host else host
    return shown, port or _DEFAULT_PORTS[parts.scheme], parts.scheme == "https", loopback


def _within(groups: Collection[str]) -> Iterator[Where]:
    """Filters that together let through what is in these groups, and nothing twice."""
    wanted = sorted(set(groups))
    for start in range(0, len(wanted), _MOST_GROUPS):
        yield {"group": {"$in": wanted[start : start + _MOST_GROUPS]}}


def _page(collection: ChromaCollection, offset: int, where: Where | None) -> GetResult:
    return collection.get(where=where, limit=_PAGE, offset=offset, include=["metadatas"])


def _put(collection: ChromaCollection, records: Sequence[Record]) -> None:
    collection.upsert(
        ids=[record.id for record in records],
        embeddings=np.stack([record.vector for record in records]),
        metadatas=[{"group": record.group, "digest": record.digest} for record in records],
    )


def _remove(collection: ChromaCollection, ids: list[str]) -> None:
    collection.delete(ids=ids)
