"""What there is to do on a job: its part of the posting, or the sentences that tell of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import dropwhile, pairwise

from assistant.asking.lexicon import Word, holds, is_job, words_of
from assistant.chunks import pieces_of
from assistant.domain import Language, Posting, Span
from assistant.infinitives import is_infinitive
from assistant.resources import table

_ELSEWHERE = ("profile", "skills", "conditions", "application", "organisation")
_NAME = 5  # words of a job's name
_LONG = 8  # sentences that are shown of a part
_FAR = 8  # words from those of a duty to one that tells of something else
_LABEL = 8  # words of a label within a line
_LABEL_END = re.compile(r"\s?:\s|(?<=\w)\s[-–—]\s")
_NUMBERED = re.compile(r"(?:\d{1,2}|[a-h])[.)]\s")  # « 1. », « a) »
_LISTED = 0.3  # share of list items from which a part is a list


def duties_of(posting: Posting) -> list[Span]:
    """The sentences on what there is to do, in their order, of a posting without a part for it; maybe none.

    An item of a list counts when the sentence that leads to the list does.
    """
    return list(_duties(posting))


@lru_cache(maxsize=64)
def _duties(posting: Posting) -> tuple[Span, ...]:
    found: list[Span] = []
    for section in posting.sections:
        own = section.kind not in _ELSEWHERE
        leading = section.kind == "other" and _is_the_post(words_of(section.heading))
        for piece in pieces_of(posting, section, Span(section.body_start, section.end)):
            text = piece.of(posting.text)
            item = not text.strip()[:1].isalnum() or _NUMBERED.match(text.strip()) is not None
            told = _tells(text, posting.language) or (leading and item and not _has_other_label(text))
            tells = told if own else section.kind == "organisation" and _is_led(text)
            if tells and (piece.start > posting.title.end or piece.end < posting.title.start):
                found.append(piece)
            leads = text.rstrip().endswith(":")
            leading = tells and (leads or item) if item or tells else leads and _is_the_post(words_of(text))
    return tuple(found)


def _tells(text: str, language: Language) -> bool:
    words = words_of(text)
    known = table("duties.toml")["duties"]
    told = bool(holds(words, known[language])) or _is_addressed(words, language) or is_infinitive(words, language)
    told = told or _is_of_the_post(words, language)
    return _is_led(text) or (told and not _is_overruled(words, language))


def _is_overruled(words: Sequence[Word], language: Language) -> bool:
    """Whether words of a profile or an offer stand in a sentence, and not far behind those of what there is to do."""
    known = table("duties.toml")["duties"]
    other = min((first for first, _ in holds(words, known["not"])), default=None)
    told = min((last for _, last in holds(words, known[language])), default=None)
    return other is not None and (told is None or other - told < _FAR)


def _is_led(text: str) -> bool:
    """« Les activités du métier : formation et information du personnel »: whatever the words behind."""
    label, rest = _labelled(text)
    return bool(rest and holds(words_of(label), table("duties.toml")["label"]["words"]))


def _has_other_label(text: str) -> bool:
    """« Il faut : le bac », in a list that began with « le travail : »."""
    label, rest = _labelled(text)
    return bool(rest and 0 < len(words_of(label)) <= _LABEL and not _is_led(text))


def _labelled(text: str) -> tuple[str, str]:
    """The label before a colon or a dash, of a few words, and what is behind it; nothing where there is none."""
    label, _, rest = _LABEL_END.sub("\n", text.strip(), count=1).partition("\n")
    return (label, rest.strip()) if len(words_of(label)) <= _LABEL else ("", "")


def _is_the_post(words: Sequence[Word]) -> bool:
    """« Rattaché au directeur, l'assistant de direction : », "The incumbent will:" leads to the tasks."""
    clause = words[max((n for n, word in enumerate(words) if word.apart), default=0) :]
    known = table("duties.toml")["duties"]
    named = [word for word in clause if word.form not in known["articles"]]
    short = 0 < len(named) <= _NAME and not holds(words, known["not"]) and not holds(words, known["whoever"])
    return short and any(_is_holder(word) for word in named)


def _is_addressed(words: Sequence[Word], language: Language) -> bool:
    """« Tu accueilles nos clients », "you train midwives"."""
    known = table("duties.toml")["addressed"]
    for person, verb in pairwise(words):
        endings = known[language].get(person.form, ())
        if (
            verb.form not in known["but"]
            and not verb.form.endswith("ee")
            and any(verb.form.endswith(ending) for ending in endings)
        ):
            return True
    return False


def _is_of_the_post(words: Sequence[Word], language: Language) -> bool:
    """« La comptable tient les livres », "the officer keeps the books", « le stagiaire filmera »."""
    verbs = table("duties.toml")["of_the_post"][language]
    if any(is_job(who.form) and verb.form in verbs for who, verb in pairwise(words)):
        return True
    return any(_is_coming(words[n + 1 :], language) for n, who in enumerate(words) if _is_holder(who))


def _is_holder(word: Word) -> bool:
    """A job's name, « la titulaire », "the incumbent"."""
    return is_job(word.form) or word.form in table("duties.toml")["coming"]["holders"]


def _is_coming(words: Sequence[Word], language: Language) -> bool:
    """Whether a verb of what is to come stands first, « filmera », or behind one: « recevra X et l'aidera »."""
    coming = table("duties.toml")["coming"]
    words = list(dropwhile(lambda word: word.form in coming["of"], words))
    if language == "en":
        after = words[1].form if len(words) > 1 else ""
        return bool(words) and words[0].form in coming["helpers"] and bool(after) and after not in coming["but"]
    verbs = [n for n, word in enumerate(words) if word.form.endswith(tuple(coming["endings"]))]
    if not verbs or verbs[0] > 0:
        return False
    told = [n for n in verbs if n == 0 or words[n].apart or words[n - 1].form in coming["further"]]
    return any(words[n].form not in coming["but"] for n in told)


def of_prose(posting: Posting, pieces: Sequence[Span]) -> list[Span]:
    """Of a long part that is no list, and so may hold anything, the sentences that tell what there is to do."""
    texts = [piece.of(posting.text).strip() for piece in pieces]
    listed = sum(not text[:1].isalnum() or text[-1:] not in ".!?:" for text in texts)  # an item ends in no stop
    if len(pieces) <= _LONG or listed > _LISTED * len(pieces):
        return list(pieces)
    told = [piece for piece in pieces if _tells(piece.of(posting.text), posting.language)]
    return told if len(told) > 1 else list(pieces)
