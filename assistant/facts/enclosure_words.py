"""The expressions for the words about documents; their lists are in `data/facts_application.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.domain import Span
from assistant.facts.folded import alternatives, pattern
from assistant.resources import table

_COPIED = re.compile(r"(?:une? |an? |la |the )?(?:photo)?(?:copie?s?|copy|scans?|photos?)\s")
_SHARED = re.compile(
    r",? (?:et|and|ainsi que|as well as) (?:(?:of|du|des|de) |d' ?)(?:(?:la|the|your|votre|vos|sa|ses|ma|mes) |l')?"
)

_FILE_LINE = re.compile(r"\W{0,3}(?:\d{1,2}|[ivx]{1,4}|[a-h])?\W{0,4}(?:le |votre )?dossiers?(?: complet)?\W{0,4}")
_VALUE = r" {0,4}(?::| de :|=|\||\t|\.{3,}[ .]*) {0,2}"  # between a label and what it tells
OF_PAPERS = re.compile(
    r"piece|document|paper|papier|dossier|send|enclos|attach|checklist"
    r"|a (?:envoyer|joindre|fournir|remettre|deposer|apporter|produire)"
)
_FILE_HOLDS = re.compile(
    r"(?<!\w)(?<!notre )(?<!nos )(?<!our )"  # what those hold is offered, not asked for
    r"(?:dossiers?|offres?|candidatures?|soumissions?|propositions?|applications?|proposals?|bids?|offers?"
    r"|submissions?|package)(?!\w)[^.:]{1,60}?(?:compren|compor|contien|conten|compose|constitu|includ|contain|consist)"
    r"\w{0,8}[^.:]{0,20}(?::|$)"
    r"|(?<!\w)(?:dossiers?|demandes?|candidatures?|applications?|offres?|bids?)(?!\w)[^.:]{1,90}(?<!\w)"
    r"(?:avec|accompagnee?s? (?:de|des)|with|together with|accompanied by) ?:\s*$"
)
_GOING = re.compile(  # "Come to the Admin room with your CV", « se présenter au bureau, porte 4, avec … »
    r"(?<!\w)(?:come|drop in|call|walk in|report|whatsapp|text)(?: [\w'-]{1,14}){0,2}? (?:to|at|by|on|along|in)(?!\w)"
    r"[^.;:!?]{0,70}? with (?=\S)|(?<!\w)(?:have|keep|preparez|prepare) "
    r"(?=[^.;:!?]{4,100} (?:ready|prete?s?)"
    r"(?: (?:to|a) (?:upload|attach|send|scan|telecharger|envoyer|joindre))?(?!\w))"
    r"|(?<!\w)come (?:along )?with (?=\S)"
    r"|(?<!\w)(?:dossiers?|applications?)(?: complete?s?)? \((?=[^()]{12,160}\))"
    r"|(?<!\w)(?:se presenter|presentez-vous|presente-toi|venez|passez|viens|passe|s'inscrire"
    r"|inscrivez-vous|inscriptions?|sign up|register)(?!\w)(?:[^.;:!?]|(?<=(?<!\w)m)\.|(?<=(?<!\w)mme)\.){0,90}?"
    r" (?:avec|muni\w{0,2} de|muni\w{0,2} d') ?"
)
_YOURS = re.compile(  # "bring your food handler's certificate", « pensez à joindre votre dernier bulletin »
    r"(?<!\w)(?:bring|carry|apporte[zr]?|(?:pensez|pense) a (?:joindre|apporter)"
    r"|(?:remember|don't forget) to (?:bring|attach)) (?:along )?"
    r"(?=(?:your|votre|vos|ton|ta|tes) )"
)
_EACH_TIME = re.compile(r"(?<!\w)(?:chaque|each|every) (?:mois|semaine|jour|fois|month|week|day|time)(?!\w)")
_NOT_HANDED = re.compile(
    r"(?<!\w)(?:consultant|prestataire|soumissionnaire|contractor|familles?|families|parents|beneficiaires?"
    r"|beneficiaries|eleves|pupils|patients?|clients?)\w*(?!\w)[^.;:]{0,40}$|(?<!\w)(?:not|never|ne)(?: pas)? $|n't $"
)
OF_PERSON = re.compile(
    r"certifica|attestation|cop(?:ie|y)|photo|pics|voice|picture|diplom|extrait|(?<!\w)(?:acte|carte|card|permis|passe?port|cin|cni"
    r"|id|caces|family book|livret|fitness|papers"
    r"|recommendation|letters?|birth|identite|medical|demande|releve|slip|bulletin|transcript"
    r"|vocal|video|portfolio|quote|casier|payslips?|fiches?|pic|proof|charte)(?!\w)|licen[cs]e|envelop|testimonial"
)
_ANOTHER = r"(?:une? |an? |the |les? |la |l'|vos |votre |your |copie|copy|\d|\(_{1,3}\)|deux |trois |one |two |three )"
LEAST_PAPERS = 2  # behind a verb of handing in that show what is asked for


@dataclass(frozen=True)
class Words:
    """Expressions over folded text, one a list of the table."""

    document: re.Pattern[str]
    with_file: re.Pattern[str]
    send: re.Pattern[str]
    attach: re.Pattern[str]
    lists: re.Pattern[str]
    not_asked: re.Pattern[str]
    headed: re.Pattern[str]
    headed_end: re.Pattern[str]
    weak: re.Pattern[str]
    article: re.Pattern[str]
    no_document: re.Pattern[str]
    instead: re.Pattern[str]  # from the words on that lead to what another document takes the place of
    undemanded: re.Pattern[str]
    handing: re.Pattern[str]
    passive: re.Pattern[str]  # "… are to be left in the box"
    later: re.Pattern[str]
    leads: re.Pattern[str]
    listing: re.Pattern[str]
    list_label: re.Pattern[str]
    telling: re.Pattern[str]
    sent: re.Pattern[str]
    no_item: re.Pattern[str]
    counted: re.Pattern[str]
    whole_file: re.Pattern[str]
    list_end: re.Pattern[str]
    list_cut: re.Pattern[str]


_LIST_END = re.compile(
    r"[.!?](?: |$)(?<!\bcert\. )"
    r"| (?:a l'adresse|a envoyer|to be sent|to the address|est a |sont a |before|avant le|au plus tard)"
    r"|,? (?:in|sous|dans) (?:(?:an?|one|two|une?|deux|double|separate|sealed) ){1,3}(?:\w+ )?"
    r"(?:envelopes?|enveloppes?|plis?)(?!\w)"
    r"|,? (?:(?:a|to|at|via|sur|chez|aupres de|par (?:mail|courriel|e-?mail) a|by e-?mail to) )?\S{1,64}@"
)
_LIST_CUT = re.compile(
    r" {0,2}[,;] {0,2}(?:et |and |ainsi qu[e'] {0,1}|plus |ou )?| {1,2}[/+&–-] {1,2}|\s?\n\s*"
    r"| (?:et|and|ainsi que|as well as|plus) "
    rf"(?={_ANOTHER})"
)


@cache
def words() -> Words:
    """The expressions, made once."""
    document = table("facts_application.toml")["document"]
    several = r"(?:(?<!\w)(?:\d{1,2}|une?|deux|trois|two|three) {1,2})?"
    return Words(
        document=re.compile(alternatives(document["sure"])),
        with_file=re.compile(several + alternatives(document["with_file"])),
        send=pattern(document["send"]),
        attach=pattern(document["attach"]),
        lists=pattern(document["lists"]),
        headed=_headed(several, document["heads"], document["own"]),
        headed_end=re.compile(rf"[,;.:()@\"]| [-+]|\s{alternatives(document['head_ends'])}|\sa\s(?=\S{{1,64}}[@(])|$"),
        not_asked=re.compile(rf"(?<!releve de )(?:{pattern(document['not_asked']).pattern})"),
        handing=re.compile(rf"(?<!vous ){alternatives(document['handing'])}"),
        weak=pattern(document["weak"]),
        article=re.compile(r"(?:une?|le|la|les|des|vos|votre|an?|the|your|some|two|three|deux|trois|\d) "),
        no_document=_no_document([*document["none"], *document["instead"]]),
        instead=re.compile(rf"[ ,]{{0,2}}{alternatives(document['instead'])}.*"),
        undemanded=_undemanded(document["undemanded"], document["unsent"]),
        passive=re.compile(
            rf" (?:(?:are|is) to be|must be|should be|doivent etre|doit etre|seront|sera|sont a|est a)"
            rf" {alternatives(document['handed'])}|(?<! not) (?:go(?:es)?|(?:are|is) to go) to(?!\w)"
            r"|(?<! ne) (?:vont|iront|sont a envoyer) (?:a|au|aux|chez)(?!\w)"
        ),
        later=pattern(document["later"]),
        leads=_leads([*document["attach"], *document["sending"]]),
        listing=re.compile(
            rf"{alternatives(document['listing'])}{_VALUE}|{alternatives(document['holds'])} "
            rf"|{alternatives([*document['attach'], *document['handing'], *document['sending']])}"
            r"[^.;:!?()]{0,40}:? ?(?=\((?:1|a|i)\) )"  # "shall furnish: (1) a profile; (2) …"
        ),
        list_label=re.compile(
            rf"\W*(?:{alternatives([*document['listing'], *document['telling'], *document['lists']])})\W*"
        ),
        telling=re.compile(
            r"\W*(?:(?:vos|votre|tes|ton|your|the|les?|la) )?"
            rf"{alternatives(document['telling'])}{_VALUE}"
        ),
        sent=_sent(document["sending"]),
        no_item=pattern(document["no_item"]),
        counted=re.compile(
            r"(?:\d{1,2}|an?|une?|your|ton|ta|tes|votre|vos|the|two|three|deux|trois|quelques|some|des)(?!\w)"
            rf"(?!,? ?{alternatives(document['streets'])})"
        ),
        whole_file=pattern(document["whole_file"]),
        list_end=_LIST_END,
        list_cut=_LIST_CUT,
    )


def _sent(sending: Sequence[str]) -> re.Pattern[str]:
    """The things that are sent to an address: « envoyez CV et diplôme à x@… »."""
    return re.compile(
        rf"{alternatives(sending)} (?P<things>[^.:;!?@]{{4,160}}?)(?<! and)(?<! et)"
        r",? (?:a|to|at|by e-?mail to|par (?:mail|courriel|e-?mail) a|a l'adresse) "
        r"(?:[^@.:;!?]{2,40}?[ ,(]{1,3})?\S{1,64}@"
    )


def opens_list(text: str) -> bool:
    """Whether a line leads to a list of documents: « Dossier à fournir », « Le dossier comprendra : »."""
    if text.strip(" *:-–") in table("facts_application.toml")["document"]["no_list"]:
        return False
    return bool(
        words().lists.search(text)
        or (words().list_label.fullmatch(text) and OF_PAPERS.search(text))
        or _FILE_LINE.fullmatch(text)
        or _FILE_HOLDS.search(text)
        or words().leads.search(text)
    )


def hands_in(text: str) -> bool:
    """Whether papers stand about a verb of handing in: « déposer un extrait de naissance et une copie du diplôme ».

    What a consultant delivers, families bring or someone already chosen has to show is none of them.
    """
    if _EACH_TIME.search(text) or words().later.search(text):
        return False
    if (yours := _YOURS.search(text)) and words().headed.match(text, yours.end()):
        return True
    passive = words().passive.search(text)
    if passive and _papers(text[: passive.start()]) >= LEAST_PAPERS:
        return not _NOT_HANDED.search(text[: passive.start()])
    verb = goes_with(text) or words().handing.search(text)
    if verb is None or _NOT_HANDED.search(text[: verb.start()]):
        return False
    # « les dossiers (formulaire rempli, copie du passeport) »: what stands in such brackets is no more than papers
    return _papers(text[verb.end() :]) >= (1 if verb.group().endswith("(") else LEAST_PAPERS)


def _papers(text: str) -> int:
    """How many papers of a person's own a text names."""
    found = [paper for each in (words().with_file, words().headed) for paper in each.finditer(text)]
    return len({paper.start() for paper in found if OF_PERSON.search(paper.group())})


def goes_with(text: str) -> re.Match[str] | None:
    """Where one is told to come, or to write, with something in hand."""
    return _GOING.search(text)


def shared_copies(text: str, known: Sequence[Span]) -> Iterator[Span]:
    """What a copy is of as well: « copie du diplôme et de la carte d'identité », "copies of X and of your passport"."""
    for place in known:
        further = _SHARED.match(text, place.end) if _COPIED.match(text, place.start) else None
        end = words().headed_end.search(text, further.end()) if further else None
        if further and end and further.end() < end.start():
            yield Span(further.end(), end.start())


def _leads(verbs: Sequence[str]) -> re.Pattern[str]:
    """The end of a line that leads to a list: « Merci de joindre », "Send us, in English or French:"."""
    plain = r"(?!(?:a|au|aux|to|at|by|via|par|avant|before|questions?)(?!\w))[\w'-]{1,20}"
    return re.compile(
        rf"(?<!ce qu'){alternatives(verbs)}"
        rf"(?: ?:?|,?(?: {plain},?){{1,6}} ?:)\s*$"
    )


def _headed(several: str, heads: Sequence[str], own: Sequence[str]) -> re.Pattern[str]:
    """The first words of a document: « attestation d'inscription », "your diploma"; « faire preuve de » shows none."""
    shown = "".join(rf"(?<!{verb} )" for verb in table("facts_application.toml")["document"]["shown_by"])
    return re.compile(rf"{several}{shown}{alternatives(heads)}|{_owned(own)}")


def _owned(nouns: Sequence[str]) -> str:
    """« Votre carte professionnelle », "your nursing diploma"."""
    return rf"(?<!\w)(?<!of )(?<!de )(?:votre|vos|ton|ta|tes|your) (?:[\w/'-]{{3,24}} ){{0,2}}{alternatives(nouns)}"


def _no_document(refusing: Sequence[str]) -> re.Pattern[str]:
    return re.compile(
        rf"{alternatives(refusing)}[ ']"
        r"(?:(?:us|me|nous|moi|avec) )?(?:d' {0,1}|de )?"
        r"(?:(?:une?|an?|any|de|d'|the|la|les?|des|your|votre|vos) {0,1})?"
        # "a CV or a cover letter": both are not to be sent
        r"(?:[\w-]{2,14}(?: [\w-]{2,14}){0,2} (?:or|nor|ou|ni) (?:de )?(?:(?:une?|an?|any|your|votre) )?)?$"
    )


def _undemanded(denied: Sequence[str], unsent: Sequence[str]) -> re.Pattern[str]:
    """« Les diplômes et certificats ne sont pas à joindre »: what stands behind a document."""
    other_way = r"(?! (?:par|via|sous|avant|apres|before|after|by|to|in|as|under|a|au|aux|en)(?!\w))"
    further = r"(?:,? (?:et|and|ou|or|ni) (?:les? |la |the |des )?[\w-]{3,16})?"
    return re.compile(rf"{further}[ (]{{1,2}}(?:{alternatives(denied)}|{alternatives(unsent)}{other_way})")


@cache
def referees() -> re.Pattern[str]:
    """Those who are to be named as referees: « les noms et téléphones de deux anciens employeurs »."""
    document = table("facts_application.toml")["document"]
    naming = alternatives(document["naming"])
    further = rf"(?:(?:,|,? (?:et|and|ou|or|&)) (?:[\w']{{1,14}} ){{0,3}}?{naming})*(?:\s?\([^()]{{2,40}}\))?"
    number = r"(?:(?:\d{1,2}|une?|deux|trois|two|three|one|vos|your|an?)(?:\s?\(\d{1,2}\))? )?"
    of = rf"(?:de |d'|of |for )(?:(?:at least|au moins) )?{number}(?:[\w'-]{{3,16}} )?"
    return re.compile(rf"(?:(?:les|the|vos|your) )?{naming}{further} {of}{alternatives(document['referees'])}(?!\w)")
