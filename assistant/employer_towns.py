"""The town in which an employer says that it is: "a community pantry in Glasgow", « Une librairie de X cherche »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.domain import Span
from assistant.labels import PLACE

_FAR = 1200  # characters in which an employer says what it is
_HEAD = 400  # characters in which a council that recruits is named
_SEEKING = (
    r"(?:recherche|recrute|cherche|engage|embauche|met au concours|ouvre|propose|souhaite|désire|seeks|needs|invites"
    r"|offers|advertises|wishes|would like|is (?:looking|hiring|seeking|recruiting))"
)
_IN = re.compile(
    rf"(?:(?<!\w)(?:is|are|est|sommes|keeps|runs|operates|tient|gère)|['’]re)\s[^.;:\n]{{3,120}}?\s(?:in|à|au)\s(?P<name>{PLACE})"
    rf"|(?<=[\w)]),?\s\(?(?:à |au |in )(?P<seeker>{PLACE})[,)]\s{_SEEKING}"
    # "Riverside Academy, a day school in Karen, Nairobi, will need", « X, une école à Oujda, cherche »
    rf"|,\s(?:an?|une?)\s[a-zß-ÿ][^.;:\n]{{3,80}}?\s(?:in|à)\s(?:{PLACE},\s)?(?P<apposed>{PLACE}),"
    rf"\s(?:will|has|wants|would|aura|ouvre|{_SEEKING[3:-1]})(?!\w)"
    # « Une librairie de Tizi Ouzou cherche », "A bakery in Leeds is hiring"
    rf"|(?<!\w)(?i:une?|la|le|an?|the)\s[a-zß-ÿ][\w-]{{2,20}}(?:\s[a-zß-ÿ][\w-]{{2,20}}){{0,3}}"
    rf"\s(?:de|à|in|of|from)\s(?P<house>{PLACE}),?\s{_SEEKING}"
)
# « KENEMA CITY COUNCIL », "Tamale Metropolitan Assembly": a council at the head of a line
_COUNCIL = re.compile(
    r"^[ \t*#]{0,6}(?:(?i:the)\s)?(?P<name>[A-ZÀ-Þ][\w'’-]{1,20}(?:[ -][A-ZÀ-Þ][\w'’-]{1,20}){0,2}?)\s"
    r"(?i:(?:(?:city|town|district|municipal|metropolitan|county|urban|local|area|borough)\s){1,2}"
    r"(?:council|assembly|corporation|government|authority)|municipality)\b",
    re.MULTILINE,
)


# "for the Dhaka head office", « pour notre bureau principal à Oujda » is read elsewhere
_OFFICE = re.compile(
    rf"(?<!\w)(?:for|at|in|from|to)\s(?:the|our|its|their)\s(?P<name>{PLACE})\s"
    r"(?:(?:head|country|field|main|regional|branch|programme|project|liaison)\s)?office(?!\w)"
)


def employer_towns(text: str) -> Iterator[Span]:
    """What may be such a town, in order; whether it is one is for the caller to tell."""
    for found in _IN.finditer(text[:_FAR]):
        yield Span(*found.span(found.lastgroup or 0))
    for office in _OFFICE.finditer(text[:_FAR]):
        yield Span(*office.span("name"))
    for council in _COUNCIL.finditer(text[:_HEAD]):
        yield Span(*council.span("name"))
