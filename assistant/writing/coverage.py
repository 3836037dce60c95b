"""Which statements of the draft the model's statements convey: the others are said by the program itself."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import words_of
from assistant.domain import Answer, Citation, Language, Statement
from assistant.relevance import borne_out, telling
from assistant.writing.claims import Claims, claims_of, unquoted
from assistant.writing.evidence import Evidence, Source, is_lead

_KEPT_OF_LEADS = frozenset(["negation", "modality:asset"])  # what a heading makes of each thing under it
_SHARED = 2  # telling words of a quote that a statement about it must hold


def conveys(text: str, language: Language, source: Source, draft: Answer) -> bool:
    """Whether a statement says what a statement of the draft says, and not only points to it."""
    said = claims_of(unquoted(text), language)
    statement = draft.statements[source.statement or 0]
    titles = [draft.names.get(c.posting, "") for c in draft.citations if c.number in statement.citations]
    own = unquoted(source.text)
    for title in sorted(draft.names.values(), key=len, reverse=True):
        own = own.replace(title, " ; ") if title else own
    core = claims_of(own, language)
    if not _holds(said, core) or claims_of(source.lead, language).turns & _KEPT_OF_LEADS - said.turns:
        return False
    if len(set(draft.names.values())) > 1 and titles and not any(_names(text, title) for title in titles):
        return False
    if titles and draft.kind in ("set", "count"):
        return True
    return not _is_empty(core) or _speaks_of(text, language, source)


def _holds(said: Claims, core: Claims) -> bool:
    weighed = frozenset(turn for turn in core.turns if ":" in turn or turn == "negation") - {"modality:soft"}
    if weighed & {"modality:required"} and not weighed & {"modality:asset"}:
        weighed -= {"modality:required"} if not said.turns & {"modality:asset"} else frozenset()
    return (
        core.days <= said.days
        and core.numbers <= said.numbers | {float(part) for day in said.days for part in day if part}
        and core.literals <= said.literals
        and core.languages <= said.languages
        and core.times <= said.times
        and weighed <= said.turns
    )


def _is_empty(core: Claims) -> bool:
    return not (core.days or core.numbers or core.literals or core.languages or core.times or core.turns)


def _names(text: str, title: str) -> bool:
    forms = {word.form for word in words_of(text)}
    return any(word.form in forms for word in words_of(title) if word.capital and len(word.form) > 2)


def _speaks_of(text: str, language: Language, source: Source) -> bool:
    """Whether it holds claims or words of the quote."""
    said, quoted = claims_of(text, language), claims_of(source.text, language)  # here a quote says it
    if said.numbers & quoted.numbers or said.languages & quoted.languages or said.days & quoted.days or said.spoken:
        return True
    words = telling(text, language)
    in_french, in_english = (borne_out(words, source.text, of) for of in ("fr", "en"))
    held = [any(pair) for pair in zip(in_french, in_english, strict=True)]
    return sum(held) >= min(_SHARED, len(words)) and bool(words)


def left_out(evidence: Evidence, conveyed: set[int], quoted: Sequence[Citation]) -> list[int]:
    """The places of the draft's statements that must still be said: not conveyed, nor quoted by the model itself."""
    draft = evidence.draft
    places = [source.statement for source in evidence.facts if source.statement is not None]
    return [place for place in places if place not in conveyed and not _is_quoted(draft, place, quoted)]


def _is_quoted(draft: Answer, place: int, quoted: Sequence[Citation]) -> bool:
    """Whether an open answer's quote is one of the model's too."""
    numbers = draft.statements[place].citations
    cited = [c for c in draft.citations if c.number in numbers]
    return draft.kind == "open" and bool(cited) and all(_overlaps(c, quoted) for c in cited)


def _overlaps(citation: Citation, quoted: Sequence[Citation]) -> bool:
    return any(
        own.posting == citation.posting and citation.start < own.end and own.start < citation.end for own in quoted
    )


def completing(draft: Answer, places: Sequence[int]) -> list[Statement]:
    """The draft's statements at these places, each under its heading; a heading alone becomes a sentence."""
    found: list[Statement] = []
    said: set[int] = set()
    for place in places:
        lead = _lead_of(draft, place)
        if lead is not None and lead not in said:
            said.add(lead)
            if lead not in places:
                found.append(draft.statements[lead])
        statement = draft.statements[place]
        if is_lead(draft, place):
            said.add(place)
            if place + 1 not in places:
                statement = Statement(statement.text.rstrip().rstrip(":").rstrip() + ".", statement.citations)
        found.append(statement)
    return found


def _lead_of(draft: Answer, place: int) -> int | None:
    """The heading that an item of a list stands under."""
    if not draft.statements[place].text.startswith("- "):
        return None
    return next((at for at in range(place - 1, -1, -1) if is_lead(draft, at)), None)
