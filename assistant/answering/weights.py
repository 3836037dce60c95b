"""What postings make of a thing that is no field of theirs, such as a tool: a demand, a plus, or only a mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from assistant.asking.lexicon import holds, words_of
from assistant.domain import Fact, Modality, Posting, Span
from assistant.facts.coordination import lists
from assistant.facts.cues import Cue, cues_of
from assistant.facts.modality import is_explicit, modalities
from assistant.facts.pieces import Piece, pieces_near
from assistant.phrases import places as phrase_places
from assistant.relevance import borne_out
from assistant.resources import table
from assistant.ticks import as_ticked
from assistant.topics import parts_of, topics
from vectorstore.analysis import Token, content_tokens

_HEADED = 3  # words among which the noun stands, behind some of these: « une première expérience »
_FIRST = frozenset(["une", "un", "a", "an", "some", "premiere", "first", "prior", "previous", "petite", "bonne"])
_JOINED_HEAD = re.compile(r"\s?(?:ou|et|or|and|/)\s(?:(?:des|de|une?|la|les|some|any)\s)?(?P<head>\w+)")
_CODES = re.compile(
    r"(?:\s[a-z]{4,12})?(?:[\s,/&(-]{1,3}(?:(?:et|ou|and|or)\s)?(?:(?:categories|categorie|category|cat\.?|n°)\s?)?"
    r"[a-z]?\d{1,4}[a-z]?(?![\w%€]))+\)?"
)
# « …, mais n'est pas obligatoire », "but not essential"
_NOT_DEMANDED = re.compile(
    r",?\s(?:mais|sans|but|though|although|et|and)\s(?:elle\s|il\s|it\s|ce\s|is\s)?(?:n['’]est\s|ne\s|etre\s|is\s)?"
    r"(?:pas|non|not|being)?\s?(?:une?\s|an?\s)?(?:obligatoires?|exigees?|exigee?|requise?|indispensable|necessaire|obligation|essential"
    r"|required|mandatory|compulsory|necessary|obligatory|requirement)(?!\w)"
)
# « , Terraform et AWS »: each a name of one word
_ITEM = re.compile(r"(?:(?<=, )|(?<= et )|(?<= ou )|(?<= and )|(?<= or ))(?!(?:et|ou|and|or) )[\w.+#/-]+")
_LIST = re.compile(r"(?:, [\w.+#/-]+){0,5},? (?:et|ou|and|or) [\w.+#/-]+")
_ITEM_LENGTH = 60  # characters of an item that has its verb in the line above the list
_CUTS = ",;:.!?\n"  # what parts a sentence


def weight_of_topic(posting: Posting, topic: str, said: Sequence[Fact]) -> Modality:
    """What a posting makes of a topic (a key of the table) in the sentences `said` of it."""
    return _heaviest({fact.modality for fact in weighed(posting, topic, said)})


def heaviest(facts: Iterable[Fact]) -> Modality:
    """A demand anywhere is one; else what is said to be a plus somewhere is one."""
    return _heaviest({fact.modality for fact in facts})


def weighed(posting: Posting, topic: str, said: Sequence[Fact]) -> tuple[Fact, ...]:
    """The sentences on a topic, each with what it makes of the topic alone, whatever else it calls a plus."""
    entry = topics()[topic]
    if not entry.get("weighed"):
        return tuple(replace(fact, modality="stated") if fact.modality == "required" else fact for fact in said)
    otherwise: Modality = "required" if entry.get("demanded") else "stated"
    found = tuple(_weighing(fact, _weights_in(posting, topic, fact), otherwise) for fact in said)
    if {"asset", "required"} <= {fact.modality for fact in found}:
        # What one sentence calls a plus is none the less one where a list only names it.
        named = (
            f if f.modality != "required" or _is_told(posting, topic, f) else replace(f, modality="asset")
            for f in found
        )
        return tuple(named)
    return found


def _weighing(fact: Fact, found: Set[Modality], otherwise: Modality) -> Fact:
    if found == {"none"}:  # an item of « Il ne faut pas : … »
        return replace(fact, value="no", modality="stated")
    weight = _heaviest(found)
    return replace(fact, modality=otherwise if weight == "stated" else weight)


@lru_cache(maxsize=20_000)
def _weights_in(posting: Posting, topic: str, fact: Fact) -> frozenset[Modality]:
    return frozenset(_weights(posting, _places(topic, fact)))


def _places(topic: str, fact: Fact) -> list[Span]:
    """Where a sentence names a topic or one that it includes, as offsets into the text of its posting."""
    words, entries = words_of(fact.quote), [topics()[part] for part in parts_of(topic)]
    found = [
        place
        for entry in entries
        for place in (*holds(words, entry["words"]), *phrase_places(words, tuple(entry.get("stated", ()))))
    ]
    return [Span(fact.start + words[at].start, fact.start + words[end - 1].end) for at, end in found]


def _is_told(posting: Posting, topic: str, fact: Fact) -> bool:
    """Whether a sentence says in so many words what it makes of a topic."""
    places = _places(topic, fact)
    within = (
        (piece, at) for piece in pieces_near(posting, places) for at in places if piece.start <= at.start < piece.end
    )
    said = {word.form for word in words_of(fact.quote)}
    if said & lists().heads or holds(words_of(fact.quote), table("mentions.toml")["mastery"]["words"]):
        return True  # « Connaissance et pratique de SAP »: no mere name in a list
    return any(is_explicit(piece, Span(at.start - piece.start, at.end - piece.start)) for piece, at in within)


def weight_of_words(posting: Posting, words: Sequence[Token], within: Span) -> Modality:
    """What a posting makes of what telling `words` of a question name in the sentence `within` of its text."""
    tokens = content_tokens(within.of(posting.text), posting.language)
    held = [t for t in tokens if any(borne_out(words, within.of(posting.text)[t.start : t.end], posting.language))]
    return _heaviest(set(_weights(posting, [Span(within.start + t.start, within.start + t.end) for t in held])))


def _heaviest(found: Set[Modality]) -> Modality:
    """A demand anywhere is one; else what is said to be a plus somewhere is one."""
    return "required" if "required" in found else "asset" if "asset" in found else "stated"


def _weights(posting: Posting, places: Sequence[Span]) -> Iterable[Modality]:
    for piece in pieces_near(as_ticked(posting), places):
        for place in places:
            if piece.start <= place.start and place.end <= piece.end:
                yield _weight(piece, Span(place.start - piece.start, place.end - piece.start))


def _weight(piece: Piece, target: Span) -> Modality:
    """The modality of one place; a section on the profile demands what it names without a word of weight.

    What is taught on the job is not: « aucune connaissance préalable n'est demandée ».
    """
    target = _with_codes(piece, target)
    within = any(cue.kind == "weak" and cue.start < target.end and target.start < cue.end for cue in cues_of(piece))
    if within or _is_of_a_wish(piece, target):  # « dont un an, de préférence en ONG »
        return "asset"
    if piece.governed == "none":
        return "none"
    weight = modalities(piece, [target, *_listed_behind(piece.folded, target.end)])[0]
    data, words = table("mentions.toml"), words_of(piece.folded)
    before = words_of(_line_above(piece) + piece.folded[: target.end])
    mastered = holds(before, data["mastery"]["words"]) and not holds(before, data["mastery"]["unless"])
    asked = piece.section.kind in ("profile", "skills") or mastered
    told = (asked and not holds(words, data["learnt"]["words"])) or is_explicit(piece, target)
    return weight if (told or weight == "asset") and weight != "none" else "stated"


def _line_above(piece: Piece) -> str:
    """The line with a colon over a short item of a list, which says of it too: « Spécialisation en : / - IA »."""
    return piece.lead.split(" | ")[1] if len(piece.folded) <= _ITEM_LENGTH else ""


def _listed_behind(text: str, start: int) -> list[Span]:
    """The names of a list that goes on behind one: « Docker, Terraform et AWS »."""
    found = _LIST.match(text, start)
    return [Span(*item.span()) for item in _ITEM.finditer(text, start, found.end())] if found else []


def _with_codes(piece: Piece, target: Span) -> Span:
    """A place with the kinds of it that are listed behind by their codes: « CACES nacelle 1B et 3B », "R489 cat. 3"."""
    codes = _CODES.match(piece.folded, target.end)
    return Span(target.start, codes.end()) if codes else target


def _is_of_a_wish(piece: Piece, target: Span) -> bool:
    """Whether a place stands in what the end of its sentence calls a plus, however long that is, and nothing else."""
    cues = cues_of(piece)
    if not cues or cues[0].kind != "weak" or cues[0].start < target.end:
        return False
    last = _toned_down(piece, cues)
    between, behind = piece.folded[target.end : cues[0].start], piece.folded[last:]
    if len(cues) > 1 and last == cues[0].end:
        return False
    inside, closed, rest = between.partition(")")
    between = rest if closed and "(" not in inside else between  # « (Word, Excel) souhaitée »
    opened = between.rpartition("(")[2] if "(" in between else ""
    if {word.form for word in words_of(opened)} - lists().bridge - lists().levels:
        return False  # « SQL et Python (SAS apprécié) »
    headed = _heads(piece, target) or _is_listed_by_head(piece, target)
    beside = _JOINED_HEAD.match(between)  # « Une expérience ou des connaissances en A, B ou C serait un plus »
    further = between[beside.end() :] if beside and beside["head"] in lists().heads else between
    if headed and not {word.form for word in words_of(further)} & lists().heads:
        between = between.replace(",", " ")  # « Expérience en boutique, restauration ou traiteur appréciée »
    return not set(between) & set(_CUTS) and not any(map(str.isalnum, behind))


def _toned_down(piece: Piece, cues: Sequence[Cue]) -> int:
    """Where the wish of a sentence ends: « serait souhaitable, mais n'est pas obligatoire » wishes no more for that."""
    tail = _NOT_DEMANDED.match(piece.folded, cues[0].end)
    return tail.end() if tail and all(cue.start < tail.end() for cue in cues) else cues[0].end


def _is_listed_by_head(piece: Piece, target: Span) -> bool:
    """« Connaissance de ces outils : Python, Snowflake est un plus »: a plus is made of the noun before the colon."""
    head, colon, between = piece.folded[: target.start].partition(":")
    first = words_of(head)[:1]
    return bool(colon) and bool(first) and first[0].form in lists().heads and not set(between) & {";", ":", "."}


def _heads(piece: Piece, target: Span) -> bool:
    """Whether a sentence begins with a place that is a noun such as "experience", an article apart."""
    first = next(iter(piece.folded[target.start : target.end].split()), "")
    named = [word.form for word in words_of(piece.folded[: target.end])][:_HEADED]
    return first in lists().heads.union(_FIRST) and bool(set(named) & lists().heads)
