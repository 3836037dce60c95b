"""Employers named in so many words: behind a label, as a recruiter's client, or as « notre association ».

« Pour notre client la Laiterie du Val », "on behalf of its client, the Oasis Network": who hires is the client, and
the agency that writes is not. The words are in `data/identity.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.domain import Span
from assistant.employers import is_no_employer
from assistant.flow import flowing
from assistant.labelled import labelled
from assistant.labels import NAME, has_job, one_of
from assistant.lines import lines_of
from assistant.places import is_main_town
from assistant.resources import table

_FAR = 3000  # characters in which an employer is told
_ARTICLE = r"(?:(?:[Ll]a|[Ll]e|[Ll]es|[Tt]he)\s|[Ll]['’]\s?)?"
_OWN_NAME = r"(?P<name>[^\W\d_a-zß-ÿ][^,.;:!?()\n«»\"“”]{2,60}?)"  # « Des livres pour Ambositra », « Lire à Agboville »


def told_employers(text: str) -> Iterator[Span]:
    """What stands behind a label of the employer, then the clients and « notre association, X, », in order."""
    yield from labelled(lines_of(text), "organisation")
    flow = flowing(text)
    of_lines = (_behalf(), _for_whom(), _we_hire(), _mission())
    ours = (_of_ours(), _marked(), _mission())
    asked = (_client(), _behalf(), _for_whom(), _asked(), _entrusting(), _whom())
    for pattern in (*asked, _of_ours(), _marked(), _ourselves(), _we_hire(), _mission()):
        for found in pattern.finditer((text if pattern in of_lines else flow)[:_FAR]):
            name = found.group("name")
            another = pattern not in ours and (is_no_employer(name) or has_job(name))
            another = another or (pattern is _we_hire() and " " not in name)  # "Subject: we're hiring!"
            if not another and not is_main_town(name):
                yield Span(*found.span("name"))


def _list(key: str) -> str:
    return one_of(table("identity.toml")["clients"][key])


@cache
def _client() -> re.Pattern[str]:
    """« pour notre client la Laiterie du Val », "on behalf of its client, the Oasis Network"."""
    return re.compile(rf"(?<![\w'’])(?i:{_list('before')}),?\s{_named()}")


@cache
def _behalf() -> re.Pattern[str]:
    """A line « pour le compte de la Coopérative du Sud » below the name of an agency."""
    return re.compile(rf"(?:^|(?<=\n))\W{{0,4}}(?i:{_list('behalf')})\s?{_named()}(?=\s*(?:$|\n|[,(–—.]))")


@cache
def _for_whom() -> re.Pattern[str]:
    """A line « Qui : Association Arc-en-Ciel », "For: Platform of Organisations ivzw"."""
    kinds = "|".join(kind.capitalize() for kind in table("identity.toml")["first_line"]["kinds"] if " " not in kind)
    legal = r"(?:asbl|ASBL|vzw|VZW|ivzw|aisbl|AISBL|e\.V\.|gGmbH|GmbH|Ltd|CIC|SCIO|SARL)"
    return re.compile(
        rf"(?:^|(?<=\n))\W{{0,6}}(?i:qui|who|pour|for|chez)\s?:\s{{1,3}}{_ARTICLE}"
        rf"(?P<name>(?:{kinds}|Fédération|Coopérative|Réseau|Comité|École)\s(?:d['’]|de |du |des |of |for )?{NAME}"
        rf"|{NAME}\s{legal}(?!\w))"
    )


@cache
def _entrusting() -> re.Pattern[str]:
    """« La Fondation X m'a confié la recherche de », "X has asked me to find"."""
    asked = (
        r"(?:(?:m['’]|nous\s)a(?:vait)?\s(?:confié|chargée?s?|demandé|mandatée?s?|missionnée?s?)"
        r"|has\s(?:asked|entrusted|engaged|hired|retained|commissioned|instructed)\s(?:me|us))"
    )
    search = r"(?:la recherche|le recrutement|la sélection|with (?:the|finding|recruiting)|the search)"
    return re.compile(
        rf"(?:^|(?<=\n)|(?<=[.!?,]\s))\W{{0,3}}{_ARTICLE}(?P<name>{NAME})"
        rf"\s{asked}\s(?:{search}|(?i:{_list('to_find')}))(?!\w)"
    )


@cache
def _asked() -> re.Pattern[str]:
    """« a été chargé par Agrofruit de trouver », "has been retained by Oasis Network to find"."""
    aside = r"(?:\s?,[^.;\n]{1,80},|\s\([^()\n]{1,40}\))?"
    return re.compile(rf"(?<![\w'’])(?i:{_list('asked')})\s{_named()}{aside}\s(?i:{_list('to_find')})(?!\w)")


@cache
def _whom() -> re.Pattern[str]:
    """« Pour la Mutuelle du Port, notre agence X recrute »: for whom an agency seeks, where a sentence begins."""
    agency = rf"(?i:{_list('agencies')})(?!\w)[^.;\n]{{0,80}}?\s(?i:{_list('seek')})(?!\w)"
    return re.compile(rf"(?:^|(?<=\n)|(?<=\.\s))(?:Pour|For)\s{_named()},\s{agency}")


@cache
def _of_ours() -> re.Pattern[str]:
    """« notre petite association, Des livres pour Ambositra, cherche »."""
    word = rf"(?!(?:{_list('others')})(?!\w))[a-zß-ÿ-]+\s"
    return re.compile(rf"(?<![\w'’])(?:[Nn]otre|[Oo]ur)\s(?:{word}){{0,2}}?{_kind()},\s{_OWN_NAME}(?=,\s)")


@cache
def _marked() -> re.Pattern[str]:
    """« Notre école *Les Manguiers* à Bamako »."""
    return re.compile(
        rf"(?<![\w'’])(?:[Nn]otre|[Oo]ur)\s(?:[a-zß-ÿ-]+\s)?{_kind()}\s\*{{1,2}}(?P<name>[^*\n]{{3,60}})\*{{1,2}}"
    )


@cache
def _we_hire() -> re.Pattern[str]:
    """A line "Harbour House e.V. — we're hiring!", « Maison Horizon : on recrute »."""
    hiring = r"(?:we(?:['’]re|\sare)\s(?:hiring|recruiting)|nous\s(?:recrut|embauch)ons|on\s(?:recrut|embauch)e(?!\w))"
    name = rf"(?P<name>{NAME}(?:\s(?:e\.V\.|asbl|ASBL|gGmbH|GmbH|Ltd|SARL|CIC))?)"
    return re.compile(rf"(?:^|(?<=\n))\W{{0,4}}{name}\s?(?:[–—:|]|\s-)\s{{1,3}}(?i:{hiring})")


@cache
def _mission() -> re.Pattern[str]:
    """A line « Consulat général de France à Oran », "Consulate General of Finland in Lagos"."""
    land = r"(?:(?:[A-ZÀ-Þ][\w'’-]+)(?:\s(?:et|and|de|du)?\s?[A-ZÀ-Þ][\w'’-]+){0,2})"
    return re.compile(
        r"(?:^|(?<=\n))\W{0,4}(?P<name>(?:Consulat|Consulate|Haut-Commissariat)(?:\s(?:[Gg]énéral|General))?"
        rf"\s(?:de\sla\s|de\sl['’]|de\s|du\s|d['’]|des\s|of\s(?:the\s)?){land}(?:\s(?:à|au|en|in)\s{land})?)"
        r"(?=\s*(?:$|\n|[,–—(]))"
    )


@cache
def _ourselves() -> re.Pattern[str]:
    """« nous, Action Désert Humanitaire, cherchons », "we, the Oasis Trust, are looking"."""
    return re.compile(rf"(?<![\w'’])(?i:nous|we),\s{_named()},\s(?:\w{{2,12}}ons|seek|need|want|have|are|offer)(?!\w)")


def _named() -> str:
    return rf"{_ARTICLE}(?:{_kind()}\s(?!de\s|du\s|des\s|d['’]|of\s))?(?P<name>{NAME})"


@cache
def _kind() -> str:
    kinds = one_of(table("identity.toml")["employers"]["kinds"])
    return rf"(?:{kinds})(?!\w)"
