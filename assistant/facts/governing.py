"""What the headings above a list, or the line that announces it, make of what it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.domain import Modality, Posting
from assistant.facts import language_words
from assistant.facts.folded import folded, one_of
from assistant.lines import strip_bullet
from assistant.resources import table

_TITLE = 75  # characters of a line over a list that is its title though it has no colon
_LEAD_IN = 160  # characters of a line that announces a list
# A list item with a number or a sign that `strip_bullet` keeps
_COUNTED = re.compile(
    r"\s*(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})(?:[.)]|\s?°)\s|[A-Z]\.?\d{1,2}[.)](?:\s|$)|\d{1,2}(?:/|\s?[-–])\s(?=[^\W\d])|[>#=+]\s|[\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff])"
)
# « ce qui nous plairait », "what would be lovely", not "what you would do"
_MOOD = re.compile(
    r"(?:(?:and|et|what|it|that|which|things? that)\s(?:also\s)?)?"
    r"would (?:also |really )?(?:be|make|help|add|count|please)\b"
    r"|(?:what )?we(?:'d| would) (?:also |really )?(?:love|prefer)\b(?! (?:to (?:hear|meet|see)|you to))"
    r"|(?:(?:ce (?:qui|que|qu'on|qu'il)|ce|on|cela|ca)\s(?:nous\s|vous\s|n')?)?"
    r"(?!(?:devrait|faudrait|pourrait|extrait|portrait|retrait)\b)[a-z]{2,14}rai(?:en)?t\b"
    r"|(?:ce que )?nous (?:apprecie|aime|adore|prefere)rions\b"
    r"|(?:nous serions|on serait|we would be|we'd be) (?:aussi |tres |egalement |also |very |really )?"
    r"(?:heureux|heureuses|ravie?s?|contente?s?|enchantee?s?|happy|glad|pleased|delighted|thrilled)\b"
)
# « Utile : anglais », « Bienvenu ........ Excel », « [facultatif] anglais »: the label of a line
_LABEL = re.compile(
    r"[\W\d_]{0,6}(?:(?P<label>[^\W\d_][^:|\n()\[\]]{2,70}?(?:\s\([^()\n]{3,50}\))?)(?:\s?:\s(?:[–—•-]\s)?|\s?(?:\.{3,}|…{2,}|_{3,})\s?)"
    r"|(?<=[\[(])(?P<boxed>[^\[\]()\n]{3,30})[\])]\s)(?=[^\W_])"
)
_SAID_OF = re.compile(r"\b(?:est|sont|serait|seraient|sera|seront|is|are|would|will)\b")
_NOT_ASKED = re.compile(r"(?:non|pas|not) (?:exige|requis|demande|necessaire|required|needed|asked)\w{0,3}")
_NEEDED = (
    r"(?:compulsory|obligatory|required|mandatory|essential|necessary|obligatoires?|exigee?s?|requise?s?|indispensables?"
    r"|eliminatoires?|redhibitoires?|necessaires?|imperati(?:f|ve)s?|an? (?:must|condition|requirement)"
    r"|une (?:condition|obligation))\b"
)
_NONE_OF = re.compile(  # "none of these is compulsory", « aucun n'est éliminatoire », « sans que ce soit exigé »
    rf"\b(?:none|nothing|aucune?|rien)\b[^.;:]{{0,40}}?\b{_NEEDED}"
    rf"|\b(?:sans que (?:ce|cela|ca) soit|sans (?:pour autant )?etre|without (?:it )?being) {_NEEDED}"
)
_MORE_IF = re.compile(r"\W*(?:et |and )?(?:encore |even |d'autant |all the )(?:plus|mieux|more|better) (?:si|if)\b")
_OF_CRITERIA = re.compile(r"(?<!\w)(?:criteres?|criteria|competences|skills|qualifications|conditions|profile?)(?!\w)")
_DEMANDS = re.compile(r"(?:exigences|requirements)(?: (?:minimales|minimum|essentielles))?|minimum requirements", re.I)
# « On voudrait quelqu'un qui … » introduces the profile
_SOMEBODY = re.compile(
    r"(?<!chez )(?:quelqu'un|une? (?:personne|candidate?|collegue|profil)|someone|somebody"
    r"|a (?:person|candidate|colleague)|people)"
    r"(?: (?:qui|who|that|capable|able|de|with|avec)(?!\w)| ?:)"
)
# « Idéalement de formation Bac+5 » wishes for that and heads no list
_OWN_WISH = re.compile(r"\W*ideal(?:ement|ly),? (?:de |d'|titulaire|issu|diplome|avec|une? |with|an? |holding)[^:]*$")

_OF_ONE = re.compile(r"[^:\n]{3,40}\s?:\s*[^:\s]+(?:\s[^:\s]+){0,2}")  # a row of a table that was taken for a heading


class Governor:
    """Follows a section line by line and knows what modality its headings and lead-in lines give."""

    def __init__(self, path: Sequence[str], contrast: bool, *, inline: bool = False) -> None:
        """Begin at a section under the headings `path`; `contrast` is what `has_contrast` says of its posting.

        A last heading that is `inline` has what it governs on its own line: « Souhaité : le wolof. »
        """
        self._by_heading = _of_headings(path, contrast)
        self._above = _of_headings(path[:-1], contrast)
        self._inline = inline
        self._of_one = bool(path) and _OF_ONE.fullmatch(path[-1].strip(" *#")) is not None
        self._by_line: Modality | None = None
        self._listed: bool | None = None  # whether the list has list marks; None before it
        self._title = ""  # the short line before, which may be the title of a list without being a heading
        self._asked = False  # whether « Un plus ? » has begun the line

    def of(self, words: str, gap: str) -> Modality | None:
        """What governs the line of these words; `gap` stands between it and the line before."""
        lead, starred, item = words.partition("***")  # « Votre profil :***Idéalement Bac+5 », the first of a list
        if starred and lead.rstrip().endswith(":") and item.strip(" *"):
            self.of(lead, gap)
            return self.of(f"* {item}", "\n")
        head, _, below = words.partition("\n")
        if re.search(r"\w", below) and (
            weight := weight_of_heading(head)
        ):  # « Facultatives / allemand / permis B », one sentence
            return weight
        if self._asked and "\n" not in gap:
            return "asset"
        label = _LABEL.match(words) if "\n" in gap or not gap else None
        own = _of_label(label["label"] or label["boxed"], words[label.end() :]) if label else None
        self._asked = words.rstrip(" *").endswith("?") and _is_bare(strip_bullet(words).strip(" *?"), "weak")
        if label and self._of_one:  # « Permis : souhaité » says nothing of « Langues : arabe » below it
            self._by_heading = None
        if alone := _weight_of_counted(words):  # « 2) Non indispensables mais valorisées », over a list of its own
            self._by_line, self._listed, self._title = alone, None, ""
            return alone
        if self._listed is not True and weight_of_heading(words) == "required":  # « Exigé » below what is wished for
            self._by_line = None
        bulleted = strip_bullet(words) != words.lstrip() or _COUNTED.match(words) is not None
        titled = bulleted or ("\n\n" not in gap and (_opens(self._title) or weight_of_heading(self._title) is not None))
        if (
            titled
            and self._title
            and not _OWN_WISH.match(folded(self._title))
            and (announced := _announced(self._title) or weight_of_heading(self._title))
        ):
            self._by_line, self._listed = announced, None
        bare = words.strip(" *")
        within = gap != "" and "\n" not in gap  # of a line that has begun before
        if self._inline and not bulleted and "\n" in gap:
            self._by_heading, self._inline = self._above, False
        self._title = "" if within or bulleted or not _may_be_title(bare) else words
        if self._listed and not bulleted and "\n" in gap:
            self._by_line = self._by_heading = None
        elif self._listed is False and "\n\n" in gap:
            self._by_line = None
        self._listed = bulleted if self._listed is None else self._listed
        governed = own or self._by_line or self._by_heading
        if words.rstrip(" *").endswith(":"):
            self._by_line, self._listed = _announced(words), None
        return governed


def _may_be_title(bare: str) -> bool:
    """Whether a line may head a list without being a heading: it is short, no sentence, label or row of a table."""
    return len(bare) <= _TITLE and bare[-1:] not in ".;!?,:" and ": " not in bare and not bare.startswith("|")


def _weight_of_counted(words: str) -> Modality | None:
    """What a numbered line that is nothing but words of weight makes of the list below it."""
    counted = _COUNTED.match(words) is not None and len(words) <= _TITLE and not words.rstrip().endswith(":")
    return weight_alone(words) if counted else None


def has_contrast(posting: Posting) -> bool:
    """Whether a heading of the posting says what is required, so that another's wish is one."""
    return any(_has(section.heading, "strong") for section in posting.sections)


def weight_said(words: str) -> Modality | None:
    """What words that name nothing make of what they are said of: « ces points sont obligatoires »."""
    words = _without_denied(words)
    if any(_has(words, key) for key in ("weak", "wished", "letter_weak")) or _is_bare_wish(words):
        return "asset"
    return "required" if _has(words, "strong") or _has(words, "letter_strong") else None


def weight_alone(words: str) -> Modality | None:
    """What words of weight make of what they head, with nothing but such as « critères » beside: « Minimum exigé »."""
    return None if re.search(r"[^\W\d]", _about_it().sub("", folded(words))) else weight_said(words)


def _begins_with_thing(label: str) -> bool:
    """Whether a thing stands before a comma that what is behind it does not merely weigh: « Outil, non exigé : … »."""
    first, comma, rest = label.partition(",")
    return bool(comma) and _announced(first) is None and weight_alone(_without_denied(rest)) is None


@cache
def _about_it() -> re.Pattern[str]:
    """Words of weight, and what may stand beside them: « critères », "all of these are"."""
    data = table("facts_modality.toml")
    weights = [word for key in ("weak", "wished", "strong", "not_strong") for word in data["heading"][key]]
    words = [*weights, *data["legend"]["weak"], *data["legend"]["strong"], *data["legend"]["about"]]
    return re.compile(rf"(?<!\w)(?:{one_of(words)})(?!\w)")


def _of_label(label: str, rest: str) -> Modality | None:
    """What the label of a line makes of `rest`: nothing where it names a thing, « L'arabe est un plus : … »."""
    said = folded(label)
    bare = _heading_words("unused").sub(" ", _heading_words("denied").sub(" ", said))
    if bare != said and not _has(bare, "weak") and not re.search(r"[^\W\d]", _about_it().sub("", bare)):
        return None if ";" in rest else "none"
    if _NOT_ASKED.fullmatch(said):
        return None
    own = _heading_words("label_subject").match(said) is not None
    if not own and (_SAID_OF.search(said) or _begins_with_thing(said)):
        return None
    weight = None if language_words.names().search(said) else _announced(label)
    return None if weight == "none" else weight


def _announced(words: str) -> Modality | None:
    """The modality that a line ending in a colon gives its list."""
    if len(words) > _LEAD_IN:
        return None
    plain, words = words, _without_denied(words)
    if _is_denied(words) or (
        _has(plain, "unused") and not _has(_heading_words("unused").sub(" ", folded(plain)), "weak")
    ):
        return "none"
    if _has(words, "strong") and not _MORE_IF.match(folded(words)):
        return "required"
    wished = _has(words, "weak") or _is_mood(words) or _is_bare_wish(words)
    wished = wished or (_has(words, "wished") and not _is_title(words))
    return "asset" if wished else None


def _opens(words: str) -> bool:
    """Whether a line says of itself that it heads a list of wishes."""
    opening = _heading_words("opening").pattern
    bare = folded(words).strip(" *")
    return (
        _is_mood(words)
        or _is_bare_wish(words)
        or _has(words, "denied")
        or re.fullmatch(rf"(?:{opening})(?:\s\w+){{0,3}}", bare) is not None
        or _skills_wished().fullmatch(bare) is not None
    )


@cache
def _skills_wished() -> re.Pattern[str]:
    """« Compétences techniques souhaitées - appréciées », "skills (optional)": a noun of skills and words of a wish."""
    data = table("facts_modality.toml")["heading"]
    wish, nouns = (rf"(?:{one_of(data[key])})" for key in ("opening", "skills"))
    return re.compile(rf"{nouns}(?:\s[\w-]+){{0,2}}?(?:\W{{1,3}}(?:(?:et|ou|and|or)\s)?{wish})+\W?|{wish}\s{nouns}")


def _is_mood(words: str) -> bool:
    """Whether a line is a wish by its verb: « Ce qui nous ferait plaisir », "Would make us smile"."""
    said = folded(words).strip(" *#:-")
    return _MOOD.match(said) is not None and not _SOMEBODY.search(said)


def _is_bare_wish(words: str) -> bool:
    return _is_bare(words, "wished") or _is_bare(words, "bare")


def _is_bare(words: str, kind: str) -> bool:
    """Whether a line is nothing but a word of weight, perhaps with its number: « 3.2 Souhaitées »."""
    return _heading_words(kind).fullmatch(folded(words).strip(" *#:-.()[]0123456789")) is not None


def weight_of_heading(words: str) -> Modality | None:
    """What a heading that is nothing but a word of weight makes of what stands below it: « Critères exigés »."""
    words = _OF_CRITERIA.sub(" ", folded(words)).strip() or words
    if _DEMANDS.fullmatch(words.strip(" *:")):
        return "required"
    if _is_bare_wish(words) or _is_bare(words, "weak") or _is_bare(words, "letter_weak"):
        return "asset"
    return "required" if _is_bare(words, "strong") or _is_bare(words, "letter_strong") else None


def _without_denied(words: str) -> str:
    """The words of a line with « pas indispensable » for a wish."""
    return _NONE_OF.sub(" souhaitable ", _heading_words("not_strong").sub(" souhaitable ", folded(words)))


def _is_denied(words: str) -> bool:
    """Whether a heading asks for none of its list: « Il n'est pas utile d'avoir : », and wishes for nothing beside."""
    return _has(words, "denied") and not _has(_heading_words("denied").sub(" ", folded(words)), "weak")


def _is_title(words: str) -> bool:
    return len(words.split()) <= 4 and not _has(words, "one_thing")


def _of_headings(path: Sequence[str], contrast: bool) -> Modality | None:
    """What the headings above make of a list: the innermost that says anything decides."""
    for words in map(_without_denied, reversed(path)):
        if _is_denied(words):
            return "none"
        strong = _has(words, "strong")
        wished = _has(words, "wished")
        if (_has(words, "weak") or _is_mood(words) or _is_bare_wish(words)) and not strong:
            return "asset"
        if wished and not strong and (_has(words, "one_thing") or (contrast and "profil" not in folded(words))):
            return "asset"
        demands = strong or _DEMANDS.fullmatch(words.strip(" *:")) is not None
        if demands and not wished and not _has(words, "weak"):
            return "required"
    return None


def _has(words: str, kind: str) -> bool:
    text = folded(words)
    if kind == "weak" and _heading_words("other").search(text):
        return False
    return _heading_words(kind).search(text) is not None


@cache
def _heading_words(kind: str) -> re.Pattern[str]:
    part, key = ("legend", kind.removeprefix("letter_")) if kind.startswith("letter_") else ("heading", kind)
    words = one_of(table("facts_modality.toml")[part][key])
    return re.compile(rf"(?<![\w+])(?:{words})(?![\w+])")
