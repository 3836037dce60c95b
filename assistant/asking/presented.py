"""A job presented in a sentence, and asked about in the next: "Oxfam is hiring a cook in Dakar. What does it pay?"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assistant.asking.background import begins_asking
from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Intent, Reading
from assistant.domain import Language
from assistant.resources import table

_END = re.compile(r"[.!;:…–—]\s+(?=[^\W\d_])|\s-\s")
_CUT = re.compile(r"[.?!;:\n…–—]|\s-+\s")
_COMMA = re.compile(r",\s+(?=[^\W\d_])")
_ABOUT: dict[Language, str] = {"fr": "parle-moi du poste : {}", "en": "tell me about the job: {}"}
_OF_IT: dict[Language, str] = {"fr": "{}, pour ce poste ?", "en": "{}, for this job?"}
_FEW = 4  # postings that are compared
_SAYS_SOMETHING = 1  # words that may name a posting
_OF_SEVERAL = frozenset({"set", "count", "list"})


def of_the_one_presented(text: str, language: Language, read: Callable[[str], Reading]) -> Reading | None:
    """The reading of what is asked of the one job that the sentence before presents; None where none is presented.

    So is it with « Si Oxfam me prenait comme cuisinier, où vivrais-je ? », and "There's a job at the mill: who pays?".
    """
    before, asked = _presentation(text)
    name = _named(before) if before else ""
    if len(words_of(name)) < _SAYS_SOMETHING:
        return None
    posting = read(_ABOUT[language].format(name))
    if posting.postings is None or len(posting.postings) != 1:
        return None
    found = read(asked)
    if found.every or found.unknown or found.postings is not None:
        found = read(_OF_IT[language].format(asked.rstrip(" ?.!")))
    if found.unknown or (found.postings is not None and found.postings != posting.postings):
        return None
    one = replace(found, question=text, intent=_of_one(found), postings=posting.postings, every=False, beside=before)
    one = replace(one, places=posting.places, organisations=posting.organisations)
    return replace(one, topic=() if found.fields else found.topic, aside=())


def of_the_two_presented(text: str, read: Callable[[str], Reading]) -> Reading | None:
    """The reading of what is asked of each of two: "I could go to Oxfam or to CARE. What would each pay?"."""
    before, asked = _last_sentence(text)
    phrases = _phrases()
    if not before or not holds(words_of(asked), phrases["each"]) or not holds(words_of(before), phrases["either"]):
        return None
    sides = read(f"compare {before}")
    found = read(asked)
    if sides.postings is None or not 1 < len(sides.postings) <= _FEW or not found.asks or found.postings is not None:
        return None
    asked_of = replace(found, question=text, intent="comparison", postings=sides.postings, every=False, beside=before)
    return replace(asked_of, places=sides.places, organisations=sides.organisations, topic=(), aside=(), unknown=())


def _last_sentence(text: str) -> tuple[str, str]:
    """What stands before the question that a text ends with, and that question; nothing where it is but one."""
    last = max((match.end() for match in _END.finditer(text)), default=0)
    before, asked = text[:last].strip(" .;:"), text[last:]
    return (before, asked) if last and "?" not in before and asked.rstrip().endswith("?") else ("", "")


def described_before(text: str) -> str:
    """What a job is told to be about before it is asked which one it is: "They mend old boats. Which ad is that?"."""
    words, background = words_of(text), table("asking.toml")["background"]
    small = set(background["which_ad"])
    cuts = [n for n in range(1, len(words)) if words[n].apart or _CUT.search(text[words[n - 1].end : words[n].start])]
    cut = next((n for n in cuts if {word.form for word in words[n:]} <= small), 0)
    if not cut or not holds(words[cut:], background["which_one"]) or "?" in text[: words[cut].start]:
        return ""
    return text[: words[cut - 1].end]


def _of_one(found: Reading) -> Intent:
    """What is asked of a single posting by a question that would be about all without one."""
    if found.intent not in _OF_SEVERAL:
        return found.intent
    return "fact" if found.fields or found.conditions else "open"


def _presentation(text: str) -> tuple[str, str]:
    """The sentence that presents a job, and the question behind it; nothing where it is no such sentence."""
    words = words_of(text)
    supposed = bool(words) and words[0].form in _phrases()["supposing"]
    for end in (_COMMA,) if supposed else (_END,):
        for match in end.finditer(text):
            before, asked = text[: match.start()].strip(), text[match.end() :]
            is_asked = asked.rstrip().endswith("?") or begins_asking(asked)
            if is_asked and (not supposed or begins_asking(asked)) and not _END.search(asked.rstrip()):
                return (before, asked) if _presents(before) else ("", "")
    return "", ""


def _presents(before: str) -> bool:
    """Whether a sentence presents one job, and neither asks nor tells what kind of job the person is after."""
    words, phrases = words_of(before), _phrases()
    several = holds(words, table("asking.toml")["postings"]["plural"])
    if "?" in before or several or holds(words, phrases["seeking"]):
        return False
    found = holds(words, phrases["words"])
    return bool(found) and (found[0][0] == 0 or not begins_asking(before))


def _named(before: str) -> str:
    """What a presenting sentence says of the job, without the words that only present it."""
    words = words_of(before)
    spans = holds(words, [*_phrases()["words"], *_phrases()["supposing"]])
    within = len(words)
    for first, last in sorted(spans, key=lambda span: (-span[1], span[0])):
        if last <= within:  # of two that overlap the one that goes on further, and of those the longer one
            start = before.rfind(" ", 0, words[first].start) + 1  # with what is elided before it
            before, within = f"{before[:start]} {before[words[last - 1].end :]}", first
    return re.sub(r"^\W+", "", before).strip(" ,.;:")


def _phrases() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = table("asking.toml")["presented"]
    return found
