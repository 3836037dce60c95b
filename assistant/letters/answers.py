"""An outline, a ranking and a checklist as answers of the conversation.

Quotes of a posting are citations; those of the CV stand within the statement, in « ».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.answering.draft import Draft
from assistant.asking.reading import Reading
from assistant.chunks import sentence_at
from assistant.domain import Answer, Language, Span
from assistant.letters.applying import checklist_of
from assistant.letters.case import Case
from assistant.letters.domain import CV, Point, Quote
from assistant.letters.fitting import fit_of
from assistant.letters.likeness import encoder_of
from assistant.letters.outlining import outline_of
from assistant.letters.phrases import say
from assistant.store import Store
from assistant.text import one_line

_SHORTEST = 4  # letters and digits of a quote that says something by itself
_RANKED = 8  # postings of a ranking that are gone through


def letter(reading: Reading, store: Store, today: date, posting: str, cv: CV | None) -> Answer:
    """The outline of a letter for a posting (id), in the language that it asks for; advice is in the question's."""
    case = Case.of(store.library, posting)
    outline = outline_of(case, cv, None, today, encoder_of(store) if cv else None, reading.language)
    draft = Draft(reading, store.library, today)
    draft.add(f"**{say(outline.advice, 'outline_title', title=outline.title)}**")
    _add(draft, case, outline.advice, outline.warnings)
    for part in outline.parts:
        draft.add(f"**{part.heading}**")
        _add(draft, case, outline.advice, part.points)
    draft.match(posting, "stated")
    return replace(draft.finish("letter", 1), cv="used" if cv else "wanted")


def checklist(reading: Reading, store: Store, today: date, posting: str) -> Answer:
    """What to send for a posting (id), where to and by when; how the deadline stands comes first."""
    case = Case.of(store.library, posting)
    found = checklist_of(case, reading.language, today)
    draft = Draft(reading, store.library, today)
    _add(draft, case, found.language, found.points[:1])
    draft.add(f"**{say(found.language, 'checklist_title', title=found.title)}**")
    _add(draft, case, found.language, found.points[1:])
    draft.match(posting, "stated")
    return draft.finish("checklist", 1)


def fit(reading: Reading, store: Store, today: date, postings: Sequence[str], cv: CV | None) -> Answer:
    """The postings (ids) by how they fit the CV; how to give one where there is none."""
    draft = Draft(reading, store.library, today)
    if cv is None:
        draft.add(say(reading.language, "fit_no_cv"))
        return replace(draft.finish("clarify", len(postings)), cv="wanted")
    cases = {case.name: case for case in (Case.of(store.library, posting) for posting in postings)}
    found = fit_of(list(cases.values()), cv, reading.language, today, encoder_of(store))
    draft.add(say(reading.language, "fit_title", checked=found.checked))
    for key, ranked in (("fit_open", found.open), ("fit_closed", found.closed)):
        if ranked:
            draft.add(f"**{say(reading.language, key)}**")
        for number, one in enumerate(ranked[:_RANKED], start=1):
            case = cases[one.posting]
            draft.add(f"{number}. **{one.title}**")
            _add(draft, case, found.language, (*one.deadline, *one.reasons))
            draft.match(case.posting.id, "stated")
    return replace(draft.finish("fit", found.checked), cv="used")


def _add(draft: Draft, case: Case, language: Language, points: Sequence[Point]) -> None:
    for point in points:
        of_posting = [quote for quote in point.quotes if not quote.of_cv]
        numbers = [draft.quote_span(case.posting, _telling(case, quote)) for quote in of_posting]
        said = [f"« {one_line(quote.words)} »" for quote in of_posting]
        own = ", ".join(f"« {one_line(quote.words)} »" for quote in point.quotes if quote.of_cv)
        colon = ": " if language == "en" else " : "
        if own:
            said.append(f"{say(language, 'of_cv')}{colon}{own}" if said else own)
        mark = "**!** " if point.kind == "warning" else ""
        body = point.text + (f"{colon}{' — '.join(said)}" if said else "")
        notes = f" *({' · '.join(point.notes)})*" if point.notes else ""
        draft.add(f"- {mark}{body}{notes}", numbers)


def _telling(case: Case, quote: Quote) -> Span:
    """The place of a quote; of one too short to say anything, that of its sentence."""
    if sum(map(str.isalnum, quote.words)) >= _SHORTEST:
        return Span(quote.start, quote.end)
    return sentence_at(case.posting, quote.start)
