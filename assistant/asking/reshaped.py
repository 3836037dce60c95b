"""A question put as a command or a statement, turned into the plain question that it stands for.

"Tell me where …", « Certaines annonces …. Lesquelles ? », "Count the openings …", « Sans anglais, aucune chance : … ».
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from assistant.asking.cut_off import without_ends
from assistant.asking.lexicon import Word, holds, words_of
from assistant.asking.typed import without_vehicles
from assistant.domain import Language
from assistant.library import Library
from assistant.naming import Named, by_organisation, by_place
from assistant.places import country_names
from assistant.resources import table

_ENDS = re.compile(r"[.?!;:\n\u2026\u2013\u2014]|\s-+\s")
_THERE = re.compile(
    r"(?i)\b(?:over there|(?:in|of) (?:that|this) (?:country|town|city|region|area|place)|around there|là[- ]bas"
    r"|par ici|par là(?:[- ]bas)?|(?:dans|de) (?:ce pays|cette ville|cette région|ce coin))(?!\w)"
    r"|(?<!is )(?<!are )(?<!['’]s )(?<!was )(?<!were )\bthere\b"
    r"(?=\s*(?:[,.?;!]|$)|\s(?:where|that|which|who|with|for)\b)"
    r"|(?<=\w{3}s )there"
    r"(?=\s(?:insist|require|need|ask|demand|want|offer|pay|expect|take|accept|have|would|mention|do)\b)"
)
_AT_THEM = re.compile(
    r"(?i)\b(?:chez (?:eux|elles?)|(?:at|with) (?:that|this) (?:employer|organi[sz]ation|company|ngo))\b"
)
_THEIRS = re.compile(
    r"(?i)\b(?:its|their|ses|leurs)\s(?:own\s|propres\s)?(?P<noun>openings|jobs|job ads|ads|postings|vacancies"
    r"|positions|posts|job offers|offers|offres(?: d['’]emploi)?|annonces|postes)\b"
)
# "What else do I send besides the CV?": asks which papers, and not whether one may go without that one.
_BESIDE_PAPER = re.compile(
    r"(?i)\b(?:besides|apart from|other than|aside from|in addition to|on top of|beyond|à part|hormis|outre"
    r"|en plus d[eu]|en dehors d[eu]|d['’]autre que|autre chose que)\s(?:le|la|les|un|une|mon|ma|the|an?|my)?\s?"
    r"(?:cv|curriculum vitae|r[ée]sum[ée]|lettre(?: de motivation)?|(?:cover(?:ing)? |motivation )?letter)\b"
)
_OF_ALL = re.compile(r"(?i)\b(?:which|who|quel(?:le)?s|lesquel(?:le)?s|qui|combien|how many)\b")
_AS_PAPERS: dict[Language, str] = {"fr": "comme documents", "en": "as documents"}
_WHICH: dict[Language, str] = {"fr": "Quelles annonces", "en": "Which postings"}
_HOW_MANY: dict[Language, str] = {"fr": "Combien d'annonces", "en": "How many postings"}


def reshaped(text: str, language: Language, library: Library) -> str:
    """`text` as the plain question that it stands for; as it is where it is one."""
    text = text if _OF_ALL.search(text) else _BESIDE_PAPER.sub(_AS_PAPERS[language], text)
    text = _of_some(_without_telling(_on_top(without_ends(without_vehicles(text)), language)), language)
    return _without_hope(_counting(_with_names(text, language, library), language), language)


def _on_top(text: str, language: Language) -> str:
    """ "What helps on top of the compulsory ones?", « …, en plus de celles exigées »: what is a plus."""
    words = words_of(text)
    first, last = max(holds(words, _tables()["beyond"]), key=lambda at: at[1] - at[0], default=(0, 0))
    if not last:
        return text
    plus = "comme atout" if language == "fr" else "as a plus"
    return f"{text[: words[first].start]}{plus}{text[words[last - 1].end :]}"


def _without_telling(text: str) -> str:
    """ "Tell me where …", « …, alors dites-moi lesquelles … »: the verb of telling says nothing before a question."""
    words, tables = words_of(text), _tables()
    for first, last in reversed(dict(holds(words, tables["telling"])).items()):
        led = not first or _ENDS.search(_between(text, words, first)) or words[first].apart
        led = led or words[first - 1].form in tables["leads"]
        if led and last < len(words) and any(at == 0 for at, _ in holds(words[last : last + 4], tables["asked"])):
            text = text[: _start(text, words[first])] + text[words[last].start :]
    return text


def _of_some(text: str, language: Language) -> str:
    """« Certaines annonces exigent le CACES. Lesquelles ? », "Some ads …. Count them": which, or how many."""
    words, tables = words_of(text), _tables()
    cuts = [0, *(n for n in range(1, len(words)) if _ENDS.search(_between(text, words, n)))]
    for head, tail in pairwise(cuts):
        forms = {word.form for word in words[tail:]}
        counted = bool(forms & set(tables["numbers"])) and forms <= {*tables["numbers"], *tables["small"]}
        if not counted and not (forms & set(tables["picking"]) and forms <= {*tables["picking"], *tables["small"]}):
            continue
        if span := _some(words[head:tail]):
            asked = (_HOW_MANY if counted else _WHICH)[language]
            led, said = text[: _start(text, words[head + span[0]])], text[words[head + span[1] - 1].end :]
            before = text[words[head].start : words[head + span[0]].start] if span[0] else ""
            led = text[: _start(text, words[head])] if before else led
            behind = said[: words[tail - 1].end - words[head + span[1] - 1].end]
            return f"{led}{asked} {before}{behind.strip()} ?".replace("  ", " ")
    return text


def _some(said: Sequence[Word]) -> tuple[int, int] | None:
    """Where a sentence names some postings: "for some of these", « … a publié plusieurs offres »."""
    tables, nouns = _tables(), table("asking.toml")["postings"]["plural"]
    opening = max((last for first, last in holds(said, tables["some"]) if first == 0), default=0)
    noun = next((last for first, last in holds(said[opening:], nouns) if first == 0), 0) if opening else 0
    if noun:
        return 0, opening + noun
    if alone := max((last for first, last in holds(said, tables["some_of_these"]) if first == 0), default=0):
        return 0, alone
    for first, last in holds(said, tables["several"]):
        behind = [end for at, end in holds(said[last : last + 3], nouns) if at == 0]
        if first and behind:
            return first, last + max(behind)
    return None


def _counting(text: str, language: Language) -> str:
    """ "Count the openings …", « je voudrais le nombre d'annonces … » ask how many, wherever such a sentence begins."""
    words, tables = words_of(text), _tables()
    nouns = table("asking.toml")["postings"]["plural"]
    for first, last in holds(words, tables["counting"]):
        named = last < len(words) and any(at == 0 for at, _ in holds(words[last : last + 3], nouns))
        if named and (not first or _ENDS.search(_between(text, words, first))):
            behind = re.sub(r"(?i)[\s,]+(?:for me|pour moi|please|svp)(?=\W*$)", "", text[words[last].start :])
            how_many = "combien de" if language == "fr" else "how many"
            return f"{text[: _start(text, words[first])]}{how_many} {behind}"
    return text


def _without_hope(text: str, language: Language) -> str:
    """« Sans anglais, on n'a aucune chance : pour quelles annonces ? » asks where English is required."""
    words, tables = words_of(text), _tables()
    comma = next((n for n, word in enumerate(words) if word.apart), 0)
    without = comma > 1 and words[0].form in ("sans", "without")
    hopeless = holds(words[comma:], tables["hopeless"]) if without else []
    if not hopeless or hopeless[0][0] > 1:
        return text
    last = comma + max(last for first, last in hopeless if first == hopeless[0][0])
    required = "obligatoire" if language == "fr" else "required"
    return f"{text[words[1].start : words[comma - 1].end]} {required}{text[words[last - 1].end :]}"


def _with_names(text: str, language: Language, library: Library) -> str:
    """« J'irais au Maroc. Quels postes là-bas ? »: with the place, or the employer, named before."""
    for pronoun, is_place in ((_THERE, True), (_AT_THEM, False), (_THEIRS, False)):
        found = next((m for m in pronoun.finditer(text) if _ENDS.search(text[: m.start()])), None)
        if found is None:
            continue
        said = text[: max(end.end() for end in _ENDS.finditer(text[: found.start()]))]
        words = words_of(said)
        named = _place(words, library) if is_place else by_organisation(words, library, range(len(words)))
        if named.words and (pronoun is not _THEIRS or any(words[n].capital for n in named.words)):
            first, last = min(named.words), max(named.words)
            lead = ("à" if language == "fr" else "in") if is_place else "chez"
            name = said[words[first].start : words[last].end]
            noun = f"{found['noun']} " if pronoun is _THEIRS else ""
            text = f"{text[: found.start()]}{noun}{lead} {name}{text[found.end() :]}"
    return text


def _place(words: Sequence[Word], library: Library) -> Named:
    """The place that is named, be there a posting or not."""
    found = by_place(words, library, range(len(words)))
    country = (n for n, word in enumerate(words) if word.capital and (word.form,) in country_names())
    if any(n and words[n - 1].capital and not words[n].apart for n in found.words if n - 1 not in found.words):
        return Named(frozenset(), frozenset())  # « Royal Air Maroc » is no place
    return found if found.words else Named(frozenset(), frozenset(list(country)[:1]))


def _start(text: str, word: Word) -> int:
    """Where a word starts with what is elided before it: « j'aimerais », « m'en », "I'd"."""
    elided = re.search(r"(?i)\b(?:[ldjnsmtc]|qu)['’]$", text[: word.start])
    return elided.start() if elided else word.start


def _between(text: str, words: Sequence[Word], n: int) -> str:
    return text[words[n - 1].end : words[n].start]


def _tables() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = table("asking.toml")["reshaped"]
    return found
