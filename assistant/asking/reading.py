"""The reading of a question: what is asked, of which postings, under which conditions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from assistant.asking.ranges import Window
from assistant.domain import FactField, Language, SectionKind
from assistant.shortlist import Mark
from assistant.topics import is_branch

BEGINNERS = "beginners"  # value of a condition on experience: those without any are accepted
Intent = Literal[
    "set", "count", "list", "fact", "comparison", "extreme", "posting", "section", "apply", "small_talk", "open",
    "letter", "checklist", "fit",
]  # fmt: skip
# What is told to someone who asks how to apply.
APPLYING: tuple[FactField, ...] = ("document", "apply_to", "subject_line", "reference", "deadline")
WANTED: tuple[Intent, ...] = ("letter", "checklist", "fit")  # of someone who applies
Topical = Literal["subject", "job", "experience", "demanded", "aside"]
Asked = Literal["required", "asset", "both", "any"]
ConditionField = FactField | Literal["status", "written"]


@dataclass(frozen=True)
class Condition:
    """What a posting must fulfil: a fact of `field`, with this value where there is one.

    For `experience_years`, `duration` and `pay` the value is a number, and `bound` says on which side of it; `strict`
    leaves out the number itself, and `mine` turns it round: postings that someone with so much may apply to. `period`
    is a pay's, or what a duration is counted in.
    """

    field: ConditionField
    value: str = ""
    others: tuple[str, ...] = ()  # values that do as well: "Arabic or Darija"
    asked: Asked = "any"
    negated: bool = False
    number: float | None = None
    bound: Literal["min", "max", "is"] = "min"
    mine: bool = False
    strict: bool = False  # more than the number, not as much
    period: str = ""
    window: Window | None = None  # when a deadline falls
    outright: bool = False  # a negated one: the posting has to say so in so many words
    or_else: tuple[Condition, ...] = ()  # any of these will do as well: "part-time or freelance"


@dataclass(frozen=True)
class Publication:
    """What is asked of the days on which postings were published: the newest or the oldest, or those of a time."""

    order: Literal["newest", "oldest"] = "newest"
    first: bool = False  # the one posting that comes first in that order
    window: Window | None = None


@dataclass(frozen=True)
class Reading:
    """A question as far as the catalogue can decide it; `intent` "open" is left to the passages.

    `postings` are the ids that it names, None for all. `topic` are words that say what else the postings must be
    about; `unknown` are names that stand in no posting, and `aside` other such words.
    """

    question: str
    text: str
    language: Language
    intent: Intent
    fields: tuple[FactField, ...] = ()
    conditions: tuple[Condition, ...] = ()
    shown: tuple[FactField, ...] = ()  # what is to be told of each posting of a set
    stated: tuple[Condition, ...] = ()  # the conditions that its fields would be, were they asked of every posting
    postings: frozenset[str] | None = None
    places: tuple[str, ...] = ()  # the words that named postings by their place
    organisations: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    topical: Topical = "subject"  # what the topic is to the question
    denied: bool = False  # those that do not speak of the topic are asked for
    unknown: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()  # words that stand in no posting and are no names
    beside: str = ""  # what the person says of themselves, which is no condition
    extreme: str = ""
    sections: tuple[SectionKind, ...] = ()  # the parts of a posting that are asked for as a whole
    of_a_job: bool = False  # says « le poste », "the job"
    every: bool = False  # asks about all postings rather than one
    somebody: str = ""  # the holder of an office that no posting is to fill, where the question is about that person
    foreign: bool = False  # is likely to ask for what no posting is about, such as the weather
    within: frozenset[str] | None = None  # the postings of the last answer, where only those are asked about
    why: bool = False
    publication: Publication | None = None
    marked: tuple[Mark, ...] = ()  # the person's own marks that are asked for

    @property
    def asks(self) -> bool:
        """Whether it asks for something that a table or the learnt kinds know."""
        return bool(self.conditions or self.fields or self.sections)

    @property
    def of_a_field(self) -> bool:
        """Whether it asks for a field of work: "I'd like to work in IT. Which ads are in that field?"."""
        return any(condition.field == "mention" and is_branch(condition.value) for condition in self.conditions)

    def about(self, postings: frozenset[str] | None) -> Reading:
        """The same question about other postings."""
        return replace(self, postings=postings)
