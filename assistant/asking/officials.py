"""Somebody who is hired by no posting: « Combien gagne le maire de Nantes ? » is not about the cook wanted there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.asking.lexicon import Word, holds, is_job, words_of
from assistant.asking.reading import Reading
from assistant.glossary import related
from assistant.library import Library
from assistant.naming import title_words
from assistant.relevance import borne_out, telling
from assistant.resources import table
from assistant.text import fold

_NAME = 5  # words that tell whose office it is: "the mayor of Addis Ababa"


def of_somebody_else(reading: Reading, library: Library) -> Reading:
    """The reading with whom it asks about, where that is the holder of an office that no posting meant is to fill."""
    words, tables = words_of(reading.text), _tables()
    offices = holds(words, tables["public"])
    asked = [span for span in offices if _earns(words, span) or _is_who(words, span)]
    asked += [span for span in holds(words, tables["heads"]) if _earns(words, span)]
    meant = reading.postings or frozenset(library.distinct)
    named = reading.postings is not None
    if (trade := _trade(words)) and meant and not any(_is_of(words[trade[0]], p, named, library) for p in meant):
        return replace(reading, somebody=_called(reading.text, words, *trade))
    for first, last in asked if meant else ():
        held = {word.form for word in words[first:last]}
        wanted = held | {other for form in held for other in related(form)}
        if not any(wanted & {word.form for word in words_of(title_words(library.postings[p]))} for p in meant):
            return replace(reading, somebody=_called(reading.text, words, first, last))
    return reading


def _earns(words: Sequence[Word], span: tuple[int, int]) -> bool:
    """Whether it is the pay of this person that is asked for: "the mayor's salary", « que touche le maire »."""
    tables = _tables()
    before, after = words[: span[0]], words[span[1] :]
    led = [last for _, last in holds(before, tables["pay_before"])]
    if any(all(word.form in tables["small"] for word in before[last:]) for last in led):
        return True
    asked = [last for _, last in holds(before, tables["does"])]
    does = any(all(word.form in tables["small"] for word in before[last:]) for last in asked)
    at_once = any(first == 0 for first, _ in holds(after, tables["pay_behind"]))
    earning = holds(after, tables["earning"])
    other = after and after[0].form not in tables["small"] and not after[0].capital  # "the boss's assistant"
    return at_once or (does and bool(earning) and (not other or any(first == 0 for first, _ in earning)))


def _trade(words: Sequence[Word]) -> tuple[int, int] | None:
    """Where the question is what people of a trade earn: « combien gagne un instituteur à … », "a teacher's salary".

    So it is where nothing but a word for pay leads it: « salaire infirmière ? ».
    """
    leads = (*_tables()["any_one"], *_tables()["pay_before"])
    trades = ((n, n + 1) for n, w in enumerate(words) if is_job(w.form) and n and words[n - 1].form in leads)
    return next((span for span in trades if _earns(words, span)), None)


def _is_of(trade: Word, posting: str, named: bool, library: Library) -> bool:
    """Whether a posting (id) has a trade in its title, or one that is `named` anywhere: « recherchons deux maçons »."""
    found = library.postings[posting]
    text = found.text if named else title_words(found)
    asked = [telling(trade.form, language) for language in ("fr", "en")]
    return any(any(borne_out(words, text, found.language)) for words in asked)


def _is_who(words: Sequence[Word], span: tuple[int, int]) -> bool:
    """Whether the question is who holds the office of a place: "who is the mayor of Lyon?"."""
    tables = _tables()
    before, after = words[: span[0]], words[span[1] :]
    led = [last for _, last in holds(before, tables["who"])]
    leads = any(all(word.form in tables["small"] for word in before[last:]) for last in led)
    return leads and any(word.capital for word in after)


def _called(text: str, words: Sequence[Word], first: int, last: int) -> str:
    """The office with the name that follows it: « maire de Nantes »."""
    small, end = _tables()["small"], last
    for n in range(last, min(len(words), last + _NAME)):
        if words[n].apart or not (words[n].capital or fold(words[n].form) in small):
            break
        end = n + 1 if words[n].capital else end
    return text[words[first].start : words[end - 1].end]


def _tables() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = table("asking.toml")["officials"]
    return found
