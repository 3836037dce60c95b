"""The expressions for the words about addresses to apply at; their lists are in `data/facts_application.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.facts.folded import alternatives, one_of, pattern
from assistant.resources import table

_NUMBER = r"(?P<number>(?<![\w+])(?:\+|00)?\(?\d(?:[ ./()-]{0,2}\d){7,14})(?![\d@])"


@dataclass(frozen=True)
class AddressWords:
    """Expressions over folded text, one a list of the table."""

    apply: re.Pattern[str]
    send: re.Pattern[str]
    by_hand: re.Pattern[str]
    page: re.Pattern[str]
    not_page: re.Pattern[str]
    fetched: re.Pattern[str]  # what is only downloaded there: "application form (download: www.…)"
    privacy: re.Pattern[str]
    information: re.Pattern[str]
    asked_behind: re.Pattern[str]
    other: re.Pattern[str]
    other_behind: re.Pattern[str]
    other_name: re.Pattern[str]
    hiring_name: re.Pattern[str]
    refused: re.Pattern[str]
    refused_behind: re.Pattern[str]
    refused_aside: re.Pattern[str]  # in brackets: "Information (no applications)"
    kept_behind: re.Pattern[str]  # "info@… is for visitors", « est réservée aux demandes de visa »
    not_called: re.Pattern[str]
    alone: re.Pattern[str]
    by_page: re.Pattern[str]  # « sur la page … », "use the page …"
    visited: re.Pattern[str]  # "please go to", « rendez-vous sur »
    filled: re.Pattern[str]
    linking: re.Pattern[str]
    copy: re.Pattern[str]
    copied: re.Pattern[str]
    page_path: tuple[str, ...]
    message: re.Pattern[str]
    call: re.Pattern[str]
    numbered: re.Pattern[str]  # « envoyez votre CV sur ce numéro 76 41 22 09 »
    applying: re.Pattern[str]


_VISITED = re.compile(
    r"(?<!\w)(?:go to|visit|head to|log on to|log in (?:to|at)|sign (?:in|up) (?:to|at|on)"
    r"|rendez-vous sur|allez sur|va sur|aller sur|connectez-vous sur)"
    r"[ :]{1,3}$"
)


_NUMBERED = re.compile(
    r"(?<!\w)(?:sur|au|a|to|on|at) (?:(?:ce|le|mon|notre|this|the|my|our|following) ){1,2}"
    r"(?:numero|number|phone|tel\w*)"
    rf"(?: suivant| below| ci-dessous)?[ :(]{{1,3}}{_NUMBER}"
)


@cache
def address_words() -> AddressWords:
    """The expressions, made once."""
    apply = table("facts_application.toml")["apply"]
    for_what = (
        r"[ (,:-]{0,4}(?:(?:is|are|est|sert|pour|for|reserve\w{0,2}|only|aux?|qui|c'est|l'adresse|des|l[ea]s?) ){0,3}"
    )
    return AddressWords(
        apply=pattern(apply["words"]),
        by_hand=pattern(apply["by_hand"]),
        send=pattern(apply["send"]),
        page=pattern(apply["page"]),
        not_page=pattern(apply["not_page"]),
        fetched=re.compile(rf"{alternatives(apply['fetched'])}[^.;]{{0,25}}$"),
        privacy=pattern(apply["privacy"]),
        information=pattern(apply["information"]),
        asked_behind=re.compile(rf"{for_what}(?:[\w']+ )?{alternatives(apply['information'])}"),
        other=pattern(apply["other"]),
        other_behind=re.compile(rf"{for_what}{alternatives(apply['other'])}"),
        other_name=re.compile(rf"(?<![a-z])(?:{'|'.join(apply['other_names'])})(?![a-z])"),
        hiring_name=re.compile(rf"(?<![a-z])(?:{'|'.join(apply['hiring_names'])})"),
        refused=re.compile(
            rf"{alternatives(apply['refused'])}[^,:;]{{0,60}}$"
            rf"|{alternatives(apply['not_applications'])}[ !.]?\)?(?: ?:| to| at| a| au| via)? ?$"
            r"|(?<!\w)(?:nor|ni|not) (?:to |at |a )?$"
        ),
        refused_aside=re.compile(
            rf"\([^()]{{0,20}}{alternatives(apply['refused'])}[^()]{{0,30}}\)|\((?:{one_of(apply['alone'])})\)"
        ),
        refused_behind=pattern(apply["refused_behind"]),
        kept_behind=re.compile(
            r"[ ,(]{0,3}(?:(?:qui|which|that) )?(?:est|is|are|sont) (?:(?:uniquement|seulement|strictly|only|there) )?"
            r"(?:reserved? (?:for|to)|reserve\w{0,2} (?:a|aux?)|for)(?!\w)"
            rf"(?! (?:[\w']+ ){{0,2}}{alternatives(apply['words'])})"
        ),
        not_called=pattern(apply["not_called"]),
        alone=pattern(apply["alone"]),
        by_page=re.compile(
            rf"(?<!\w)(?:{one_of(apply['by'])}) (?:[\w-]+ ){{0,2}}(?:{one_of(apply['pages'])})(?: [\w-]+)? ?[:,(]? ?$"
        ),
        visited=_VISITED,
        filled=re.compile(rf"[\s,]{{1,2}}(?:(?:et|and|puis|then|to|pour) )?(?:y )?{alternatives(apply['filling'])}"),
        linking=re.compile(r"[\W\d]*(?:(?:et|ou|and|or|copie|avec|copy|with|en|cc|cci|bcc|a|to|by|via)\b\W*){0,4}"),
        copy=pattern(apply["copy"]),
        copied=re.compile(rf"{alternatives(apply['copy'])}[ :]{{0,4}}(?:(?:a|to) )?$"),
        page_path=tuple(apply["page_path"]),
        message=_message(apply),
        call=_call(apply),
        numbered=_NUMBERED,
        applying=pattern(apply["applying"]),
    )


def _message(apply: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """A number to send messages to, behind or before the name of a messenger."""
    return re.compile(
        rf"(?<!\w)(?P<before>{one_of(apply['messengers'])})(?!\w)"
        # "whatsapp your CV and a 2-min video to 079 …"
        rf"(?:[^\d\n.;!?@]{{0,40}}|[^\n.;!?@]{{0,120}}?\s(?:to|au)\s(?:[a-z'-]{{2,15}}\s){{0,2}}){_NUMBER}"
        rf"|{_NUMBER.replace('number', 'second')}\W{{0,4}}(?:(?:on|par|via|sur|by|through) )?"
        rf"(?P<behind>{one_of(apply['messengers'])})(?!\w)",
        re.IGNORECASE,
    )


def _call(apply: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """A number to call or to write to: "Text your name and a photo of your LC1 letter to Brenda 0772 …"."""
    return re.compile(
        rf"(?<!\w)(?:{one_of(apply['callers'])})(?!\w)"
        rf"(?:[^\d\n.;!?@]{{0,60}}|[^\n.;!?@]{{0,120}}?\s(?:to|at|on|au|a)\s(?:[a-z'-]{{2,15}}\s){{0,3}}){_NUMBER}"
    )
