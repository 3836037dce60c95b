"""A process that indexes a folder and says which postings are written; it is made to be killed.

`indexer.py STORE FOLDER`, with vectors out of hashes and a Chroma of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from assistant.catalogue import Catalogue
from assistant.indexing import index_folder
from assistant.readers.fence import Fence
from assistant.rows import Entry
from tests.support import chroma_of, hash_store


def main() -> None:
    """Index, and print the id of each posting once it is written."""
    store_folder, folder = Path(sys.argv[1]), Path(sys.argv[2])
    put = Catalogue.put

    def acknowledged(self: Catalogue, entry: Entry, renamed_from: str = "") -> None:
        put(self, entry, renamed_from)
        print(entry.posting.id, entry.file_digest, flush=True)

    Catalogue.put = acknowledged  # type: ignore[method-assign]
    with chroma_of(store_folder) as connect, hash_store(store_folder, connect=connect) as store:
        print("open", flush=True)
        index_folder(store, folder, fence=Fence(small=0))
        print("done", flush=True)


if __name__ == "__main__":
    main()
