"""Words that look like a degree's and are others: skills, letters of a trade, prizes. In `data/facts_degree.toml`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant.domain import Modality, Span
from assistant.facts.folded import one_of
from assistant.facts.modality import modalities
from assistant.facts.pieces import Piece
from assistant.resources import table

_NEAR = 60  # characters about « agrégation » in which data may be what is joined
_BESIDE = re.compile(  # "a BA in history", « BA, 3 ans », "BA/MA"
    r"\s{0,2}(?:$|[,.;:)]|(?:in|of|or|and|ou|et|en|degree|level)\b|\(?hons|[/-]\s?(?:ma|mba|bs|bsc|ba|msc|level)\b)"
)

# « un BT d'électricité », « CAP ou BT »; low voltage bears the same letters
_BT = re.compile(
    r"(?<!\w)(?:une?|niveau|diplomes?|titulaires?|cap|bep|bp|bts|brevet)\W{1,3}(?:(?:ou|d'un|et)\s(?:un\s)?)?$"
)

# Certificates told by their grade or level: « diplôme A1 », "NQF 5", "trade test grade II", « DEP en mécanique »
CERTIFICATES = (
    r"diplome\s(?:de\sniveau\s)?[ad][0-7](?!\s(?:de\s|d'|en\s)(?:langue|francais|anglais|allemand|arabe|espagnol))"
    r"(?:\sen\s[^\W\d]{4,})?"
    r"|a[0-3]\s(?:diploma|certificate|degree)|brevet\s(?:de\sniveau\s)?a[0-3](?!\w)"
    r"|a[0-2]\sin\s(?!french|english|german|arabic|spanish|italian|dutch|portuguese|the\s|your\s|both|all\s"
    r"|speaking|listening|reading|writing)[^\W\d]{4,}(?:\s[^\W\d]{4,})?"
    # « diplômée d'une école d'infirmières », « inscrit(e) en M2 hydrologie »
    r"|diplome(?:\(e\)|[.·-]?e)?s?\s(?:d'|de\s)une?\s(?!(?:grande\s)?ecoles?\s(?:d'\s?ingenieur|de\scommerce))"
    r"(?:grande\s)?(?:ecole|institut|faculte|universite|centre\sde\sformation)"
    r"(?:\s(?:d'\s?|de\s|du\s|des\s|en\s)[^\W\d]{4,})?"
    r"|a[0-3]\sen\s(?!francais|anglais|allemand|arabe|espagnol|italien|neerlandais|portugais|russe|chinois|langue|lecture"
    r"|ecriture|expression|comprehension|production|cours|tout)[^\W\d]{4,}(?:\s[^\W\d]{4,})?"
    # "your third or fourth year of a media programme", « en troisième année de licence »
    r"|(?:(?<=your )|(?<=their ))(?:second|third|fourth|fifth|final|last)"
    r"(?:\s(?:or|and)\s(?:third|fourth|fifth|final|last))?"
    r"\syear\sof\s(?:an?\s)?(?:[a-z-]{2,16},?\s){1,6}(?:programme|program|course|degree|studies)(?!\w)"
    r"|(?:(?<=en )|(?<=votre )|(?<=ta ))(?:deuxieme|troisieme|quatrieme|cinquieme|derniere|[2-5]e)"
    r"(?:\sou\s(?:en\s)?(?:troisieme|quatrieme|cinquieme|derniere|[3-5]e))?\sannee\s(?:de\s|d')"
    r"(?=licence|master|bachelor|bts|etudes|ecole|droit|medecine|journalisme|psychologie|gestion|sciences|cycle)"
    r"(?:ecole\s(?:de\s|d')|etudes\s(?:de\s|d'|en\s))?[^\W\d]{3,}(?:\s(?:de\s|d'|en\s)[^\W\d]{4,})?"
    r"|(?:inscrit(?:e|\(e\)|[.·-]e)?s?|(?<!des )(?<!nos )etudiant(?:e|\(e\)|[.·-]e)?)\sen\s(?:m[12]|l3)(?!\w)"
    r"(?:\s[^\W\d]{5,}(?:\s(?:ou|et)\s[^\W\d]{5,})?)?"
    r"|level\s(?:[2-9]|10|[iv]{1,3})\s(?:honou?rs\s|\(hono?u?rs\)\s)?(?:certificate|diploma|award|degree|qualification)"
    r"|(?:government\s)?trade\stest\s(?:certificate\s)?(?:grade|level|class)\s(?:\d|[iv]{1,3})"
    r"|(?:nqf|nta|nfq|qqi|rqf|scqf|eqf)\s(?:level\s)?\d{1,2}(?!\s(?:cert|dipl|award|degr|qual))"
    r"|tvet\s(?:level\s(?:\d|[iv]{1,3})|diploma|certificate)"
    r"|n[2-6]\s(?:certificate|diploma|qualification)"
    r"|cert(?:ificate|\.)?\s(?:i{1,3}|iv|[1-4])\sin\s[^\W\d]{4,}(?:\s[^\W\d]{4,})?"
    r"|1[02]\s?\+\s?[1-4](?=\s(?:diploma|certificate|years?\sof\s(?:education|study)|education|tvet))"
    r"|(?:dep|dec|aec|asp|des)(?=\s(?:en\s[^\W\d]{4,}|ou\s(?:l'|une?\s)?(?:equivalent|dec|aec|dep|des)|technique\s))"
    r"|(?:nd|nce|ond)(?=\s?/\s?(?:hnd|nce|ond)|\s(?:in\s(?!the\b)[^\W\d]{4,}|or\s(?:hnd|nce|its equivalent)))"
    r"|(?:9|10|11|12)(?:th)\s(?:grade|pass|complete|standard)|class\s(?:10|12|x|xii)\s(?:pass|certificate)"
    r"|(?:(?:9|10|11|12)e|douzieme|onzieme)\sannee(?!\s(?:consecutive|d'existence|de\ssuite))"
    r"|secondaire\s(?:3|4|5|iii|iv|v)(?!\w)|licenciee?s?\sen\s[^\W\d]{5,}|graduee?s?\sen\s[^\W\d]{5,}"
    r"|(?:premier|second|deuxieme|troisieme)\scycle\suniversitaire"
    r"|certificat\sde\s(?:qualification|capacite)\s(?:professionnelle\s)?(?:de\s|d'|en\s)[^\W\d]{4,}"
    r"|diploma\sfrom\san?\s(?:[a-z]{3,}\s){1,3}(?:school|college|institute|university)"
    r"|(?:dvs|dcs|acs)(?:\s\((?:dep|dec|aec)\))?(?=\sin\s[a-z]{4,})|(?:dep|dec|aec)(?=\sin\s[a-z]{4,})"
    r"|svq\s(?:level\s)?[1-7](?:\sin\s[^\W\d]{4,}(?:\s[^\W\d]{4,})?)?"
    r"|titre\s(?:d'|de\s)[^\W\d]{3,}(?:\s[^\W\d]{4,}){0,2}(?=,?\s\(?(?:rncp|niveau\s\d|de\sniveau\s\d))"
    r"|titre\s(?:universitaire|academique)(?:\sen\s[^\W\d]{4,}(?:\s[^\W\d]{4,})?)?"
)
_TOLD = re.compile(
    r"(?<!\w)(?:niveau|diplome|titulaires?"
    r"|(?:titulaires?|porteu(?:r|se)s?|detent(?:eur|rice)s?|benefice|possession) (?:du|d'un)"
    r"|(?:avoir|avez|possede\w{0,2}) le|holders? of|hold"
    r"|have|having|holding|certificate|certificat|minimum|education|formation|qualifications?|studies|etudes|requirements?|exigences?|requise?s?|required)"
    r"\s?:?\s(?:an?\s|the\s|un\s)?$"
)
_SAID = re.compile(
    r"\s?/\s?(?:hsc|ssc|ged|bepc|a-level)|\s\(?(?:pass(?:ed)?|certificates?|diploma|holders?|minimum|exige|requis"
    r"|suffit|obligatoire|in nursing|nursing|or (?:its )?(?:equivalent|higher|above|better)"
    r"|ou (?:plus|equivalent|superieur))(?!\w)"
)
# « avoir terminé la 12e année », and not the year of a project
_YEAR = re.compile(r"(?:\d{1,2}e|douzieme|onzieme) annee")
_SCHOOLED = re.compile(
    r"(?<!\w)(?:termine\w{0,2}|acheve\w{0,2}|complete\w{0,2}|fini\w{0,2}|reussi\w{0,2}|niveau|scolarite|etudes|diplome|minimum"
    r"|equivalent\w{0,2}|formation|scolaire)\W{1,3}(?:de |d'|a )?(?:la |une |votre |sa |leur |ta )?$"
)
# « CAP en deux ans », "BTEC over two years": what the job leads to
_IN_YEARS = re.compile(
    r"\s(?:[^\W\d]{4,}\s){0,2}(?:en|over)\s(?:\d|une?|deux|trois|one|two|three)\s(?:ans?|annees?|years?)\b"
)

_COUNT = r"(?:\d|une?|deux|trois|quatre|cinq|one|two|three|four|five)"
_OTHERS = (  # studies that are told and have no name of a degree
    rf"{_COUNT}\s(?:ans?|annees?)\s(?:d'etudes?\s(?:superieures?\s|universitaires?\s)?)?(?:apres|post)[\s-](?:le\s)?bac"
    rf"|{_COUNT}\s(?:ans?|annees?)\sd'(?:etudes?\s(?:superieures?|universitaires?)|universite)"
    rf"|{_COUNT}[\s-]years?\s(?:of\s)?(?:university|college|tertiary|post-secondary|higher)"
    r"(?:\s(?:course|degree|study|studies|education|programme|program))?(?:\sin\s[^\W\d]{4,})?"
    r"|\d(?:e|eme|re|ere)\s(?:annee\s)?(?:du\s)?secondaire"
    r"|laureat(?:\(e\)|[.·-]?e)?s?\s(?:de\s|d'\s?|du\s|des\s)(?:l'\s?|la\s|une?\s)?[^\W\d]{3,}(?:\sd'\s?[^\W\d]+)?"
    r"|(?:issue?s?|sortie?s?|sortante?s?|passee?s?)\s(?:d'|de\s|par\s)(?:une?\s|l'\s?|la\s)?"
    r"(?:grande\s)?(?:ecole|institut|faculte|universite|filiere)(?:\s(?:d'\s?|de\s|du\s|des\s)?[^\W\d]{4,}){1,2}"
    r"|(?:university\s|college\s)?(?<!post)(?<!under)graduates?\s(?:in|of)\s(?!the\b)[^\W\d]{3,}(?:\s[^\W\d]{4,})?"
    r"|graduated\s(?:in|from)\s[^\W\d]{3,}(?:\s[^\W\d]{4,})?"
    r"|(?<!\d\s)(?<!\d)m[12](?=\s(?:en|in|ou|or)\s)"
    r"|(?:(?<=\sun )|(?<=^un )|(?<=d'un )|(?<=- )|(?<=: ))(?:m[12]|l3)"
    r"(?=\s(?:de\s|d'\s?)(?!surface|bureau|plus|moins)[^\W\d]{4,})"
    r"|(?:docteur|doctor|doctorante?)\s(?:en|es|of|in)\s[^\W\d]{5,}"
    r"|(?:(?<=profil : )|(?<=profil: )|(?<=diplome : )|(?<=niveau )|(?<=formation : )|(?<=etudes : )|(?<=diplome de )"
    r"|(?<=candidat est )|(?<=candidate est )|(?<=ideal est )|(?<=ideale est )|(?<=vous etes )|(?<=tu es )|^)"
    r"technicien(?:ne)?s?\s(?:special|super)\w{3,7}(?:\s\([^()]{2,30}\))?(?:\s(?:en\s|d')[^\W\d]{4,}(?:\s[^\W\d]{4,})?)?"
)

# An engineer, who may be the job that is offered (`is_job`).
ENGINEER = (
    r"ingenieure?\s(?:agronome(?!\sou\sequivalent)|agricole|(?:en|des|de(?=\stravaux))\s[^\W\d]{4,}(?:\s[^\W\d]{4,})?)"
)
# « grade d'un établissement d'enseignement postsecondaire reconnu », "degree from a recognized university"
_SCHOOL = r"(?:etablissement|institution|universite|college|ecole)"
_OF_SCHOOL = (
    rf"(?:grade|diplome)\s(?:(?:universitaire|d'etudes\s(?:superieures|postsecondaires))\s)?"
    rf"(?:d'|delivre\spar\s)une?\s{_SCHOOL}(?:\sd'enseignement)?"
    r"(?:\s(?:post-?secondaire|superieure?|universitaire|(?:reconnu|agree|accredite)e?)){1,3}"
    r"|degree\sfrom\san?\s(?:(?:recogni[sz]ed|accredited|approved|reputable)\s)"
    r"(?:(?:post-?secondary|tertiary|higher|educational|academic)\s){0,2}(?:institution|university|college|school)"
    r"|(?:\d|une?|deux|trois|quatre)\s(?:ans?|annees?)\sd'etudes?\s"
    r"(?:dans\sun\s(?:programme|etablissement)\s(?:d'enseignement\s)?)?post-?secondaires?(?:\sreconnue?s?)?"
)
# « le diplôme de carrossier », « d'une fleuriste »: of whatever trade
_TRADE = (
    r"diplome\s(?:de\s|d'\s?)(?!premier|dernier|honneur|valeur|niveau|bonheur|rigueur)[^\W\d]{3,}"
    r"(?:iste|eur|euse|trice|ien|ienne|ier|iere|cher|chere|ger|gere|intre|graphe|icien|icienne)(?:-[^\W\d]{4,})?"
)
LEVELLED = f"{_OTHERS}|{CERTIFICATES}|{ENGINEER}|{_OF_SCHOOL}|{_TRADE}"
_IS_ENGINEER = re.compile(  # « vous êtes », « Études ....... »
    r"\b(?:vous etes|tu es|etre|etes|soyez)\s(?:une?\s)?$"
    r"|(?:^|[.;|]\s)\W{0,6}(?:niveau|etudes?|formation|diplomes?|education|scolarite)"
    r"(?:\s(?:d'\s?etudes?|de\sformation|requise?s?|exigee?s?|minimum|minimale?|demandee?s?|souhaitee?s?|academique"
    r"|scolaire)){0,3}\s?(?::|\||\.{3,60}|_{3,60})[\s|]{0,20}$"
)
_OF_SUBJECT = re.compile(r"\s(?:of|in)\s(?!Ceremonies\b|The\b)[A-Z]")


# "hold the National Pool Lifeguard Qualification", as written
NAMED_QUALIFICATION = re.compile(
    r"(?:(?<=[Hh]old )|(?<=[Hh]olding )|(?<=[Hh]older of )|(?<=[Hh]ave )|(?<=[Pp]ossess )|(?<=[Ww]ith ))"
    r"(?:the|an?|your)\s"
    r"(?P<name>(?:Level\s\d\s)?(?:[A-Z][a-zA-Z-]{2,}\s){2,4}(?:Qualification|Diploma))\b"
)


def is_of_subject(piece: Piece, span: Span) -> bool:
    """Whether a bachelor's or master's subject follows: "Master of Laws", "Bachelor of Nursing"."""
    return span.of(piece.folded) in ("bachelor", "master") and _OF_SUBJECT.match(piece.raw, span.end) is not None


def is_job(piece: Piece, span: Span) -> bool:
    """Whether an engineer is the job, and not what a candidate is to be: « Ingénieur en génie civil, dix ans de … »."""
    if not re.fullmatch(ENGINEER, span.of(piece.folded)):
        return False
    before = piece.folded[: span.start]
    listed = not re.search(r"[^\W\d_]", before) and piece.folded.startswith(",", span.end)
    return piece.start < piece.posting.title.end or not (listed or _IS_ENGINEER.search(before))


def without_behind(piece: Piece, span: Span) -> Modality:
    """What is made of a degree by what stands before it: « nous apprécions une licence, peu importe laquelle »."""
    found = modalities(replace(piece, end=piece.start + span.end, folded=piece.folded[: span.end]), [span])[0]
    return "required" if found == "none" else found


def _is_doubtful(text: str, span: Span) -> bool:
    """Whether letters that are other things, too, stand beside no word of a diploma: « l'outil de GED »."""
    if span.of(text) not in table("facts_degree.toml")["names"]["doubtful"]:
        return False
    told = _TOLD.search(text, max(0, span.start - _NEAR), span.start) or _SAID.match(text, span.end)
    return told is None


def is_other_word(text: str, span: Span) -> bool:
    """Whether the words at `span` of a folded text are no degree: « bonne maîtrise en gestion », « l'équipe BA »."""
    words = span.of(text)
    if _IN_YEARS.match(text, span.end) or _is_doubtful(text, span):
        return True
    if words == "a level":  # "you hold a Level 6 certificate"
        return re.match(r"\s\d", text[span.end :]) is not None
    if words.startswith("maitrise en"):
        behind = text[span.start + len("maitrise en") : span.end + _NEAR]
        return bool(_list("skilled_before").search(text, 0, span.start) or _behind().match(behind))
    if words.startswith("agregation"):
        return "donnee" in text[max(0, span.start - _NEAR) : span.end + _NEAR] or "data" in text[span.end :][:_NEAR]
    if _YEAR.fullmatch(words):
        return not _SCHOOLED.search(text, max(0, span.start - _NEAR), span.start)
    if words.startswith("laureat"):
        return _prizes().search(words) is not None
    if words == "bt":
        return not _BT.search(text, max(0, span.start - _NEAR), span.start)
    return words in table("facts_degree.toml")["names"]["letters"] and not _BESIDE.match(text, span.end)


@cache
def _list(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('facts_degree.toml')['names'][key])})\s$")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{one_of(table('facts_degree.toml')['names']['skilled_behind'])})(?!\w)")


@cache
def _prizes() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('facts_degree.toml')['names']['prizes'])})(?!\w)")


def is_of_address(folded: str, span: Span) -> bool:
    """Whether a word stands in the address of a page: « https://…/cursus/master-informatique »."""
    start = max(folded.rfind(blank, 0, span.start) for blank in " \n(<[") + 1
    return "://" in folded[start : span.start] or folded.startswith("www.", start)
