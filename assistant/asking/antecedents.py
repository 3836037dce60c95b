"""What a pronoun of a question stands for: "I know Docker. Who insists on it?", « J'ai le permis : qui l'exige ? »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.asking.lexicon import Tag, Word, tags_of, words_of
from assistant.asking.pointing import with_each, with_thing
from assistant.facts.dates import dates_in
from assistant.facts.folded import alternatives
from assistant.language import detect
from assistant.places import country_names, is_town
from assistant.resources import table
from assistant.topics import is_tool

# Tables of things that a posting may ask for, and a pronoun stand for.
_THINGS = frozenset({"language", "degree", "driving_licence", "document", "contract"})
_ARTICLES = ("the", "a", "an", "le", "la", "un", "une", "du", "de")
_END = re.compile(r"[.!?;]")
_ELIDED = re.compile(r"\s[dD]['’]")
_STUDIED = 4  # words that say what a degree is in, with the small one that leads them
_APART = 4  # words between two things that a pronoun takes up together
_THAN_THAT = re.compile(r"\b(than that|que cela|que ca|que ça)\b", re.IGNORECASE)
_THAT_DAY = re.compile(r"\b(?:ce jour(?:-l[àa])?|cette date(?:-l[àa])?|that (?:day|date))\b(?![\w-])", re.IGNORECASE)
_THAT_MONTH = re.compile(r"\b(?:ce mois-l[àa]|that month)\b(?![\w-])", re.IGNORECASE)
_THAT_LEVEL = re.compile(
    r"\b(?:(?:an?|un|une)\s(?:degree|diploma|qualification|dipl[ôo]me)\s)?(?:(?:at|of|[àa]|de)\s)?(?:that|ce)\s(?:level|niveau)\b"
    r"|\b(?:that|ce)\s(?:kind\sof\s)?(?:degree|diploma|qualification|dipl[ôo]me(?:-l[àa])?)\b",
    re.IGNORECASE,
)
# "That language", « ce logiciel »: a noun that points back at what was told.
_THAT_THING = re.compile(
    r"\b(?:cette|ce|cet|that|this)\s(?:langue|language|compétence|competence|skill|logiciel|outil|langage|technologie"
    r"|tool|software|technology|programming language|permis|licen[cs]e|document|papier)(?:-là|-la)?\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:c['’](?=est\b)|est-ce(?!\sque\b)(?=\s))|\b(?:it|them)\b|"
    r"\b(?:that|one|this)\b(?=\s*[?,;.!]|\s*$|\s+(?:and|or|counts?|helps?|matters?)\b)"
    r"|\b(?:that|this)\b(?=\s(?:is|was|would|might|could|may)\b)(?<=\bwhere\sth..)",
    re.IGNORECASE,
)


_BOTH = re.compile(
    r"\b(?:ces|les) deux(?: langues)?(?=\s*[?,;.!]|\s*$|\s(?:sans|et|ou|mais)\b)|\b(?:ces|les) deux langues\b"
    r"|\b(?:both|these two|those two|the two)(?: languages)?(?=\s*[?,;.!]|\s*$|\s(?:without|and|or|but)\b)"
    r"|\b(?:both|these two|those two|the two) languages\b|\bboth of (?:them|these|those)\b",
    re.IGNORECASE,
)


_ANY_OF = re.compile(
    r"\b(?:(?:au moins |n['’]importe )?(?:l['’])?(?:une|laquelle) (?:de|d['’]entre) (?:ces|mes|les) langues(?:-là)?"
    r"|ces langues(?:-là)?"
    r"|(?:at least )?(?:one|any|either) of (?:these|those|my|the) languages|(?:these|those|my) languages)\b",
    re.IGNORECASE,
)


def points_at_both(question: str) -> bool:
    """Whether a question takes up things that were told before it: "both languages", « une de ces langues »."""
    return bool(_BOTH.search(question) or _ANY_OF.search(question))


def _with_any(question: str, said: str) -> str:
    """The question with all the languages that were told in the place of "one of these languages"."""
    words = words_of(said)
    named = {
        tag.key: said[words[tag.first].start : words[tag.last - 1].end]
        for tag in things_in(words)
        if tag.table == "language"
    }
    joint = " or " if detect(question) == "en" else " ou "
    return _ANY_OF.sub(lambda _: joint.join(named.values()), question) if named else ""


def _with_both(question: str, said: str, *, languages: bool) -> str:
    """The question with the two things that were told in the place of "both"; nothing where there are not two."""
    words = words_of(said)
    things = [tag for tag in things_in(words) if not languages or tag.table == "language"]
    if len(things) != 2 or things[1].first - things[0].last > _APART:
        return ""
    both = said[words[things[0].first].start : words[things[1].last - 1].end]
    return _BOTH.sub(lambda _: both, question)


def points_at_level(question: str) -> bool:
    """Whether a question takes up a degree that was told before it: "a degree at that level", « de ce niveau »."""
    return bool(_THAT_LEVEL.search(question))


def points_at_thing(question: str) -> bool:
    """Whether a question takes up with a noun what was told before it: "that language", « ce logiciel »."""
    return bool(_THAT_THING.search(question) or _THAT_MONTH.search(question))


def things_in(words: Sequence[Word]) -> list[Tag]:
    """The phrases that name what a posting may ask for."""
    return [
        tag
        for tag in tags_of(words)
        if tag.table in _THINGS
        or (tag.table == "topics" and is_tool(tag.key))
        or (tag.table == "fields" and tag.key in _THINGS)
    ]


def with_antecedent(question: str, said: str) -> str:
    """The question with what its pronoun stands for in its place; nothing where `said` has none, or several."""
    day = next((one for one in dates_in(said, detect(said)) if one.iso), None)
    if _THAT_DAY.search(question):
        return _THAT_DAY.sub(lambda _: said[day.start : day.end], question) if day else ""
    if _THAT_MONTH.search(question):
        told = next(iter(dates_in(said, detect(said))), None)
        return _THAT_MONTH.sub(lambda _: said[told.start : told.end], question) if told else ""
    if _THAN_THAT.search(question):
        if day:
            return _THAN_THAT.sub(f"than {said[day.start : day.end]}", question)
        number = _length().search(said)
        return _THAN_THAT.sub(lambda m: f"{_than(question, m)} {number[0]}", question) if number else ""
    if both := _BOTH.search(question):
        return _with_both(question, said, languages="lang" in both[0].lower())
    if _ANY_OF.search(question):
        return _with_any(question, said)
    words = words_of(said)
    things = things_in(words)
    if each := with_each(question, said, words, things):
        return each
    if (pointed := _THAT_THING.search(question)) and "langu" in pointed[0].lower():
        things = [thing for thing in things if thing.table == "language"]
        if len({thing.key for thing in things}) > 1:
            return ""
    things = things or _unknown_things(words, said, question) or _topics_in(words)
    if not things or things[-1].first - things[0].last > _APART:
        return ""
    if _END.search(said, words[things[0].last - 1].end, words[things[-1].first].start):
        return ""
    first = things[0].first
    first -= int(first > 0 and said[words[first - 1].start : words[first - 1].end].lower() in _ARTICLES)
    last = things[-1].last
    if {(things[-1].table, things[-1].key), (things[-1].table, "")} & {("fields", "degree"), ("degree", "")}:
        first, last = _whole_degree(said, words, first, last)
    thing = said[words[first].start : words[last - 1].end]
    if named := with_thing(question, thing):
        return named
    for pointing in (_THAT_LEVEL, _THAT_THING):
        if pointing.search(question):
            return pointing.sub(lambda _: thing, question)
    named, found = _object().subn(lambda m: f"{m['verb']} {thing}", question, count=1)
    if not found:
        named, found = _PRONOUN.subn(
            lambda m: f"{thing} " if "'" in m[0][-1:] or "’" in m[0] else thing, question, count=1
        )
    return named if found else ""


def _whole_degree(said: str, words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Where a degree begins and ends with what it is in: "a law degree", « un diplôme d'infirmier »."""
    tables = table("asking.toml")["topical"]
    own = {*_ARTICLES, *tables["degree_kinds"], *table("asking.toml")["background"]["mine"], "have", "hold", "with"}
    if first and not words[first].apart and words[first].form not in _ARTICLES and words[first - 1].form not in own:
        first -= 1
    if last == len(words) or words[last].apart:
        return first, last
    elided = _ELIDED.search(said, words[last - 1].end, words[last].start)
    if elided or words[last].form in tables["degree_in"]:
        end = next((n for n in range(last + 1, len(words)) if words[n].apart), len(words))
        of_state = int(bool(elided) and words[last].form == "etat")  # « le diplôme d'État d'assistante de … »
        last = min(end, last + _STUDIED + of_state)
    return first, last


def as_pointed_at(question: str, named: str) -> str:
    """The question with all that leads it in the place of what points at it: "A master's: who asks for that level?"."""
    for pointing in (_THAT_LEVEL, _THAT_THING):
        if pointing.search(question):
            return pointing.sub(lambda _: f" {named}", question).replace("  ", " ")
    return ""


def _topics_in(words: Sequence[Word]) -> list[Tag]:
    """The one topic that was spoken of: "I'd need a crèche. How many have one?"."""
    topics = [tag for tag in tags_of(words) if tag.table == "topics"]
    return topics[:1] if len({tag.key for tag in topics}) == 1 else []


def _unknown_things(words: Sequence[Word], said: str, question: str) -> list[Tag]:
    """A name that no table has, where something is demanded of it: "I use Zabbix. Who insists on it?"."""
    if not any(tag.table == "modality" for tag in tags_of(words_of(question))):
        return []
    inner = [n for n in range(1, len(words)) if words[n].capital and len(words[n].form) > 1]
    inner = [n for n in inner if not _END.search(said, words[n - 1].end, words[n].start)]
    if not inner or inner[-1] - inner[0] >= len(inner):
        return []  # none, or several
    placed = any((words[n].form,) in country_names() or is_town(words[n].form) for n in inner)
    return [] if placed else [Tag("name", "unknown", inner[0], inner[-1] + 1)]


def _than(question: str, found: re.Match[str]) -> str:
    """« moins que ça » is « moins de deux ans »."""
    word = found[1].split()[0]
    return "de" if word == "que" and question[: found.start()].rstrip().endswith(("plus", "moins")) else word


@cache
def _object() -> re.Pattern[str]:
    """« l'exige », « le demandent », « en parle »: a pronoun before a verb of demanding."""
    verbs = table("asking.toml")["background"]["demanding"]
    return re.compile(
        rf"(?i)\b(?:l['’]|(?:le|la|les|en)\s)(?P<verb>(?:{'|'.join(verbs)})\w*(?:\s(?:pas|aucune?|jamais))?)(?:\sune?(?=\s*(?:[?,;.!]|$)))?"
    )


@cache
def _length() -> re.Pattern[str]:
    """A number of years or months."""
    numbers = alternatives(list(table("asking.toml")["number"]["words"]))
    return re.compile(rf"(?i)(?:\d{{1,2}}|{numbers})\s(?:years?|months?|ans?|mois)\b")
