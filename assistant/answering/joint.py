"""Two answers as one, the second behind the first with its quotes numbered on."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain import Answer, Statement


def joint(first: Answer, second: Answer) -> Answer:
    """What both say; of a posting that both name the modality is that of the first."""
    numbers = {(c.posting, c.start, c.end): c.number for c in first.citations}
    citations, renumbered = list(first.citations), dict[int, int]()
    for citation in second.citations:
        place = (citation.posting, citation.start, citation.end)
        if place not in numbers:
            numbers[place] = len(numbers) + 1
            citations.append(replace(citation, number=numbers[place]))
        renumbered[citation.number] = numbers[place]
    more = (Statement(s.text, tuple(renumbered[n] for n in s.citations)) for s in second.statements)
    matched = {match.posting for match in first.matches}
    further = {match.posting for match in second.matches}
    unsettled = {each.posting: each for each in (*second.undecided, *first.undecided)}
    return replace(
        first,
        statements=(*first.statements, *more),
        citations=tuple(citations),
        matches=(*first.matches, *(match for match in second.matches if match.posting not in matched)),
        undecided=tuple(each for each in unsettled.values() if each.posting not in matched | further),
        notices=tuple(dict.fromkeys((*first.notices, *second.notices))),
        names={**second.names, **first.names},
    )
