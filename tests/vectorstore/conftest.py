"""What the tests of the package share: a server, and an empty store of each kind."""

from collections.abc import Iterator

import pytest

from tests.vectorstore.store_samples import DIMENSION
from vectorstore import ExactStore, VectorStore
from vectorstore.chroma_server import LocalChroma


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalChroma]:
    """A real server of our own, for all tests that leave it alive."""
    with LocalChroma(tmp_path_factory.mktemp("chroma") / "index") as running:
        yield running


@pytest.fixture(params=["exact", pytest.param("chroma", marks=pytest.mark.server)])
def store(request: pytest.FixtureRequest) -> Iterator[VectorStore]:
    """An empty store of each kind."""
    if request.param == "exact":
        made: VectorStore = ExactStore(DIMENSION)
    else:
        from vectorstore.chroma import ChromaStore

        running: LocalChroma = request.getfixturevalue("server")
        name = f"test-{abs(hash(request.node.nodeid)):x}"
        made = ChromaStore(running.start(), name, DIMENSION)
    yield made
    made.close()
