"""Keeping an index that can be made anew in step with the record that it is made from."""

import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from vectorstore.errors import VectorStoreError
from vectorstore.records import Record, VectorStore

BATCH = 250

_SAME_VECTOR = 0.999
_EQUAL_VECTOR = 0.9999
_LOOKED_AT = 5
_KEPT_ASIDE = 2


def verify(store: VectorStore, sample: Sequence[Record], missed: int = 0) -> list[str]:
    """Search each record by its own vector and return what is wrong, in words; an empty list is a sound index.

    An index may count what it can no longer find, so counting proves nothing. A record is found when it is among the
    first hits, or when another with an equal vector is. Search is approximate: in a large store up to ``missed`` of
    the sample may not be found, where hundreds of vectors are near one and not each other. A damaged one misses most.
    """
    problems: list[str] = []
    for record in sample:
        try:
            hits = store.search(record.vector, _LOOKED_AT)
        except VectorStoreError as error:
            return [*problems, str(error)]
        best = hits[0].score if hits else -1.0
        if best < _SAME_VECTOR:
            problems.append(f"{record.id} is not found by its own vector: the best score is {best:.3f}")
        elif best < _EQUAL_VECTOR and record.id not in {hit.id for hit in hits}:
            problems.append(f"{record.id} is not found by its own vector, only others like it")
    return problems if len(problems) > missed else []


def reconcile(
    store: VectorStore,
    wanted: Mapping[str, str],
    fetch: Callable[[Sequence[str]], list[Record]],
    groups: Collection[str] | None = None,
) -> tuple[int, int]:
    """Bring the store to hold exactly ``wanted`` (id to digest); return how many were put in and how many taken out.

    With ``groups``, ``wanted`` is what these groups hold, and the others are not looked at.

    ``fetch`` returns the records of some ids, at most 250 at a time; those it leaves out are not put in. What is to
    go goes last, so that it answers until then.

    Raises:
        VectorStoreError: the store failed; calling again goes on where it stopped.
    """
    held = store.pairs(groups)
    missing = [identity for identity, digest in wanted.items() if held.get(identity) != digest]
    put = 0
    for start in range(0, len(missing), BATCH):
        records = fetch(missing[start : start + BATCH])
        store.upsert(records)
        put += len(records)
    stale = [identity for identity in held if identity not in wanted]
    store.delete(stale)
    return put, len(stale)


def set_aside(folder: Path) -> Path:
    """Rename a damaged index folder to ``<name>.bad-<time>`` and return its new path; the latest two are kept.

    Raises:
        OSError: the folder is not there or cannot be renamed.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    aside = folder.rename(folder.with_name(f"{folder.name}.bad-{stamp}"))
    for old in sorted(folder.parent.glob(f"{folder.name}.bad-*"))[:-_KEPT_ASIDE]:
        shutil.rmtree(old, ignore_errors=True)
    return aside


def forget_set_aside(folder: Path, name: str = "*") -> None:
    """Delete what was set aside in ``folder`` of files and folders of a name: damaged ones, and half-written ones."""
    for aside in [path for kind in ("bad", "part", "old") for path in folder.glob(f"{name}.{kind}-*")]:
        if aside.is_dir():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.unlink(missing_ok=True)
