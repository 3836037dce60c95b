"""The employer as running text names it: one who speaks of itself, offers a job, or says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.domain import Span
from assistant.flow import flowing
from assistant.labels import NAME, has_job, has_jobs, one_of
from assistant.resources import table
from assistant.text import fold

_FAR = 3000  # characters in which an employer speaks of itself
_BEGINS = r"(?:^|(?<=\n)|(?<=[.!?:]\s)|(?<=[»”]\s)|(?<=[Ee]ntreprise)(?=[^\W\d_a-zß-ÿ]))[\W]{0,4}"
_ARTICLE = r"(?:(?:Le|La|Les|The|le|la|les|the)\s|[Ll]['’]\s?)?"
_ASIDE = r"(?:\s\([^()\n]{1,80}\))?(?:\s*,[^.;\n]{1,160}?,)?"

# « Recherche & Développement », « Qui recrute ? »; « souhaité » is none either
_NO_VERB = r"(?!\w|\s?\?|\s(?:&|et\s[Dd]év))"
# « À propos de nous : Axanta, c'est une communauté … »
_ABOUT = re.compile(
    r"(?:(?<!\w)|(?<=[a-zß-ÿ])(?=[ÀAQ]))(?:[àÀA] propos de nous|[Aa]bout us|[Qq]ui sommes[- ]nous)\s?[:?]\s{1,3}"
    rf"{_ARTICLE}(?P<name>{NAME})(?=\s?,\sc(?:['’]|&#0?39;)est\s|\s(?:est|is)\s)"
)
_LISTED = r"(?!,\s[^\W\d_a-zß-ÿ]\w+,\s[^\W\d_a-zß-ÿ])"  # « vous rejoignez Anne, Marc, Zoé … »
_AT = re.compile(rf"(?<!\w)(?:At|Chez|À|A)\s{_ARTICLE}(?P<name>{NAME}),?\s(?:we|nous|on)(?!\w)")
# « Publié le 24/11/2026 par Coopération Bretagne », "Posted on 3 May by the Lake Trust"
_POSTED = re.compile(
    r"(?<!\w)(?i:publi[ée]e?|post[ée]e?|mise? en ligne|diffus[ée]e?|posted|published|advertised|listed)\s"
    rf"(?:(?:le|on|the)\s)?(?=[^,;:()\n]{{0,20}}\d)[^,;:()\n]{{3,24}}?\s(?:par|by)\s{_ARTICLE}(?P<name>{NAME})"
)
# « LA FERME DU SOLEIL RECHERCHE », but « CENTRE DE RECHERCHE »
_SEEKS = re.compile(
    r"(?P<end>\s(?:recrute|recrutent|embauche|embauchent|cherche|cherchent|is hiring|is recruiting)\s?!*)$"
    r"|(?:(?:la|le|les)\s|l['’])\S.{2,80}(?<!\sde)(?<!\sla)(?<!\set)(?P<verb>\s(?:recherche|recherchent))$",
    re.IGNORECASE,
)
_IS_ONE = re.compile(r"(?:\s\([^()]{2,12}\))?\s(?:est|is|sont|are)\s(?:une?|an?|the|la|le|l['’])(?!\w)")


def employers_in(text: str) -> Iterator[tuple[int, str]]:
    """The names with their places of those who offer a job or speak of themselves, the surest first."""
    text = flowing(text)
    for pattern in (_offers("offers"), _long_name(), _itself(), _AT, _POSTED, _ABOUT, _described()):
        yield from _found(pattern, text)


def likely_employers(text: str) -> Iterator[tuple[int, str]]:
    """The names of several words that begin a sentence and hold a word for an employer, or do what employers do."""
    words = frozenset(table("identity.toml")["employers"]["words"])
    yield from (found for found in _found(_begins(), text) if not words.isdisjoint(fold(found[1]).split()[1:]))
    yield from (found for found in _found(_offers("acts"), text) if " " in found[1])
    for wanted in _wanted_at().finditer(text[:_FAR]):
        name = wanted.group("name")
        if has_jobs(wanted.group("who")) and not is_no_employer(name) and not words.isdisjoint(fold(name).split()):
            yield wanted.start("name"), name


def _found(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    for found in pattern.finditer(text[:_FAR]):
        name = found.group("name")
        if not is_no_employer(name) and not has_job(name) and (" " in name or not has_jobs(name)):
            yield found.start("name"), name


def with_kind(text: str, start: int) -> int:
    """Where a name begins with the kind of employer, written with a capital, before it: « la Fondation Tilila »."""
    found = _kind_before().search(text, max(0, start - 60), start)
    return found.start() if found else start


def before_verb(text: str, name: Span) -> Span:
    """« Soins Nomades (SN) est une association », « LA COMMUNE DE BRIES RECRUTE »: the name alone."""
    found = _IS_ONE.search(name.of(text)) or _SEEKS.search(name.of(text))
    start = found.start(found.lastgroup or 0) if found else 0
    return Span(name.start, name.start + start) if start > 1 else name


def is_no_employer(name: str) -> bool:
    """Whether words name a post, a plan, a law or a part of an employer rather than one."""
    words = re.findall(r"\w+", fold(name))
    data = table("identity.toml")
    if not words or re.match(r"[LD]['’][a-zß-ÿ]", name) or words[0] in data["employers"]["never"]:
        return True
    return bool({words[0], words[-1]} & {*data["seeks"]["no_employer"]})


def _list(key: str) -> str:
    return one_of(table("identity.toml")["employers"][key])


@cache
def _offers(verbs: str) -> re.Pattern[str]:
    """« La Fondation Tilila ouvre un poste », "Green Belt Trust has an opening"."""
    return re.compile(
        rf"{_BEGINS}{_ARTICLE}(?:(?:{_list('legal')})\s+)?(?P<name>{NAME}){_ASIDE}"
        rf"\s+(?:(?i:{_list(verbs)}))(?<!é){_NO_VERB}"
    )


@cache
def _wanted_at() -> re.Pattern[str]:
    """ "Cook needed for the canteen of Shanti Shelter Trust", « Cuisinier recherché à la Fondation Akwaba »."""
    return re.compile(
        rf"{_BEGINS}(?P<who>[^.;:!?\n]{{2,60}}?)\s(?:needed|wanted|sought|required|recherchée?s?|demandée?s?)\s(?:[^.;:!?\n]{{0,60}}?\s)?"
        rf"(?:of|at|for|with|by|chez|du|de|à|au|pour)\s{_ARTICLE}(?P<name>{NAME})(?=[,.;\n]|\s[(–—a-zß-ÿ])"
    )


@cache
def _long_name() -> re.Pattern[str]:
    """« L'Office de valorisation des oasis du Nefzaoua, établissement public …, se propose de recruter »."""
    word = r"(?:\s(?:[«“\"]\s?)?(?:d['’]|l['’])?[\w-]{1,24}(?:\s?[»”\"])?)"
    kinds = "|".join(kind.capitalize() for kind in table("identity.toml")["first_line"]["kinds"] if " " not in kind)
    return re.compile(
        rf"(?:{_BEGINS}|,\s(?=l[ae]\s|l['’])){_ARTICLE}(?P<name>(?:{kinds}|École|Collège|Ministère|Université|Fédération|Coopérative|Société){word}{{1,9}}?)"
        rf"{_ASIDE}\s+(?:(?i:{_list('offers')}))(?<!é){_NO_VERB}"
    )


@cache
def _itself() -> re.Pattern[str]:
    """« Nous sommes Terre Partagée », "The employer is River Commons", « lancé par Sources Vives »."""
    return re.compile(
        rf"(?<![\w'’])(?i:{_list('itself')})(?:\s|(?<=['’]))\s*{_ARTICLE}(?:(?:{_list('legal')})\s+)?\**(?P<name>{NAME}){_LISTED}"
    )


@cache
def _described() -> re.Pattern[str]:
    """« La Bricole Bleue, société coopérative », "Qasr Analytics is four people above a bakery"."""
    few = r"(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|une?|l['’]une)"
    product = rf"(?!\s?(?:[\w'’-]+\s){{0,3}}?(?:{_list('products')})(?!\w|\s(?:company|provider|publisher|maker)))"
    # "QGIS and PostGIS are required" tells of no employer.
    product += rf"(?!(?<=\w)\w)(?!\s?(?:an?\s|une?\s|very\s|très\s)?(?i:{_list('weighed')})(?!\w))"
    two = rf"(?=[^\s]+[ -](?:\w{{1,3}}\s)?[^\W\d_a-zß-ÿ]){NAME}"
    return re.compile(
        rf"{_BEGINS}{_ARTICLE}(?:(?:{_list('legal')})\s+)?(?P<name>{two})(?:\s\([^()\n]{{1,40}}\))?"
        rf"(?:\s(?:is|are|est|has\sits|has\sbeen|has\sworked|exists|was\sfounded)\s{few}?{product}|\s?[,(]\s?{_ARTICLE}(?:an?\s[^\W\d_a-zß-ÿ][\w-]{{1,20}}\s|(?:(?:small|petite?|local|tiny|une?|an?)\s)*)"
        rf"(?i:{_list('kinds')}|{_list('roles')})(?!\w))"
    )


@cache
def _begins() -> re.Pattern[str]:
    """As "Subarctic Ecology Institute": a name that holds a word for an employer, where a sentence or line begins."""
    return re.compile(rf"{_BEGINS}{_ARTICLE}(?P<name>{NAME})")


@cache
def _kind_before() -> re.Pattern[str]:
    kinds = "|".join(kind.capitalize() for kind in table("identity.toml")["first_line"]["kinds"] if " " not in kind)
    legal = "ONG|Ong|NGO|Société|Groupe"
    # « la Fondation Men nan Men »: a name whose small word is none of French or English
    within = r"(?:\s[^\W\d_a-zß-ÿ][\w-]{1,15}\s(?!(?:et|ou|est|par|sur|and|for)\s)[a-zß-ÿ]{2,3}(?=\s))"
    return re.compile(
        rf"(?<![\w'’-])(?!(?:{legal})\b)(?:{kinds}|Fédération|Coopérative|Réseau)(?:{within}|(?:\s[a-zß-ÿ]+){{0,2}})\s+$"
    )
