"""What makes a contract of a bare word, and what a posting that names no contract says of it all the same.

The words are in `data/facts_contract.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.domain import Fact, Posting, Span
from assistant.facts.folded import alternatives, folded, pattern
from assistant.facts.pieces import Piece, pieces
from assistant.labels import has_jobs
from assistant.resources import table

CONSULTANCY = "consultancy"  # the `detail` of a contract for a mission that is a consultant's
_LABEL = 40  # characters of a label
_REACH = 60  # characters behind a verb in which a bare word can stand
_MARK = re.compile(r"[\s\-•*>=~▪➢►✓✔·→⇒]{0,6}(?:\d{1,2}[.)] ?)?")
_OPENS = re.compile(r"[\w()'.-]+(?=,? ?[,(]| - |;| (?:de|of|for|d') ?(?:\d|[a-z]+ (?:mois|month|an))|\.$)")
# « A freelance web developer », « Temporary field enumerators », and a word between commas.
_NAMED = re.compile(r"(?:(?:an?|one|un|une|two|deux|\d{1,2}) )?(?P<word>[\w-]{4,16}) (?=\w)")
_BETWEEN = re.compile(
    r"(?:[,(|/·•;] {0,8}(?:(?:and|et) )?|(?:^|[a-z]) (?:and|et) )"
    r"(?=[\w-]{4,16} {0,8}(?:[,;.)|/·•]|$|(?:so|as) long as|tant que|after (?:a|the)|apres (?:un|l')))"
)
_DES = re.compile(r"des\s{1,2}")  # « elle recherche des accompagnateurs bénévoles »
_SEEKING = ("recherch", "cherch", "recrut")
_PUBLIC_LAW = re.compile(r"contrat de droit public|agente? contractuel\w{0,3}")
_RUNS = re.compile(r" (?:sur|du|jusqu'\w{1,2}|au|a (?:compter|partir))(?!\w)")
_EVERY = frozenset(table("facts_contract.toml")["kinds"])
_PEOPLE = frozenset({"internship", "apprenticeship", "freelance", "volunteer"})
_OPENING = _EVERY - {"CDD", "convention"}  # « Déterminée, vous … » is no contract
_SIDE = frozenset({"organisation", "context", "profile"})
_HIRING = re.compile(r"(?<!\w)(?:recrut|engage|embauch|cherch|recherch)\w*\s(?:\w+\s){0,3}$")
_ARE_HIRED = re.compile(r"(?: \w{4,14}){0,3} (?:seront|sont) (?:engage|recrute|embauche|employe|nomme)e?s(?!\w)")
ALONE = re.compile(  # "Permanent.", "Contract Permanent"
    r"\W*(?:(?:contract(?: type)?|type of contract|contrat|type de contrat|nature du contrat)\s{1,3})?"
    r"(?:permanent|temporary|fixed[- ]term|seasonal|temporaire|permanente?)\W*"
)


def said_places(piece: Piece) -> Iterator[tuple[Sequence[int], int, frozenset[str]]]:
    """Where a bare word such as « stagiaire » or "permanent" is said of the job: where it may begin, where the place
    ends, and the kinds that it may name there. It stands behind a verb, or first in its line.
    """
    signs, text = _signs(), piece.folded
    for verb in signs.stated.finditer(text):
        near = re.finditer(r"(?<![\w'-])[a-z(]", text[verb.end() : verb.end() + 24])
        yield [verb.end() + word.start() for word in near], min(len(text), verb.end() + _REACH), _EVERY
    for verb in signs.hiring.finditer(text):
        several = _DES.match(text, verb.end()) if verb.group().startswith(_SEEKING) else None
        yield from (([start], end, _PEOPLE) for start, end in _behind(text, several.end() if several else verb.end()))
    if piece.section.kind not in _SIDE and not signs.studies.search(text):
        mark = _MARK.match(text)
        start = mark.end() if mark else 0
        if _OPENS.match(text, start):
            yield [start], len(text), _OPENING
        elif (named := _NAMED.match(text, start)) and has_jobs(text[named.end() : named.end() + _REACH]):
            yield [start, named.start("word")], len(text), _PEOPLE | {"temporary"}
        if signs.beside.search(text):
            yield [found.end() for found in _BETWEEN.finditer(text)], len(text), _OPENING


def is_public_law(words: str) -> bool:
    """Whether a contract is named by the law that it is under, which limits no time where another word says so."""
    return _PUBLIC_LAW.fullmatch(words) is not None


def is_running(text: str, start: int, end: int) -> bool:
    """Whether « contrat court » is a contract that runs, « le contrat court sur 20 mois », and no short one."""
    return text[start:end] == "contrat court" and _RUNS.match(text, end) is not None


def _behind(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The words behind a verb of hiring up to the first that leads elsewhere."""
    for count, word in enumerate(re.finditer(r"[^\s]+", text[start : start + _REACH])):
        if count > 5 or word.group().strip("(),.;:") in _signs().stops:
            return
        opened = len(word.group()) - len(word.group().lstrip("("))
        yield start + word.start() + opened, min(len(text), start + 2 * _REACH)
        if word.group()[-1] in ",.;:":
            return


def fallbacks(posting: Posting) -> list[Fact]:
    """The contract that a posting implies: by its length, by invoices, by what one is hired in view of, or by the offer
    that a consultant makes.
    """
    signs = _signs()
    stated = [piece for piece in pieces(posting) if not piece.of_other_jobs]
    for piece in stated:
        if piece.section.kind == "application" and (found := signs.offers.search(piece.folded)):
            return [piece.fact("contract", "mission", Span(*found.span()), detail=CONSULTANCY)]
    if signs.assignment.search(" ".join(piece.folded for piece in stated)):
        title = posting.title
        of_title = [piece for piece in stated if piece.start <= title.start < piece.end]
        for piece in (*of_title, *(piece for piece in stated if piece.section.kind not in ("organisation", "profile"))):
            found = signs.consultant.search(piece.folded)
            if found and not signs.not_sought.search(piece.folded[max(0, found.start() - 40) : found.start()]):
                return [piece.fact("contract", "mission", Span(*found.span()), detail=CONSULTANCY)]
    implied = (
        (signs.invoiced, "freelance"),
        (signs.agency_pay, "temporary"),
        (signs.timed, "CDD"),
        (signs.kept, "CDI"),
    )
    for pattern_, kind in implied:
        for piece in stated:
            if kind == "CDD" and _is_timed_below_label(piece):
                return [piece.quoted("contract", kind, piece.clause(Span(0, 1)), labelled=True)]
            found = pattern_.search(piece.folded)
            before = piece.folded[max(0, found.start() - 40) : found.start()] if found else ""
            of_goods = kind == "freelance" and signs.goods.search(before)  # "release goods against invoice"
            if found and not of_goods and not signs.elsewhere.search(before):
                return [piece.fact("contract", kind, Span(*found.span()))]
    return []


def _is_timed_below_label(piece: Piece) -> bool:
    """« Durée du contrat », and below it « 9 mois »."""
    label = folded(piece.label.of(piece.posting.text)).strip(" :|*#-") if piece.label else ""
    found = _signs().timed.search(f"{label} : {piece.folded}") if 0 < len(label) <= _LABEL else None
    return found is not None and found.start() < len(label) < found.end()


@dataclass(frozen=True)
class _Signs:
    stated: re.Pattern[str]
    hiring: re.Pattern[str]
    stops: frozenset[str]
    studies: re.Pattern[str]
    beside: re.Pattern[str]
    offers: re.Pattern[str]
    consultant: re.Pattern[str]
    assignment: re.Pattern[str]
    invoiced: re.Pattern[str]
    goods: re.Pattern[str]
    timed: re.Pattern[str]
    agency_pay: re.Pattern[str]
    kept: re.Pattern[str]
    not_sought: re.Pattern[str]
    elsewhere: re.Pattern[str]


@cache
def _signs() -> _Signs:
    data = table("facts_contract.toml")
    context = data["context"]
    return _Signs(
        stated=re.compile(rf"{alternatives(context['subjects'])} {{1,2}}{alternatives(context['verbs'])} {{1,2}}"),
        hiring=re.compile(rf"(?:{alternatives(context['hiring'])}|'(?:re after|d love))(?!\w) {{1,2}}"),
        stops=frozenset(context["hiring_stop"]),
        studies=pattern(context["studies"]),
        beside=re.compile(
            rf"{alternatives(context['beside'])}"
            rf"|(?<!\w)(?:\d{{1,3}}|[a-z]{{3,10}}) {alternatives(context['lengths'])}"
        ),
        offers=pattern(data["kinds"]["freelance"]["offers"]),
        consultant=pattern(context["consultant"]),
        assignment=pattern(context["assignment"]),
        invoiced=pattern(context["invoiced"]),
        goods=pattern(context["goods"]),
        timed=_timed(),
        agency_pay=pattern(context["agency_pay"]),
        kept=pattern(context["kept"]),
        not_sought=re.compile(rf"{alternatives(context['not_sought'])} (?:\w+ )?$"),
        elsewhere=pattern(context["not_offered_before"]),
    )


def _timed() -> re.Pattern[str]:
    """A contract with its length: « contrat d'un an », "an 18-month contract", "the contract runs until June"."""
    context = table("facts_contract.toml")["context"]
    words: dict[str, list[str]] = table("facts_money.toml")["number_words"]
    ones = "|".join(sorted({w for value, each in words.items() if value.isdigit() and int(value) < 100 for w in each}))
    number = rf"(?:\d{{1,3}}|(?:{ones})(?:[ -](?:et[ -])?(?:{ones}))?)(?: ?\(\d{{1,3}}\))?"
    # « 5 jours par semaine », "one year of experience" are no length of a contract.
    elsewhere = r"(?! (?:par|per|a|/) |/|'?s? (?:d'|of |minimum )?(?:[a-z-]{4,14} )?(?:exp|essai|trial|prob))"
    length = f"{alternatives(context['lengths'])}{elsewhere}"
    contract = alternatives(context["contracts"])
    label = rf"{contract}(?: (?:length|duration|period|term))? ?[:|] ?"
    until = r"(?:(?:until|jusqu'(?:au|a la|en))|(?:from|du) \d{1,2}[^.;:|\n]{2,30}? (?:to|until|au))"
    detail = r"(?:[^,.;:|\n]{2,24}(?:, ?| [–—-] | \| ?))?"  # « Contrat | NPSA-2, un an »
    away, cover = alternatives(context["timed"]), alternatives(context["timed_verb"])
    ended, post = alternatives(context["ended"]), alternatives(context["posts"])
    small = r"(?:[a-z]{2,9} ){0,3}?"
    return re.compile(
        rf"{contract} (?!sur [a-z\d]+ jours){small}"
        rf"(?:d'|de |of |for |: ?){{0,2}}(?:une |a )?(?:duree |period |term )?(?:de |d'|of )?"
        rf"{number}[ -]{{1,2}}{length}"
        rf"|(?<!\w){number}[ -]{{1,2}}{length}(?:'s|')?[ -](?:[a-z-]{{3,12}} ){{0,2}}{contract}"
        rf"|{label}{detail}{number} {length}|{label}{detail}{until} |{contract} {ended}"
        rf"|{contract} (?:runs|run|ends|expires|lasts|is|court|prend fin|s'acheve)"
        rf" (?:until|till|to|up to|on|jusqu'au|jusqu'a|le) "
        rf"|(?:engaged|employed|(?<!s')engage|embauche|appointment limited|engagee) (?:for|to|pour) {number} {length}"
        rf"|{post},? (?:est |is )?(?:(?:d'une|pour une) (?:duree|periode) (?:[a-z]{{4,10}} )?(?:de |d')"
        rf"|for a (?:[a-z]{{4,8}} )?(?:period|term) of ){number} {length}"
        rf"|{cover}[^.;]{{0,60}}{away}|{away}[^.;]{{0,30}}{cover}"
    )


def is_hired(before: str, found: re.Match[str]) -> bool:
    """« Nous engageons une personne en CDI », but not « vous encadrez une personne en alternance »."""
    if found.group() in ("public", "publics"):
        return before.endswith("droit ", 0, found.start())  # « contrat de droit public, à durée indéterminée »
    if found.group() in ("agents", "collaborateurs", "collaboratrices", "salaries", "salariees"):
        return _ARE_HIRED.match(before, found.end()) is not None  # « les agents retenus seront engagés comme … »
    return found.group().startswith("personne") and _HIRING.search(before, 0, found.start()) is not None
