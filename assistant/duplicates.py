"""The same posting twice: under another name, in another format, or posted again with another deadline.

The versions of one posting make a group, one of which stands for it: that posted last where every version says when it
was posted, else that with the latest deadline, then the one with the most words, then the first by name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from assistant.domain import Fact, FactField, Posting
from assistant.facts.dates import dates_in
from assistant.minhash import Bands, bands_of
from assistant.versions import MOVABLE, Version, same_posting

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_COMPARED = 50  # postings that one is held against, those with the most in common first


Verdicts = MutableMapping[tuple[str, str], bool]  # digests of two texts → whether they are one posting


@dataclass(frozen=True)
class Move:
    """What one version states otherwise than the other: the facts of a field on either side."""

    field: FactField
    before: tuple[Fact, ...]
    after: tuple[Fact, ...]


def reposts_of(
    postings: Iterable[Posting],
    facts: Mapping[str, Sequence[Fact]],
    known: Mapping[str, Bands] = MappingProxyType({}),
    verdicts: Verdicts | None = None,
) -> dict[str, str]:
    """The postings (ids) that do not stand for themselves, each with the one that does; `facts` by posting.

    `known` are the bands of postings whose words need not be read again. Which two texts were found to be one posting
    or not is looked up in `verdicts`, and added to it.
    """
    verdicts = {} if verdicts is None else verdicts
    # The fullest first: what was cut is held against what it was cut from, and never joins two postings.
    fullest = sorted(postings, key=lambda posting: (-len(posting.text), posting.id))
    versions = {posting.id: Version(posting, facts.get(posting.id, ())) for posting in fullest}
    digests = {posting.id: posting.digest for posting in fullest}

    def is_same(one: str, other: str) -> bool:
        texts = digests[one], digests[other]
        if texts not in verdicts:
            verdicts[texts] = same_posting(versions[one], versions[other])
        return verdicts[texts]

    groups: dict[str, list[str]] = {}
    leaders: dict[tuple[int, bytes], list[str]] = defaultdict(list)
    for posting in fullest:
        bands = known.get(posting.id) or next(bands_of([posting.text]))
        leader = next((n for n in _alike(bands, leaders) if is_same(n, posting.id)), None)
        if leader is not None:
            groups[leader].append(posting.id)
            continue
        groups[posting.id] = [posting.id]
        for band in enumerate(bands):
            leaders[band].append(posting.id)
    found = [(_standing([versions[n] for n in group]), group) for group in groups.values() if len(group) > 1]
    return {n: stands for stands, group in found for n in sorted(group) if n != stands}


def moves_of(before: Sequence[Fact], after: Sequence[Fact]) -> list[Move]:
    """What moved from one version to the next, where both state it."""
    found = []
    for field in MOVABLE:
        old, new = (tuple(fact for fact in facts if fact.field == field) for facts in (before, after))
        if old and new and {(str(f.value), f.detail) for f in old} != {(str(f.value), f.detail) for f in new}:
            found.append(Move(field, old, new))
    return found


def _alike(bands: Bands, leaders: Mapping[tuple[int, bytes], list[str]]) -> list[str]:
    shared = Counter(leader for band in enumerate(bands) for leader in leaders.get(band, ()))
    return [leader for leader, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:_COMPARED]]


def _standing(versions: Sequence[Version]) -> str:
    """The version (its id) that stands for its group."""
    posted = {version.posting.id: _posted(version.posting) for version in versions}
    if all(posted.values()):
        versions = [version for version in versions if posted[version.posting.id] == max(posted.values())]
    latest = max(map(_deadline, versions))
    last = [version for version in versions if _deadline(version) == latest]
    return min(last, key=lambda version: (-len(version.words), version.posting.id)).posting.id


def _posted(posting: Posting) -> str:
    """The day on which a posting was posted, as its source says it, in ISO form; nothing where it does not."""
    said = next((field.value.of(posting.text) for field in posting.fields if field.name == "posted"), "")
    return next((found.iso for found in dates_in(said, posting.language) if found.iso), "")


def _deadline(version: Version) -> str:
    """The latest deadline that a version states, in ISO form; nothing where it states none that can be read."""
    stated = [str(fact.value) for fact in version.facts if fact.field == "deadline"]
    return max((day for day in stated if _ISO.fullmatch(day)), default="")
