"""Things that a posting asks for together in the same words, of which one will do, or of which the most counts.

« wolof ou peul » is answered by either; « 4 ans, dont 1 dans une ONG » and « diplôme universitaire (Master) » by the
most that they ask.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from assistant.facts.folded import folded
from assistant.letters.domain import Match, State
from assistant.letters.languages_held import places_of

_BEST: tuple[State, ...] = ("shown", "to_confirm", "close", "not_shown")
_OR = re.compile(r"(?<!\w)(?:ou|or)(?!\w)|/")
_AND = re.compile(r"(?<!\w)(?:et|and|ainsi)(?!\w)|;")
_BARE = re.compile(r"[\s,()]*(?:(?:l'|le|la|les|du|de|d'|en|the)\s?){0,3}")


def settled(matches: Sequence[Match]) -> list[Match]:
    """The matches without those that another one of the same words makes needless, in their order."""
    groups: dict[tuple[object, ...], list[Match]] = defaultdict(list)
    for match in matches:
        asked = match.requirement
        groups[asked.kind, asked.modality, asked.quote].append(match)
    kept = {id(match) for group in groups.values() for match in _of_group(group)}
    return [match for match in matches if id(match) in kept]


def _of_group(group: list[Match]) -> list[Match]:
    kind, words = group[0].requirement.kind, folded(group[0].requirement.words)
    if len(group) == 1 or kind not in ("language", "degree", "experience_years"):
        return group
    by_state = sorted(group, key=lambda match: _BEST.index(match.state))
    if kind == "experience_years":
        return [max(group, key=lambda match: float(match.requirement.value or 0))]
    if kind == "degree":
        places = sorted(words.find(folded(match.requirement.value)) for match in group)
        one_will_do = _OR.search(words, places[0], places[-1]) is not None if places[0] >= 0 else False
        return [by_state[0] if one_will_do else by_state[-1]]
    return [match for run in _runs(group, words) for match in run[:1]]


def _runs(group: list[Match], words: str) -> list[list[Match]]:
    """Languages of which one will do, in a list with the best known first; each other one in a list of its own."""
    at = dict(reversed(places_of(words)))
    known = (match for match in group if match.requirement.value in at)
    named = sorted(known, key=lambda match: at[match.requirement.value].start)
    gaps = [words[at[a.requirement.value].end : at[b.requirement.value].start] for a, b in pairwise(named)]
    joined = [_OR.search(gap) is not None and _AND.search(gap) is None for gap in gaps]
    for n in range(len(gaps) - 2, -1, -1):  # « wolof, diola ou peul »
        joined[n] = joined[n] or (joined[n + 1] and _BARE.fullmatch(gaps[n]) is not None)
    runs = [[match] for match in group if match.requirement.value not in at] + [[match] for match in named[:1]]
    for match, same in zip(named[1:], joined, strict=True):
        if same:
            runs[-1].append(match)
        else:
            runs.append([match])
    return [sorted(run, key=lambda match: _BEST.index(match.state)) for run in runs]
