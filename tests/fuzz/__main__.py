"""`python -m tests.fuzz`: mutants of every format, indexed; and what went wrong, kept so that it can be read again.

python -m tests.fuzz --count 2000 --keep fuzz-faults
python -m tests.fuzz read fuzz-faults/pdf/00017.pdf
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from assistant.chunks import chunks_of
from assistant.facts import facts_of
from assistant.readers import registry
from assistant.readers.content import FailedPart, Unreadable
from assistant.reading import posting_of
from tests.fuzz.mutants import FORMATS
from tests.fuzz.run import index_mutants, write_mutants
from tests.support import hash_store


def main() -> int:
    """Run, or read one file; the exit status is 1 where something went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument(
        "read", nargs="*", help="`read FILE`: read that file here, without a fence, and show what comes"
    )
    parser.add_argument("--count", type=int, default=200, help="mutants of each format")
    parser.add_argument("--first", type=int, default=0, help="the number of the first")
    parser.add_argument("--format", choices=FORMATS, action="append", help="only this format; may be given again")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-faults"), help="folder for the mutants that failed")
    options = parser.parse_args()
    if options.read:
        return read(Path(options.read[-1]))
    return run(options.format or list(FORMATS), options.count, options.first, options.keep)


def run(formats: list[str], count: int, first: int, keep: Path) -> int:
    """Index mutants, print a line a format, and keep those that failed."""
    with tempfile.TemporaryDirectory() as made:
        folder = write_mutants(Path(made, "mutants"), formats, count, first)
        with hash_store(Path(made, "store")) as store:
            found = index_mutants(store, folder)
        print(f"{'format':<8}{'mutants':>9}{'postings':>10}{'refused':>9}{'faults':>8}")
        for format_, outcome in found.outcomes.items():
            refused = sum(outcome.refused.values())
            print(f"{format_:<8}{count:>9}{outcome.read:>10}{refused:>9}{len(outcome.faults):>8}")
            for name, why in outcome.faults.items():
                file = Path(folder, name.split("#")[0])
                (keep / format_).mkdir(parents=True, exist_ok=True)
                print(f"  {shutil.copy(file, keep / format_)}: {why}")
    print(f"{found.seconds:.0f} s")
    return int(any(outcome.faults for outcome in found.outcomes.values()))


def read(path: Path) -> int:
    """Read one file as the reading process does, with nothing caught but what a reader may raise."""
    begun = time.process_time()
    try:
        for found in registry.read(path.read_bytes(), path.name):
            if isinstance(found, FailedPart):
                print(f"{found.part or path.name}: {found.why}")
            else:
                posting = posting_of("fuzz", path.name, found)
                facts, chunks = facts_of(posting), chunks_of(posting)
                told = f"{len(posting.text)} characters, {len(facts)} facts, {len(chunks)} passages"
                print(f"{found.part or path.name}: {told}")
    except Unreadable as refused:
        print(f"{path.name}: {refused}")
    print(f"{time.process_time() - begun:.1f} s of the processor")
    return 0


if __name__ == "__main__":
    sys.exit(main())
