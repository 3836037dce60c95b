"""The command `facts`: the facts of files, one JSON object a posting, without a store."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.documents import SeenFile, content_of
from assistant.domain import Fact, Posting
from assistant.drafts import Draft, Job
from assistant.fact_form import fact_object
from assistant.names import document_name
from assistant.readers.content import FailedPart, Unreadable
from assistant.readers.fence import Fence


def print_facts(files: Sequence[Path], mapping: Mapping[str, str] | None = None) -> int:
    """Print one JSON object a posting on standard output; 1 where a file or a part of one failed.

    Standard error says which and why. `mapping` names the columns of tables: our name → column.
    """
    failed: list[Path] = []

    def fail(path: Path, why: str) -> None:
        failed.append(path)
        print(f"{path}: {why}", file=sys.stderr)

    with Fence() as fence:
        for job, outcome in fence.read(_jobs(files, mapping or {}, fail)):
            if isinstance(outcome, Draft):
                print(json.dumps(as_json(outcome.posting, outcome.facts), ensure_ascii=False))
            elif isinstance(outcome, FailedPart):
                fail(Path(job.source, document_name(job.name, outcome.part)), outcome.why)
    return int(bool(failed))


def as_json(posting: Posting, facts: Sequence[Fact]) -> dict[str, Any]:
    """A posting's facts in the form that the command prints."""
    return {"posting": posting.name, "facts": [fact_object(fact) for fact in facts]}


def _jobs(files: Sequence[Path], mapping: Mapping[str, str], fail: Callable[[Path, str], None]) -> Iterator[Job]:
    """The files with their bytes; `fail` hears of those that cannot be opened."""
    for path in files:
        try:
            _, data = content_of(SeenFile(path.name, path, 0, 0))
        except Unreadable as error:
            fail(path, str(error))
        else:
            yield Job(str(path.parent), path.name, data, mapping)
